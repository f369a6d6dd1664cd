/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-help.h"

#include <glib/gi18n.h>

#define MAX_CAPS 3

/* Of a column, headings with it. */
#define MAX_ROWS 22

struct _ForeKeyHelp {
  AdwWindow parent_instance;

  GtkFlowBox *columns;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (ForeKeyHelp, fore_key_help, ADW_TYPE_WINDOW)

static GtkWidget *
new_cap (ForeKey key)
{
  g_autofree char *text = fore_key_dup_label (key);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "fore-key");
  return label;
}

GtkWidget *
fore_key_help_new_caps (ForeKeyTable *keys, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GArray *all = fore_key_table_get_keys (keys, name);

  for (guint i = 0; i < MIN (all->len, MAX_CAPS); i++)
    gtk_box_append (GTK_BOX (box), new_cap (g_array_index (all, ForeKey, i)));
  return box;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static void
add_row (GtkGrid *grid, int row, ForeKeyTable *keys, const ForeShowCommand *command)
{
  GtkWidget *caps = fore_key_help_new_caps (keys, command->name);
  GtkWidget *title = gtk_label_new (_ (command->title));

  gtk_widget_set_valign (caps, GTK_ALIGN_START);
  gtk_grid_attach (grid, caps, 0, row, 1, 1);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_grid_attach (grid, title, 1, row, 1, 1);
}

static GtkWidget *
new_group (const char *title)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (grid), new_heading (title), 0, 0, 2, 1);
  return grid;
}

static guint
count_rows (ForeKeyTable *keys, const char *group)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);
  guint n_rows = 1;

  for (gsize i = 0; i < n_commands; i++)
    n_rows += g_str_equal (commands[i].group, group) &&
              fore_key_table_get_keys (keys, commands[i].name)->len > 0;
  return n_rows;
}

static GtkWidget *
add_column (ForeKeyHelp *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_flow_box_append (self->columns, column);
  return column;
}

static void
add_groups (ForeKeyHelp *self, ForeKeyTable *keys)
{
  gsize n_commands;
  const ForeShowCommand *commands = fore_show_commands (&n_commands);
  const char *group = NULL;
  GtkWidget *column = NULL, *grid = NULL;
  guint in_column = 0;
  int row = 0;

  for (gsize i = 0; i < n_commands; i++) {
    if (g_strcmp0 (commands[i].group, group) != 0) {
      guint n_rows = count_rows (keys, commands[i].group);

      if (column == NULL || in_column + n_rows > MAX_ROWS) {
        column = add_column (self);
        in_column = 0;
      }
      group = commands[i].group;
      grid = new_group (_ (group));
      row = 1;
      in_column += n_rows;
      gtk_box_append (GTK_BOX (column), grid);
    }
    if (fore_key_table_get_keys (keys, commands[i].name)->len > 0)
      add_row (GTK_GRID (grid), row++, keys, &commands[i]);
  }
}

static gboolean
scroll (ForeKeyHelp *self, GtkScrollType type)
{
  gboolean done;

  g_signal_emit_by_name (self->scroller, "scroll-child", type, FALSE, &done);
  return TRUE;
}

static gboolean
pressed_cb (ForeKeyHelp *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Escape:
  case GDK_KEY_question:
  case GDK_KEY_F1:
    gtk_window_close (GTK_WINDOW (self));
    return TRUE;
  case GDK_KEY_Up:
    return scroll (self, GTK_SCROLL_STEP_UP);
  case GDK_KEY_Down:
    return scroll (self, GTK_SCROLL_STEP_DOWN);
  case GDK_KEY_Page_Up:
    return scroll (self, GTK_SCROLL_PAGE_UP);
  case GDK_KEY_Page_Down:
  case GDK_KEY_space:
    return scroll (self, GTK_SCROLL_PAGE_DOWN);
  default:
    return FALSE;
  }
}

static GtkWidget *
new_content (ForeKeyHelp *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->scroller = gtk_scrolled_window_new ();
  self->columns = GTK_FLOW_BOX (gtk_flow_box_new ());
  /* There is nothing to choose here. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->columns), FALSE);
  gtk_flow_box_set_selection_mode (self->columns, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->columns, 3);
  gtk_flow_box_set_column_spacing (self->columns, 36);
  gtk_flow_box_set_row_spacing (self->columns, 24);
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "fore-key-help");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 GTK_WIDGET (self->columns));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->scroller);
  return box;
}

static void
fore_key_help_class_init (ForeKeyHelpClass *class)
{
}

static void
fore_key_help_init (ForeKeyHelp *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Keys of the show"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1220, 700);
  adw_window_set_content (ADW_WINDOW (self), new_content (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
fore_key_help_new (ForeKeyTable *keys)
{
  ForeKeyHelp *self = g_object_new (FORE_TYPE_KEY_HELP, NULL);

  add_groups (self, keys);
  return GTK_WIDGET (self);
}
