/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What cannot be tried from outside: that pictures are what the preview shows, and what
 * becomes of a page that is lost. */

#include "stage-fixture.h"

#include "fore-pdf-export.h"
#include "fore-pdf-file.h"
#include "fore-picture-export.h"
#include "fore-picture-file.h"
#include "fore-print-job.h"
#include "fore-print-plan.h"

#define WIDTH 960
#define HEIGHT 700

static const char deck_text[] =
  "---\n"
  "slideOptions:\n"
  "  theme: sky\n"
  "  controls: false\n"
  "  progress: false\n"
  "  slideNumber: c/t\n"
  "  parallaxBackgroundImage: ./back.svg\n"
  "  parallaxBackgroundSize: 2000px 1400px\n"
  "---\n"
  "<style>.reveal h1 { color: #0f5fe1 }</style>\n"
  "# One\n\nSome text, and `code`.\n"
  "\n----\n\n"
  "<!-- .slide: data-background=\"#224466\" -->\n"
  "## Two\n\n- a\n- b <!-- .element: class=\"fragment\" -->\n"
  "\n---\n\n"
  "<!-- .slide: data-background=\"./back.svg\" -->\n"
  "## Three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
  "\n---\n\n"
  "## Four <!-- .element: class=\"r-fit-text\" -->\n\n"
  "![](back.svg) <!-- .element: class=\"r-stretch\" -->\n";

static const char drawing[] =
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"280\">"
  "<rect width=\"400\" height=\"280\" fill=\"#fed\"/>"
  "<circle cx=\"120\" cy=\"140\" r=\"90\" fill=\"#7ac\"/></svg>";

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

typedef struct {
  gboolean done;
  guint n_written;
  GBytes *document;
  char **messages;
  gboolean complete;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->messages, g_strfreev);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
wait_for (const Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

/* --- pictures --- */

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->n_written = fore_picture_export_finish (result, &outcome->messages,
                                                   &outcome->complete, &outcome->error);
  outcome->done = TRUE;
}

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) user_data =
    fore_stage_snapshot_finish (FORE_STAGE (source), result, &error);
  g_assert_no_error (error);
}

static GdkTexture *
take_preview (ForeStage *stage, guint index)
{
  GdkTexture *texture = NULL;

  fore_stage_snapshot_async (stage, index, NULL, snapshot_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);

  return texture;
}

/* Returns: of a thousand pixels, how many are clearly not the same. */
static guint
compare (GdkTexture *one, GdkTexture *other)
{
  cairo_surface_t *a = fore_picture_from_texture (one, WIDTH, HEIGHT);
  cairo_surface_t *b = fore_picture_from_texture (other, WIDTH, HEIGHT);
  const guint8 *x = cairo_image_surface_get_data (a);
  const guint8 *y = cairo_image_surface_get_data (b);
  gsize size = (gsize) cairo_image_surface_get_stride (a) * HEIGHT;
  gsize n_apart = 0;

  for (gsize i = 0; i < size; i += 4)
    n_apart += ABS (x[i] - y[i]) > 24 || ABS (x[i + 1] - y[i + 1]) > 24 ||
               ABS (x[i + 2] - y[i + 2]) > 24;
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);

  return (guint) (n_apart * 1000 / (size / 4));
}

