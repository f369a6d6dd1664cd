/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-list-indenter.h"
#include "fore-source-pane.h"
#include "write-fixture.h"

#define DECK "# One\n\ntext\n\n---\n\n# Two\n\n----\n\n# Three\n\n---\n\n# Four\n"

typedef struct {
  WriteFixture base;
  ForeSourcePane *pane;
  GtkTextView *view;
  guint n_moves;
} Fixture;

static void
moved_cb (ForeSourcePane *pane, Fixture *fixture)
{
  fixture->n_moves++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  write_fixture_set_up (&fixture->base, fore_source_pane_new ());
  fixture->pane = FORE_SOURCE_PANE (fixture->base.widget);
  fixture->view =
    GTK_TEXT_VIEW (write_fixture_find (fixture->base.widget, GTK_SOURCE_TYPE_VIEW, 0));
  write_fixture_set_text (&fixture->base, DECK);
  g_signal_connect (fixture->pane, "caret-moved", G_CALLBACK (moved_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  write_fixture_tear_down (&fixture->base);
}

static void
place_caret (Fixture *fixture, guint line, guint column)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->base.buffer, &iter, line - 1, column);
  gtk_text_buffer_place_cursor (fixture->base.buffer, &iter);
  write_fixture_settle ();
}

static guint
get_caret_line (Fixture *fixture)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (fixture->base.buffer, &iter,
                                    gtk_text_buffer_get_insert (fixture->base.buffer));

  return gtk_text_iter_get_line (&iter) + 1;
}

static void
press_action (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (fixture->base.widget, name, NULL));
  write_fixture_settle ();
}

/* --- Caret and slide ---------------------------------------------------------------- */

static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 0);
  place_caret (fixture, 7, 0);
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 1);
  g_assert_cmpuint (fixture->n_moves, ==, 1);
  place_caret (fixture, 7, 2);
  g_assert_cmpuint (fixture->n_moves, ==, 2);
  place_caret (fixture, 16, 0);
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 3);
}

static void
index_cb (ForeSourcePane *pane, guint *index)
{
  *index = fore_source_pane_get_index (pane);
}

/* The index is that of the new deck by the time the signal comes. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  guint index = 99;

  place_caret (fixture, 3, 4);
  g_signal_connect (fixture->pane, "caret-moved", G_CALLBACK (index_cb), &index);
  fixture->n_moves = 0;
  gtk_text_buffer_insert_at_cursor (fixture->base.buffer, "\n\n---\n\n# New", -1);
  write_fixture_settle ();
  g_assert_cmpuint (index, ==, 1);
  g_assert_cmpuint (fixture->n_moves, ==, 1);
}

static void
test_go_to_slide (Fixture *fixture, gconstpointer data)
{
  fore_source_pane_go_to_slide (fixture->pane, 2);
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 2);
  g_assert_cmpuint (get_caret_line (fixture), ==, 11);
  write_fixture_settle ();
  g_assert_cmpuint (fixture->n_moves, ==, 0);

  /* Already there: the caret stays where it is. */
  place_caret (fixture, 11, 4);
  fixture->n_moves = 0;
  fore_source_pane_go_to_slide (fixture->pane, 2);
  write_fixture_settle ();
  g_assert_cmpuint (get_caret_line (fixture), ==, 11);
  g_assert_cmpuint (fixture->n_moves, ==, 0);

  fore_source_pane_go_to_slide (fixture->pane, 99);
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 3);

  fore_source_pane_go_to_line (fixture->pane, 7, 3);
  write_fixture_settle ();
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 1);
  g_assert_cmpuint (fixture->n_moves, ==, 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
}

/* What is loaded was not typed. */
static void
test_load_is_no_move (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 16, 0);
  fixture->n_moves = 0;
  fore_document_set_text (fixture->base.document, "# Other\n\n---\n\n# Deck\n");
  write_fixture_settle ();
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 0);
  g_assert_cmpuint (fixture->n_moves, ==, 0);
}

static char *
make_long_deck (guint n_slides)
{
  GString *text = g_string_new ("# Slide 0\n");

  for (guint i = 1; i < n_slides; i++)
    g_string_append_printf (text, "\n---\n\n# Slide %u\n\n- one\n- two\n- three\n", i);

  return g_string_free (text, FALSE);
}

