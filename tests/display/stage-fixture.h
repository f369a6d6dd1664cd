/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-stage.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* A stage in a window on the screen, with a folder of its own for the deck's files. */
typedef struct {
  char *path;
  ForeAssets *assets;
  GtkWidget *window;
  ForeStage *stage;
  WebKitWebView *view;
} StageFixture;

/* Starts GLib's test frame work and GTK. */
void stage_fixture_init (int *argc, char ***argv);

/* @data is the ForeStageMode. */
void stage_fixture_set_up (StageFixture *fixture, gconstpointer data);

/* Proves that stage and page go with the window. */
void stage_fixture_tear_down (StageFixture *fixture, gconstpointer data);

/* Writes a file into the deck's folder. */
void stage_fixture_write (StageFixture *fixture, const char *name, const char *text);

/* Shows a deck and waits until it is painted. */
void stage_fixture_show_text (StageFixture *fixture, const char *text);

/* Replaces the text of the deck, without waiting. */
void stage_fixture_push_text (StageFixture *fixture, const char *text);

/* Waits until a stage shows and has painted what is wanted. */
void stage_fixture_settle (ForeStage *stage);

/* Waits for the signal @name of @object. */
void stage_fixture_wait_for_signal (gpointer object, const char *name);

/* Runs @body, which returns something, in the page of @view. Asserts that it throws
 * nothing. */
char *stage_fixture_evaluate (WebKitWebView *view, const char *body);

/* Asserts what @body returns, as text. */
#define stage_fixture_assert(fixture, body, expected)                                    \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *fixture_got = stage_fixture_evaluate ((fixture)->view, body);       \
    g_assert_cmpstr (fixture_got, ==, expected);                                         \
  }                                                                                      \
  G_STMT_END

G_END_DECLS
