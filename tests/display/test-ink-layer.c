/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-actions.h"
#include "fore-ink-layer.h"
#include "fore-ink-picture.h"
#include "stage-fixture.h"

#include <math.h>

/* Two windows of one talk. A hand on the mouse writes in one of them; what the other one
 * draws is read back. */

#define DECK                                                                             \
  "---\nslideOptions:\n  theme: white\n  controls: false\n  progress: false\n"           \
  "  slideNumber: false\n---\n\n---\n\n\n\n---\n\n# Three\n"

#define WIDTH 640
#define HEIGHT 480

typedef struct {
  GtkWidget *window;
  GtkWidget *overlay;
  ForeStage *stage;
  ForeInkLayer *layer;
} Window;

typedef struct {
  ForeAssetCache *cache;
  ForeAssets *assets;
  ForeInk *ink;
  ForePointer *pointer;
  Window other, own; /* the own one lies above the other */
} Fixture;

#define wait_until(condition)                                                            \
  G_STMT_START                                                                           \
  {                                                                                      \
    while (!(condition))                                                                 \
      g_main_context_iteration (NULL, TRUE);                                             \
  }                                                                                      \
  G_STMT_END

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static void
open_window (Fixture *fixture, Window *window, ForeStage *related, int height)
{
  window->stage =
    FORE_STAGE (fore_stage_new (fixture->assets, FORE_STAGE_PREVIEW, related));
  window->layer = FORE_INK_LAYER (
    fore_ink_layer_new (window->stage, GTK_WIDGET (window->stage), fixture->ink));
  window->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (window->overlay), GTK_WIDGET (window->stage));
  gtk_overlay_add_overlay (GTK_OVERLAY (window->overlay), GTK_WIDGET (window->layer));
  window->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window->window), WIDTH, height);
  gtk_window_set_child (GTK_WINDOW (window->window), window->overlay);
  fore_stage_set_deck (window->stage, fore_ink_get_deck (fixture->ink));
  gtk_window_present (GTK_WINDOW (window->window));
  stage_fixture_settle (window->stage);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_dir_make_tmp ("fore-ink-XXXXXX", NULL);
  g_autoptr (ForeAssetCache) cache = fore_asset_cache_new (path);
  g_autoptr (ForeDeck) deck = parse (DECK);

  fixture->assets = fore_assets_new (cache);
  fixture->ink = fore_ink_new ();
  fixture->pointer = fore_ink_get_pointer (fixture->ink);
  fore_ink_set_deck (fixture->ink, deck);
  open_window (fixture, &fixture->other, NULL, HEIGHT - 60);
  open_window (fixture, &fixture->own, fixture->other.stage, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer own = fixture->own.layer, other = fixture->other.layer;

  g_object_add_weak_pointer (own, &own);
  g_object_add_weak_pointer (other, &other);
  gtk_window_destroy (GTK_WINDOW (fixture->own.window));
  gtk_window_destroy (GTK_WINDOW (fixture->other.window));
  wait_until (own == NULL && other == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->ink);
  g_object_unref (fixture->assets);
}

/* --- Hands and eyes ----------------------------------------------------------------- */

static void
spawned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The windows lie in the corner of the screen, so that theirs are its coordinates. */
static void
xdotool (const char *command)
{
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, spawned_cb, &done);
  wait_until (done);
}

/* What @window shows now. */
static cairo_surface_t *
look_at (Window *window)
{
  GtkWidget *widget = window->overlay;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr = cairo_create (surface);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return *(const guint32 *) (gconstpointer) (data + (gsize) lround (y) * stride +
                                             (gsize) lround (x) * 4) &
         0xffffff;
}

/* What is seen at a place of the slide. */
static guint32
look (Window *window, double x, double y)
{
  cairo_surface_t *surface = look_at (window);
  ForeInkView view;
  guint32 pixel;

  g_assert_true (fore_ink_layer_get_view (window->layer, &view));
  pixel = get_pixel (surface, view.x + x * view.scale, view.y + y * view.scale);
  cairo_surface_destroy (surface);

  return pixel;
}

