/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-key-help.h"
#include "fore-speaker.h"
#include "fore-window-private.h"
#include "user.h"

#include <string.h>

/* A show on one monitor, and a user at the keyboard or with a presenter in the hand. */

#define DECK                                                                             \
  "---\ntitle: Three\nslideOptions:\n  transition: none\n---\n\n# One\n\n---\n\n# "      \
  "Two\n\n"                                                                              \
  "- a <!-- .element: class=\"fragment\" -->\n- b <!-- .element: class=\"fragment\" "    \
  "-->\n\n----\n\n# Below\n\n---\n\n# Four\n"

static ForeWindow *
start (AppFixture *fixture, const char *action)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK);
  ForeWindow *window = app_fixture_open (fixture, file);

  wait_until (fore_stage_get_settled (fore_editor_get_stage (window->editor)));
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  user_focus (GTK_WINDOW (audience_of (window)));
  wait_until (fore_stage_get_settled (fore_audience_get_stage (audience_of (window))));
  return window;
}

static gboolean
is_at (ForeWindow *window, guint index, guint step)
{
  ForeTalk *talk = talk_of (window);
  ForeStage *stage = fore_audience_get_stage (audience_of (window));

  return fore_talk_get_index (talk) == index && fore_talk_get_step (talk) == step &&
         fore_stage_get_settled (stage) && fore_stage_get_index (stage) == index &&
         fore_stage_get_step (stage) == step;
}

static void
press_until_at (ForeWindow *window, const char *key, guint index, guint step)
{
  user_press (key);
  wait_until (is_at (window, index, step));
}

static void
test_moves (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  press_until_at (window, "Page_Down", 1, 0);
  press_until_at (window, "space", 1, 1);
  press_until_at (window, "KP_Next", 1, 2);
  press_until_at (window, "Return", 2, 0);
  press_until_at (window, "Prior", 1, 2);
  press_until_at (window, "shift+Right", 2, 0);
  press_until_at (window, "n", 3, 0);
  press_until_at (window, "Home", 0, 0);
  press_until_at (window, "End", 3, 0);
  press_until_at (window, "BackSpace", 2, 0);
  press_until_at (window, "Up", 1, 2);
  press_until_at (window, "ctrl+Page_Down", 3, 0);
  press_until_at (window, "alt+Left", 1, 2);
  press_until_at (window, "XF86AudioNext", 2, 0);
  press_until_at (window, "XF86Back", 1, 2);
}

static void
test_number (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  user_press ("4");
  press_until_at (window, "Return", 3, 0);
  user_press ("2");
  user_press ("slash");
  user_press ("2");
  press_until_at (window, "KP_Enter", 2, 0);

  /* Escape takes the number back, and nothing else. */
  user_press ("1");
  user_press ("Escape");
  press_until_at (window, "Return", 3, 0);
  g_assert_true (fore_show_get_running (fore_window_get_show (window)));
}

static void
test_pictures (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  ForeTalk *talk = talk_of (window);

  user_press ("b");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_BLACK);
  user_press ("comma");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_WHITE);
  user_press ("Escape");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_SLIDE);
  user_press ("f");
  wait_until (fore_talk_get_frozen (talk));
  user_press ("Next");
  wait_until (fore_talk_get_index (talk) == 1);
  g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, 0);
  press_until_at (window, "f", 1, 0);

  /* One screen and no speaker view: F5 in the editor brings a hidden window back. */
  user_press ("h");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (audience_of (window))));
  user_focus (GTK_WINDOW (window));
  user_press ("F5");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (audience_of (window))));
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 1);
}

/* One button of a presenter sends F5 and Escape in turn, another a full stop. */
static void
test_presenter (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  ForeTalk *talk = talk_of (window);

  press_until_at (window, "Next", 1, 0);
  user_press ("period");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_BLACK);
  user_press ("F5");
  wait_until (fore_talk_get_picture (talk) == FORE_PICTURE_SLIDE);
  user_press ("Escape");
  user_press ("F5");
  user_press ("Escape");
  press_until_at (window, "Next", 1, 1);
  g_assert_true (talk_of (window) == talk);
}

static gboolean
count_press_cb (guint *n_presses, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_KEY_PRESS)
    ++*n_presses;
  return FALSE;
}

