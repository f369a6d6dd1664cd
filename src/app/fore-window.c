/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-dialogs.h"

#include <glib/gi18n.h>

/* Below this width, one pane is as much as can be read. */
#define NARROW_WIDTH 800
/* What the narrow layout needs at least. */
#define MIN_WIDTH 360

/* Files are normally read in a few milliseconds: a spinner before this would flicker. */
#define PATIENCE_MS 1000

enum {
  PROP_DOCUMENT = 1,
  PROP_VIEW_MODE,
  PROP_PAGE,
  PROP_SLIDE_LIST_SHOWN,
  PROP_PROBLEMS_SHOWN,
  PROP_FOLLOW,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeWindow, fore_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (ForeWindow *self)
{
  GFile *file = self->document ? fore_document_get_file (self->document) : NULL;
  g_autofree char *folder = file ? fore_recents_describe_folder (file) : NULL;
  g_autofree char *title = NULL;

  if (self->document == NULL)
    title = g_strdup (_ ("Foredeck"));
  else if (fore_document_get_modified (self->document))
    title = g_strdup_printf ("• %s", fore_document_get_title (self->document));
  else
    title = g_strdup (fore_document_get_title (self->document));

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, folder ? folder : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* While there is unsaved text, the session does not end without asking. */
static void
update_inhibit (ForeWindow *self)
{
  GtkApplication *application = GTK_APPLICATION (self->application);
  gboolean modified = fore_window_has_changes (self);

  if (modified && self->inhibit_cookie == 0) {
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self),
                                                    GTK_APPLICATION_INHIBIT_LOGOUT,
                                                    _ ("There are unsaved changes"));
  } else if (!modified && self->inhibit_cookie != 0) {
    gtk_application_uninhibit (application, self->inhibit_cookie);
    self->inhibit_cookie = 0;
  }
}

static void
modified_changed_cb (ForeWindow *self)
{
  update_title (self);
  update_inhibit (self);
}

/* --- The document --- */

static void
link_activated_cb (ForeWindow *self, const char *uri)
{
  g_autofree char *text = NULL;

  if (fore_dialogs_show_link (GTK_WINDOW (self), uri))
    return;
  text = g_strdup_printf (_ ("Links like “%s” are not opened"), uri);
  fore_window_show_toast (self, text);
}

static void
preview_recovered_cb (ForeWindow *self)
{
  fore_window_show_toast (self, _ ("The preview was restarted"));
}