static void
test_picture_is_preview (StageFixture *fixture, gconstpointer data)
{
  ForeExportOptions options = { .width = WIDTH };
  g_autoptr (ForeDeck) deck = parse (deck_text);
  g_autofree char *path = g_build_filename (fixture->path, "slide.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (Outcome) outcome = { 0 };

  stage_fixture_write (fixture, "back.svg", drawing);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  fore_stage_set_deck (fixture->stage, deck);
  fore_picture_export_async (deck, fixture->assets, &options, FORE_EXPORT_PNG, file, NULL,
                             NULL, NULL, drawn_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.n_written, ==, 4);
  g_assert_true (outcome.complete);

  for (guint i = 0; i < 4; i++) {
    g_autofree char *name = g_strdup_printf ("slide-0%u.png", i + 1);
    g_autofree char *picture_path = g_build_filename (fixture->path, name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GdkTexture) picture = gdk_texture_new_from_filename (picture_path, &error);
    guint apart = 1000;

    g_assert_no_error (error);
    /* The preview is painted while what is behind a slide may still be on its way. */
    for (guint attempt = 0; apart > 5 && attempt < 10; attempt++) {
      g_autoptr (GdkTexture) preview = take_preview (fixture->stage, i);

      g_assert_cmpint (gdk_texture_get_width (preview), ==, WIDTH);
      apart = compare (picture, preview);
    }
    g_test_message ("slide %u: %u of 1000 pixels differ", i + 1, apart);
    g_assert_cmpuint (apart, <=, 5);
  }
}

/* --- overlays --- */

static char *
draw_over (guint index, gpointer user_data)
{
  if (index != 1)
    return NULL;
  return g_strdup ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 700\">"
                   "<rect width=\"960\" height=\"700\" fill=\"#ff0000\"/></svg>");
}

static void
test_overlay (StageFixture *fixture, gconstpointer data)
{
  ForeExportOptions options = { .width = WIDTH, .slides = "2", .overlay = draw_over };
  g_autoptr (ForeDeck) deck = parse (deck_text);
  g_autofree char *path = g_build_filename (fixture->path, "over.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };
  cairo_surface_t *surface;
  const guint32 *pixels;

  fore_picture_export_async (deck, fixture->assets, &options, FORE_EXPORT_PNG, file, NULL,
                             NULL, NULL, drawn_cb, &outcome);
  wait_for (&outcome);
  picture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  surface = fore_picture_from_texture (picture, WIDTH, HEIGHT);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixels[WIDTH * 350 + 480] & 0xffffff, ==, 0xff0000);
  cairo_surface_destroy (surface);
}

/* --- pages that are lost --- */

typedef struct {
  ForePrintPage *page;
  ForePrintPlan *plan;
  guint deadly;
  guint n_parts;
} Loss;

static gboolean
kill_cb (gpointer user_data)
{
  fore_print_page_give_up (user_data);
  return G_SOURCE_REMOVE;
}

/* As if the web process died of one slide. */
static void
plan_death (const ForePrintUnit *unit, ForePageLayout *layout, gpointer data)
{
  Loss *loss = data;

  fore_print_plan_fill (loss->plan, unit, layout);
  for (guint i = 0; i < unit->n_slides; i++) {
    if (unit->slides[i] == loss->deadly)
      g_idle_add_full (G_PRIORITY_HIGH, kill_cb, loss->page, NULL);
  }
}

