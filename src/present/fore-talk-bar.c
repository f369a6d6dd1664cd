/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* In a row: the time and its buttons, how it stands, the time of day and the window's
 * own. Where that does not fit, all but the time and the window's own goes below, so that
 * the time has room in a window that stands upright. */

#include "fore-talk-bar.h"

#include "fore-figures.h"
#include "fore-present.h"
#include "fore-talk-words.h"
#include "fore-timer-setup.h"

#include <glib/gi18n.h>

#define GAP 18
#define LINE_GAP 6
#define LEAST_MIDDLE 100
/* Figures of this share of the window's height can be read from two metres. */
#define FIGURES_SHARE 12
/* The size of the font beside them: as a share of the figures' height, and as one of the
 * window's width, in which it must not take too much. */
#define WORDS_SHARE 0.42
#define WORDS_PER_WIDTH 28
#define LEAST_WORDS 16

struct _ForeTalkBar {
  GtkWidget parent_instance;

  ForeTalk *talk;
  GSettings *settings;
  guint tick;
  int words;
  const char *style; /* of how it stands; one of get_style() */

  ForeFigures *figures;
  GtkWidget *buttons;
  GtkWidget *middle;
  GtkWidget *tail;
  GtkWidget *toggle;
  GtkWidget *undo;
  GtkImage *icon;
  GtkLabel *pace_label;
  GtkLabel *left_label;
  GtkLabel *clock_label;
  ForeTimerSetup *setup;
};

G_DEFINE_FINAL_TYPE (ForeTalkBar, fore_talk_bar, GTK_TYPE_WIDGET)

/* How near the end is. */
typedef enum {
  LEVEL_NONE,
  LEVEL_SOON,
  LEVEL_LAST,
  LEVEL_OVER,
} Level;

/* --- What it says --- */

static Level
get_level (ForeTalkBar *self)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  gint64 remaining = fore_timer_get_remaining (timer);

  if (!fore_timer_has_target (timer) ||
      fore_timer_get_state (timer) == FORE_TIMER_WAITING)
    return LEVEL_NONE;
  if (remaining < 0)
    return LEVEL_OVER;
  if (remaining <= (gint64) g_settings_get_uint (self->settings, "last-warning"))
    return LEVEL_LAST;
  if (remaining <= (gint64) g_settings_get_uint (self->settings, "first-warning"))
    return LEVEL_SOON;
  return LEVEL_NONE;
}

static char *
dup_clock (ForeTalkBar *self)
{
  g_autoptr (GDateTime) now = fore_clock_dup_now (fore_talk_get_clock (self->talk));

  return fore_talk_words_clock (now);
}

static void
update_figures (ForeTalkBar *self)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  ForeTimerDisplay display = fore_timer_get_display (timer);
  gint64 remaining = fore_timer_get_remaining (timer);
  g_autofree char *clock = dup_clock (self);
  g_autofree char *elapsed = fore_talk_words_time (fore_timer_get_elapsed (timer));
  g_autofree char *left = fore_talk_words_time (remaining);
  g_autofree char *over = g_strconcat ("+", left, NULL);

  if (display == FORE_TIMER_CLOCK)
    fore_figures_set_text (self->figures, clock);
  else if (display == FORE_TIMER_DOWN && fore_timer_has_target (timer))
    fore_figures_set_text (self->figures, remaining < 0 ? over : left);
  else
    fore_figures_set_text (self->figures, elapsed);
  /* What is large already need not be said twice. */
  gtk_label_set_label (self->clock_label, display == FORE_TIMER_CLOCK ? elapsed : clock);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock_label), display == FORE_TIMER_CLOCK
                                                                 ? _ ("Time gone by")
                                                                 : _ ("Time of day"));
}

static char *
dup_left (ForeTalkBar *self)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  gint64 remaining = fore_timer_get_remaining (timer);
  g_autofree char *left = fore_talk_words_time (remaining);
  g_autofree char *elapsed = fore_talk_words_time (fore_timer_get_elapsed (timer));

  if (!fore_timer_has_target (timer))
    return NULL;
  if (remaining < 0)
    /* Translators: %s is a time such as 1:20 */
    return g_strdup_printf (_ ("%s over time"), left);
  if (fore_timer_get_display (timer) == FORE_TIMER_DOWN)
    /* Translators: %s is a time such as 1:20 */
    return g_strdup_printf (_ ("%s gone"), elapsed);
  /* Translators: %s is a time such as 1:20 */
  return g_strdup_printf (_ ("%s left"), left);
}

static char *
dup_pace (ForeTalkBar *self, Level level)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);

  if (fore_timer_get_state (timer) == FORE_TIMER_WAITING)
    return g_strdup (_ ("Starts with the first step"));
  if (fore_timer_get_state (timer) == FORE_TIMER_PAUSED)
    return g_strdup (_ ("Paused"));
  if (level == LEVEL_OVER)
    return g_strdup (_ ("Time is up"));
  if (level == LEVEL_LAST)
    return g_strdup (_ ("Last minute"));
  if (level == LEVEL_SOON)
    return g_strdup (_ ("Last minutes"));

  return fore_talk_words_pace (fore_talk_get_pace_kind (self->talk),
                               fore_talk_get_behind (self->talk));
}