/* Where the caret is in the window, from 0 at the top to 1 at the bottom. */
static double
get_caret_share (Fixture *fixture)
{
  GdkRectangle caret, visible;

  gtk_text_view_get_cursor_locations (fixture->view, NULL, &caret, NULL);
  gtk_text_view_get_visible_rect (fixture->view, &visible);

  return (double) (caret.y - visible.y) / visible.height;
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long_deck (2000);
  GtkAdjustment *adjustment;
  double value;

  write_fixture_set_text (&fixture->base, text);
  fore_source_pane_go_to_slide (fixture->pane, 1500);
  /* A text view learns the height of its lines while it is idle. */
  do
    write_fixture_wait_for_frame (fixture->base.widget);
  while (get_caret_share (fixture) < 0 || get_caret_share (fixture) > 0.5);
  write_fixture_settle ();
  g_assert_cmpfloat (get_caret_share (fixture), >, 0.1);
  g_assert_cmpfloat (get_caret_share (fixture), <, 0.4);

  /* Neither typing nor a caret that moves within what is seen scrolls. */
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  value = gtk_adjustment_get_value (adjustment);
  gtk_text_buffer_insert_at_cursor (fixture->base.buffer, "abc", -1);
  write_fixture_wait_for_frame (fixture->base.widget);
  fore_source_pane_go_to_slide (fixture->pane, 1500);
  write_fixture_wait_for_frame (fixture->base.widget);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

/* --- Enter -------------------------------------------------------------------------- */

static const struct {
  const char *before; /* "|" is the caret */
  const char *after;
} enter_cases[] = {
  { "- one|", "- one\n- |" },
  { "* one|", "* one\n* |" },
  { "  + one|", "  + one\n  + |" },
  { "9. nine|", "9. nine\n10. |" },
  { "1) one|", "1) one\n2) |" },
  { "- [x] done|", "- [x] done\n- [ ] |" },
  { "> said|", "> said\n> |" },
  { "> - said|", "> - said\n> - |" },
  { "- one\n- |", "- one\n|" },
  { "- one\n- [ ] |", "- one\n|" },
  { "1. one\n2. |", "1. one\n|" },
  { "> said\n> |", "> said\n|" },
  { "    indented|", "    indented\n    |" },
  { "\tindented|", "\tindented\n\t|" },
  { "text|", "text\n|" },
  { "- one| two", "- one\n- | two" },
  { "---|", "---\n|" },
  { "- - -|", "- - -\n|" },
  { "* * *|", "* * *\n|" },
  { "-text|", "-text\n|" },
  { "**bold**|", "**bold**\n|" },
  { "2025 was|", "2025 was\n|" },
  { "🐱 one|", "🐱 one\n|" },
  { "🐱 one\n🐱 two|", "🐱 one\n🐱 two\n🐱 |" },
  { "🐱 one\n🐱 two\n🐱 |", "🐱 one\n🐱 two\n|" },
  { "→ one\n→ two|", "→ one\n→ two\n→ |" },
  { "“one” and\n“one” two|", "“one” and\n“one” two\n|" },
};

static void
set_text_with_caret (Fixture *fixture, const char *text)
{
  const char *caret = strchr (text, '|');
  g_autofree char *plain =
    g_strdup_printf ("%.*s%s", (int) (caret - text), text, caret + 1);
  GtkTextIter iter;

  write_fixture_set_text (&fixture->base, plain);
  gtk_text_buffer_get_iter_at_offset (fixture->base.buffer, &iter,
                                      g_utf8_pointer_to_offset (text, caret));
  gtk_text_buffer_place_cursor (fixture->base.buffer, &iter);
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkSourceIndenter) indenter = fore_list_indenter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (enter_cases); i++) {
    g_autofree char *result = NULL;
    GtkTextIter iter;

    set_text_with_caret (fixture, enter_cases[i].before);
    gtk_text_buffer_insert_at_cursor (fixture->base.buffer, "\n", 1);
    gtk_text_buffer_get_iter_at_mark (fixture->base.buffer, &iter,
                                      gtk_text_buffer_get_insert (fixture->base.buffer));
    gtk_source_indenter_indent (indenter, GTK_SOURCE_VIEW (fixture->view), &iter);
    result = write_fixture_dup_text (&fixture->base);
    g_assert_cmpstr (result, ==, enter_cases[i].after);
  }
}

