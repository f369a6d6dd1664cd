/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-bar.h"
#include "fore-dialogs.h"
#include "fore-places.h"
#include "fore-preview.h"
#include "fore-refused-hosts.h"
#include "fore-row-layout.h"
#include "fore-status-line.h"

#include "app-fixture.h"

/* The parts of the windows that need no document. */

static ForeDeck *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return fore_deck_parse (bytes, NULL);
}

static void
test_read_position (void)
{
  const struct {
    const char *text;
    int index; /* -1: there is no such slide */
  } cases[] = {
    { "1", 0 },     { "2", 1 },     { "2.1", 1 },         { "2.2", 2 },
    { " 2/2 ", 2 }, { "2.3", -1 },  { "3", -1 },          { "0", -1 },
    { "2.0", -1 },  { "", -1 },     { "x", -1 },          { "2.", -1 },
    { "-1", -1 },   { "2.2x", -1 }, { "1 1", -1 },        { "+1", -1 },
    { ".1", -1 },   { "2..2", -1 }, { "4294967297", -1 }, { "18446744073709551617", -1 },
  };
  g_autoptr (ForeDeck) deck = parse (DECK_OF_THREE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint index = G_MAXUINT;
    gboolean found = fore_status_line_read_position (deck, cases[i].text, &index);

    g_test_message ("“%s”", cases[i].text);
    g_assert_cmpint (found ? (int) index : -1, ==, cases[i].index);
  }
}

static void
test_describe_position (void)
{
  g_autoptr (ForeDeck) deck = parse (DECK_OF_THREE);
  const char *const expected[] = { "1", "2.1", "2.2" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *position = fore_preview_describe_position (deck, i);

    g_assert_cmpstr (position, ==, expected[i]);
  }
}

