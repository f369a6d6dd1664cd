/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-recovery-watch.h"

struct _ForeRecoveryWatch {
  void (*silent) (gpointer);
  void (*hung) (gpointer);
  gpointer user_data;
  guint timer;
  gint64 crashes[FORE_RECOVERY_MAX_CRASHES];
  guint n_crashes;
};

ForeRecoveryWatch *
fore_recovery_watch_new (void (*silent) (gpointer),
                         void (*hung) (gpointer),
                         gpointer user_data)
{
  ForeRecoveryWatch *self = g_new0 (ForeRecoveryWatch, 1);

  self->silent = silent;
  self->hung = hung;
  self->user_data = user_data;

  return self;
}

void
fore_recovery_watch_free (ForeRecoveryWatch *self)
{
  fore_recovery_watch_stop (self);
  g_free (self);
}

static gboolean
last_cb (gpointer user_data)
{
  ForeRecoveryWatch *self = user_data;

  self->timer = 0;
  self->hung (self->user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
patience_cb (gpointer user_data)
{
  ForeRecoveryWatch *self = user_data;

  self->timer = g_timeout_add_seconds (FORE_RECOVERY_LAST_SECONDS, last_cb, self);
  self->silent (self->user_data);

  return G_SOURCE_REMOVE;
}

void
fore_recovery_watch_start (ForeRecoveryWatch *self, guint n_slides)
{
  fore_recovery_watch_stop (self);
  self->timer = g_timeout_add_seconds (FORE_RECOVERY_PATIENCE_SECONDS + n_slides / 1000,
                                       patience_cb, self);
}

void
fore_recovery_watch_stop (ForeRecoveryWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

gboolean
fore_recovery_watch_may_restart (ForeRecoveryWatch *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 *oldest = &self->crashes[self->n_crashes % FORE_RECOVERY_MAX_CRASHES];

  /* The oldest of the last few is where this one goes. */
  *oldest = now;
  self->n_crashes++;
  if (self->n_crashes < FORE_RECOVERY_MAX_CRASHES)
    return TRUE;
  oldest = &self->crashes[self->n_crashes % FORE_RECOVERY_MAX_CRASHES];

  return now - *oldest > FORE_RECOVERY_CRASH_SECONDS * G_USEC_PER_SEC;
}

void
fore_recovery_watch_forget (ForeRecoveryWatch *self)
{
  self->n_crashes = 0;
}
