/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Two dividers make all layouts: an outer one with a pane on one side and, where there
 * are notes, an inner one across it on the other. Upright, each of them is turned; what
 * lies on which side stays. A divider is remembered as a share of the room, which is
 * where it is put whenever the room changes; any other change of its position is the
 * user's doing. */

#include "fore-speaker-panes.h"

/* No pane is ever smaller than this. */
#define LEAST_WIDTH 160
#define LEAST_HEIGHT 96

struct _ForeSpeakerPanes {
  GtkWidget parent_instance;

  GSettings *settings;
  GtkWidget *current;
  GtkWidget *next;
  GtkWidget *notes;
  GtkPaned *outer;
  GtkPaned *inner;

  ForeSpeakerLayout layout;
  gboolean has_notes;
  gboolean is_upright;
  gboolean is_placing;
  double outer_share;
  double inner_share;
};

enum { PROP_LAYOUT = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeSpeakerPanes, fore_speaker_panes, GTK_TYPE_WIDGET)

G_DEFINE_ENUM_TYPE (ForeSpeakerLayout,
                    fore_speaker_layout,
                    G_DEFINE_ENUM_VALUE (FORE_SPEAKER_SLIDES, "slides"),
                    G_DEFINE_ENUM_VALUE (FORE_SPEAKER_NOTES, "notes"),
                    G_DEFINE_ENUM_VALUE (FORE_SPEAKER_STACKED, "stacked"))

/* By layout, without and with notes: what the start of each divider gets. */
static const struct {
  const char *name;
  double outer[2];
  double inner;
} layouts[] = {
  { "slides", { 0.68, 0.62 }, 0.44 },
  { "notes", { 0.5, 0.58 }, 0.55 },
  { "stacked", { 0.8, 0.6 }, 0.58 },
};

/* --- Where the dividers are --- */

static char *
dup_key (ForeSpeakerPanes *self)
{
  return g_strconcat (layouts[self->layout].name, self->is_upright ? "-upright" : "",
                      self->has_notes ? "" : "-bare", NULL);
}

static void
load_shares (ForeSpeakerPanes *self)
{
  g_autoptr (GVariant) splits = g_settings_get_value (self->settings, "speaker-splits");
  g_autofree char *key = dup_key (self);

  if (g_variant_lookup (splits, key, "(dd)", &self->outer_share, &self->inner_share))
    return;
  self->outer_share = layouts[self->layout].outer[self->has_notes];
  self->inner_share = layouts[self->layout].inner;
}

static void
save_shares (ForeSpeakerPanes *self)
{
  g_autoptr (GVariant) splits = g_settings_get_value (self->settings, "speaker-splits");
  g_autofree char *key = dup_key (self);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  double outer, inner;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(dd)}"));
  g_variant_iter_init (&iter, splits);
  while (g_variant_iter_next (&iter, "{&s(dd)}", &other, &outer, &inner)) {
    if (!g_str_equal (other, key))
      g_variant_builder_add (&builder, "{s(dd)}", other, outer, inner);
  }
  g_variant_builder_add (&builder, "{s(dd)}", key, self->outer_share, self->inner_share);
  g_settings_set_value (self->settings, "speaker-splits",
                        g_variant_builder_end (&builder));
}

static int
get_room (GtkPaned *paned)
{
  GtkWidget *widget = GTK_WIDGET (paned);

  return gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) ==
             GTK_ORIENTATION_HORIZONTAL
           ? gtk_widget_get_width (widget)
           : gtk_widget_get_height (widget);
}

static void
position_changed_cb (ForeSpeakerPanes *self, GParamSpec *pspec, GtkPaned *paned)
{
  double *share = paned == self->outer ? &self->outer_share : &self->inner_share;
  int room = get_room (paned);

  if (self->is_placing || room <= 0)
    return;
  *share = CLAMP ((double) gtk_paned_get_position (paned) / room, 0.0, 1.0);
  save_shares (self);
}

static void
pressed_cb (ForeSpeakerPanes *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *paned = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (paned, x, y, GTK_PICK_DEFAULT);

  /* The divider has no type of its own in the interface of GTK, only a name. */
  if (n_press != 2 || picked == NULL || gtk_widget_get_parent (picked) != paned ||
      !g_str_equal (gtk_widget_get_css_name (picked), "separator"))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (GTK_PANED (paned) == self->outer)
    self->outer_share = layouts[self->layout].outer[self->has_notes];
  else
    self->inner_share = layouts[self->layout].inner;
  save_shares (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- What lies where --- */

static void
set_orientations (ForeSpeakerPanes *self)
{
  gboolean is_beside =
    !self->is_upright && (self->layout != FORE_SPEAKER_STACKED || !self->has_notes);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->outer),
                                  is_beside ? GTK_ORIENTATION_HORIZONTAL
                                            : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->inner),
                                  is_beside ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
}

static void
put (GtkPaned *paned, GtkWidget *start, GtkWidget *end)
{
  gtk_paned_set_start_child (paned, start);
  gtk_paned_set_end_child (paned, end);
}

