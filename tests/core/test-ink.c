/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Random strokes, steps and edits beside plain models of what should come of them. A
 * failure names its seed; run the program with `--seed` and that number to see it again.
 */

#include "fore-ink.h"

#include "fore-ink-history.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define DECK "# One\n\n---\n\n# Two\n\n---\n\n# Three\n"

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static ForeInk *
new_ink (const char *text)
{
  g_autoptr (ForeDeck) deck = parse (text);
  ForeInk *ink = fore_ink_new ();

  fore_ink_set_deck (ink, deck);

  return ink;
}

static void
set_text (ForeInk *ink, const char *text)
{
  g_autoptr (ForeDeck) deck = parse (text);

  fore_ink_set_deck (ink, deck);
}

/* A short line across; each @y makes another one. */
static void
draw (ForeInk *ink, guint index, double y)
{
  fore_ink_draw (ink, index, &(ForeInkPoint){ 0.2f, (float) y, 0.5f });
  fore_ink_draw (ink, index, &(ForeInkPoint){ 0.8f, (float) y, 0.5f });
  fore_ink_lift (ink);
}

static guint
count (ForeInk *ink, guint index)
{
  GPtrArray *strokes = fore_ink_get_strokes (ink, index);

  return strokes != NULL ? strokes->len : 0;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* --- Colours and strokes ------------------------------------------------------------ */

static double
luminance (guint32 rgb)
{
  static const double shares[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < 3; i++, rgb >>= 8) {
    double value = (rgb & 0xff) / 255.0;

    sum +=
      shares[i] * (value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
  }

  return sum;
}

static void
test_colours (void)
{
  for (guint i = 0; i < FORE_INK_N_COLOURS; i++) {
    double light = luminance (fore_ink_colour_get_rgb (i));
    ForeInkColour found;

    g_assert_cmpfloat ((light + 0.05) / 0.05, >=, 3);
    g_assert_cmpfloat (1.05 / (light + 0.05), >=, 3);
    g_assert_true (fore_ink_colour_from_name (fore_ink_colour_get_name (i), &found));
    g_assert_cmpuint (found, ==, i);
  }
}

static void
test_stroke (void)
{
  g_autoptr (ForeStroke) stroke = fore_stroke_new (FORE_INK_BLUE, 0.01);
  ForeInkBox box = fore_stroke_get_box (stroke);
  const ForeInkPoint *points;
  guint n_points;

  g_assert_true (fore_ink_box_is_empty (&box));
  g_assert_true (fore_stroke_add (stroke, &(ForeInkPoint){ 0.5f, 0.25f, 0.5f }));
  g_assert_false (fore_stroke_add (stroke, &(ForeInkPoint){ 0.5001f, 0.25f, 0.5f }));
  g_assert_true (fore_stroke_add (stroke, &(ForeInkPoint){ 0.75f, 0.5f, 7 }));
  points = fore_stroke_get_points (stroke, &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  g_assert_cmpfloat (points[1].pressure, ==, 1);
  g_assert_cmpfloat_with_epsilon (fore_stroke_get_width_at (stroke, 0.5), 0.01, 1e-9);

  /* Half a width around the first point, 0.8 widths around the last, pressed hard. */
  box = fore_stroke_get_box (stroke);
  g_assert_cmpfloat_with_epsilon (box.left, 0.495, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.top, 0.245, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.right, 0.758, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.bottom, 0.508, 1e-6);
}

static ForeInkPoint
random_point (void)
{
  return (ForeInkPoint){ (float) g_test_rand_double (), (float) g_test_rand_double (),
                         0.5f };
}

static ForeInkPoint
between (const ForeInkPoint *a, const ForeInkPoint *b, double t)
{
  return (ForeInkPoint){ (float) (a->x + (b->x - a->x) * t),
                         (float) (a->y + (b->y - a->y) * t), 0.5f };
}

/* The nearest of so many points on each line that none is further off than 0.005. */
static double
plain_distance (const ForeInkPoint *points,
                guint n_points,
                const ForeInkPoint *from,
                const ForeInkPoint *to)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < n_points; i++) {
    for (guint j = 0; j <= 200; j++) {
      for (guint k = 0; k <= 200; k++) {
        ForeInkPoint p = between (&points[i - 1], &points[i], j / 200.0);
        ForeInkPoint q = between (from, to, k / 200.0);

        least = MIN (least, hypot (p.x - q.x, p.y - q.y));
      }
    }
  }

  return least;
}

static void
test_touched (void)
{
  guint n_touched = 0;

  for (guint round = 0; round < 100; round++) {
    g_autoptr (ForeStroke) stroke = fore_stroke_new (FORE_INK_RED, 0.01);
    ForeInkPoint from = random_point ();
    ForeInkPoint end = random_point ();
    ForeInkPoint to = between (&from, &end, 0.3);
    double reach = 0.005 + g_test_rand_double_range (0.01, 0.1);
    const ForeInkPoint *points;
    guint n_points;
    double least;
    gboolean touched;

    for (guint i = 0; i < 3; i++) {
      ForeInkPoint point = random_point ();

      fore_stroke_add (stroke, &point);
    }
    points = fore_stroke_get_points (stroke, &n_points);
    least = plain_distance (points, n_points, &from, &to);
    touched = fore_stroke_is_touched (stroke, &from, &to, reach - 0.005);
    if (fabs (least - reach) > 0.008)
      g_assert_cmpint (touched, ==, least < reach);
    n_touched += touched;
  }
  /* Both answers have been asked for. */
  g_assert_cmpuint (n_touched, >, 5);
  g_assert_cmpuint (n_touched, <, 95);
}

static void
test_dot (void)
{
  g_autoptr (ForeStroke) dot = fore_stroke_new (FORE_INK_RED, 0.01);
  ForeInkPoint on = { 0.5f, 0.5f, 0.5f }, off = { 0.6f, 0.5f, 0.5f };

  fore_stroke_add (dot, &on);
  g_assert_true (fore_stroke_is_touched (dot, &on, &on, 0.01));
  g_assert_false (fore_stroke_is_touched (dot, &off, &off, 0.01));
}

/* --- History ------------------------------------------------------------------------ */

static void
test_one_stroke (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  ForePointer *pointer = fore_ink_get_pointer (ink);
  guint n_grown = 0, n_changed = 0;
  ForeStroke *stroke;

  g_signal_connect_swapped (ink, "stroke-grown", G_CALLBACK (count_cb), &n_grown);
  g_signal_connect_swapped (ink, "strokes-changed", G_CALLBACK (count_cb), &n_changed);
  fore_pointer_set_colour (pointer, FORE_INK_GREEN);
  fore_pointer_set_pen_width (pointer, FORE_PEN_BROAD);
  fore_ink_draw (ink, 1, &(ForeInkPoint){ 0.1f, 0.1f, 0.5f });
  fore_ink_draw (ink, 1, &(ForeInkPoint){ 0.2f, 0.1f, 0.9f });
  g_assert_cmpuint (n_grown, ==, 2);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_nonnull (fore_ink_get_unfinished (ink, 1));
  g_assert_null (fore_ink_get_unfinished (ink, 0));
  fore_ink_lift (ink);
  fore_ink_lift (ink);
  g_assert_null (fore_ink_get_unfinished (ink, 1));
  g_assert_cmpuint (n_grown, ==, 3);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (count (ink, 1), ==, 1);
  stroke = g_ptr_array_index (fore_ink_get_strokes (ink, 1), 0);
  g_assert_cmpuint (fore_stroke_get_colour (stroke), ==, FORE_INK_GREEN);
  g_assert_cmpfloat (fore_stroke_get_width (stroke), ==,
                     fore_pen_width_get_share (FORE_PEN_BROAD));

  /* A slide that the deck does not have takes no ink. */
  draw (ink, 3, 0.5);
  g_assert_cmpuint (n_changed, ==, 1);
  fore_ink_draw (ink, 0, &(ForeInkPoint){ 0.1f, 0.1f, 0.5f });
  fore_ink_cancel (ink);
  g_assert_cmpuint (count (ink, 0), ==, 0);
}

static void
test_undo_is_of_the_slide (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  guint n_notified = 0;

  g_signal_connect_swapped (ink, "notify::can-undo", G_CALLBACK (count_cb), &n_notified);
  draw (ink, 0, 0.1);
  draw (ink, 1, 0.2);
  g_assert_true (fore_ink_get_can_undo (ink));
  g_assert_cmpuint (n_notified, ==, 1);
  fore_ink_set_index (ink, 2);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (fore_ink_undo (ink));
  g_assert_false (fore_ink_clear (ink));
  fore_ink_set_index (ink, 1);
  g_assert_true (fore_ink_undo (ink));
  g_assert_cmpuint (count (ink, 0), ==, 1);
  g_assert_cmpuint (count (ink, 1), ==, 0);
  g_assert_true (fore_ink_redo (ink));
  g_assert_cmpuint (count (ink, 1), ==, 1);
  g_assert_false (fore_ink_redo (ink));
}

static void
test_erase_is_one_step (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  ForeInkPoint places[] = { { 0.5f, 0.1f, 0.5f },
                            { 0.5f, 0.25f, 0.5f },
                            { 0.5f, 0.4f, 0.5f } };

  for (guint i = 1; i <= 4; i++)
    draw (ink, 0, i / 10.0);
  fore_ink_erase (ink, 0, &places[0], &places[0], 0.02);
  g_assert_cmpuint (count (ink, 0), ==, 3);
  fore_ink_erase (ink, 0, &places[0], &places[1], 0.02);
  g_assert_cmpuint (count (ink, 0), ==, 2);
  fore_ink_lift (ink);
  fore_ink_erase (ink, 0, &places[1], &places[2], 0.02);
  g_assert_cmpuint (count (ink, 0), ==, 0);
  fore_ink_lift (ink);

  g_assert_true (fore_ink_undo (ink));
  g_assert_cmpuint (count (ink, 0), ==, 2);
  g_assert_true (fore_ink_undo (ink));
  g_assert_cmpuint (count (ink, 0), ==, 4);
}

static void
test_history_is_bounded (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  guint n_undone = 0;

  for (guint i = 0; i < FORE_INK_MAX_UNDO + 20; i++)
    draw (ink, 0, i / 1000.0);
  while (fore_ink_undo (ink))
    n_undone++;
  g_assert_cmpuint (n_undone, ==, FORE_INK_MAX_UNDO);
  g_assert_cmpuint (count (ink, 0), ==, 20);
}

/* Each stroke has a y of its own, a multiple of a thousandth: what should be there is a
 * list of these. */
static void
assert_strokes (ForeInk *ink, GArray *expected)
{
  GPtrArray *strokes = fore_ink_get_strokes (ink, 0);

  g_assert_cmpuint (count (ink, 0), ==, expected->len);
  for (guint i = 0; i < expected->len; i++) {
    guint n_points;
    const ForeInkPoint *points =
      fore_stroke_get_points (g_ptr_array_index (strokes, i), &n_points);

    g_assert_cmpuint ((guint) lround (points->y * 1000), ==,
                      g_array_index (expected, guint, i));
  }
}

static GArray *
erase_plainly (GArray *strokes, guint y)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < strokes->len; i++) {
    guint other = g_array_index (strokes, guint, i);

    if (other + 5 < y || other > y + 5)
      g_array_append_val (kept, other);
  }

  return kept;
}

