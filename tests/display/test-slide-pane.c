/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-pane.h"
#include "fore-slide-row.h"
#include "fore-thumbnail-cache.h"
#include "write-fixture.h"

#define DECK "# One\n\n---\n\n# Two\n\n----\n\n# Three\n\n---\n\n# Four\n"

typedef struct {
  WriteFixture base;
  ForeSlidePane *pane;
  GtkWidget *list;
  GdkTexture *picture;
  GArray *asked; /* guint: the slides asked for */
  gboolean answers;
  guint n_waiting;
  guint n_activated;
  guint activated;
} Fixture;

static GdkTexture *
make_picture (void)
{
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (16 * 9 * 4), 16 * 9 * 4);

  return gdk_memory_texture_new (16, 9, GDK_MEMORY_R8G8B8A8, pixels, 16 * 4);
}

typedef struct {
  Fixture *fixture;
  ForeSlide *slide;
} Answer;

static gboolean
answer_cb (gpointer user_data)
{
  Answer *answer = user_data;

  answer->fixture->n_waiting--;
  fore_slide_pane_set_thumbnail (answer->fixture->pane, answer->slide,
                                 answer->fixture->picture);
  g_object_unref (answer->slide);
  g_free (answer);

  return G_SOURCE_REMOVE;
}

static void
asked_cb (guint index, gpointer user_data)
{
  Fixture *fixture = user_data;
  Answer *answer;

  /* One at a time. */
  g_assert_cmpuint (fixture->n_waiting, ==, 0);
  g_array_append_val (fixture->asked, index);
  if (!fixture->answers)
    return;
  fixture->n_waiting++;
  answer = g_new0 (Answer, 1);
  answer->fixture = fixture;
  answer->slide = g_object_ref (
    fore_deck_get_slide (fore_document_get_deck (fixture->base.document), index));
  g_idle_add (answer_cb, answer);
}

static void
activated_cb (ForeSlidePane *pane, guint index, Fixture *fixture)
{
  fixture->n_activated++;
  fixture->activated = index;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  write_fixture_set_up (&fixture->base, fore_slide_pane_new ());
  fixture->pane = FORE_SLIDE_PANE (fixture->base.widget);
  fixture->list = write_fixture_find (fixture->base.widget, GTK_TYPE_LIST_VIEW, 0);
  fixture->picture = make_picture ();
  fixture->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->answers = TRUE;
  write_fixture_set_text (&fixture->base, DECK);
  fore_slide_pane_set_thumbnail_func (fixture->pane, asked_cb, fixture, NULL);
  g_signal_connect (fixture->pane, "slide-activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  write_fixture_tear_down (&fixture->base);
  g_assert_finalize_object (fixture->picture);
  g_array_unref (fixture->asked);
}

/* Waits until two frames have passed in which nothing more was asked for. */
static void
wait_for_pictures (Fixture *fixture)
{
  guint n_asked;

  do {
    n_asked = fixture->asked->len;
    for (guint i = 0; i < 2; i++) {
      write_fixture_wait_for_frame (fixture->base.widget);
      write_fixture_settle ();
    }
  } while (fixture->asked->len > n_asked || fixture->n_waiting > 0);
}

static void
insert (Fixture *fixture, guint line, const char *text)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (fixture->base.buffer, &iter, line - 1);
  gtk_text_buffer_insert (fixture->base.buffer, &iter, text, -1);
  write_fixture_settle ();
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list));
}

static guint
get_selected (Fixture *fixture)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_model (fixture)));
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), ==, 4);
  fore_slide_pane_set_index (fixture->pane, 2);
  g_assert_cmpuint (get_selected (fixture), ==, 2);

  /* Slides that come above move the one outlined along. */
  insert (fixture, 1, "# Zero\n\n---\n\n");
  g_assert_cmpuint (get_selected (fixture), ==, 3);
  g_assert_cmpuint (fore_slide_pane_get_index (fixture->pane), ==, 3);

  /* The slide outlined is edited itself. */
  insert (fixture, 14, "more\n");
  g_assert_cmpuint (get_selected (fixture), ==, 3);

  fore_slide_pane_set_index (fixture->pane, 99);
  g_assert_cmpuint (fore_slide_pane_get_index (fixture->pane), ==, 4);
  g_assert_cmpuint (fixture->n_activated, ==, 0);

  /* It is removed. */
  fore_document_set_text (fixture->base.document, "# One\n");
  g_assert_cmpuint (fore_slide_pane_get_index (fixture->pane), ==, 0);
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

