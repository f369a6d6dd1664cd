/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"

/* Somebody on the bus, as a remote is. The bus is one of our own. */

typedef struct {
  AppFixture *fixture;
  ForeWindow *window;
  ForeTalk *talk;
  GDBusProxy *proxy;
  guint n_changes;
} Remote;

static void
got_proxy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GDBusProxy **) user_data = g_dbus_proxy_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
changed_cb (Remote *self)
{
  self->n_changes++;
}

static void
remote_start (Remote *self, AppFixture *fixture)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  GApplication *application = G_APPLICATION (fixture->application);
  GDBusConnection *connection = g_application_get_dbus_connection (application);
  g_autofree char *path = NULL;

  g_assert_nonnull (connection);
  self->fixture = fixture;
  self->window = app_fixture_open (fixture, file);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.present", NULL);
  self->talk = talk_of (self->window);
  path = g_strconcat (g_application_get_dbus_object_path (application), "/show", NULL);
  g_dbus_proxy_new (connection, G_DBUS_PROXY_FLAGS_NONE, NULL,
                    g_dbus_connection_get_unique_name (connection), path,
                    "io.github.foredeck.Foredeck.Show", NULL, got_proxy_cb, &self->proxy);
  wait_until (self->proxy != NULL);
  g_signal_connect_swapped (self->proxy, "g-properties-changed", G_CALLBACK (changed_cb),
                            self);
}

static void
remote_clear (Remote *self)
{
  g_signal_handlers_disconnect_by_data (self->proxy, self);
  g_clear_object (&self->proxy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Remote, remote_clear)

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
call (Remote *self, const char *method, GVariant *parameters)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_dbus_proxy_call (self->proxy, method, parameters, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                     keep_result_cb, &result);
  wait_until (result != NULL);
  answer = g_dbus_proxy_call_finish (self->proxy, result, &error);
  return answer != NULL;
}

static void
test_moves (AppFixture *fixture, gconstpointer unused)
{
  g_auto (Remote) remote = { NULL };

  remote_start (&remote, fixture);
  g_assert_true (call (&remote, "Next", NULL));
  g_assert_cmpuint (fore_talk_get_index (remote.talk), ==, 1);
  g_assert_true (call (&remote, "Previous", NULL));
  g_assert_cmpuint (fore_talk_get_index (remote.talk), ==, 0);
  g_assert_true (call (&remote, "GoTo", g_variant_new ("(s)", "2/2")));
  g_assert_cmpuint (fore_talk_get_index (remote.talk), ==, 2);
  g_assert_true (call (&remote, "GoTo", g_variant_new ("(s)", "two")));
  g_assert_cmpuint (fore_talk_get_index (remote.talk), ==, 1);
  g_assert_false (call (&remote, "GoTo", g_variant_new ("(s)", "nowhere")));
  g_assert_cmpuint (fore_talk_get_index (remote.talk), ==, 1);

  g_assert_true (call (&remote, "Do", g_variant_new ("(s)", "freeze")));
  g_assert_true (fore_talk_get_frozen (remote.talk));
  g_assert_false (call (&remote, "Do", g_variant_new ("(s)", "explode")));
  g_assert_false (call (&remote, "Do", g_variant_new ("(s)", "size")));
  g_assert_true (call (&remote, "Do", g_variant_new ("(s)", "end")));
  g_assert_null (fore_window_get_show (remote.window));
}

static guint
get_number (Remote *self, const char *name)
{
  g_autoptr (GVariant) value = g_dbus_proxy_get_cached_property (self->proxy, name);

  return g_variant_get_uint32 (value);
}

static char *
dup_text (Remote *self, const char *name)
{
  g_autoptr (GVariant) value = g_dbus_proxy_get_cached_property (self->proxy, name);

  return g_variant_dup_string (value, NULL);
}

static void
assert_text (Remote *self, const char *name, const char *text)
{
  g_autofree char *found = dup_text (self, name);

  g_assert_cmpstr (found, ==, text);
}

static gboolean
set (Remote *self, const char *name, GVariant *value)
{
  return call (self, "org.freedesktop.DBus.Properties.Set",
               g_variant_new ("(ssv)", "io.github.foredeck.Foredeck.Show", name, value));
}

static void
test_state (AppFixture *fixture, gconstpointer unused)
{
  g_auto (Remote) remote = { NULL };

  remote_start (&remote, fixture);
  g_assert_cmpuint (get_number (&remote, "Slides"), ==, 3);
  g_assert_cmpuint (get_number (&remote, "Index"), ==, 0);
  assert_text (&remote, "Title", "Three");
  assert_text (&remote, "SlideTitle", "One");
  assert_text (&remote, "Picture", "slide");
  assert_text (&remote, "Timer", "waiting");

  /* One message for all that changes at once. */
  fore_talk_next (remote.talk);
  fore_talk_next (remote.talk);
  wait_until (remote.n_changes > 0);
  g_assert_cmpuint (remote.n_changes, ==, 1);
  g_assert_cmpuint (get_number (&remote, "Index"), ==, 2);
  assert_text (&remote, "SlideTitle", "Below");
  assert_text (&remote, "Timer", "running");

  g_assert_true (set (&remote, "Picture", g_variant_new_string ("white")));
  g_assert_cmpint (fore_talk_get_picture (remote.talk), ==, FORE_PICTURE_WHITE);
  g_assert_false (set (&remote, "Picture", g_variant_new_string ("pink")));
  g_assert_true (set (&remote, "Elapsed", g_variant_new_int64 (240)));
  g_assert_cmpint (fore_timer_get_elapsed (fore_talk_get_timer (remote.talk)), >=, 240);
  g_assert_false (set (&remote, "Elapsed", g_variant_new_int64 (-1)));
  g_assert_false (set (&remote, "Index", g_variant_new_uint32 (0)));
}

static void
add_tests (void)
{
  app_test ("/remote/moves", test_moves);
  app_test ("/remote/state", test_state);
}

/* GTestDBus takes the display away. */
static GSubprocess *
start_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *address = NULL;
  GSubprocess *bus = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
    "dbus-daemon", "--session", "--nofork", "--print-address", NULL);

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bus));
  address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  return bus;
}

int
main (int argc, char *argv[])
{
  GSubprocess *bus = start_bus ();
  int status = app_fixture_run (argc, argv, add_tests);

  g_subprocess_force_exit (bus);
  g_object_unref (bus);
  return status;
}
