/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "talk-fixture.h"

#include <string.h>

/* A, a stack of B (two steps) and C, hidden D, E. */
static const char plain[] = "# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n- b" FRAGMENT
                            "\n\n----\n\n# C\n\n---\n\n" HIDDEN "# D\n\n---\n\n# E\n";

#define assert_at(talk, i, s)                                                            \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_assert_cmpuint (fore_talk_get_index (talk), ==, i);                                \
    g_assert_cmpuint (fore_talk_get_step (talk), ==, s);                                 \
  }                                                                                      \
  G_STMT_END

#define assert_audience_at(talk, i, s)                                                   \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, i);                       \
    g_assert_cmpuint (fore_talk_get_audience_step (talk), ==, s);                        \
  }                                                                                      \
  G_STMT_END

/* --- moves
 * ------------------------------------------------------------------------------ */

static void
test_linear (void)
{
  static const guint places[][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 },
                                     { 1, 2 }, { 2, 0 }, { 4, 0 } };
  g_autoptr (ForeTalk) talk = talk_new (plain);

  for (guint i = 1; i < G_N_ELEMENTS (places); i++) {
    guint index, step;

    g_assert_true (fore_talk_peek_next (talk, &index, &step));
    g_assert_cmpuint (index, ==, places[i][0]);
    g_assert_cmpuint (step, ==, places[i][1]);
    g_assert_false (fore_talk_get_at_end (talk));
    g_assert_true (fore_talk_next (talk));
    assert_at (talk, places[i][0], places[i][1]);
  }
  g_assert_true (fore_talk_get_at_end (talk));
  g_assert_false (fore_talk_next (talk));
  for (guint i = G_N_ELEMENTS (places) - 1; i > 0; i--) {
    g_assert_true (fore_talk_previous (talk));
    assert_at (talk, places[i - 1][0], places[i - 1][1]);
  }
  g_assert_false (fore_talk_previous (talk));
}

static void
test_whole_slides (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  g_assert_true (fore_talk_next_slide (talk));
  assert_at (talk, 1, 0);
  g_assert_true (fore_talk_next_slide (talk));
  assert_at (talk, 2, 0);
  g_assert_true (fore_talk_next_slide (talk));
  assert_at (talk, 4, 0);
  g_assert_false (fore_talk_next_slide (talk));
  g_assert_true (fore_talk_previous_slide (talk));
  g_assert_true (fore_talk_previous_slide (talk));
  assert_at (talk, 1, 2);
  g_assert_true (fore_talk_previous_slide (talk));
  assert_at (talk, 0, 0);
  g_assert_false (fore_talk_previous_slide (talk));
}

typedef struct {
  const char *head;
  const char *moves; /* of r l u d */
  const char *places;
} ArrowCase;

/* On the columns 0 1 2, 3, 4 5, 6 7. */
static const ArrowCase arrow_cases[] = {
  { "title: x", "rrl", "343" },
  { "title: x", "ddrrdlrll", "123453532" },
  { "title: x", "lurrrrdd", "00346677" },
  { "title: x", "ddrrdr", "123456" },
  { "slideOptions:\n  navigationMode: grid", "ddrlrrlr", "12303434" },
  { "slideOptions:\n  navigationMode: grid", "rrdrl", "34575" },
  { "slideOptions:\n  navigationMode: linear", "rrrdlu", "123432" },
  { "dir: rtl", "rlldr", "03453" },
};

/* Returns the index after each move. */
static char *
walk (ForeTalk *talk, const char *moves)
{
  GString *places = g_string_new (NULL);

  for (; *moves != '\0'; moves++) {
    switch (*moves) {
    case 'r':
      fore_talk_right (talk);
      break;
    case 'l':
      fore_talk_left (talk);
      break;
    case 'u':
      fore_talk_up (talk);
      break;
    default:
      fore_talk_down (talk);
    }
    g_string_append_printf (places, "%u", fore_talk_get_index (talk));
  }

  return g_string_free (places, FALSE);
}

static void
test_arrow_case (gconstpointer data)
{
  const ArrowCase *test = data;
  g_autofree char *text =
    g_strdup_printf ("---\n%s\n---\n0\n\n----\n\n1\n\n----\n\n2\n\n---\n\n3\n\n---\n\n"
                     "4\n\n----\n\n5\n\n---\n\n6\n\n----\n\n7\n",
                     test->head);
  g_autoptr (ForeTalk) talk = talk_new (text);
  g_autofree char *places = walk (talk, test->moves);

  g_assert_cmpstr (places, ==, test->places);
}

