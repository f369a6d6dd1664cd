/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Where everything lies is computed for all slides, which takes no time; widgets there
 * are only for what is in sight and half a page around it. What scrolls out of that is
 * used for what scrolls in. Widgets change before the frame that shows it, never while
 * the grid is being laid out. */

#include "fore-overview-grid.h"

#include "fore-overview-layout.h"
#include "fore-overview-tiles.h"

struct _ForeOverviewGrid {
  GtkWidget parent_instance;

  ForeDeck *deck;
  GArray *slides; /* guint: those shown */
  gboolean has_sections;
  guint current;  /* in the deck */
  guint selected; /* of those shown */
  ForeThumbnailCache *pictures;

  ForeOverviewLayout layout;
  GtkAdjustment *adjustment;
  ForeOverviewTiles *tiles; /* for what is in sight */
  GPtrArray *titles;        /* GtkWidget, one for each section */
  GtkWidget *measured;      /* a tile and a title that are never seen */
  GtkWidget *measured_title;
  guint update_tick;
  gboolean scrolls_to_selected;
};

enum { ACTIVATED, SELECTED, PICTURES_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeOverviewGrid, fore_overview_grid, GTK_TYPE_WIDGET)

static const GdkRectangle *
get_rectangle (ForeOverviewGrid *self, guint position)
{
  return &g_array_index (self->layout.tiles, GdkRectangle, position);
}

/* --- Layout ------------------------------------------------------------------------- */

static void
lay_out (ForeOverviewGrid *self, int width)
{
  ForeOverviewMetrics metrics = { .ratio = 0.75 };

  if (self->layout.width == width)
    return;
  if (self->deck != NULL) {
    ForeOptions *options = fore_deck_get_options (self->deck);

    metrics.ratio = fore_options_get_height (options) / fore_options_get_width (options);
  }
  metrics.line =
    fore_overview_tile_get_height (FORE_OVERVIEW_TILE (self->measured), 0, metrics.ratio);
  gtk_widget_measure (self->measured_title, GTK_ORIENTATION_VERTICAL, -1, NULL,
                      &metrics.title, NULL, NULL);
  fore_overview_layout_update (&self->layout, self->deck, self->slides,
                               self->has_sections, &metrics, width);
}

static void
fore_overview_grid_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  ForeOverviewGrid *self = FORE_OVERVIEW_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = FORE_OVERVIEW_TILE_WIDTH + 36;
    return;
  }
  if (for_size >= 0)
    lay_out (self, for_size);
  *minimum = *natural = self->layout.height;
}

static GtkSizeRequestMode
fore_overview_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void queue_update (ForeOverviewGrid *self);

static void
allocate_titles (ForeOverviewGrid *self, int width)
{
  for (guint i = 0; i < self->titles->len; i++) {
    GtkWidget *title = g_ptr_array_index (self->titles, i);
    int height;

    if (!gtk_widget_get_child_visible (title) || i >= self->layout.sections->len)
      continue;
    gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
    gtk_widget_size_allocate (
      title,
      &(GtkAllocation){ 18,
                        g_array_index (self->layout.sections, ForeOverviewSection, i).y,
                        MAX (width - 36, 0), height },
      -1);
  }
}

static void
allocate_tile (guint position, ForeOverviewTile *tile, gpointer user_data)
{
  ForeOverviewGrid *self = user_data;

  if (position < self->layout.tiles->len)
    gtk_widget_size_allocate (GTK_WIDGET (tile), get_rectangle (self, position), -1);
}

static void
fore_overview_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeOverviewGrid *self = FORE_OVERVIEW_GRID (widget);

  lay_out (self, width);
  fore_overview_tiles_foreach (self->tiles, allocate_tile, self);
  allocate_titles (self, width);
  queue_update (self);
}

/* --- Widgets for what is in sight --------------------------------------------------- */

static void
update_state (guint position, ForeOverviewTile *tile, gpointer user_data)
{
  ForeOverviewGrid *self = user_data;
  guint index = fore_overview_grid_get_index (self, position);

  fore_overview_tile_set_current (tile, index == self->current);
  if (position == self->selected)
    gtk_widget_set_state_flags (GTK_WIDGET (tile), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (tile), GTK_STATE_FLAG_SELECTED);
}