static const char *
get_icon (ForeTalkBar *self, Level level)
{
  if (fore_timer_get_state (fore_talk_get_timer (self->talk)) == FORE_TIMER_PAUSED)
    return "media-playback-pause-symbolic";
  if (level == LEVEL_LAST || level == LEVEL_OVER)
    return "dialog-warning-symbolic";
  if (level == LEVEL_SOON)
    return "alarm-symbolic";
  return NULL;
}

static const char *
get_style (ForeTalkBar *self, Level level)
{
  if (fore_timer_get_state (fore_talk_get_timer (self->talk)) == FORE_TIMER_PAUSED)
    return "paused";
  if (level == LEVEL_OVER)
    return "over";
  if (level == LEVEL_LAST)
    return "last";
  if (level == LEVEL_SOON)
    return "soon";
  if (fore_talk_get_pace_kind (self->talk) == FORE_PACE_BEHIND)
    return "behind";
  if (fore_talk_get_pace_kind (self->talk) == FORE_PACE_AHEAD)
    return "ahead";
  return NULL;
}

static void
set_style (ForeTalkBar *self, const char *style)
{
  if (self->style == style)
    return;
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
}

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
update_words (ForeTalkBar *self)
{
  Level level = get_level (self);
  const char *icon = get_icon (self, level);
  g_autofree char *pace = dup_pace (self, level);
  g_autofree char *left = dup_left (self);

  set_words (self->pace_label, pace);
  set_words (self->left_label, left);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  set_style (self, get_style (self, level));
}

static void
update_buttons (ForeTalkBar *self)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  ForeTimerState state = fore_timer_get_state (timer);

  gtk_button_set_icon_name (GTK_BUTTON (self->toggle),
                            state == FORE_TIMER_RUNNING
                              ? "media-playback-pause-symbolic"
                              : "media-playback-start-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  state == FORE_TIMER_RUNNING   ? _ ("Pause the timer")
                                  : state == FORE_TIMER_WAITING ? _ ("Start the timer")
                                                                : _ ("Resume the timer"),
                                  -1);
  gtk_widget_set_visible (self->undo, fore_timer_get_can_undo_reset (timer));
}

static void
update (ForeTalkBar *self)
{
  update_figures (self);
  update_words (self);
  update_buttons (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  update (user_data);
  return G_SOURCE_CONTINUE;
}

/* --- What others want --- */

static void
set_font_size (GtkLabel *label, int pixels)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute (pixels * PANGO_SCALE));
  gtk_label_set_attributes (label, attributes);
}

void
fore_talk_bar_fit (ForeTalkBar *self, int width, int height)
{
  int figures = (height + FIGURES_SHARE - 1) / FIGURES_SHARE;
  int words = MIN ((int) (figures * WORDS_SHARE), width / WORDS_PER_WIDTH);

  g_return_if_fail (FORE_IS_TALK_BAR (self));

  if (fore_figures_get_height (self->figures) == figures && self->words == words)
    return;
  self->words = words;
  words = MAX (words, LEAST_WORDS);
  fore_figures_set_height (self->figures, MAX (figures, 1));
  set_font_size (self->pace_label, words);
  set_font_size (self->left_label, words);
  set_font_size (self->clock_label, words);
  gtk_image_set_pixel_size (self->icon, words);
}

void
fore_talk_bar_set_keys (ForeTalkBar *self, ForeKeyLabel label, gpointer user_data)
{
  g_return_if_fail (FORE_IS_TALK_BAR (self));
  g_return_if_fail (label != NULL);

  fore_key_label_set_tooltip (self->toggle, _ ("Pause or resume"), "timer-toggle", label,
                              user_data);
  fore_key_label_set_tooltip (self->undo, _ ("Undo the reset"), "timer-undo-reset", label,
                              user_data);
}

void
fore_talk_bar_set_up (ForeTalkBar *self)
{
  g_return_if_fail (FORE_IS_TALK_BAR (self));

  gtk_popover_popup (GTK_POPOVER (self->setup));
}

