/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "app-fixture.h"
#include "fore-export-window.h"
#include "fore-window-private.h"

#include <adwaita.h>
#include <glib/gstdio.h>

static void
activate (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static const char *
title_of (ForeWindow *window)
{
  return adw_window_title_get_title (window->window_title);
}

static void
test_start_page (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = fore_application_new_window (fixture->application);

  g_assert_null (fore_window_get_document (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
  g_assert_true (fore_window_is_untouched (window));

  /* There is nothing to save, to present or to look at. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present", NULL);
  g_assert_null (fore_window_get_show (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view-mode", "s", "slides");
  g_assert_cmpint (window->view_mode, ==, FORE_VIEW_BOTH);
}

static void
test_open (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  g_autoptr (GFile) other_file = app_fixture_write (fixture, "other.md", "# Other\n");
  ForeWindow *start = fore_application_new_window (fixture->application);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeDeck *deck = fore_document_get_deck (fore_window_get_document (window));

  g_assert_true (window == start);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "deck");
  g_assert_cmpuint (fore_deck_get_n_slides (deck), ==, 3);
  g_assert_cmpstr (title_of (window), ==, "Three");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==,
                   fixture->folder);
  g_assert_false (fore_window_is_untouched (window));

  /* One window for each file. */
  g_assert_true (app_fixture_open (fixture, file) == window);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  g_assert_true (app_fixture_open (fixture, other_file) != window);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
}

static void
test_new (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = fore_application_new_window (fixture->application);

  activate (window, "win.new");
  g_assert_nonnull (fore_window_get_document (window));
  g_assert_false (fore_document_get_modified (fore_window_get_document (window)));
  g_assert_null (fore_document_get_file (fore_window_get_document (window)));

  /* Nobody has touched it: it makes room for the next. */
  activate (window, "win.sample");
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  g_assert_cmpuint (
    fore_deck_get_n_slides (fore_document_get_deck (fore_window_get_document (window))),
    >, 5);

  type_text (window, "x");
  activate (window, "win.new");
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 2);
}

static void
test_templates_are_clean (AppFixture *fixture, gconstpointer unused)
{
  const char *const actions[] = { "win.new", "win.sample" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    ForeWindow *window = fore_application_new_window (fixture->application);

    activate (window, actions[i]);
    g_assert_cmpuint (fore_deck_get_n_diagnostics (
                        fore_document_get_deck (fore_window_get_document (window)), 0),
                      ==, 0);
  }
}

static ForeProblemModel *
problems_of (ForeWindow *window)
{
  return fore_document_get_problems (fore_window_get_document (window));
}

/* A page says what it cannot draw, wherever it is, and the list of problems follows. */
static void
test_wrong_diagram (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (
    fixture, "wrong.md", "# One\n\n---\n\n# Two\n\n```graphviz\ndigraph {\n```\n");
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeProblemModel *problems = problems_of (window);
  GtkTextBuffer *buffer =
    GTK_TEXT_BUFFER (fore_document_get_buffer (fore_window_get_document (window)));
  ForeDiagnostic *diagnostic;
  GtkTextIter at;

  wait_until (fore_problem_model_get_n_problems (problems, FORE_SEVERITY_ERROR) == 1);
  diagnostic = fore_problem_model_get_diagnostic (problems, 0);
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 7);
  g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "diagram");
  g_assert_cmpstr (fore_diagnostic_get_message (diagnostic), ==,
                   "This diagram cannot be read: syntax error in line 2");
  g_assert_nonnull (
    find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "label", "1 problem"));

  /* Another line above, and the same problem is a line further down. */
  type_text (window, "\n");
  wait_until (
    fore_diagnostic_get_line (fore_problem_model_get_diagnostic (problems, 0)) == 8);

  /* It goes when it is mended, and comes back with the mistake. */
  gtk_text_buffer_get_iter_at_line (buffer, &at, 8);
  gtk_text_iter_forward_to_line_end (&at);
  gtk_text_buffer_insert (buffer, &at, "}", 1);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (problems)) == 0);
  gtk_text_buffer_undo (buffer);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (problems)) == 1);
}

