/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-find-bar.h"

#include "fore-write.h"

#include <glib/gi18n.h>

/* Where in the view a match is shown, and how far from its edges. */
#define MARGIN 0.15

struct _ForeFindBar {
  GtkWidget parent_instance;

  GtkSourceView *view;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context; /* while the bar is open */
  GCancellable *cancellable;
  GtkTextMark *origin; /* where the caret was before searching */

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count_label;
  GtkWidget *case_button;
  GtkWidget *words_button;
  GtkWidget *regex_button;
  GtkWidget *replace_row;
  GtkWidget *replace_entry;
  GtkWidget *error_label;
};

enum { PROP_OPEN = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeFindBar, fore_find_bar, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (ForeFindBar *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
scroll_to_caret (ForeFindBar *self)
{
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view),
                                gtk_text_buffer_get_insert (get_buffer (self)), MARGIN,
                                FALSE, 0, 0);
}

/* --- What is told to the user ------------------------------------------------------- */

static void
set_found (ForeFindBar *self, gboolean found)
{
  if (found)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static void
update_error (ForeFindBar *self, const GError *error)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), error ? error->message : "");
  gtk_widget_set_visible (self->error_label, error != NULL);
}

static int
get_position (ForeFindBar *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);

  return gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
}

static void
update_count (ForeFindBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_empty = TRUE;
  int n_matches = 0;

  if (self->context != NULL) {
    const char *search = gtk_source_search_settings_get_search_text (self->settings);

    is_empty = search == NULL || *search == '\0';
    n_matches = gtk_source_search_context_get_occurrences_count (self->context);
    error = gtk_source_search_context_get_regex_error (self->context);
  }
  update_error (self, error);
  set_found (self, is_empty || (error == NULL && n_matches != 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", n_matches > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", n_matches > 0);

  if (!is_empty && error == NULL && n_matches == 0) {
    text = g_strdup (_ ("Not found"));
  } else if (!is_empty && n_matches > 0) {
    int position = get_position (self);

    text =
      position > 0
        /* Translators: the position of a match, and how many there are */
        ? g_strdup_printf (_ ("%d of %d"), position, n_matches)
        : g_strdup_printf (ngettext ("%d match", "%d matches", n_matches), n_matches);
  }
  gtk_label_set_label (GTK_LABEL (self->count_label), text != NULL ? text : "");
}

/* --- Searching ---------------------------------------------------------------------- */

static void
show_match (ForeFindBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_text_buffer_select_range (get_buffer (self), start, end);
  scroll_to_caret (self);
}

static void
return_to_origin (ForeFindBar *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, self->origin);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  scroll_to_caret (self);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeFindBar) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkTextIter start, end;
  gboolean found = gtk_source_search_context_forward_finish (
    GTK_SOURCE_SEARCH_CONTEXT (object), result, &start, &end, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (found)
    show_match (self, &start, &end);
  else
    return_to_origin (self);
  update_count (self);
}

static GCancellable *
renew_cancellable (ForeFindBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

/* Goes to the first match after where the caret was, again with each letter typed. */
static void
search_from_origin (ForeFindBar *self)
{
  GtkTextIter iter;

  if (self->context == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, self->origin);
  gtk_source_search_context_forward_async (self->context, &iter, renew_cancellable (self),
                                           found_cb, g_object_ref (self));
}

static void
move (ForeFindBar *self, gboolean forward)
{
  GtkTextIter start, end, match_start, match_end;
  gboolean found;

  if (self->context == NULL ||
      *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0') {
    fore_find_bar_open (self, FALSE);
    return;
  }

  g_cancellable_cancel (self->cancellable);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  /* An expression may match nothing at all, where it would find itself for ever. */
  if (forward && gtk_text_iter_equal (&start, &end) && get_position (self) > 0)
    gtk_text_iter_forward_char (&end);
  found = forward ? gtk_source_search_context_forward (self->context, &end, &match_start,
                                                       &match_end, NULL)
                  : gtk_source_search_context_backward (self->context, &start,
                                                        &match_start, &match_end, NULL);
  if (found) {
    show_match (self, &match_start, &match_end);
    gtk_text_buffer_move_mark (get_buffer (self), self->origin, &match_start);
  }
  update_count (self);
}

static void
text_changed_cb (ForeFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_source_search_settings_set_search_text (self->settings, text);
  if (*text != '\0') {
    search_from_origin (self);
  } else if (self->context != NULL) {
    g_cancellable_cancel (self->cancellable);
    return_to_origin (self);
  }
  update_count (self);
}

static void
settings_changed_cb (ForeFindBar *self)
{
  search_from_origin (self);
  update_count (self);
}

/* --- Replacing ---------------------------------------------------------------------- */

static void
replace (ForeFindBar *self)
{
  g_autoptr (GError) error = NULL;
  GtkTextIter start, end;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));

  if (self->context == NULL)
    return;
  /* The first press goes to a match, so that one sees what the next one replaces. */
  if (get_position (self) > 0) {
    gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
    gtk_source_search_context_replace (self->context, &start, &end, text, -1, &error);
    if (error == NULL)
      gtk_text_buffer_place_cursor (get_buffer (self), &end);
  }
  if (error == NULL)
    move (self, TRUE);
  update_error (self, error);
}

static void
replace_all (ForeFindBar *self)
{
  g_autoptr (GError) error = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->replace_entry));

  if (self->context == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  gtk_source_search_context_replace_all (self->context, text, -1, &error);
  update_count (self);
  if (error != NULL)
    update_error (self, error);
}

/* --- Opening and closing ------------------------------------------------------------ */