static void
test_random_history (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  g_autoptr (GPtrArray) plain =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint now = 0;

  g_ptr_array_add (plain, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint round = 0; round < 2000; round++) {
    GArray *strokes = g_ptr_array_index (plain, now);
    guint y = (guint) g_test_rand_int_range (0, 100) * 10;
    ForeInkPoint place = { 0.5f, (float) (y / 1000.0), 0.5f };
    GArray *next = NULL;

    switch (g_test_rand_int_range (0, 10)) {
    case 0:
      g_assert_cmpint (fore_ink_clear (ink), ==, strokes->len > 0);
      if (strokes->len > 0)
        next = g_array_new (FALSE, FALSE, sizeof (guint));
      break;
    case 1:
    case 2:
    case 3:
      g_assert_cmpint (fore_ink_undo (ink), ==, now > 0);
      now -= now > 0;
      break;
    case 4:
    case 5:
      g_assert_cmpint (fore_ink_redo (ink), ==, now + 1 < plain->len);
      now += now + 1 < plain->len;
      break;
    case 6:
      fore_ink_erase (ink, 0, &place, &place, 0.0025);
      fore_ink_lift (ink);
      next = erase_plainly (strokes, y);
      if (next->len == strokes->len)
        g_clear_pointer (&next, g_array_unref);
      break;
    default:
      draw (ink, 0, y / 1000.0);
      next = g_array_copy (strokes);
      g_array_append_val (next, y);
    }

    if (next != NULL) {
      g_ptr_array_set_size (plain, (gint) now + 1);
      g_ptr_array_add (plain, next);
      if (plain->len > FORE_INK_MAX_UNDO + 1)
        g_ptr_array_remove_index (plain, 0);
      now = plain->len - 1;
    }
    assert_strokes (ink, g_ptr_array_index (plain, now));
  }
}

