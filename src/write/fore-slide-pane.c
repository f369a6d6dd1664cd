/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The list follows the deck by splices, so rows outside an edit are not touched but for
 * their numbers. Pictures are asked for one at a time: the slide outlined first, then
 * what is visible from top to bottom; each answer, each scroll and each edit look again
 * what is missing, after the next frame, in an idle source when all else is done. A slide
 * that was edited shows its old picture until the new one comes. */

#include "fore-slide-pane.h"

#include "fore-slide-list.h"
#include "fore-slide-row.h"
#include "fore-splice.h"
#include "fore-thumbnail-cache.h"
#include "fore-write.h"

/* Some 25 MB of pictures, more than any screen shows. */
#define MAX_PICTURES 400

struct _ForeSlidePane {
  GtkWidget parent_instance;

  ForeDocument *document;
  ForeDeck *deck; /* the one shown */
  ForeSlideList *slides;
  GtkSingleSelection *selection;
  guint index;
  gboolean is_following; /* what changes the selection is not the user */

  GHashTable *items; /* GtkListItem, borrowed: those bound to a row */
  ForeThumbnailCache *pictures;
  ForeSlide *asked; /* whose picture is on its way */
  guint ask_tick;
  guint ask_source;
  ForeThumbnailFunc func;
  gpointer func_data;
  GDestroyNotify func_destroy;

  GtkWidget *scroller;
  GtkWidget *list;
};

enum { PROP_DOCUMENT = 1, PROP_INDEX, N_PROPERTIES };
enum { SLIDE_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeSlidePane, fore_slide_pane, GTK_TYPE_WIDGET)

/* --- Pictures ----------------------------------------------------------------------- */

static gboolean
is_visible (ForeSlidePane *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, self->scroller, &bounds) &&
         bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (self->scroller);
}

static gboolean
wants_picture (ForeSlidePane *self, guint position)
{
  ForeSlide *slide = fore_deck_get_slide (self->deck, position);
  ForeThumbnailState state;

  fore_thumbnail_cache_lookup (self->pictures, fore_slide_get_digest (slide), &state);

  return state == FORE_THUMBNAIL_WANTED;
}

/* Returns the slide to draw next, or G_MAXUINT. */
static guint
find_wanted (ForeSlidePane *self)
{
  guint wanted = G_MAXUINT;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    GtkListItem *item = key;
    guint position = gtk_list_item_get_position (item);

    if (position >= fore_deck_get_n_slides (self->deck) ||
        !is_visible (self, gtk_list_item_get_child (item)) ||
        !wants_picture (self, position))
      continue;
    if (position == self->index)
      return position;
    wanted = MIN (wanted, position);
  }

  return wanted;
}

