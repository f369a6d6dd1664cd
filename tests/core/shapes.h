/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Shape:
 * @name: what it is called
 * @head: comes first
 * @unit: comes as often as fits; `{n}` in it stands for which time it is
 * @middle: comes once after that
 * @closing: (nullable): comes as often as @unit
 *
 * A text that is slow to read for a parser that is not careful.
 */
typedef struct {
  const char *name;
  const char *head;
  const char *unit;
  const char *middle;
  const char *closing;
} Shape;

/* Ends with a shape without a name. */
extern const Shape shapes[];

/**
 * shape_make:
 * @size: bytes, about
 *
 * Returns: (transfer full): a text of the shape, of that size
 */
char *shape_make (const Shape *self, gsize size, gsize *length);

G_END_DECLS