/* --- Edits of the deck -------------------------------------------------------------- */

static void
test_edits (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j <= i; j++)
      draw (ink, i, j / 10.0);
  fore_ink_set_index (ink, 1);

  set_text (ink, "# One\n\n---\n\n# Two, changed\n\n---\n\n# Three\n");
  g_assert_cmpuint (count (ink, 1), ==, 2);
  set_text (ink, "# Zero\n\n---\n\n# One\n\n---\n\n# Two, changed\n\n---\n\n# Three\n");
  g_assert_cmpuint (count (ink, 0), ==, 0);
  g_assert_cmpuint (count (ink, 1), ==, 1);
  g_assert_cmpuint (count (ink, 2), ==, 2);
  g_assert_cmpuint (count (ink, 3), ==, 3);
  g_assert_cmpuint (fore_ink_get_index (ink), ==, 2);
  set_text (ink, "# Zero\n\n---\n\n# One\n\n---\n\n# Three\n");
  g_assert_cmpuint (count (ink, 2), ==, 3);
  set_text (ink, "# Zero\n\n---\n\n# One\n\n---\n\n# Two, changed\n\n---\n\n# Three\n");
  g_assert_cmpuint (count (ink, 2), ==, 0);
  /* History goes with the slide. */
  fore_ink_set_index (ink, 3);
  g_assert_true (fore_ink_undo (ink));
  g_assert_cmpuint (count (ink, 3), ==, 2);
}