/* The X server repeats a key that is held, as a keyboard does. */
static void
test_held_key (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  GtkEventController *presses = gtk_event_controller_legacy_new ();
  guint n_presses = 0;

  gtk_event_controller_set_propagation_phase (presses, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (presses, "event", G_CALLBACK (count_press_cb), &n_presses);
  gtk_widget_add_controller (GTK_WIDGET (audience_of (window)), presses);
  user_hold ("Next");
  wait_until (n_presses >= 4);
  user_let_go ("Next");
  wait_until (is_at (window, 1, 0));
  press_until_at (window, "Next", 1, 1);
  gtk_widget_remove_controller (GTK_WIDGET (audience_of (window)), presses);
}

static void
test_end_and_go_on (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present-here");
  g_autoptr (ForeTalk) talk = g_object_ref (talk_of (window));

  press_until_at (window, "Next", 1, 0);
  press_until_at (window, "Next", 1, 1);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_RUNNING);
  user_press ("Escape");
  user_press ("Escape");
  wait_until (fore_window_get_show (window) == NULL);
  g_assert_cmpuint (fore_editor_get_index (window->editor), ==, 1);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_PAUSED);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.resume-show", NULL);
  g_assert_true (talk_of (window) == talk);
  wait_until (is_at (window, 1, 1));
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_RUNNING);
}

static ForeSpeaker *
speaker_of (ForeWindow *window)
{
  return FORE_SPEAKER (fore_show_get_speaker (fore_window_get_show (window)));
}

static guint
count_journals (void)
{
  g_autofree char *path = fore_journal_dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static ForeWindow *
rehearse (AppFixture *fixture)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK);
  ForeWindow *window = app_fixture_open (fixture, file);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.rehearse", NULL);
  user_focus (GTK_WINDOW (speaker_of (window)));
  return window;
}

static void
press_and_wait (ForeWindow *window, const char *key, guint index, guint step)
{
  user_press (key);
  wait_until (fore_talk_get_index (talk_of (window)) == index &&
              fore_talk_get_step (talk_of (window)) == step);
}

static void
test_rehearsal (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = rehearse (fixture);
  ForeTalk *talk = talk_of (window);

  g_assert_null (fore_show_get_audience (fore_window_get_show (window)));
  user_press ("Next");
  wait_until (fore_talk_get_index (talk) == 1);

  /* What is typed of a number, and that a second Escape ends, is said here. */
  user_press ("3");
  wait_until (g_strcmp0 (fore_speaker_get_message (speaker_of (window)), "Go to 3…") ==
              0);
  user_press ("Return");
  wait_until (fore_talk_get_index (talk) == 2);
  g_assert_null (fore_speaker_get_message (speaker_of (window)));
  user_press ("Escape");
  wait_until (g_strcmp0 (fore_speaker_get_message (speaker_of (window)),
                         "Press Escape again to end the show") == 0);
  user_press ("Next");
  wait_until (fore_talk_get_index (talk) == 3);
  g_assert_null (fore_speaker_get_message (speaker_of (window)));

  user_press ("question");
  wait_until (find_window (FORE_TYPE_KEY_HELP) != NULL);
  gtk_window_close (find_window (FORE_TYPE_KEY_HELP));
  wait_until (find_window (FORE_TYPE_KEY_HELP) == NULL);

  gtk_window_close (GTK_WINDOW (speaker_of (window)));
  wait_until (fore_window_get_show (window) == NULL);
}

