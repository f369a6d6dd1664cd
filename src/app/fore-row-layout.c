/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-row-layout.h"

/* A label that wraps has a natural width of one long line and a minimum of one word.
 * Neither says how much room it should have beside the buttons: with less than LEAD_WIDTH
 * it would become a tower of words. */

#define LEAD_WIDTH 260
#define SPACING 12
#define LINE_SPACING 6

struct _ForeRowLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ForeRowLayout, fore_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
visible_sibling (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
find_children (GtkWidget *widget, GtkWidget **lead, GtkWidget **tail)
{
  *lead = visible_sibling (gtk_widget_get_first_child (widget));
  *tail = *lead ? visible_sibling (gtk_widget_get_next_sibling (*lead)) : NULL;
}

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL,
                      NULL);
}

static int
measure_height (GtkWidget *child, int width, int *natural)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, natural, NULL,
                      NULL);
  return minimum;
}

/* Returns: the width of the tail beside the lead, or -1 if it has to go below. */
static int
tail_width_beside (GtkWidget *lead, GtkWidget *tail, int width)
{
  int lead_natural, tail_natural;

  measure_width (lead, NULL, &lead_natural);
  measure_width (tail, NULL, &tail_natural);
  if (MIN (lead_natural, LEAD_WIDTH) + SPACING + tail_natural > width)
    return -1;
  return tail_natural;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_row_width (GtkWidget *lead, GtkWidget *tail, int *minimum, int *natural)
{
  int lead_minimum, lead_natural, tail_minimum, tail_natural;

  measure_width (lead, &lead_minimum, &lead_natural);
  measure_width (tail, &tail_minimum, &tail_natural);
  *minimum = MAX (lead_minimum, tail_minimum);
  *natural = lead_natural + SPACING + tail_natural;
}

static void
measure_row_height (
  GtkWidget *lead, GtkWidget *tail, int width, int *minimum, int *natural)
{
  int tail_width, lead_natural, tail_natural, lead_minimum, tail_minimum;

  tail_width = width < 0 ? 0 : tail_width_beside (lead, tail, width);
  if (tail_width < 0) {
    lead_minimum = measure_height (lead, width, &lead_natural);
    tail_minimum = measure_height (tail, width, &tail_natural);
    *minimum = lead_minimum + LINE_SPACING + tail_minimum;
    *natural = lead_natural + LINE_SPACING + tail_natural;
    return;
  }

  lead_minimum =
    measure_height (lead, width < 0 ? -1 : width - SPACING - tail_width, &lead_natural);
  tail_minimum = measure_height (tail, -1, &tail_natural);
  *minimum = MAX (lead_minimum, tail_minimum);
  *natural = MAX (lead_natural, tail_natural);
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *lead, *tail;

  find_children (widget, &lead, &tail);
  if (tail == NULL) {
    if (lead != NULL)
      gtk_widget_measure (lead, orientation, for_size, minimum, natural, NULL, NULL);
    return;
  }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_row_width (lead, tail, minimum, natural);
  else
    measure_row_height (lead, tail, for_size, minimum, natural);
}

static void
place (GtkWidget *child, int width, int x, int y, int child_width, int child_height)
{
  if (gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL)
    x = width - x - child_width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, child_width, child_height },
                            -1);
}

static void
allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *lead, *tail;
  int tail_width, tail_height;

  find_children (widget, &lead, &tail);
  if (lead == NULL)
    return;
  if (tail == NULL) {
    place (lead, width, 0, 0, width, height);
    return;
  }

  tail_width = tail_width_beside (lead, tail, width);
  if (tail_width >= 0) {
    place (lead, width, 0, 0, width - SPACING - tail_width, height);
    place (tail, width, width - tail_width, 0, tail_width, height);
    return;
  }

  measure_width (tail, NULL, &tail_width);
  tail_width = MIN (tail_width, width);
  tail_height = measure_height (tail, tail_width, NULL);
  place (lead, width, 0, 0, width, height - LINE_SPACING - tail_height);
  place (tail, width, width - tail_width, height - tail_height, tail_width, tail_height);
}

static void
fore_row_layout_class_init (ForeRowLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
fore_row_layout_init (ForeRowLayout *self)
{
}

GtkLayoutManager *
fore_row_layout_new (void)
{
  return g_object_new (FORE_TYPE_ROW_LAYOUT, NULL);
}
