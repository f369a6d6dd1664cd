/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Random walks through random decks, beside a plain model: the deck as a list of slides
 * that say of themselves what they are. Slides have names that never come twice, so that
 * one can be followed through any edit. */

#include "talk-fixture.h"

#include <string.h>

#define ROUNDS 60
#define MOVES 50

typedef struct {
  guint name;
  guint version;
  guint n_steps;
  gboolean is_hidden;
  gboolean is_uncounted;
  gboolean is_vertical;
  guint visit; /* when it was shown last; 0: never */
} Slide;

typedef struct {
  GArray *slides;
  guint n_names;
  guint n_visits;
  gboolean has_fragments;
  gboolean right_to_left;
  ForeNavigation navigation;
  guint index;
  guint step;
} Model;

static Slide *
get (Model *model, guint index)
{
  return &g_array_index (model->slides, Slide, index);
}

static Slide
make_slide (Model *model)
{
  return (Slide){
    .name = ++model->n_names,
    .n_steps = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (1, 4) : 0,
    .is_hidden = g_test_rand_int_range (0, 6) == 0,
    .is_uncounted = g_test_rand_int_range (0, 8) == 0,
    .is_vertical = g_test_rand_int_range (0, 2) == 0,
  };
}

static void
model_init (Model *model)
{
  *model = (Model){
    .slides = g_array_new (FALSE, FALSE, sizeof (Slide)),
    .has_fragments = g_test_rand_int_range (0, 5) > 0,
    .right_to_left = g_test_rand_int_range (0, 4) == 0,
    .navigation = g_test_rand_int_range (0, 3),
  };
  for (int i = g_test_rand_int_range (1, 16); i > 0; i--) {
    Slide slide = make_slide (model);

    g_array_append_val (model->slides, slide);
  }
}

