/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeTagText:
 * @start: its first byte in the text that was scanned
 * @length: how many bytes
 *
 * A stretch of a text.
 */
typedef struct {
  const char *start;
  gsize length;
} ForeTagText;

/**
 * ForeScannedTag:
 * @name: what it is called, in lower case; empty for what a comment says to reveal.js
 * @start: where it starts in the text
 * @end: what follows it
 * @is_end: whether it is an end tag
 * @is_closed: whether it ends in `/>`
 * @attributes: what stands between name and end
 *
 * A tag as its author wrote it.
 */
typedef struct {
  char name[16];
  const char *start;
  const char *end;
  gboolean is_end;
  gboolean is_closed;
  ForeTagText attributes;
} ForeScannedTag;

/**
 * fore_tag_scan:
 * @at: (inout): where to look in a masked text; moves past the tag
 * @tag: (out): what was found
 *
 * Finds the next tag, or comment for reveal.js. What is between `<style>` and its end is
 * passed over.
 *
 * Returns: whether there is one
 */
gboolean fore_tag_scan (const char **at, ForeScannedTag *tag);

/**
 * fore_tag_find_attribute:
 * @value: (out): its value without quotes; empty if it has none
 *
 * Returns: whether the tag has an attribute of that name
 */
gboolean
fore_tag_find_attribute (const ForeScannedTag *tag, const char *name, ForeTagText *value);

G_END_DECLS
