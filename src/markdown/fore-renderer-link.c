/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-image-size.h"
#include "fore-renderer-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_title (ForeRenderer *self, cmark_node *node)
{
  const char *title = cmark_node_get_title (node);

  if (title != NULL && title[0] != '\0')
    fore_html_add_attribute (self->html, "title", title);
}

static void
add_size (ForeRenderer *self, cmark_node *image)
{
  const ForeImageSize *size = fore_image_size_get (image);

  if (size != NULL && size->width[0] != '\0')
    fore_html_add_attribute (self->html, "width", size->width);
  if (size != NULL && size->height[0] != '\0')
    fore_html_add_attribute (self->html, "height", size->height);
}

static void
report_address (ForeRenderer *self, const char *url, ForeAddressVerdict verdict)
{
  ForeReport *report = &self->rendering->report;

  if (verdict == FORE_ADDRESS_REFUSED)
    fore_report_add (report, FORE_SEVERITY_WARNING, "address-removed", self->line,
                     _ ("“%s” is not an address that a deck may use"), url);
  else if (verdict == FORE_ADDRESS_BARE)
    fore_report_add (report, FORE_SEVERITY_INFO, "bare-relative-address", self->line,
                     _ ("HedgeDoc shows “%s” only with “./” before it"), url);
}

/* The address of a link or picture, as an attribute, if it may stand in a page. */
static void
add_address (ForeRenderer *self, cmark_node *node, const char *name, ForeAddressUse use)
{
  const char *url = cmark_node_get_url (node);
  ForeAddressVerdict verdict;
  char *address = fore_address_clean (url, use, &verdict);

  report_address (self, url, verdict);
  if (address != NULL)
    fore_html_add_address_attribute (self->html, name, use, address);
}

/* Markdown makes no link of an address that could run something: what the author wrote is
 * shown. Was it in angle brackets, the address is the text. */
static void
write_refused_link (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  const char *url = cmark_node_get_url (node);
  cmark_node *child = cmark_node_first_child (node);
  gboolean is_automatic = child != NULL && child == cmark_node_last_child (node) &&
                          g_strcmp0 (cmark_node_get_literal (child), url) == 0;

  if (is_automatic) {
    fore_renderer_add_text (self, entering ? "<" : ">");
  } else if (entering) {
    fore_renderer_add_text (self,
                            cmark_node_get_type (node) == CMARK_NODE_IMAGE ? "![" : "[");
  } else {
    fore_renderer_add_text (self, "](");
    fore_renderer_add_text (self, url);
    fore_renderer_add_text (self, ")");
  }

  if (entering)
    report_address (self, url, FORE_ADDRESS_REFUSED);
}

void
fore_renderer_write_link (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (self->image_depth > 0)
    return;
  if (fore_address_is_active (cmark_node_get_url (node))) {
    write_refused_link (self, node, entering);
    return;
  }

  if (!entering) {
    fore_html_add_end_tag (self->html, "a");
    return;
  }

  fore_html_start_tag (self->html, "a");
  add_address (self, node, "href", FORE_ADDRESS_LINK);
  add_title (self, node);
  fore_html_finish_tag (self->html);
}

void
fore_renderer_write_image (ForeRenderer *self, cmark_node *node, gboolean entering)
{
  if (fore_address_is_active (cmark_node_get_url (node))) {
    if (self->image_depth == 0)
      write_refused_link (self, node, entering);
    return;
  }

  if (!entering)
    self->image_depth--;

  if (self->image_depth == 0 && entering) {
    fore_html_start_tag (self->html, "img");
    add_address (self, node, "src", FORE_ADDRESS_IMAGE);
    fore_html_start_attribute (self->html, "alt");
  } else if (self->image_depth == 0) {
    fore_html_finish_attribute (self->html);
    add_title (self, node);
    add_size (self, node);
    fore_html_finish_tag (self->html);
  }

  if (entering)
    self->image_depth++;
}