/* In one row or one column all arrows are alike. */
static void
test_arrows_one_way (void)
{
  g_autoptr (ForeTalk) row = talk_new ("0\n\n---\n\n1\n\n---\n\n2\n");
  g_autoptr (ForeTalk) column = talk_new ("0\n\n----\n\n1\n\n----\n\n2\n");
  g_autofree char *in_row = walk (row, "drul");
  g_autofree char *in_column = walk (column, "drul");

  g_assert_cmpstr (in_row, ==, "1210");
  g_assert_cmpstr (in_column, ==, "1210");
}

static void
test_arrows_and_steps (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  guint index;

  g_assert_true (fore_talk_right (talk));
  assert_at (talk, 1, 0);
  g_assert_true (fore_talk_peek_down (talk, &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_true (fore_talk_peek_right (talk, &index));
  g_assert_cmpuint (index, ==, 4);
  g_assert_true (fore_talk_down (talk));
  assert_at (talk, 1, 1);
  g_assert_true (fore_talk_right (talk));
  g_assert_true (fore_talk_down (talk));
  assert_at (talk, 2, 0);
  g_assert_false (fore_talk_peek_down (talk, NULL));
  g_assert_false (fore_talk_down (talk));
  g_assert_true (fore_talk_right (talk));
  assert_at (talk, 4, 0);
  g_assert_false (fore_talk_peek_right (talk, NULL));
  g_assert_false (fore_talk_right (talk));
  /* Back to the slide of the stack that was shown last. */
  g_assert_true (fore_talk_left (talk));
  assert_at (talk, 2, 0);
  g_assert_true (fore_talk_up (talk));
  assert_at (talk, 1, 2);
  g_assert_true (fore_talk_left (talk));
  assert_at (talk, 1, 1);
}

static void
test_hidden (void)
{
  g_autoptr (ForeTalk) talk =
    talk_new (HIDDEN "a\n\n---\n\nb\n\n---\n\n" HIDDEN "c\n\n----\n\n" HIDDEN
                     "d\n\n---\n\ne\n\n---\n\n" HIDDEN "f\n");
  g_autoptr (ForeTalk) nothing = talk_new (HIDDEN "a\n\n---\n\n" HIDDEN "b\n");

  assert_at (talk, 1, 0);
  g_assert_false (fore_talk_left (talk));
  g_assert_true (fore_talk_right (talk));
  assert_at (talk, 4, 0);
  g_assert_true (fore_talk_get_at_end (talk));
  g_assert_true (fore_talk_go_to (talk, 3, 0));
  assert_at (talk, 3, 0);
  g_assert_true (fore_talk_next (talk));
  assert_at (talk, 4, 0);
  g_assert_true (fore_talk_go_to (talk, 5, 0));
  g_assert_true (fore_talk_first (talk));
  assert_at (talk, 1, 0);
  g_assert_true (fore_talk_last (talk));
  assert_at (talk, 4, 0);
  g_assert_false (fore_talk_last (talk));

  assert_at (nothing, 0, 0);
  g_assert_false (fore_talk_next (nothing));
  g_assert_false (fore_talk_last (nothing));
  g_assert_true (fore_talk_go_to (nothing, 1, 0));
}

static void
test_jumps (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  g_assert_true (fore_talk_go_to (talk, 1, G_MAXUINT));
  assert_at (talk, 1, 2);
  g_assert_false (fore_talk_go_to (talk, 1, 2));
  g_assert_true (fore_talk_go_to (talk, 1, 1));
  g_assert_true (fore_talk_go_to (talk, 3, 0));
  assert_at (talk, 3, 0);
  g_assert_true (fore_talk_last (talk));
  assert_at (talk, 4, 0);
  g_assert_true (fore_talk_first (talk));
  assert_at (talk, 0, 0);
  g_assert_false (fore_talk_first (talk));
}

static void
test_sections (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  g_assert_cmpstr (fore_talk_get_section_title (talk), ==, "A");
  g_assert_cmpstr (fore_talk_get_next_section_title (talk), ==, "B");
  g_assert_true (fore_talk_next_section (talk));
  assert_at (talk, 1, 0);
  fore_talk_go_to (talk, 2, 0);
  g_assert_cmpstr (fore_talk_get_section_title (talk), ==, "B");
  g_assert_cmpstr (fore_talk_get_next_section_title (talk), ==, "E");
  g_assert_true (fore_talk_next_section (talk));
  assert_at (talk, 4, 0);
  g_assert_null (fore_talk_get_next_section_title (talk));
  g_assert_false (fore_talk_next_section (talk));
  fore_talk_go_to (talk, 2, 0);
  g_assert_true (fore_talk_previous_section (talk));
  assert_at (talk, 1, 0);
  fore_talk_next (talk);
  g_assert_true (fore_talk_previous_section (talk));
  assert_at (talk, 1, 0);
  g_assert_true (fore_talk_previous_section (talk));
  assert_at (talk, 0, 0);
  g_assert_false (fore_talk_previous_section (talk));
  fore_talk_go_to (talk, 3, 0);
  g_assert_null (fore_talk_get_section_title (talk));
  g_assert_cmpstr (fore_talk_get_next_section_title (talk), ==, "E");
}

static void
test_history (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  g_assert_false (fore_talk_get_can_go_back (talk));
  fore_talk_next (talk);
  fore_talk_next (talk);
  g_assert_false (fore_talk_get_can_go_back (talk));
  fore_talk_go_to (talk, 4, 0);
  g_assert_true (fore_talk_get_can_go_back (talk));
  fore_talk_previous (talk);
  assert_at (talk, 2, 0);
  g_assert_true (fore_talk_go_back (talk));
  assert_at (talk, 1, 1);
  g_assert_false (fore_talk_get_can_go_back (talk));
  g_assert_true (fore_talk_get_can_go_forward (talk));
  g_assert_true (fore_talk_go_forward (talk));
  assert_at (talk, 2, 0);
  g_assert_false (fore_talk_get_can_go_forward (talk));
  g_assert_false (fore_talk_go_forward (talk));
  fore_talk_go_back (talk);
  fore_talk_go_to (talk, 0, 0);
  g_assert_false (fore_talk_get_can_go_forward (talk));
  g_assert_true (fore_talk_go_back (talk));
  assert_at (talk, 1, 1);
}

/* Edits move the places that are remembered, and a place where the talk is already is
 * none to go to. */
static void
test_history_edited (void)
{
  g_autoptr (ForeTalk) talk = talk_new ("# A\n\n---\n\n# B\n\n---\n\n# C\n");

  fore_talk_go_to (talk, 2, 0);
  edit (talk, "# New\n\n---\n\n# A\n\n---\n\n# B\n\n---\n\n# C\n");
  assert_at (talk, 3, 0);
  g_assert_true (fore_talk_go_back (talk));
  assert_at (talk, 1, 0);
  edit (talk, "# C\n");
  assert_at (talk, 0, 0);
  g_assert_true (fore_talk_get_can_go_forward (talk));
  g_assert_false (fore_talk_go_forward (talk));
  g_assert_false (fore_talk_get_can_go_forward (talk));
}

typedef struct {
  const char *text;
  int index; /* -1: none */
} FindCase;

static const FindCase find_cases[] = {
  { "3", 2 },       { " 1 ", 0 },         { "0", -1 },       { "6", -1 },
  { "2/2", 2 },     { "2.1", 1 },         { "2/3", -1 },     { "9/1", -1 },
  { "0/1", -1 },    { "#sum", 4 },        { "sum", 4 },      { "#no", -1 },
  { "results", 2 }, { "RES", 1 },         { "ueber", -1 },   { "uber uns", 3 },
  { "uns", 3 },     { "über", 3 },        { "year res", 1 }, { "", -1 },
  { "2019", 4 },    { "4294967297", -1 }, { "nothing", -1 }, { "1/", -1 },
};

static void
test_find (void)
{
  g_autoptr (ForeTalk) talk =
    talk_new ("# Start\n\n---\n\n# Results of the year\n\n----\n\n# Results\n\n---\n\n"
              "# Über uns\n\n---\n\n<!-- .slide: id=\"sum\" -->\n\n# The rest of 2019\n");

  for (guint i = 0; i < G_N_ELEMENTS (find_cases); i++) {
    const FindCase *test = &find_cases[i];
    guint index = G_MAXUINT;

    g_test_message ("%s", test->text);
    g_assert_cmpint (fore_talk_find (talk, test->text, &index), ==, test->index >= 0);
    g_assert_cmpint ((int) index, ==, test->index);
  }
  g_assert_true (fore_talk_find (talk, "1", NULL));
}

/* --- what the audience sees
 * ------------------------------------------------------------- */

static void
test_blank (gconstpointer data)
{
  ForePicture picture = GPOINTER_TO_INT (data);
  g_autoptr (ForeTalk) talk = talk_new (plain);

  fore_talk_next (talk);
  fore_talk_set_picture (talk, picture);
  g_assert_true (fore_talk_next (talk));
  assert_at (talk, 1, 0);
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_SLIDE);

  fore_talk_set_picture (talk, picture);
  g_assert_true (fore_talk_left (talk));
  assert_at (talk, 1, 0);

  fore_talk_set_picture (talk, picture);
  g_assert_true (fore_talk_go_to (talk, 4, 0));
  assert_at (talk, 4, 0);
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_SLIDE);

  fore_talk_set_picture (talk, picture);
  g_assert_true (fore_talk_leave_special (talk));
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_SLIDE);
  g_assert_false (fore_talk_leave_special (talk));
}

