/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-start-page.h"

#include "fore-recents.h"

#include <adwaita.h>

struct _ForeStartPage {
  GtkWidget parent_instance;

  GListModel *recents;

  GtkWidget *new_button;
  GtkWidget *recents_box;
  GtkListBox *recents_list;
};

enum { PROP_RECENTS = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeStartPage, fore_start_page, GTK_TYPE_WIDGET)

GtkWidget *
fore_start_page_create_row (gpointer item, gpointer unused)
{
  ForeRecentDeck *deck = FORE_RECENT_DECK (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when_label;
  g_autofree char *uri = g_file_get_uri (fore_recent_deck_get_file (deck));
  g_autofree char *folder = NULL;
  g_autofree char *when = NULL;

  g_object_get (deck, "folder", &folder, "when", &when, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 fore_recent_deck_get_title (deck));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);

  when_label = gtk_label_new (when);
  gtk_widget_add_css_class (when_label, "dim-label");
  gtk_widget_add_css_class (when_label, "caption");
  gtk_widget_add_css_class (when_label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when_label);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
recents_changed_cb (ForeStartPage *self)
{
  gtk_widget_set_visible (self->recents_box,
                          self->recents != NULL &&
                            g_list_model_get_n_items (self->recents) > 0);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FORE_START_PAGE (widget)->new_button);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeStartPage *self = FORE_START_PAGE (object);

  switch (id) {
  case PROP_RECENTS:
    g_value_set_object (value, self->recents);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeStartPage *self = FORE_START_PAGE (object);

  switch (id) {
  case PROP_RECENTS:
    fore_start_page_set_recents (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeStartPage *self = FORE_START_PAGE (object);

  if (self->recents != NULL)
    fore_start_page_set_recents (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_START_PAGE);

  G_OBJECT_CLASS (fore_start_page_parent_class)->dispose (object);
}

static void
fore_start_page_class_init (ForeStartPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->grab_focus = grab_focus;

  props[PROP_RECENTS] = g_param_spec_object ("recents", NULL, NULL, G_TYPE_LIST_MODEL,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ADW_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, ForeStartPage, recents_box);
  gtk_widget_class_bind_template_child (widget_class, ForeStartPage, recents_list);
  /* gtk_widget_dispose_template() takes only those children away that it knows. */
  gtk_widget_class_bind_template_child_full (widget_class, "scroller", FALSE, 0);
}

static void
fore_start_page_init (ForeStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  recents_changed_cb (self);
}

GtkWidget *
fore_start_page_new (void)
{
  return g_object_new (FORE_TYPE_START_PAGE, NULL);
}

void
fore_start_page_set_recents (ForeStartPage *self, GListModel *recents)
{
  g_return_if_fail (FORE_IS_START_PAGE (self));
  g_return_if_fail (recents == NULL || G_IS_LIST_MODEL (recents));

  if (self->recents != NULL)
    g_signal_handlers_disconnect_by_data (self->recents, self);
  g_set_object (&self->recents, recents);
  if (self->recents_list != NULL)
    gtk_list_box_bind_model (self->recents_list, recents, fore_start_page_create_row,
                             NULL, NULL);
  if (recents != NULL)
    g_signal_connect_object (recents, "items-changed", G_CALLBACK (recents_changed_cb),
                             self, G_CONNECT_SWAPPED);
  if (self->recents_box != NULL)
    recents_changed_cb (self);
}
