/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeScreens:
 *
 * The monitors that there are, and which of them the audience looks at.
 *
 * The audience’s is remembered by its make and model, in the setting `audience-screen`: a
 * projector is known again at whatever socket. Two of a kind are told apart by their
 * sockets.
 *
 * Signals: `added (GdkMonitor *monitor)`, `removed (GdkMonitor *monitor)`.
 */
#define FORE_TYPE_SCREENS (fore_screens_get_type ())

G_DECLARE_FINAL_TYPE (ForeScreens, fore_screens, FORE, SCREENS, GObject)

ForeScreens *fore_screens_new (GdkDisplay *display,
                               GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

guint fore_screens_get_n (ForeScreens *self);

/**
 * fore_screens_has:
 *
 * Returns: whether @monitor is still there
 */
gboolean fore_screens_has (ForeScreens *self, GdkMonitor *monitor);

/**
 * fore_screens_find:
 * @display: where to look
 * @text: the name of a socket, such as `HDMI-1`, a make and model, or a part of them
 *
 * Returns: (transfer none) (nullable): the monitor that @text means
 */
GdkMonitor *fore_screens_find (GdkDisplay *display, const char *text);

/**
 * fore_screens_get_other:
 *
 * Returns: (transfer none) (nullable): the next monitor after @monitor; `NULL` if there
 *   is none but that
 */
GdkMonitor *fore_screens_get_other (ForeScreens *self, GdkMonitor *monitor);

/**
 * fore_screens_choose:
 * @near: (nullable): the monitor on which the show was asked for
 * @audience: (inout): the monitor asked for, or `NULL`; the one to use
 * @speaker: (inout): the monitor asked for, or `NULL`; the one to use
 *
 * Chooses a monitor for the audience and one for the speaker: the audience’s is the
 * remembered one if it is there, else one other than @near; the speaker’s is @near, or
 * another if that is the audience’s. Where there is one only, it is both.
 */
void fore_screens_choose (ForeScreens *self,
                          GdkMonitor *near,
                          GdkMonitor **audience,
                          GdkMonitor **speaker);

/**
 * fore_screens_remember:
 *
 * Notes that the user wants the audience to look at @monitor.
 */
void fore_screens_remember (ForeScreens *self, GdkMonitor *monitor);

/**
 * fore_screens_is_remembered:
 *
 * Returns: whether it is the one that the user chose
 */
gboolean fore_screens_is_remembered (ForeScreens *self, GdkMonitor *monitor);

/**
 * fore_screens_dup_name:
 *
 * Returns: (transfer full): a monitor’s name for people: make and model, else the socket
 */
char *fore_screens_dup_name (GdkMonitor *monitor) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_screens_dup_list:
 * @display: where to look
 *
 * Returns: (transfer full): all monitors, a line each: the socket, make and model, size
 */
char *fore_screens_dup_list (GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
