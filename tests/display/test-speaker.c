/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "speaker-fixture.h"

#include "fore-figures.h"
#include "fore-jump-bar.h"
#include "fore-next-pane.h"
#include "fore-section-line.h"
#include "fore-talk-bar.h"
#include "fore-talk-words.h"
#include "fore-timer-setup.h"
#include "user.h"

#include <string.h>

/* A slide, a stack of two, and a last one: ten minutes in all. */
#define DECK                                                                             \
  "---\nslideOptions:\n  totalTime: 600\n---\n\n# One\n\n---\n\n# Two\n\n"               \
  "- a <!-- .element: class=\"fragment\" -->\n"                                          \
  "- b <!-- .element: class=\"fragment\" -->\n\n----\n\n# Below\n\n---\n\n# Last\n"

#define NOTES "# One\n\nNote: said\n\n---\n\n# Two\n"

#define LONG_TITLE                                                                       \
  "A title that goes on and on, since there are people who write whole sentences above " \
  "their slides, and speak them as well"

static const char *
get_figures (SpeakerFixture *self)
{
  GtkWidget *figures = speaker_fixture_find (self, FORE_TYPE_FIGURES, NULL, NULL);

  return fore_figures_get_text (FORE_FIGURES (figures));
}

static gboolean
says (SpeakerFixture *self, const char *text)
{
  return speaker_fixture_find (self, GTK_TYPE_LABEL, "label", text) != NULL;
}

static gboolean
bar_is (SpeakerFixture *self, const char *style)
{
  GtkWidget *bar = speaker_fixture_find (self, FORE_TYPE_TALK_BAR, NULL, NULL);

  return gtk_widget_has_css_class (bar, style);
}

/* --- words --- */

