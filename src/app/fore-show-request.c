/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-show-request.h"

#include "fore-duration.h"
#include "fore-screens.h"
#include "fore-time-of-day.h"

#include <glib/gi18n.h>

/* The command foredeck has its own list, with which it complains before a window opens.
 */
static const GOptionEntry entries[] = {
  { "audience", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "speaker", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "windowed", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "start", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL, NULL, NULL },
  { "duration", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "end", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

ForeShowRequest *
fore_show_request_new (ForeShowMode mode, guint index)
{
  ForeShowRequest *self = g_rc_box_new0 (ForeShowRequest);

  self->mode = mode;
  self->index = index;
  self->end_hour = -1;
  return self;
}

ForeShowRequest *
fore_show_request_ref (ForeShowRequest *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ForeShowRequest *self = data;

  g_free (self->audience);
  g_free (self->speaker);
  g_clear_object (&self->interrupted);
}

void
fore_show_request_unref (ForeShowRequest *self)
{
  g_rc_box_release_full (self, clear);
}

void
fore_show_request_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
}

static gboolean
read_monitor (GVariantDict *options,
              const char *name,
              GdkDisplay *display,
              char **monitor,
              GError **error)
{
  g_autofree char *list = NULL;

  if (!g_variant_dict_lookup (options, name, "s", monitor) ||
      fore_screens_find (display, *monitor) != NULL)
    return TRUE;
  list = fore_screens_dup_list (display);
  /* Translators: the first %s is what the user typed, the second a list, a line each. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("There is no monitor “%s”. These are connected:\n%s"), *monitor, list);
  return FALSE;
}

static gboolean
read_time (ForeShowRequest *self, GVariantDict *options, GError **error)
{
  const char *text;

  if (g_variant_dict_lookup (options, "duration", "&s", &text) &&
      !fore_duration_parse (text, &self->duration)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not a duration. Say minutes, as in “20” or “1h30”."), text);
    return FALSE;
  }
  if (g_variant_dict_lookup (options, "end", "&s", &text) &&
      !fore_time_of_day_parse (text, &self->end_hour, &self->end_minute)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not a time of day. Say hours and minutes, as in “14:30”."),
                 text);
    return FALSE;
  }
  return TRUE;
}

ForeShowRequest *
fore_show_request_read (GVariantDict *options, GdkDisplay *display, GError **error)
{
  g_autoptr (ForeShowRequest) self = fore_show_request_new (
    g_variant_dict_contains (options, "windowed") ? FORE_SHOW_WINDOWS : FORE_SHOW_SCREENS,
    0);
  int start;

  if (g_variant_dict_lookup (options, "start", "i", &start)) {
    if (start < 1) {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Slides are counted from 1."));
      return NULL;
    }
    self->index = (guint) start - 1;
  }
  if (!read_monitor (options, "audience", display, &self->audience, error) ||
      !read_monitor (options, "speaker", display, &self->speaker, error) ||
      !read_time (self, options, error))
    return NULL;
  return g_steal_pointer (&self);
}
