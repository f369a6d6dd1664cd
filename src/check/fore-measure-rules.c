/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Contrast is that of the Web Content Accessibility Guidelines 2.1, 1.4.3. That text
 * should have a fortieth of the slide's height is the old rule of thumb for the last row:
 * it is then as large as a book's, held at arm's length. */

#include "fore-measure-rules.h"

#include "fore-element-place.h"

#include <glib/gi18n.h>
#include <math.h>

/* Less than this is the rounding of an engine. */
#define LEAST_PIXELS 2.0
#define LEAST_TEXT 0.025
#define LEAST_CONTRAST 4.5
#define LEAST_CONTRAST_LARGE 3.0
#define BOLD 700

typedef struct {
  const ForeOptions *options;
  const char *content;
  guint n_above;
  GPtrArray *findings;
} Judge;

static ForePlace
find_place (const Judge *self, const ForeElement *element)
{
  ForePlace place = fore_element_find_place (element, self->content);

  place.line += self->n_above;

  return place;
}

/* --- overflow --- */

static double
get_most (const ForeOverflow *overflow)
{
  return MAX (MAX (overflow->left, overflow->right),
              MAX (overflow->top, overflow->bottom));
}

static char *
describe_overflow (const Judge *self, const ForeOverflow *overflow)
{
  double most = get_most (overflow);
  gboolean across = most == overflow->left || most == overflow->right;
  double whole = across ? fore_options_get_width (self->options)
                        : fore_options_get_height (self->options);
  int pixels = (int) lround (most);
  int percent = MAX ((int) lround (100 * most / whole), 1);

  if (overflow->is_clipped)
    /* Translators: pixels, and their share of the slide in percent */
    return g_strdup_printf (_ ("%d px of this (%d %% of the slide) are cut off: the box "
                               "around it shows no more."),
                            pixels, percent);
  if (most == overflow->bottom)
    return g_strdup_printf (_ ("From here on, %d px (%d %%) are below the bottom "
                               "edge of the slide."),
                            pixels, percent);
  if (most == overflow->top)
    return g_strdup_printf (_ ("This is %d px (%d %%) above the top edge of the slide."),
                            pixels, percent);
  if (most == overflow->right)
    return g_strdup_printf (_ ("This is %d px (%d %%) beyond the right edge of the "
                               "slide."),
                            pixels, percent);
  return g_strdup_printf (_ ("This is %d px (%d %%) beyond the left edge of the slide."),
                          pixels, percent);
}

static void
check_overflow (const Judge *self, const ForeOverflow *overflow)
{
  ForePlace place = find_place (self, &overflow->element);
  g_autofree char *text = describe_overflow (self, overflow);
  ForeFixes fixes = FORE_FIX_SHRINK;
  ForeDiagnostic *finding;

  if (!overflow->is_clipped && get_most (overflow) == overflow->bottom)
    fixes |= FORE_FIX_SPLIT | FORE_FIX_COLUMNS;
  if (overflow->step > 0)
    finding = fore_diagnostic_new (
      FORE_SEVERITY_WARNING, "overflow", place.line, place.column,
      /* Translators: what is wrong, and the number of the step with which it appears */
      _ ("%s It appears with step %u."), text, overflow->step);
  else
    finding = fore_diagnostic_new (FORE_SEVERITY_WARNING, "overflow", place.line,
                                   place.column, "%s", text);
  g_ptr_array_add (self->findings, fore_diagnostic_add_fixes (finding, fixes));
}

/* One of each slide: what is furthest out, with the first step that shows it. */
static void
check_overflows (const Judge *self, const GArray *overflows)
{
  const ForeOverflow *worst = NULL;

  for (guint i = 0; i < overflows->len; i++) {
    const ForeOverflow *overflow = &g_array_index (overflows, ForeOverflow, i);

    if (get_most (overflow) > LEAST_PIXELS &&
        (worst == NULL || get_most (overflow) > get_most (worst) + LEAST_PIXELS))
      worst = overflow;
  }
  if (worst != NULL)
    check_overflow (self, worst);
}

/* --- text --- */

static void
check_size (const Judge *self, const GArray *looks)
{
  const ForeTextLook *smallest = NULL;
  double height = fore_options_get_height (self->options);
  ForePlace place;

  for (guint i = 0; i < looks->len; i++) {
    const ForeTextLook *look = &g_array_index (looks, ForeTextLook, i);

    if (look->size > 0 && look->size < LEAST_TEXT * height - 0.05 &&
        (smallest == NULL || look->size < smallest->size))
      smallest = look;
  }
  if (smallest == NULL)
    return;
  place = find_place (self, &smallest->element);
  g_ptr_array_add (
    self->findings,
    fore_diagnostic_new (
      FORE_SEVERITY_WARNING, "small-text", place.line, place.column,
      /* Translators: the size of text, the same in percent of the height of the slide,
       * and the least size that can be read */
      _ ("Text of %.0f px is %.1f %% of the slide’s height, too small for the last row. "
         "Make it at least %.0f px."),
      smallest->size, 100 * smallest->size / height, ceil (LEAST_TEXT * height)));
}

static double
get_luminance (const double *colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++) {
    double part = colour[i] / 255;

    sum +=
      weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }

  return sum;
}

static double
get_contrast (const ForeTextLook *look)
{
  double a = get_luminance (look->colour);
  double b = get_luminance (look->background);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* 18 points, or 14 in bold. */
static double
get_least_contrast (const ForeTextLook *look)
{
  gboolean is_large = look->size >= 24 || (look->size >= 18.66 && look->weight >= BOLD);

  return is_large ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
}

static void
report_contrast (const Judge *self, const ForeTextLook *look)
{
  ForePlace place = find_place (self, &look->element);

  if (look->is_background_known)
    g_ptr_array_add (
      self->findings,
      fore_diagnostic_new (
        FORE_SEVERITY_WARNING, "low-contrast", place.line, place.column,
        /* Translators: the contrast of text, and the least it should have */
        _ ("This text has a contrast of %.1f : 1 with what is behind it. "
           "It takes %.1f : 1 to be read easily."),
        floor (get_contrast (look) * 10) / 10, get_least_contrast (look)));
  else
    g_ptr_array_add (self->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_INFO, "unknown-contrast", place.line, place.column,
                       _ ("Whether this text can be read on the picture behind it, only "
                          "eyes can tell.")));
}

/* One of each kind on a slide, the worst. */
static void
check_contrast (const Judge *self, const GArray *looks)
{
  const ForeTextLook *worst = NULL;
  const ForeTextLook *unknown = NULL;

  for (guint i = 0; i < looks->len; i++) {
    const ForeTextLook *look = &g_array_index (looks, ForeTextLook, i);

    if (!look->is_background_known) {
      if (unknown == NULL)
        unknown = look;
    } else if (get_contrast (look) < get_least_contrast (look) - 0.05 &&
               (worst == NULL || get_contrast (look) < get_contrast (worst))) {
      worst = look;
    }
  }
  if (worst != NULL)
    report_contrast (self, worst);
  if (unknown != NULL)
    report_contrast (self, unknown);
}

void
fore_measure_rules_check (const ForeSlideMeasure *measure,
                          const ForeOptions *options,
                          const char *content,
                          guint n_above,
                          GPtrArray *findings)
{
  const Judge judge = { options, content, n_above, findings };

  check_overflows (&judge, measure->overflows);
  check_size (&judge, measure->looks);
  check_contrast (&judge, measure->looks);
}
