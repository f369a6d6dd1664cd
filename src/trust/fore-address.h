/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeAddressUse:
 * @FORE_ADDRESS_LINK: only followed when somebody clicks on it: `a href`
 * @FORE_ADDRESS_IMAGE: drawn: `img src`, a poster, a background, CSS `url()`
 * @FORE_ADDRESS_MEDIA: played: `video src`, `audio src`, a background film
 * @FORE_ADDRESS_FONT: a font of CSS `@font-face`
 * @FORE_ADDRESS_FRAME: another page: `iframe src`
 *
 * What the page does with an address.
 */
typedef enum {
  FORE_ADDRESS_LINK,
  FORE_ADDRESS_IMAGE,
  FORE_ADDRESS_MEDIA,
  FORE_ADDRESS_FONT,
  FORE_ADDRESS_FRAME,
} ForeAddressUse;

/**
 * ForeAddressVerdict:
 * @FORE_ADDRESS_REFUSED: must not stand in a page
 * @FORE_ADDRESS_ACCEPTED: may stand in a page
 * @FORE_ADDRESS_BARE: may stand in a page, but is relative without a leading `./`, which
 *   HedgeDoc removes
 */
typedef enum {
  FORE_ADDRESS_REFUSED,
  FORE_ADDRESS_ACCEPTED,
  FORE_ADDRESS_BARE,
} ForeAddressVerdict;

/**
 * fore_address_clean:
 * @address: an address as an author wrote it, entities and escapes decoded
 * @verdict: (out) (optional): what was thought of it
 *
 * Judges an address as a browser would read it: blanks and control characters around it,
 * tabs and line ends inside it do not hide a scheme.
 *
 * Links may have the schemes that HedgeDoc 1.x accepts; what the page loads by itself
 * must be `http:`, `https:` or relative. Images may also be `data:image/…`, unless they
 * have more than %FORE_PICTURE_MAX_PIXELS, fonts `data:` with a type that fonts have.
 *
 * Returns: (transfer full) (nullable): the address without the characters that browsers
 *   ignore, or `NULL` if it is refused
 */
char *fore_address_clean (const char *address,
                          ForeAddressUse use,
                          ForeAddressVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_address_is_active:
 * @address: an address as an author wrote it
 *
 * Returns: whether @address could run a program or read a file: `javascript:`,
 *   `vbscript:`, `file:`, and `data:` that is not an image. Markdown does not make links
 *   of these (HedgeDoc 1.x: markdown-it).
 */
gboolean fore_address_is_active (const char *address);

G_END_DECLS
