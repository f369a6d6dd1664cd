/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fuzz-target.h"

#include <string.h>

/* A line is read as a shell reads it. */
static FuzzTarget *
read_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  FuzzTarget *self;
  int n_words;

  g_shell_parse_argv (line, &n_words, &words, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_words, ==, 4);
  self = g_new0 (FuzzTarget, 1);
  self->name = g_strdup (words[0]);
  self->before = g_strcompress (words[2]);
  self->after = g_strcompress (words[3]);
  self->run = strcmp (words[1], "deck") == 0 ? fuzz_deck : fuzz_markup;

  return self;
}

GPtrArray *
fuzz_target_read_all (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "targets.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) fuzz_target_free);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] != '#' && *lines[i] != '\0')
      g_ptr_array_add (targets, read_line (lines[i]));
  }

  return targets;
}

void
fuzz_target_run (const FuzzTarget *self, const guint8 *data, gsize size)
{
  self->run (self, data, size);
}

void
fuzz_target_free (FuzzTarget *self)
{
  g_free (self->name);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