GtkWidget *
fore_talk_bar_new (ForeTalk *talk, GSettings *settings)
{
  ForeTalkBar *self = g_object_new (FORE_TYPE_TALK_BAR, NULL);
  ForeTimer *timer = fore_talk_get_timer (talk);

  self->talk = g_object_ref (talk);
  self->settings = g_object_ref (settings);
  self->setup = FORE_TIMER_SETUP (fore_timer_setup_new (talk));
  gtk_widget_set_parent (GTK_WIDGET (self->setup), GTK_WIDGET (self));
  g_signal_connect_object (talk, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timer, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/* --- The widget --- */

/* The natural width of each part. */
typedef struct {
  int figures;
  int buttons;
  int middle;
  int clock;
  int tail;
} Widths;

static int
measure_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
measure_widths (ForeTalkBar *self, Widths *widths)
{
  widths->figures = measure_width (GTK_WIDGET (self->figures));
  widths->buttons = measure_width (self->buttons);
  widths->middle = measure_width (self->middle);
  widths->clock = measure_width (GTK_WIDGET (self->clock_label));
  widths->tail = measure_width (self->tail);
}

static int
get_row_width (const Widths *widths)
{
  return widths->figures + GAP + widths->buttons + GAP + widths->middle + GAP +
         widths->clock + GAP + widths->tail;
}

static int
measure_height (GtkWidget *child)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/* Of the row that lies below where all does not fit into one. */
static int
measure_second_height (ForeTalkBar *self)
{
  return MAX (MAX (measure_height (self->buttons), measure_height (self->middle)),
              measure_height (GTK_WIDGET (self->clock_label)));
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  ForeTalkBar *self = FORE_TALK_BAR (widget);
  Widths widths;
  int first, second;

  measure_widths (self, &widths);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (widths.figures + GAP + widths.tail,
                    widths.buttons + GAP + LEAST_MIDDLE + GAP + widths.clock);
    *natural = MAX (*minimum, get_row_width (&widths));
    return;
  }

  first = MAX (measure_height (GTK_WIDGET (self->figures)), measure_height (self->tail));
  second = measure_second_height (self);
  if (for_size < 0 || get_row_width (&widths) <= for_size)
    *minimum = MAX (first, second);
  else
    *minimum = first + LINE_GAP + second;
  *natural = *minimum;
}

static void
place (GtkWidget *child, int width, int x, int y, int child_width, int height)
{
  if (gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL)
    x = width - x - child_width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, child_width, height }, -1);
}

static void
place_in_a_row (ForeTalkBar *self, const Widths *widths, int width, int height)
{
  int start = widths->figures + GAP + widths->buttons;
  int end = width - widths->tail - GAP - widths->clock;
  /* In the middle of the window, as long as that is free. */
  int x = CLAMP ((width - widths->middle) / 2, start + GAP, end - GAP - widths->middle);

  place (self->buttons, width, widths->figures + GAP, 0, widths->buttons, height);
  place (self->middle, width, x, 0, widths->middle, height);
  place (GTK_WIDGET (self->clock_label), width, end, 0, widths->clock, height);
}

static void
place_below (ForeTalkBar *self, const Widths *widths, int width, int y, int height)
{
  int start = widths->buttons + GAP;
  int end = width - widths->clock;
  int middle = MIN (widths->middle, end - GAP - start);

  place (self->buttons, width, 0, y, widths->buttons, height);
  place (self->middle, width, start, y, middle, height);
  place (GTK_WIDGET (self->clock_label), width, end, y, widths->clock, height);
}

static void
point_setup_at_figures (ForeTalkBar *self)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->figures), GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (
    GTK_POPOVER (self->setup),
    &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                     (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_present (GTK_POPOVER (self->setup));
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeTalkBar *self = FORE_TALK_BAR (widget);
  Widths widths;
  int first = height;

  measure_widths (self, &widths);
  if (get_row_width (&widths) <= width) {
    place_in_a_row (self, &widths, width, height);
  } else {
    int second = measure_second_height (self);

    first = height - LINE_GAP - second;
    place_below (self, &widths, width, first + LINE_GAP, second);
  }
  place (GTK_WIDGET (self->figures), width, 0, 0, widths.figures, first);
  place (self->tail, width, width - widths.tail, 0, widths.tail, first);
  point_setup_at_figures (self);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
map (GtkWidget *widget)
{
  ForeTalkBar *self = FORE_TALK_BAR (widget);

  GTK_WIDGET_CLASS (fore_talk_bar_parent_class)->map (widget);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
}

static void
unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FORE_TALK_BAR (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (fore_talk_bar_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  ForeTalkBar *self = FORE_TALK_BAR (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->setup != NULL) {
    gtk_widget_set_visible (GTK_WIDGET (self->setup), FALSE);
    gtk_widget_unparent (GTK_WIDGET (self->setup));
  }
  self->setup = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_TALK_BAR);
  g_clear_object (&self->talk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_talk_bar_parent_class)->dispose (object);
}

static void
fore_talk_bar_class_init (ForeTalkBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  g_type_ensure (FORE_TYPE_FIGURES);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->get_request_mode = get_request_mode;
  widget_class->map = map;
  widget_class->unmap = unmap;

  gtk_widget_class_set_css_name (widget_class, "talk-bar");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-talk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, middle);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, tail);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, figures);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, toggle);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, undo);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, icon);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, pace_label);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, left_label);
  gtk_widget_class_bind_template_child (widget_class, ForeTalkBar, clock_label);
}

static void
fore_talk_bar_init (ForeTalkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
