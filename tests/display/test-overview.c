/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-overview-grid.h"
#include "fore-overview-layout.h"
#include "fore-overview-tile.h"
#include "fore-overview.h"
#include "stage-fixture.h"

#include <adwaita.h>

#define DECK                                                                             \
  "# Title\n\n---\n\n# Agenda\n\n---\n\n# Part\n\n----\n\n# Part, two\n\n----\n\n"       \
  "# Part, three\n\n---\n\n<!-- .slide: data-visibility=\"hidden\" -->\n# Backup\n\n"    \
  "---\n\n# End\n\nWith fish\n"

typedef struct {
  ForeAssets *assets;
  ForeOverview *overview;
  ForeOverviewGrid *grid;
  GtkEditable *entry;
  GtkWidget *window;
  guint n_chosen, chosen, n_closed;
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
chosen_cb (Fixture *fixture, guint index)
{
  fixture->n_chosen++;
  fixture->chosen = index;
}

static void
closed_cb (Fixture *fixture)
{
  fixture->n_closed++;
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("fore-overview-XXXXXX", NULL);
  g_autoptr (ForeAssetCache) cache = fore_asset_cache_new (path);
  g_autoptr (ForeDeck) deck = parse (data != NULL ? data : DECK);

  fixture->assets = fore_assets_new (cache);
  fixture->overview = FORE_OVERVIEW (fore_overview_new (fixture->assets, NULL, NULL));
  fixture->grid =
    FORE_OVERVIEW_GRID (find (GTK_WIDGET (fixture->overview), FORE_TYPE_OVERVIEW_GRID));
  fixture->entry =
    GTK_EDITABLE (find (GTK_WIDGET (fixture->overview), GTK_TYPE_SEARCH_ENTRY));
  g_signal_connect_swapped (fixture->overview, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect_swapped (fixture->overview, "closed", G_CALLBACK (closed_cb), fixture);
  fore_overview_set_deck (fixture->overview, deck);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->overview));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fore_overview_open (fixture->overview);
  wait_until (fore_overview_grid_get_n_tiles (fixture->grid) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer overview = fixture->overview;

  g_object_add_weak_pointer (overview, &overview);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (overview == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->assets);
}

static void
spawned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
xdotool (const char *command, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error,
                                                      "xdotool", command, argument, NULL);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, spawned_cb, &done);
  wait_until (done);
}

/* No window manager gives the focus. */
static void
focus (Fixture *fixture)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search",
                      "--onlyvisible", "--name", ".", NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &id, NULL, &error);
  g_assert_no_error (error);
  xdotool ("windowfocus", g_strstrip (id));
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
}

static guint
get_selected (Fixture *fixture)
{
  guint index = G_MAXUINT;

  fore_overview_get_selected (fixture->overview, &index);

  return index;
}

#define wait_for_selected(fixture, index) wait_until (get_selected (fixture) == (index))

