/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-area.h"
#include "stage-fixture.h"

/* Where the core says that a slide lies, beside where reveal.js has put it. */

static void
test_area (StageFixture *fixture, gconstpointer data)
{
  static const char *const options[] = {
    "theme: white",
    "width: 1600\n  height: 900",
    "width: 400\n  height: 1200",
    "margin: 0",
    "margin: 0.3",
    "width: 100\n  height: 100",
    "width: 100\n  height: 100\n  maxScale: 10",
    "width: 9000\n  height: 9000",
    "width: 9000\n  height: 9000\n  minScale: 0.01",
    "width: \"80%\"\n  height: \"62.5%\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    g_autofree char *text =
      g_strdup_printf ("---\nslideOptions:\n  %s\n---\n# One\n", options[i]);
    g_autofree char *got = NULL;
    double x, y, width, height;
    ForeSlideArea area;

    stage_fixture_show_text (fixture, text);
    fore_slide_area_init (&area,
                          fore_deck_get_options (fore_stage_get_deck (fixture->stage)),
                          gtk_widget_get_width (GTK_WIDGET (fixture->stage)),
                          gtk_widget_get_height (GTK_WIDGET (fixture->stage)));
    got = stage_fixture_evaluate (
      fixture->view, "const { x, y, width, height } ="
                     "  document.querySelector ('.slides').getBoundingClientRect ();"
                     "return [x, y, width, height].join (' ');");
    g_test_message ("%s: %s", options[i], got);
    g_assert_cmpint (sscanf (got, "%lf %lf %lf %lf", &x, &y, &width, &height), ==, 4);
    /* The page lays out in 64ths of a pixel, before it scales. */
    g_assert_cmpfloat_with_epsilon (x, area.x, 0.5);
    g_assert_cmpfloat_with_epsilon (y, area.y, 0.5);
    g_assert_cmpfloat_with_epsilon (width, area.width, 0.5);
    g_assert_cmpfloat_with_epsilon (height, area.height, 0.5);
  }
}

int
main (int argc, char **argv)
{
  stage_fixture_init (&argc, &argv);
  g_test_add ("/slide-area/show", StageFixture, GINT_TO_POINTER (FORE_STAGE_SHOW),
              stage_fixture_set_up, test_area, stage_fixture_tear_down);
  g_test_add ("/slide-area/preview", StageFixture, GINT_TO_POINTER (FORE_STAGE_PREVIEW),
              stage_fixture_set_up, test_area, stage_fixture_tear_down);

  return g_test_run ();
}
