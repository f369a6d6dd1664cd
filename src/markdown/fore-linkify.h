/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeLink:
 * @start: the first byte of the address
 * @length: bytes in it
 * @prefix: what goes before it to make it a whole address: `http://`, `mailto:` or
 *   nothing
 *
 * An address in plain text.
 */
typedef struct {
  const char *start;
  gsize length;
  const char *prefix;
} ForeLink;

/**
 * ForeLinkScanner:
 *
 * Finds addresses in plain text that are to be links: with a scheme, of e-mail, and bare
 * host names such as `media.ccc.de` (HedgeDoc 1.x: linkify-it with the host names that it
 * knows without being told).
 */
typedef struct {
  /*< private >*/
  const char *at;
  const char *end;
  ForeLink mail;
  gboolean looked_for_mail;
} ForeLinkScanner;

/**
 * fore_link_scanner_init:
 * @text: plain text, valid UTF-8; must outlive @self
 */
void fore_link_scanner_init (ForeLinkScanner *self, const char *text, gsize length);

/**
 * fore_link_scanner_next:
 * @link: (out): the next address
 *
 * Returns: whether there is one
 */
gboolean fore_link_scanner_next (ForeLinkScanner *self, ForeLink *link);

/**
 * fore_link_measure:
 * @text: plain text
 *
 * Returns: the length of the address with a scheme and `//` that @text starts with, or 0
 */
gsize fore_link_measure (const char *text, gsize length);

/**
 * fore_link_decode:
 *
 * Returns: (transfer full) (nullable): @address with percent-encodings resolved where
 *   they mean nothing in an address, for people to read; `NULL` if it reads the same
 */
char *fore_link_decode (const char *address);

G_END_DECLS
