/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-bar.h"
#include "fore-inspector.h"
#include "fore-journal.h"
#include "fore-run.h"
#include "fore-show.h"
#include "fore-start-page.h"
#include "fore-window.h"

/* What the parts of the window share: fore-window.c (the widget), fore-window-actions.c
 * (its commands), fore-window-files.c (open, save, close), fore-window-bars.c,
 * fore-window-drop.c, fore-window-show.c, fore-window-report.c and fore-window-export.c.
 */

struct _ForeWindow {
  AdwApplicationWindow parent_instance;

  ForeApplication *application;
  GSettings *settings;
  GCancellable *cancellable; /* of all that is under way for this window */

  ForeDocument *document;   /* NULL on the start page */
  ForeEditor *editor;       /* as long as there is a document */
  ForeShow *show;           /* as long as there is one */
  ForeInspector *inspector; /* as long as there is an editor */
  ForeTalk *ended_talk;     /* of the last one, to go on with */
  ForeJournal *journal;     /* of the show */
  ForeRun *last_run;        /* the report of the last one */
  GFile *opening;           /* as long as it is being loaded */
  gboolean asking;          /* what to do with unsaved changes */
  guint inhibit_cookie;
  guint patience;
  guint relayout;

  ForeViewMode view_mode;
  ForePage page;
  gboolean slide_list_shown;
  gboolean problems_shown;
  gboolean follow;
  gboolean narrow;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  ForeBar *trouble_bar;
  ForeBar *recovery_bar;
  ForeBar *talk_bar;
  ForeBar *changed_bar;
  ForeBar *gone_bar;
  GtkStack *stack;
  ForeStartPage *start_page;
  GtkWidget *opening_box;
  GtkLabel *opening_label;
  GtkBox *deck_box;
  GtkWidget *deck_start_box;
  GtkWidget *deck_end_box;
  AdwSplitButton *open_button;
  GtkListBox *recents_list;
  GtkWidget *recents_empty;
};

/* fore-window.c */
void fore_window_set_document (ForeWindow *self, ForeDocument *document);
void fore_window_set_opening (ForeWindow *self, GFile *file);

/* fore-window-bars.c */
void fore_window_watch_left_behind (ForeWindow *self);
void fore_window_watch_cut_short (ForeWindow *self);
void fore_window_update_conflict (ForeWindow *self);
void fore_window_clear_trouble (ForeWindow *self);

/* fore-window-actions.c */
void fore_window_install_actions (GtkWidgetClass *widget_class);
void fore_window_update_actions (ForeWindow *self);

/* fore-window-ready.c */
void fore_window_show_ready (ForeWindow *self);

/* fore-window-files.c */
void fore_window_choose_files (ForeWindow *self);
void fore_window_save_async (ForeWindow *self,
                             gboolean as,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean fore_window_save_finish (ForeWindow *self, GAsyncResult *result);
void fore_window_reload (ForeWindow *self);
void fore_window_remember_place (ForeWindow *self);
char *fore_window_dup_file_name (ForeWindow *self, const char *suffix);

/* fore-window-export.c */
void fore_window_export (ForeWindow *self);
void fore_window_freeze (ForeWindow *self);

/* fore-window-report.c */
void fore_window_keep_report (ForeWindow *self, ForeTalk *talk);
void fore_window_show_report (ForeWindow *self);

/* fore-window-drop.c */
void fore_window_add_drop_target (ForeWindow *self);