static double
brightness (guint32 pixel)
{
  return ((pixel >> 16) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 765.0;
}

/* Where a place of the slide is on the screen. */
static char *
place (Fixture *fixture, double x, double y)
{
  ForeInkView view;

  g_assert_true (fore_ink_layer_get_view (fixture->own.layer, &view));

  return g_strdup_printf ("%ld %ld", lround (view.x + x * view.scale),
                          lround (view.y + y * view.scale));
}

static void
point_at (Fixture *fixture, double x, double y)
{
  g_autofree char *where = place (fixture, x, y);
  g_autofree char *command = g_strconcat ("mousemove ", where, NULL);

  xdotool (command);
}

static gboolean
is_pointed_at (Fixture *fixture, double x, double y)
{
  guint index = fore_ink_layer_get_index (fixture->own.layer);
  double got_x, got_y;

  return fore_pointer_get_place (fixture->pointer, index, &got_x, &got_y) &&
         hypot (got_x - x, got_y - y) < 0.003;
}

static void
drag (Fixture *fixture, double x, double y, double to_x, double to_y)
{
  point_at (fixture, x, y);
  xdotool ("mousedown 1");
  point_at (fixture, (x + to_x) / 2, (y + to_y) / 2);
  point_at (fixture, to_x, to_y);
  xdotool ("mouseup 1");
}

static guint
count (Fixture *fixture, guint index)
{
  GPtrArray *strokes = fore_ink_get_strokes (fixture->ink, index);

  return strokes != NULL ? strokes->len : 0;
}

/* --- Tests -------------------------------------------------------------------------- */

static void
test_write (Fixture *fixture, gconstpointer unused)
{
  guint32 blue = fore_ink_colour_get_rgb (FORE_INK_BLUE);
  const ForeInkPoint *points;
  guint n_points;

  g_assert_cmphex (look (&fixture->other, 0.5, 0.3), ==, 0xffffff);
  fore_pointer_set_colour (fixture->pointer, FORE_INK_BLUE);
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_PEN);
  point_at (fixture, 0.2, 0.3);
  xdotool ("mousedown 1");
  point_at (fixture, 0.5, 0.3);
  point_at (fixture, 0.6, 0.3);
  /* Seen in both before the pen is lifted. */
  wait_until (is_pointed_at (fixture, 0.6, 0.3));
  g_assert_nonnull (fore_ink_get_unfinished (fixture->ink, 0));
  g_assert_cmphex (look (&fixture->own, 0.4, 0.3), ==, blue);
  g_assert_cmphex (look (&fixture->other, 0.4, 0.3), ==, blue);
  xdotool ("mouseup 1");
  wait_until (count (fixture, 0) == 1);
  g_assert_cmphex (look (&fixture->own, 0.4, 0.3), ==, blue);
  g_assert_cmphex (look (&fixture->other, 0.4, 0.3), ==, blue);
  g_assert_cmphex (look (&fixture->other, 0.4, 0.35), ==, 0xffffff);

  points = fore_stroke_get_points (
    g_ptr_array_index (fore_ink_get_strokes (fixture->ink, 0), 0), &n_points);
  g_assert_cmpfloat_with_epsilon (points[0].x, 0.2, 0.003);
  g_assert_cmpfloat_with_epsilon (points[0].y, 0.3, 0.003);
  g_assert_cmpfloat_with_epsilon (points[n_points - 1].x, 0.6, 0.003);
}

static void
test_erase (Fixture *fixture, gconstpointer unused)
{
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_PEN);
  drag (fixture, 0.2, 0.2, 0.8, 0.2);
  wait_until (count (fixture, 0) == 1);
  drag (fixture, 0.2, 0.5, 0.8, 0.5);
  wait_until (count (fixture, 0) == 2);
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_ERASER);
  drag (fixture, 0.5, 0.1, 0.5, 0.3);
  wait_until (count (fixture, 0) == 1);
  g_assert_cmphex (look (&fixture->other, 0.3, 0.2), ==, 0xffffff);
  g_assert_cmphex (look (&fixture->other, 0.3, 0.5), ==,
                   fore_ink_colour_get_rgb (FORE_INK_RED));
}

