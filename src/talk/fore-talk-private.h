/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

G_BEGIN_DECLS

/* Not more of the history is kept. */
#define FORE_TALK_HISTORY_MAX 200

typedef struct {
  guint index;
  guint step;
} ForePlace;

/* What the talk knows of a slide. These move along when the deck changes.
 * `n_steps` is what the page counted, or -1. `visit` grows from visit to visit, so that
 * the slide of a stack that was shown last can be told. `kept_time` is its time before
 * the timer was reset, as long as that can be undone. */
typedef struct {
  gint64 time;
  gint64 kept_time;
  int n_steps;
  guint visit;
} ForeRecord;

/* What was told of the talk last, to tell what is different now. Texts are borrowed from
 * the plan, which is kept along with them. */
typedef struct {
  ForeDeck *deck;
  ForePlace place;
  guint n_steps;
  ForeDeck *audience_deck;
  ForePlace audience;
  ForePicture picture;
  gboolean frozen;
  gboolean hold_edits;
  gboolean pauses_when_blank;
  gboolean resumes_on_advance;
  gboolean has_held_edits;
  gboolean can_go_back;
  gboolean can_go_forward;
  gboolean at_end;
  ForePlan *plan;
  ForePace pace;
  const char *section_title;
  const char *next_section_title;
  gint64 section_remaining;
} ForeTold;

struct _ForeTalk {
  GObject parent_instance;

  ForeClock *clock;
  ForeTimer *timer;
  ForeDeck *deck;
  ForePlace place;
  GArray *records;
  guint n_visits;
  gint64 lost;      /* what the timer showed when it was reset last */
  gint64 accounted; /* the timer's running time up to which slides have got theirs */
  GArray *back;
  GArray *forward;

  ForeDeck *audience_deck;
  ForePlace audience;
  ForePicture picture;
  gboolean frozen;
  gboolean hold_edits;

  gboolean moved; /* to another slide, while frozen */

  ForePlan *plan;
  gint64 planned;       /* the time that the plan was made for */
  gint64 deck_duration; /* what the deck says, to see whether the timer has that */
  gboolean pauses_when_blank;
  gboolean resumes_on_advance;
  gboolean paused_by_blank;
  ForeTold told;
};

/* fore-talk.c */
void fore_talk_update (ForeTalk *self);
guint fore_talk_count_steps (ForeTalk *self, guint index);

/* fore-talk-audience.c */
void fore_talk_show_audience (ForeTalk *self, gboolean with_edits);

/* fore-talk-deck.c */
void fore_talk_take_deck (ForeTalk *self, ForeDeck *deck);

/* fore-talk-moves.c */
gboolean fore_talk_find_shown (ForeTalk *self, guint from, int direction, guint *index);

/* fore-talk-time.c */
void fore_talk_connect_timer (ForeTalk *self);
void fore_talk_plan_anew (ForeTalk *self);
void fore_talk_account (ForeTalk *self);
void fore_talk_start_time (ForeTalk *self);
void fore_talk_pause_for_blank (ForeTalk *self, gboolean is_blank);
ForePace fore_talk_get_pace (ForeTalk *self);

G_END_DECLS