static void
test_missing_file (AppFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ForeWindow *window = fore_application_new_window (fixture->application);

  fore_window_open_file (window, file, NULL);
  wait_until (fore_bar_get_revealed (window->trouble_bar));
  g_assert_nonnull (strstr (fore_bar_get_text (window->trouble_bar), "gone.md"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
  g_assert_null (fore_window_get_file (window));

  activate (window, "win.dismiss-trouble");
  g_assert_false (fore_bar_get_revealed (window->trouble_bar));
}

static void
test_save (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeDocument *document = fore_window_get_document (window);
  g_autofree char *text = NULL;

  type_text (window, "\n");
  wait_until (g_str_has_prefix (title_of (window), "• "));
  activate (window, "win.save");
  wait_until (!fore_document_get_modified (document));
  g_assert_false (g_str_has_prefix (title_of (window), "• "));

  text = app_fixture_read (fixture, "three.md");
  g_assert_cmpstr (text, ==, "\n" DECK_OF_THREE);
}

static void
test_save_fails (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  type_text (window, "kept");
  /* A folder cannot be written over, not even by root. */
  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);
  g_assert_cmpint (g_mkdir (g_file_peek_path (file), 0700), ==, 0);
  activate (window, "win.save");
  wait_until (fore_bar_get_revealed (window->trouble_bar) ||
              fore_bar_get_revealed (window->changed_bar) ||
              fore_bar_get_revealed (window->gone_bar));
  g_assert_true (fore_document_get_modified (fore_window_get_document (window)));
  g_assert_nonnull (
    find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "action-name", "win.save-as"));
}

static void
test_close_cancel (AppFixture *fixture, gconstpointer unused)
{
  ForeWindow *window = fore_application_new_window (fixture->application);
  GtkWindow *dialog;

  activate (window, "win.new");
  type_text (window, "x");
  wait_until (fore_document_get_modified (fore_window_get_document (window)));
  gtk_window_close (GTK_WINDOW (window));
  wait_until ((dialog = find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);

  /* Asking once is enough. */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (find_window (ADW_TYPE_MESSAGE_DIALOG) == dialog);

  answer ("cancel");
  wait_until (!window->asking);
  g_assert_cmpuint (app_fixture_count_windows (fixture), ==, 1);
  g_assert_true (fore_document_get_modified (fore_window_get_document (window)));
}

static void
test_close_discard (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  g_autofree char *text = NULL;

  type_text (window, "lost");
  wait_until (fore_document_get_modified (fore_window_get_document (window)));
  gtk_window_close (GTK_WINDOW (window));
  answer ("discard");
  wait_until (app_fixture_count_windows (fixture) == 0);

  text = app_fixture_read (fixture, "three.md");
  g_assert_cmpstr (text, ==, DECK_OF_THREE);
}

static void
test_close_save (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  g_autofree char *text = NULL;

  type_text (window, "\n");
  wait_until (fore_document_get_modified (fore_window_get_document (window)));
  gtk_window_close (GTK_WINDOW (window));
  answer ("save");
  wait_until (app_fixture_count_windows (fixture) == 0);

  text = app_fixture_read (fixture, "three.md");
  g_assert_cmpstr (text, ==, "\n" DECK_OF_THREE);
}

static void
test_conflict (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  type_text (window, "mine");
  wait_until (fore_document_get_modified (fore_window_get_document (window)));
  g_object_unref (app_fixture_write (fixture, "three.md", "# Theirs\n"));
  wait_until (fore_bar_get_revealed (window->changed_bar));
  g_assert_nonnull (strstr (fore_bar_get_text (window->changed_bar), "three.md"));

  activate (window, "win.keep-mine");
  wait_until (!fore_bar_get_revealed (window->changed_bar));
  g_assert_true (fore_document_get_modified (fore_window_get_document (window)));
}

static void
test_gone (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);
  wait_until (fore_bar_get_revealed (window->gone_bar));
  g_assert_nonnull (strstr (fore_bar_get_text (window->gone_bar), "three.md"));
}

