/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-area.h"

#include <math.h>
#include <stdlib.h>

static double
get_number (const ForeOptions *options, const char *name)
{
  return g_ascii_strtod (fore_options_get_json (options, name), NULL);
}

/* A number, or a share of what there is, in quotes: "90%", of which only the whole number
 * counts. */
static double
get_size (const ForeOptions *options, const char *name, double available)
{
  const char *json = fore_options_get_json (options, name);

  if (*json == '"')
    return atoi (json + 1) / 100.0 * available;

  return g_ascii_strtod (json, NULL);
}

void
fore_slide_area_init (ForeSlideArea *self,
                      const ForeOptions *options,
                      double width,
                      double height)
{
  double margin, across, down, scale;
  double slide_width, slide_height;

  g_return_if_fail (self != NULL);
  g_return_if_fail (options != NULL);

  margin = fore_options_get_margin (options);
  across = width * (1 - margin);
  down = height * (1 - margin);
  slide_width = get_size (options, "width", across);
  slide_height = get_size (options, "height", down);

  scale = 1;
  if (slide_width > 0 && slide_height > 0)
    scale = MIN (across / slide_width, down / slide_height);
  scale = MAX (scale, get_number (options, "minScale"));
  scale = MIN (scale, get_number (options, "maxScale"));
  /* So does reveal.js. */
  scale = floor (scale * 100 + 0.5) / 100;

  self->width = slide_width * scale;
  self->height = slide_height * scale;
  self->x = (width - self->width) / 2;
  self->y = (height - self->height) / 2;
}