/* A title that is black while people come in does not start the talk. */
static void
test_blank_before_start (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_WAITING);
}

static void
test_window_hidden (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  fore_talk_set_picture (talk, FORE_PICTURE_HIDDEN);
  g_assert_true (fore_talk_next (talk));
  assert_at (talk, 1, 0);
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_HIDDEN);
  g_assert_true (fore_talk_leave_special (talk));
}

static void
test_frozen (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeDeck *before = fore_talk_get_deck (talk);

  fore_talk_next (talk);
  fore_talk_set_frozen (talk, TRUE);
  fore_talk_next (talk);
  fore_talk_last (talk);
  edit (talk, "# A\n\n---\n\n# X\n");
  assert_at (talk, 1, 0);
  assert_audience_at (talk, 1, 0);
  g_assert_true (fore_talk_get_audience_deck (talk) == before);
  fore_talk_first (talk);
  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);

  g_assert_true (fore_talk_leave_special (talk));
  g_assert_true (fore_talk_get_frozen (talk));
  g_assert_true (fore_talk_leave_special (talk));
  g_assert_false (fore_talk_get_frozen (talk));
  assert_audience_at (talk, 0, 0);
  g_assert_true (fore_talk_get_audience_deck (talk) == fore_talk_get_deck (talk));
}