static gboolean
ask_cb (gpointer user_data)
{
  ForeSlidePane *self = user_data;
  guint wanted;

  self->ask_source = 0;
  if (self->func == NULL || self->asked != NULL || self->deck == NULL)
    return G_SOURCE_REMOVE;

  wanted = find_wanted (self);
  if (wanted != G_MAXUINT) {
    self->asked = g_object_ref (fore_deck_get_slide (self->deck, wanted));
    self->func (wanted, self->func_data);
  }

  return G_SOURCE_REMOVE;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ForeSlidePane *self = FORE_SLIDE_PANE (widget);

  self->ask_tick = 0;
  if (self->ask_source == 0)
    self->ask_source = g_idle_add_full (G_PRIORITY_LOW, ask_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* Looks after the next frame: before that, rows just bound have no place yet. */
static void
ask (ForeSlidePane *self)
{
  if (self->ask_tick == 0)
    self->ask_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
show_picture (ForeSlidePane *self, ForeSlideRow *row)
{
  ForeSlide *slide = fore_slide_row_get_slide (row);

  fore_slide_row_set_picture (
    row,
    fore_thumbnail_cache_lookup (self->pictures, fore_slide_get_digest (slide), NULL));
}

void
fore_slide_pane_set_thumbnail (ForeSlidePane *self, ForeSlide *slide, GdkTexture *picture)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (FORE_IS_SLIDE_PANE (self));
  g_return_if_fail (FORE_IS_SLIDE (slide));

  fore_thumbnail_cache_store (self->pictures, fore_slide_get_digest (slide), picture);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    show_picture (self, FORE_SLIDE_ROW (gtk_list_item_get_child (key)));

  if (self->asked == slide)
    g_clear_object (&self->asked);
  ask (self);
}

void
fore_slide_pane_set_thumbnail_func (ForeSlidePane *self,
                                    ForeThumbnailFunc func,
                                    gpointer user_data,
                                    GDestroyNotify destroy)
{
  g_return_if_fail (FORE_IS_SLIDE_PANE (self));

  if (self->func_destroy != NULL)
    self->func_destroy (self->func_data);
  self->func = func;
  self->func_data = user_data;
  self->func_destroy = destroy;
  /* Whoever was asked before does not answer any more. */
  g_clear_object (&self->asked);
  ask (self);
}

ForeThumbnailCache *
fore_slide_pane_get_pictures (ForeSlidePane *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_PANE (self), NULL);

  return self->pictures;
}

void
fore_slide_pane_invalidate (ForeSlidePane *self)
{
  g_return_if_fail (FORE_IS_SLIDE_PANE (self));

  fore_thumbnail_cache_invalidate (self->pictures);
  ask (self);
}

/* --- Rows --------------------------------------------------------------------------- */

/* The problems of a slide are those of its lines, be they in its text, in the front
 * matter or in a separator. The model is a little behind the deck, and then calls again.
 */
static void
update_problems (ForeSlidePane *self, ForeSlideRow *row, guint position)
{
  ForeProblemModel *model = fore_document_get_problems (self->document);
  ForeSeverity worst = FORE_SEVERITY_INFO;
  guint n_problems = 0;
  guint first, n_lines, end;

  fore_deck_get_lines (self->deck, position, &first, &n_lines);
  end = fore_problem_model_find_line (model, first + n_lines);
  for (guint i = fore_problem_model_find_line (model, first); i < end; i++) {
    ForeDiagnostic *diagnostic = fore_problem_model_get_diagnostic (model, i);
    ForeSeverity severity = fore_diagnostic_get_severity (diagnostic);

    n_problems += severity >= FORE_SEVERITY_WARNING;
    worst = MAX (worst, severity);
  }
  fore_slide_row_set_problems (row, n_problems, worst);
}

static void
update_row (ForeSlidePane *self, GtkListItem *item)
{
  ForeSlideRow *row = FORE_SLIDE_ROW (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);

  if (self->deck == NULL || position >= fore_deck_get_n_slides (self->deck))
    return;
  fore_slide_row_set_slide (row, self->deck, position);
  show_picture (self, row);
  update_problems (self, row, position);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeSlidePane *self)
{
  gtk_list_item_set_child (item, fore_slide_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeSlidePane *self)
{
  g_hash_table_add (self->items, item);
  update_row (self, item);
  ask (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ForeSlidePane *self)
{
  g_hash_table_remove (self->items, item);
  fore_slide_row_set_slide (FORE_SLIDE_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

/* --- The slide outlined ------------------------------------------------------------- */

static void
set_index (ForeSlidePane *self, guint index)
{
  if (self->index == index)
    return;
  self->index = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

static void
selected_cb (ForeSlidePane *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->is_following || selected == GTK_INVALID_LIST_POSITION)
    return;
  set_index (self, selected);
  g_signal_emit (self, signals[SLIDE_ACTIVATED], 0, selected);
}

static void
activate_cb (ForeSlidePane *self, guint position)
{
  g_signal_emit (self, signals[SLIDE_ACTIVATED], 0, position);
}

static void
select_index (ForeSlidePane *self, guint index)
{
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, index);
  self->is_following = FALSE;
  set_index (self, index);
}

void
fore_slide_pane_set_index (ForeSlidePane *self, guint index)
{
  guint n_slides;

  g_return_if_fail (FORE_IS_SLIDE_PANE (self));

  n_slides = g_list_model_get_n_items (G_LIST_MODEL (self->slides));
  if (n_slides == 0)
    return;
  index = MIN (index, n_slides - 1);
  if (index == self->index &&
      index == gtk_single_selection_get_selected (self->selection))
    return;

  select_index (self, index);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", index);
  ask (self);
}

guint
fore_slide_pane_get_index (ForeSlidePane *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_PANE (self), 0);

  return self->index;
}

/* --- Following the deck ------------------------------------------------------------- */

static void
update_rows (ForeSlidePane *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    update_row (self, key);
}

static void
set_deck (ForeSlidePane *self, ForeDeck *deck)
{
  g_autoptr (ForeDeck) before = g_steal_pointer (&self->deck);
  guint index = 0;

  if (deck != NULL)
    self->deck = fore_deck_ref (deck);
  if (before != NULL && deck != NULL) {
    ForeSplice splice = fore_splice_between (before, deck);

    fore_thumbnail_cache_follow (self->pictures, before, deck);
    index = fore_splice_move_index (&splice, self->index, fore_deck_get_n_slides (deck));
  }

  self->is_following = TRUE;
  fore_slide_list_set_deck (self->slides, deck);
  self->is_following = FALSE;
  update_rows (self);
  select_index (self, index);
  ask (self);
}

static void
problems_changed_cb (ForeSlidePane *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    update_problems (self, FORE_SLIDE_ROW (gtk_list_item_get_child (key)),
                     gtk_list_item_get_position (key));
}

static void
deck_changed_cb (ForeSlidePane *self)
{
  set_deck (self, fore_document_get_deck (self->document));
}

static void
disconnect_document (ForeSlidePane *self)
{
  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (fore_document_get_problems (self->document),
                                        self);
}

void
fore_slide_pane_set_document (ForeSlidePane *self, ForeDocument *document)
{
  g_return_if_fail (FORE_IS_SLIDE_PANE (self));
  g_return_if_fail (document == NULL || FORE_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  disconnect_document (self);
  set_deck (self, NULL);
  g_set_object (&self->document, document);
  if (document != NULL) {
    g_signal_connect_object (fore_document_get_problems (document), "items-changed",
                             G_CALLBACK (problems_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (document, "notify::deck", G_CALLBACK (deck_changed_cb), self,
                             G_CONNECT_SWAPPED);
    deck_changed_cb (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

GtkWidget *
fore_slide_pane_new (void)
{
  return g_object_new (FORE_TYPE_SLIDE_PANE, NULL);
}

static gboolean
fore_slide_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FORE_SLIDE_PANE (widget)->list);
}

static void
fore_slide_pane_get_property (GObject *object,
                              guint property_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  ForeSlidePane *self = FORE_SLIDE_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_slide_pane_set_property (GObject *object,
                              guint property_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  ForeSlidePane *self = FORE_SLIDE_PANE (object);

  switch (property_id) {
  case PROP_DOCUMENT:
    fore_slide_pane_set_document (self, g_value_get_object (value));
    break;
  case PROP_INDEX:
    fore_slide_pane_set_index (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_slide_pane_dispose (GObject *object)
{
  ForeSlidePane *self = FORE_SLIDE_PANE (object);

  disconnect_document (self);
  g_clear_object (&self->document);
  if (self->ask_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ask_tick);
  self->ask_tick = 0;
  g_clear_handle_id (&self->ask_source, g_source_remove);
  g_clear_object (&self->asked);
  if (self->func_destroy != NULL)
    self->func_destroy (self->func_data);
  self->func = NULL;
  self->func_destroy = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_SLIDE_PANE);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (fore_slide_pane_parent_class)->dispose (object);
}

static void
fore_slide_pane_finalize (GObject *object)
{
  ForeSlidePane *self = FORE_SLIDE_PANE (object);

  g_clear_object (&self->slides);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->pictures, fore_thumbnail_cache_unref);

  G_OBJECT_CLASS (fore_slide_pane_parent_class)->finalize (object);
}

static void
fore_slide_pane_class_init (ForeSlidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  fore_write_register_resources ();

  object_class->get_property = fore_slide_pane_get_property;
  object_class->set_property = fore_slide_pane_set_property;
  object_class->dispose = fore_slide_pane_dispose;
  object_class->finalize = fore_slide_pane_finalize;
  widget_class->grab_focus = fore_slide_pane_grab_focus;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, FORE_TYPE_DOCUMENT, flags);
  properties[PROP_INDEX] =
    g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SLIDE_ACTIVATED] =
    g_signal_new ("slide-activated", FORE_TYPE_SLIDE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-slide-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeSlidePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ForeSlidePane, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
fore_slide_pane_init (ForeSlidePane *self)
{
  GtkAdjustment *adjustment;

  self->items = g_hash_table_new (NULL, NULL);
  self->pictures = fore_thumbnail_cache_new (MAX_PICTURES);
  self->slides = fore_slide_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slides)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                           GTK_SELECTION_MODEL (self->selection));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
}
