/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-window-private.h"

#include <gdk/x11/gdkx.h>

/* A user at the keyboard: real key presses go through the X server to the window, and
 * what comes of them is seen from within. Nothing is timed: each step waits for what the
 * user would see. */

static void
spawned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
xdotool (const char *command, const char *argument, const char *more)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", command, argument, more, NULL);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, spawned_cb, &done);
  wait_until (done);
}

static void
press (const char *keys)
{
  xdotool ("key", keys, NULL);
}

/* There is no window manager that would do this. */
static void
focus (GtkWindow *window)
{
  g_autofree char *id = NULL;

  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  id = g_strdup_printf (
    "%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))));
  xdotool ("windowfocus", id, NULL);
  wait_until (gtk_window_is_active (window));
}

static gboolean
has_text (ForeWindow *window, const char *text)
{
  ForeDeck *deck = fore_document_get_deck (fore_window_get_document (window));
  GBytes *bytes = fore_deck_get_text (deck);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, text) != NULL;
}

static gboolean
shows_text_of (ForeStage *stage, ForeWindow *window)
{
  return fore_stage_get_settled (stage) &&
         fore_stage_get_deck (stage) ==
           fore_document_get_deck (fore_window_get_document (window));
}

static void
test_write_and_save (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeEditor *editor = fore_window_get_editor (window);
  ForeStage *stage = fore_editor_get_stage (editor);
  g_autofree char *text = NULL;

  focus (GTK_WINDOW (window));
  wait_until (fore_stage_get_settled (stage));

  /* To the heading of the second slide, and on at its end. */
  press ("ctrl+Page_Down");
  wait_until (fore_editor_get_index (editor) == 1);
  press ("End");
  xdotool ("type", "--delay=1", " and more");
  wait_until (has_text (window, "# Two and more\n"));
  wait_until (shows_text_of (stage, window));
  g_assert_cmpuint (fore_stage_get_index (stage), ==, 1);

  press ("ctrl+s");
  wait_until (!fore_document_get_modified (fore_window_get_document (window)));
  text = app_fixture_read (fixture, "three.md");
  g_assert_nonnull (strstr (text, "# Two and more\n"));

  press ("ctrl+z");
  wait_until (!has_text (window, "# Two and more\n"));
  press ("ctrl+shift+z");
  wait_until (has_text (window, "# Two and more\n"));
}

static void
test_present (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeAudience *show;

  focus (GTK_WINDOW (window));
  wait_until (fore_stage_get_settled (fore_editor_get_stage (window->editor)));
  press ("F5");
  wait_until (fore_window_get_show (window) != NULL);
  show = window->audience;
  focus (GTK_WINDOW (show));
  wait_until (fore_stage_get_settled (fore_audience_get_stage (show)));
  g_assert_cmpuint (fore_audience_get_index (show), ==, 0);

  press ("Right");
  wait_until (fore_audience_get_index (show) == 1);
  press ("Page_Down");
  wait_until (fore_audience_get_index (show) == 2);
  press ("BackSpace");
  wait_until (fore_audience_get_index (show) == 1);

  press ("Escape");
  wait_until (fore_window_get_show (window) == NULL);
  g_assert_cmpuint (fore_editor_get_index (window->editor), ==, 1);

  focus (GTK_WINDOW (window));
  press ("shift+F5");
  wait_until (fore_window_get_show (window) != NULL);
  g_assert_cmpuint (fore_audience_get_index (window->audience), ==, 1);
  focus (fore_window_get_show (window));
  press ("F5");
  wait_until (fore_window_get_show (window) == NULL);
}

static void
test_views (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  gboolean shown = window->slide_list_shown;

  focus (GTK_WINDOW (window));
  press ("alt+3");
  wait_until (window->view_mode == FORE_VIEW_SLIDES);
  press ("alt+1");
  wait_until (window->view_mode == FORE_VIEW_SOURCE);
  press ("alt+2");
  wait_until (window->view_mode == FORE_VIEW_BOTH);
  press ("F9");
  wait_until (window->slide_list_shown != shown);
  press ("ctrl+w");
  wait_until (app_fixture_count_windows (fixture) == 0);
}

static void
add_tests (void)
{
  app_test ("/keys/write-and-save", test_write_and_save);
  app_test ("/keys/present", test_present);
  app_test ("/keys/views", test_views);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