static void
test_hold_edits (void)
{
  static const char edited[] = "# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n";
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeDeck *before = fore_talk_get_deck (talk);

  fore_talk_set_hold_edits (talk, TRUE);
  fore_talk_next (talk);
  edit (talk, edited);
  g_assert_true (fore_talk_get_has_held_edits (talk));
  g_assert_true (fore_talk_get_audience_deck (talk) == before);
  /* Steps go on in the old slide. */
  fore_talk_next (talk);
  assert_audience_at (talk, 1, 1);
  g_assert_true (fore_talk_get_has_held_edits (talk));

  fore_talk_previous (talk);
  fore_talk_previous (talk);
  assert_audience_at (talk, 0, 0);
  g_assert_false (fore_talk_get_has_held_edits (talk));
  g_assert_true (fore_talk_get_audience_deck (talk) == fore_talk_get_deck (talk));

  edit (talk, plain);
  fore_talk_publish (talk);
  g_assert_false (fore_talk_get_has_held_edits (talk));

  /* An edit that is taken back was none. */
  edit (talk, edited);
  edit (talk, plain);
  g_assert_false (fore_talk_get_has_held_edits (talk));

  edit (talk, edited);
  fore_talk_set_hold_edits (talk, FALSE);
  g_assert_true (fore_talk_get_audience_deck (talk) == fore_talk_get_deck (talk));
}

/* Freezing alone does not publish what is held. */
static void
test_hold_and_freeze (void)
{
  g_autoptr (ForeTalk) talk = talk_new ("# A\n\n---\n\n# B\n");

  fore_talk_set_hold_edits (talk, TRUE);
  edit (talk, "# A2\n\n---\n\n# B\n");
  fore_talk_set_frozen (talk, TRUE);
  fore_talk_set_frozen (talk, FALSE);
  g_assert_true (fore_talk_get_has_held_edits (talk));
  fore_talk_set_frozen (talk, TRUE);
  fore_talk_next (talk);
  g_assert_true (fore_talk_get_has_held_edits (talk));
  fore_talk_set_frozen (talk, FALSE);
  g_assert_false (fore_talk_get_has_held_edits (talk));
  assert_audience_at (talk, 1, 0);
}

/* --- edits while it runs
 * ---------------------------------------------------------------- */

static void
test_edits (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  fore_talk_go_to (talk, 1, 2);
  pass (talk, 10);
  edit (talk, "# New\n\n---\n\n# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n- b" FRAGMENT
              "\n\n----\n\n# C\n");
  assert_at (talk, 2, 2);
  assert_audience_at (talk, 2, 2);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 2), ==, 10 * G_USEC_PER_SEC);

  /* The slide itself is edited, and loses a step. */
  edit (talk, "# New\n\n---\n\n# A\n\n---\n\n# B\n\n- a" FRAGMENT "\n\n----\n\n# C\n");
  assert_at (talk, 2, 1);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 2), ==, 10 * G_USEC_PER_SEC);

  /* It goes, and its time with it: what stands in its place starts. */
  pass (talk, 5);
  edit (talk, "# New\n\n---\n\n# A\n\n----\n\n# C\n");
  assert_at (talk, 2, 0);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 2), ==, 0);
  edit (talk, "");
  assert_at (talk, 0, 0);
}