static void
bind_editor (ForeWindow *self, const char *property)
{
  g_object_bind_property (self, property, self->editor, property,
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
make_editor (ForeWindow *self)
{
  g_autoptr (ForeStage) stage = fore_application_take_stage (self->application);

  self->editor = FORE_EDITOR (fore_editor_new (self->document, self->settings, stage));
  gtk_widget_set_vexpand (GTK_WIDGET (self->editor), TRUE);
  bind_editor (self, "narrow");
  bind_editor (self, "view-mode");
  bind_editor (self, "page");
  bind_editor (self, "slide-list-shown");
  bind_editor (self, "problems-shown");
  bind_editor (self, "follow");
  g_signal_connect_object (self->editor, "link-activated", G_CALLBACK (link_activated_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "preview-recovered",
                           G_CALLBACK (preview_recovered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->deck_box, GTK_WIDGET (self->editor));
  self->inspector = fore_inspector_new (self->document, stage, self->settings);
}

static void
watch_document (ForeWindow *self)
{
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified",
                           G_CALLBACK (modified_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::conflict",
                           G_CALLBACK (fore_window_update_conflict), self,
                           G_CONNECT_SWAPPED);
}

static void
drop_document (ForeWindow *self)
{
  if (self->show != NULL)
    fore_show_end (self->show);
  g_clear_object (&self->ended_talk);
  g_clear_pointer (&self->last_run, fore_run_unref);
  if (self->document == NULL)
    return;

  fore_window_remember_place (self);
  fore_editor_store_layout (self->editor);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->inspector);
  gtk_box_remove (self->deck_box, GTK_WIDGET (self->editor));
  self->editor = NULL;
  g_clear_object (&self->document);
}

void
fore_window_set_document (ForeWindow *self, ForeDocument *document)
{
  drop_document (self);
  if (document != NULL) {
    self->document = g_object_ref (document);
    make_editor (self);
    watch_document (self);
  }

  gtk_widget_set_visible (self->deck_start_box, document != NULL);
  gtk_widget_set_visible (self->deck_end_box, document != NULL);
  gtk_stack_set_visible_child_name (self->stack, document ? "deck" : "start");
  modified_changed_cb (self);
  fore_window_update_conflict (self);
  fore_window_update_actions (self);
  gtk_widget_grab_focus (document ? GTK_WIDGET (self->editor)
                                  : GTK_WIDGET (self->start_page));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

static gboolean
patience_cb (gpointer user_data)
{
  ForeWindow *self = user_data;

  self->patience = 0;
  gtk_widget_set_visible (self->opening_box, TRUE);
  return G_SOURCE_REMOVE;
}

void
fore_window_set_opening (ForeWindow *self, GFile *file)
{
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->opening, file);
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_set_visible (self->opening_box, FALSE);
  if (file == NULL) {
    gtk_stack_set_visible_child_name (self->stack, self->document ? "deck" : "start");
    return;
  }

  text = g_strdup_printf (_ ("Opening “%s”…"), name);
  gtk_label_set_label (self->opening_label, text);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

/* --- Width --- */

static gboolean
relayout_cb (gpointer user_data)
{
  ForeWindow *self = user_data;

  self->relayout = 0;
  self->narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_WIDTH;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

/* The wide layout must not keep a window from getting so small that it is replaced. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GTK_WIDGET_CLASS (fore_window_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
               natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !FORE_WINDOW (widget)->narrow)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeWindow *self = FORE_WINDOW (widget);

  /* Widgets must not come and go while they are being given their places. */
  if ((width < NARROW_WIDTH) != self->narrow && self->relayout == 0)
    self->relayout = g_idle_add_full (G_PRIORITY_HIGH_IDLE, relayout_cb, self, NULL);

  GTK_WIDGET_CLASS (fore_window_parent_class)
    ->size_allocate (widget, width, height, baseline);
}

/* --- Closing --- */

static void
store_state (ForeWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (1, width));
  g_settings_set_int (self->settings, "window-height", MAX (1, height));
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_enum (self->settings, "view-mode", self->view_mode);
  g_settings_set_boolean (self->settings, "slide-list-shown", self->slide_list_shown);
}

static void
confirm_close_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeWindow *self = FORE_WINDOW (source);

  if (fore_window_confirm_close_finish (self, result))
    fore_window_close_now (self);
}

void
fore_window_close_now (ForeWindow *self)
{
  g_return_if_fail (FORE_IS_WINDOW (self));

  store_state (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_request (GtkWindow *window)
{
  ForeWindow *self = FORE_WINDOW (window);

  if (fore_window_has_changes (self)) {
    if (!self->asking)
      fore_window_confirm_close_async (self, confirm_close_cb, NULL);
    return GDK_EVENT_STOP;
  }

  store_state (self);
  return GTK_WINDOW_CLASS (fore_window_parent_class)->close_request (window);
}

/* --- Recent decks --- */

static void
recent_activated_cb (ForeWindow *self)
{
  gtk_popover_popdown (adw_split_button_get_popover (self->open_button));
}

static void
recents_changed_cb (ForeWindow *self)
{
  GListModel *recents = G_LIST_MODEL (fore_application_get_recents (self->application));

  gtk_widget_set_visible (self->recents_empty, g_list_model_get_n_items (recents) == 0);
}

static void
bind_recents (ForeWindow *self)
{
  GListModel *recents = G_LIST_MODEL (fore_application_get_recents (self->application));

  fore_start_page_set_recents (self->start_page, recents);
  gtk_list_box_bind_model (self->recents_list, recents, fore_start_page_create_row, NULL,
                           NULL);
  g_signal_connect_object (recents, "items-changed", G_CALLBACK (recents_changed_cb),
                           self, G_CONNECT_SWAPPED);
  recents_changed_cb (self);
}

/* --- Construction --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeWindow *self = FORE_WINDOW (object);

  switch (id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_VIEW_MODE:
    g_value_set_enum (value, self->view_mode);
    break;
  case PROP_PAGE:
    g_value_set_enum (value, self->page);
    break;
  case PROP_SLIDE_LIST_SHOWN:
    g_value_set_boolean (value, self->slide_list_shown);
    break;
  case PROP_PROBLEMS_SHOWN:
    g_value_set_boolean (value, self->problems_shown);
    break;
  case PROP_FOLLOW:
    g_value_set_boolean (value, self->follow);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeWindow *self = FORE_WINDOW (object);

  switch (id) {
  case PROP_VIEW_MODE:
    self->view_mode = g_value_get_enum (value);
    break;
  case PROP_PAGE:
    self->page = g_value_get_enum (value);
    break;
  case PROP_SLIDE_LIST_SHOWN:
    self->slide_list_shown = g_value_get_boolean (value);
    break;
  case PROP_PROBLEMS_SHOWN:
    self->problems_shown = g_value_get_boolean (value);
    break;
  case PROP_FOLLOW:
    self->follow = g_value_get_boolean (value);
    break;
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeWindow *self = FORE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->relayout, g_source_remove);
  if (self->show != NULL)
    fore_show_end (self->show);
  g_clear_object (&self->ended_talk);
  g_clear_pointer (&self->last_run, fore_run_unref);
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (GTK_APPLICATION (self->application), self->inhibit_cookie);
  self->inhibit_cookie = 0;
  if (self->document != NULL) {
    g_signal_handlers_disconnect_by_data (self->document, self);
    fore_window_remember_place (self);
    fore_editor_store_layout (self->editor);
  }
  g_clear_object (&self->inspector);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->opening);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, FORE_TYPE_DOCUMENT,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_VIEW_MODE] = g_param_spec_enum ("view-mode", NULL, NULL, FORE_TYPE_VIEW_MODE,
                                             FORE_VIEW_BOTH, flags);
  props[PROP_PAGE] =
    g_param_spec_enum ("page", NULL, NULL, FORE_TYPE_PAGE, FORE_PAGE_SOURCE, flags);
  props[PROP_SLIDE_LIST_SHOWN] =
    g_param_spec_boolean ("slide-list-shown", NULL, NULL, TRUE, flags);
  props[PROP_PROBLEMS_SHOWN] =
    g_param_spec_boolean ("problems-shown", NULL, NULL, FALSE, flags);
  props[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, TRUE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FORE_TYPE_BAR);
  g_type_ensure (FORE_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, recovery_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, talk_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, changed_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, gone_bar);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, opening_box);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, deck_box);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, deck_start_box);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, deck_end_box);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, recents_list);
  gtk_widget_class_bind_template_child (widget_class, ForeWindow, recents_empty);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
fore_window_class_init (ForeWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  GTK_WINDOW_CLASS (class)->close_request = close_request;

  install_properties (object_class);
  fore_window_install_actions (widget_class);
  bind_template (widget_class);
}

static void
fore_window_init (ForeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->view_mode = FORE_VIEW_BOTH;
  self->page = FORE_PAGE_SOURCE;
  self->follow = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  fore_window_add_drop_target (self);
}

GtkWidget *
fore_window_new (ForeApplication *application)
{
  ForeWindow *self = g_object_new (FORE_TYPE_WINDOW, "application", application, NULL);

  /* The application outlives its windows. */
  self->application = application;
  self->settings = g_object_ref (fore_application_get_settings (application));
  bind_recents (self);
  fore_window_watch_left_behind (self);
  fore_window_watch_cut_short (self);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_set (self, "view-mode", g_settings_get_enum (self->settings, "view-mode"),
                "slide-list-shown",
                g_settings_get_boolean (self->settings, "slide-list-shown"), NULL);
  fore_window_set_document (self, NULL);
  return GTK_WIDGET (self);
}

ForeDocument *
fore_window_get_document (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), NULL);

  return self->document;
}

ForeEditor *
fore_window_get_editor (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), NULL);

  return self->editor;
}

GFile *
fore_window_get_file (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), NULL);

  if (self->opening != NULL)
    return self->opening;
  return self->document ? fore_document_get_file (self->document) : NULL;
}

gboolean
fore_window_has_changes (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), FALSE);

  return self->document != NULL && fore_document_get_modified (self->document);
}

gboolean
fore_window_is_untouched (ForeWindow *self)
{
  g_return_val_if_fail (FORE_IS_WINDOW (self), FALSE);

  if (self->opening != NULL || self->show != NULL)
    return FALSE;
  return self->document == NULL || (fore_document_get_file (self->document) == NULL &&
                                    !fore_document_get_modified (self->document));
}
