/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-application.h"
#include "fore-audience.h"
#include "fore-window.h"

/* Runs the tests that @add_tests adds, with nothing of the user's around them. */
int app_fixture_run (int argc, char *argv[], void (*add_tests) (void));

/* A program, and a folder for decks. */

typedef struct {
  ForeApplication *application;
  char *folder;
} AppFixture;

void app_fixture_set_up (AppFixture *self, gconstpointer unused);

/* Closes all windows without asking, and proves that nothing holds the program any more.
 */
void app_fixture_tear_down (AppFixture *self, gconstpointer unused);

/* Runs the main loop until @condition is true; the test program's time limit ends a wait
 * for something that never comes. */
#define wait_until(condition)                                                            \
  G_STMT_START                                                                           \
  {                                                                                      \
    while (!(condition))                                                                 \
      g_main_context_iteration (NULL, TRUE);                                             \
  }                                                                                      \
  G_STMT_END

GFile *app_fixture_write (AppFixture *self, const char *name, const char *text);
char *app_fixture_read (AppFixture *self, const char *name);

/* Opens @file and waits until its deck is there. */
ForeWindow *app_fixture_open (AppFixture *self, GFile *file);

guint app_fixture_count_windows (AppFixture *self);

/* Returns: (nullable): the first top-level window of this type */
GtkWindow *find_window (GType type);

/* Waits for a question and answers it, as a click on one of its buttons does. */
void answer (const char *response);

/* Returns: (nullable): the first widget below @root with this type and, unless it is
 * `NULL`, this property set to @text */
GtkWidget *
find_widget (GtkWidget *root, GType type, const char *property, const char *text);

/* What a window's show is of, and its window before the audience. */
ForeTalk *talk_of (ForeWindow *window);
ForeAudience *audience_of (ForeWindow *window);

/* Puts @text before the document's text, as if it was typed. */
void type_text (ForeWindow *window, const char *text);

#define app_test(path, function)                                                         \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

#define DECK_OF_THREE                                                                    \
  "---\ntitle: Three\n---\n\n# One\n\n---\n\n# Two\n\n----\n\n# Below\n"