/* @before: (nullable): the deck before, to share slides with */
static ForeDeck *
model_make_deck (Model *model, ForeDeck *before)
{
  static const char *const navigations[] = { "default", "linear", "grid" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_string_append_printf (text,
                          "---\ndir: %s\nduration: 20\nslideOptions:\n  fragments: %s\n"
                          "  navigationMode: %s\n---\n",
                          model->right_to_left ? "rtl" : "ltr",
                          model->has_fragments ? "true" : "false",
                          navigations[model->navigation]);
  for (guint i = 0; i < model->slides->len; i++) {
    const Slide *slide = get (model, i);

    if (i > 0)
      g_string_append (text, slide->is_vertical ? "\n----\n\n" : "\n---\n\n");
    if (slide->is_hidden)
      g_string_append (text, HIDDEN);
    else if (slide->is_uncounted)
      g_string_append (text, UNCOUNTED);
    g_string_append_printf (text, "# %u.%u\n\n", slide->name, slide->version);
    for (guint step = 0; step < slide->n_steps; step++)
      g_string_append_printf (text, "- %u" FRAGMENT "\n", step);
  }

  bytes = g_bytes_new (text->str, text->len);

  return fore_deck_parse (bytes, before);
}

static guint
count_steps (Model *model, guint index)
{
  return model->has_fragments ? get (model, index)->n_steps : 0;
}

static guint
find_top (Model *model, guint index)
{
  while (index > 0 && get (model, index)->is_vertical)
    index--;

  return index;
}

/* One past the last slide of the column that starts at @top. */
static guint
find_bottom (Model *model, guint top)
{
  guint index = top + 1;

  while (index < model->slides->len && get (model, index)->is_vertical)
    index++;

  return index;
}

static guint
find_shown (Model *model, guint from, int direction)
{
  for (guint i = from; i < model->slides->len; i += direction) {
    if (!get (model, i)->is_hidden)
      return i;
  }

  return G_MAXUINT;
}

static void
model_move (Model *model, guint index, guint step)
{
  if (index != model->index) {
    for (guint i = 0; i < model->slides->len && index == find_shown (model, 0, 1); i++)
      get (model, i)->visit = 0;
    get (model, index)->visit = ++model->n_visits;
  }
  model->index = index;
  model->step = step;
}

static void
model_enter (Model *model, guint index)
{
  if (index != G_MAXUINT)
    model_move (model, index, index < model->index ? count_steps (model, index) : 0);
}

static void
model_advance (Model *model, int direction)
{
  if (direction > 0 && model->step < count_steps (model, model->index))
    model->step++;
  else if (direction < 0 && model->step > 0)
    model->step--;
  else
    model_enter (model, find_shown (model, model->index + direction, direction));
}

/* Where one comes to in the column that starts at @top, or G_MAXUINT. */
static guint
model_choose (Model *model, guint top, guint row)
{
  guint bottom = find_bottom (model, top);
  guint best = G_MAXUINT;

  for (guint i = top; i < bottom; i++) {
    if (get (model, i)->is_hidden)
      continue;
    if (best == G_MAXUINT)
      best = i;
    else if (model->navigation == FORE_NAVIGATION_GRID
               ? ABS ((int) (i - top) - (int) row) < ABS ((int) (best - top) - (int) row)
               : get (model, i)->visit > get (model, best)->visit)
      best = i;
  }

  return best;
}

static guint
model_find_sideways (Model *model, int direction)
{
  guint top = find_top (model, model->index);
  guint row = model->index - top;
  guint found = G_MAXUINT;

  while (found == G_MAXUINT) {
    if (direction < 0 && top == 0)
      return G_MAXUINT;
    top = direction > 0 ? find_bottom (model, top) : find_top (model, top - 1);
    if (top >= model->slides->len)
      return G_MAXUINT;
    found = model_choose (model, top, row);
  }

  return found;
}

static guint
model_find_vertical (Model *model, int direction)
{
  guint found = find_shown (model, model->index + direction, direction);

  return found != G_MAXUINT && find_top (model, found) == find_top (model, model->index)
           ? found
           : G_MAXUINT;
}

static gboolean
model_is_linear (Model *model)
{
  guint n_columns = 0;

  for (guint i = 0; i < model->slides->len; i++)
    n_columns += i == 0 || !get (model, i)->is_vertical;

  return model->navigation == FORE_NAVIGATION_LINEAR || n_columns == 1 ||
         n_columns == model->slides->len;
}

static void
model_arrow (Model *model, gboolean is_sideways, int direction)
{
  if (model_is_linear (model) ||
      (direction > 0 ? model->step < count_steps (model, model->index) : model->step > 0))
    model_advance (model, direction);
  else
    model_enter (model, is_sideways ? model_find_sideways (model, direction)
                                    : model_find_vertical (model, direction));
}

static void
model_go_to (Model *model, guint index, guint step)
{
  model_move (model, index, MIN (step, count_steps (model, index)));
}

/* --- telling
 * ---------------------------------------------------------------------------- */

/* A picture of the talk that is painted by notifications alone. */
typedef struct {
  guint index;
  guint step;
  guint n_steps;
  guint audience_index;
  guint audience_step;
  gboolean at_end;
} Mirror;

static void
mirror (ForeTalk *talk, const char *name, guint *place)
{
  guint value;

  g_object_get (talk, name, &value, NULL);
  g_assert_cmpuint (value, !=, *place);
  *place = value;
}

static void
notify_cb (ForeTalk *talk, GParamSpec *property, Mirror *seen)
{
  const char *name = property->name;

  if (strcmp (name, "index") == 0)
    mirror (talk, name, &seen->index);
  else if (strcmp (name, "step") == 0)
    mirror (talk, name, &seen->step);
  else if (strcmp (name, "n-steps") == 0)
    mirror (talk, name, &seen->n_steps);
  else if (strcmp (name, "audience-index") == 0)
    mirror (talk, name, &seen->audience_index);
  else if (strcmp (name, "audience-step") == 0)
    mirror (talk, name, &seen->audience_step);
  else if (strcmp (name, "at-end") == 0)
    seen->at_end = fore_talk_get_at_end (talk);
}

static void
mirror_init (Mirror *seen, ForeTalk *talk)
{
  *seen = (Mirror){
    .index = fore_talk_get_index (talk),
    .step = fore_talk_get_step (talk),
    .n_steps = fore_talk_get_n_steps (talk),
    .audience_index = fore_talk_get_audience_index (talk),
    .audience_step = fore_talk_get_audience_step (talk),
    .at_end = fore_talk_get_at_end (talk),
  };
  g_signal_connect (talk, "notify", G_CALLBACK (notify_cb), seen);
}

static void
check (ForeTalk *talk, Model *model, const Mirror *seen)
{
  g_assert_cmpuint (fore_talk_get_index (talk), ==, model->index);
  g_assert_cmpuint (fore_talk_get_step (talk), ==, model->step);
  g_assert_cmpuint (fore_talk_get_n_steps (talk), ==, count_steps (model, model->index));
  g_assert_cmpuint (fore_talk_get_audience_index (talk), ==, model->index);
  g_assert_cmpuint (fore_talk_get_audience_step (talk), ==, model->step);
  g_assert_cmpuint (seen->index, ==, model->index);
  g_assert_cmpuint (seen->step, ==, model->step);
  g_assert_cmpuint (seen->n_steps, ==, fore_talk_get_n_steps (talk));
  g_assert_cmpuint (seen->audience_index, ==, model->index);
  g_assert_cmpuint (seen->audience_step, ==, model->step);
  g_assert_cmpint (seen->at_end, ==, fore_talk_get_at_end (talk));
}

/* --- walks
 * ------------------------------------------------------------------------------ */

static ForeTalk *
start (Model *model, Mirror *seen)
{
  g_autoptr (ForeClock) clock = clock_new ();
  g_autoptr (ForeDeck) deck = NULL;
  ForeTalk *talk;
  guint first;

  model_init (model);
  deck = model_make_deck (model, NULL);
  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, model->slides->len);
  talk = fore_talk_new (deck, clock);
  first = find_shown (model, 0, 1);
  model->index = first != G_MAXUINT ? first : 0;
  get (model, model->index)->visit = ++model->n_visits;
  mirror_init (seen, talk);
  check (talk, model, seen);

  return talk;
}

