/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A queue of units, done one after the other: load the deck if the page does not hold it,
 * lay the unit out, draw it, hand it over. Whenever a step fails, or nothing is heard of
 * the page for too long, the page is ended and loads the deck again; a unit of several
 * slides goes back into the queue as two halves, and a unit of one slide is given up. So
 * one bad slide costs a few tries and itself, and never the rest. */

#include "fore-print-job.h"

#include "fore-error.h"

#include <glib/gi18n.h>

/* A deck that its page cannot even hold will not be held the third time. */
#define MAX_LOADS_FAILED 2

typedef struct {
  guint first; /* in the list of slides to do */
  guint n;
  int step;
} Unit;

typedef struct {
  ForePrintJob job;
  GQueue units;
  Unit *current;
  char *answer;
  guint n_done;
  guint n_drawn;
  guint n_loads_failed;
  gboolean loaded;
  guint patience;
  gulong progress_handler;
} Run;

static void go_on (GTask *task);

static void
run_free (Run *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_signal_handler (&self->progress_handler, self->job.page);
  g_queue_clear_full (&self->units, g_free);
  g_free (self->current);
  g_free (self->answer);
  g_free (self);
}

static void
push (Run *self, guint first, guint n, int step, gboolean in_front)
{
  Unit unit = { first, n, step };
  gpointer copy = g_memdup2 (&unit, sizeof unit);

  if (in_front)
    g_queue_push_head (&self->units, copy);
  else
    g_queue_push_tail (&self->units, copy);
}

static ForePrintUnit
describe (const Run *self)
{
  return (ForePrintUnit){
    .slides = &g_array_index (self->job.slides, guint, self->current->first),
    .n_slides = self->current->n,
    .step = self->current->step,
  };
}

/* --- patience --- */

static gboolean
impatient_cb (gpointer user_data)
{
  Run *self = user_data;

  self->patience = 0;
  fore_print_page_give_up (self->job.page);
  return G_SOURCE_REMOVE;
}

static void
wait_on (Run *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience =
    g_timeout_add_seconds (FORE_PRINT_PATIENCE_SECONDS, impatient_cb, self);
}

static void
progress_cb (gpointer user_data)
{
  wait_on (user_data);
}

/* --- units --- */

static void
tell_progress (Run *self)
{
  if (self->job.progress != NULL)
    self->job.progress (self->n_done, self->job.slides->len, self->job.progress_data);
}

/* The unit is through, for better or worse. */
static void
leave_unit (Run *self)
{
  const Unit *unit = self->current;
  gboolean more =
    self->job.by_step && unit->step >= 0 && unit->step < (int) self->job.sheets->n_steps;

  if (more)
    push (self, unit->first, unit->n, unit->step + 1, TRUE);
  else
    self->n_done += unit->n;
  g_clear_pointer (&self->current, g_free);
  tell_progress (self);
}

static void
give_unit_up (Run *self)
{
  Unit *unit = g_steal_pointer (&self->current);
  guint half = unit->n / 2;

  if (unit->n > 1) {
    push (self, unit->first + half, unit->n - half, unit->step, TRUE);
    push (self, unit->first, half, unit->step, TRUE);
  } else {
    fore_print_sheets_add_failed (self->job.sheets,
                                  g_array_index (self->job.slides, guint, unit->first));
    self->n_done++;
    tell_progress (self);
  }
  g_free (unit);
}

/* Something went wrong with the page; what it was is of no use to anybody. */
static void
start_over (GTask *task, const GError *error)
{
  Run *self = g_task_get_task_data (task);

  g_debug ("Printing: %s", error->message);
  self->loaded = FALSE;
  if (self->current != NULL)
    give_unit_up (self);
  go_on (task);
}