static void
update_picture (guint position, ForeOverviewTile *tile, gpointer user_data)
{
  ForeOverviewGrid *self = user_data;
  guint index = fore_overview_grid_get_index (self, position);
  guint64 digest = fore_slide_get_digest (fore_deck_get_slide (self->deck, index));

  if (self->pictures != NULL)
    fore_overview_tile_set_picture (
      tile, fore_thumbnail_cache_lookup (self->pictures, digest, NULL));
}

static void
ensure_tile (ForeOverviewGrid *self, guint position)
{
  ForeOverviewTile *tile = fore_overview_tiles_ensure (self->tiles, position);

  if (tile == NULL)
    return;
  fore_overview_tile_set_slide (tile, self->deck,
                                fore_overview_grid_get_index (self, position));
  update_state (position, tile, self);
  update_picture (position, tile, self);
}

/* What is in sight, and @more pages above and below it. */
static void
get_sight (ForeOverviewGrid *self, double more, double *top, double *bottom)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);

  *top = value - more * page;
  *bottom = value + (1 + more) * page;
}

static void
find_range (ForeOverviewGrid *self, double more, guint *from, guint *to)
{
  double top, bottom;

  get_sight (self, more, &top, &bottom);
  fore_overview_layout_find_range (&self->layout, top, bottom, from, to);
}

static void
update_titles (ForeOverviewGrid *self)
{
  double top, bottom;

  get_sight (self, 0.5, &top, &bottom);
  while (self->titles->len < self->layout.sections->len) {
    GtkWidget *title = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (title, "heading");
    gtk_widget_set_parent (title, GTK_WIDGET (self));
    g_ptr_array_add (self->titles, title);
  }
  for (guint i = 0; i < self->titles->len; i++) {
    GtkWidget *title = g_ptr_array_index (self->titles, i);
    const ForeOverviewSection *section;
    guint index;

    gtk_widget_set_child_visible (title, FALSE);
    if (i >= self->layout.sections->len)
      continue;
    section = &g_array_index (self->layout.sections, ForeOverviewSection, i);
    if (section->y > bottom || section->y + 60 < top ||
        !fore_deck_find_position (self->deck, section->column, 0, &index))
      continue;
    gtk_label_set_label (GTK_LABEL (title),
                         fore_deck_get_slide_title (self->deck, index));
    gtk_widget_set_child_visible (title, TRUE);
  }
}

static void
scroll_to_selected (ForeOverviewGrid *self)
{
  const GdkRectangle *tile;

  if (!self->scrolls_to_selected || self->selected >= self->layout.tiles->len)
    return;
  self->scrolls_to_selected = FALSE;
  tile = get_rectangle (self, self->selected);
  /* With the title above, and the gap below. */
  gtk_adjustment_clamp_page (self->adjustment, tile->y - 54, tile->y + tile->height + 18);
}

static void
update (ForeOverviewGrid *self)
{
  guint from, to;

  if (self->deck == NULL || self->adjustment == NULL || self->layout.width == 0)
    return;
  scroll_to_selected (self);
  find_range (self, 0.5, &from, &to);
  fore_overview_tiles_keep (self->tiles, from, to);
  for (guint i = from; i < to; i++)
    ensure_tile (self, i);
  update_titles (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_up_to_date (ForeOverviewGrid *self)
{
  guint from, to;

  if (self->deck == NULL || self->adjustment == NULL)
    return TRUE;
  find_range (self, 0.25, &from, &to);

  return !self->scrolls_to_selected &&
         (from == to || (fore_overview_tiles_contains (self->tiles, from) &&
                         fore_overview_tiles_contains (self->tiles, to - 1)));
}

static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ForeOverviewGrid *self = FORE_OVERVIEW_GRID (widget);

  self->update_tick = 0;
  if (!is_up_to_date (self))
    update (self);
  g_signal_emit (self, signals[PICTURES_WANTED], 0);

  return G_SOURCE_REMOVE;
}

static void
queue_update (ForeOverviewGrid *self)
{
  if (self->update_tick == 0)
    self->update_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* --- What is shown ------------------------------------------------------------------ */

void
fore_overview_grid_set_adjustment (ForeOverviewGrid *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));
  g_return_if_fail (self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

void
fore_overview_grid_set_pictures (ForeOverviewGrid *self, ForeThumbnailCache *pictures)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));
  g_return_if_fail (self->pictures == NULL);

  self->pictures = fore_thumbnail_cache_ref (pictures);
}