/* In code, a dash is a minus. */
static void
test_enter_in_code (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkSourceIndenter) indenter = fore_list_indenter_new ();
  g_autofree char *result = NULL;
  GtkTextIter start, end;

  set_text_with_caret (fixture, "```yaml\n  - one|\n```\n");
  gtk_text_buffer_insert_at_cursor (fixture->base.buffer, "\n", 1);
  gtk_text_buffer_get_bounds (fixture->base.buffer, &start, &end);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (fixture->base.buffer), &start,
                                      &end);
  gtk_text_buffer_get_iter_at_line (fixture->base.buffer, &start, 2);
  gtk_source_indenter_indent (indenter, GTK_SOURCE_VIEW (fixture->view), &start);
  result = write_fixture_dup_text (&fixture->base);
  g_assert_cmpstr (result, ==, "```yaml\n  - one\n  |\n```\n");
}

/* --- Keys --------------------------------------------------------------------------- */

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = write_fixture_dup_text (&fixture->base);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  set_text_with_caret (fixture, "- one|");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  if (!write_fixture_press (&fixture->base, "Return"))
    return;
  assert_text (fixture, "- one\n- |");
  write_fixture_press (&fixture->base, "a");
  write_fixture_press (&fixture->base, "Return");
  write_fixture_press (&fixture->base, "Return");
  assert_text (fixture, "- one\n- a\n|");

  /* One press, one step. */
  set_text_with_caret (fixture, "- one|");
  write_fixture_press (&fixture->base, "Return");
  write_fixture_press (&fixture->base, "ctrl+z");
  assert_text (fixture, "- one|");

  set_text_with_caret (fixture, "    - one|");
  write_fixture_press (&fixture->base, "Home");
  assert_text (fixture, "    |- one");
  write_fixture_press (&fixture->base, "Home");
  assert_text (fixture, "|    - one");

  /* Selecting lines by keys as fast as this makes X take the selection away again. */
  g_assert_true (gtk_source_view_get_indent_on_tab (GTK_SOURCE_VIEW (fixture->view)));
}

static void
test_go_to_line_keys (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  if (!write_fixture_press (&fixture->base, "ctrl+i"))
    return;
  write_fixture_press (&fixture->base, "1");
  write_fixture_press (&fixture->base, "1");
  write_fixture_press (&fixture->base, "Return");
  g_assert_cmpuint (get_caret_line (fixture), ==, 11);
  g_assert_cmpuint (fixture->n_moves, ==, 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));

  write_fixture_press (&fixture->base, "ctrl+i");
  write_fixture_press (&fixture->base, "3");
  write_fixture_press (&fixture->base, "Escape");
  g_assert_cmpuint (get_caret_line (fixture), ==, 11);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
}

