/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-refused-hosts.h"

#include <glib/gi18n.h>

/* One host, which is the rule, has its two buttons in the bar. Several would make a tower
 * of bars over a small preview, and one button for all of them would allow hosts that
 * nobody has read: they stand in a popover, each with its own buttons. */

struct _ForeRefusedHosts {
  GObject parent_instance;

  ForeBar *bar;
  GPtrArray *hosts; /* of char* */
};

G_DEFINE_FINAL_TYPE (ForeRefusedHosts, fore_refused_hosts, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  ForeRefusedHosts *self = FORE_REFUSED_HOSTS (object);

  g_clear_object (&self->bar);
  g_ptr_array_unref (self->hosts);

  G_OBJECT_CLASS (fore_refused_hosts_parent_class)->finalize (object);
}

static void
fore_refused_hosts_class_init (ForeRefusedHostsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static void
fore_refused_hosts_init (ForeRefusedHosts *self)
{
  self->hosts = g_ptr_array_new_with_free_func (g_free);
}

static GtkWidget *
new_button (const char *label, const char *action, const char *host)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", host);
  return button;
}

static GtkWidget *
new_popover (ForeRefusedHosts *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < self->hosts->len; i++) {
    const char *host = g_ptr_array_index (self->hosts, i);
    GtkWidget *label = gtk_label_new (host);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
    gtk_widget_set_tooltip_text (label, host);
    gtk_widget_set_hexpand (label, TRUE);
    gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid),
                     new_button (_ ("Load _once"), "preview.allow-once", host), 1,
                     (int) i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid),
                     new_button (_ ("_Always"), "preview.allow-always", host), 2, (int) i,
                     1, 1);
  }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}

static GtkWidget *
new_menu_button (ForeRefusedHosts *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Choose…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_popover (self));
  return button;
}

static char *
describe (ForeRefusedHosts *self)
{
  const char *first = g_ptr_array_index (self->hosts, 0);
  guint n_more = self->hosts->len - 1;

  if (n_more == 0)
    /* Translators: %s is the name of a host on the internet */
    return g_strdup_printf (_ ("Pictures from %s are not loaded."), first);
  return g_strdup_printf (
    /* Translators: %s is the name of a host on the internet */
    ngettext ("Pictures from %s and one more host are not loaded.",
              "Pictures from %s and %u more hosts are not loaded.", n_more),
    first, n_more);
}

static void
update (ForeRefusedHosts *self)
{
  g_autofree char *text = NULL;

  fore_bar_set_revealed (self->bar, self->hosts->len > 0);
  /* The last text stays while the bar slides out. */
  if (self->hosts->len == 0)
    return;

  text = describe (self);
  fore_bar_set_text (self->bar, text);
  fore_bar_remove_buttons (self->bar);
  if (self->hosts->len > 1) {
    fore_bar_add_button (self->bar, new_menu_button (self));
  } else {
    const char *host = g_ptr_array_index (self->hosts, 0);

    fore_bar_add_button (self->bar,
                         new_button (_ ("Load _once"), "preview.allow-once", host));
    fore_bar_add_button (
      self->bar, new_button (_ ("_Always from this host"), "preview.allow-always", host));
  }
}

ForeRefusedHosts *
fore_refused_hosts_new (ForeBar *bar)
{
  ForeRefusedHosts *self;

  g_return_val_if_fail (FORE_IS_BAR (bar), NULL);

  self = g_object_new (FORE_TYPE_REFUSED_HOSTS, NULL);
  self->bar = g_object_ref (bar);
  return self;
}

void
fore_refused_hosts_add (ForeRefusedHosts *self, const char *host)
{
  g_return_if_fail (FORE_IS_REFUSED_HOSTS (self));
  g_return_if_fail (host != NULL);

  if (g_ptr_array_find_with_equal_func (self->hosts, host, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->hosts, g_strdup (host));
  update (self);
}

void
fore_refused_hosts_remove (ForeRefusedHosts *self, const char *host)
{
  guint position;

  g_return_if_fail (FORE_IS_REFUSED_HOSTS (self));

  if (g_ptr_array_find_with_equal_func (self->hosts, host, g_str_equal, &position)) {
    g_ptr_array_remove_index (self->hosts, position);
    update (self);
  }
}

void
fore_refused_hosts_clear (ForeRefusedHosts *self)
{
  g_return_if_fail (FORE_IS_REFUSED_HOSTS (self));

  g_ptr_array_set_size (self->hosts, 0);
  update (self);
}
