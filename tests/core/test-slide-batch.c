/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-batch.h"
#include "fore-slide.h"

#include <string.h>

/* Enough for several threads, and for the second engine for formulas. */
#define N_SLIDES 900

static char *
write_slide (guint index)
{
  switch (index % 6) {
  case 0:
  case 1:
    return g_strdup_printf ("# Formula %u\n\n$x_{%u}$ and $\\frac{%u}{2}$\n", index,
                            index, index);
  case 2:
    return g_strdup_printf ("# Code %u\n\n```c\nint a = %u;\n```\n", index, index);
  case 3:
    return g_strdup_printf ("# Both %u\n\n```sh\necho $a $b%u\n```\n\n$y^{%u}$\n", index,
                            index, index);
  case 4:
    return g_strdup_printf ("# Price %u\n\n$%u\n", index, index);
  default:
    return g_strdup_printf ("# Text %u\n\n*one* two\n", index);
  }
}

static void
check (guint n_slides)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree ForeSlideSource *sources = g_new0 (ForeSlideSource, n_slides);
  g_autofree ForeSlide **slides = g_new0 (ForeSlide *, n_slides);

  for (guint i = 0; i < n_slides; i++) {
    char *text = write_slide (i);

    g_ptr_array_add (texts, text);
    sources[i].text = text;
    sources[i].length = strlen (text);
    sources[i].n_lines = 3;
  }
  fore_slide_batch_make (sources, n_slides, slides);

  for (guint i = 0; i < n_slides; i++) {
    g_autoptr (ForeSlide) slide = slides[i];
    g_autoptr (ForeSlide) alone = fore_slide_new (&sources[i], NULL);
    g_autoptr (GString) html = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (NULL);

    g_assert_nonnull (slide);
    fore_slide_append_section (slide, TRUE, NULL, NULL, html);
    fore_slide_append_section (alone, TRUE, NULL, NULL, expected);
    g_assert_cmpstr (html->str, ==, expected->str);
    if (i % 6 < 2)
      g_assert_nonnull (strstr (html->str, "<span class=\"katex\">"));
    if (i % 6 == 2)
      g_assert_nonnull (strstr (html->str, "hljs-type"));
  }
}

static void
test_batch_sizes (void)
{
  const guint sizes[] = { 0, 1, 2, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check (sizes[i]);
}

static void
test_batch_many (void)
{
  check (N_SLIDES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* The large one first: engines are started, and nothing is known, only once. */
  g_test_add_func ("/slide-batch/many", test_batch_many);
  g_test_add_func ("/slide-batch/sizes", test_batch_sizes);

  return g_test_run ();
}
