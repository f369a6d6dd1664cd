/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-find-bar.h"
#include "fore-source-pane.h"
#include "write-fixture.h"

typedef struct {
  WriteFixture base;
  GtkWidget *view;
  ForeFindBar *bar;
  GtkEditable *entry;
  GtkEditable *replacement;
  GtkLabel *count;
  GtkWidget *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  write_fixture_set_up (&fixture->base, fore_source_pane_new ());
  fixture->view = write_fixture_find (fixture->base.widget, GTK_SOURCE_TYPE_VIEW, 0);
  fixture->bar =
    FORE_FIND_BAR (write_fixture_find (fixture->base.widget, FORE_TYPE_FIND_BAR, 0));
  fixture->entry =
    GTK_EDITABLE (write_fixture_find (GTK_WIDGET (fixture->bar), GTK_TYPE_ENTRY, 0));
  fixture->replacement =
    GTK_EDITABLE (write_fixture_find (GTK_WIDGET (fixture->bar), GTK_TYPE_ENTRY, 1));
  fixture->count =
    GTK_LABEL (write_fixture_find_class (GTK_WIDGET (fixture->bar), "count", 0));
  fixture->error = write_fixture_find_class (GTK_WIDGET (fixture->bar), "caption", 0);
  write_fixture_set_text (&fixture->base, "one two One\ntwo twofold\none\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  write_fixture_tear_down (&fixture->base);
}

static void
act (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->entry), name, NULL));
}

/* Searching is done in pieces, in idle sources. */
static void
wait_for_count (Fixture *fixture, const char *text)
{
  while (!g_str_equal (gtk_label_get_label (fixture->count), text))
    g_main_context_iteration (NULL, TRUE);
}

static void
retype (Fixture *fixture, const char *text, const char *count)
{
  gtk_editable_set_text (fixture->entry, text);
  wait_for_count (fixture, count);
}

static void
find (Fixture *fixture, const char *text, const char *count)
{
  fore_find_bar_open (fixture->bar, TRUE);
  retype (fixture, text, count);
}

static void
toggle (Fixture *fixture, guint nth)
{
  GtkWidget *button =
    write_fixture_find (GTK_WIDGET (fixture->bar), GTK_TYPE_TOGGLE_BUTTON, nth);

  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (button),
    !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

#define CASE 0
#define WORDS 1
#define REGEX 2

static void
assert_selected (Fixture *fixture, int start_offset, int end_offset)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (fixture->base.buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, start_offset);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, end_offset);
}

static void
place_caret (Fixture *fixture, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->base.buffer, &iter, offset);
  gtk_text_buffer_place_cursor (fixture->base.buffer, &iter);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (fixture->base.buffer, &start, &end);
  text = gtk_text_buffer_get_text (fixture->base.buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  find (fixture, "two", "1 of 3");
  assert_selected (fixture, 4, 7);
  act (fixture, "find.next");
  wait_for_count (fixture, "2 of 3");
  act (fixture, "find.next");
  wait_for_count (fixture, "3 of 3");
  assert_selected (fixture, 16, 19);
  /* Round and round. */
  act (fixture, "find.next");
  wait_for_count (fixture, "1 of 3");
  act (fixture, "find.previous");
  wait_for_count (fixture, "3 of 3");
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  find (fixture, "one", "1 of 3");
  toggle (fixture, CASE);
  wait_for_count (fixture, "1 of 2");
  toggle (fixture, CASE);
  wait_for_count (fixture, "1 of 3");

  find (fixture, "two", "1 of 3");
  toggle (fixture, WORDS);
  wait_for_count (fixture, "1 of 2");
  toggle (fixture, WORDS);

  find (fixture, "t.o", "Not found");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"));
  toggle (fixture, REGEX);
  wait_for_count (fixture, "1 of 3");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"));

  find (fixture, "^t", "1 of 1");
  assert_selected (fixture, 12, 13);
}

static void
test_bad_expression (Fixture *fixture, gconstpointer data)
{
  toggle (fixture, REGEX);
  find (fixture, "(two", "");
  g_assert_true (gtk_widget_get_visible (fixture->error));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->error)), !=, "");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"));

  find (fixture, "(two)", "1 of 3");
  g_assert_false (gtk_widget_get_visible (fixture->error));

  /* A replacement can be as wrong. */
  gtk_editable_set_text (fixture->replacement, "\\g<x");
  act (fixture, "find.replace-all");
  g_assert_true (gtk_widget_get_visible (fixture->error));
  assert_text (fixture, "one two One\ntwo twofold\none\n");
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  find (fixture, "two", "1 of 3");
  gtk_editable_set_text (fixture->replacement, "three");
  act (fixture, "find.replace");
  assert_text (fixture, "one three One\ntwo twofold\none\n");
  wait_for_count (fixture, "1 of 2");
  assert_selected (fixture, 14, 17);

  /* Not at a match, it goes there first. */
  place_caret (fixture, 0);
  act (fixture, "find.replace");
  assert_text (fixture, "one three One\ntwo twofold\none\n");
  act (fixture, "find.replace");
  assert_text (fixture, "one three One\nthree twofold\none\n");
}