static void
count_part (const ForePrintUnit *unit,
            gpointer result,
            ForePrintNext next,
            gpointer next_data,
            gpointer data)
{
  ((Loss *) data)->n_parts++;
  next (next_data, NULL);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->complete = fore_print_job_run_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
test_lost_page (StageFixture *fixture, gconstpointer data)
{
  ForeExportOptions options = { 0 };
  g_autoptr (ForeDeck) deck = parse ("# 1\n\n---\n\n# 2\n\n---\n\n# 3\n\n---\n\n# 4\n\n"
                                     "---\n\n# 5\n");
  g_autoptr (GArray) slides = fore_export_options_find_slides (&options, deck, NULL);
  g_autoptr (ForePrintPlan) plan = fore_print_plan_new (deck, &options);
  g_autoptr (ForePrintPage) page = fore_print_page_new (fixture->assets);
  g_autoptr (ForePrintSheets) sheets = fore_print_sheets_new ();
  Loss loss = { .page = page, .plan = plan, .deadly = 2 };
  ForePrintJob job = {
    .page = page,
    .deck = deck,
    .slides = slides,
    .sheets = sheets,
    .n_per_unit = 5,
    .page_width = WIDTH,
    .page_height = HEIGHT,
    .plan = plan_death,
    .drawn = count_part,
    .data = &loss,
  };
  g_auto (Outcome) outcome = { 0 };
  guint sheet;

  fore_print_job_run_async (&job, NULL, ran_cb, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (sheets->sheets->len, ==, 4);
  g_assert_false (fore_print_sheets_find_slide (sheets, 2, &sheet));
  g_assert_cmpuint (sheets->losses->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (sheets->losses, 0), "Slide 3"));
  g_assert_cmpuint (loss.n_parts, >, 1);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->document = fore_pdf_export_finish (result, &outcome->messages,
                                              &outcome->complete, &outcome->error);
  outcome->done = TRUE;
}

static void
cancel_cb (guint n_done, guint n_all, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (StageFixture *fixture, gconstpointer data)
{
  ForeExportOptions options = { 0 };
  g_autoptr (ForeDeck) deck = parse (deck_text);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  fore_pdf_export_async (deck, fixture->assets, &options, cancel_cb, cancellable,
                         cancellable, printed_cb, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome.document);
}

/* --- documents --- */

static void
test_broken_part (void)
{
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (ForePrintSheets) sheets = fore_print_sheets_new ();
  g_autoptr (GPtrArray) bookmarks = fore_pdf_bookmarks_new ();
  ForePdfInfo info = { .title = "", .creator = "", .height = 1, .bookmarks = bookmarks };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  g_ptr_array_add (parts, g_bytes_new_static ("no document", 11));
  document = fore_pdf_join (parts, sheets, &info, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
}

static void
test_answers (void)
{
  g_autoptr (ForePrintSheets) sheets = fore_print_sheets_new ();
  const ForePrintSheet *sheet;
  const ForePrintLink *link;
  guint found;

  fore_print_sheets_add (sheets, "link 1 2 3 4 slide 1\n" /* on no sheet */
                                 "steps 3\n"
                                 "shrunk 4 50\n"
                                 "missing 2 fore://stage/deck/a%20b.png#2\n"
                                 "missing 2 fore://stage/remote/https/host/x.png\n"
                                 "sheet 0 1\n"
                                 "link 1 2.5 3 4 slide 1\n"
                                 "link 1 2 3 uri x\n"
                                 "link 1 2 3 4 uri https://example.org/a b\n"
                                 "nonsense\n"
                                 "sheet 2");
  g_assert_cmpuint (sheets->sheets->len, ==, 2);
  g_assert_cmpuint (sheets->n_steps, ==, 3);
  g_assert_cmpuint (sheets->remarks->len, ==, 1);
  g_assert_cmpuint (sheets->losses->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (sheets->losses, 0), "a%20b.png”"));
  g_assert_nonnull (strstr (g_ptr_array_index (sheets->losses, 1), "https://host/x.png"));
  sheet = g_ptr_array_index (sheets->sheets, 0);
  g_assert_cmpuint (sheet->links->len, ==, 2);
  link = g_ptr_array_index (sheet->links, 0);
  g_assert_cmpfloat (link->top, ==, 2.5);
  g_assert_null (link->uri);
  g_assert_true (fore_print_sheets_find_slide (sheets, 1, &found));
  g_assert_cmpuint (found, ==, 0);
  g_assert_false (fore_print_sheets_find_slide (sheets, 3, &found));
}

int
main (int argc, char *argv[])
{
  const gpointer preview = GINT_TO_POINTER (FORE_STAGE_PREVIEW);

  stage_fixture_init (&argc, &argv);

#define add(path, test)                                                                  \
  g_test_add (path, StageFixture, preview, stage_fixture_set_up, test,                   \
              stage_fixture_tear_down)
  add ("/print/picture-is-preview", test_picture_is_preview);
  add ("/print/overlay", test_overlay);
  add ("/print/lost-page", test_lost_page);
  add ("/print/cancelled", test_cancelled);
#undef add
  g_test_add_func ("/print/broken-part", test_broken_part);
  g_test_add_func ("/print/answers", test_answers);

  return g_test_run ();
}
