/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide.h"

#include "fore-block.h"
#include "fore-diagnostic.h"
#include "fore-digest.h"
#include "fore-duration.h"
#include "fore-slide-text.h"
#include "fore-splitter.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ForeSlide {
  GObject parent_instance;

  ForeMarkup *markup;
  ForeMarkup *notes_markup;
  char *notes;
  char *definitions;
  GPtrArray *diagnostics;
  guint64 digest;
  gsize content;
  guint n_lines;
  guint n_above;
  guint content_line;
  guint n_words;
  ForeMarkupFlags flags;
  gboolean is_vertical;
  gboolean is_last;
  gboolean lacks_definitions;
};

G_DEFINE_FINAL_TYPE (ForeSlide, fore_slide, G_TYPE_OBJECT)

static void
fore_slide_finalize (GObject *object)
{
  ForeSlide *self = FORE_SLIDE (object);

  g_clear_pointer (&self->markup, fore_markup_unref);
  g_clear_pointer (&self->notes_markup, fore_markup_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self->notes);
  g_free (self->definitions);

  G_OBJECT_CLASS (fore_slide_parent_class)->finalize (object);
}

static void
fore_slide_class_init (ForeSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_slide_finalize;
}

static void
fore_slide_init (ForeSlide *self)
{
}

/* --- making one
 * ------------------------------------------------------------------------- */

static void
take_diagnostic (ForeSlide *self, ForeDiagnostic *diagnostic)
{
  if (self->diagnostics == NULL)
    self->diagnostics =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  g_ptr_array_add (self->diagnostics, diagnostic);
}

static void
add_diagnostics (ForeSlide *self, GPtrArray *diagnostics, guint n_lines)
{
  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++)
    take_diagnostic (self,
                     fore_diagnostic_move (g_ptr_array_index (diagnostics, i), n_lines));
}

static void
report_blanks (ForeSlide *self, guint line)
{
  take_diagnostic (self,
                   fore_diagnostic_new (
                     FORE_SEVERITY_INFO, "separator-blanks", line, 0,
                     _ ("HedgeDoc starts no new slide here, since there are blanks on "
                        "the separator’s line or on the empty line beside it.")));
}

static const char *
find_last_line (const char *text, const char *limit)
{
  if (limit > text && limit[-1] == '\n')
    limit--;
  while (limit > text && limit[-1] != '\n')
    limit--;

  return limit;
}

/* Blanks around separators are invisible, and HedgeDoc minds them. */
static void
check_separators (ForeSlide *self, const ForeSlideSource *source)
{
  const char *limit = source->text + source->length;
  const char *end = fore_line_find_end (source->text, limit);
  const char *content = source->text + source->content;
  const char *after = fore_line_find_end (content, limit);
  gboolean has_separator =
    content == end + 1 && fore_line_is_separator (source->text, end - source->text, NULL);

  if (has_separator &&
      (end[-1] != '-' ||
       (after > content && fore_line_is_blank (content, after - content))))
    report_blanks (self, 1);

  if (!source->is_last && source->length > 0) {
    const char *last = find_last_line (content, limit);

    if (last < limit && *last != '\n' && fore_line_is_blank (last, limit - 1 - last))
      report_blanks (self, source->n_lines);
  }
}

static guint
count_lines (const char *text, gsize length)
{
  const char *limit = text + length;
  guint n = 0;

  while (text < limit && (text = memchr (text, '\n', limit - text)) != NULL) {
    text++;
    n++;
  }

  return n;
}

gboolean
fore_slide_may_concern_all (const char *definitions)
{
  return definitions != NULL && strstr (definitions, "*[") != NULL;
}

static ForeMarkup *
render (ForeSlide *self, const char *text, gsize length, const char *definitions)
{
  g_autoptr (ForeMarkup) alone = fore_markup_render (text, length, NULL, self->flags);
  g_autoptr (ForeMarkup) together = NULL;

  if (fore_markup_get_lacks_definitions (alone))
    self->lacks_definitions = TRUE;
  if (definitions == NULL ||
      !(self->lacks_definitions || fore_slide_may_concern_all (definitions)))
    return g_steal_pointer (&alone);

  together = fore_markup_render (text, length, definitions, self->flags);
  if (strcmp (fore_markup_get_html (alone), fore_markup_get_html (together)) != 0) {
    self->lacks_definitions = TRUE;
    take_diagnostic (
      self, fore_diagnostic_new (
              FORE_SEVERITY_INFO, "definition-elsewhere", self->content_line + 1, 0,
              _ ("A link, footnote or abbreviation on this slide is defined on another "
                 "slide. HedgeDoc does not find it there.")));
  }

  return g_steal_pointer (&together);
}

static void
digest (ForeSlide *self)
{
  g_autoptr (GString) attributes = g_string_new (NULL);
  const char *html = fore_markup_get_html (self->markup);

  fore_markup_append_slide_attributes (self->markup, NULL, NULL, attributes);
  fore_markup_append_wrapper_attributes (self->markup, NULL, NULL, attributes);
  self->digest = fore_digest_add (FORE_DIGEST_START, html, strlen (html));
  self->digest = fore_digest_add (self->digest, attributes->str, attributes->len);
  self->digest = fore_digest_add (self->digest, self->notes,
                                  self->notes != NULL ? strlen (self->notes) : 0);
}

/* reveal.js: `data-notes` wins over what stands below `note:`. */
static void
take_notes_attribute (ForeSlide *self, ForeSlideText *text)
{
  const char *notes = fore_markup_get_slide_attribute (self->markup, "data-notes");

  if (notes == NULL || notes[0] == '\0')
    return;

  g_free (text->notes);
  text->notes = g_strdup (notes);
  text->notes_line = 1;
}

