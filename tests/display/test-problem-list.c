/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-problem-list.h"
#include "fore-problem-row.h"
#include "write-fixture.h"

#include <string.h>

#define BAD                                                                              \
  "---\nslideOptions:\n  transitoin: fade\n  themee: white\n---\n\n# One\n\n---\n\n# "   \
  "Two\n"

typedef struct {
  WriteFixture base;
  GtkWidget *list;
  GListModel *problems;
  guint line;
  guint n_activated;
  guint n_removed;
  guint n_added;
} Fixture;

static void
activated_cb (ForeProblemList *list, guint line, guint column, Fixture *fixture)
{
  fixture->line = line;
  fixture->n_activated++;
}

static void
changed_cb (
  GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_removed += removed;
  fixture->n_added += added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  write_fixture_set_up (&fixture->base, fore_problem_list_new ());
  write_fixture_set_text (&fixture->base, BAD);
  fixture->list = write_fixture_find (fixture->base.widget, GTK_TYPE_LIST_VIEW, 0);
  fixture->problems = G_LIST_MODEL (fore_document_get_problems (fixture->base.document));
  g_signal_connect (fixture->base.widget, "problem-activated", G_CALLBACK (activated_cb),
                    fixture);
  g_signal_connect (fixture->problems, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->problems, fixture);
  write_fixture_tear_down (&fixture->base);
}

static void
insert (Fixture *fixture, guint line, const char *text)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (fixture->base.buffer, &iter, line - 1);
  gtk_text_buffer_insert (fixture->base.buffer, &iter, text, -1);
  write_fixture_settle ();
}

static const char *
get_place (Fixture *fixture, guint position)
{
  GtkWidget *row = write_fixture_find (fixture->list, FORE_TYPE_PROBLEM_ROW, position);

  return gtk_label_get_label (GTK_LABEL (write_fixture_find (row, GTK_TYPE_LABEL, 1)));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = write_fixture_find (fixture->list, FORE_TYPE_PROBLEM_ROW, 0);
  g_autoptr (ForeProblem) first = g_list_model_get_item (fixture->problems, 0);
  ForeDiagnostic *diagnostic = fore_problem_get_diagnostic (first);
  g_autofree char *label = g_strdup_printf ("Warning: %s Slide 1 · line 3",
                                            fore_diagnostic_get_message (diagnostic));

  g_assert_cmpuint (write_fixture_count (fixture->list, FORE_TYPE_PROBLEM_ROW), ==, 2);
  g_assert_cmpstr (get_place (fixture, 0), ==, "Slide 1 · line 3");
  g_assert_cmpstr (get_place (fixture, 1), ==, "Slide 1 · line 4");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    gtk_widget_activate_action (fixture->list, "list.activate-item", "u", 1));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->line, ==, 4);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->base.widget);
  if (!write_fixture_press (&fixture->base, "Down"))
    return;
  write_fixture_press (&fixture->base, "Return");
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->line, ==, 4);
}

/* The same problem stays the same object, in the same row, with its new line. */
static void
test_lines_above (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ForeProblem) before = g_list_model_get_item (fixture->problems, 1);
  g_autoptr (ForeProblem) after = NULL;

  insert (fixture, 2, "title: x\n\n");
  after = g_list_model_get_item (fixture->problems, 1);
  g_assert_true (before == after);
  g_assert_cmpuint (fixture->n_removed + fixture->n_added, ==, 0);
  g_assert_cmpuint (fore_diagnostic_get_line (fore_problem_get_diagnostic (after)), ==,
                    6);
  g_assert_cmpstr (get_place (fixture, 1), ==, "Slide 1 · line 6");
}

/* One problem goes, the other stays. */
static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ForeProblem) second = g_list_model_get_item (fixture->problems, 1);
  g_autoptr (ForeProblem) first = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (fixture->base.buffer, &start, 2);
  gtk_text_buffer_get_iter_at_line (fixture->base.buffer, &end, 3);
  gtk_text_buffer_delete (fixture->base.buffer, &start, &end);
  write_fixture_settle ();
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 0);
  first = g_list_model_get_item (fixture->problems, 0);
  g_assert_true (first == second);
  g_assert_cmpstr (get_place (fixture, 0), ==, "Slide 1 · line 3");
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack =
    GTK_STACK (write_fixture_find (fixture->base.widget, GTK_TYPE_STACK, 0));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "problems");
  fore_document_set_text (fixture->base.document, "# Fine\n");
  write_fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

/* A button changes the text, and one step of undo changes it back. */
static void
test_fix (Fixture *fixture, gconstpointer data)
{
  const char *text = "<style>\nh1 { color: \"red\" }\n</style>\n\n# One\n";
  g_autofree char *fixed = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *row;

  write_fixture_set_text (&fixture->base, text);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->problems), ==, 1);
  row = write_fixture_find (fixture->list, FORE_TYPE_PROBLEM_ROW, 0);
  g_signal_emit_by_name (write_fixture_find (row, GTK_TYPE_BUTTON, 0), "clicked");
  write_fixture_settle ();
  fixed = write_fixture_dup_text (&fixture->base);
  g_assert_nonnull (strstr (fixed, "color: red }"));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->problems), ==, 0);

  gtk_text_buffer_undo (fixture->base.buffer);
  write_fixture_settle ();
  undone = write_fixture_dup_text (&fixture->base);
  g_assert_nonnull (strstr (undone, "color: \"red\" }"));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->problems), ==, 1);
}

/* What makes room for words goes there. */
static void
test_fix_goes_there (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  write_fixture_set_text (&fixture->base, "# One\n\n![](./a.png)\n");
  row = write_fixture_find (fixture->list, FORE_TYPE_PROBLEM_ROW, 0);
  gtk_widget_activate_action (row, "problem.fix", "u", FORE_FIX_DESCRIBE);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->line, ==, 3);
}

#define ADD(path, function)                                                              \
  g_test_add ("/problem-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  write_fixture_init (&argc, &argv);

  ADD ("rows", test_rows);
  ADD ("activate", test_activate);
  ADD ("keys", test_keys);
  ADD ("lines-above", test_lines_above);
  ADD ("fixed", test_fixed);
  ADD ("none", test_none);
  ADD ("fix", test_fix);
  ADD ("fix-goes-there", test_fix_goes_there);

  return g_test_run ();
}
