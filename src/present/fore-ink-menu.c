/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ink-menu.h"

#include "fore-pointer.h"

#include <glib/gi18n.h>

#define SWATCH_SIZE 24

static const char *const colour_names[FORE_INK_N_COLOURS] = {
  [FORE_INK_RED] = N_ ("Red"),       [FORE_INK_ORANGE] = N_ ("Orange"),
  [FORE_INK_GREEN] = N_ ("Green"),   [FORE_INK_BLUE] = N_ ("Blue"),
  [FORE_INK_PURPLE] = N_ ("Purple"),
};

static const struct {
  const char *target;
  const char *name;
  double radius;
} widths[FORE_N_PEN_WIDTHS] = {
  [FORE_PEN_FINE] = { "show.ink-width::fine", N_ ("Fine"), 2 },
  [FORE_PEN_MEDIUM] = { "show.ink-width::medium", N_ ("Medium"), 4 },
  [FORE_PEN_BROAD] = { "show.ink-width::broad", N_ ("Broad"), 8 },
};

static const struct {
  const char *action;
  const char *icon;
  const char *name;
} commands[] = {
  { "show.eraser", "edit-clear-symbolic", N_ ("Eraser") },
  { "show.ink-undo", "edit-undo-symbolic", N_ ("Undo a stroke") },
  { "show.ink-redo", "edit-redo-symbolic", N_ ("Redo a stroke") },
  { "show.ink-clear", "user-trash-symbolic", N_ ("Clear the slide") },
};

/* --- What is drawn on buttons ------------------------------------------------------- */

static void
draw_colour (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer colour)
{
  guint32 rgb = fore_ink_colour_get_rgb (GPOINTER_TO_UINT (colour));

  cairo_arc (cr, width / 2.0, height / 2.0, SWATCH_SIZE / 2.0 - 1, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
  cairo_fill (cr);
}

static void
draw_width (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer radius)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, width / 2.0, height / 2.0, GPOINTER_TO_UINT (radius), 0, 2 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
new_swatch (GtkDrawingAreaDrawFunc draw, guint value)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GUINT_TO_POINTER (value),
                                  NULL);

  return area;
}

/* --- Buttons ------------------------------------------------------------------------ */

static GtkWidget *
new_button (GtkWidget *child, const char *action, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
new_row (GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (box), row);

  return row;
}

static void
add_colours (GtkWidget *row)
{
  for (guint i = 0; i < FORE_INK_N_COLOURS; i++) {
    g_autofree char *action =
      g_strconcat ("show.ink-colour::", fore_ink_colour_get_name (i), NULL);
    GtkWidget *button =
      new_button (new_swatch (draw_colour, i), action, _ (colour_names[i]));

    gtk_widget_add_css_class (button, "circular");
    gtk_box_append (GTK_BOX (row), button);
  }
}

static void
add_widths (GtkWidget *row)
{
  for (guint i = 0; i < FORE_N_PEN_WIDTHS; i++)
    gtk_box_append (GTK_BOX (row),
                    new_button (new_swatch (draw_width, (guint) widths[i].radius),
                                widths[i].target, _ (widths[i].name)));
}

static void
add_commands (GtkWidget *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_box_append (GTK_BOX (row),
                    new_button (gtk_image_new_from_icon_name (commands[i].icon),
                                commands[i].action, _ (commands[i].name)));
}

GtkWidget *
fore_ink_menu_new (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (popover, "ink-menu");
  add_colours (new_row (box));
  add_widths (new_row (box));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_commands (new_row (box));
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