static void
test_edit_while_drawing (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);

  fore_ink_draw (ink, 2, &(ForeInkPoint){ 0.1f, 0.1f, 0.5f });
  set_text (ink, "# New\n\n---\n\n" DECK);
  g_assert_nonnull (fore_ink_get_unfinished (ink, 3));
  fore_ink_draw (ink, 3, &(ForeInkPoint){ 0.2f, 0.1f, 0.5f });
  set_text (ink, "# New\n\n---\n\n# One\n\n---\n\n# Two\n");
  g_assert_null (fore_ink_get_unfinished (ink, 3));
  fore_ink_lift (ink);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (count (ink, i), ==, 0);
}

static void
test_older_deck (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  g_autoptr (ForeDeck) held = fore_deck_ref (fore_ink_get_deck (ink));
  guint index = 2;

  set_text (ink, "# New\n\n---\n\n# One\n\n---\n\n# Three\n");
  g_assert_true (fore_ink_find_index (ink, held, &index));
  g_assert_cmpuint (index, ==, 2);
  set_text (ink, "# New\n\n---\n\n" DECK);
  g_assert_true (fore_ink_find_index (ink, held, &index));
  g_assert_cmpuint (index, ==, 3);
  set_text (ink, "# One\n");
  index = 1;
  g_assert_false (fore_ink_find_index (ink, held, &index));
}

