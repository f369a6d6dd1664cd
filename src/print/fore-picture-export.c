/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* While the page draws the next slide, the picture of the last is being written: that
 * takes as long. There are never more than two of them. */

#include "fore-picture-export.h"

#include "fore-contact-sheet.h"
#include "fore-error.h"
#include "fore-file-write.h"
#include "fore-picture-file.h"
#include "fore-print-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_WIDTH 1920
#define MAX_WRITING 2

typedef struct {
  ForeDeck *deck;
  ForeExportOptions *options;
  ForeExportFormat format;
  GFile *file;
  ForePrintPlan *plan;
  ForePrintPage *page;
  ForePrintSheets *sheets;
  GArray *slides;
  ForeContactSheet *contact_sheet; /* NULL if each slide is a picture */
  GTask *task;

  guint width;
  guint n_digits;
  guint n_writing;
  guint n_written;
  GError *error; /* the first */
  gboolean drawn;
  ForePrintNext next; /* set while the job has to wait */
  gpointer next_data;
} Export;

typedef struct {
  cairo_surface_t *picture;
  ForeExportFormat format;
  GFile *file;
} Writing;

static void
export_free (Export *self)
{
  g_clear_object (&self->page);
  g_clear_object (&self->file);
  g_clear_pointer (&self->contact_sheet, fore_contact_sheet_free);
  g_clear_pointer (&self->plan, fore_print_plan_free);
  g_clear_pointer (&self->options, fore_export_options_free);
  g_clear_pointer (&self->sheets, fore_print_sheets_free);
  g_clear_pointer (&self->slides, g_array_unref);
  g_clear_error (&self->error);
  fore_deck_unref (self->deck);
  g_free (self);
}

static void
writing_free (Writing *self)
{
  cairo_surface_destroy (self->picture);
  g_object_unref (self->file);
  g_free (self);
}

