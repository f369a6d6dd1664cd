/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-markup.h"

G_BEGIN_DECLS

/**
 * ForeHtml:
 * @markup: the HTML so far
 *
 * HTML while it is written, and where in it addresses stand, so that it can be written
 * once more with others in their place.
 *
 * This is the only thing that writes markup. Whatever is added is escaped for its place;
 * tag and attribute names are taken as they are and must come from an allow-list.
 */
typedef struct {
  GString *markup;

  /*< private >*/
  GArray *references;
  GArray *holes;
} ForeHtml;

/**
 * fore_html_init:
 * @size: about how many bytes will be written
 */
void fore_html_init (ForeHtml *self, gsize size);

void fore_html_clear (ForeHtml *self);

/**
 * fore_html_trim:
 *
 * Gives memory back that was reserved for writing.
 */
void fore_html_trim (ForeHtml *self);

/* Tags: start, then attributes, then finish. */
void fore_html_start_tag (ForeHtml *self, const char *name);
void fore_html_finish_tag (ForeHtml *self);
void fore_html_add_end_tag (ForeHtml *self, const char *name);

/**
 * fore_html_add_tag:
 *
 * Adds a start tag without attributes.
 */
void fore_html_add_tag (ForeHtml *self, const char *name);

void fore_html_add_attribute (ForeHtml *self, const char *name, const char *value);

/**
 * fore_html_add_address_attribute:
 * @address: (transfer full): an address that may stand in a page
 */
void fore_html_add_address_attribute (ForeHtml *self,
                                      const char *name,
                                      ForeAddressUse use,
                                      char *address);

/* An attribute in pieces: start, then text, then finish. */
void fore_html_start_attribute (ForeHtml *self, const char *name);
void fore_html_add_attribute_text (ForeHtml *self, const char *text, gsize length);
void fore_html_finish_attribute (ForeHtml *self);

/**
 * fore_html_add_list_address:
 * @address: (transfer full): an address that may stand in a page
 *
 * Adds an address to an attribute that holds several, between blanks and commas.
 */
void fore_html_add_list_address (ForeHtml *self, ForeAddressUse use, char *address);

/**
 * fore_html_add_css_address:
 * @in_sheet: whether in a `style` element, not in an attribute
 * @address: (transfer full): an address that may stand in a page
 *
 * Adds an address between the double quotes of a CSS string.
 */
void fore_html_add_css_address (ForeHtml *self,
                                gboolean in_sheet,
                                ForeAddressUse use,
                                char *address);

void fore_html_add_text (ForeHtml *self, const char *text, gsize length);

/**
 * fore_html_add_style_text:
 * @css: CSS for the content of a `style` element, in whole tokens
 */
void fore_html_add_style_text (ForeHtml *self, const char *css, gsize length);

void fore_html_add_comment (ForeHtml *self, const char *text, gsize length);

/**
 * fore_html_add_source:
 *
 * Adds HTML as an author wrote it. What this went into must be cleaned before anybody
 * sees it.
 */
void fore_html_add_source (ForeHtml *self, const char *source, gsize length);

/**
 * fore_html_add_hole:
 * @number: which hole it is
 *
 * Leaves a place for HTML that was made and checked elsewhere, which cleaning need not
 * read again. Until it is filled, a mark stands there that reads as text.
 */
void fore_html_add_hole (ForeHtml *self, guint number);

/**
 * fore_html_find_hole:
 * @text: (inout): where to look in a text that was read from HTML; set to what follows
 *   the mark
 * @number: (out): which hole it is
 *
 * Finds the mark of a hole. An author can write one too; that gets him nothing that he
 * could not write otherwise.
 *
 * Returns: (nullable): the start of the mark
 */
const char *fore_html_find_hole (const char **text, guint *number);

/**
 * fore_html_fill:
 * @fillings: (element-type GRefString): what belongs into each hole, by number
 *
 * Puts HTML into all holes.
 */
void fore_html_fill (ForeHtml *self, const GPtrArray *fillings);

/**
 * fore_html_add_line_end:
 *
 * Ends the line, unless nothing stands on it.
 */
void fore_html_add_line_end (ForeHtml *self);

/**
 * fore_html_write:
 * @map: (nullable) (scope call): what to write for each address
 * @html: (inout): where to write
 *
 * Writes the HTML with each address replaced by what @map says.
 */
void fore_html_write (const ForeHtml *self,
                      ForeAddressMap map,
                      gpointer user_data,
                      GString *html);

/**
 * fore_html_foreach_address:
 * @map: (scope call): called for every address in order; what it returns is freed
 */
void
fore_html_foreach_address (const ForeHtml *self, ForeAddressMap map, gpointer user_data);

G_END_DECLS