static void
test_user_chooses (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_item (get_model (fixture), 2, TRUE);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, 2);
  g_assert_cmpuint (fore_slide_pane_get_index (fixture->pane), ==, 2);

  g_assert_true (
    gtk_widget_activate_action (fixture->list, "list.activate-item", "u", 2));
  g_assert_cmpuint (fixture->n_activated, ==, 2);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  wait_for_pictures (fixture);
  gtk_widget_grab_focus (fixture->base.widget);
  if (!write_fixture_press (&fixture->base, "Down"))
    return;
  g_assert_cmpuint (fixture->activated, ==, 1);
  write_fixture_press (&fixture->base, "Down");
  g_assert_cmpuint (fixture->activated, ==, 2);
  write_fixture_press (&fixture->base, "Up");
  g_assert_cmpuint (fixture->activated, ==, 1);
  g_assert_cmpuint (fixture->n_activated, ==, 3);
  write_fixture_press (&fixture->base, "Return");
  g_assert_cmpuint (fixture->n_activated, ==, 4);
}

static GtkWidget *
get_row (Fixture *fixture, guint position)
{
  return write_fixture_find (fixture->list, FORE_TYPE_SLIDE_ROW, position);
}

static const char *
get_number (Fixture *fixture, guint position)
{
  return gtk_label_get_label (
    GTK_LABEL (write_fixture_find (get_row (fixture, position), GTK_TYPE_LABEL, 0)));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *item = gtk_widget_get_parent (get_row (fixture, 1));

  g_assert_cmpstr (get_number (fixture, 0), ==, "1");
  g_assert_cmpstr (get_number (fixture, 1), ==, "2.1");
  g_assert_cmpstr (get_number (fixture, 2), ==, "2.2");
  g_assert_cmpstr (get_number (fixture, 3), ==, "3");
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, 2), "vertical-slide"));
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, 3), "vertical-slide"));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Slide 2.1: Two");

  /* A stack that is no more. */
  fore_document_set_text (fixture->base.document,
                          "# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\n\n# Four\n");
  write_fixture_settle ();
  g_assert_cmpstr (get_number (fixture, 1), ==, "2");
  g_assert_cmpstr (get_number (fixture, 2), ==, "3");
  g_assert_cmpstr (get_number (fixture, 3), ==, "4");
}

static gboolean
has_mark (Fixture *fixture, guint position)
{
  GtkWidget *row = get_row (fixture, position);

  return write_fixture_count (row, GTK_TYPE_IMAGE) > 0 &&
         gtk_widget_get_visible (write_fixture_find (row, GTK_TYPE_IMAGE, 0));
}

static void
test_problem_mark (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_mark (fixture, 0));
  insert (fixture, 1, "---\nslideOptions:\n  transitoin: fade\n---\n\n");
  g_assert_true (has_mark (fixture, 0));
  g_assert_false (has_mark (fixture, 1));
  write_fixture_set_text (&fixture->base, "# Without a problem\n");
  g_assert_false (has_mark (fixture, 0));
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 4);

  /* One slide is edited, one is asked for. */
  insert (fixture, 6, "more\n");
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 5);
  g_assert_cmpuint (g_array_index (fixture->asked, guint, 4), ==, 1);

  fore_slide_pane_invalidate (fixture->pane);
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 9);

  /* A style sheet in one slide concerns all. */
  insert (fixture, 6, "<style>h1 { color: red }</style>\n");
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 13);

  /* So does the theme. */
  insert (fixture, 1, "---\nslideOptions:\n  theme: moon\n---\n\n");
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 17);
}

/* A slide that cannot be drawn is not asked for again and again. */
static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) picture = g_steal_pointer (&fixture->picture);

  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 4);
  fixture->picture = g_steal_pointer (&picture);
}