static void
test_read_time (void)
{
  static const struct {
    const char *text;
    gint64 seconds;
  } cases[] = {
    { "4", 240 },    { " 12:34 ", 754 }, { "1:02:03", 3723 }, { "0", 0 },
    { "90", 5400 },  { "", -1 },         { "soon", -1 },      { "1:", -1 },
    { "1:60", -1 },  { "1:2:3:4", -1 },  { "-1", -1 },        { "1:02:60", -1 },
    { "12345", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 seconds = -1;

    g_test_message ("“%s”", cases[i].text);
    g_assert_true (fore_talk_words_read_time (cases[i].text, &seconds) ==
                   (cases[i].seconds >= 0));
    g_assert_cmpint (seconds, ==, cases[i].seconds);
  }
}

static void
test_read_clock (void)
{
  static const struct {
    const char *text;
    int minutes;
  } cases[] = {
    { "15:00", 900 },   { "9.30", 570 },     { "15", 900 }, { "3 PM", 900 },
    { "12:15 am", 15 }, { "12:15 pm", 735 }, { "0", 0 },    { "24", -1 },
    { "13 pm", -1 },    { "9:60", -1 },      { "", -1 },    { "noon", -1 },
    { "15:00:00", -1 }, { "23:59", 1439 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int hour = 0, minute = -1;

    g_test_message ("“%s”", cases[i].text);
    g_assert_true (fore_talk_words_read_clock (cases[i].text, &hour, &minute) ==
                   (cases[i].minutes >= 0));
    if (cases[i].minutes >= 0)
      g_assert_cmpint (hour * 60 + minute, ==, cases[i].minutes);
  }
}

/* --- time --- */

static void
test_pace (SpeakerFixture *self, gconstpointer data)
{
  speaker_fixture_open (self, DECK, 1280, 720);
  g_assert_true (says (self, "Starts with the first step"));
  g_assert_true (says (self, "14:52"));

  speaker_fixture_act (self, "show.next");
  g_assert_true (says (self, "10:00 left"));
  g_assert_true (says (self, "2:30 ahead"));
  g_assert_true (bar_is (self, "ahead"));

  speaker_fixture_advance (self, 200);
  g_assert_cmpstr (get_figures (self), ==, "3:20");
  g_assert_true (says (self, "on time"));
  g_assert_true (says (self, "14:55"));

  speaker_fixture_act (self, "show.timer-toggle");
  g_assert_true (says (self, "Paused"));
  g_assert_true (bar_is (self, "paused"));
  speaker_fixture_act (self, "show.next");
  g_assert_true (says (self, "Paused"));
}

static void
test_end_comes_near (SpeakerFixture *self, gconstpointer data)
{
  speaker_fixture_open (self, DECK, 1280, 720);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_advance (self, 299);
  g_assert_false (says (self, "Last minutes"));

  speaker_fixture_advance (self, 1);
  g_assert_true (says (self, "Last minutes"));
  g_assert_true (says (self, "5:00 left"));
  g_assert_nonnull (
    speaker_fixture_find (self, GTK_TYPE_IMAGE, "icon-name", "alarm-symbolic"));
  g_assert_true (bar_is (self, "soon"));

  speaker_fixture_advance (self, 240);
  g_assert_true (says (self, "Last minute"));
  g_assert_true (bar_is (self, "last"));
  g_assert_false (bar_is (self, "soon"));

  speaker_fixture_advance (self, 61);
  g_assert_true (says (self, "Time is up"));
  g_assert_true (says (self, "0:01 over time"));
  g_assert_nonnull (
    speaker_fixture_find (self, GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic"));
  g_assert_true (bar_is (self, "over"));
}

static void
test_displays (SpeakerFixture *self, gconstpointer data)
{
  speaker_fixture_open (self, DECK, 1280, 720);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_advance (self, 61);
  g_assert_cmpstr (get_figures (self), ==, "1:01");

  speaker_fixture_act (self, "show.timer-display");
  g_assert_cmpstr (get_figures (self), ==, "8:59");
  g_assert_true (says (self, "1:01 gone"));
  speaker_fixture_advance (self, 600);
  g_assert_cmpstr (get_figures (self), ==, "+1:01");

  speaker_fixture_act (self, "show.timer-display");
  g_assert_cmpstr (get_figures (self), ==, "15:03");
  g_assert_true (says (self, "11:01"));
}

static void
test_reset (SpeakerFixture *self, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *figures;

  speaker_fixture_open (self, DECK, 1280, 720);
  figures = speaker_fixture_find (self, FORE_TYPE_FIGURES, NULL, NULL);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_advance (self, 90);
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Undo Reset"));

  speaker_fixture_act (self, "show.timer-reset");
  g_assert_cmpstr (get_figures (self), ==, "0:00");
  g_assert_nonnull (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Undo Reset"));
  speaker_fixture_advance (self, 5);
  speaker_fixture_act (self, "show.timer-undo-reset");
  g_assert_cmpstr (get_figures (self), ==, "1:35");
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Undo Reset"));

  speaker_fixture_act (self, "show.timer-reset");
  speaker_fixture_advance (self, 11);
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Undo Reset"));

  /* Nothing listens to a click on the time. */
  controllers = gtk_widget_observe_controllers (figures);
  g_assert_cmpuint (g_list_model_get_n_items (controllers), ==, 0);
}

static void
apply (SpeakerFixture *self, const char *title, const char *text)
{
  GtkWidget *row = speaker_fixture_find (self, ADW_TYPE_ENTRY_ROW, "title", title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static gboolean
is_set_up (SpeakerFixture *self)
{
  return speaker_fixture_find (self, FORE_TYPE_TIMER_SETUP, NULL, NULL) != NULL;
}

static void
test_setup (SpeakerFixture *self, gconstpointer data)
{
  ForeTimer *timer;
  GtkWidget *row;

  speaker_fixture_open (self, DECK, 1280, 720);
  timer = fore_talk_get_timer (self->talk);
  g_assert_false (is_set_up (self));
  speaker_fixture_act (self, "show.timer-setup");
  g_assert_true (is_set_up (self));
  row = speaker_fixture_find (self, ADW_TYPE_ENTRY_ROW, "title", "The talk takes");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "10:00");

  apply (self, "Time gone by", "soon");
  g_assert_true (is_set_up (self));
  row = speaker_fixture_find (self, ADW_TYPE_ENTRY_ROW, "title", "Time gone by");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 0);

  apply (self, "Time gone by", "4");
  wait_until (!is_set_up (self));
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 240);
  g_assert_cmpstr (get_figures (self), ==, "4:00");

  speaker_fixture_act (self, "show.timer-setup");
  apply (self, "The talk takes", "1:00:00");
  g_assert_cmpint (fore_timer_get_duration (timer), ==, 3600);
  speaker_fixture_act (self, "show.timer-setup");
  apply (self, "It has to end at", "15:30");
  g_assert_true (says (self, "38:00 left"));
  speaker_fixture_act (self, "show.timer-setup");
  apply (self, "It has to end at", "");
  g_assert_null (fore_timer_get_end_time (timer));
}

static gboolean
is_large_enough (SpeakerFixture *self)
{
  GtkWidget *figures = speaker_fixture_find (self, FORE_TYPE_FIGURES, NULL, NULL);

  return fore_figures_get_height (FORE_FIGURES (figures)) * 12 >=
         gtk_widget_get_height (GTK_WIDGET (self->speaker));
}

/* Without a window manager that draws shadows, GTK draws a border, which is none of the
 * window's contents. */
static void
resize (SpeakerFixture *self, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self->speaker);
  int border, unused;

  gtk_window_get_default_size (GTK_WINDOW (widget), &border, &unused);
  border -= gtk_widget_get_width (widget);
  gtk_window_set_default_size (GTK_WINDOW (widget), width, height);
  wait_until (gtk_widget_get_width (widget) == width - border &&
              gtk_widget_get_height (widget) == height - border);
}

/* In every window, narrow ones as well, which must not grow for it. */
static void
test_sizes (SpeakerFixture *self, gconstpointer data)
{
  static const int sizes[][2] = {
    { 1280, 720 }, { 800, 600 }, { 600, 900 }, { 1024, 640 }
  };

  speaker_fixture_open (self, DECK, 1000, 700);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_advance (self, 3600);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    resize (self, sizes[i][0], sizes[i][1]);
    wait_until (is_large_enough (self));
  }
}

/* --- slides --- */

static void
assert_card (ForeSlideCard *card, guint index, guint step)
{
  ForeStage *stage = fore_slide_card_get_stage (card);

  g_assert_cmpuint (fore_stage_get_index (stage), ==, index);
  g_assert_cmpuint (fore_stage_get_step (stage), ==, step);
}

static GtkWidget *
find_other (SpeakerFixture *self, const char *text)
{
  GtkWidget *label = speaker_fixture_find (self, GTK_TYPE_LABEL, "label", text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_next (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *other;

  speaker_fixture_open (self, DECK, 1280, 720);
  g_assert_true (says (self, "Next slide"));
  assert_card (fore_speaker_get_next_card (self->speaker), 1, 0);

  speaker_fixture_act (self, "show.next");
  assert_card (fore_speaker_get_current_card (self->speaker), 1, 0);
  assert_card (fore_speaker_get_next_card (self->speaker), 1, 1);
  g_assert_true (says (self, "Next step"));
  g_assert_nonnull (find_other (self, "↓ Below"));
  g_assert_true (says (self, "2 of 4 · 2.1 · step 0 of 2"));

  /* Down is what comes next: only the way to the right is another. */
  speaker_fixture_act (self, "show.next");
  speaker_fixture_act (self, "show.next");
  assert_card (fore_speaker_get_next_card (self->speaker), 2, 0);
  g_assert_null (find_other (self, "↓ Below"));
  other = find_other (self, "→ Last");
  g_assert_nonnull (other);

  g_signal_emit_by_name (other, "clicked");
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 3);
  g_assert_true (says (self, "End of the deck"));
  g_assert_null (find_other (self, "→ Last"));
  g_assert_true (says (self, "4 of 4 · 3.1"));
  speaker_fixture_settle (self);
}

static void
test_section (SpeakerFixture *self, gconstpointer data)
{
  speaker_fixture_open (self, DECK, 1280, 720);
  g_assert_true (says (self, "then: Two"));
  speaker_fixture_act (self, "show.next");
  g_assert_true (says (self, "5 min left here"));
  speaker_fixture_advance (self, 290);
  g_assert_true (says (self, "10 s left here"));
  speaker_fixture_advance (self, 130);
  g_assert_true (says (self, "2 min over here"));
}

static const char *
get_mark (SpeakerFixture *self)
{
  return fore_slide_card_get_mark (fore_speaker_get_current_card (self->speaker));
}

static void
test_special (SpeakerFixture *self, gconstpointer data)
{
  static const char *const words[] = { NULL, "BLACK", "WHITE", "HIDDEN" };

  speaker_fixture_open (self, DECK, 1280, 720);
  for (int picture = FORE_PICTURE_HIDDEN; picture >= FORE_PICTURE_SLIDE; picture--) {
    fore_talk_set_picture (self->talk, picture);
    g_assert_cmpstr (get_mark (self), ==, words[picture]);
    g_assert_true ((fore_speaker_get_audience_card (self->speaker) != NULL) ==
                   (picture != FORE_PICTURE_SLIDE));
  }

  fore_talk_set_frozen (self->talk, TRUE);
  g_assert_cmpstr (get_mark (self), ==, "FROZEN");
  speaker_fixture_act (self, "show.next");
  assert_card (fore_speaker_get_current_card (self->speaker), 1, 0);
  assert_card (fore_speaker_get_audience_card (self->speaker), 0, 0);
  speaker_fixture_settle (self);
  fore_talk_set_frozen (self->talk, FALSE);
  g_assert_null (get_mark (self));
  g_assert_null (fore_speaker_get_audience_card (self->speaker));
}

static void
test_held_edits (SpeakerFixture *self, gconstpointer data)
{
  ForeStage *stage;
  GtkWidget *publish;

  speaker_fixture_open (self, NOTES, 1280, 720);
  fore_talk_set_hold_edits (self->talk, TRUE);
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Publish"));
  speaker_fixture_edit (self, "# Uno\n\nNote: said\n\n---\n\n# Two\n");
  g_assert_true (says (self, "Edits held back"));
  stage = fore_slide_card_get_stage (fore_speaker_get_audience_card (self->speaker));
  g_assert_cmpstr (fore_deck_get_slide_title (fore_stage_get_deck (stage), 0), ==, "One");

  publish = speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Publish");
  g_signal_emit_by_name (publish, "clicked");
  g_assert_false (fore_talk_get_has_held_edits (self->talk));
  g_assert_null (fore_speaker_get_audience_card (self->speaker));
}

static void
test_page_counts (SpeakerFixture *self, gconstpointer data)
{
  /* The page draws the same number of steps as the talk counts; it also says so. */
  speaker_fixture_open (self, DECK, 1280, 720);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_settle (self);
  g_assert_cmpuint (fore_stage_get_n_steps (fore_slide_card_get_stage (
                      fore_speaker_get_current_card (self->speaker))),
                    ==, fore_talk_get_n_steps (self->talk));
}

static void
test_long_titles (SpeakerFixture *self, gconstpointer data)
{
  int minimum;

  speaker_fixture_open (self,
                        "---\nslideOptions:\n  totalTime: 600\n---\n\n# " LONG_TITLE
                        "\n\n----\n\n# " LONG_TITLE "\n\n---\n\n# " LONG_TITLE
                        "\n\nNote: " LONG_TITLE "\n",
                        800, 600);
  speaker_fixture_act (self, "show.next");
  speaker_fixture_act (self, "show.previous");
  gtk_widget_measure (GTK_WIDGET (self->speaker), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 800);
}

/* --- layouts --- */

static GtkWidget *
find_panes (SpeakerFixture *self)
{
  return speaker_fixture_find (self, FORE_TYPE_SPEAKER_PANES, NULL, NULL);
}

static GtkPaned *
find_outer (SpeakerFixture *self)
{
  return GTK_PANED (gtk_widget_get_first_child (find_panes (self)));
}

/* How much of the panes' room a widget has. */
static double
get_share (SpeakerFixture *self, GtkWidget *widget)
{
  GtkWidget *panes = find_panes (self);

  return (double) gtk_widget_get_width (widget) * gtk_widget_get_height (widget) /
         (gtk_widget_get_width (panes) * gtk_widget_get_height (panes));
}

static GtkWidget *
find_by_name (GtkWidget *root, const char *name)
{
  if (g_str_equal (gtk_widget_get_css_name (root), name))
    return gtk_widget_get_mapped (root) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_by_name (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_notes (SpeakerFixture *self)
{
  return find_by_name (GTK_WIDGET (self->speaker), "notes-pane");
}

static void
test_layouts (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *current;

  speaker_fixture_open (self, NOTES, 1280, 720);
  current = GTK_WIDGET (fore_speaker_get_current_card (self->speaker));
  wait_until (get_share (self, current) > 0.5);
  g_assert_cmpfloat (get_share (self, find_notes (self)), <, 0.3);

  speaker_fixture_act (self, "show.layout");
  wait_until (get_share (self, find_notes (self)) > 0.5);
  g_assert_cmpfloat (get_share (self, current), <, 0.3);

  speaker_fixture_act (self, "show.layout");
  wait_until (gtk_widget_get_width (find_notes (self)) ==
              gtk_widget_get_width (find_panes (self)));
  g_assert_cmpint (g_settings_get_enum (self->settings, "speaker-layout"), ==,
                   FORE_SPEAKER_STACKED);

  speaker_fixture_act (self, "show.layout");
  wait_until (get_share (self, current) > 0.5);
  gtk_widget_activate_action (GTK_WIDGET (self->speaker), "show.use-layout", "s",
                              "notes");
  wait_until (get_share (self, find_notes (self)) > 0.5);
  speaker_fixture_settle (self);
}

static void
test_dividers (SpeakerFixture *self, gconstpointer data)
{
  g_autoptr (GVariant) splits = NULL;
  GtkWidget *current;
  double outer, inner, share;
  int expected;

  speaker_fixture_open (self, NOTES, 1280, 720);
  current = GTK_WIDGET (fore_speaker_get_current_card (self->speaker));
  gtk_paned_set_position (find_outer (self), 500);
  wait_until (gtk_widget_get_width (current) == 500);

  /* It is a share, which the window's size does not change. */
  splits = g_settings_get_value (self->settings, "speaker-splits");
  g_assert_true (g_variant_lookup (splits, "slides", "(dd)", &outer, &inner));
  share = 500.0 / gtk_widget_get_width (find_panes (self));
  g_assert_cmpfloat_with_epsilon (outer, share, 0.0001);
  g_clear_pointer (&splits, g_variant_unref);
  resize (self, 960, 600);
  expected = (int) (share * gtk_widget_get_width (find_panes (self)) + 0.5);
  wait_until (gtk_widget_get_width (current) == expected);
  splits = g_settings_get_value (self->settings, "speaker-splits");
  g_assert_true (g_variant_lookup (splits, "slides", "(dd)", &outer, &inner));
  g_assert_cmpfloat_with_epsilon (outer, share, 0.0001);

  /* Another layout has dividers of its own. */
  gtk_widget_activate_action (GTK_WIDGET (self->speaker), "show.use-layout", "s",
                              "stacked");
  gtk_widget_activate_action (GTK_WIDGET (self->speaker), "show.use-layout", "s",
                              "slides");
  wait_until (gtk_widget_get_width (current) == expected);
}

static void
test_upright (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *current;

  speaker_fixture_open (self, NOTES, 1280, 720);
  current = GTK_WIDGET (fore_speaker_get_current_card (self->speaker));
  resize (self, 600, 1000);
  wait_until (gtk_widget_get_width (current) == gtk_widget_get_width (find_panes (self)));
  g_assert_nonnull (find_notes (self));
}

/* --- notes --- */

static gboolean
shows_empty (SpeakerFixture *self)
{
  GtkWidget *label =
    speaker_fixture_find (self, GTK_TYPE_LABEL, "label", "No notes for this slide");

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_without_notes (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *current;

  speaker_fixture_open (self, DECK, 1280, 720);
  current = GTK_WIDGET (fore_speaker_get_current_card (self->speaker));
  g_assert_null (find_notes (self));
  wait_until (gtk_widget_get_height (current) ==
              gtk_widget_get_height (find_panes (self)));
  for (int i = 0; i < 3; i++) {
    int before = gtk_widget_get_width (current);

    speaker_fixture_act (self, "show.layout");
    g_assert_null (find_notes (self));
    wait_until (gtk_widget_get_width (current) != before &&
                gtk_widget_get_height (current) ==
                  gtk_widget_get_height (find_panes (self)));
  }

  speaker_fixture_edit (self, NOTES);
  wait_until (find_notes (self) != NULL);
  g_assert_false (shows_empty (self));
  speaker_fixture_act (self, "show.next");
  wait_until (shows_empty (self));
}

typedef struct {
  guint n_times;
  guint index;
  char *text;
} Edited;

static void
edited_cb (Edited *edited, guint index, const char *text)
{
  edited->n_times++;
  edited->index = index;
  g_free (edited->text);
  edited->text = g_strdup (text);
}

static GtkTextView *
get_editor (SpeakerFixture *self)
{
  return GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (self->speaker)));
}

static GtkTextBuffer *
begin_edit (SpeakerFixture *self)
{
  speaker_fixture_act (self, "show.edit-notes");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_editor (self))));
  return gtk_text_view_get_buffer (get_editor (self));
}

static void
test_edit (SpeakerFixture *self, gconstpointer data)
{
  Edited edited = { 0 };
  GtkTextBuffer *buffer;
  g_autofree char *before = NULL;

  speaker_fixture_open (self, NOTES, 1280, 720);
  g_signal_connect_swapped (self->speaker, "notes-edited", G_CALLBACK (edited_cb),
                            &edited);
  buffer = begin_edit (self);
  g_object_get (buffer, "text", &before, NULL);
  g_assert_cmpstr (before, ==, "said");
  speaker_fixture_act (self, "show.edit-notes");
  g_assert_cmpuint (edited.n_times, ==, 0);

  buffer = begin_edit (self);
  gtk_text_buffer_set_text (buffer, "\nother **words**\n", -1);
  speaker_fixture_act (self, "show.edit-notes");
  g_assert_cmpuint (edited.n_times, ==, 1);
  g_assert_cmpuint (edited.index, ==, 0);
  g_assert_cmpstr (edited.text, ==, "other **words**");
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (self->speaker)));
  g_free (edited.text);
}

