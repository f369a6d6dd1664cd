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