static void
test_correct_steps (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);

  fore_talk_correct_n_steps (talk, 0, 2);
  g_assert_cmpuint (fore_talk_get_n_steps (talk), ==, 2);
  fore_talk_next (talk);
  fore_talk_next (talk);
  assert_at (talk, 0, 2);
  fore_talk_correct_n_steps (talk, 0, 1);
  assert_at (talk, 0, 1);
  assert_audience_at (talk, 0, 1);
  /* Until the slide changes. */
  edit (talk, "# A2\n");
  g_assert_cmpuint (fore_talk_get_n_steps (talk), ==, 0);
  assert_at (talk, 0, 0);
}

/* --- time
 * ------------------------------------------------------------------------------- */

static void
test_time_starts (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeTimer *timer = fore_talk_get_timer (talk);

  pass (talk, 600);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_WAITING);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 0);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
  pass (talk, 90);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 90);
}

static void
test_time_going_back_does_not_start (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeTimer *timer = fore_talk_get_timer (talk);

  fore_talk_go_to (talk, 2, 0);
  fore_timer_reset (timer);
  fore_talk_previous (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_WAITING);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
}

static void
test_time_pause_persists (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeTimer *timer = fore_talk_get_timer (talk);

  fore_talk_next (talk);
  fore_timer_pause (timer);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_PAUSED);
  fore_talk_set_resumes_on_advance (talk, TRUE);
  fore_talk_previous (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_PAUSED);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
}

static void
test_time_blank_pauses (void)
{
  g_autoptr (ForeTalk) talk = talk_new (plain);
  ForeTimer *timer = fore_talk_get_timer (talk);

  fore_talk_next (talk);
  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
  fore_talk_set_picture (talk, FORE_PICTURE_SLIDE);

  fore_talk_set_pauses_when_blank (talk, TRUE);
  fore_talk_set_picture (talk, FORE_PICTURE_HIDDEN);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);
  fore_talk_set_picture (talk, FORE_PICTURE_WHITE);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_PAUSED);
  fore_talk_next (talk);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_RUNNING);

  /* What somebody paused by hand stays paused. */
  fore_timer_pause (timer);
  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  fore_talk_set_picture (talk, FORE_PICTURE_SLIDE);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_PAUSED);

  /* What somebody resumed by hand and paused again too. */
  fore_timer_resume (timer);
  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  fore_timer_resume (timer);
  fore_timer_pause (timer);
  fore_talk_set_picture (talk, FORE_PICTURE_SLIDE);
  g_assert_cmpint (fore_timer_get_state (timer), ==, FORE_TIMER_PAUSED);
}

static void
assert_times (ForeTalk *talk, gint64 first, gint64 second, gint64 third)
{
  g_assert_cmpint (fore_talk_get_slide_time (talk, 0), ==, first * G_USEC_PER_SEC);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 1), ==, second * G_USEC_PER_SEC);
  g_assert_cmpint (fore_talk_get_slide_time (talk, 2), ==, third * G_USEC_PER_SEC);
}

static void
test_time_of_slides (void)
{
  g_autoptr (ForeTalk) talk = talk_new ("# A\n\n---\n\n# B\n\n---\n\n# C\n");
  ForeTimer *timer = fore_talk_get_timer (talk);

  pass (talk, 100);
  fore_talk_next (talk);
  pass (talk, 20);
  fore_talk_next (talk);
  pass (talk, 5);
  fore_talk_previous (talk);
  pass (talk, 7);
  fore_timer_pause (timer);
  pass (talk, 1000);
  fore_timer_resume (timer);
  fore_timer_set_elapsed (timer, 3600);
  pass (talk, 3);
  assert_times (talk, 0, 30, 5);

  fore_timer_reset (timer);
  assert_times (talk, 0, 0, 0);
  pass (talk, 4);
  fore_timer_undo_reset (timer);
  assert_times (talk, 0, 34, 5);
  g_assert_cmpint (fore_timer_get_elapsed (timer), ==, 3607);

  /* Once it cannot be undone, the new count stays. */
  fore_timer_reset (timer);
  fore_talk_next (talk);
  pass (talk, 10);
  fore_timer_undo_reset (timer);
  assert_times (talk, 0, 0, 10);
}

/* --- plan and pace
 * ---------------------------------------------------------------------- */

#define HALF_HOUR "---\nduration: 30\n---\n"
#define SIX "# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n\n---\n\n# E\n\n---\n\n# F\n"