/* --- writing --- */

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Writing *self = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = fore_picture_encode (self->picture, self->format, &error);

  if (bytes != NULL && fore_file_write (self->file, bytes, NULL, g_get_user_cache_dir (),
                                        NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finish_if_done (Export *self)
{
  GTask *task = self->task;

  if (!self->drawn || self->n_writing > 0)
    return;
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_int (task, self->n_written);
  g_object_unref (task);
}

static void
let_go_on (Export *self)
{
  ForePrintNext next = self->next;

  if (next == NULL)
    return;
  self->next = NULL;
  next (self->next_data, self->error != NULL ? g_error_copy (self->error) : NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  GError *error = NULL;

  self->n_writing--;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    self->n_written++;
  else if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  let_go_on (self);
  finish_if_done (self);
}

static void
write_picture (Export *self, cairo_surface_t *picture, GFile *file)
{
  g_autoptr (GTask) task =
    g_task_new (NULL, g_task_get_cancellable (self->task), written_cb, self);
  Writing *writing = g_new0 (Writing, 1);

  g_task_set_source_tag (task, write_picture);
  writing->picture = cairo_surface_reference (picture);
  writing->format = self->format;
  writing->file = g_object_ref (file);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  self->n_writing++;
  g_task_run_in_thread (task, write_thread);
}

/* --- names --- */

static GFile *
create_file (Export *self, const ForePrintUnit *unit)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autoptr (GString) numbered = g_string_new (name);
  const char *ending = strrchr (name, '.');
  gsize at = ending != NULL ? (gsize) (ending - name) : strlen (name);
  g_autofree char *number =
    g_strdup_printf ("-%0*u", (int) self->n_digits, unit->slides[0] + 1);

  if (self->slides->len == 1 && unit->step < 0)
    return g_object_ref (self->file);
  g_string_insert (numbered, (gssize) at, number);
  if (unit->step >= 0) {
    g_autofree char *step = g_strdup_printf ("-%d", unit->step);

    g_string_insert (numbered, (gssize) (at + strlen (number)), step);
  }
  return g_file_get_child (folder, numbered->str);
}

/* --- drawing --- */

static void
plan_unit (const ForePrintUnit *unit, ForePageLayout *layout, gpointer data)
{
  Export *self = data;
  guint width = self->contact_sheet != NULL
                  ? fore_contact_sheet_get_tile_width (self->contact_sheet)
                  : self->width;

  fore_print_plan_fill_picture (self->plan, unit, layout, width);
}

static void
take_picture (const ForePrintUnit *unit,
              gpointer result,
              ForePrintNext next,
              gpointer next_data,
              gpointer data)
{
  Export *self = data;
  ForePageLayout layout = { 0 };
  cairo_surface_t *picture;

  plan_unit (unit, &layout, self);
  picture = fore_picture_from_texture (result, layout.width, layout.height);
  self->next = next;
  self->next_data = next_data;
  if (self->contact_sheet != NULL) {
    fore_contact_sheet_add (self->contact_sheet, picture, unit->slides[0] + 1);
  } else {
    g_autoptr (GFile) file = create_file (self, unit);

    write_picture (self, picture, file);
  }
  cairo_surface_destroy (picture);
  if (self->n_writing < MAX_WRITING)
    let_go_on (self);
}

static gboolean
check_complete (Export *self, GError **error)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  if (!self->options->strict || self->sheets->losses->len == 0)
    return TRUE;
  lines = fore_print_sheets_dup_messages (self->sheets);
  text = g_strjoinv ("\n", lines);
  g_set_error (error, FORE_ERROR, FORE_ERROR_INCOMPLETE,
               _ ("The deck would not be complete:\n%s"), text);
  return FALSE;
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  GError *error = NULL;

  self->drawn = TRUE;
  if (!fore_print_job_run_finish (result, &error) || !check_complete (self, &error)) {
    if (self->error == NULL)
      self->error = g_steal_pointer (&error);
    g_clear_error (&error);
  } else if (self->contact_sheet != NULL) {
    write_picture (self, fore_contact_sheet_get_picture (self->contact_sheet),
                   self->file);
  }
  finish_if_done (self);
}

static Export *
export_new (ForeDeck *deck,
            ForeAssets *assets,
            const ForeExportOptions *options,
            ForeExportFormat format,
            GFile *file,
            GError **error)
{
  Export *self = g_new0 (Export, 1);
  double ratio = fore_options_get_height (fore_deck_get_options (deck)) /
                 fore_options_get_width (fore_deck_get_options (deck));

  self->deck = fore_deck_ref (deck);
  self->options = fore_export_options_copy (options);
  self->format = format;
  self->file = g_object_ref (file);
  self->width = options->width > 0 ? options->width : DEFAULT_WIDTH;
  self->n_digits =
    MAX ((guint) g_snprintf (NULL, 0, "%u", fore_deck_get_n_slides (deck)), 2);
  self->slides = fore_export_options_find_slides (options, deck, error);
  if (self->slides == NULL)
    return self;
  if (options->contact_sheet)
    self->contact_sheet =
      fore_contact_sheet_new (self->width, ratio, self->slides->len, error);
  if (options->contact_sheet && self->contact_sheet == NULL)
    return self;
  self->plan = fore_print_plan_new (deck, self->options);
  self->sheets = fore_print_sheets_new ();
  self->page = fore_print_page_new (assets);
  return self;
}

void
fore_picture_export_async (ForeDeck *deck,
                           ForeAssets *assets,
                           const ForeExportOptions *options,
                           ForeExportFormat format,
                           GFile *file,
                           ForeExportProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Export *self;
  GError *error = NULL;
  ForePrintJob job;

  g_return_if_fail (deck != NULL);
  g_return_if_fail (FORE_IS_ASSETS (assets));
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_picture_export_async);
  self = export_new (deck, assets, options, format, file, &error);
  self->task = task;
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  if (error != NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  job = (ForePrintJob){
    .page = self->page,
    .deck = deck,
    .slides = self->slides,
    .sheets = self->sheets,
    .n_per_unit = 1,
    .by_step = options->steps && !options->contact_sheet,
    .progress = progress,
    .progress_data = progress_data,
    .plan = plan_unit,
    .drawn = take_picture,
    .data = self,
  };
  fore_print_job_run_async (&job, cancellable, drawn_cb, self);
}

guint
fore_picture_export_finish (GAsyncResult *result,
                            char ***messages,
                            gboolean *complete,
                            GError **error)
{
  Export *self;
  gssize n_written;

  g_return_val_if_fail (g_task_is_valid (result, NULL), 0);

  self = g_task_get_task_data (G_TASK (result));
  n_written = g_task_propagate_int (G_TASK (result), error);
  if (n_written < 0)
    return 0;
  if (messages != NULL)
    *messages = fore_print_sheets_dup_messages (self->sheets);
  if (complete != NULL)
    *complete = self->sheets->losses->len == 0;
  return (guint) n_written;
}