static void
wait_until_settled (ForeStage *stage)
{
  wait_until (fore_stage_get_settled (stage));
}

static void
test_follow (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeEditor *editor = fore_window_get_editor (window);
  GtkWidget *preview =
    find_widget (GTK_WIDGET (editor), g_type_from_name ("ForePreview"), NULL, NULL);

  fore_editor_go_to_line (editor, 9, 0);
  g_assert_cmpuint (fore_editor_get_index (editor), ==, 1);
  wait_until_settled (fore_editor_get_stage (editor));
  activate (preview, "preview.next");
  wait_until (fore_editor_get_index (editor) == 2);
  wait_until (fore_editor_get_line (editor) == 13);
  activate (window, "win.previous-slide");
  g_assert_cmpuint (fore_editor_get_index (editor), ==, 1);
  g_assert_cmpuint (fore_editor_get_line (editor), ==, 9);

  /* Without following, each stays where it is. */
  activate (window, "win.follow");
  wait_until_settled (fore_editor_get_stage (editor));
  activate (preview, "preview.previous");
  wait_until (fore_editor_get_index (editor) == 0);
  g_assert_cmpuint (fore_editor_get_line (editor), ==, 9);

  activate (window, "win.follow");
  g_assert_cmpuint (fore_editor_get_index (editor), ==, 1);
}

static void
test_place_is_kept (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  fore_editor_go_to_line (fore_window_get_editor (window), 9, 0);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (app_fixture_count_windows (fixture) == 0);

  window = app_fixture_open (fixture, file);
  g_assert_cmpuint (fore_editor_get_line (fore_window_get_editor (window)), ==, 9);
  g_assert_cmpuint (fore_editor_get_index (fore_window_get_editor (window)), ==, 1);
}

static int
get_least_width (ForeWindow *window)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);

  return minimum;
}

/* The wide layout lets itself be replaced. */
static void
test_least_width (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);

  g_assert_false (window->narrow);
  g_assert_cmpint (get_least_width (window), <=, 400);
}

static void
test_narrow (AppFixture *fixture, gconstpointer unused)
{
  GSettings *settings = fore_application_get_settings (fixture->application);
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window;
  GtkWidget *source, *preview;

  g_settings_set_int (settings, "window-width", 500);
  window = app_fixture_open (fixture, file);
  source =
    find_widget (GTK_WIDGET (window), g_type_from_name ("ForeSourcePane"), NULL, NULL);
  preview =
    find_widget (GTK_WIDGET (window), g_type_from_name ("ForePreview"), NULL, NULL);
  wait_until (window->narrow);
  g_assert_true (gtk_widget_get_visible (source));
  g_assert_false (gtk_widget_get_visible (preview));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "preview");
  g_assert_false (gtk_widget_get_visible (source));
  g_assert_true (gtk_widget_get_visible (preview));

  /* Looking for something needs the text. */
  activate (window, "win.find");
  g_assert_true (gtk_widget_get_visible (source));
  g_assert_cmpint (get_least_width (window), <=, 400);
}

