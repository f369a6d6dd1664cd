/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FuzzTarget:
 * @name: what it is called, and its folder of kept inputs
 * @before: what stands before the bytes
 * @after: what stands after them
 *
 * A place for any bytes in a deck, as `targets.txt` lists them.
 */
typedef struct _FuzzTarget FuzzTarget;

struct _FuzzTarget {
  char *name;
  char *before;
  char *after;

  /*< private >*/
  void (*run) (const FuzzTarget *self, const guint8 *data, gsize size);
};

void fuzz_target_free (FuzzTarget *self);

/**
 * fuzz_target_read_all:
 * @folder: where `targets.txt` is
 *
 * Returns: (transfer full) (element-type FuzzTarget): all of them
 */
GPtrArray *fuzz_target_read_all (const char *folder);

/**
 * fuzz_target_run:
 * @data: any bytes
 *
 * Shows what becomes of @data. Aborts if that is not as it should be.
 */
void fuzz_target_run (const FuzzTarget *self, const guint8 *data, gsize size);

/* What a target may be: a whole deck, before an edit and after it; or a slide's text. */
void fuzz_deck (const FuzzTarget *self, const guint8 *data, gsize size);
void fuzz_markup (const FuzzTarget *self, const guint8 *data, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FuzzTarget, fuzz_target_free)

G_END_DECLS