/* With real keys: Escape and Ctrl+Return leave the notes, and do nothing else. */
static void
test_edit_with_keys (SpeakerFixture *self, gconstpointer data)
{
  Edited edited = { 0 };

  speaker_fixture_open (self, NOTES, 1280, 720);
  g_signal_connect_swapped (self->speaker, "notes-edited", G_CALLBACK (edited_cb),
                            &edited);
  begin_edit (self);
  user_focus (GTK_WINDOW (self->speaker));
  user_type (" more");
  user_press ("Escape");
  wait_until (edited.n_times == 1);
  g_assert_cmpstr (edited.text, ==, "said more");

  begin_edit (self);
  user_type ("!");
  user_press ("ctrl+Return");
  wait_until (edited.n_times == 2);
  g_assert_cmpstr (edited.text, ==, "said!");
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 0);
  g_free (edited.text);
}

/* A presenter goes on while the speaker types. */
static void
test_edit_goes_on (SpeakerFixture *self, gconstpointer data)
{
  Edited edited = { 0 };
  GtkTextBuffer *buffer;

  speaker_fixture_open (self, NOTES, 1280, 720);
  g_signal_connect_swapped (self->speaker, "notes-edited", G_CALLBACK (edited_cb),
                            &edited);
  buffer = begin_edit (self);
  gtk_text_buffer_set_text (buffer, "half", -1);

  /* A slide comes in above: the notes are still those of the same slide. */
  speaker_fixture_edit (self, "# New\n\n---\n\n" NOTES);
  g_assert_cmpuint (edited.n_times, ==, 0);
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 1);

  speaker_fixture_act (self, "show.next");
  g_assert_cmpuint (edited.n_times, ==, 1);
  g_assert_cmpuint (edited.index, ==, 1);
  g_assert_cmpstr (edited.text, ==, "half");
  g_free (edited.text);
}