static GArray *
list_all (ForeDeck *deck)
{
  GArray *slides = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; deck != NULL && i < fore_deck_get_n_slides (deck); i++)
    g_array_append_val (slides, i);

  return slides;
}

void
fore_overview_grid_set_slides (ForeOverviewGrid *self, ForeDeck *deck, GArray *slides)
{
  guint index = fore_overview_grid_get_index (self, self->selected);

  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  fore_overview_tiles_keep (self->tiles, 0, 0);
  if (deck != self->deck) {
    g_clear_pointer (&self->deck, fore_deck_unref);
    self->deck = deck != NULL ? fore_deck_ref (deck) : NULL;
  }
  g_array_unref (self->slides);
  self->slides = slides != NULL ? g_array_ref (slides) : list_all (deck);
  self->has_sections = slides == NULL;
  self->layout.width = 0;
  self->selected = 0;
  if (!fore_overview_grid_select_index (self, index))
    fore_overview_grid_select (self, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
fore_overview_grid_get_n_slides (ForeOverviewGrid *self)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), 0);

  return self->slides->len;
}

void
fore_overview_grid_set_current (ForeOverviewGrid *self, guint index)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  self->current = index;
  fore_overview_tiles_foreach (self->tiles, update_state, self);
}

void
fore_overview_grid_select (ForeOverviewGrid *self, guint position)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  self->selected = MIN (position, MAX (self->slides->len, 1) - 1);
  fore_overview_tiles_foreach (self->tiles, update_state, self);
  self->scrolls_to_selected = TRUE;
  queue_update (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

gboolean
fore_overview_grid_select_index (ForeOverviewGrid *self, guint index)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), FALSE);

  for (guint i = 0; i < self->slides->len; i++) {
    if (g_array_index (self->slides, guint, i) == index) {
      fore_overview_grid_select (self, i);
      return TRUE;
    }
  }

  return FALSE;
}

guint
fore_overview_grid_get_selected (ForeOverviewGrid *self)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), 0);

  return self->selected;
}

guint
fore_overview_grid_get_index (ForeOverviewGrid *self, guint position)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), 0);

  return position < self->slides->len ? g_array_index (self->slides, guint, position) : 0;
}

void
fore_overview_grid_move (ForeOverviewGrid *self, GtkDirectionType direction)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  if (is_mirrored && direction == GTK_DIR_LEFT)
    direction = GTK_DIR_TAB_FORWARD;
  else if (is_mirrored && direction == GTK_DIR_RIGHT)
    direction = GTK_DIR_TAB_BACKWARD;
  switch (direction) {
  case GTK_DIR_LEFT:
  case GTK_DIR_TAB_BACKWARD:
    fore_overview_grid_select (self, MAX (self->selected, 1) - 1);
    break;
  case GTK_DIR_RIGHT:
  case GTK_DIR_TAB_FORWARD:
    fore_overview_grid_select (self, self->selected + 1);
    break;
  case GTK_DIR_UP:
  case GTK_DIR_DOWN:
  default:
    fore_overview_grid_select (self, fore_overview_layout_find_neighbour (
                                       &self->layout, self->selected, direction));
  }
}

void
fore_overview_grid_move_page (ForeOverviewGrid *self, int by)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  if (self->adjustment == NULL)
    return;
  fore_overview_grid_select (self, fore_overview_layout_find_page (
                                     &self->layout, self->selected,
                                     by > 0 ? GTK_DIR_DOWN : GTK_DIR_UP,
                                     gtk_adjustment_get_page_size (self->adjustment)));
}

