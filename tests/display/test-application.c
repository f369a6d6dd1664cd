/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-recovery.h"
#include "fore-window-private.h"

/* What the program does with its arguments, with a session that ends, and with texts that
 * were left behind. */

static int
run_command (AppFixture *fixture, gboolean new_window, const char *const *arguments)
{
  g_autoptr (GApplicationCommandLine) line = NULL;
  g_auto (GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  int status = -1;

  if (new_window)
    g_variant_dict_insert (&options, "new-window", "b", TRUE);
  line = g_object_new (G_TYPE_APPLICATION_COMMAND_LINE, "arguments",
                       g_variant_new_bytestring_array (arguments, -1), "options",
                       g_variant_dict_end (&options), NULL);
  g_signal_emit_by_name (fixture->application, "command-line", line, &status);
  return status;
}

static ForeWindow *
window_of (AppFixture *fixture, GFile *file)
{
  ForeWindow *window = app_fixture_open (fixture, file);

  g_assert_nonnull (fore_window_get_document (window));
  return window;
}

static void
test_no_arguments (AppFixture *fixture, gconstpointer unused)
{
  const char *const arguments[] = { "foredeck", NULL };

  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  g_assert_cmpint (run_command (fixture, TRUE, arguments), ==, 0);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
}

static void
test_files (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) one = app_fixture_write (fixture, "one.md", "# One\n");
  g_autoptr (GFile) two = app_fixture_write (fixture, "two.md", "# Two\n");
  const char *const arguments[] = { "foredeck", g_file_peek_path (one),
                                    g_file_peek_path (two), NULL };

  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
  g_assert_true (window_of (fixture, one) != window_of (fixture, two));
}

static void
test_present (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  const char *const arguments[] = { "foredeck", "present", g_file_peek_path (file),
                                    NULL };
  ForeWindow *window;

  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  window = window_of (fixture, file);
  wait_until (fore_window_get_show (window) != NULL);
  g_assert_cmpuint (fore_talk_get_index (talk_of (window)), ==, 0);

  gtk_window_close (GTK_WINDOW (audience_of (window)));
  wait_until (fore_window_get_show (window) == NULL);
  g_assert_cmpint (run_command (fixture, FALSE, arguments), ==, 0);
  g_assert_nonnull (fore_window_get_show (window));
}

static void
test_open_by_desktop (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  window_of (fixture, file);
}

static void
test_quit_asks (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) one = app_fixture_write (fixture, "one.md", "# One\n");
  g_autoptr (GFile) two = app_fixture_write (fixture, "two.md", "# Two\n");
  ForeWindow *window = window_of (fixture, one);

  window_of (fixture, two);
  type_text (window, "x");
  wait_until (fore_document_get_modified (fore_window_get_document (window)));

  /* As the session does when it ends. */
  g_signal_emit_by_name (fixture->application, "query-end");
  answer ("cancel");
  wait_until (!window->asking);
  g_assert_true (fore_document_get_modified (fore_window_get_document (window)));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  answer ("discard");
  wait_until (app_fixture_count_windows (fixture) == 0);
}

static gboolean
is_kept (ForeRecovery *recovery)
{
  return fore_recovery_get_kept (recovery);
}

static void
leave_behind (const char *text)
{
  g_autofree char *folder = fore_recovery_dup_folder ();
  g_autoptr (ForeRecovery) recovery = fore_recovery_new (folder);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  fore_recovery_keep (recovery, bytes, NULL, NULL);
  wait_until (is_kept (recovery));
}

static guint
count_left_behind (AppFixture *fixture)
{
  return fore_left_behind_get_n_copies (
    fore_application_get_left_behind (fixture->application));
}

static gboolean
is_on_disk (void)
{
  g_autofree char *folder = fore_recovery_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (dir) != NULL;
}

static void
left_behind_set_up (AppFixture *fixture, gconstpointer unused)
{
  leave_behind ("# Not saved\n");
  app_fixture_set_up (fixture, unused);
  wait_until (count_left_behind (fixture) > 0);
}

static void
test_restore (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = fore_application_new_window (fixture->application);
  ForeDocument *document;

  g_assert_true (fore_bar_get_revealed (window->recovery_bar));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "restore", NULL);
  g_assert_false (fore_bar_get_revealed (window->recovery_bar));
  wait_until ((document = fore_window_get_document (window)) != NULL);
  wait_until (g_str_equal (fore_document_get_title (document), "Not saved"));
  g_assert_true (fore_document_get_modified (document));
}

static void
test_forget (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = fore_application_new_window (fixture->application);
  GtkWidget *undo;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "forget", NULL);
  g_assert_false (fore_bar_get_revealed (window->recovery_bar));
  g_assert_cmpuint (count_left_behind (fixture), ==, 0);

  /* Nothing is gone as long as it can be taken back. */
  g_assert_true (is_on_disk ());
  undo =
    find_widget (GTK_WIDGET (window->toast_overlay), GTK_TYPE_BUTTON, "label", "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  g_assert_true (fore_bar_get_revealed (window->recovery_bar));
  g_assert_cmpuint (count_left_behind (fixture), ==, 1);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "forget", NULL);
  wait_until (!is_on_disk ());
  g_assert_cmpuint (count_left_behind (fixture), ==, 0);
}

static void
add_tests (void)
{
  app_test ("/application/no-arguments", test_no_arguments);
  app_test ("/application/files", test_files);
  app_test ("/application/present", test_present);
  app_test ("/application/open-by-desktop", test_open_by_desktop);
  app_test ("/application/quit-asks", test_quit_asks);
  g_test_add ("/application/restore", AppFixture, NULL, left_behind_set_up, test_restore,
              app_fixture_tear_down);
  g_test_add ("/application/forget", AppFixture, NULL, left_behind_set_up, test_forget,
              app_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