static void
move_at_random (ForeTalk *talk, Model *model)
{
  int forward = model->right_to_left ? -1 : 1;
  guint index = g_test_rand_int_range (0, model->slides->len);
  guint step = g_test_rand_int_range (0, 4);
  Model before = *model;
  gboolean changed;

  switch (g_test_rand_int_range (0, 9)) {
  case 0:
  case 1:
    changed = fore_talk_next (talk);
    model_advance (model, 1);
    break;
  case 2:
    changed = fore_talk_previous (talk);
    model_advance (model, -1);
    break;
  case 3:
    changed = fore_talk_right (talk);
    model_arrow (model, TRUE, forward);
    break;
  case 4:
    changed = fore_talk_left (talk);
    model_arrow (model, TRUE, -forward);
    break;
  case 5:
    changed = fore_talk_up (talk);
    model_arrow (model, FALSE, -1);
    break;
  case 6:
    changed = fore_talk_down (talk);
    model_arrow (model, FALSE, 1);
    break;
  case 7:
    changed = fore_talk_next_slide (talk);
    model_enter (model, find_shown (model, model->index + 1, 1));
    break;
  default:
    changed = fore_talk_go_to (talk, index, step);
    model_go_to (model, index, step);
  }
  g_assert_cmpint (changed, ==,
                   before.index != model->index || before.step != model->step);
}

static void
test_moves (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    Model model;
    Mirror seen;
    g_autoptr (ForeTalk) talk = start (&model, &seen);

    for (guint i = 0; i < MOVES; i++) {
      move_at_random (talk, &model);
      check (talk, &model, &seen);
    }
    g_array_unref (model.slides);
  }
}

/* From the first step to the last: each that is not hidden, once, and back the same way.
 */