static void
test_offered_again (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = rehearse (fixture);

  wait_until (fore_journal_get_kept (window->journal));
  g_assert_cmpuint (count_journals (), >, 0);
  press_and_wait (window, "Next", 1, 0);
  press_and_wait (window, "Next", 1, 1);
  fore_show_activate (fore_window_get_show (window), "end");
  g_assert_null (window->journal);
  wait_until (count_journals () == 0);

  /* From the start again, unless the speaker says otherwise. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.rehearse", NULL);
  g_assert_cmpuint (fore_talk_get_index (talk_of (window)), ==, 0);
  g_assert_true (g_str_has_prefix (fore_speaker_get_message (speaker_of (window)),
                                   "Last time you were on slide 2, at "));
  gtk_widget_activate_action (GTK_WIDGET (speaker_of (window)), "show.resume", NULL);
  g_assert_cmpuint (fore_talk_get_index (talk_of (window)), ==, 1);
  g_assert_cmpuint (fore_talk_get_step (talk_of (window)), ==, 1);
  g_assert_null (fore_speaker_get_message (speaker_of (window)));

  fore_show_activate (fore_window_get_show (window), "end");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.rehearse", NULL);
  g_assert_nonnull (fore_speaker_get_message (speaker_of (window)));
  fore_show_activate (fore_window_get_show (window), "next");
  g_assert_null (fore_speaker_get_message (speaker_of (window)));
}

static void
test_speaker_view_on_one_monitor (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");
  ForeShow *show = fore_window_get_show (window);

  g_assert_null (fore_show_get_speaker (show));
  user_press ("s");
  wait_until (fore_show_get_speaker (show) != NULL);
  user_focus (fore_show_get_speaker (show));
  user_press ("s");
  wait_until (fore_show_get_speaker (show) == NULL);
  g_assert_true (fore_show_get_running (show));

  /* With a speaker view, the audience's window can be closed and comes back. */
  fore_show_activate (show, "speaker");
  gtk_window_close (fore_show_get_audience (show));
  wait_until (fore_talk_get_picture (talk_of (window)) == FORE_PICTURE_HIDDEN);
  g_assert_true (fore_show_get_running (show));
  fore_show_activate (show, "hide");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (audience_of (window))));
}

static void
test_offered_when_there_is_room (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present");

  press_until_at (window, "Next", 1, 0);
  fore_show_activate (fore_window_get_show (window), "end");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  fore_show_activate (fore_window_get_show (window), "speaker");
  g_assert_true (g_str_has_prefix (fore_speaker_get_message (speaker_of (window)),
                                   "Last time you were on slide 2, at "));
}

static void
test_windows (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = start (fixture, "win.present-windows");
  GtkWindow *audience = GTK_WINDOW (audience_of (window));
  int width, height;

  g_assert_nonnull (speaker_of (window));
  g_assert_false (gtk_window_is_fullscreen (audience));
  g_assert_false (gtk_window_get_decorated (audience));
  g_assert_cmpstr (gtk_window_get_title (audience), ==, "Foredeck audience: Three");
  gtk_widget_activate_action (GTK_WIDGET (audience), "show.size", "s", "960x540");
  wait_until (gtk_widget_get_width (GTK_WIDGET (audience)) == 960);
  gtk_window_get_default_size (audience, &width, &height);
  g_assert_cmpint (height, ==, 540);
}

static char *
dup_source (ForeWindow *window)
{
  char *text = NULL;

  g_object_get (fore_document_get_buffer (window->document), "text", &text, NULL);
  return text;
}

static gboolean
notes_are (ForeWindow *window, guint index, const char *notes)
{
  ForeDeck *deck = fore_talk_get_deck (talk_of (window));

  return g_strcmp0 (fore_slide_get_notes (fore_deck_get_slide (deck, index)), notes) == 0;
}

static void
test_notes (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = rehearse (fixture);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (window->document));
  g_autofree char *before = dup_source (window);
  g_autofree char *with = NULL;
  g_autofree char *after = NULL;

  g_signal_emit_by_name (speaker_of (window), "notes-edited", 1, "Häuser – “so”");
  with = dup_source (window);
  g_assert_nonnull (strstr (with, "\nHäuser – “so”\n"));
  wait_until (notes_are (window, 1, "Häuser – “so”"));

  /* One step. */
  gtk_text_buffer_undo (buffer);
  after = dup_source (window);
  g_assert_cmpstr (after, ==, before);
}

static void
add_tests (void)
{
  app_test ("/show/moves", test_moves);
  app_test ("/show/number", test_number);
  app_test ("/show/pictures", test_pictures);
  app_test ("/show/presenter", test_presenter);
  app_test ("/show/held-key", test_held_key);
  app_test ("/show/end-and-go-on", test_end_and_go_on);
  app_test ("/show/rehearsal", test_rehearsal);
  app_test ("/show/offered-again", test_offered_again);
  app_test ("/show/speaker-view-on-one-monitor", test_speaker_view_on_one_monitor);
  app_test ("/show/offered-when-there-is-room", test_offered_when_there_is_room);
  app_test ("/show/windows", test_windows);
  app_test ("/show/notes", test_notes);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
