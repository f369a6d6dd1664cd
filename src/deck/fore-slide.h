/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-markup.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeSlide:
 *
 * One slide: its markup, notes and digest.
 *
 * Immutable. Where it stands in the deck is known by the [struct@Deck] alone, so that an
 * edit above a slide leaves the slide itself untouched and shared.
 */
#define FORE_TYPE_SLIDE (fore_slide_get_type ())

G_DECLARE_FINAL_TYPE (ForeSlide, fore_slide, FORE, SLIDE, GObject)

/**
 * ForeSlideSource:
 * @text: the slide's lines, its separator included; not ended by NUL
 * @length: bytes in @text
 * @content: where in @text the slide's own text starts
 * @n_lines: lines in @text
 * @is_vertical: whether it goes below the slide before, in the same column
 * @is_last: whether no slide follows
 * @flags: how to render it
 *
 * What a slide is made from. Slides from equal sources are equal, but for definitions.
 */
typedef struct {
  const char *text;
  gsize length;
  gsize content;
  guint n_lines;
  gboolean is_vertical;
  gboolean is_last;
  ForeMarkupFlags flags;
} ForeSlideSource;

/**
 * fore_slide_new:
 * @definitions: (nullable): the definitions of links, footnotes and
 *   abbreviations in the whole deck
 */
ForeSlide *fore_slide_new (const ForeSlideSource *source,
                           const char *definitions) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_slide_is_made_from:
 *
 * Returns: whether @source, with the same text as @self was made from, would give the
 * same slide
 */
gboolean fore_slide_is_made_from (ForeSlide *self, const ForeSlideSource *source);

/**
 * fore_slide_get_definitions:
 *
 * Returns: (nullable): the definitions of links, footnotes and abbreviations on this
 *   slide, as Markdown
 */
const char *fore_slide_get_definitions (ForeSlide *self);

/**
 * fore_slide_get_lacks_definitions:
 *
 * Returns: whether other definitions elsewhere in the deck might give another slide
 */
gboolean fore_slide_get_lacks_definitions (ForeSlide *self);

/**
 * fore_slide_may_concern_all:
 * @definitions: (nullable): the definitions of a deck
 *
 * Returns: whether they may give another slide of any that does not have them yet: a word
 *   that is an abbreviation does not show it
 */
gboolean fore_slide_may_concern_all (const char *definitions);

/**
 * fore_slide_get_n_above:
 *
 * Returns: how many lines of the slide stand above the text that its markup was made of
 */
guint fore_slide_get_n_above (ForeSlide *self);

/**
 * fore_slide_get_content_line:
 *
 * Returns: the first line of its own text that is not blank, counted from 0 at its
 *   separator; 0 if there is none
 */
guint fore_slide_get_content_line (ForeSlide *self);

/**
 * fore_slide_get_is_vertical:
 *
 * Returns: whether it goes below the slide before, in the same column
 */
gboolean fore_slide_get_is_vertical (ForeSlide *self);

/**
 * fore_slide_get_diagnostics:
 *
 * Returns: (transfer none) (nullable) (element-type ForeDiagnostic): what to tell the
 *   author, lines counted from 1 at its separator; `NULL` if nothing
 */
GPtrArray *fore_slide_get_diagnostics (ForeSlide *self);

/**
 * fore_slide_get_markup:
 *
 * Returns: (transfer none): the content, without notes
 */
ForeMarkup *fore_slide_get_markup (ForeSlide *self);

/**
 * fore_slide_get_notes:
 *
 * Returns: (nullable): the speaker notes as Markdown, trimmed, or `NULL` if there are
 * none
 */
const char *fore_slide_get_notes (ForeSlide *self);

/**
 * fore_slide_get_notes_markup:
 *
 * Returns: (transfer none) (nullable): the notes as HTML, or `NULL` if there are none
 */
ForeMarkup *fore_slide_get_notes_markup (ForeSlide *self);

/**
 * fore_slide_get_own_title:
 *
 * Returns: (nullable): the first heading, else the first text, else `NULL`; see
 *   fore_deck_get_slide_title() for one that is never `NULL`
 */
const char *fore_slide_get_own_title (ForeSlide *self);

/**
 * ForeVisibility:
 * @FORE_VISIBILITY_SHOWN: a slide like any other
 * @FORE_VISIBILITY_UNCOUNTED: shown, but not counted in numbers, progress and pace
 * @FORE_VISIBILITY_HIDDEN: passed over
 *
 * What a slide's `data-visibility` says.
 */
typedef enum {
  FORE_VISIBILITY_SHOWN,
  FORE_VISIBILITY_UNCOUNTED,
  FORE_VISIBILITY_HIDDEN,
} ForeVisibility;

ForeVisibility fore_slide_get_visibility (ForeSlide *self);

/**
 * fore_slide_get_timing:
 *
 * Returns: `data-timing`, the seconds planned for the slide; 0 where it says nothing
 */
guint fore_slide_get_timing (ForeSlide *self);

/**
 * fore_slide_get_digest:
 *
 * Returns: a digest of all that the audience or the speaker can see; equal digests mean
 *   that a page need not change
 */
guint64 fore_slide_get_digest (ForeSlide *self);

/**
 * fore_slide_get_n_lines:
 *
 * Returns: lines of source, the separator above it included
 */
guint fore_slide_get_n_lines (ForeSlide *self);

guint fore_slide_get_n_words (ForeSlide *self);

/**
 * fore_slide_get_n_diagnostics:
 * @least: count those of at least this severity
 */
guint fore_slide_get_n_diagnostics (ForeSlide *self, int least);

/**
 * fore_slide_append_section:
 * @with_notes: whether to write the notes as `<aside class="notes">`
 * @map: (nullable) (scope call): what to write for each address
 * @html: (inout): the element is added here
 *
 * Writes `<section ATTRIBUTES><div>CONTENT</div></section>`, the shape that style sheets
 * made for HedgeDoc rely on.
 */
void fore_slide_append_section (ForeSlide *self,
                                gboolean with_notes,
                                ForeAddressMap map,
                                gpointer user_data,
                                GString *html);

G_END_DECLS
