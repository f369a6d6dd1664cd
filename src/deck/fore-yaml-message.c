/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* libyaml speaks English only. What it says of a text is listed here, so that translators
 * find it; what they do not have, or what a later libyaml says, stays as it is. */

#include "fore-yaml-message.h"

#include <glib/gi18n.h>

static const char *const messages[] = {
  N_ ("block sequence entries are not allowed in this context"),
  N_ ("control characters are not allowed"),
  N_ ("could not find expected ':'"),
  N_ ("could not find expected directive name"),
  N_ ("did not find expected '!'"),
  N_ ("did not find expected ',' or ']'"),
  N_ ("did not find expected ',' or '}'"),
  N_ ("did not find expected '-' indicator"),
  N_ ("did not find expected <document start>"),
  N_ ("did not find expected alphabetic or numeric character"),
  N_ ("did not find expected comment or line break"),
  N_ ("did not find expected digit or '.' character"),
  N_ ("did not find expected hexdecimal number"),
  N_ ("did not find expected key"),
  N_ ("did not find expected node content"),
  N_ ("did not find expected tag URI"),
  N_ ("did not find expected version number"),
  N_ ("did not find expected whitespace"),
  N_ ("did not find expected whitespace or line break"),
  N_ ("did not find the expected '>'"),
  N_ ("found a tab character that violates indentation"),
  N_ ("found a tab character where an indentation space is expected"),
  N_ ("found an indentation indicator equal to 0"),
  N_ ("found character that cannot start any token"),
  N_ ("found duplicate %TAG directive"),
  N_ ("found duplicate %YAML directive"),
  N_ ("found incompatible YAML document"),
  N_ ("found invalid Unicode character escape code"),
  N_ ("found undefined tag handle"),
  N_ ("found unexpected ':'"),
  N_ ("found unexpected document indicator"),
  N_ ("found unexpected end of stream"),
  N_ ("found unexpected non-alphabetical character"),
  N_ ("found unknown directive name"),
  N_ ("found unknown escape character"),
  N_ ("mapping keys are not allowed in this context"),
  N_ ("mapping values are not allowed in this context"),
  N_ ("while parsing a block collection"),
  N_ ("while parsing a block mapping"),
  N_ ("while parsing a block node"),
  N_ ("while parsing a flow mapping"),
  N_ ("while parsing a flow node"),
  N_ ("while parsing a flow sequence"),
  N_ ("while parsing a node"),
  N_ ("while parsing a quoted scalar"),
  N_ ("while parsing a tag"),
  N_ ("while scanning a block scalar"),
  N_ ("while scanning a directive"),
  N_ ("while scanning a plain scalar"),
  N_ ("while scanning a quoted scalar"),
  N_ ("while scanning a simple key"),
  N_ ("while scanning a tag"),
  N_ ("while scanning an alias"),
  N_ ("while scanning an anchor"),
  N_ ("while scanning for the next token"),
};

const char *
fore_yaml_message_translate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++) {
    if (g_str_equal (messages[i], text))
      return _ (messages[i]);
  }

  return text;
}