static void
test_replace_all (Fixture *fixture, gconstpointer data)
{
  toggle (fixture, REGEX);
  find (fixture, "t(w)o", "1 of 3");
  gtk_editable_set_text (fixture->replacement, "<\\1>");
  act (fixture, "find.replace-all");
  assert_text (fixture, "one <w> One\n<w> <w>fold\none\n");
  wait_for_count (fixture, "Not found");

  gtk_text_buffer_undo (fixture->base.buffer);
  assert_text (fixture, "one two One\ntwo twofold\none\n");
  wait_for_count (fixture, "3 matches");
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (fixture->base.buffer, &start, 12);
  gtk_text_buffer_get_iter_at_offset (fixture->base.buffer, &end, 15);
  gtk_text_buffer_select_range (fixture->base.buffer, &start, &end);
  fore_find_bar_open (fixture->bar, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "two");
  wait_for_count (fixture, "2 of 3");
  assert_selected (fixture, 12, 15);

  /* Lines are not looked for. */
  gtk_text_buffer_get_iter_at_offset (fixture->base.buffer, &end, 24);
  gtk_text_buffer_select_range (fixture->base.buffer, &start, &end);
  fore_find_bar_open (fixture->bar, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "two");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 9);
  find (fixture, "zero", "Not found");
  assert_selected (fixture, 9, 9);
  act (fixture, "find.close");
  g_assert_false (fore_find_bar_get_open (fixture->bar));
  assert_selected (fixture, 9, 9);
  g_assert_true (gtk_widget_has_focus (fixture->view));

  /* What was found stays selected. From the caret on, not from the start. */
  find (fixture, "two", "2 of 3");
  act (fixture, "find.close");
  assert_selected (fixture, 12, 15);

  /* Letter by letter from the same place. */
  place_caret (fixture, 9);
  find (fixture, "t", "2 of 3");
  retype (fixture, "two", "2 of 3");
  retype (fixture, "twof", "1 of 1");
  retype (fixture, "two", "2 of 3");
  retype (fixture, "", "");
  assert_selected (fixture, 9, 9);
}

/* An expression that matches nothing everywhere does not hang. */
static void
test_empty_matches (Fixture *fixture, gconstpointer data)
{
  toggle (fixture, REGEX);
  fore_find_bar_open (fixture->bar, FALSE);
  gtk_editable_set_text (fixture->entry, "x*");
  write_fixture_settle ();
  for (guint i = 0; i < 10; i++)
    act (fixture, "find.next");
  write_fixture_settle ();
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->view);
  if (!write_fixture_press (&fixture->base, "ctrl+f"))
    return;
  g_assert_true (fore_find_bar_get_open (fixture->bar));
  for (const char *key = "two"; *key != '\0'; key++) {
    char name[] = { *key, '\0' };

    write_fixture_press (&fixture->base, name);
  }
  wait_for_count (fixture, "1 of 3");
  write_fixture_press (&fixture->base, "Return");
  wait_for_count (fixture, "2 of 3");
  write_fixture_press (&fixture->base, "shift+Return");
  wait_for_count (fixture, "1 of 3");
  write_fixture_press (&fixture->base, "Escape");
  g_assert_false (fore_find_bar_get_open (fixture->bar));
  g_assert_true (gtk_widget_has_focus (fixture->view));
  assert_selected (fixture, 4, 7);

  write_fixture_press (&fixture->base, "ctrl+h");
  write_fixture_press (&fixture->base, "Tab");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "two");
}

#define ADD(path, function)                                                              \
  g_test_add ("/find-bar/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  write_fixture_init (&argc, &argv);

  ADD ("step", test_step);
  ADD ("options", test_options);
  ADD ("bad-expression", test_bad_expression);
  ADD ("replace", test_replace);
  ADD ("replace-all", test_replace_all);
  ADD ("selection", test_selection);
  ADD ("close", test_close);
  ADD ("empty-matches", test_empty_matches);
  ADD ("keys", test_keys);

  return g_test_run ();
}
