/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-snapshot-queue.h"

struct _ForeSnapshotQueue {
  void (*taken) (gpointer);
  gpointer user_data;

  GQueue waiting;
  GTask *current;
};

ForeSnapshotQueue *
fore_snapshot_queue_new (void (*taken) (gpointer), gpointer user_data)
{
  ForeSnapshotQueue *self;

  g_return_val_if_fail (taken != NULL, NULL);

  self = g_new0 (ForeSnapshotQueue, 1);
  self->taken = taken;
  self->user_data = user_data;
  g_queue_init (&self->waiting);
  return self;
}

void
fore_snapshot_queue_free (ForeSnapshotQueue *self)
{
  if (self == NULL)
    return;

  g_assert (self->current == NULL);
  fore_snapshot_queue_cancel (self);
  g_free (self);
}

void
fore_snapshot_queue_cancel (ForeSnapshotQueue *self)
{
  GTask *task;

  g_return_if_fail (self != NULL);

  while ((task = g_queue_pop_head (&self->waiting)) != NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "The stage is closed");
    g_object_unref (task);
  }
}

void
fore_snapshot_queue_push (ForeSnapshotQueue *self, GTask *task, guint index)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_TASK (task));

  g_task_set_task_data (task, GUINT_TO_POINTER (index), NULL);
  g_queue_push_tail (&self->waiting, task);
}

gboolean
fore_snapshot_queue_peek (ForeSnapshotQueue *self, guint *index)
{
  GTask *task;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->current != NULL)
    return FALSE;

  while ((task = g_queue_peek_head (&self->waiting)) != NULL &&
         g_task_return_error_if_cancelled (task))
    g_object_unref (g_queue_pop_head (&self->waiting));
  if (task == NULL)
    return FALSE;

  *index = GPOINTER_TO_UINT (g_task_get_task_data (task));
  return TRUE;
}

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeSnapshotQueue *self = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&self->current);
  GError *error = NULL;
  GdkTexture *texture =
    webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
  self->taken (self->user_data);
}

void
fore_snapshot_queue_take (ForeSnapshotQueue *self, WebKitWebView *view)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->current == NULL);
  g_return_if_fail (!g_queue_is_empty (&self->waiting));

  self->current = g_queue_pop_head (&self->waiting);
  webkit_web_view_get_snapshot (
    view, WEBKIT_SNAPSHOT_REGION_VISIBLE, WEBKIT_SNAPSHOT_OPTIONS_NONE,
    g_task_get_cancellable (self->current), snapshot_cb, self);
}