static void
find_content_line (ForeSlide *self, const ForeSlideSource *source, guint n_above)
{
  const char *at = source->text + source->content;
  const char *limit = source->text + source->length;
  guint line = n_above;

  while (at < limit) {
    const char *end = fore_line_find_end (at, limit);

    if (!fore_line_is_blank (at, end - at)) {
      self->content_line = line;
      return;
    }
    at = end + 1;
    line++;
  }
}

ForeSlide *
fore_slide_new (const ForeSlideSource *source, const char *definitions)
{
  ForeSlide *self;
  ForeSlideText text;
  guint n_above;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (source->content <= source->length, NULL);

  self = g_object_new (FORE_TYPE_SLIDE, NULL);
  self->content = source->content;
  self->n_lines = source->n_lines;
  self->flags = source->flags;
  self->is_vertical = source->is_vertical;
  self->is_last = source->is_last;

  n_above = count_lines (source->text, source->content);
  find_content_line (self, source, n_above);
  fore_slide_text_read (&text, source->text + source->content,
                        source->length - source->content, n_above > 1);
  check_separators (self, source);
  add_diagnostics (self, text.diagnostics, n_above);

  self->markup = render (self, text.body, text.body_length, definitions);
  add_diagnostics (self, fore_markup_get_diagnostics (self->markup), n_above);
  take_notes_attribute (self, &text);
  if (text.notes != NULL) {
    self->notes_markup = render (self, text.notes, strlen (text.notes), definitions);
    add_diagnostics (self, fore_markup_get_diagnostics (self->notes_markup),
                     n_above + text.notes_line - 1);
    fore_markup_add_slide_attributes (self->markup, self->notes_markup);
  }
  self->n_words = fore_markup_get_n_words (self->markup);
  self->n_above = n_above;
  self->notes = g_steal_pointer (&text.notes);
  self->definitions = g_steal_pointer (&text.definitions);
  digest (self);
  fore_slide_text_clear (&text);

  return self;
}

gboolean
fore_slide_is_made_from (ForeSlide *self, const ForeSlideSource *source)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), FALSE);

  return self->content == source->content && self->flags == source->flags &&
         self->is_vertical == source->is_vertical && self->is_last == source->is_last;
}

/* --- what it is
 * ------------------------------------------------------------------------- */

ForeMarkup *
fore_slide_get_markup (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  return self->markup;
}

const char *
fore_slide_get_notes (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  return self->notes;
}

ForeMarkup *
fore_slide_get_notes_markup (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  return self->notes_markup;
}

const char *
fore_slide_get_own_title (ForeSlide *self)
{
  const char *heading;

  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  heading = fore_markup_get_heading (self->markup);

  return heading != NULL ? heading : fore_markup_get_first_text (self->markup);
}

ForeVisibility
fore_slide_get_visibility (ForeSlide *self)
{
  const char *value;

  g_return_val_if_fail (FORE_IS_SLIDE (self), FORE_VISIBILITY_SHOWN);

  value = fore_markup_get_slide_attribute (self->markup, "data-visibility");
  if (g_strcmp0 (value, "hidden") == 0)
    return FORE_VISIBILITY_HIDDEN;

  return g_strcmp0 (value, "uncounted") == 0 ? FORE_VISIBILITY_UNCOUNTED
                                             : FORE_VISIBILITY_SHOWN;
}

guint
fore_slide_get_timing (ForeSlide *self)
{
  const char *value;

  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  /* JavaScript's parseInt (), which reveal.js reads it with. */
  value = fore_markup_get_slide_attribute (self->markup, "data-timing");

  return value != NULL
           ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, FORE_DURATION_MAX)
           : 0;
}

guint64
fore_slide_get_digest (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  return self->digest;
}

const char *
fore_slide_get_definitions (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  return self->definitions;
}

gboolean
fore_slide_get_lacks_definitions (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), FALSE);

  return self->lacks_definitions;
}

guint
fore_slide_get_n_lines (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  return self->n_lines;
}

guint
fore_slide_get_n_above (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  return self->n_above;
}

guint
fore_slide_get_content_line (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  return self->content_line;
}

gboolean
fore_slide_get_is_vertical (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), FALSE);

  return self->is_vertical;
}

guint
fore_slide_get_n_words (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  return self->n_words;
}

GPtrArray *
fore_slide_get_diagnostics (ForeSlide *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE (self), NULL);

  return self->diagnostics;
}

guint
fore_slide_get_n_diagnostics (ForeSlide *self, int least)
{
  guint n = 0;

  g_return_val_if_fail (FORE_IS_SLIDE (self), 0);

  for (guint i = 0; self->diagnostics != NULL && i < self->diagnostics->len; i++) {
    if ((int) fore_diagnostic_get_severity (g_ptr_array_index (self->diagnostics, i)) >=
        least)
      n++;
  }

  return n;
}

void
fore_slide_append_section (ForeSlide *self,
                           gboolean with_notes,
                           ForeAddressMap map,
                           gpointer user_data,
                           GString *html)
{
  g_return_if_fail (FORE_IS_SLIDE (self));
  g_return_if_fail (html != NULL);

  g_string_append (html, "<section");
  fore_markup_append_slide_attributes (self->markup, map, user_data, html);
  g_string_append (html, "><div");
  fore_markup_append_wrapper_attributes (self->markup, map, user_data, html);
  g_string_append_c (html, '>');
  fore_markup_append_html (self->markup, map, user_data, html);
  g_string_append (html, "</div>");
  if (with_notes && self->notes_markup != NULL) {
    g_string_append (html, "<aside class=\"notes\">");
    fore_markup_append_html (self->notes_markup, map, user_data, html);
    g_string_append (html, "</aside>");
  }
  g_string_append (html, "</section>");
}