static void
test_views (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkWidget *source =
    find_widget (GTK_WIDGET (window), g_type_from_name ("ForeSourcePane"), NULL, NULL);
  GtkWidget *preview =
    find_widget (GTK_WIDGET (window), g_type_from_name ("ForePreview"), NULL, NULL);
  gboolean list_shown = window->slide_list_shown;

  g_assert_true (gtk_widget_get_visible (source) && gtk_widget_get_visible (preview));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view-mode", "s", "source");
  g_assert_true (gtk_widget_get_visible (source) && !gtk_widget_get_visible (preview));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view-mode", "s", "slides");
  g_assert_true (!gtk_widget_get_visible (source) && gtk_widget_get_visible (preview));
  activate (window, "win.slide-list");
  g_assert_true (window->slide_list_shown != list_shown);

  /* The next window starts as this one was left. */
  gtk_window_close (GTK_WINDOW (window));
  wait_until (app_fixture_count_windows (fixture) == 0);
  window = fore_application_new_window (fixture->application);
  g_assert_cmpint (window->view_mode, ==, FORE_VIEW_SLIDES);
  g_assert_true (window->slide_list_shown != list_shown);
}

static void
test_show (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeEditor *editor = fore_window_get_editor (window);
  ForeAudience *audience;
  ForeTalk *talk;

  fore_editor_go_to_slide (editor, 1);
  activate (window, "win.present-here");
  talk = talk_of (window);
  audience = audience_of (window);
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 1);
  g_assert_cmpint (fore_timer_get_state (fore_talk_get_timer (talk)), ==,
                   FORE_TIMER_WAITING);

  /* There is one show for each deck. */
  activate (window, "win.present");
  g_assert_true (talk_of (window) == talk);

  activate (audience, "show.black");
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_BLACK);
  activate (audience, "show.next");
  g_assert_cmpint (fore_talk_get_picture (talk), ==, FORE_PICTURE_SLIDE);
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 1);

  activate (audience, "show.down");
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 2);
  activate (audience, "show.first");
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 0);
  activate (audience, "show.last");
  g_assert_cmpuint (fore_talk_get_index (talk), ==, 2);

  activate (audience, "show.leave");
  g_assert_true (fore_show_get_running (fore_window_get_show (window)));
  activate (audience, "show.leave");
  wait_until (fore_window_get_show (window) == NULL);
  g_assert_cmpuint (fore_editor_get_index (editor), ==, 2);
  g_assert_cmpuint (fore_editor_get_line (editor), ==, 13);
}

static void
test_show_follows_edits (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "one.md", "# One\n");
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeStage *stage;

  activate (window, "win.present");
  stage = fore_audience_get_stage (audience_of (window));
  g_assert_cmpuint (fore_deck_get_n_slides (fore_stage_get_deck (stage)), ==, 1);
  type_text (window, "# Zero\n\n---\n\n");
  wait_until (fore_deck_get_n_slides (fore_stage_get_deck (stage)) == 2);
}

static void
test_export (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "three.md", DECK_OF_THREE "\nNote:\nWhisper this\n");
  g_autofree char *path = g_build_filename (fixture->folder, "out.html", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkWindow *dialog;

  g_settings_set_boolean (fore_application_get_settings (fixture->application),
                          "export-notes", FALSE);
  activate (window, "win.export");
  dialog = find_window (FORE_TYPE_EXPORT_WINDOW);
  g_assert_nonnull (dialog);
  fore_export_window_write (FORE_EXPORT_WINDOW (dialog), target);
  wait_until (find_window (FORE_TYPE_EXPORT_WINDOW) == NULL);

  text = app_fixture_read (fixture, "out.html");
  g_assert_nonnull (strstr (text, "Below"));
  g_assert_nonnull (strstr (text, "<title>Three</title>"));
  g_assert_null (strstr (text, "Whisper this"));
}

