/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* pdfpc finds a page by `idx`, counted from 0, and holds `label` against the label of the
 * PDF, which is the number of the page where a PDF has no labels, as ours. A page that is
 * only a further step of the slide before is a `forcedOverlay`. Each step gets the notes,
 * so that they stay in sight while the slide builds up. */

#include "fore-notes-export.h"

#include "fore-plain-text.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_title (ForeDeck *deck, const ForeExportOptions *options)
{
  const char *title = fore_export_options_get_title (options, deck);

  return *title != '\0' ? title : _ ("Untitled deck");
}

static void
append_markdown (ForeDeck *deck, guint index, GString *text)
{
  const char *title = fore_deck_get_slide_title (deck, index);
  const char *notes = fore_slide_get_notes (fore_deck_get_slide (deck, index));

  g_string_append_printf (text, "\n## %u", index + 1);
  if (*title != '\0')
    g_string_append_printf (text, " · %s", title);
  g_string_append_c (text, '\n');
  if (notes != NULL)
    g_string_append_printf (text, "\n%s\n", notes);
}

static void
underline (GString *text, const char *line, char c)
{
  for (glong i = g_utf8_strlen (line, -1); i > 0; i--)
    g_string_append_c (text, c);
  g_string_append_c (text, '\n');
}

static void
append_plain (ForeDeck *deck, guint index, GString *text)
{
  const char *title = fore_deck_get_slide_title (deck, index);
  ForeMarkup *notes = fore_slide_get_notes_markup (fore_deck_get_slide (deck, index));
  g_autofree char *heading = *title != '\0'
                               ? g_strdup_printf ("%u · %s", index + 1, title)
                               : g_strdup_printf ("%u", index + 1);

  g_string_append_printf (text, "\n%s\n", heading);
  underline (text, heading, '-');
  if (notes == NULL)
    return;
  g_string_append_c (text, '\n');
  fore_plain_text_append (notes, text);
  g_string_append_c (text, '\n');
}

/* --- pdfpc --- */

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if (*text == '\n')
      g_string_append (json, "\\n");
    else if ((guchar) *text < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      g_string_append_c (json, *text);
  }
  g_string_append_c (json, '"');
}

static void
append_page (GString *json, guint page, guint step, gboolean is_hidden, const char *notes)
{
  if (step == 0 && notes == NULL && !is_hidden)
    return;
  if (json->str[json->len - 1] == '}')
    g_string_append_c (json, ',');
  g_string_append_printf (json, "\n    { \"idx\": %u, \"label\": \"%u\", \"overlay\": 0",
                          page, page + 1);
  if (step > 0)
    g_string_append (json, ", \"forcedOverlay\": true");
  if (is_hidden)
    g_string_append (json, ", \"hidden\": true");
  if (notes != NULL) {
    g_string_append (json, ", \"note\": ");
    append_json_string (json, notes);
  }
  g_string_append (json, " }");
}

static GBytes *
write_pdfpc (ForeDeck *deck, const ForeExportOptions *options, GArray *slides)
{
  GString *json =
    g_string_new ("{\n  \"pdfpcFormat\": 2,\n  \"disableMarkdown\": false,\n");
  gint64 duration = fore_deck_get_duration (deck);
  guint page = 0;

  if (duration > 0)
    g_string_append_printf (json, "  \"duration\": %" G_GINT64_FORMAT ",\n",
                            (duration + 59) / 60);
  g_string_append (json, "  \"pages\": [");
  for (guint i = 0; i < slides->len; i++) {
    guint index = g_array_index (slides, guint, i);
    ForeSlide *slide = fore_deck_get_slide (deck, index);
    guint n_steps = options->steps ? fore_deck_get_n_steps (deck, index) : 0;

    for (guint step = 0; step <= n_steps; step++)
      append_page (json, page++, step,
                   fore_slide_get_visibility (slide) == FORE_VISIBILITY_HIDDEN,
                   fore_slide_get_notes (slide));
  }
  g_string_append (json, "\n  ]\n}\n");

  return g_string_free_to_bytes (json);
}

GBytes *
fore_notes_export (ForeDeck *deck,
                   const ForeExportOptions *options,
                   ForeExportFormat format,
                   GError **error)
{
  g_autoptr (GArray) slides = NULL;
  GString *text;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  slides = fore_export_options_find_slides (options, deck, error);
  if (slides == NULL)
    return NULL;
  if (format == FORE_EXPORT_PDFPC)
    return write_pdfpc (deck, options, slides);

  text = g_string_new (format == FORE_EXPORT_NOTES ? "# " : NULL);
  g_string_append_printf (text, "%s\n", get_title (deck, options));
  if (format == FORE_EXPORT_NOTES_TEXT)
    underline (text, get_title (deck, options), '=');
  for (guint i = 0; i < slides->len; i++) {
    guint index = g_array_index (slides, guint, i);

    if (format == FORE_EXPORT_NOTES)
      append_markdown (deck, index, text);
    else
      append_plain (deck, index, text);
  }
  return g_string_free_to_bytes (text);
}