static char *
make_long_deck (guint n_slides)
{
  GString *text = g_string_new ("# Slide 0\n");

  for (guint i = 1; i < n_slides; i++)
    g_string_append_printf (text, "\n---\n\n# Slide %u\n", i);

  return g_string_free (text, FALSE);
}

static void
test_large_deck (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long_deck (10000);
  GtkAdjustment *adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
  guint n_asked;
  double value;

  write_fixture_set_text (&fixture->base, text);
  wait_for_pictures (fixture);
  n_asked = fixture->asked->len;
  g_assert_cmpuint (n_asked, <, 4 + 20);
  g_assert_cmpuint (write_fixture_count (fixture->list, FORE_TYPE_SLIDE_ROW), <, 500);

  fore_slide_pane_set_index (fixture->pane, 5000);
  wait_for_pictures (fixture);
  g_assert_cmpuint (fixture->asked->len, >, n_asked);
  g_assert_cmpuint (fixture->asked->len, <, n_asked + 20);
  /* The one outlined comes first. */
  g_assert_cmpuint (g_array_index (fixture->asked, guint, n_asked), ==, 5000);

  /* An edit of what is seen does not move what is seen. */
  value = gtk_adjustment_get_value (adjustment);
  n_asked = fixture->asked->len;
  insert (fixture, 5000 * 4 + 2, "text\n");
  wait_for_pictures (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  g_assert_cmpuint (fixture->asked->len, ==, n_asked + 1);
  g_assert_cmpuint (fore_slide_pane_get_index (fixture->pane), ==, 5000);
}

/* --- The cache ---------------------------------------------------------------------- */

static void
test_cache (void)
{
  g_autoptr (ForeThumbnailCache) cache = fore_thumbnail_cache_new (3);
  g_autoptr (GdkTexture) picture = make_picture ();
  g_autoptr (GdkTexture) other = make_picture ();
  ForeThumbnailState state;

  g_assert_null (fore_thumbnail_cache_lookup (cache, 1, &state));
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_WANTED);
  fore_thumbnail_cache_store (cache, 1, picture);
  g_assert_true (fore_thumbnail_cache_lookup (cache, 1, &state) == picture);
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_DRAWN);

  fore_thumbnail_cache_inherit (cache, 1, 2);
  g_assert_true (fore_thumbnail_cache_lookup (cache, 2, &state) == picture);
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_WANTED);
  fore_thumbnail_cache_store (cache, 2, other);
  fore_thumbnail_cache_inherit (cache, 1, 2);
  g_assert_true (fore_thumbnail_cache_lookup (cache, 2, &state) == other);
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_DRAWN);

  /* It could not be drawn: the old picture is better than none. */
  fore_thumbnail_cache_store (cache, 2, NULL);
  g_assert_true (fore_thumbnail_cache_lookup (cache, 2, &state) == other);
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_FAILED);
  fore_thumbnail_cache_invalidate (cache);
  fore_thumbnail_cache_lookup (cache, 2, &state);
  g_assert_cmpint (state, ==, FORE_THUMBNAIL_WANTED);

  /* What was used least goes first. */
  fore_thumbnail_cache_store (cache, 3, picture);
  fore_thumbnail_cache_lookup (cache, 1, NULL);
  fore_thumbnail_cache_store (cache, 4, picture);
  g_assert_cmpuint (fore_thumbnail_cache_get_size (cache), ==, 3);
  g_assert_null (fore_thumbnail_cache_lookup (cache, 2, NULL));
  g_assert_nonnull (fore_thumbnail_cache_lookup (cache, 1, NULL));
}

#define ADD(path, function)                                                              \
  g_test_add ("/slide-pane/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  write_fixture_init (&argc, &argv);

  g_test_add_func ("/slide-pane/cache", test_cache);
  ADD ("follows", test_follows);
  ADD ("user-chooses", test_user_chooses);
  ADD ("keys", test_keys);
  ADD ("rows", test_rows);
  ADD ("problem-mark", test_problem_mark);
  ADD ("pictures", test_pictures);
  ADD ("no-picture", test_no_picture);
  ADD ("large-deck", test_large_deck);

  return g_test_run ();
}
