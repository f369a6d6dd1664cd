/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-pdf-export.h"

#include "fore-error.h"
#include "fore-pdf-file.h"
#include "fore-print-plan.h"

#include <glib/gi18n.h>

typedef struct {
  ForeDeck *deck;
  ForeExportOptions *options;
  ForePrintPlan *plan;
  ForePrintPage *page;
  ForePrintSheets *sheets;
  GArray *slides;
  GPtrArray *parts; /* of GBytes */
} Export;

typedef struct {
  GBytes *document;
  char **messages;
  gboolean complete;
} Result;

static void
export_free (Export *self)
{
  g_clear_object (&self->page);
  g_clear_pointer (&self->plan, fore_print_plan_free);
  g_clear_pointer (&self->options, fore_export_options_free);
  g_clear_pointer (&self->sheets, fore_print_sheets_free);
  g_clear_pointer (&self->slides, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  fore_deck_unref (self->deck);
  g_free (self);
}

static void
result_free (Result *self)
{
  g_clear_pointer (&self->document, g_bytes_unref);
  g_strfreev (self->messages);
  g_free (self);
}

/* --- putting it together --- */

/* One entry for each slide; those of a stack stand below the first of it. */
static GPtrArray *
create_bookmarks (const Export *self)
{
  GPtrArray *bookmarks = fore_pdf_bookmarks_new ();
  guint column_before = G_MAXUINT;

  for (guint i = 0; i < self->slides->len; i++) {
    guint index = g_array_index (self->slides, guint, i);
    g_autofree char *number = g_strdup_printf (_ ("Slide %u"), index + 1);
    const char *title = fore_deck_get_slide_title (self->deck, index);
    guint column, page;

    if (!fore_print_sheets_find_slide (self->sheets, index, &page))
      continue;
    fore_deck_get_position (self->deck, index, &column, NULL);
    fore_pdf_bookmarks_add (bookmarks, *title != '\0' ? title : number, page,
                            column == column_before);
    column_before = column;
  }
  return bookmarks;
}

/* Builds that have to be the same each time say what time it is. */
static gint64
get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 time;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &time, NULL))
    return time;
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
join_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *self = task_data;
  g_autoptr (GPtrArray) bookmarks = create_bookmarks (self);
  ForePdfInfo info = {
    .title = fore_export_options_get_title (self->options, self->deck),
    .language = fore_deck_get_language (self->deck),
    .creator = "Foredeck " FORE_VERSION,
    .time = get_time (),
    .bookmarks = bookmarks,
  };
  GError *error = NULL;
  GBytes *document;
  Result *result;

  fore_print_plan_get_page_size (self->plan, &info.width, &info.height);
  document = fore_pdf_join (self->parts, self->sheets, &info, &error);
  if (document == NULL) {
    g_task_return_error (task, error);
    return;
  }
  result = g_new0 (Result, 1);
  result->document = document;
  result->messages = fore_print_sheets_dup_messages (self->sheets);
  result->complete = self->sheets->losses->len == 0;
  g_task_return_pointer (task, result, (GDestroyNotify) result_free);
}

/* --- printing --- */

static void
plan_unit (const ForePrintUnit *unit, ForePageLayout *layout, gpointer data)
{
  Export *self = data;

  fore_print_plan_fill (self->plan, unit, layout);
}

static void
take_part (const ForePrintUnit *unit,
           gpointer result,
           ForePrintNext next,
           gpointer next_data,
           gpointer data)
{
  Export *self = data;

  g_ptr_array_add (self->parts, g_bytes_ref (result));
  next (next_data, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!fore_print_job_run_finish (result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  /* The page is large, and has done its work. */
  g_clear_object (&self->page);
  if (self->options->strict && self->sheets->losses->len > 0) {
    g_auto (GStrv) lines = fore_print_sheets_dup_messages (self->sheets);
    g_autofree char *text = g_strjoinv ("\n", lines);

    g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_INCOMPLETE,
                             _ ("The deck would not be complete:\n%s"), text);
    return;
  }
  g_task_run_in_thread (task, join_thread);
}

void
fore_pdf_export_async (ForeDeck *deck,
                       ForeAssets *assets,
                       const ForeExportOptions *options,
                       ForeExportProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Export *self;
  GError *error = NULL;
  ForePrintJob job = { 0 };

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_pdf_export_async);
  self = g_new0 (Export, 1);
  self->deck = fore_deck_ref (deck);
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  self->options = fore_export_options_copy (options);
  self->slides = fore_export_options_find_slides (options, deck, &error);
  if (self->slides == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  self->plan = fore_print_plan_new (deck, self->options);
  self->page = fore_print_page_new (assets);
  self->sheets = fore_print_sheets_new ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  job = (ForePrintJob){
    .page = self->page,
    .deck = deck,
    .slides = self->slides,
    .sheets = self->sheets,
    .n_per_unit = fore_print_plan_get_n_per_unit (self->plan),
    .progress = progress,
    .progress_data = progress_data,
    .plan = plan_unit,
    .drawn = take_part,
    .data = self,
  };
  fore_print_plan_get_page_size (self->plan, &job.page_width, &job.page_height);
  job.page_height += FORE_PDF_SPARE;
  fore_print_job_run_async (&job, cancellable, printed_cb, task);
}

GBytes *
fore_pdf_export_finish (GAsyncResult *result,
                        char ***messages,
                        gboolean *complete,
                        GError **error)
{
  Result *value;
  GBytes *document;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  value = g_task_propagate_pointer (G_TASK (result), error);
  if (value == NULL)
    return NULL;
  document = g_bytes_ref (value->document);
  if (messages != NULL)
    *messages = g_steal_pointer (&value->messages);
  if (complete != NULL)
    *complete = value->complete;
  result_free (value);
  return document;
}