/* --- Pictures ----------------------------------------------------------------------- */

static gboolean
wants_picture (ForeOverviewGrid *self, guint position)
{
  guint index = fore_overview_grid_get_index (self, position);
  ForeThumbnailState state;

  fore_thumbnail_cache_lookup (
    self->pictures, fore_slide_get_digest (fore_deck_get_slide (self->deck, index)),
    &state);

  return state == FORE_THUMBNAIL_WANTED;
}

gboolean
fore_overview_grid_find_wanted (ForeOverviewGrid *self, guint *index)
{
  guint wanted = G_MAXUINT;
  guint from, to;

  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), FALSE);

  if (self->deck == NULL || self->adjustment == NULL || self->layout.width == 0)
    return FALSE;
  find_range (self, 0, &from, &to);
  for (guint i = from; i < to; i++) {
    if (wants_picture (self, i) && (wanted == G_MAXUINT || i == self->selected))
      wanted = i;
  }
  if (wanted == G_MAXUINT)
    return FALSE;
  *index = fore_overview_grid_get_index (self, wanted);

  return TRUE;
}

void
fore_overview_grid_update_pictures (ForeOverviewGrid *self)
{
  g_return_if_fail (FORE_IS_OVERVIEW_GRID (self));

  fore_overview_tiles_foreach (self->tiles, update_picture, self);
}

guint
fore_overview_grid_get_n_tiles (ForeOverviewGrid *self)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW_GRID (self), 0);

  return fore_overview_tiles_get_n_made (self->tiles);
}

/* --- The widget --------------------------------------------------------------------- */

static void
clicked_cb (ForeOverviewGrid *self, int n_presses, double x, double y)
{
  guint position;

  if (!fore_overview_layout_find_at (&self->layout, x, y, &position))
    return;
  fore_overview_grid_select (self, position);
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

GtkWidget *
fore_overview_grid_new (void)
{
  return g_object_new (FORE_TYPE_OVERVIEW_GRID, NULL);
}

static void
fore_overview_grid_dispose (GObject *object)
{
  ForeOverviewGrid *self = FORE_OVERVIEW_GRID (object);
  GtkWidget *child;

  if (self->update_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_tick);
  self->update_tick = 0;
  g_clear_pointer (&self->tiles, fore_overview_tiles_free);
  g_ptr_array_set_size (self->titles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (fore_overview_grid_parent_class)->dispose (object);
}

static void
fore_overview_grid_finalize (GObject *object)
{
  ForeOverviewGrid *self = FORE_OVERVIEW_GRID (object);

  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_pointer (&self->pictures, fore_thumbnail_cache_unref);
  g_array_unref (self->slides);
  g_ptr_array_unref (self->titles);
  fore_overview_layout_clear (&self->layout);

  G_OBJECT_CLASS (fore_overview_grid_parent_class)->finalize (object);
}

static void
fore_overview_grid_class_init (ForeOverviewGridClass *klass)
{
  const GType type = FORE_TYPE_OVERVIEW_GRID;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fore_overview_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = fore_overview_grid_finalize;
  widget_class->measure = fore_overview_grid_measure;
  widget_class->get_request_mode = fore_overview_grid_get_request_mode;
  widget_class->size_allocate = fore_overview_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "overview-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[PICTURES_WANTED] = g_signal_new ("pictures-wanted", type, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_overview_grid_init (ForeOverviewGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->slides = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tiles = fore_overview_tiles_new (GTK_WIDGET (self));
  self->titles = g_ptr_array_new ();
  fore_overview_layout_init (&self->layout);

  self->measured = fore_overview_tile_new ();
  gtk_widget_set_child_visible (self->measured, FALSE);
  gtk_widget_set_parent (self->measured, GTK_WIDGET (self));
  self->measured_title = gtk_label_new ("X");
  gtk_widget_add_css_class (self->measured_title, "heading");
  gtk_widget_set_child_visible (self->measured_title, FALSE);
  gtk_widget_set_parent (self->measured_title, GTK_WIDGET (self));

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