/* Nothing that was written is lost with the window. */
static void
test_edit_ends_with_window (SpeakerFixture *self, gconstpointer data)
{
  Edited edited = { 0 };

  speaker_fixture_open (self, NOTES, 1280, 720);
  g_signal_connect_swapped (self->speaker, "notes-edited", G_CALLBACK (edited_cb),
                            &edited);
  gtk_text_buffer_set_text (begin_edit (self), "last words", -1);
  gtk_window_destroy (GTK_WINDOW (self->speaker));
  wait_until (edited.n_times == 1);
  g_assert_cmpstr (edited.text, ==, "last words");
  g_free (edited.text);

  self->speaker = FORE_SPEAKER (
    fore_speaker_new (NULL, self->talk, self->assets, NULL, self->settings));
}

static void
test_edit_first_notes (SpeakerFixture *self, gconstpointer data)
{
  Edited edited = { 0 };

  speaker_fixture_open (self, DECK, 1280, 720);
  g_signal_connect_swapped (self->speaker, "notes-edited", G_CALLBACK (edited_cb),
                            &edited);
  gtk_text_buffer_set_text (begin_edit (self), "first", -1);
  speaker_fixture_act (self, "show.edit-notes");
  g_assert_cmpstr (edited.text, ==, "first");
  g_assert_null (find_notes (self));
  g_free (edited.text);
}

