/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-window-private.h"
#include "user.h"

/* A user at the keyboard: real key presses go through the X server to the window, and
 * what comes of them is seen from within. Nothing is timed: each step waits for what the
 * user would see. */

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

  user_focus (GTK_WINDOW (window));
  wait_until (fore_stage_get_settled (stage));

  /* To the heading of the second slide, and on at its end. */
  user_press ("ctrl+Page_Down");
  wait_until (fore_editor_get_index (editor) == 1);
  user_press ("End");
  user_type (" and more");
  wait_until (has_text (window, "# Two and more\n"));
  wait_until (shows_text_of (stage, window));
  g_assert_cmpuint (fore_stage_get_index (stage), ==, 1);

  user_press ("ctrl+s");
  wait_until (!fore_document_get_modified (fore_window_get_document (window)));
  text = app_fixture_read (fixture, "three.md");
  g_assert_nonnull (strstr (text, "# Two and more\n"));

  user_press ("ctrl+z");
  wait_until (!has_text (window, "# Two and more\n"));
  user_press ("ctrl+shift+z");
  wait_until (has_text (window, "# Two and more\n"));
}

static void
test_views (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  gboolean shown = window->slide_list_shown;

  user_focus (GTK_WINDOW (window));
  user_press ("alt+3");
  wait_until (window->view_mode == FORE_VIEW_SLIDES);
  user_press ("alt+1");
  wait_until (window->view_mode == FORE_VIEW_SOURCE);
  user_press ("alt+2");
  wait_until (window->view_mode == FORE_VIEW_BOTH);
  user_press ("F9");
  wait_until (window->slide_list_shown != shown);
  user_press ("ctrl+w");
  wait_until (app_fixture_count_windows (fixture) == 0);
}

static void
add_tests (void)
{
  app_test ("/keys/write-and-save", test_write_and_save);
  app_test ("/keys/views", test_views);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
