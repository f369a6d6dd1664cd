/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-options.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *name;
  const char *endings[3];
  ForeExportFormat format;
} formats[] = {
  { "html", { ".html", ".htm" }, FORE_EXPORT_HTML },
  { "pdf", { ".pdf" }, FORE_EXPORT_PDF },
  { "png", { ".png" }, FORE_EXPORT_PNG },
  { "webp", { ".webp" }, FORE_EXPORT_WEBP },
  { "md", { ".md", ".markdown" }, FORE_EXPORT_MARKDOWN },
  { "notes", { NULL }, FORE_EXPORT_NOTES },
  { "txt", { ".txt" }, FORE_EXPORT_NOTES_TEXT },
  { "pdfpc", { ".pdfpc" }, FORE_EXPORT_PDFPC },
};

ForeExportOptions *
fore_export_options_copy (const ForeExportOptions *self)
{
  ForeExportOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ForeExportOptions, 1);
  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->slides = g_strdup (self->slides);
  return copy;
}

void
fore_export_options_free (ForeExportOptions *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->title);
  g_free ((char *) self->slides);
  g_free (self);
}

const char *
fore_export_options_get_title (const ForeExportOptions *self, ForeDeck *deck)
{
  const char *title;

  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (deck != NULL, "");

  title = self->title != NULL ? self->title : fore_deck_get_title (deck);
  return title != NULL ? title : "";
}

/* --- which slides --- */

static gboolean
read_number (const char **text, guint *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  value = g_ascii_strtoull (*text, &end, 10);
  *number = (guint) MIN (value, G_MAXINT);
  *text = end;
  return TRUE;
}

/* "3", "3-7", "3-" to the end, or "-7" from the start. */
static gboolean
read_range (const char *text, guint n_slides, guint *first, guint *last)
{
  const char *at = text;
  gboolean has_first = read_number (&at, first);
  gboolean has_last;

  if (!has_first)
    *first = 1;
  *last = *first;
  if (*at != '-')
    return has_first && *at == '\0';
  at++;
  has_last = read_number (&at, last);
  if (!has_last)
    *last = n_slides;
  return (has_first || has_last) && *at == '\0';
}

static gboolean
mark_ranges (const char *text, guint n_slides, gboolean *wanted, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    guint first, last;

    if (!read_range (g_strstrip (parts[i]), n_slides, &first, &last) || first == 0 ||
        last < first) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” does not say which slides. Write it like “3-7,9”."), text);
      return FALSE;
    }
    if (last > n_slides) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   ngettext ("There is no slide %u: the deck has %u slide.",
                             "There is no slide %u: the deck has %u slides.", n_slides),
                   last, n_slides);
      return FALSE;
    }
    for (guint index = first - 1; index < last; index++)
      wanted[index] = TRUE;
  }
  return TRUE;
}

static gboolean
is_hidden (ForeDeck *deck, guint index)
{
  ForeMarkup *markup = fore_slide_get_markup (fore_deck_get_slide (deck, index));

  return g_strcmp0 (fore_markup_get_slide_attribute (markup, "data-visibility"),
                    "hidden") == 0;
}

GArray *
fore_export_options_find_slides (const ForeExportOptions *self,
                                 ForeDeck *deck,
                                 GError **error)
{
  guint n_slides;
  g_autofree gboolean *wanted = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (deck != NULL, NULL);

  n_slides = fore_deck_get_n_slides (deck);
  wanted = g_new0 (gboolean, n_slides);
  if (self->slides != NULL && !mark_ranges (self->slides, n_slides, wanted, error))
    return NULL;
  for (guint i = 0; i < n_slides; i++) {
    /* Whoever asks for slides by number has seen that they are hidden. */
    if (self->slides != NULL ? wanted[i] : self->with_hidden || !is_hidden (deck, i))
      g_array_append_val (found, i);
  }
  if (found->len == 0) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("All slides of the deck are hidden."));
    return NULL;
  }
  return g_steal_pointer (&found);
}

/* --- which form --- */

gboolean
fore_export_format_from_name (const char *name, ForeExportFormat *format)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_ascii_strcasecmp (name, formats[i].name) == 0) {
      *format = formats[i].format;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
fore_export_format_from_file (const char *name, ForeExportFormat *format)
{
  const char *ending;

  g_return_val_if_fail (name != NULL, FALSE);

  ending = strrchr (name, '.');
  if (ending == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    for (guint j = 0; formats[i].endings[j] != NULL; j++) {
      if (g_ascii_strcasecmp (ending, formats[i].endings[j]) == 0) {
        *format = formats[i].format;
        return TRUE;
      }
    }
  }
  return FALSE;
}
