/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-report-row.h"

struct _ForeReportRow {
  GObject parent_instance;

  gboolean is_section;
  char *number;
  char *title;
  char *time;
  char *planned;
  char *before;
};

G_DEFINE_FINAL_TYPE (ForeReportRow, fore_report_row, G_TYPE_OBJECT)

char *
fore_report_format_time (gint64 seconds)
{
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));
  return g_strdup_printf ("%d:%02d", minutes, (int) (seconds % 60));
}

static char *
format_if_any (gint64 seconds)
{
  return seconds > 0 ? fore_report_format_time (seconds) : g_strdup ("");
}

static void
add_section (GListStore *rows, const ForeRunSection *section)
{
  g_autoptr (ForeReportRow) row = g_object_new (FORE_TYPE_REPORT_ROW, NULL);

  row->is_section = TRUE;
  row->number = g_strdup ("");
  row->title = g_strdup (section->title);
  row->time = format_if_any (section->time);
  row->planned = format_if_any (section->planned);
  row->before = g_strdup ("");
  g_list_store_append (rows, row);
}

static void
add_slide (GListStore *rows, const ForeRun *run, const ForeRun *before, guint index)
{
  const ForeRunSlide *slide = fore_run_get_slide (run, index);
  g_autoptr (ForeReportRow) row = g_object_new (FORE_TYPE_REPORT_ROW, NULL);
  guint found;

  row->number = g_strdup_printf ("%u", index + 1);
  row->title = g_strdup (slide->title);
  row->time = format_if_any (slide->time);
  row->planned = format_if_any (slide->planned);
  if (before != NULL && fore_run_find_slide (run, before, index, &found))
    row->before = format_if_any (fore_run_get_slide (before, found)->time);
  else
    row->before = g_strdup ("");
  g_list_store_append (rows, row);
}

GListModel *
fore_report_rows_new (const ForeRun *run, const ForeRun *before)
{
  GListStore *rows = g_list_store_new (FORE_TYPE_REPORT_ROW);
  guint section = G_MAXUINT;

  for (guint i = 0; i < fore_run_get_n_slides (run); i++) {
    guint of_slide = fore_run_get_slide (run, i)->section;

    if (of_slide != section && of_slide < fore_run_get_n_sections (run))
      add_section (rows, fore_run_get_section (run, of_slide));
    section = of_slide;
    add_slide (rows, run, before, i);
  }
  return G_LIST_MODEL (rows);
}

static void
finalize (GObject *object)
{
  ForeReportRow *self = FORE_REPORT_ROW (object);

  g_free (self->number);
  g_free (self->title);
  g_free (self->time);
  g_free (self->planned);
  g_free (self->before);

  G_OBJECT_CLASS (fore_report_row_parent_class)->finalize (object);
}

static void
fore_report_row_class_init (ForeReportRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static void
fore_report_row_init (ForeReportRow *self)
{
}

gboolean
fore_report_row_get_is_section (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), FALSE);

  return self->is_section;
}

const char *
fore_report_row_get_number (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), NULL);

  return self->number;
}

const char *
fore_report_row_get_title (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), NULL);

  return self->title;
}

const char *
fore_report_row_get_time (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), NULL);

  return self->time;
}

const char *
fore_report_row_get_planned (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), NULL);

  return self->planned;
}

const char *
fore_report_row_get_before (ForeReportRow *self)
{
  g_return_val_if_fail (FORE_IS_REPORT_ROW (self), NULL);

  return self->before;
}