/* Slides are numbers, each of which has as many strokes as it says. */
static char *
write_slides (GArray *slides)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    g_string_append_printf (text, "%s# %u\n", i > 0 ? "\n---\n\n" : "",
                            g_array_index (slides, guint, i));

  return g_string_free (text, FALSE);
}

static void
test_random_edits (void)
{
  g_autoptr (GArray) slides = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (ForeInk) ink = NULL;
  guint number = 0;

  for (; number < 20; number++)
    g_array_append_val (slides, number);
  {
    g_autofree char *text = write_slides (slides);

    ink = new_ink (text);
  }
  for (guint i = 0; i < slides->len; i++)
    for (guint j = 0; j < g_array_index (slides, guint, i) % 5; j++)
      draw (ink, i, j / 10.0);

  for (guint round = 0; round < 300; round++) {
    guint at = (guint) g_test_rand_int_range (0, (gint) slides->len + 1);
    gboolean adds = slides->len < 3 || g_test_rand_bit ();
    g_autofree char *text = NULL;

    if (adds) {
      g_array_insert_val (slides, at, number);
      number++;
    } else {
      g_array_remove_index (slides, MIN (at, slides->len - 1));
    }
    text = write_slides (slides);
    set_text (ink, text);
    if (adds)
      for (guint j = 0; j < g_array_index (slides, guint, at) % 5; j++)
        draw (ink, at, j / 10.0);
    for (guint i = 0; i < slides->len; i++)
      g_assert_cmpuint (count (ink, i), ==, g_array_index (slides, guint, i) % 5);
  }
}

/* --- JSON --------------------------------------------------------------------------- */

static void
draw_randomly (ForeInk *ink)
{
  ForePointer *pointer = fore_ink_get_pointer (ink);

  for (guint i = 0; i < 30; i++) {
    guint index = (guint) g_test_rand_int_range (0, 3);

    fore_pointer_set_colour (pointer, (ForeInkColour) g_test_rand_int_range (0, 5));
    fore_pointer_set_pen_width (pointer, (ForePenWidth) g_test_rand_int_range (0, 3));
    for (gint n = g_test_rand_int_range (1, 50); n > 0; n--) {
      ForeInkPoint point = random_point ();

      point.x = point.x * 2 - 0.5f;
      point.pressure = (float) g_test_rand_double ();
      fore_ink_draw (ink, index, &point);
    }
    fore_ink_lift (ink);
  }
}

static void
assert_equal (ForeStroke *stroke, ForeStroke *other)
{
  guint n_points, n_others;
  const ForeInkPoint *points = fore_stroke_get_points (stroke, &n_points);
  const ForeInkPoint *others = fore_stroke_get_points (other, &n_others);

  g_assert_cmpuint (fore_stroke_get_colour (stroke), ==, fore_stroke_get_colour (other));
  g_assert_cmpfloat (fore_stroke_get_width (stroke), ==, fore_stroke_get_width (other));
  g_assert_cmpuint (n_points, ==, n_others);
  for (guint i = 0; i < n_points; i++) {
    g_assert_cmpfloat_with_epsilon (points[i].x, others[i].x, 1e-5);
    g_assert_cmpfloat_with_epsilon (points[i].y, others[i].y, 1e-5);
    g_assert_cmpfloat_with_epsilon (points[i].pressure, others[i].pressure, 1e-5);
  }
}