static void
assert_pace (ForeTalk *talk, ForePaceKind kind, gint64 behind)
{
  g_assert_cmpint (fore_talk_get_pace_kind (talk), ==, kind);
  g_assert_cmpint (fore_talk_get_behind (talk), ==, behind);
}

static void
test_pace (void)
{
  g_autoptr (ForeTalk) talk = talk_new (HALF_HOUR SIX);
  ForeTimer *timer = fore_talk_get_timer (talk);

  g_assert_cmpint (fore_timer_get_duration (timer), ==, 1800);
  assert_pace (talk, FORE_PACE_NONE, 0);
  fore_timer_start (timer);
  assert_pace (talk, FORE_PACE_ON_TIME, 0);
  pass (talk, 300);
  assert_pace (talk, FORE_PACE_ON_TIME, 0);
  pass (talk, 59);
  assert_pace (talk, FORE_PACE_ON_TIME, 59);
  pass (talk, 21);
  assert_pace (talk, FORE_PACE_BEHIND, 80);
  fore_talk_next (talk);
  assert_pace (talk, FORE_PACE_ON_TIME, 0);
  fore_talk_next (talk);
  assert_pace (talk, FORE_PACE_AHEAD, -220);
  pass (talk, 1800 - 380);
  assert_pace (talk, FORE_PACE_BEHIND, 900);
  pass (talk, 1);
  assert_pace (talk, FORE_PACE_OVERTIME, 901);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, -1);
}

static void
test_pace_uncounted (void)
{
  g_autoptr (ForeTalk) talk =
    talk_new (HALF_HOUR "# A\n\n---\n\n# B\n\n---\n\n" UNCOUNTED "# Backup\n");

  fore_timer_start (fore_talk_get_timer (talk));
  fore_talk_last (talk);
  assert_pace (talk, FORE_PACE_NONE, 0);
  g_assert_cmpuint (fore_plan_get_n_counted (fore_talk_get_plan (talk)), ==, 2);
  g_assert_null (fore_talk_get_section_title (talk));
  g_assert_cmpint (fore_talk_get_section_remaining (talk), ==, 0);
  pass (talk, 1801);
  assert_pace (talk, FORE_PACE_OVERTIME, 0);
}

static void
set_end (ForeTalk *talk, gint64 seconds)
{
  g_autoptr (GDateTime) now = fore_clock_dup_now (fore_talk_get_clock (talk));
  g_autoptr (GDateTime) end = g_date_time_add (now, seconds * G_USEC_PER_SEC);

  fore_timer_set_end_time (fore_talk_get_timer (talk), end);
}

static void
test_late_start (void)
{
  g_autoptr (ForeTalk) talk = talk_new (HALF_HOUR SIX);

  set_end (talk, 2400);
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==, 1800);
  pass (talk, 1200);
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==, 1200);
  fore_talk_next (talk);
  g_assert_cmpint (fore_plan_get_planned (fore_talk_get_plan (talk), 1), ==, 200);
  g_assert_cmpint (fore_timer_get_remaining (fore_talk_get_timer (talk)), ==, 1200);
  pass (talk, 300);
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==, 1200);
  assert_pace (talk, FORE_PACE_ON_TIME, 0);
}

/* A pause before a fixed end is taken from the slides to come; who was late stays late.
 */
static void
test_fixed_end_and_pause (void)
{
  g_autoptr (ForeTalk) talk = talk_new (HALF_HOUR SIX);
  ForeTimer *timer = fore_talk_get_timer (talk);

  set_end (talk, 1800);
  fore_talk_next (talk);
  fore_talk_next (talk);
  pass (talk, 1000);
  assert_pace (talk, FORE_PACE_BEHIND, 100);
  fore_timer_pause (timer);
  pass (talk, 400);
  fore_timer_resume (timer);
  g_assert_cmpint (fore_plan_get_start (fore_talk_get_plan (talk), 2), ==, 600);
  g_assert_cmpint (fore_plan_get_start (fore_talk_get_plan (talk), 3), ==, 800);
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==, 1400);
  assert_pace (talk, FORE_PACE_BEHIND, 200);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, 400);

  /* An end that has gone by. */
  fore_timer_pause (timer);
  pass (talk, 4000);
  g_assert_cmpint (fore_timer_get_remaining (timer), ==, -3600);
  assert_pace (talk, FORE_PACE_OVERTIME, 400);
}