/* Slides in rows of three, as wide as the window is; the section has its own. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  gtk_window_set_title (GTK_WINDOW (fixture->window), "overview");
  focus (fixture);
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  xdotool ("key", "Right");
  wait_for_selected (fixture, 1);
  xdotool ("key", "Down");
  wait_for_selected (fixture, 3);
  xdotool ("key", "Down");
  wait_for_selected (fixture, 6);
  xdotool ("key", "Up");
  wait_for_selected (fixture, 3);
  xdotool ("key", "End");
  wait_for_selected (fixture, 6);
  xdotool ("key", "Right");
  xdotool ("key", "Left");
  wait_for_selected (fixture, 5);
  xdotool ("key", "Home");
  wait_for_selected (fixture, 0);
  xdotool ("key", "Left");
  xdotool ("key", "Right");
  wait_for_selected (fixture, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
  xdotool ("key", "Return");
  wait_until (fixture->n_chosen == 1);
  g_assert_cmpuint (fixture->chosen, ==, 1);
  xdotool ("key", "Escape");
  wait_until (fixture->n_closed == 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  gtk_window_set_title (GTK_WINDOW (fixture->window), "overview");
  focus (fixture);
  xdotool ("type", "part");
  wait_until (fore_overview_grid_get_n_slides (fixture->grid) == 3);
  g_assert_cmpuint (get_selected (fixture), ==, 2);
  xdotool ("key", "Right");
  wait_for_selected (fixture, 3);
  xdotool ("type", " three");
  wait_until (fore_overview_grid_get_n_slides (fixture->grid) == 1);
  g_assert_cmpuint (get_selected (fixture), ==, 4);
  xdotool ("key", "Return");
  wait_until (fixture->n_chosen == 1);
  g_assert_cmpuint (fixture->chosen, ==, 4);

  gtk_editable_set_text (fixture->entry, "fish");
  g_assert_cmpuint (get_selected (fixture), ==, 6);
  gtk_editable_set_text (fixture->entry, "nothing of it");
  g_assert_cmpuint (get_selected (fixture), ==, G_MAXUINT);
  xdotool ("key", "Return");
  fore_overview_set_index (fixture->overview, 5);
  fore_overview_open (fixture->overview);
  g_assert_cmpuint (get_selected (fixture), ==, 5);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

static GtkWidget *
find_tile (Fixture *fixture, const char *css_class, GtkStateFlags state)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));
       child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (FORE_IS_OVERVIEW_TILE (child) && gtk_widget_get_child_visible (child) &&
        (css_class == NULL || gtk_widget_has_css_class (child, css_class)) &&
        (gtk_widget_get_state_flags (child) & state) == state)
      return child;
  }

  return NULL;
}

static void
test_click (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *tile;
  graphene_point_t middle;
  g_autofree char *x = NULL, *y = NULL;
  g_autofree char *command = NULL;

  fore_overview_set_index (fixture->overview, 2);
  tile = find_tile (fixture, "current", GTK_STATE_FLAG_NORMAL);
  g_assert_nonnull (tile);
  g_assert_true (tile != find_tile (fixture, NULL, GTK_STATE_FLAG_SELECTED));
  wait_until (gtk_widget_get_width (tile) > 0);
  g_assert_true (gtk_widget_compute_point (
    tile, fixture->window,
    &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (tile) / 2, 20), &middle));
  {
    double left, top;
    g_autoptr (GError) error = NULL;
    g_autoptr (GSubprocess) process = NULL;
    gboolean done = FALSE;

    gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &left, &top);
    x = g_strdup_printf ("%d", (int) (middle.x + left));
    y = g_strdup_printf ("%d", (int) (middle.y + top));
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "mousemove",
                                x, y, "click", "1", NULL);
    g_assert_no_error (error);
    g_subprocess_wait_check_async (process, NULL, spawned_cb, &done);
    wait_until (done);
  }
  wait_until (fixture->n_chosen == 1);
  g_assert_cmpuint (fixture->chosen, ==, 2);
}

static gboolean
has_all_pictures (Fixture *fixture)
{
  guint index;

  return !fore_overview_grid_find_wanted (fixture->grid, &index);
}

static void
test_pictures (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ForeDeck) edited = parse (DECK "\n\n---\n\n# One more\n");
  guint index;

  g_assert_true (fore_overview_grid_find_wanted (fixture->grid, &index));
  wait_until (has_all_pictures (fixture));
  fore_overview_set_deck (fixture->overview, edited);
  wait_until (fore_overview_grid_find_wanted (fixture->grid, &index));
  g_assert_cmpuint (index, ==, 7);
  wait_until (has_all_pictures (fixture));
}

static void
test_edit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ForeDeck) longer = parse ("# New\n\n---\n\n" DECK);

  fore_overview_grid_select (fixture->grid, 4);
  fore_overview_set_deck (fixture->overview, longer);
  g_assert_cmpuint (get_selected (fixture), ==, 5);
  gtk_editable_set_text (fixture->entry, "part");
  fore_overview_grid_select (fixture->grid, 1);
  g_assert_cmpuint (get_selected (fixture), ==, 4);
  {
    g_autoptr (ForeDeck) deck = parse (DECK);

    fore_overview_set_deck (fixture->overview, deck);
  }
  g_assert_cmpuint (get_selected (fixture), ==, 3);
  g_assert_cmpuint (fore_overview_grid_get_n_slides (fixture->grid), ==, 3);
}

static void
test_thousand (Fixture *fixture, gconstpointer unused)
{
  GtkAdjustment *adjustment;
  guint n_frames = 0;

  g_assert_cmpuint (fore_overview_grid_get_n_slides (fixture->grid), ==, 1000);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
    gtk_widget_get_ancestor (GTK_WIDGET (fixture->grid), GTK_TYPE_SCROLLED_WINDOW)));
  while (gtk_adjustment_get_value (adjustment) +
           gtk_adjustment_get_page_size (adjustment) <
         gtk_adjustment_get_upper (adjustment)) {
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 900);
    stage_fixture_wait_for_signal (gtk_widget_get_frame_clock (fixture->window),
                                   "after-paint");
    n_frames++;
  }
  g_test_message ("%u tiles, %u frames", fore_overview_grid_get_n_tiles (fixture->grid),
                  n_frames);
  g_assert_cmpuint (n_frames, >, 20);
  g_assert_cmpuint (fore_overview_grid_get_n_tiles (fixture->grid), <, 40);
  fore_overview_set_index (fixture->overview, 500);
  fore_overview_open (fixture->overview);
  wait_until (find_tile (fixture, "current", GTK_STATE_FLAG_SELECTED) != NULL);
}

static void
test_window (void)
{
  g_autofree char *path = g_dir_make_tmp ("fore-overview-XXXXXX", NULL);
  g_autoptr (ForeAssetCache) cache = fore_asset_cache_new (path);
  g_autoptr (ForeAssets) assets = fore_assets_new (cache);
  g_autoptr (ForeDeck) deck = parse (DECK);
  ForeOverview *overview = FORE_OVERVIEW (fore_overview_new (assets, NULL, NULL));
  GtkWindow *window = fore_overview_new_window (NULL, overview);

  fore_overview_set_deck (overview, deck);
  fore_overview_set_index (overview, 3);
  gtk_window_present (window);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (overview)));
  {
    guint index;

    g_assert_true (fore_overview_get_selected (overview, &index));
    g_assert_cmpuint (index, ==, 3);
  }
  g_signal_emit_by_name (overview, "closed");
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (window)));
  gtk_window_destroy (window);
}

/* --- Layout, without a window ------------------------------------------------------- */

