/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

G_BEGIN_DECLS

/* How times of a talk are said in words and figures. */

/**
 * fore_talk_words_time:
 * @seconds: of either sign, which is not shown
 *
 * Returns: (transfer full): such as `12:34`, `1:02:34`
 */
char *fore_talk_words_time (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_talk_words_clock:
 *
 * Returns: (transfer full): the time of day as the user's locale has it, without seconds
 */
char *fore_talk_words_clock (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_talk_words_minutes:
 *
 * Returns: (transfer full): whole minutes, rounded up, or seconds below one minute, such
 *   as `4 min`, `30 s`
 */
char *fore_talk_words_minutes (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_talk_words_pace:
 * @behind: seconds; negative: ahead
 *
 * Returns: (transfer full) (nullable): such as `on time`, `1:20 behind`; `NULL` if there
 *   is no plan to be compared with, or nothing left of it
 */
char *fore_talk_words_pace (ForePaceKind kind, gint64 behind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_talk_words_place:
 *
 * Says which slide it is in the words that fore_talk_find() understands: its number in
 * reading order, and in a deck with stacks its column and row as well.
 *
 * Returns: (transfer full): such as `8 of 12`, `8 of 12 · 5.2`
 */
char *fore_talk_words_place (const ForeDeck *deck, guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * fore_talk_words_read_time:
 * @text: minutes, `12:34` or `1:02:34`
 * @seconds: (out)
 *
 * Returns: whether @text is a time
 */
gboolean fore_talk_words_read_time (const char *text, gint64 *seconds);

/**
 * fore_talk_words_read_clock:
 * @text: a time of day such as `15:00`, `9.30`, `15`, `3 PM`
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Returns: whether @text is a time of day
 */
gboolean fore_talk_words_read_clock (const char *text, int *hour, int *minute);

G_END_DECLS