/* --- Problems ----------------------------------------------------------------------- */

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  write_fixture_set_text (&fixture->base, "---\nslideOptions:\n  transitoin: fade\n"
                                          "  themee: white\n---\n\n# One\n");
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (fore_document_get_problems (fixture->base.document))),
                    ==, 2);
  press_action (fixture, "source.next-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 3);
  g_assert_cmpuint (fixture->n_moves, ==, 1);
  press_action (fixture, "source.next-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 4);
  press_action (fixture, "source.next-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 3);
  press_action (fixture, "source.previous-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 4);
  press_action (fixture, "source.previous-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 3);

  /* Nothing to go to. */
  write_fixture_set_text (&fixture->base, "# Fine\n\ntext\n");
  place_caret (fixture, 3, 1);
  press_action (fixture, "source.next-problem");
  g_assert_cmpuint (get_caret_line (fixture), ==, 3);
}

/* --- Looks -------------------------------------------------------------------------- */

static const PangoFontDescription *
get_font (Fixture *fixture)
{
  /* Styles are looked at again before a frame is drawn. */
  write_fixture_wait_for_frame (fixture->base.widget);

  return pango_context_get_font_description (
    gtk_widget_get_pango_context (GTK_WIDGET (fixture->view)));
}

static int
get_font_size (Fixture *fixture)
{
  return pango_font_description_get_size (get_font (fixture));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n_times)
{
  ++*n_times;
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  int size = get_font_size (fixture);
  guint n_times = 0;
  double zoom;

  g_signal_connect (fixture->pane, "notify::zoom", G_CALLBACK (count_cb), &n_times);
  press_action (fixture, "source.zoom-in");
  g_object_get (fixture->pane, "zoom", &zoom, NULL);
  g_assert_cmpfloat_with_epsilon (zoom, 1.1, 0.001);
  g_assert_cmpint (get_font_size (fixture), >, size);
  g_assert_cmpuint (n_times, ==, 1);

  press_action (fixture, "source.zoom-out");
  g_object_get (fixture->pane, "zoom", &zoom, NULL);
  g_assert_true (zoom == 1.0);
  g_assert_cmpint (get_font_size (fixture), ==, size);

  for (guint i = 0; i < 40; i++)
    press_action (fixture, "source.zoom-in");
  g_object_get (fixture->pane, "zoom", &zoom, NULL);
  g_assert_true (zoom == 4.0);
  press_action (fixture, "source.zoom-normal");
  g_assert_cmpint (get_font_size (fixture), ==, size);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *monospace =
    g_strdup (pango_font_description_get_family (get_font (fixture)));
  gboolean value;

  g_object_set (fixture->pane, "monospace", FALSE, "wrap", FALSE, "line-numbers", FALSE,
                NULL);
  g_assert_cmpstr (pango_font_description_get_family (get_font (fixture)), !=, monospace);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (fixture->view), ==, GTK_WRAP_NONE);
  g_object_get (fixture->pane, "line-numbers", &value, NULL);
  g_assert_false (value);
}

static gboolean
has_class (Fixture *fixture, guint line, guint column, const char *name)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->base.buffer, &iter, line - 1, column);

  return gtk_source_buffer_iter_has_context_class (
    GTK_SOURCE_BUFFER (fixture->base.buffer), &iter, name);
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (fixture->base.buffer);
  GtkTextIter start, end;

  g_assert_cmpstr (gtk_source_language_get_id (gtk_source_buffer_get_language (buffer)),
                   ==, "foredeck");
  write_fixture_set_text (&fixture->base, "---\n"
                                          "title: x\n"
                                          "---\n"
                                          "# Heading `code`\n"
                                          "<style>\n"
                                          ".a { color: red }\n"
                                          "</style>\n"
                                          "text <!-- a comment --> text\n"
                                          "```js\n"
                                          "---\n"
                                          "```\n"
                                          "<!-- .slide: class=\"a\" -->\n"
                                          "text\n");
  gtk_text_buffer_get_bounds (fixture->base.buffer, &start, &end);
  gtk_source_buffer_ensure_highlight (buffer, &start, &end);

  g_assert_true (has_class (fixture, 2, 1, "no-spell-check"));
  g_assert_false (has_class (fixture, 4, 3, "no-spell-check"));
  g_assert_true (has_class (fixture, 4, 12, "no-spell-check"));
  g_assert_true (has_class (fixture, 6, 2, "no-spell-check"));
  g_assert_false (has_class (fixture, 8, 1, "comment"));
  g_assert_true (has_class (fixture, 8, 12, "comment"));
  g_assert_false (has_class (fixture, 8, 26, "comment"));
  g_assert_true (has_class (fixture, 10, 1, "fenced-code"));
  g_assert_true (has_class (fixture, 12, 16, "no-spell-check"));
  g_assert_false (has_class (fixture, 13, 1, "no-spell-check"));
}

/* A pane outlives its document, and takes another. */
static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ForeDocument) other = fore_document_new ();

  fore_document_set_text (other, "# Other\n");
  place_caret (fixture, 16, 0);
  fore_source_pane_set_document (fixture->pane, other);
  write_fixture_settle ();
  g_assert_cmpuint (fore_source_pane_get_index (fixture->pane), ==, 0);
  fore_source_pane_set_document (fixture->pane, NULL);
  press_action (fixture, "source.next-problem");
  press_action (fixture, "source.go-to-line");
  press_action (fixture, "source.find");
  g_assert_finalize_object (g_steal_pointer (&other));
}

#define ADD(path, function)                                                              \
  g_test_add ("/source-pane/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  write_fixture_init (&argc, &argv);

  ADD ("index", test_index);
  ADD ("typing", test_typing);
  ADD ("go-to-slide", test_go_to_slide);
  ADD ("load-is-no-move", test_load_is_no_move);
  ADD ("scroll", test_scroll);
  ADD ("enter", test_enter);
  ADD ("enter-in-code", test_enter_in_code);
  ADD ("keys", test_keys);
  ADD ("go-to-line-keys", test_go_to_line_keys);
  ADD ("problems", test_problems);
  ADD ("zoom", test_zoom);
  ADD ("settings", test_settings);
  ADD ("language", test_language);
  ADD ("other-document", test_other_document);

  return g_test_run ();
}