static void
take_selection (ForeFindBar *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return;
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
  if (gtk_source_search_settings_get_regex_enabled (self->settings)) {
    g_autofree char *escaped = g_regex_escape_string (text, -1);

    gtk_editable_set_text (GTK_EDITABLE (self->entry), escaped);
  } else {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  }
}

static void
start_searching (ForeFindBar *self)
{
  GtkTextIter iter;

  self->context =
    gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), self->settings);
  g_signal_connect_object (self->context, "notify::occurrences-count",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::regex-error",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  gtk_text_buffer_get_start_iter (get_buffer (self), &iter);
  self->origin = gtk_text_buffer_create_mark (get_buffer (self), NULL, &iter, TRUE);
}

static void
stop_searching (ForeFindBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  if (self->origin != NULL)
    gtk_text_buffer_delete_mark (get_buffer (self), self->origin);
  self->origin = NULL;
  update_count (self);
}

void
fore_find_bar_open (ForeFindBar *self, gboolean replacing)
{
  GtkTextIter iter;
  gboolean was_open;

  g_return_if_fail (FORE_IS_FIND_BAR (self));
  g_return_if_fail (self->view != NULL);

  was_open = self->context != NULL;
  if (!was_open)
    start_searching (self);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &iter, NULL);
  gtk_text_buffer_move_mark (get_buffer (self), self->origin, &iter);
  take_selection (self);
  gtk_widget_set_visible (self->replace_row, replacing);
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  update_count (self);
  if (!was_open)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

void
fore_find_bar_close (ForeFindBar *self)
{
  g_return_if_fail (FORE_IS_FIND_BAR (self));

  if (self->context == NULL)
    return;
  stop_searching (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

gboolean
fore_find_bar_get_open (ForeFindBar *self)
{
  g_return_val_if_fail (FORE_IS_FIND_BAR (self), FALSE);

  return self->context != NULL;
}

void
fore_find_bar_next (ForeFindBar *self)
{
  g_return_if_fail (FORE_IS_FIND_BAR (self));

  move (self, TRUE);
}

void
fore_find_bar_previous (ForeFindBar *self)
{
  g_return_if_fail (FORE_IS_FIND_BAR (self));

  move (self, FALSE);
}

static void
buffer_changed_cb (ForeFindBar *self)
{
  /* The marks and matches were those of the buffer before. */
  self->origin = NULL;
  if (self->context == NULL)
    return;
  g_clear_object (&self->context);
  start_searching (self);
}

void
fore_find_bar_set_view (ForeFindBar *self, GtkSourceView *view)
{
  g_return_if_fail (FORE_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || GTK_SOURCE_IS_VIEW (view));

  if (self->view == view)
    return;
  if (self->view != NULL) {
    g_signal_handlers_disconnect_by_data (self->view, self);
    if (self->context != NULL)
      stop_searching (self);
  }
  self->view = view;
  if (view != NULL)
    g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

GtkWidget *
fore_find_bar_new (void)
{
  return g_object_new (FORE_TYPE_FIND_BAR, NULL);
}

/* --- Actions ------------------------------------------------------------------------ */

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (FORE_FIND_BAR (widget), TRUE);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (FORE_FIND_BAR (widget), FALSE);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replace (FORE_FIND_BAR (widget));
}

static void
replace_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  replace_all (FORE_FIND_BAR (widget));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_find_bar_close (FORE_FIND_BAR (widget));
}

/* Enter does what the entry that has the focus is for. */
static gboolean
activate_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             ForeFindBar *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (widget == self->replace_entry)
    gtk_widget_activate_action (
      widget, state & GDK_CONTROL_MASK ? "find.replace-all" : "find.replace", NULL);
  else
    gtk_widget_activate_action (
      widget, state & GDK_SHIFT_MASK ? "find.previous" : "find.next", NULL);

  return GDK_EVENT_STOP;
}

static void
add_enter (ForeFindBar *self, GtkWidget *entry)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (activate_cb), self);
  gtk_widget_add_controller (entry, controller);
}

static void
bind_setting (ForeFindBar *self, GtkWidget *button, const char *setting)
{
  g_autofree char *signal = g_strconcat ("notify::", setting, NULL);

  g_object_bind_property (button, "active", self->settings, setting, G_BINDING_DEFAULT);
  /* After the search context, which drops what it is searching for. */
  g_signal_connect_object (self->settings, signal, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
fore_find_bar_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_OPEN:
    g_value_set_boolean (value, fore_find_bar_get_open (FORE_FIND_BAR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_find_bar_dispose (GObject *object)
{
  ForeFindBar *self = FORE_FIND_BAR (object);

  fore_find_bar_set_view (self, NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_FIND_BAR);

  G_OBJECT_CLASS (fore_find_bar_parent_class)->dispose (object);
}

static void
fore_find_bar_class_init (ForeFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  fore_write_register_resources ();

  object_class->get_property = fore_find_bar_get_property;
  object_class->dispose = fore_find_bar_dispose;

  properties[PROP_OPEN] = g_param_spec_boolean (
    "open", NULL, NULL, FALSE,
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/write/fore-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, words_button);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, regex_button);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, replace_row);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, ForeFindBar, error_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "find.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL,
                                   replace_all_action);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close",
                                       NULL);
}

static void
fore_find_bar_init (ForeFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  bind_setting (self, self->case_button, "case-sensitive");
  bind_setting (self, self->words_button, "at-word-boundaries");
  bind_setting (self, self->regex_button, "regex-enabled");
  add_enter (self, self->entry);
  add_enter (self, self->replace_entry);
  update_count (self);
}
