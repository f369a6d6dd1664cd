/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A document and a widget that shows it, in a window on the screen. */
typedef struct {
  ForeDocument *document;
  GtkTextBuffer *buffer;
  GtkWidget *window;
  GtkWidget *widget;
} WriteFixture;

/* Starts GLib's test frame work and GTK. Recovery copies go to a folder of their own, but
 * the system's settings stay where they are: libadwaita wants them. */
void write_fixture_init (int *argc, char ***argv);

/* Shows @widget, which is taken over, with its `document` set. */
void write_fixture_set_up (WriteFixture *fixture, GtkWidget *widget);

/* Proves that the widget goes with its window. */
void write_fixture_tear_down (WriteFixture *fixture);

/* Puts in a text, and waits until all follows. */
void write_fixture_set_text (WriteFixture *fixture, const char *text);

/* Does all that is waiting to be done, but waits for nothing. */
void write_fixture_settle (void);

/* Waits until the frame clock has drawn @widget again. */
void write_fixture_wait_for_frame (GtkWidget *widget);

/* Finds the @nth widget (from 0) of a type, or of a CSS class, below @widget. Asserts
 * that there is one. */
GtkWidget *write_fixture_find (GtkWidget *widget, GType type, guint nth);
GtkWidget *write_fixture_find_class (GtkWidget *widget, const char *name, guint nth);
guint write_fixture_count (GtkWidget *widget, GType type);

/* Presses keys as a user does, "ctrl+f" or "Return". Returns FALSE, with the test
 * skipped, where that cannot be done. */
gboolean write_fixture_press (WriteFixture *fixture, const char *keys);

/* What is in the buffer, with "|" for the caret. */
char *write_fixture_dup_text (WriteFixture *fixture);

G_END_DECLS
