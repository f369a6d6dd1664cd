/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-timer-setup.h"

#include "fore-present.h"
#include "fore-talk-words.h"

#include <adwaita.h>

struct _ForeTimerSetup {
  GtkPopover parent_instance;

  ForeTalk *talk; /* weak: GTK 4.8 does not free a popover that is open at the end */
  AdwEntryRow *elapsed_row;
  AdwEntryRow *duration_row;
  AdwEntryRow *end_row;
};

G_DEFINE_FINAL_TYPE (ForeTimerSetup, fore_timer_setup, GTK_TYPE_POPOVER)

static void
set_time (AdwEntryRow *row, gint64 seconds)
{
  g_autofree char *text = fore_talk_words_time (seconds);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill (ForeTimerSetup *self)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  GDateTime *end = fore_timer_get_end_time (timer);
  g_autofree char *text = end != NULL ? fore_talk_words_clock (end) : g_strdup ("");

  set_time (self->elapsed_row, fore_timer_get_elapsed (timer));
  if (fore_timer_get_duration (timer) > 0)
    set_time (self->duration_row, fore_timer_get_duration (timer));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->duration_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->end_row), text);
}

static void
fill_cb (ForeTimerSetup *self)
{
  fill (self);
}

/* --- What was typed --- */

static void
finish (ForeTimerSetup *self, AdwEntryRow *row, gboolean is_good)
{
  if (is_good)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
changed_cb (ForeTimerSetup *self, AdwEntryRow *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
apply_elapsed_cb (ForeTimerSetup *self, AdwEntryRow *row)
{
  gint64 seconds;
  gboolean is_good = fore_talk_words_read_time (get_text (row), &seconds);

  if (is_good)
    fore_timer_set_elapsed (fore_talk_get_timer (self->talk), seconds);
  finish (self, row, is_good);
}

static void
apply_duration_cb (ForeTimerSetup *self, AdwEntryRow *row)
{
  gint64 seconds = 0;
  gboolean is_good =
    *get_text (row) == '\0' || fore_talk_words_read_time (get_text (row), &seconds);

  if (is_good)
    fore_timer_set_duration (fore_talk_get_timer (self->talk), seconds);
  finish (self, row, is_good);
}

static void
apply_end_cb (ForeTimerSetup *self, AdwEntryRow *row)
{
  ForeTimer *timer = fore_talk_get_timer (self->talk);
  ForeClock *clock = fore_talk_get_clock (self->talk);
  int hour, minute;

  if (*get_text (row) == '\0') {
    fore_timer_set_end_time (timer, NULL);
    finish (self, row, TRUE);
  } else if (fore_talk_words_read_clock (get_text (row), &hour, &minute)) {
    g_autoptr (GDateTime) end = fore_clock_dup_next (clock, hour, minute);

    fore_timer_set_end_time (timer, end);
    finish (self, row, TRUE);
  } else {
    finish (self, row, FALSE);
  }
}

GtkWidget *
fore_timer_setup_new (ForeTalk *talk)
{
  ForeTimerSetup *self = g_object_new (FORE_TYPE_TIMER_SETUP, NULL);

  g_set_weak_pointer (&self->talk, talk);

  return GTK_WIDGET (self);
}

/* --- The widget --- */

static void
dispose (GObject *object)
{
  ForeTimerSetup *self = FORE_TIMER_SETUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_TIMER_SETUP);
  g_clear_weak_pointer (&self->talk);

  G_OBJECT_CLASS (fore_timer_setup_parent_class)->dispose (object);
}

static void
fore_timer_setup_class_init (ForeTimerSetupClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  fore_present_register_resources ();
  g_type_ensure (ADW_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/present/fore-timer-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeTimerSetup, elapsed_row);
  gtk_widget_class_bind_template_child (widget_class, ForeTimerSetup, duration_row);
  gtk_widget_class_bind_template_child (widget_class, ForeTimerSetup, end_row);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_elapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_duration_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_end_cb);
}

static void
fore_timer_setup_init (ForeTimerSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
