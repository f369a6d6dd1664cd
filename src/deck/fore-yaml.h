/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a front matter may hold at most; more than any person writes. */
#define FORE_YAML_MAX_DEPTH 16
#define FORE_YAML_MAX_NODES 10000

/**
 * ForeYamlKind:
 *
 * What a node of YAML is. A plain scalar has the type that YAML 1.2's core schema gives
 * it (HedgeDoc 1.x: js-yaml 4): `yes` and `on` are strings.
 */
typedef enum {
  FORE_YAML_NULL,
  FORE_YAML_BOOLEAN,
  FORE_YAML_NUMBER,
  FORE_YAML_STRING,
  FORE_YAML_LIST,
  FORE_YAML_MAPPING,
} ForeYamlKind;

/**
 * ForeYaml:
 * @kind: what it is
 * @line: where it starts, counted from 1 in the YAML text
 * @column: where in the line, counted from 1
 * @text: for scalars: as written, without quotes
 * @number: for numbers and booleans: the value
 * @names: (element-type ForeYaml) (nullable): for mappings: the keys
 * @items: (element-type ForeYaml) (nullable): for lists and mappings: the values
 *
 * A node of a YAML document.
 */
typedef struct {
  ForeYamlKind kind;
  guint line;
  guint column;
  char *text;
  double number;
  GPtrArray *names;
  GPtrArray *items;
} ForeYaml;

/**
 * ForeYamlError:
 * @line: where, counted from 1 in the YAML text
 * @column: where in the line, counted from 1, or 0
 * @message: what was found, and while reading what; translated as far as it is ours
 *
 * Why a YAML text could not be read to its end.
 */
typedef struct {
  guint line;
  guint column;
  char *message;
} ForeYamlError;

/**
 * fore_yaml_parse:
 * @error: (out): why it stopped; its `message` is `NULL` if it did not, and is the
 * caller's to free otherwise
 *
 * Reads one YAML document. Anchors, aliases and tags are errors, and so is what exceeds
 * the limits. What was read before an error is kept.
 *
 * Returns: (transfer full): the root; of kind %FORE_YAML_NULL if there is nothing
 */
ForeYaml *fore_yaml_parse (const char *text, gsize length, ForeYamlError *error);

void fore_yaml_free (ForeYaml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeYaml, fore_yaml_free)

G_END_DECLS
