/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-offline-button.h"

#include <glib/gi18n.h>

struct _ForeOfflineButton {
  GtkWidget parent_instance;

  ForeOffline *offline;

  GtkMenuButton *menu_button;
  GtkImage *image;
  GtkSpinner *spinner;
  GtkLabel *label;
  GtkPopover *popover;
  GtkLabel *summary_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ForeOfflineButton, fore_offline_button, GTK_TYPE_WIDGET)

char *
fore_offline_button_describe (ForeOffline *offline)
{
  guint n_all, n_here, n_busy, n_newer;

  g_return_val_if_fail (FORE_IS_OFFLINE (offline), NULL);

  n_all = fore_offline_get_assets (offline)->len;
  n_here = fore_offline_get_n_here (offline);
  n_busy = fore_offline_get_n_busy (offline);
  n_newer = fore_offline_get_n_newer (offline);
  if (n_all == 0)
    return NULL;
  if (n_busy > 0)
    return g_strdup_printf (
      /* Translators: pictures and the like, from other hosts */
      ngettext ("Fetching %u file", "Fetching %u files", n_busy), n_busy);
  if (n_here < n_all)
    return g_strdup_printf (
      ngettext ("%u file missing offline", "%u files missing offline", n_all - n_here),
      n_all - n_here);
  if (n_newer > 0)
    return g_strdup_printf (
      ngettext ("%u file has changed", "%u files have changed", n_newer), n_newer);
  return g_strdup (_ ("Ready offline"));
}

static char *
describe_age (gint64 fetched)
{
  gint64 days = (g_get_real_time () / G_USEC_PER_SEC - fetched) / (24 * 60 * 60);

  if (days <= 0)
    return g_strdup (_ ("today"));
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days),
                          (int) days);
}

static char *
describe_asset (const ForeRemoteAsset *remote)
{
  g_autofree char *size = g_format_size (remote->size);
  g_autofree char *age = describe_age (remote->fetched);

  if (remote->is_busy)
    /* Translators: the name of a host */
    return g_strdup_printf (_ ("Fetching from %s…"), remote->host);
  if (!remote->is_here && !remote->is_allowed)
    /* Translators: the name of a host */
    return g_strdup_printf (_ ("%s is not allowed"), remote->host);
  if (remote->trouble != NULL)
    return g_strdup (remote->trouble);
  if (!remote->is_here)
    /* Translators: the name of a host */
    return g_strdup_printf (_ ("Not fetched from %s"), remote->host);
  if (remote->has_newer)
    /* Translators: the name of a host */
    return g_strdup_printf (_ ("Has changed on %s"), remote->host);
  /* Translators: the name of a host, a size such as 20 kB, and "today" or "3 days ago" */
  return g_strdup_printf (_ ("%s · %s · %s"), remote->host, size, age);
}

static const char *
get_icon (const ForeRemoteAsset *remote)
{
  if (remote->is_here)
    return remote->has_newer ? "software-update-available-symbolic"
                             : "emblem-ok-symbolic";
  return remote->is_busy ? "content-loading-symbolic" : "dialog-warning-symbolic";
}

static char *
dup_name (const char *address)
{
  g_autofree char *base = g_path_get_basename (address);
  char *plain = g_uri_unescape_string (base, NULL);

  return plain != NULL ? plain : g_steal_pointer (&base);
}

static GtkWidget *
new_row (const ForeRemoteAsset *remote)
{
  g_autofree char *name = dup_name (remote->address);
  g_autofree char *state = describe_asset (remote);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *subtitle = gtk_label_new (state);
  GtkWidget *image = gtk_image_new_from_icon_name (get_icon (remote));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (subtitle), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (subtitle), 36);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_tooltip_text (row, remote->address);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "fore-offline-row");
  return row;
}

static void
fill_list (ForeOfflineButton *self)
{
  GPtrArray *assets = fore_offline_get_assets (self->offline);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < assets->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (assets, i)));
}

static char *
describe_all (ForeOffline *offline)
{
  GPtrArray *assets = fore_offline_get_assets (offline);
  gsize size = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < assets->len; i++) {
    const ForeRemoteAsset *remote = g_ptr_array_index (assets, i);

    size += remote->is_here ? remote->size : 0;
  }
  text = g_format_size (size);
  /* Translators: two numbers of files, and a size such as 20 kB */
  return g_strdup_printf (ngettext ("%u of %u file from other hosts is here, %s.",
                                    "%u of %u files from other hosts are here, %s.",
                                    assets->len),
                          fore_offline_get_n_here (offline), assets->len, text);
}

static void
update_actions (ForeOfflineButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "offline.take-newer",
                                 fore_offline_get_n_newer (self->offline) > 0);
  gtk_widget_action_set_enabled (widget, "offline.forget",
                                 fore_offline_get_n_here (self->offline) > 0);
  gtk_widget_action_set_enabled (widget, "offline.refresh",
                                 fore_offline_get_n_busy (self->offline) == 0);
}

static void
update (ForeOfflineButton *self)
{
  g_autofree char *text = fore_offline_button_describe (self->offline);
  g_autofree char *summary = NULL;
  gboolean is_busy = fore_offline_get_n_busy (self->offline) > 0;
  gboolean is_whole = fore_offline_get_n_here (self->offline) ==
                      fore_offline_get_assets (self->offline)->len;

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text == NULL)
    return;
  summary = describe_all (self->offline);
  gtk_label_set_label (self->label, text);
  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->image), !is_busy);
  gtk_image_set_from_icon_name (self->image,
                                !is_whole ? "dialog-warning-symbolic"
                                : fore_offline_get_n_newer (self->offline) > 0
                                  ? "software-update-available-symbolic"
                                  : "emblem-ok-symbolic");
  update_actions (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    fill_list (self);
}

static void
popover_visible_cb (ForeOfflineButton *self)
{
  if (self->offline != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    fill_list (self);
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_offline_refresh (FORE_OFFLINE_BUTTON (widget)->offline);
}

static void
take_newer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_offline_take_newer (FORE_OFFLINE_BUTTON (widget)->offline);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fore_offline_forget (FORE_OFFLINE_BUTTON (widget)->offline);
}

void
fore_offline_button_set_offline (ForeOfflineButton *self, ForeOffline *offline)
{
  g_return_if_fail (FORE_IS_OFFLINE_BUTTON (self));
  g_return_if_fail (FORE_IS_OFFLINE (offline));

  if (!g_set_object (&self->offline, offline))
    return;
  g_signal_connect_object (offline, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
dispose (GObject *object)
{
  ForeOfflineButton *self = FORE_OFFLINE_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_OFFLINE_BUTTON);
  g_clear_object (&self->offline);

  G_OBJECT_CLASS (fore_offline_button_parent_class)->dispose (object);
}

static void
fore_offline_button_class_init (ForeOfflineButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_install_action (widget_class, "offline.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "offline.take-newer", NULL,
                                   take_newer_action);
  gtk_widget_class_install_action (widget_class, "offline.forget", NULL, forget_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-offline-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, image);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, spinner);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, label);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, popover);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ForeOfflineButton, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_visible_cb);
}

static void
fore_offline_button_init (ForeOfflineButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
