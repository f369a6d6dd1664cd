/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-options.h"
#include "fore-slide.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeDeck:
 *
 * A parsed presentation: slides in reading order, the columns and stacks they form, the
 * options of the front matter, and what there is to tell the author.
 *
 * Immutable, shared by reference, safe to hand to another thread. New text makes a new
 * deck, which shares every unchanged slide with the one before.
 *
 * Positions: slides are counted from 0 in reading order (the *index*). A *column* is what
 * `---` separates; the slides of one column that `----` separates form a *stack* and are
 * its *rows*. Column and row are counted from 0 here and from 1 in words for people. A
 * deck has at least one slide, which may be empty. Lines are counted from 1.
 */
typedef struct _ForeDeck ForeDeck;

#define FORE_TYPE_DECK (fore_deck_get_type ())

GType fore_deck_get_type (void) G_GNUC_CONST;

/* A deck larger than any of these is cut there, with a diagnostic. */
#define FORE_DECK_MAX_BYTES (50 * 1024 * 1024)
#define FORE_DECK_MAX_SLIDES 20000

/**
 * fore_deck_parse:
 * @bytes: the file as it is: any bytes at all
 * @before: (nullable): the deck of the text before the last edit; its unchanged slides
 *   are taken over
 *
 * Reads a deck. Never fails: trouble becomes a diagnostic. The result is the same with
 * and without @before.
 *
 * Returns: (transfer full): the deck
 */
ForeDeck *fore_deck_parse (GBytes *bytes, ForeDeck *before) G_GNUC_WARN_UNUSED_RESULT;

ForeDeck *fore_deck_ref (ForeDeck *self);
void fore_deck_unref (ForeDeck *self);

guint fore_deck_get_n_slides (const ForeDeck *self);
guint fore_deck_get_n_columns (const ForeDeck *self);

/**
 * fore_deck_get_slide:
 * @index: less than fore_deck_get_n_slides()
 *
 * Returns: (transfer none): the slide
 */
ForeSlide *fore_deck_get_slide (const ForeDeck *self, guint index);

/**
 * fore_deck_get_position:
 * @column: (out) (optional): which column @index stands in
 * @row: (out) (optional): which row of it
 */
void
fore_deck_get_position (const ForeDeck *self, guint index, guint *column, guint *row);

/**
 * fore_deck_get_n_rows:
 *
 * Returns: how many slides @column holds; 0 if there is no such column
 */
guint fore_deck_get_n_rows (const ForeDeck *self, guint column);

/**
 * fore_deck_find_position:
 * @index: (out) (optional): the slide there
 *
 * Returns: whether there is a slide at that column and row
 */
gboolean
fore_deck_find_position (const ForeDeck *self, guint column, guint row, guint *index);

/**
 * fore_deck_get_lines:
 * @first: (out) (optional): the first line of the slide's source, its separator included;
 *   the first slide starts with the front matter
 * @n_lines: (out) (optional): how many lines; the ranges of all slides cover the text
 *   without gap or overlap
 */
void
fore_deck_get_lines (const ForeDeck *self, guint index, guint *first, guint *n_lines);

/**
 * fore_deck_get_content_line:
 *
 * Returns: the first line of the slide's own text that is not blank: where a caret should
 *   go that jumps there. Its first line if all are blank.
 */
guint fore_deck_get_content_line (const ForeDeck *self, guint index);

/**
 * fore_deck_find_line:
 * @line: a line, counted from 1; one past the end gives the last slide
 *
 * Returns: the index of the slide that @line belongs to
 */
guint fore_deck_find_line (const ForeDeck *self, guint line);

/**
 * fore_deck_find_id:
 *
 * Returns: whether a slide carries this `id`
 */
gboolean fore_deck_find_id (const ForeDeck *self, const char *id, guint *index);

/**
 * fore_deck_get_n_steps:
 *
 * Returns: how many steps the slide has, as reveal.js counts them; 0 if the deck has
 *   `fragments: false`
 */
guint fore_deck_get_n_steps (const ForeDeck *self, guint index);

/**
 * fore_deck_get_slide_title:
 *
 * Returns: the first heading, else the first text, else the title of its column, else ""
 */
const char *fore_deck_get_slide_title (const ForeDeck *self, guint index);

/**
 * fore_deck_get_title:
 *
 * Returns: (nullable): `title` of the front matter, else the first heading, else `NULL`
 */
const char *fore_deck_get_title (const ForeDeck *self);

/**
 * fore_deck_get_language:
 *
 * Returns: (nullable): `lang` of the front matter
 */
const char *fore_deck_get_language (const ForeDeck *self);

/**
 * fore_deck_get_description:
 *
 * Returns: (nullable): `description` of the front matter
 */
const char *fore_deck_get_description (const ForeDeck *self);

/**
 * fore_deck_get_tags:
 *
 * Returns: (array zero-terminated=1): `tags` of the front matter; may be empty
 */
const char *const *fore_deck_get_tags (const ForeDeck *self);

/**
 * fore_deck_is_right_to_left:
 *
 * Returns: whether the front matter says `dir: rtl`
 */
gboolean fore_deck_is_right_to_left (const ForeDeck *self);

/**
 * fore_deck_get_duration:
 *
 * Returns: how long the talk shall take, in seconds: `duration` of the front matter, else
 *   `allottedMinutes` (CodiMD), `timeForPresentation` (Advanced Slides) or `totalTime`
 *   (reveal.js); 0 where the deck says nothing
 */
gint64 fore_deck_get_duration (const ForeDeck *self);

ForeOptions *fore_deck_get_options (const ForeDeck *self);

/**
 * fore_deck_get_text:
 *
 * Returns: (transfer none): the text: valid UTF-8, lines ended by LF, no BOM
 */
GBytes *fore_deck_get_text (const ForeDeck *self);

guint fore_deck_get_n_words (const ForeDeck *self);

/**
 * fore_deck_get_n_diagnostics:
 * @least: count those of at least this severity
 */
guint fore_deck_get_n_diagnostics (const ForeDeck *self, int least);

/**
 * fore_deck_dup_diagnostics:
 *
 * Returns: (transfer full) (element-type ForeDiagnostic): all there is to tell the
 * author, by line of the file
 */
GPtrArray *fore_deck_dup_diagnostics (const ForeDeck *self);

/**
 * fore_deck_foreach_address:
 * @map: (scope call): called for every address in options, slides and notes; what it
 *   returns is freed and ignored
 */
void
fore_deck_foreach_address (const ForeDeck *self, ForeAddressMap map, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeDeck, fore_deck_unref)

G_END_DECLS
