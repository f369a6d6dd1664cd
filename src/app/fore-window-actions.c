/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-dialogs.h"

/* The commands of a window, one function each. Those that need a deck are listed once
 * more below, to be switched off on the start page. */

/* Made when it is asked for: a window by the name that GTK looks for would be made with
 * every window of ours. */
static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL) {
    g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/foredeck/Foredeck/ui/fore-shortcuts.ui");

    gtk_application_window_set_help_overlay (
      window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_application_new_deck (FORE_WINDOW (widget)->application, FORE_WINDOW (widget));
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_application_open_sample (FORE_WINDOW (widget)->application, FORE_WINDOW (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_choose_files (FORE_WINDOW (widget));
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeWindow *self = FORE_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  fore_application_open_file (self->application, file, self, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_save_async (FORE_WINDOW (widget), FALSE, NULL, NULL);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_save_async (FORE_WINDOW (widget), TRUE, NULL, NULL);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_reload (FORE_WINDOW (widget));
}

static void
keep_mine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_document_keep_mine (FORE_WINDOW (widget)->document);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_export (FORE_WINDOW (widget));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
dismiss_trouble_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_clear_trouble (FORE_WINDOW (widget));
}

static void
start_show (ForeWindow *self, ForeShowMode mode, guint index)
{
  g_autoptr (ForeShowRequest) request = fore_show_request_new (mode, index);

  fore_window_start_show (self, request);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_show (FORE_WINDOW (widget), FORE_SHOW_SCREENS, 0);
}

static void
ready_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_show_ready (FORE_WINDOW (widget));
}

static void
present_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeWindow *self = FORE_WINDOW (widget);

  start_show (self, FORE_SHOW_SCREENS, fore_editor_get_index (self->editor));
}

static void
present_windows_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_show (FORE_WINDOW (widget), FORE_SHOW_WINDOWS, 0);
}

static void
rehearse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_show (FORE_WINDOW (widget), FORE_SHOW_REHEARSAL, 0);
}

static void
resume_show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_resume_show (FORE_WINDOW (widget));
}

static void
last_talk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_show_report (FORE_WINDOW (widget));
}

static void
next_slide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeEditor *editor = FORE_WINDOW (widget)->editor;
  ForeDeck *deck = fore_document_get_deck (fore_editor_get_document (editor));
  guint index = fore_editor_get_index (editor);

  if (index + 1 < fore_deck_get_n_slides (deck))
    fore_editor_go_to_slide (editor, index + 1);
}

static void
previous_slide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeEditor *editor = FORE_WINDOW (widget)->editor;
  guint index = fore_editor_get_index (editor);

  if (index > 0)
    fore_editor_go_to_slide (editor, index - 1);
}

static void
go_to_slide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_editor_ask_for_slide (FORE_WINDOW (widget)->editor);
}

static void
show_in_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  fore_dialogs_show_in_folder (GTK_WINDOW (widget), file);
}

/* Commands of the source pane work wherever the focus is. */
static const struct {
  const char *action;
  const char *source_action;
} source_actions[] = {
  { "win.find", "source.find" },
  { "win.replace", "source.replace" },
  { "win.find-next", "source.find-next" },
  { "win.find-previous", "source.find-previous" },
  { "win.go-to-line", "source.go-to-line" },
  { "win.zoom-in", "source.zoom-in" },
  { "win.zoom-out", "source.zoom-out" },
  { "win.zoom-normal", "source.zoom-normal" },
  { "win.next-problem", "source.next-problem" },
  { "win.previous-problem", "source.previous-problem" },
};

static void
source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeWindow *self = FORE_WINDOW (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (source_actions); i++) {
    if (g_str_equal (name, source_actions[i].action))
      fore_editor_activate_source_action (self->editor, source_actions[i].source_action);
  }
}

static void
freeze_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_window_freeze (FORE_WINDOW (widget));
}

static const char *const deck_actions[] = {
  "win.save",      "win.save-as",     "win.reload",         "win.keep-mine",
  "win.export",    "win.present",     "win.present-here",   "win.next-slide",
  "win.view-mode", "win.slide-list",  "win.problems",       "win.follow",
  "win.page",      "win.go-to-slide", "win.previous-slide", "win.present-windows",
  "win.rehearse",  "win.last-talk",   "win.freeze",         "win.ready",
};

void
fore_window_update_actions (ForeWindow *self)
{
  gboolean enabled = self->document != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (deck_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deck_actions[i], enabled);
  for (gsize i = 0; i < G_N_ELEMENTS (source_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), source_actions[i].action, enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.resume-show",
                                 enabled && self->ended_talk != NULL);
}

static void
install_deck_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (class, "win.keep-mine", NULL, keep_mine_action);
  gtk_widget_class_install_action (class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (class, "win.freeze", NULL, freeze_action);
  gtk_widget_class_install_action (class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (class, "win.ready", NULL, ready_action);
  gtk_widget_class_install_action (class, "win.present-here", NULL, present_here_action);
  gtk_widget_class_install_action (class, "win.present-windows", NULL,
                                   present_windows_action);
  gtk_widget_class_install_action (class, "win.rehearse", NULL, rehearse_action);
  gtk_widget_class_install_action (class, "win.resume-show", NULL, resume_show_action);
  gtk_widget_class_install_action (class, "win.last-talk", NULL, last_talk_action);
  gtk_widget_class_install_action (class, "win.next-slide", NULL, next_slide_action);
  gtk_widget_class_install_action (class, "win.previous-slide", NULL,
                                   previous_slide_action);
  gtk_widget_class_install_action (class, "win.go-to-slide", NULL, go_to_slide_action);
  for (gsize i = 0; i < G_N_ELEMENTS (source_actions); i++)
    gtk_widget_class_install_action (class, source_actions[i].action, NULL,
                                     source_action);

  gtk_widget_class_install_property_action (class, "win.view-mode", "view-mode");
  gtk_widget_class_install_property_action (class, "win.page", "page");
  gtk_widget_class_install_property_action (class, "win.slide-list", "slide-list-shown");
  gtk_widget_class_install_property_action (class, "win.problems", "problems-shown");
  gtk_widget_class_install_property_action (class, "win.follow", "follow");
}

void
fore_window_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (class, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (class, "win.close", NULL, close_action);
  gtk_widget_class_install_action (class, "win.dismiss-trouble", NULL,
                                   dismiss_trouble_action);
  gtk_widget_class_install_action (class, "win.show-in-folder", "s",
                                   show_in_folder_action);
  gtk_widget_class_install_action (class, "win.shortcuts", NULL, shortcuts_action);
  install_deck_actions (class);
}
