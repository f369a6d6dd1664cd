/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ForeMoment:
 * @uri: (nullable): the deck's file
 * @title: (nullable): the deck's title
 * @slide_title: (nullable): the title of the slide
 * @n_slides: how many there are
 * @number: grows with every moment of a talk
 * @time: when it was, in microseconds since 1970
 * @elapsed: what the timer showed, in seconds
 * @lost: what it had shown before it was reset, in seconds
 * @duration: in seconds, or -1 if it was the deck's own
 * @end_time: in seconds since 1970, or 0
 *
 * A talk at one moment: all that is needed to go on with it.
 */
typedef struct {
  char *uri;
  char *title;
  char *slide_title;
  guint n_slides;
  gint64 number;
  gint64 time;
  guint index;
  guint step;
  ForePicture picture;
  ForeTimerState timer_state;
  gint64 elapsed;
  gint64 lost;
  gint64 duration;
  gint64 end_time;

  /*< private >*/
  GArray *slides;
} ForeMoment;

/**
 * fore_moment_new:
 * @file: (nullable): the deck's file
 */
ForeMoment *
fore_moment_new (ForeTalk *talk, GFile *file, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

void fore_moment_free (ForeMoment *self);

/**
 * fore_moment_write:
 *
 * Returns: (transfer full): the moment as JSON
 */
GBytes *fore_moment_write (const ForeMoment *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_moment_read:
 *
 * Returns: (transfer full) (nullable): the moment, or `NULL` if @bytes are none, or not
 *   all of one
 */
ForeMoment *fore_moment_read (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_moment_restore:
 * @went_on: whether the talk went on since, so that the clock has to
 *
 * Takes a talk there. If the deck has changed since, the slide is looked for by what it
 * shows, and if it is gone, what stands in its place is taken.
 */
void fore_moment_restore (const ForeMoment *self, ForeTalk *talk, gboolean went_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeMoment, fore_moment_free)

G_END_DECLS