static void
test_duration_follows (void)
{
  g_autoptr (ForeTalk) talk = talk_new (SIX);
  ForeTimer *timer = fore_talk_get_timer (talk);

  g_assert_cmpint (fore_timer_get_duration (timer), ==, 0);
  edit (talk, HALF_HOUR SIX);
  g_assert_cmpint (fore_timer_get_duration (timer), ==, 1800);
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==, 1800);
  fore_timer_set_duration (timer, 600);
  g_assert_cmpint (fore_plan_get_planned (fore_talk_get_plan (talk), 0), ==, 100);
  edit (talk, "---\nduration: 20\n---\n" SIX);
  g_assert_cmpint (fore_timer_get_duration (timer), ==, 600);
  g_assert_cmpint (fore_plan_get_planned (fore_talk_get_plan (talk), 0), ==, 100);
}

/* Whoever hears of a new duration can ask for all that depends on it. */
static void
duration_cb (ForeTimer *timer, GParamSpec *property, ForeTalk *talk)
{
  g_assert_cmpint (fore_plan_get_total (fore_talk_get_plan (talk)), ==,
                   fore_timer_get_duration (timer));
  g_assert_cmpint (fore_talk_get_pace_kind (talk), ==, FORE_PACE_ON_TIME);
  g_assert_cmpstr (fore_talk_get_section_title (talk), ==, "New");
}

static void
test_duration_heard (void)
{
  g_autoptr (ForeTalk) talk = talk_new ("# A\n");
  ForeTimer *timer = fore_talk_get_timer (talk);

  fore_timer_start (timer);
  g_signal_connect (timer, "notify::duration", G_CALLBACK (duration_cb), talk);
  edit (talk, "---\nduration: 5\n---\n# New\n\n---\n\n# B\n");
  g_assert_cmpint (fore_timer_get_duration (timer), ==, 300);
}

static void
test_section_time (void)
{
  g_autoptr (ForeTalk) talk =
    talk_new ("---\nduration: 10\n---\n# A\n\n---\n\n# B\n\n----\n\n# C\n\n---\n\n# D\n");

  fore_timer_start (fore_talk_get_timer (talk));
  g_assert_cmpint (fore_talk_get_section_remaining (talk), ==, 150);
  pass (talk, 160);
  g_assert_cmpint (fore_talk_get_section_remaining (talk), ==, -10);
  fore_talk_next (talk);
  g_assert_cmpint (fore_talk_get_section_remaining (talk), ==, 300);
  pass (talk, 50);
  fore_talk_next (talk);
  pass (talk, 25);
  g_assert_cmpint (fore_talk_get_section_remaining (talk), ==, 225);
}

/* --- telling
 * ---------------------------------------------------------------------------- */

static void
count_cb (ForeTalk *talk, GParamSpec *property, GHashTable *counts)
{
  gpointer count = g_hash_table_lookup (counts, property->name);

  g_hash_table_insert (counts, (gpointer) property->name,
                       GINT_TO_POINTER (GPOINTER_TO_INT (count) + 1));
}

static char *
dup_counts (GHashTable *counts)
{
  g_autoptr (GList) names =
    g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (text, "%s%s:%d", text->len > 0 ? " " : "",
                            (const char *) name->data,
                            GPOINTER_TO_INT (g_hash_table_lookup (counts, name->data)));
  g_hash_table_remove_all (counts);

  return g_string_free (text, FALSE);
}

#define assert_told(counts, expected)                                                    \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *told = dup_counts (counts);                                         \
                                                                                         \
    g_assert_cmpstr (told, ==, expected);                                                \
  }                                                                                      \
  G_STMT_END

static void
test_notify (void)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ForeTalk) talk = talk_new (plain);

  g_signal_connect (talk, "notify", G_CALLBACK (count_cb), counts);

  fore_talk_previous (talk);
  fore_talk_tick (talk);
  fore_talk_set_picture (talk, FORE_PICTURE_SLIDE);
  fore_talk_publish (talk);
  assert_told (counts, "");
  fore_talk_next (talk);
  assert_told (counts,
               "audience-index:1 index:1 n-steps:1 next-section-title:1 section-title:1");
  fore_talk_next (talk);
  assert_told (counts, "audience-step:1 step:1");
  fore_talk_set_frozen (talk, TRUE);
  fore_talk_next (talk);
  assert_told (counts, "frozen:1 step:1");
  fore_talk_set_picture (talk, FORE_PICTURE_BLACK);
  fore_talk_go_to (talk, 4, 0);
  assert_told (counts,
               "at-end:1 can-go-back:1 index:1 n-steps:1 next-section-title:1 picture:2 "
               "section-title:1 step:1");
  edit (talk, plain);
  assert_told (counts, "deck:1 plan:1");
  fore_talk_set_frozen (talk, FALSE);
  assert_told (counts, "audience-deck:1 audience-index:1 audience-step:1 frozen:1");
}