static void
test_from_end_to_end (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    Model model;
    Mirror seen;
    g_autoptr (ForeTalk) talk = start (&model, &seen);
    guint n_steps = 0, n_forward = 0, n_back = 0;

    for (guint i = 0; i < model.slides->len; i++)
      n_steps += get (&model, i)->is_hidden ? 0 : 1 + count_steps (&model, i);

    /* If all are, there is still the one that it started with. */
    if (n_steps == 0)
      n_steps = 1 + count_steps (&model, model.index);

    fore_talk_first (talk);
    do {
      guint index = fore_talk_get_index (talk), step = fore_talk_get_step (talk);
      guint next_index, next_step;

      n_forward++;
      if (!fore_talk_peek_next (talk, &next_index, &next_step))
        break;
      g_assert_true (fore_talk_next (talk));
      g_assert_cmpuint (fore_talk_get_index (talk), ==, next_index);
      g_assert_cmpuint (fore_talk_get_step (talk), ==, next_step);
      g_assert_true (fore_talk_previous (talk));
      g_assert_cmpuint (fore_talk_get_index (talk), ==, index);
      g_assert_cmpuint (fore_talk_get_step (talk), ==, step);
    } while (fore_talk_next (talk));
    do
      n_back++;
    while (fore_talk_previous (talk));

    g_assert_cmpuint (n_forward, ==, n_steps);
    g_assert_cmpuint (n_back, ==, n_steps);
    g_array_unref (model.slides);
  }
}

/* --- edits
 * ------------------------------------------------------------------------------ */

/* Changes the model's slides at random. Returns where the slide with @name is, or -1. */
static int
edit_at_random (Model *model, guint name)
{
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
    guint at = g_test_rand_int_range (0, model->slides->len);
    Slide slide = make_slide (model);

    switch (g_test_rand_int_range (0, 4)) {
    case 0:
      if (model->slides->len > 1)
        g_array_remove_index (model->slides, at);
      break;
    case 1:
      g_array_insert_val (model->slides, at, slide);
      break;
    case 2:
      g_array_append_val (model->slides, slide);
      break;
    default:
      if (get (model, at)->name != name)
        get (model, at)->version++;
    }
  }

  for (guint i = 0; i < model->slides->len; i++) {
    if (get (model, i)->name == name)
      return (int) i;
  }

  return -1;
}

/* Moves and edits: as long as the slide shown is in the deck and not edited itself, the
 * talk stays at it, at the same step, and keeps its time. */
static void
test_edits (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    Model model;
    Mirror seen;
    g_autoptr (ForeTalk) talk = start (&model, &seen);

    for (guint i = 0; i < MOVES; i++) {
      g_autoptr (ForeDeck) deck = NULL;
      gint64 time;
      int index;

      move_at_random (talk, &model);
      check (talk, &model, &seen);
      pass (talk, g_test_rand_int_range (0, 20));
      time = fore_talk_get_slide_time (talk, model.index);

      /* A slide that comes in the place of another was not gone to, which would count
       * for what was shown last of a stack. */
      model.navigation = FORE_NAVIGATION_LINEAR;
      index = edit_at_random (&model, get (&model, model.index)->name);
      deck = model_make_deck (&model, fore_talk_get_deck (talk));
      fore_talk_set_deck (talk, deck);
      if (index >= 0) {
        g_assert_cmpint (fore_talk_get_slide_time (talk, index), ==, time);
        model.index = index;
      } else {
        /* The slide is gone; any will do. */
        model.index = fore_talk_get_index (talk);
        model.step = fore_talk_get_step (talk);
        g_assert_cmpuint (model.index, <, model.slides->len);
      }
      check (talk, &model, &seen);
    }
    g_array_unref (model.slides);
  }
}

/* --- the audience
 * ------------------------------------------------------------------------------ */

typedef struct {
  ForeDeck *deck;
  guint index;
  guint step;
} Shown;

static Shown
look (ForeTalk *talk)
{
  return (Shown){ fore_talk_get_audience_deck (talk), fore_talk_get_audience_index (talk),
                  fore_talk_get_audience_step (talk) };
}

