/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-interrupted.h"
#include "fore-show.h"

G_BEGIN_DECLS

/**
 * ForeShowRequest:
 * @mode: how to show it
 * @index: the slide to start with
 * @audience: (nullable): the audience’s monitor, as the user named it
 * @speaker: (nullable): the speaker’s
 * @duration: how long the talk may take, in seconds; 0 for what the deck says
 * @end_hour: the hour at which it must end, or -1
 * @end_minute: and the minute
 * @interrupted: (nullable): the talk to go on with
 *
 * What was asked for of a show. Immutable once made.
 */
typedef struct {
  ForeShowMode mode;
  guint index;
  char *audience;
  char *speaker;
  gint64 duration;
  int end_hour;
  int end_minute;
  ForeInterrupted *interrupted;
} ForeShowRequest;

ForeShowRequest *fore_show_request_new (ForeShowMode mode,
                                        guint index) G_GNUC_WARN_UNUSED_RESULT;

ForeShowRequest *fore_show_request_ref (ForeShowRequest *self);
void fore_show_request_unref (ForeShowRequest *self);

/**
 * fore_show_request_add_options:
 *
 * Adds the options of the command `present` to those of a program.
 */
void fore_show_request_add_options (GApplication *application);

/**
 * fore_show_request_read:
 * @options: of the command line
 * @display: whose monitors are meant
 * @error: what is wrong, for who typed it
 *
 * Returns: (transfer full) (nullable): what the options ask for
 */
ForeShowRequest *
fore_show_request_read (GVariantDict *options, GdkDisplay *display, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeShowRequest, fore_show_request_unref)

G_END_DECLS