/* How many pixels of a line across are ink, in a row of pixels down through it. */
static guint
measure_width (Window *window, double x, double y)
{
  cairo_surface_t *surface = look_at (window);
  ForeInkView view;
  guint n = 0;

  g_assert_true (fore_ink_layer_get_view (window->layer, &view));
  for (int dy = -30; dy <= 30; dy++)
    n += get_pixel (surface, view.x + x * view.scale, view.y + y * view.scale + dy) !=
         0xffffff;
  cairo_surface_destroy (surface);

  return n;
}

static void
test_pressure (Fixture *fixture, gconstpointer unused)
{
  guint light, medium, hard;

  /* Seen before it is lifted, wherever the pointer is; and not after it is taken back. */
  g_assert_cmphex (look (&fixture->own, 0.3, 0.3), ==, 0xffffff);
  fore_ink_draw (fixture->ink, 0, &(ForeInkPoint){ 0.3f, 0.3f, 1 });
  g_assert_cmphex (look (&fixture->own, 0.3, 0.3), !=, 0xffffff);
  fore_ink_cancel (fixture->ink);
  g_assert_cmphex (look (&fixture->own, 0.3, 0.3), ==, 0xffffff);

  fore_pointer_set_pen_width (fixture->pointer, FORE_PEN_BROAD);
  for (guint i = 0; i <= 2; i++) {
    for (guint j = 0; j <= 10; j++)
      fore_ink_draw (fixture->ink, 0,
                     &(ForeInkPoint){ 0.2f + (float) j * 0.05f, 0.15f + 0.15f * (float) i,
                                      0.5f * (float) i });
    fore_ink_lift (fixture->ink);
  }
  light = measure_width (&fixture->own, 0.4, 0.15);
  medium = measure_width (&fixture->own, 0.4, 0.3);
  hard = measure_width (&fixture->own, 0.4, 0.45);
  g_test_message ("%u %u %u", light, medium, hard);
  g_assert_cmpuint (light, >, 0);
  g_assert_cmpuint (medium, >, light + 2);
  g_assert_cmpuint (hard, >, medium + 2);
}

static void
test_laser (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) trace = NULL;
  guint32 pixel;

  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_LASER);
  point_at (fixture, 0.2, 0.2);
  wait_until (is_pointed_at (fixture, 0.2, 0.2));
  point_at (fixture, 0.7, 0.4);
  wait_until (is_pointed_at (fixture, 0.7, 0.4));
  pixel = look (&fixture->other, 0.7, 0.4);
  g_test_message ("%06x", pixel);
  g_assert_cmphex (pixel >> 16, >, 0xd0);
  g_assert_cmphex (pixel & 0xff, <, 0x80);
  trace = fore_pointer_dup_trace (fixture->pointer, 0, g_get_monotonic_time ());
  g_assert_cmpuint (trace->len, >, 0);

  /* The trace goes by itself; only frames that are drawn look after it. */
  while (trace->len > 0) {
    g_clear_pointer (&trace, g_array_unref);
    trace = fore_pointer_dup_trace (fixture->pointer, 0, g_get_monotonic_time ());
    g_main_context_iteration (NULL, TRUE);
  }
  g_assert_cmphex (look (&fixture->other, 0.45, 0.3), ==, 0xffffff);
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_NONE);
  g_assert_cmphex (look (&fixture->other, 0.7, 0.4), ==, 0xffffff);
}