static void
test_links (void)
{
  const char *const safe[] = { "https://example.org/a?b#c", "HTTP://example.org",
                               "mailto:a@example.org", "tel:+49123" };
  const char *const unsafe[] = { "file:///etc/passwd",
                                 "javascript:alert(1)",
                                 "data:text/html,x",
                                 "smb://host/share",
                                 "/etc/passwd",
                                 "x.desktop",
                                 "",
                                 "vnd.libreoffice.command:x",
                                 "fore://page/" };

  for (gsize i = 0; i < G_N_ELEMENTS (safe); i++)
    g_assert_true (fore_dialogs_is_link_safe (safe[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (fore_dialogs_is_link_safe (unsafe[i]));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fore_places_save_finish (FORE_PLACES (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
save_places (ForePlaces *places)
{
  gboolean saved = FALSE;

  fore_places_save_async (places, NULL, saved_cb, &saved);
  wait_until (saved);
}

static void
test_places (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_state_dir (), "new", "places.ini", NULL);
  g_autoptr (GFile) odd = g_file_new_for_uri ("sftp://host/%5Ba%5D%20b/[c].md");
  g_autoptr (GFile) first = g_file_new_for_path ("/decks/0.md");
  g_autoptr (ForePlaces) places = fore_places_new (path);
  g_autoptr (ForePlaces) again = NULL;

  g_assert_cmpuint (fore_places_lookup (places, odd), ==, 0);
  fore_places_remember (places, first, 7);
  for (guint i = 1; i < FORE_PLACES_MAX; i++) {
    g_autofree char *name = g_strdup_printf ("/decks/%u.md", i);
    g_autoptr (GFile) file = g_file_new_for_path (name);

    fore_places_remember (places, file, i);
  }
  g_assert_cmpuint (fore_places_lookup (places, first), ==, 7);

  /* The deck used longest ago makes room. */
  fore_places_remember (places, odd, 42);
  g_assert_cmpuint (fore_places_lookup (places, first), ==, 0);
  save_places (places);

  again = fore_places_new (path);
  g_assert_cmpuint (fore_places_lookup (again, odd), ==, 42);
  g_assert_cmpuint (fore_places_lookup (again, first), ==, 0);
}

static void
test_places_damaged (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "places.ini", NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/decks/0.md");
  g_autoptr (ForePlaces) places = fore_places_new (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "\xff[not a key file\nline=-3", -1, NULL));
  g_assert_cmpuint (fore_places_lookup (places, file), ==, 0);
  fore_places_remember (places, file, 3);
  save_places (places);
  g_assert_cmpuint (fore_places_lookup (places, file), ==, 3);
}

static guint
count_buttons (GtkWidget *root, const char *action)
{
  guint n_buttons = 0;

  if (GTK_IS_BUTTON (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    n_buttons++;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_buttons += count_buttons (child, action);
  return n_buttons;
}

static void
test_refused_hosts (void)
{
  g_autoptr (ForeBar) bar = g_object_ref_sink (FORE_BAR (fore_bar_new ()));
  g_autoptr (ForeRefusedHosts) hosts = fore_refused_hosts_new (bar);

  g_assert_false (fore_bar_get_revealed (bar));
  fore_refused_hosts_add (hosts, "a.example.org");
  fore_refused_hosts_add (hosts, "a.example.org");
  g_assert_true (fore_bar_get_revealed (bar));
  g_assert_cmpstr (fore_bar_get_text (bar), ==,
                   "Pictures from a.example.org are not loaded.");
  g_assert_cmpuint (count_buttons (GTK_WIDGET (bar), "preview.allow-once"), ==, 1);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (bar), "preview.allow-always"), ==, 1);

  /* Each host has buttons of its own: nobody allows a host without having read it. */
  fore_refused_hosts_add (hosts, "b.example.org");
  fore_refused_hosts_add (hosts, "c.example.org");
  g_assert_nonnull (strstr (fore_bar_get_text (bar), "2 more hosts"));
  g_assert_cmpuint (count_buttons (GTK_WIDGET (bar), "preview.allow-once"), ==, 3);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (bar), "preview.allow-always"), ==, 3);

  fore_refused_hosts_remove (hosts, "b.example.org");
  fore_refused_hosts_remove (hosts, "a.example.org");
  g_assert_nonnull (strstr (fore_bar_get_text (bar), "c.example.org"));
  fore_refused_hosts_clear (hosts);
  g_assert_false (fore_bar_get_revealed (bar));
}

static void
test_row_layout (void)
{
  g_autoptr (GtkWidget) box =
    g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *lead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  graphene_rect_t bounds;
  int minimum, height;

  gtk_widget_set_size_request (lead, 200, 20);
  gtk_widget_set_size_request (tail, 100, 30);
  gtk_box_append (GTK_BOX (box), lead);
  gtk_box_append (GTK_BOX (box), tail);
  gtk_widget_set_layout_manager (box, fore_row_layout_new ());

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 200);

  /* Beside each other where there is room… */
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 30);
  gtk_widget_allocate (box, 400, 30, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (tail, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 300);
  g_assert_cmpfloat (bounds.origin.y, ==, 0);

  /* … else below. */
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 250, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 50);
  gtk_widget_allocate (box, 250, height, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (tail, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 150);
  g_assert_cmpfloat (bounds.origin.y, ==, height - 30);
}

static void
add_tests (void)
{
  /* The widgets' interfaces come with the program. */
  adw_init ();
  g_object_unref (fore_application_new (NULL));

  g_test_add_func ("/status-line/read-position", test_read_position);
  g_test_add_func ("/preview/describe-position", test_describe_position);
  g_test_add_func ("/dialogs/links", test_links);
  g_test_add_func ("/places/keep", test_places);
  g_test_add_func ("/places/damaged", test_places_damaged);
  g_test_add_func ("/refused-hosts/bar", test_refused_hosts);
  g_test_add_func ("/row-layout/wraps", test_row_layout);
}

int
main (int argc, char *argv[])
{
  return app_fixture_run (argc, argv, add_tests);
}
