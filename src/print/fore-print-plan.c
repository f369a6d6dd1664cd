/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-print-plan.h"

#include "fore-scheme.h"

#include <math.h>

/* Units of 240 were no faster than of 24. */
#define N_PER_UNIT 24

struct _ForePrintPlan {
  ForeDeck *deck;
  const ForeExportOptions *options;
  GString *notes;
  GString *overlays;
};

ForePrintPlan *
fore_print_plan_new (ForeDeck *deck, const ForeExportOptions *options)
{
  ForePrintPlan *self = g_new0 (ForePrintPlan, 1);

  self->deck = fore_deck_ref (deck);
  self->options = options;
  self->notes = g_string_new (NULL);
  self->overlays = g_string_new (NULL);
  return self;
}

void
fore_print_plan_free (ForePrintPlan *self)
{
  if (self == NULL)
    return;

  fore_deck_unref (self->deck);
  g_string_free (self->notes, TRUE);
  g_string_free (self->overlays, TRUE);
  g_free (self);
}

static gboolean
is_on_paper (const ForePrintPlan *self)
{
  return self->options->per_page > 1 || self->options->notes == FORE_EXPORT_NOTES_BELOW;
}

void
fore_print_plan_get_page_size (const ForePrintPlan *self, double *width, double *height)
{
  static const struct {
    double width;
    double height;
  } papers[] = {
    [FORE_EXPORT_A4] = { 595.28, 841.89 },
    [FORE_EXPORT_LETTER] = { 612, 792 },
  };
  ForeOptions *options = fore_deck_get_options (self->deck);
  /* Slides are wider than high, and so are two of them above two. */
  gboolean is_landscape = self->options->per_page == 4;
  double short_side = papers[self->options->paper].width;
  double long_side = papers[self->options->paper].height;

  if (is_on_paper (self)) {
    *width = is_landscape ? long_side : short_side;
    *height = is_landscape ? short_side : long_side;
  } else {
    *width = ceil (fore_options_get_width (options));
    *height = ceil (fore_options_get_height (options));
  }
}

guint
fore_print_plan_get_n_per_unit (const ForePrintPlan *self)
{
  guint per_page = MAX (self->options->per_page, 1);

  return N_PER_UNIT / per_page * per_page;
}

static void
write_notes (ForePrintPlan *self, const ForePrintUnit *unit)
{
  g_string_truncate (self->notes, 0);
  if (self->options->notes == FORE_EXPORT_NOTES_NONE)
    return;
  for (guint i = 0; i < unit->n_slides; i++) {
    ForeSlide *slide = fore_deck_get_slide (self->deck, unit->slides[i]);
    ForeMarkup *notes = fore_slide_get_notes_markup (slide);

    if (notes == NULL)
      continue;
    g_string_append_printf (self->notes, "<div data-slide=\"%u\">", unit->slides[i]);
    fore_markup_append_html (notes, fore_scheme_map, GUINT_TO_POINTER (0), self->notes);
    g_string_append (self->notes, "</div>");
  }
}

static void
write_overlays (ForePrintPlan *self, const ForePrintUnit *unit)
{
  const ForeExportOptions *options = self->options;

  g_string_truncate (self->overlays, 0);
  for (guint i = 0; options->overlay != NULL && i < unit->n_slides; i++) {
    g_autofree char *svg = options->overlay (unit->slides[i], options->overlay_data);

    if (svg != NULL)
      g_string_append_printf (self->overlays, "<div data-slide=\"%u\">%s</div>",
                              unit->slides[i], svg);
  }
}

static void
fill_common (ForePrintPlan *self, const ForePrintUnit *unit, ForePageLayout *layout)
{
  ForeOptions *options = fore_deck_get_options (self->deck);

  write_overlays (self, unit);
  layout->slide_width = fore_options_get_width (options);
  layout->slide_height = fore_options_get_height (options);
  layout->per_page = MAX (self->options->per_page, 1);
  layout->steps = self->options->steps;
  layout->title = fore_export_options_get_title (self->options, self->deck);
  layout->overlays = self->overlays->str;
}

void
fore_print_plan_fill (ForePrintPlan *self,
                      const ForePrintUnit *unit,
                      ForePageLayout *layout)
{
  const ForeExportOptions *options = self->options;
  double width, height;

  g_return_if_fail (self != NULL);

  fill_common (self, unit, layout);
  write_notes (self, unit);
  fore_print_plan_get_page_size (self, &width, &height);
  layout->width = (guint) floor (width);
  layout->height = (guint) floor (height);
  layout->notes = self->notes->str;
  layout->fit = options->fit == FORE_EXPORT_FIT_CONTINUE ? "continue" : "scale";
  if (options->per_page > 1)
    layout->form = "handout";
  else if (options->notes == FORE_EXPORT_NOTES_BELOW)
    layout->form = "below";
  else if (options->notes == FORE_EXPORT_NOTES_PAGE)
    layout->form = "page";
  else
    layout->form = "plain";
}

void
fore_print_plan_fill_picture (ForePrintPlan *self,
                              const ForePrintUnit *unit,
                              ForePageLayout *layout,
                              guint width)
{
  g_return_if_fail (self != NULL);

  fill_common (self, unit, layout);
  layout->width = width;
  layout->height =
    (guint) MAX (round (width * layout->slide_height / layout->slide_width), 1);
  layout->notes = "";
  /* As the preview shows it. */
  layout->fit = "none";
  layout->form = "plain";
}