static void
test_spotlight (Fixture *fixture, gconstpointer unused)
{
  double radius = fore_pointer_get_spotlight_radius (fixture->pointer);

  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_SPOTLIGHT);
  point_at (fixture, 0.5, 0.3);
  wait_until (is_pointed_at (fixture, 0.5, 0.3));
  g_assert_cmphex (look (&fixture->other, 0.5, 0.3), ==, 0xffffff);
  g_assert_cmpfloat (brightness (look (&fixture->other, 0.1, 0.1)), <, 0.4);
  xdotool ("click 4");
  wait_until (fore_pointer_get_spotlight_radius (fixture->pointer) > radius);
  xdotool ("click --repeat 2 5");
  wait_until (fore_pointer_get_spotlight_radius (fixture->pointer) < radius);
  /* Outside, it is nowhere. */
  xdotool ("mousemove 900 700");
  wait_until (!is_pointed_at (fixture, 0.5, 0.3));
  g_assert_cmphex (look (&fixture->other, 0.1, 0.1), ==, 0xffffff);
}

static void
wait_for_zoom (Fixture *fixture)
{
  wait_until (!fore_ink_layer_get_is_moving (fixture->own.layer) &&
              !fore_ink_layer_get_is_moving (fixture->other.layer));
}

/* How many times larger the slide is seen. */
static double
get_scale (Window *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window->layer));
  int height = gtk_widget_get_height (GTK_WIDGET (window->layer));
  ForeSlideArea area;
  ForeInkView view;

  fore_slide_area_init (
    &area, fore_deck_get_options (fore_stage_get_deck (window->stage)), width, height);
  g_assert_true (fore_ink_layer_get_view (window->layer, &view));

  return view.scale / area.width;
}

static gboolean
reaches_page (Fixture *fixture)
{
  GtkWidget *picked =
    gtk_widget_pick (fixture->own.overlay, WIDTH / 2, HEIGHT / 2, GTK_PICK_DEFAULT);

  return gtk_widget_is_ancestor (picked, GTK_WIDGET (fixture->own.stage));
}

static guint
count_dark (Window *window)
{
  cairo_surface_t *surface = look_at (window);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += brightness (get_pixel (surface, x, y)) < 0.4;
  cairo_surface_destroy (surface);

  return n;
}

/* The page is in the larger picture too, and as it is now. */
static void
test_zoom_page (Fixture *fixture, gconstpointer unused)
{
  guint before;

  fore_stage_show (fixture->own.stage, 2, 0);
  stage_fixture_settle (fixture->own.stage);
  before = count_dark (&fixture->own);
  g_assert_cmpuint (before, >, 100);
  fore_pointer_zoom_to (fixture->pointer, 2, 0.5, 0.36, 2);
  wait_until (!fore_ink_layer_get_is_moving (fixture->own.layer));
  g_test_message ("%u, then %u", before, count_dark (&fixture->own));
  g_assert_cmpuint (count_dark (&fixture->own), >, 3 * before);
  g_assert_cmpuint (count_dark (&fixture->own), <, 5 * before);
  g_assert_false (reaches_page (fixture));
  fore_pointer_zoom_out (fixture->pointer);
  wait_until (!fore_ink_layer_get_is_moving (fixture->own.layer));
  g_assert_true (reaches_page (fixture));
  g_assert_cmpuint (count_dark (&fixture->own), ==, before);
}

static void
draw_line (Fixture *fixture, double y)
{
  fore_ink_draw (fixture->ink, 0, &(ForeInkPoint){ 0.1f, (float) y, 0.5f });
  fore_ink_draw (fixture->ink, 0, &(ForeInkPoint){ 0.9f, (float) y, 0.5f });
  fore_ink_lift (fixture->ink);
}

