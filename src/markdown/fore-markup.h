/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-address.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeAddressMap:
 * @address: an address as the author wrote it, entities and escapes decoded
 * @use: what it is for
 *
 * Decides what stands in the markup in place of @address: the stage puts its own scheme
 * there, an export a `data:` address.
 *
 * Returns: (transfer full) (nullable): the address to write, or `NULL` to keep @address
 */
typedef char *(*ForeAddressMap) (const char *address,
                                 ForeAddressUse use,
                                 gpointer user_data);

/**
 * ForeMarkup:
 *
 * Clean HTML made from a piece of Markdown, with what was learned while making it.
 *
 * Immutable and shared by reference. Nothing in it can run: every element, attribute and
 * address has passed the allow-list.
 */
typedef struct _ForeMarkup ForeMarkup;

#define FORE_TYPE_MARKUP (fore_markup_get_type ())

GType fore_markup_get_type (void) G_GNUC_CONST;

/**
 * ForeMarkupFlags:
 * @FORE_MARKUP_HARD_BREAKS: a line end in a paragraph is a line break, as in HedgeDoc
 */
typedef enum {
  FORE_MARKUP_NONE = 0,
  FORE_MARKUP_HARD_BREAKS = 1 << 0,
} ForeMarkupFlags;

/**
 * fore_markup_render:
 * @text: Markdown, valid UTF-8 without NUL, lines end in LF; need not end in NUL
 * @length: bytes in @text
 * @definitions: (nullable): link reference definitions from elsewhere in the deck, as
 *   Markdown; those in @text itself win
 *
 * Renders Markdown. Never fails: trouble becomes a diagnostic.
 *
 * Returns: (transfer full): the markup
 */
ForeMarkup *fore_markup_render (const char *text,
                                gsize length,
                                const char *definitions,
                                ForeMarkupFlags flags) G_GNUC_WARN_UNUSED_RESULT;

ForeMarkup *fore_markup_ref (ForeMarkup *self);
void fore_markup_unref (ForeMarkup *self);

/**
 * fore_markup_get_html:
 *
 * Returns: the HTML with all addresses as the author wrote them
 */
const char *fore_markup_get_html (const ForeMarkup *self);

/**
 * fore_markup_append_html:
 * @map: (nullable) (scope call): what to write for each address
 * @html: (inout): the HTML is added here
 *
 * Writes the HTML with each address replaced by what @map says, quoted for the place
 * where it stands: an attribute, CSS in an attribute, or CSS in a `style` element.
 */
void fore_markup_append_html (const ForeMarkup *self,
                              ForeAddressMap map,
                              gpointer user_data,
                              GString *html);

/**
 * fore_markup_append_slide_attributes:
 * @map: (nullable) (scope call): what to write for each address
 *
 * Writes what `.slide:` comments ask for, as ` name="value"` pairs in the order of their
 * first appearance; later comments have overridden earlier ones. Writes nothing if there
 * are none. `data-notes` is not among them: ask for it by name.
 */
void fore_markup_append_slide_attributes (const ForeMarkup *self,
                                          ForeAddressMap map,
                                          gpointer user_data,
                                          GString *html);

/**
 * fore_markup_append_wrapper_attributes:
 * @map: (nullable) (scope call): what to write for each address
 *
 * Writes what an `.element` comment asks for that stands before all else: attributes of
 * the `div` around the content, as ` name="value"` pairs. Nearly always nothing.
 */
void fore_markup_append_wrapper_attributes (const ForeMarkup *self,
                                            ForeAddressMap map,
                                            gpointer user_data,
                                            GString *html);

/**
 * fore_markup_get_slide_attribute:
 *
 * Returns: (nullable): the value that a `.slide:` comment gave to @name
 */
const char *fore_markup_get_slide_attribute (const ForeMarkup *self, const char *name);

/**
 * ForeDiagram:
 * @line: the line of the text that its fence starts on, counted from 1
 * @text: its kind, a line end and its source
 *
 * Something that a page has to draw.
 */
typedef struct {
  guint line;
  char *text;
} ForeDiagram;

/**
 * fore_markup_get_diagrams:
 *
 * Returns: (nullable) (element-type ForeDiagram): the diagrams, by line
 */
const GArray *fore_markup_get_diagrams (const ForeMarkup *self);

/**
 * fore_markup_add_slide_attributes:
 * @self: a new one, that nothing else has yet
 * @later: what stands below it on the same slide
 *
 * Adds what `.slide:` comments in @later ask for, which overrides what is there.
 */
void fore_markup_add_slide_attributes (ForeMarkup *self, const ForeMarkup *later);

/**
 * fore_markup_foreach_address:
 * @map: (scope call): called for every address, in order of appearance, those in
 * `.slide:` attributes last; what it returns is freed and ignored
 */
void fore_markup_foreach_address (const ForeMarkup *self,
                                  ForeAddressMap map,
                                  gpointer user_data);

/**
 * fore_markup_get_heading:
 *
 * Returns: (nullable): the plain text of the first heading that has any, blanks collapsed
 */
const char *fore_markup_get_heading (const ForeMarkup *self);

/**
 * fore_markup_get_first_text:
 *
 * Returns: (nullable): the first line of visible text of the first block that has any, at
 *   most 80 characters
 */
const char *fore_markup_get_first_text (const ForeMarkup *self);

/**
 * fore_markup_get_n_words:
 *
 * Returns: how many words a viewer can read
 */
guint fore_markup_get_n_words (const ForeMarkup *self);

/**
 * fore_markup_get_n_steps:
 *
 * Returns: how many steps reveal.js makes of it: fragments, those with the same
 *   `data-fragment-index` together, and the steps of code
 */
guint fore_markup_get_n_steps (const ForeMarkup *self);

/**
 * fore_markup_get_diagnostics:
 *
 * Returns: (element-type ForeDiagnostic) (nullable): what to tell the author, lines
 * counted from the start of the text as 1; `NULL` if nothing
 */
GPtrArray *fore_markup_get_diagnostics (const ForeMarkup *self);

/**
 * fore_markup_get_lacks_definitions:
 *
 * Returns: whether the text holds a `[reference]` that no definition was known for, so
 *   that rendering it again with other @definitions may give something else
 */
gboolean fore_markup_get_lacks_definitions (const ForeMarkup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeMarkup, fore_markup_unref)

G_END_DECLS