static void
test_json (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  g_autoptr (ForeInk) other = new_ink (DECK);
  g_autoptr (ForeInk) shorter = new_ink ("# One\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;

  draw_randomly (ink);
  json = fore_ink_dup_json (ink);
  draw (other, 0, 0.5);
  g_assert_true (fore_ink_load_json (other, json, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (count (ink, i), ==, count (other, i));
    for (guint j = 0; j < count (ink, i); j++)
      assert_equal (g_ptr_array_index (fore_ink_get_strokes (ink, i), j),
                    g_ptr_array_index (fore_ink_get_strokes (other, i), j));
  }
  g_assert_false (fore_ink_get_can_undo (other));
  again = fore_ink_dup_json (other);
  g_assert_cmpstr (again, ==, json);

  g_assert_true (fore_ink_load_json (shorter, json, &error));
  g_assert_cmpuint (count (shorter, 0), ==, count (ink, 0));
}

static void
test_bad_json (void)
{
  static const char *const bad[] = {
    "",
    "{",
    "[]",
    "1",
    "{}",
    "{\"version\":2,\"slides\":[]}",
    "{\"version\":1,\"slides\":{}}",
    "{\"version\":1,\"slides\":[1]}",
    "{\"version\":1,\"slides\":[{\"index\":0}]}",
    "{\"version\":1,\"slides\":[{\"index\":-1,\"strokes\":[]}]}",
    "{\"version\":1,\"slides\":[{\"index\":\"0\",\"strokes\":[]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{}]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{\"colour\":\"pink\","
    "\"width\":0.01,\"points\":[0,0,0]}]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{\"colour\":\"red\","
    "\"width\":-1,\"points\":[0,0,0]}]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{\"colour\":\"red\","
    "\"width\":0.01,\"points\":[0,0]}]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{\"colour\":\"red\","
    "\"width\":0.01,\"points\":[0,0,null]}]}]}",
    "{\"version\":1,\"slides\":[{\"index\":0,\"strokes\":[{\"colour\":\"red\","
    "\"width\":0.01,\"points\":[0,1e999,0]}]}]}",
  };
  g_autoptr (ForeInk) ink = new_ink (DECK);

  draw (ink, 1, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", bad[i]);
    g_assert_false (fore_ink_load_json (ink, bad[i], &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (count (ink, 1), ==, 1);
  }
  g_assert_true (fore_ink_load_json (ink, "{\"version\":1,\"slides\":[]}", NULL));
  g_assert_cmpuint (count (ink, 1), ==, 0);
}

/* --- The pointer -------------------------------------------------------------------- */

static void
test_laser (void)
{
  g_autoptr (ForePointer) pointer = fore_pointer_new ();
  gint64 now = 1000;
  double x, y;
  guint n_moved = 0;

  g_signal_connect_swapped (pointer, "moved", G_CALLBACK (count_cb), &n_moved);
  fore_pointer_set_tool (pointer, FORE_TOOL_LASER);
  fore_pointer_move (pointer, 4, 0.25, 0.5, now);
  fore_pointer_move (pointer, 4, 0.25, 0.5, now);
  g_assert_cmpuint (n_moved, ==, 1);
  g_assert_true (fore_pointer_get_place (pointer, 4, &x, &y));
  g_assert_cmpfloat (x, ==, 0.25);
  g_assert_cmpfloat (y, ==, 0.5);
  g_assert_false (fore_pointer_get_place (pointer, 3, &x, &y));
  fore_pointer_move (pointer, 4, 0.5, 0.5, now + FORE_POINTER_TRACE_TIME / 2);
  {
    g_autoptr (GArray) trace =
      fore_pointer_dup_trace (pointer, 4, now + FORE_POINTER_TRACE_TIME / 2);
    g_autoptr (GArray) elsewhere = fore_pointer_dup_trace (pointer, 3, now);

    g_assert_cmpuint (trace->len, ==, 2);
    g_assert_cmpuint (elsewhere->len, ==, 0);
    g_assert_cmpfloat_with_epsilon (g_array_index (trace, ForeTracePoint, 0).freshness,
                                    0.5, 1e-5);
    g_assert_cmpfloat (g_array_index (trace, ForeTracePoint, 1).freshness, ==, 1);
    g_assert_true (g_array_index (trace, ForeTracePoint, 0).is_start);
    g_assert_false (g_array_index (trace, ForeTracePoint, 1).is_start);
  }
  fore_pointer_leave (pointer);
  g_assert_false (fore_pointer_get_place (pointer, 4, &x, &y));
  fore_pointer_move (pointer, 4, 0.9, 0.5, now + FORE_POINTER_TRACE_TIME);
  {
    g_autoptr (GArray) trace =
      fore_pointer_dup_trace (pointer, 4, now + FORE_POINTER_TRACE_TIME);

    /* The first has faded, and the third does not go on from the second. */
    g_assert_cmpuint (trace->len, ==, 2);
    g_assert_true (g_array_index (trace, ForeTracePoint, 1).is_start);
  }

  /* Other tools leave no trace. */
  fore_pointer_set_tool (pointer, FORE_TOOL_SPOTLIGHT);
  fore_pointer_move (pointer, 4, 0.1, 0.5, now + 3 * FORE_POINTER_TRACE_TIME);
  {
    g_autoptr (GArray) trace =
      fore_pointer_dup_trace (pointer, 4, now + 3 * FORE_POINTER_TRACE_TIME);

    g_assert_cmpuint (trace->len, ==, 0);
  }
}

static void
test_zoom (void)
{
  g_autoptr (ForeInk) ink = new_ink (DECK);
  ForePointer *pointer = fore_ink_get_pointer (ink);
  double x, y;

  g_assert_false (fore_pointer_zoom_out (pointer));
  fore_pointer_zoom_to (pointer, 0, 0.3, 0.4, 100);
  g_assert_cmpfloat (fore_pointer_get_zoom (pointer, 0, &x, &y), ==,
                     FORE_POINTER_MAX_ZOOM);
  g_assert_cmpfloat (x, ==, 0.3);
  g_assert_cmpfloat (fore_pointer_get_zoom (pointer, 1, &x, &y), ==, 1);
  set_text (ink, "# New\n\n---\n\n" DECK);
  g_assert_cmpfloat (fore_pointer_get_zoom (pointer, 1, &x, &y), >, 1);
  g_assert_cmpuint (fore_ink_get_index (ink), ==, 1);
  /* Another slide is seen whole. */
  fore_ink_set_index (ink, 2);
  g_assert_cmpfloat (fore_pointer_get_zoom (pointer, 1, &x, &y), ==, 1);
  fore_pointer_zoom_to (pointer, 3, 0.3, 0.4, 2);
  set_text (ink, "# New\n\n---\n\n# One\n\n---\n\n# Two\n");
  g_assert_false (fore_pointer_zoom_out (pointer));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/colours", test_colours);
  g_test_add_func ("/ink/stroke", test_stroke);
  g_test_add_func ("/ink/stroke/touched", test_touched);
  g_test_add_func ("/ink/stroke/dot", test_dot);
  g_test_add_func ("/ink/one-stroke", test_one_stroke);
  g_test_add_func ("/ink/undo-is-of-the-slide", test_undo_is_of_the_slide);
  g_test_add_func ("/ink/erase-is-one-step", test_erase_is_one_step);
  g_test_add_func ("/ink/history-is-bounded", test_history_is_bounded);
  g_test_add_func ("/ink/random-history", test_random_history);
  g_test_add_func ("/ink/edits", test_edits);
  g_test_add_func ("/ink/edit-while-drawing", test_edit_while_drawing);
  g_test_add_func ("/ink/older-deck", test_older_deck);
  g_test_add_func ("/ink/random-edits", test_random_edits);
  g_test_add_func ("/ink/json", test_json);
  g_test_add_func ("/ink/bad-json", test_bad_json);
  g_test_add_func ("/pointer/laser", test_laser);
  g_test_add_func ("/pointer/zoom", test_zoom);

  return g_test_run ();
}
