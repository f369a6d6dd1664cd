/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What libFuzzer drives. It keeps the arguments to itself, so that the environment says
 * which target it is. */

#include "fuzz-target.h"

#include <string.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static GPtrArray *targets;
static const FuzzTarget *target;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  const char *name = g_getenv ("FOREDECK_FUZZ_TARGET");

  targets = fuzz_target_read_all (g_getenv ("FOREDECK_FUZZ_FOLDER"));
  for (guint i = 0; i < targets->len; i++) {
    const FuzzTarget *one = g_ptr_array_index (targets, i);

    if (g_strcmp0 (one->name, name) == 0)
      target = one;
  }
  g_assert_nonnull (target);

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  fuzz_target_run (target, data, size);

  return 0;
}
