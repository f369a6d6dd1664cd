/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "write-fixture.h"

#include "fore-write.h"

#include <adwaita.h>

void
write_fixture_init (int *argc, char ***argv)
{
  g_autofree char *state = g_dir_make_tmp ("fore-write-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
  fore_write_init ();
}

void
write_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
drawn_cb (GdkFrameClock *clock, gboolean *drawn)
{
  *drawn = TRUE;
}

void
write_fixture_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &drawn);

  gtk_widget_queue_draw (widget);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

void
write_fixture_set_up (WriteFixture *fixture, GtkWidget *widget)
{
  fixture->document = fore_document_new ();
  fixture->buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fixture->document));
  fixture->widget = widget;
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  g_object_set (widget, "document", fixture->document, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  write_fixture_wait_for_frame (widget);
}

void
write_fixture_tear_down (WriteFixture *fixture)
{
  gpointer widget = fixture->widget;

  g_object_add_weak_pointer (widget, &widget);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* What GTK keeps for the frame it is in goes with the next turn of the loop. */
  write_fixture_settle ();
  g_assert_null (widget);
  g_assert_finalize_object (fixture->document);
}

void
write_fixture_set_text (WriteFixture *fixture, const char *text)
{
  fore_document_set_text (fixture->document, text);
  write_fixture_settle ();
  write_fixture_wait_for_frame (fixture->widget);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *name, guint *nth)
{
  GtkWidget *found = NULL;
  gboolean matches = name != NULL ? gtk_widget_has_css_class (widget, name)
                                  : g_type_is_a (G_OBJECT_TYPE (widget), type);

  if (matches && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type, name, nth);

  return found;
}

GtkWidget *
write_fixture_find (GtkWidget *widget, GType type, guint nth)
{
  GtkWidget *found = find (widget, type, NULL, &nth);

  g_assert_nonnull (found);

  return found;
}

GtkWidget *
write_fixture_find_class (GtkWidget *widget, const char *name, guint nth)
{
  GtkWidget *found = find (widget, G_TYPE_INVALID, name, &nth);

  g_assert_nonnull (found);

  return found;
}

guint
write_fixture_count (GtkWidget *widget, GType type)
{
  guint n_widgets = 0;

  for (;;) {
    guint nth = n_widgets;

    if (find (widget, type, NULL, &nth) == NULL)
      return n_widgets;
    n_widgets++;
  }
}

static void
exited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *exited = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (object), result, &error);
  g_assert_no_error (error);
  *exited = TRUE;
}

static void
run_xdotool (const char *command, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean exited = FALSE;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", command,
                              argument, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, exited_cb, &exited);
  while (!exited)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
key_seen_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             guint *last)
{
  *last = key;

  return GDK_EVENT_PROPAGATE;
}

/* A key of no meaning, but one that every keyboard has, is pressed last: when it arrives,
 * the others have. */
gboolean
write_fixture_press (WriteFixture *fixture, const char *keys)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  GtkEventController *controller;
  guint last = 0;

  if (xdotool == NULL) {
    g_test_skip ("There is no xdotool to press keys with");
    return FALSE;
  }

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_seen_cb), &last);
  gtk_widget_add_controller (fixture->window, controller);
  while (!gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, TRUE);

  run_xdotool ("key", keys);
  run_xdotool ("key", "Pause");
  while (last != GDK_KEY_Pause)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_controller (fixture->window, controller);
  write_fixture_settle ();

  return TRUE;
}

char *
write_fixture_dup_text (WriteFixture *fixture)
{
  GtkTextIter start, end, caret;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (fixture->buffer, &caret,
                                    gtk_text_buffer_get_insert (fixture->buffer));
  before = gtk_text_buffer_get_text (fixture->buffer, &start, &caret, TRUE);
  after = gtk_text_buffer_get_text (fixture->buffer, &caret, &end, TRUE);

  return g_strconcat (before, "|", after, NULL);
}