static void
test_zoom_click (Fixture *fixture, gconstpointer unused)
{
  guint before;
  double y;

  draw_line (fixture, 0.3);
  before = measure_width (&fixture->other, 0.3, 0.3);
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_ZOOM);
  point_at (fixture, 0.3, 0.3);
  xdotool ("click 1");
  wait_until (fore_pointer_get_zoom_factor (fixture->pointer) > 1);
  wait_for_zoom (fixture);
  g_assert_cmpfloat_with_epsilon (get_scale (&fixture->own), 2.5, 0.01);
  g_assert_cmpfloat_with_epsilon (get_scale (&fixture->other), 2.5, 0.01);
  /* The ink is larger too, and still on its place. */
  g_assert_cmpuint (measure_width (&fixture->other, 0.3, 0.3), >, before + 2);

  /* Dragging moves the picture: what was held stays in the hand. */
  fore_pointer_get_zoom (fixture->pointer, 0, &y, &y);
  drag (fixture, 0.3, 0.3, 0.3, 0.35);
  wait_until (fore_pointer_get_zoom (fixture->pointer, 0, &y, &y) > 1 && y < 0.27);
  g_assert_cmpfloat_with_epsilon (y, 0.25, 0.01);

  xdotool ("click 1");
  wait_until (fore_pointer_get_zoom_factor (fixture->pointer) == 1);
  wait_for_zoom (fixture);
  g_assert_cmpfloat (get_scale (&fixture->other), ==, 1);
}

static void
test_zoom_frame (Fixture *fixture, gconstpointer unused)
{
  ForeInkView view;
  double x, y;

  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_ZOOM);
  point_at (fixture, 0.4, 0.3);
  xdotool ("mousedown 1");
  point_at (fixture, 0.5, 0.35);
  point_at (fixture, 0.6, 0.4);
  wait_until (is_pointed_at (fixture, 0.6, 0.4));
  /* The choice is private. */
  g_assert_cmpfloat (brightness (look (&fixture->own, 0.2, 0.2)), <, 0.7);
  g_assert_cmphex (look (&fixture->other, 0.2, 0.2), ==, 0xffffff);
  xdotool ("mouseup 1");
  wait_until (fore_pointer_get_zoom_factor (fixture->pointer) > 1);
  wait_for_zoom (fixture);
  g_assert_cmpfloat_with_epsilon (fore_pointer_get_zoom (fixture->pointer, 0, &x, &y),
                                  MIN (WIDTH / (0.2 * 614.4), HEIGHT / (0.1 * 614.4)),
                                  0.15);
  g_assert_cmpfloat_with_epsilon (x, 0.5, 0.005);
  g_assert_cmpfloat_with_epsilon (y, 0.35, 0.005);
  g_assert_true (fore_ink_layer_get_view (fixture->own.layer, &view));
  g_assert_cmpfloat_with_epsilon (view.x + 0.5 * view.scale, WIDTH / 2.0, 5);
  g_assert_cmpfloat_with_epsilon (view.y + 0.35 * view.scale, HEIGHT / 2.0, 5);

  /* Writing goes on in the enlarged picture. */
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_PEN);
  drag (fixture, 0.46, 0.35, 0.54, 0.35);
  wait_until (count (fixture, 0) == 1);
  g_assert_cmphex (look (&fixture->other, 0.5, 0.35), ==,
                   fore_ink_colour_get_rgb (FORE_INK_RED));
  /* And Esc shows all of it. */
  g_assert_true (fore_pointer_put_away (fixture->pointer));
  g_assert_false (fore_pointer_put_away (fixture->pointer));
  wait_for_zoom (fixture);
  g_assert_cmphex (look (&fixture->own, 0.5, 0.35), ==,
                   fore_ink_colour_get_rgb (FORE_INK_RED));
}

static void
test_wheel_keeps_the_place (Fixture *fixture, gconstpointer unused)
{
  ForeInkView view;

  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_ZOOM);
  point_at (fixture, 0.4, 0.3);
  wait_until (is_pointed_at (fixture, 0.4, 0.3));
  g_assert_true (fore_ink_layer_get_view (fixture->own.layer, &view));
  {
    double x = view.x + 0.4 * view.scale, y = view.y + 0.3 * view.scale;

    xdotool ("click --repeat 3 4");
    wait_until (fore_pointer_get_zoom_factor (fixture->pointer) > 1.7);
    wait_for_zoom (fixture);
    g_assert_true (fore_ink_layer_get_view (fixture->own.layer, &view));
    g_assert_cmpfloat_with_epsilon (view.x + 0.4 * view.scale, x, 3);
    g_assert_cmpfloat_with_epsilon (view.y + 0.3 * view.scale, y, 3);
  }
}