static void
edit_once (ForeTalk *talk, Model *model)
{
  g_autoptr (ForeDeck) deck = NULL;

  edit_at_random (model, 0);
  deck = model_make_deck (model, fore_talk_get_deck (talk));
  fore_talk_set_deck (talk, deck);
  model->index = fore_talk_get_index (talk);
  model->step = fore_talk_get_step (talk);
}

static void
check_audience (ForeTalk *talk, Shown before, guint index_before, gboolean was_edited)
{
  Shown now = look (talk);
  gboolean has_moved = !was_edited && fore_talk_get_index (talk) != index_before;

  g_assert_cmpuint (now.index, <, fore_deck_get_n_slides (now.deck));
  g_assert_cmpuint (now.step, <=, fore_deck_get_n_steps (now.deck, now.index));
  g_assert_cmpint (fore_talk_get_has_held_edits (talk), ==,
                   fore_talk_get_hold_edits (talk) &&
                     now.deck != fore_talk_get_deck (talk));
  if (fore_talk_get_frozen (talk)) {
    g_assert_true (now.deck == before.deck);
    g_assert_cmpuint (now.index, ==, before.index);
    g_assert_cmpuint (now.step, ==, before.step);
  } else if (fore_talk_get_hold_edits (talk) && !has_moved) {
    g_assert_true (now.deck == before.deck || now.deck == fore_talk_get_deck (talk));
  } else {
    g_assert_true (now.deck == fore_talk_get_deck (talk));
    g_assert_cmpuint (now.index, ==, fore_talk_get_index (talk));
    g_assert_cmpuint (now.step, ==, fore_talk_get_step (talk));
  }
}

/* Frozen, the audience sees what it saw; with edits held, the old deck until the slide
 * changes; else what the speaker sees. */
static void
test_audience (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    Model model;
    Mirror seen;
    g_autoptr (ForeTalk) talk = start (&model, &seen);

    model.navigation = FORE_NAVIGATION_LINEAR;
    edit_once (talk, &model);
    for (guint i = 0; i < MOVES; i++) {
      Shown before = look (talk);
      g_autoptr (ForeDeck) kept = fore_deck_ref (before.deck);
      guint index = fore_talk_get_index (talk);
      int what = g_test_rand_int_range (0, 10);

      if (what == 0)
        fore_talk_set_frozen (talk, !fore_talk_get_frozen (talk));
      else if (what == 1)
        fore_talk_set_hold_edits (talk, !fore_talk_get_hold_edits (talk));
      else if (what == 2)
        fore_talk_publish (talk);
      else if (what < 5)
        edit_once (talk, &model);
      else
        move_at_random (talk, &model);
      check_audience (talk, before, index, what == 3 || what == 4);
      g_assert_cmpuint (seen.audience_index, ==, fore_talk_get_audience_index (talk));
      g_assert_cmpuint (seen.audience_step, ==, fore_talk_get_audience_step (talk));
    }
    g_array_unref (model.slides);
  }
}

/* All time that the timer ran has gone to slides. */
static void
test_times (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    Model model;
    Mirror seen;
    g_autoptr (ForeTalk) talk = start (&model, &seen);
    ForeTimer *timer = fore_talk_get_timer (talk);
    gint64 sum = 0;

    for (guint i = 0; i < MOVES; i++) {
      move_at_random (talk, &model);
      if (g_test_rand_int_range (0, 5) == 0)
        fore_timer_toggle (timer);
      fore_clock_advance (fore_talk_get_clock (talk), g_test_rand_int_range (0, 5000000));
    }
    for (guint i = 0; i < model.slides->len; i++)
      sum += fore_talk_get_slide_time (talk, i);
    g_assert_cmpint (sum, ==, fore_timer_get_running_time (timer));
    g_assert_cmpint (sum / G_USEC_PER_SEC, ==, fore_timer_get_elapsed (timer));
    g_array_unref (model.slides);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk-properties/moves", test_moves);
  g_test_add_func ("/talk-properties/end-to-end", test_from_end_to_end);
  g_test_add_func ("/talk-properties/edits", test_edits);
  g_test_add_func ("/talk-properties/audience", test_audience);
  g_test_add_func ("/talk-properties/times", test_times);

  return g_test_run ();
}