static void
test_export_forms (AppFixture *fixture, gconstpointer unused)
{
  static const struct {
    ForeExportFormat format;
    const char *name;
    const char *file;
    const char *start;
  } rows[] = {
    { FORE_EXPORT_FOLDER, "site", "site/index.html", "<!DOCTYPE html>" },
    { FORE_EXPORT_PDF, "out.pdf", "out.pdf", "%PDF-" },
    { FORE_EXPORT_PNG, "out.png", "out-01.png", "\x89PNG" },
    { FORE_EXPORT_MARKDOWN, "out.md", "out.md", "---\ntitle: Three" },
    { FORE_EXPORT_NOTES, "notes.md", "notes.md", "# Three" },
    { FORE_EXPORT_NOTES_TEXT, "out.txt", "out.txt", "Three\n=====" },
    { FORE_EXPORT_PDFPC, "out.pdfpc", "out.pdfpc", "{" },
  };
  g_autoptr (GFile) file =
    app_fixture_write (fixture, "three.md", DECK_OF_THREE "\nNote:\nWhisper this\n");
  ForeWindow *window = app_fixture_open (fixture, file);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, rows[i].name, NULL);
    g_autoptr (GFile) target = g_file_new_for_path (path);
    g_autofree char *text = NULL;
    GtkWindow *dialog;

    activate (window, "win.export");
    dialog = find_window (FORE_TYPE_EXPORT_WINDOW);
    fore_export_window_set_format (FORE_EXPORT_WINDOW (dialog), rows[i].format);
    fore_export_window_write (FORE_EXPORT_WINDOW (dialog), target);
    wait_until (find_window (FORE_TYPE_EXPORT_WINDOW) == NULL);
    text = app_fixture_read (fixture, rows[i].file);
    g_assert_true (g_str_has_prefix (text, rows[i].start));
  }
}

static void
test_export_fails (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  g_autofree char *path = g_build_filename (fixture->folder, "none", "out.html", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  ForeWindow *window = app_fixture_open (fixture, file);
  GtkWindow *dialog;
  GtkWidget *bar;

  activate (window, "win.export");
  dialog = find_window (FORE_TYPE_EXPORT_WINDOW);
  fore_export_window_write (FORE_EXPORT_WINDOW (dialog), target);
  bar = find_widget (GTK_WIDGET (dialog), FORE_TYPE_BAR, NULL, NULL);
  wait_until (fore_bar_get_revealed (FORE_BAR (bar)));
  g_assert_nonnull (strstr (fore_bar_get_text (FORE_BAR (bar)), "out.html"));
  gtk_window_close (dialog);
}

static void
test_finalized (AppFixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "three.md", DECK_OF_THREE);
  ForeWindow *window = app_fixture_open (fixture, file);
  ForeEditor *editor = fore_window_get_editor (window);
  ForeDocument *document = fore_window_get_document (window);
  ForeStage *stage = fore_editor_get_stage (editor);

  activate (window, "win.present");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (stage), (gpointer *) &stage);

  fore_window_close_now (window);
  wait_until (window == NULL && editor == NULL && document == NULL && stage == NULL);
}

static void
add_tests (void)
{
  app_test ("/window/start-page", test_start_page);
  app_test ("/window/open", test_open);
  app_test ("/window/new", test_new);
  app_test ("/window/templates-are-clean", test_templates_are_clean);
  app_test ("/window/wrong-diagram", test_wrong_diagram);
  app_test ("/window/missing-file", test_missing_file);
  app_test ("/window/save", test_save);
  app_test ("/window/save-fails", test_save_fails);
  app_test ("/window/close-cancel", test_close_cancel);
  app_test ("/window/close-discard", test_close_discard);
  app_test ("/window/close-save", test_close_save);
  app_test ("/window/conflict", test_conflict);
  app_test ("/window/gone", test_gone);
  app_test ("/window/follow", test_follow);
  app_test ("/window/place-is-kept", test_place_is_kept);
  app_test ("/window/least-width", test_least_width);
  app_test ("/window/narrow", test_narrow);
  app_test ("/window/views", test_views);
  app_test ("/window/show", test_show);
  app_test ("/window/show-follows-edits", test_show_follows_edits);
  app_test ("/window/export", test_export);
  app_test ("/window/export-forms", test_export_forms);
  app_test ("/window/export-fails", test_export_fails);
  app_test ("/window/finalized", test_finalized);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
