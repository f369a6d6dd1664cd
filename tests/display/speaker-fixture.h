/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-speaker.h"

/* The speaker view of a talk, with a clock that stands still, and the actions of a show
 * as far as they are no more than functions of the talk. */
typedef struct {
  char *path;
  ForeAssets *assets;
  ForeClock *clock;
  ForeTalk *talk;
  GSettings *settings;
  GSimpleActionGroup *actions;
  ForeSpeaker *speaker;
} SpeakerFixture;

/* Gets GTK ready, with our style sheet. */
void speaker_fixture_init (int *argc, char ***argv);

void speaker_fixture_set_up (SpeakerFixture *self, gconstpointer data);
void speaker_fixture_tear_down (SpeakerFixture *self, gconstpointer data);

/* Shows a talk about the deck that @text makes, in a window of @width and @height. */
void speaker_fixture_open (SpeakerFixture *self, const char *text, int width, int height);

/* Gives the talk the deck that @text makes. */
void speaker_fixture_edit (SpeakerFixture *self, const char *text);

/* Lets time pass, as far as the talk knows. */
void speaker_fixture_advance (SpeakerFixture *self, int seconds);

/* Waits until all that is seen has been painted. */
void speaker_fixture_settle (SpeakerFixture *self);

/* Activates an action as its button does. */
void speaker_fixture_act (SpeakerFixture *self, const char *name);

/* Returns: (nullable): the first widget below the window with this type that is shown
 * and, unless it is NULL, has this property set to @text */
GtkWidget *speaker_fixture_find (SpeakerFixture *self,
                                 GType type,
                                 const char *property,
                                 const char *text);

/* Runs the main loop until @condition is true; the test program's time limit ends a wait
 * for something that never comes. */
#define wait_until(condition)                                                            \
  G_STMT_START                                                                           \
  {                                                                                      \
    while (!(condition))                                                                 \
      g_main_context_iteration (NULL, TRUE);                                             \
  }                                                                                      \
  G_STMT_END
