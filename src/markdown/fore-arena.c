/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-arena.h"

#define ALIGNMENT 16
#define CHUNK_MIN (8 * 1024)
#define CHUNK_MAX (1024 * 1024)

void
fore_arena_init (ForeArena *self, gsize size)
{
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->at = NULL;
  self->left = 0;
  self->next_size = CLAMP (size, CHUNK_MIN, CHUNK_MAX);
}

void
fore_arena_clear (ForeArena *self)
{
  g_clear_pointer (&self->chunks, g_ptr_array_unref);
}

static void
add_chunk (ForeArena *self, gsize size)
{
  self->left = MAX (size, self->next_size);
  self->at = g_malloc0 (self->left);
  self->next_size = MIN (self->next_size * 2, CHUNK_MAX);
  g_ptr_array_add (self->chunks, self->at);
}

gpointer
fore_arena_allocate (ForeArena *self, gsize size)
{
  gpointer allocated;

  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  if (size > self->left)
    add_chunk (self, size);

  allocated = self->at;
  self->at += size;
  self->left -= size;

  return allocated;
}