static void
arrange (ForeSpeakerPanes *self)
{
  GtkWidget *inner = GTK_WIDGET (self->inner);

  self->is_placing = TRUE;
  put (self->outer, NULL, NULL);
  put (self->inner, NULL, NULL);
  if (!self->has_notes) {
    put (self->outer, self->current, self->next);
  } else if (self->layout == FORE_SPEAKER_SLIDES) {
    put (self->inner, self->next, self->notes);
    put (self->outer, self->current, inner);
  } else {
    put (self->inner, self->current, self->next);
    if (self->layout == FORE_SPEAKER_NOTES)
      put (self->outer, self->notes, inner);
    else
      put (self->outer, inner, self->notes);
  }
  set_orientations (self);
  load_shares (self);
  self->is_placing = FALSE;
}

void
fore_speaker_panes_set_layout (ForeSpeakerPanes *self, ForeSpeakerLayout layout)
{
  g_return_if_fail (FORE_IS_SPEAKER_PANES (self));

  if (self->layout == layout)
    return;
  self->layout = layout;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYOUT]);
}

ForeSpeakerLayout
fore_speaker_panes_get_layout (ForeSpeakerPanes *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER_PANES (self), FORE_SPEAKER_SLIDES);

  return self->layout;
}

void
fore_speaker_panes_set_has_notes (ForeSpeakerPanes *self, gboolean has_notes)
{
  g_return_if_fail (FORE_IS_SPEAKER_PANES (self));

  if (self->has_notes == has_notes)
    return;
  self->has_notes = has_notes;
  arrange (self);
}

gboolean
fore_speaker_panes_get_has_notes (ForeSpeakerPanes *self)
{
  g_return_val_if_fail (FORE_IS_SPEAKER_PANES (self), FALSE);

  return self->has_notes;
}

static GtkWidget *
take_pane (GtkWidget *pane)
{
  gtk_widget_set_size_request (pane, LEAST_WIDTH, LEAST_HEIGHT);

  return g_object_ref_sink (pane);
}

GtkWidget *
fore_speaker_panes_new (GtkWidget *current,
                        GtkWidget *next,
                        GtkWidget *notes,
                        GSettings *settings)
{
  ForeSpeakerPanes *self = g_object_new (FORE_TYPE_SPEAKER_PANES, NULL);

  self->current = take_pane (current);
  self->next = take_pane (next);
  self->notes = take_pane (notes);
  self->settings = g_object_ref (settings);
  arrange (self);

  return GTK_WIDGET (self);
}

/* --- The widget --- */

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (FORE_SPEAKER_PANES (widget)->outer), orientation,
                      for_size, minimum, natural, NULL, NULL);
}

static void
place (GtkPaned *paned, int room, double share)
{
  int position = (int) (share * room + 0.5);

  if (gtk_paned_get_position (paned) != position)
    gtk_paned_set_position (paned, position);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeSpeakerPanes *self = FORE_SPEAKER_PANES (widget);
  gboolean is_upright = height > width;
  gboolean is_beside;

  self->is_placing = TRUE;
  if (self->is_upright != is_upright) {
    self->is_upright = is_upright;
    set_orientations (self);
    load_shares (self);
  }
  is_beside = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->outer)) ==
              GTK_ORIENTATION_HORIZONTAL;
  place (self->outer, is_beside ? width : height, self->outer_share);
  place (self->inner, is_beside ? height : width, self->inner_share);
  gtk_widget_measure (GTK_WIDGET (self->outer), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->outer),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
  self->is_placing = FALSE;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LAYOUT:
    g_value_set_enum (value, FORE_SPEAKER_PANES (object)->layout);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LAYOUT:
    fore_speaker_panes_set_layout (FORE_SPEAKER_PANES (object), g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeSpeakerPanes *self = FORE_SPEAKER_PANES (object);

  self->is_placing = TRUE;
  if (self->outer != NULL) {
    put (self->outer, NULL, NULL);
    put (self->inner, NULL, NULL);
    gtk_widget_unparent (GTK_WIDGET (self->outer));
    self->outer = NULL;
  }
  g_clear_object (&self->inner);
  g_clear_object (&self->current);
  g_clear_object (&self->next);
  g_clear_object (&self->notes);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_speaker_panes_parent_class)->dispose (object);
}

static void
fore_speaker_panes_class_init (ForeSpeakerPanesClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;

  props[PROP_LAYOUT] = g_param_spec_enum (
    "layout", NULL, NULL, FORE_TYPE_SPEAKER_LAYOUT, FORE_SPEAKER_SLIDES,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "speaker-panes");
}

static GtkPaned *
create_paned (ForeSpeakerPanes *self)
{
  /* Of two that grow, it would move the divider by itself when the room changes. */
  GtkWidget *paned =
    g_object_new (GTK_TYPE_PANED, "shrink-start-child", FALSE, "shrink-end-child", FALSE,
                  "resize-start-child", FALSE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (paned, "notify::position", G_CALLBACK (position_changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* Before the divider takes the second press for the start of a drag. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (paned, GTK_EVENT_CONTROLLER (click));

  return GTK_PANED (paned);
}

static void
fore_speaker_panes_init (ForeSpeakerPanes *self)
{
  self->has_notes = TRUE;
  self->outer = create_paned (self);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
  self->inner = create_paned (self);
  g_object_ref_sink (self->inner);
}