static void
next (gpointer user_data, GError *error)
{
  g_autoptr (GTask) task = user_data;

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  leave_unit (g_task_get_task_data (task));
  go_on (task);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *self = g_task_get_task_data (task);
  ForePrintPage *page = self->job.page;
  ForePrintUnit unit = describe (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (self->job.page_width > 0)
    bytes = fore_print_page_print_finish (page, result, &error);
  else
    texture = fore_print_page_snapshot_finish (page, result, &error);
  if (error != NULL) {
    start_over (task, error);
    return;
  }

  g_clear_handle_id (&self->patience, g_source_remove);
  fore_print_sheets_add (self->job.sheets, self->answer);
  self->n_drawn++;
  self->job.drawn (&unit, bytes != NULL ? (gpointer) bytes : (gpointer) texture, next,
                   g_steal_pointer (&task), self->job.data);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *self = g_task_get_task_data (task);
  ForePrintPage *page = self->job.page;
  GCancellable *cancellable;
  g_autoptr (GError) error = NULL;

  g_free (self->answer);
  self->answer = fore_print_page_lay_out_finish (page, result, &error);
  if (self->answer == NULL) {
    start_over (task, error);
    return;
  }
  wait_on (self);
  cancellable = g_task_get_cancellable (task);
  if (self->job.page_width > 0)
    fore_print_page_print_async (page, self->job.page_width, self->job.page_height,
                                 cancellable, drawn_cb, g_steal_pointer (&task));
  else
    fore_print_page_snapshot_async (page, cancellable, drawn_cb, g_steal_pointer (&task));
}

static void
begin_unit (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  g_autoptr (GString) slides = g_string_new (NULL);
  ForePageLayout layout = { 0 };
  ForePrintUnit unit;

  self->current = g_queue_pop_head (&self->units);
  unit = describe (self);
  for (guint i = 0; i < unit.n_slides; i++)
    g_string_append_printf (slides, "%s%u", i > 0 ? " " : "", unit.slides[i]);
  layout.step = unit.step;
  layout.first = self->job.sheets->sheets->len + 1;
  self->job.plan (&unit, &layout, self->job.data);
  layout.slides = slides->str;
  fore_print_page_lay_out_async (self->job.page, &layout, g_task_get_cancellable (task),
                                 laid_out_cb, g_object_ref (task));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->loaded = fore_print_page_load_finish (self->job.page, result, &error);
  if (!self->loaded && ++self->n_loads_failed >= MAX_LOADS_FAILED) {
    g_task_return_error (task, error);
    return;
  }
  if (!self->loaded) {
    start_over (task, error);
    g_error_free (error);
    return;
  }
  self->n_loads_failed = 0;
  go_on (task);
}

static void
go_on (GTask *task)
{
  Run *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (g_queue_is_empty (&self->units)) {
    if (self->n_drawn > 0)
      g_task_return_boolean (task, TRUE);
    else
      g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_PAGE,
                               _ ("None of the slides could be drawn."));
    return;
  }
  wait_on (self);
  if (self->loaded)
    begin_unit (task);
  else
    fore_print_page_load_async (self->job.page, self->job.deck,
                                g_task_get_cancellable (task), loaded_cb,
                                g_object_ref (task));
}

void
fore_print_job_run_async (const ForePrintJob *job,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *self;

  g_return_if_fail (job != NULL);
  g_return_if_fail (job->slides->len > 0);
  g_return_if_fail (job->n_per_unit > 0);

  task = g_task_new (job->page, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_print_job_run_async);
  self = g_new0 (Run, 1);
  self->job = *job;
  g_queue_init (&self->units);
  for (guint i = 0; i < job->slides->len; i += job->n_per_unit)
    push (self, i, MIN (job->n_per_unit, job->slides->len - i), job->by_step ? 0 : -1,
          FALSE);
  self->progress_handler =
    g_signal_connect_swapped (job->page, "progress", G_CALLBACK (progress_cb), self);
  g_task_set_task_data (task, self, (GDestroyNotify) run_free);
  /* Whoever does not want it any more need not wait for a page that may hang. */
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled",
                             G_CALLBACK (fore_print_page_give_up), job->page,
                             G_CONNECT_SWAPPED);
  tell_progress (self);
  go_on (task);
}

gboolean
fore_print_job_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