static void
test_layout (void)
{
  g_autoptr (ForeDeck) deck = parse (DECK);
  g_autoptr (GArray) slides = g_array_new (FALSE, FALSE, sizeof (guint));
  ForeOverviewMetrics metrics = { 0.5, 20, 20 };
  ForeOverviewLayout layout;
  const GdkRectangle *tiles;

  for (guint i = 0; i < 7; i++)
    g_array_append_val (slides, i);
  fore_overview_layout_init (&layout);
  fore_overview_layout_update (&layout, deck, slides, TRUE, &metrics, 800);
  tiles = (const GdkRectangle *) (gpointer) layout.tiles->data;
  g_assert_cmpuint (layout.tiles->len, ==, 7);
  g_assert_cmpuint (layout.sections->len, ==, 1);
  g_assert_cmpint (tiles[1].y, ==, tiles[0].y);
  g_assert_cmpint (tiles[2].x, ==, tiles[0].x);
  g_assert_cmpint (g_array_index (layout.sections, ForeOverviewSection, 0).y, <,
                   tiles[2].y);
  g_assert_cmpint (tiles[4].y, ==, tiles[2].y);
  g_assert_cmpint (tiles[5].x, ==, tiles[0].x);
  g_assert_cmpint (tiles[5].y, >, tiles[2].y);
  g_assert_cmpint (tiles[6].y, ==, tiles[5].y);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (tiles[i].x + tiles[i].width, <=, 800 - 18);
  g_assert_cmpint (layout.height, >, tiles[6].y + tiles[6].height);
  g_assert_cmpuint (fore_overview_layout_find_neighbour (&layout, 4, GTK_DIR_DOWN), ==,
                    6);
  g_assert_cmpuint (fore_overview_layout_find_neighbour (&layout, 4, GTK_DIR_UP), ==, 1);
  g_assert_cmpuint (fore_overview_layout_find_neighbour (&layout, 0, GTK_DIR_UP), ==, 0);
  g_assert_cmpuint (fore_overview_layout_find_neighbour (&layout, 6, GTK_DIR_DOWN), ==,
                    6);

  /* Narrower than a tile. */
  fore_overview_layout_update (&layout, deck, slides, TRUE, &metrics, 100);
  tiles = (const GdkRectangle *) (gpointer) layout.tiles->data;
  for (guint i = 1; i < 7; i++)
    g_assert_cmpint (tiles[i].y, >=, tiles[i - 1].y + tiles[i - 1].height);
  /* Without sections, rows are filled. */
  fore_overview_layout_update (&layout, deck, slides, FALSE, &metrics, 800);
  tiles = (const GdkRectangle *) (gpointer) layout.tiles->data;
  g_assert_cmpint (tiles[2].y, ==, tiles[0].y);
  g_assert_cmpuint (layout.sections->len, ==, 0);
  fore_overview_layout_clear (&layout);
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) thousand = g_string_new ("# 0\n");

  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (thousand, "\n%s\n\n# %u\n", i % 7 == 0 ? "----" : "---", i);
  stage_fixture_init (&argc, &argv);
  adw_init ();
#define add(path, data, function)                                                        \
  g_test_add ("/overview/" path, Fixture, data, set_up, function, tear_down)
  add ("keys", NULL, test_keys);
  add ("filter", NULL, test_filter);
  add ("click", NULL, test_click);
  add ("pictures", NULL, test_pictures);
  add ("edit", NULL, test_edit);
  add ("thousand", thousand->str, test_thousand);
  g_test_add_func ("/overview/window", test_window);
  g_test_add_func ("/overview/layout", test_layout);

  return g_test_run ();
}
