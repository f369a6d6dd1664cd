/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The focus stays in the entry, so that typing filters at any time; keys that move are
 * taken before the entry gets them. Pictures are drawn by a small stage below, one at a
 * time and never before the talk's own stage has painted what it should. */

#include "fore-overview.h"

#include "fore-overview-grid.h"
#include "fore-present.h"
#include "fore-slide-label.h"
#include "fore-slide-search.h"
#include "fore-splice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Some 50 MB, more than any screen shows. */
#define MAX_PICTURES 400
#define PICTURE_WIDTH 320

struct _ForeOverview {
  GtkWidget parent_instance;

  ForeAssets *assets;
  ForeStage *related;
  ForeStage *stage; /* NULL until the first picture is drawn */
  ForeThumbnailCache *pictures;
  ForeSlide *drawn; /* whose picture is on its way */
  GCancellable *cancellable;

  ForeDeck *deck;
  guint index;
  ForeSlideSearch *search; /* NULL until something is typed */

  GtkWidget *overlay;
  GtkScrolledWindow *bin;
  GtkWidget *entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  ForeOverviewGrid *grid;
};

enum { PROP_DECK = 1, PROP_INDEX, N_PROPERTIES };
enum { CHOSEN, CLOSED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeOverview, fore_overview, GTK_TYPE_WIDGET)

/* --- Pictures ----------------------------------------------------------------------- */

static void draw_if_due (ForeOverview *self);

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeOverview) self = user_data;
  g_autoptr (ForeSlide) slide = g_steal_pointer (&self->drawn);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture =
    fore_stage_snapshot_finish (FORE_STAGE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (picture == NULL)
    g_debug ("No picture for the overview: %s", error->message);
  fore_thumbnail_cache_store (self->pictures, fore_slide_get_digest (slide), picture);
  fore_overview_grid_update_pictures (self->grid);
  draw_if_due (self);
}

static void
ensure_stage (ForeOverview *self)
{
  ForeOptions *options = fore_deck_get_options (self->deck);
  double ratio = fore_options_get_height (options) / fore_options_get_width (options);

  if (self->stage == NULL) {
    self->stage =
      FORE_STAGE (fore_stage_new (self->assets, FORE_STAGE_THUMBNAIL, self->related));
    gtk_widget_set_halign (GTK_WIDGET (self->stage), GTK_ALIGN_START);
    gtk_widget_set_valign (GTK_WIDGET (self->stage), GTK_ALIGN_START);
    gtk_scrolled_window_set_child (self->bin, GTK_WIDGET (self->stage));
  }
  gtk_widget_set_size_request (GTK_WIDGET (self->stage), PICTURE_WIDTH,
                               (int) CLAMP (PICTURE_WIDTH * ratio, 32, 1024));
  fore_stage_set_deck (self->stage, self->deck);
}

static void
draw_if_due (ForeOverview *self)
{
  guint index;

  if (self->drawn != NULL || self->deck == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      (self->related != NULL && !fore_stage_get_settled (self->related)) ||
      !fore_overview_grid_find_wanted (self->grid, &index))
    return;
  ensure_stage (self);
  self->drawn = g_object_ref (fore_deck_get_slide (self->deck, index));
  fore_stage_snapshot_async (self->stage, index, self->cancellable, snapshot_cb,
                             g_object_ref (self));
}

/* --- Filter and choice -------------------------------------------------------------- */

static void
filter (ForeOverview *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) found = NULL;

  if (self->deck != NULL && *text != '\0') {
    if (self->search == NULL)
      self->search = fore_slide_search_new (self->deck);
    found = fore_slide_search_find (self->search, text);
  }
  fore_overview_grid_set_slides (self->grid, self->deck, found);
  gtk_stack_set_visible_child_name (
    self->stack, found != NULL && found->len == 0 ? "nothing" : "slides");
}

static void
filter_cb (ForeOverview *self)
{
  filter (self);
}

gboolean
fore_overview_get_selected (ForeOverview *self, guint *index)
{
  guint position;

  g_return_val_if_fail (FORE_IS_OVERVIEW (self), FALSE);

  position = fore_overview_grid_get_selected (self->grid);
  if (position >= fore_overview_grid_get_n_slides (self->grid))
    return FALSE;
  *index = fore_overview_grid_get_index (self->grid, position);

  return TRUE;
}

/* The focus is in the entry, which therefore says what is selected. */
static void
selected_cb (ForeOverview *self)
{
  g_autofree char *label = NULL;
  guint index;

  if (fore_overview_get_selected (self, &index))
    label = fore_slide_dup_label (self->deck, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label != NULL ? label : "", -1);
}

static void
choose_cb (ForeOverview *self)
{
  guint index;

  if (fore_overview_get_selected (self, &index))
    g_signal_emit (self, signals[CHOSEN], 0, index);
}

