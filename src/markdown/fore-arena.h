/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ForeArena:
 *
 * Memory for many small things that are all given back at once.
 */
typedef struct {
  /*< private >*/
  GPtrArray *chunks;
  char *at;
  gsize left;
  gsize next_size;
} ForeArena;

/**
 * fore_arena_init:
 * @size: about how many bytes will be needed
 */
void fore_arena_init (ForeArena *self, gsize size);

void fore_arena_clear (ForeArena *self);

/**
 * fore_arena_allocate:
 *
 * Returns: @size zeros for as long as the arena lives, aligned for anything
 */
gpointer fore_arena_allocate (ForeArena *self, gsize size);

G_END_DECLS
