/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <cmark-gfm-extension_api.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeEmbedKind:
 * @name: what stands behind `{%`, also the class of its element
 * @attribute: the attribute that holds what stands behind that
 * @prefix: what makes it an address, from its start
 * @title: what to call it
 *
 * A service whose pages a deck can show a card of.
 */
typedef struct {
  const char *name;
  const char *attribute;
  const char *prefix;
  const char *title;
} ForeEmbedKind;

/**
 * fore_embed_new:
 *
 * `{%youtube … %}`, `{%vimeo … %}`, `{%gist … %}`, `{%slideshare … %}`,
 * `{%speakerdeck … %}` and `{%pdf … %}` (HedgeDoc 1.x).
 *
 * Returns: (transfer full): the extension
 */
cmark_syntax_extension *fore_embed_new (void);

/**
 * fore_embed_read:
 * @data: the data of a node of #FORE_SPAN_EMBED
 * @value: (out): what stands behind the name
 *
 * Returns: the kind
 */
const ForeEmbedKind *fore_embed_read (const char *data, const char **value);

G_END_DECLS