static void
close_cb (ForeOverview *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_cb (ForeOverview *self, guint keyval, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    fore_overview_grid_move (self->grid, GTK_DIR_LEFT);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    fore_overview_grid_move (self->grid, GTK_DIR_RIGHT);
    return GDK_EVENT_STOP;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    fore_overview_grid_move (self->grid, GTK_DIR_UP);
    return GDK_EVENT_STOP;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    fore_overview_grid_move (self->grid, GTK_DIR_DOWN);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    fore_overview_grid_move_page (self->grid, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    fore_overview_grid_move_page (self->grid, 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    fore_overview_grid_select (self->grid, 0);
    return GDK_EVENT_STOP;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    fore_overview_grid_select (self->grid, G_MAXUINT);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    close_cb (self);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

void
fore_overview_open (ForeOverview *self)
{
  g_return_if_fail (FORE_IS_OVERVIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  filter (self);
  fore_overview_grid_select_index (self->grid, self->index);
  gtk_widget_grab_focus (self->entry);
}

/* --- The talk ----------------------------------------------------------------------- */

void
fore_overview_set_index (ForeOverview *self, guint index)
{
  g_return_if_fail (FORE_IS_OVERVIEW (self));

  if (self->index == index)
    return;
  self->index = index;
  fore_overview_grid_set_current (self->grid, index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

guint
fore_overview_get_index (ForeOverview *self)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW (self), 0);

  return self->index;
}

/* An edit leaves the slide selected that was: a finger may be on Enter. */
static void
follow (ForeOverview *self, ForeDeck *before)
{
  ForeSplice splice = fore_splice_between (before, self->deck);
  guint index;
  gboolean had_selected = fore_overview_get_selected (self, &index);

  fore_thumbnail_cache_follow (self->pictures, before, self->deck);
  filter (self);
  if (had_selected)
    fore_overview_grid_select_index (
      self->grid,
      fore_splice_move_index (&splice, index, fore_deck_get_n_slides (self->deck)));
}

void
fore_overview_set_deck (ForeOverview *self, ForeDeck *deck)
{
  g_autoptr (ForeDeck) before = NULL;

  g_return_if_fail (FORE_IS_OVERVIEW (self));

  if (self->deck == deck)
    return;
  before = g_steal_pointer (&self->deck);
  self->deck = deck != NULL ? fore_deck_ref (deck) : NULL;
  g_clear_pointer (&self->search, fore_slide_search_free);
  if (before != NULL && deck != NULL)
    follow (self, before);
  else
    filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECK]);
}

ForeDeck *
fore_overview_get_deck (ForeOverview *self)
{
  g_return_val_if_fail (FORE_IS_OVERVIEW (self), NULL);

  return self->deck;
}

/* --- The widget --------------------------------------------------------------------- */

GtkWidget *
fore_overview_new (ForeAssets *assets, ForeStage *related, ForeThumbnailCache *pictures)
{
  ForeOverview *self;

  g_return_val_if_fail (FORE_IS_ASSETS (assets), NULL);

  self = g_object_new (FORE_TYPE_OVERVIEW, NULL);
  self->assets = g_object_ref (assets);
  if (related != NULL) {
    self->related = g_object_ref (related);
    g_signal_connect_object (related, "notify::settled", G_CALLBACK (draw_if_due), self,
                             G_CONNECT_SWAPPED);
  }
  self->pictures = pictures != NULL ? fore_thumbnail_cache_ref (pictures)
                                    : fore_thumbnail_cache_new (MAX_PICTURES);
  fore_overview_grid_set_pictures (self->grid, self->pictures);

  return GTK_WIDGET (self);
}

GtkWindow *
fore_overview_new_window (GtkApplication *application, ForeOverview *overview)
{
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "application", application, "title",
                                    _ ("Overview"), "default-width", 960,
                                    "default-height", 640, "hide-on-close", TRUE, NULL);

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (overview));
  g_signal_connect_object (overview, "chosen", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (overview, "closed", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "map", G_CALLBACK (fore_overview_open), overview,
                           G_CONNECT_SWAPPED);

  return window;
}

static void
fore_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fore_overview_parent_class)->map (widget);

  draw_if_due (FORE_OVERVIEW (widget));
}

static gboolean
fore_overview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FORE_OVERVIEW (widget)->entry);
}

static void
fore_overview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeOverview *self = FORE_OVERVIEW (object);

  switch (id) {
  case PROP_DECK:
    g_value_set_boxed (value, self->deck);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->index);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_overview_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  ForeOverview *self = FORE_OVERVIEW (object);

  switch (id) {
  case PROP_DECK:
    fore_overview_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_INDEX:
    fore_overview_set_index (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
fore_overview_dispose (GObject *object)
{
  ForeOverview *self = FORE_OVERVIEW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_OVERVIEW);
  g_clear_object (&self->assets);
  g_clear_object (&self->related);

  G_OBJECT_CLASS (fore_overview_parent_class)->dispose (object);
}

static void
fore_overview_finalize (GObject *object)
{
  ForeOverview *self = FORE_OVERVIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->drawn);
  g_clear_pointer (&self->pictures, fore_thumbnail_cache_unref);
  g_clear_pointer (&self->search, fore_slide_search_free);
  g_clear_pointer (&self->deck, fore_deck_unref);

  G_OBJECT_CLASS (fore_overview_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  fore_present_register_resources ();
  g_type_ensure (FORE_TYPE_OVERVIEW_GRID);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, overlay);
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, bin);
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, entry);
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, stack);
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, scroller);
  gtk_widget_class_bind_template_child (widget_class, ForeOverview, grid);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw_if_due);
}

static void
fore_overview_class_init (ForeOverviewClass *klass)
{
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fore_overview_get_property;
  object_class->set_property = fore_overview_set_property;
  object_class->dispose = fore_overview_dispose;
  object_class->finalize = fore_overview_finalize;
  widget_class->map = fore_overview_map;
  widget_class->grab_focus = fore_overview_grab_focus;

  properties[PROP_DECK] = g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, flags);
  properties[PROP_INDEX] =
    g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHOSEN] = g_signal_new ("chosen", FORE_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CLOSED] = g_signal_new ("closed", FORE_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_template (widget_class);
}

static void
fore_overview_init (ForeOverview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fore_overview_grid_set_adjustment (
    self->grid, gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