static void
test_notify_time (void)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ForeTalk) talk = talk_new (HALF_HOUR SIX);

  fore_timer_start (fore_talk_get_timer (talk));
  g_signal_connect (talk, "notify", G_CALLBACK (count_cb), counts);
  pass (talk, 1);
  assert_told (counts, "section-remaining:1");
  pass (talk, 0);
  assert_told (counts, "");
  pass (talk, 399);
  assert_told (counts, "behind:1 pace-kind:1 section-remaining:1");
  fore_timer_set_duration (fore_talk_get_timer (talk), 600);
  assert_told (counts, "behind:1 plan:1 section-remaining:1");
}

static void
test_properties (void)
{
  g_autoptr (ForeTalk) talk = talk_new (HALF_HOUR SIX);
  g_autoptr (ForeTimer) timer = NULL;
  g_autoptr (ForePlan) plan = NULL;
  g_autofree char *section = NULL;
  gboolean holds = FALSE;
  gint64 remaining = 0;
  guint index = 9;

  g_object_set (talk, "hold-edits", TRUE, "picture", FORE_PICTURE_WHITE, NULL);
  g_object_get (talk, "timer", &timer, "plan", &plan, "section-title", &section,
                "hold-edits", &holds, "section-remaining", &remaining, "index", &index,
                NULL);
  g_assert_true (timer == fore_talk_get_timer (talk));
  g_assert_true (plan == fore_talk_get_plan (talk));
  g_assert_cmpstr (section, ==, "A");
  g_assert_true (holds);
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_WHITE);
  g_assert_cmpint (remaining, ==, 300);
  g_assert_cmpuint (index, ==, 0);
}

static void
add_moves (void)
{
  g_test_add_func ("/talk/linear", test_linear);
  g_test_add_func ("/talk/whole-slides", test_whole_slides);
  for (gsize i = 0; i < G_N_ELEMENTS (arrow_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/talk/arrows/%" G_GSIZE_FORMAT, i);

    g_test_add_data_func (path, &arrow_cases[i], test_arrow_case);
  }
  g_test_add_func ("/talk/arrows/one-way", test_arrows_one_way);
  g_test_add_func ("/talk/arrows/steps", test_arrows_and_steps);
  g_test_add_func ("/talk/hidden", test_hidden);
  g_test_add_func ("/talk/jumps", test_jumps);
  g_test_add_func ("/talk/sections", test_sections);
  g_test_add_func ("/talk/history", test_history);
  g_test_add_func ("/talk/history/edited", test_history_edited);
  g_test_add_func ("/talk/find", test_find);
}

static void
add_audience (void)
{
  g_test_add_data_func ("/talk/black", GINT_TO_POINTER (FORE_PICTURE_BLACK), test_blank);
  g_test_add_data_func ("/talk/white", GINT_TO_POINTER (FORE_PICTURE_WHITE), test_blank);
  g_test_add_func ("/talk/black/before-start", test_blank_before_start);
  g_test_add_func ("/talk/window-hidden", test_window_hidden);
  g_test_add_func ("/talk/frozen", test_frozen);
  g_test_add_func ("/talk/hold-edits", test_hold_edits);
  g_test_add_func ("/talk/hold-edits/frozen", test_hold_and_freeze);
  g_test_add_func ("/talk/edits", test_edits);
  g_test_add_func ("/talk/correct-steps", test_correct_steps);
}

static void
add_time (void)
{
  g_test_add_func ("/talk/time/starts", test_time_starts);
  g_test_add_func ("/talk/time/back", test_time_going_back_does_not_start);
  g_test_add_func ("/talk/time/pause-persists", test_time_pause_persists);
  g_test_add_func ("/talk/time/blank-pauses", test_time_blank_pauses);
  g_test_add_func ("/talk/time/slides", test_time_of_slides);
  g_test_add_func ("/talk/pace", test_pace);
  g_test_add_func ("/talk/pace/uncounted", test_pace_uncounted);
  g_test_add_func ("/talk/late-start", test_late_start);
  g_test_add_func ("/talk/fixed-end", test_fixed_end_and_pause);
  g_test_add_func ("/talk/duration", test_duration_follows);
  g_test_add_func ("/talk/duration/heard", test_duration_heard);
  g_test_add_func ("/talk/section-time", test_section_time);
  g_test_add_func ("/talk/notify", test_notify);
  g_test_add_func ("/talk/notify/time", test_notify_time);
  g_test_add_func ("/talk/properties", test_properties);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_moves ();
  add_audience ();
  add_time ();

  return g_test_run ();
}
