/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * ForeSnapshotQueue:
 *
 * Pictures of slides that were asked for, taken one after the other.
 *
 * Which slide a page shows is its owner's affair: the owner looks what the next picture
 * is of, brings the page there, and has it taken.
 */
typedef struct _ForeSnapshotQueue ForeSnapshotQueue;

/**
 * fore_snapshot_queue_new:
 * @taken: called after each picture, when the next one can be taken
 */
ForeSnapshotQueue *fore_snapshot_queue_new (void (*taken) (gpointer), gpointer user_data);

/**
 * fore_snapshot_queue_free:
 *
 * There must be no picture in the making: a task keeps its source object alive until it
 * has returned, so the finalizer of that object is the place.
 */
void fore_snapshot_queue_free (ForeSnapshotQueue *self);

/**
 * fore_snapshot_queue_push:
 * @task: (transfer full): returns a GdkTexture
 * @index: the slide
 */
void fore_snapshot_queue_push (ForeSnapshotQueue *self, GTask *task, guint index);

/**
 * fore_snapshot_queue_peek:
 * @index: (out): the slide of the next picture
 *
 * Returns: whether there is a picture to take and none in the making
 */
gboolean fore_snapshot_queue_peek (ForeSnapshotQueue *self, guint *index);

/**
 * fore_snapshot_queue_take:
 * @view: the page, which shows that slide now
 *
 * Takes the next picture.
 */
void fore_snapshot_queue_take (ForeSnapshotQueue *self, WebKitWebView *view);

/**
 * fore_snapshot_queue_cancel:
 *
 * Tells all that still wait that there will be no picture.
 */
void fore_snapshot_queue_cancel (ForeSnapshotQueue *self);

G_END_DECLS