static void
test_fixed_notes (SpeakerFixture *self, gconstpointer data)
{
  speaker_fixture_open (self, "<!-- .slide: data-notes=\"x\" -->\n\n# A\n", 1280, 720);
  speaker_fixture_act (self, "show.edit-notes");
  g_assert_nonnull (fore_speaker_get_message (self->speaker));
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Done"));
}

static void
test_notes_size (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *view;
  double before, after;

  speaker_fixture_open (self, NOTES, 1280, 720);
  view = find_by_name (GTK_WIDGET (self->speaker), "notes-view");
  g_object_get (view, "scale", &before, NULL);
  speaker_fixture_act (self, "show.notes-larger");
  g_object_get (view, "scale", &after, NULL);
  g_assert_cmpfloat (after, >, before * 1.1);
  g_assert_cmpfloat (g_settings_get_double (self->settings, "notes-scale"), >, 1.1);
  for (int i = 0; i < 40; i++)
    speaker_fixture_act (self, "show.notes-smaller");
  g_assert_cmpfloat (g_settings_get_double (self->settings, "notes-scale"), ==, 0.5);
}

/* --- the rest --- */

static void
test_jump (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  speaker_fixture_open (self, DECK, 1280, 720);
  speaker_fixture_act (self, "show.jump");
  entry = speaker_fixture_find (self, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  wait_until (gtk_widget_get_mapped (entry));

  /* Only the speaker sees where it would go. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "las");
  wait_until (fore_stage_get_index (fore_slide_card_get_stage (
                fore_speaker_get_current_card (self->speaker))) == 3);
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 0);
  g_assert_cmpstr (get_mark (self), ==, "PREVIEW");
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such slide");
  wait_until (says (self, "There is no such slide"));
  g_assert_null (get_mark (self));
  assert_card (fore_speaker_get_current_card (self->speaker), 0, 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2.2");
  wait_until (says (self, "Below"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (gtk_widget_get_mapped (entry));
  assert_card (fore_speaker_get_current_card (self->speaker), 0, 0);

  speaker_fixture_act (self, "show.jump");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2.2");
  wait_until (says (self, "Below"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 2);
  g_assert_false (gtk_widget_get_mapped (entry));
}

static void
test_tool_bar (SpeakerFixture *self, gconstpointer data)
{
  g_autoptr (GSimpleAction) laser =
    g_simple_action_new_stateful ("laser", NULL, g_variant_new_boolean (FALSE));
  GtkWidget *freeze, *button;

  speaker_fixture_open (self, DECK, 1280, 720);
  g_assert_null (
    speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.laser"));
  freeze = speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.freeze");
  g_assert_nonnull (freeze);
  g_assert_cmpint (gtk_widget_get_width (freeze), >=, 48);
  g_assert_cmpint (gtk_widget_get_height (freeze), >=, 48);

  g_signal_emit_by_name (freeze, "clicked");
  g_assert_true (fore_talk_get_frozen (self->talk));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (freeze)));
  fore_talk_set_frozen (self->talk, FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (freeze)));

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (laser));
  button = speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.laser");
  g_assert_nonnull (button);
}

static char *
dup_key (const char *command, gpointer user_data)
{
  if (g_str_equal (command, "freeze"))
    return g_strdup ("F");
  return g_str_equal (command, "timer-toggle") ? g_strdup ("T") : NULL;
}

static void
test_keys (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *freeze, *next;

  speaker_fixture_open (self, DECK, 1280, 720);
  fore_speaker_set_keys (self->speaker, dup_key, NULL);
  freeze = speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.freeze");
  next = speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.next");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (freeze), ==,
                   "Keep the audience’s picture (F)");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (next), ==, "Next step");
  next = speaker_fixture_find (self, GTK_TYPE_BUTTON, "action-name", "show.timer-toggle");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (next), ==, "Pause or resume (T)");
}

static void
test_message (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *button;

  speaker_fixture_open (self, DECK, 1280, 720);
  g_assert_null (fore_speaker_get_message (self->speaker));
  fore_speaker_show_message (self->speaker, "A screen was plugged in.", "Use It",
                             "show.go-to::4");
  g_assert_true (says (self, "A screen was plugged in."));
  button = speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Use It");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fore_talk_get_index (self->talk), ==, 3);

  fore_speaker_show_message (self->speaker, "Press Escape again.", NULL, NULL);
  g_assert_null (speaker_fixture_find (self, GTK_TYPE_BUTTON, "label", "Use It"));
  fore_speaker_show_message (self->speaker, NULL, NULL, NULL);
  g_assert_null (fore_speaker_get_message (self->speaker));
}

static gboolean
is_light (GtkWidget *widget)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  return colour.red > 0.8 && colour.green > 0.8 && colour.blue > 0.8;
}

/* The other windows are light here. */
static void
test_dark (SpeakerFixture *self, gconstpointer data)
{
  GtkWidget *popover;

  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  speaker_fixture_open (self, NOTES, 1280, 720);
  g_assert_true (is_light (speaker_fixture_find (self, FORE_TYPE_FIGURES, NULL, NULL)));
  begin_edit (self);
  g_assert_true (is_light (GTK_WIDGET (get_editor (self))));
  speaker_fixture_act (self, "show.timer-setup");
  popover = speaker_fixture_find (self, ADW_TYPE_ENTRY_ROW, NULL, NULL);
  g_assert_true (is_light (popover));
}

#define test(path, function)                                                             \
  g_test_add (path, SpeakerFixture, NULL, speaker_fixture_set_up, function,              \
              speaker_fixture_tear_down)

int
main (int argc, char *argv[])
{
  speaker_fixture_init (&argc, &argv);
  g_test_add_func ("/speaker/words/time", test_read_time);
  g_test_add_func ("/speaker/words/clock", test_read_clock);
  test ("/speaker/time/pace", test_pace);
  test ("/speaker/time/end-comes-near", test_end_comes_near);
  test ("/speaker/time/displays", test_displays);
  test ("/speaker/time/reset", test_reset);
  test ("/speaker/time/setup", test_setup);
  test ("/speaker/time/sizes", test_sizes);
  test ("/speaker/slides/next", test_next);
  test ("/speaker/slides/section", test_section);
  test ("/speaker/slides/special", test_special);
  test ("/speaker/slides/held-edits", test_held_edits);
  test ("/speaker/slides/page-counts", test_page_counts);
  test ("/speaker/slides/long-titles", test_long_titles);
  test ("/speaker/layout/cycle", test_layouts);
  test ("/speaker/layout/dividers", test_dividers);
  test ("/speaker/layout/upright", test_upright);
  test ("/speaker/notes/none", test_without_notes);
  test ("/speaker/notes/edit", test_edit);
  test ("/speaker/notes/edit-with-keys", test_edit_with_keys);
  test ("/speaker/notes/edit-goes-on", test_edit_goes_on);
  test ("/speaker/notes/edit-ends-with-window", test_edit_ends_with_window);
  test ("/speaker/notes/edit-first", test_edit_first_notes);
  test ("/speaker/notes/fixed", test_fixed_notes);
  test ("/speaker/notes/size", test_notes_size);
  test ("/speaker/jump", test_jump);
  test ("/speaker/tool-bar", test_tool_bar);
  test ("/speaker/keys", test_keys);
  test ("/speaker/message", test_message);
  test ("/speaker/dark", test_dark);

  return g_test_run ();
}