static void
test_page_keeps_its_pointer (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (reaches_page (fixture));
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_LASER);
  g_assert_false (reaches_page (fixture));
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_NONE);
  g_assert_true (reaches_page (fixture));
}

static void
test_slides (Fixture *fixture, gconstpointer unused)
{
  guint32 red = fore_ink_colour_get_rgb (FORE_INK_RED);
  g_autoptr (ForeDeck) longer = parse (DECK "\n\n---\n\n# Four\n");
  g_autoptr (ForeDeck) other = parse ("# Nothing of it\n");

  draw_line (fixture, 0.3);
  fore_stage_show (fixture->other.stage, 1, 0);
  /* Until the page has changed its slide, the ink is that of the old one. */
  g_assert_cmpuint (fore_ink_layer_get_index (fixture->other.layer), ==, 0);
  g_assert_cmphex (look (&fixture->other, 0.5, 0.3), ==, red);
  stage_fixture_settle (fixture->other.stage);
  g_assert_cmpuint (fore_ink_layer_get_index (fixture->other.layer), ==, 1);
  g_assert_cmphex (look (&fixture->other, 0.5, 0.3), ==, 0xffffff);
  g_assert_cmphex (look (&fixture->own, 0.5, 0.3), ==, red);

  /* A pointer on one slide is not shown over another. */
  fore_pointer_set_tool (fixture->pointer, FORE_TOOL_SPOTLIGHT);
  fore_pointer_move (fixture->pointer, 0, 0.5, 0.3, 1);
  g_assert_cmpfloat (brightness (look (&fixture->own, 0.1, 0.1)), <, 0.4);
  g_assert_cmphex (look (&fixture->other, 0.1, 0.1), ==, 0xffffff);

  /* Windows that hold an older deck back show its ink. */
  fore_ink_set_deck (fixture->ink, longer);
  g_assert_cmpuint (fore_ink_layer_get_index (fixture->own.layer), ==, 0);
  g_assert_cmphex (look (&fixture->own, 0.5, 0.3), ==, red);
  fore_stage_set_deck (fixture->own.stage, other);
  stage_fixture_settle (fixture->own.stage);
  fore_stage_show (fixture->own.stage, 0, 0);
  stage_fixture_settle (fixture->own.stage);
}

/* --- Without windows ---------------------------------------------------------------- */

static gboolean
get_state (GActionGroup *group, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (group, name);

  return g_variant_get_boolean (state);
}

