/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-stage-measure.h"

#include "fore-error.h"
#include "fore-scheme.h"
#include "fore-stage-private.h"

/* What a page says is true of the deck that it showed all the while. */
static void
return_busy (GTask *task)
{
  g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_PAGE, "The page is busy.");
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeStage *self = g_task_get_source_object (task);
  guint n_updates = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError *error = NULL;
  g_autofree char *answer =
    fore_bridge_measure_finish (WEBKIT_WEB_VIEW (source), result, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else if (!self->settled || self->n_updates != n_updates)
    return_busy (task);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), g_free);
}

void
fore_stage_measure_async (ForeStage *self,
                          const char *slides,
                          const char *styles,
                          const char *fonts,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FORE_IS_STAGE (self));
  g_return_if_fail (slides != NULL && styles != NULL && fonts != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_stage_measure_async);
  if (!self->settled) {
    return_busy (task);
    return;
  }
  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_updates), NULL);
  fore_bridge_measure_async (self->view, slides, styles, fonts, cancellable, measured_cb,
                             g_object_ref (task));
}

char *
fore_stage_measure_finish (ForeStage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
fore_stage_get_version (ForeStage *self)
{
  g_return_val_if_fail (FORE_IS_STAGE (self), 0);

  return fore_scheme_get_version (self->assets);
}