static void
test_actions (void)
{
  g_autoptr (ForeInk) ink = fore_ink_new ();
  ForePointer *pointer = fore_ink_get_pointer (ink);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GActionGroup *group = G_ACTION_GROUP (actions);
  g_autoptr (ForeDeck) deck = parse (DECK);
  g_autoptr (GVariant) colour = NULL;

  fore_ink_set_deck (ink, deck);
  fore_ink_add_actions (G_ACTION_MAP (actions), ink);
  g_action_group_activate_action (group, "laser", NULL);
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_LASER);
  g_action_group_activate_action (group, "pen", NULL);
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_PEN);
  g_assert_false (get_state (group, "laser"));
  g_assert_true (get_state (group, "pen"));
  g_action_group_activate_action (group, "pen", NULL);
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_NONE);

  g_action_group_activate_action (group, "zoom", NULL);
  fore_pointer_zoom_to (pointer, 0, 0.5, 0.5, 2);
  g_action_group_activate_action (group, "pen", NULL);
  g_assert_true (get_state (group, "zoom"));
  g_action_group_activate_action (group, "zoom", NULL);
  g_assert_false (get_state (group, "zoom"));
  g_assert_cmpfloat (fore_pointer_get_zoom_factor (pointer), ==, 1);
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_PEN);

  fore_pointer_set_tool (pointer, FORE_TOOL_LASER);
  g_action_group_activate_action (group, "ink-colour", g_variant_new_string ("pink"));
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_LASER);
  g_action_group_activate_action (group, "ink-colour", g_variant_new_string ("green"));
  g_assert_cmpint (fore_pointer_get_colour (pointer), ==, FORE_INK_GREEN);
  g_assert_cmpint (fore_pointer_get_tool (pointer), ==, FORE_TOOL_PEN);
  g_action_group_activate_action (group, "ink-width", g_variant_new_string ("broad"));
  g_assert_cmpint (fore_pointer_get_pen_width (pointer), ==, FORE_PEN_BROAD);
  fore_pointer_set_colour (pointer, FORE_INK_BLUE);
  colour = g_action_group_get_action_state (group, "ink-colour");
  g_assert_cmpstr (g_variant_get_string (colour, NULL), ==, "blue");

  g_assert_false (g_action_group_get_action_enabled (group, "ink-undo"));
  fore_ink_draw (ink, 0, &(ForeInkPoint){ 0.5f, 0.5f, 0.5f });
  fore_ink_lift (ink);
  g_action_group_activate_action (group, "ink-undo", NULL);
  g_assert_null (fore_ink_get_strokes (ink, 0));
  g_action_group_activate_action (group, "ink-redo", NULL);
  g_assert_nonnull (fore_ink_get_strokes (ink, 0));
  g_action_group_activate_action (group, "ink-clear", NULL);
  g_assert_null (fore_ink_get_strokes (ink, 0));
  g_assert_false (g_action_group_get_action_enabled (group, "ink-clear"));
}

static void
snapshot_picture (ForeInkPicture *picture, GPtrArray *strokes, double zoom)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  ForeInkView view = { 0, 0, 100 * zoom };

  fore_ink_picture_snapshot (picture, strokes, &view, 100, 100, 1, snapshot);
}

static void
test_picture_draws_what_is_new (void)
{
  g_autoptr (ForeInkPicture) picture = fore_ink_picture_new ();
  g_autoptr (GPtrArray) before =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_stroke_unref);
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < 10; i++) {
    ForeStroke *stroke = fore_stroke_new (FORE_INK_RED, 0.01);

    fore_stroke_add (stroke, &(ForeInkPoint){ 0.1f * (float) i, 0.5f, 0.5f });
    g_ptr_array_add (before, stroke);
  }
  after = g_ptr_array_copy (before, (GCopyFunc) (GCallback) fore_stroke_ref, NULL);
  g_ptr_array_add (after, fore_stroke_new (FORE_INK_RED, 0.01));

  snapshot_picture (picture, before, 1);
  snapshot_picture (picture, before, 1);
  g_assert_cmpuint (fore_ink_picture_get_n_drawn (picture), ==, 10);
  snapshot_picture (picture, after, 1);
  g_assert_cmpuint (fore_ink_picture_get_n_drawn (picture), ==, 11);
  snapshot_picture (picture, before, 1);
  g_assert_cmpuint (fore_ink_picture_get_n_drawn (picture), ==, 21);
  snapshot_picture (picture, before, 2);
  g_assert_cmpuint (fore_ink_picture_get_n_drawn (picture), ==, 31);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } cases[] = {
    { "/ink-layer/write", test_write },
    { "/ink-layer/erase", test_erase },
    { "/ink-layer/pressure", test_pressure },
    { "/ink-layer/laser", test_laser },
    { "/ink-layer/spotlight", test_spotlight },
    { "/ink-layer/zoom/click", test_zoom_click },
    { "/ink-layer/zoom/frame", test_zoom_frame },
    { "/ink-layer/zoom/page", test_zoom_page },
    { "/ink-layer/zoom/wheel", test_wheel_keeps_the_place },
    { "/ink-layer/page-keeps-its-pointer", test_page_keeps_its_pointer },
    { "/ink-layer/slides", test_slides },
  };

  stage_fixture_init (&argc, &argv);
  g_test_add_func ("/ink-layer/actions", test_actions);
  g_test_add_func ("/ink-layer/picture", test_picture_draws_what_is_new);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
