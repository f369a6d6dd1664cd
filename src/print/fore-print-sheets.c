/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-print-sheets.h"

#include "fore-scheme.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static void
link_free (ForePrintLink *self)
{
  g_free (self->uri);
  g_free (self);
}

static void
sheet_free (ForePrintSheet *self)
{
  g_array_unref (self->slides);
  g_ptr_array_unref (self->links);
  g_free (self);
}

ForePrintSheets *
fore_print_sheets_new (void)
{
  ForePrintSheets *self = g_new0 (ForePrintSheets, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->losses = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
fore_print_sheets_free (ForePrintSheets *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->losses);
  g_free (self);
}

static void
add_sheet (ForePrintSheets *self, const char *text)
{
  ForePrintSheet *sheet = g_new0 (ForePrintSheet, 1);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  sheet->slides = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  for (guint i = 0; words[i] != NULL; i++) {
    guint slide = (guint) g_ascii_strtoull (words[i], NULL, 10);

    g_array_append_val (sheet->slides, slide);
  }
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
read_rect (const char **text, ForePrintLink *link)
{
  double *numbers[] = { &link->left, &link->top, &link->right, &link->bottom };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    char *end;

    *numbers[i] = g_ascii_strtod (*text, &end);
    if (end == *text || *end != ' ')
      return FALSE;
    *text = end + 1;
  }
  return TRUE;
}

static void
add_link (ForePrintSheets *self, const char *text)
{
  ForePrintLink link = { 0 };
  ForePrintSheet *sheet;

  if (self->sheets->len == 0 || !read_rect (&text, &link))
    return;
  if (g_str_has_prefix (text, "uri "))
    link.uri = g_strdup (text + strlen ("uri "));
  else if (sscanf (text, "slide %u", &link.slide) != 1)
    return;
  sheet = g_ptr_array_index (self->sheets, self->sheets->len - 1);
  g_ptr_array_add (sheet->links, g_memdup2 (&link, sizeof link));
}

static void
add_missing (ForePrintSheets *self, const char *text)
{
  guint slide;
  int length;
  g_autofree char *address = NULL;

  if (sscanf (text, "%u %n", &slide, &length) != 1)
    return;
  address = fore_scheme_dup_address (text + length);
  g_ptr_array_add (self->losses, g_strdup_printf (_ ("Slide %u: “%s” could not be had."),
                                                  slide + 1, address));
}

static void
add_remark (ForePrintSheets *self, const char *line)
{
  guint slide, number;
  char *remark = NULL;

  if (sscanf (line, "shrunk %u %u", &slide, &number) == 2)
    /* Translators: percent of its size on the screen */
    remark = g_strdup_printf (
      _ ("Slide %u is larger than its page, and was made smaller: %u %%."), slide + 1,
      number);
  else if (sscanf (line, "parted %u %u", &slide, &number) == 2)
    remark = g_strdup_printf (
      ngettext ("Slide %u is longer than its page, and takes %u page.",
                "Slide %u is longer than its page, and takes %u pages.", number),
      slide + 1, number);
  else if (sscanf (line, "beyond %u", &slide) == 1)
    remark = g_strdup_printf (
      _ ("Slide %u goes beyond its edges: part of it is not to be seen."), slide + 1);
  if (remark != NULL)
    g_ptr_array_add (self->remarks, remark);
}

guint
fore_print_sheets_add (ForePrintSheets *self, const char *answer)
{
  g_auto (GStrv) lines = NULL;
  guint n_before;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (answer != NULL, 0);

  n_before = self->sheets->len;
  lines = g_strsplit (answer, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "sheet "))
      add_sheet (self, lines[i] + strlen ("sheet "));
    else if (g_str_has_prefix (lines[i], "link "))
      add_link (self, lines[i] + strlen ("link "));
    else if (g_str_has_prefix (lines[i], "missing "))
      add_missing (self, lines[i] + strlen ("missing "));
    else if (sscanf (lines[i], "steps %u", &self->n_steps) != 1)
      add_remark (self, lines[i]);
  }
  return self->sheets->len - n_before;
}

void
fore_print_sheets_add_failed (ForePrintSheets *self, guint slide)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (
    self->losses,
    g_strdup_printf (_ ("Slide %u could not be drawn, and is left out."), slide + 1));
}

gboolean
fore_print_sheets_find_slide (const ForePrintSheets *self, guint slide, guint *sheet)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->sheets->len; i++) {
    const ForePrintSheet *at = g_ptr_array_index (self->sheets, i);

    for (guint j = 0; j < at->slides->len; j++) {
      if (g_array_index (at->slides, guint, j) == slide) {
        *sheet = i;
        return TRUE;
      }
    }
  }
  return FALSE;
}

char **
fore_print_sheets_dup_messages (const ForePrintSheets *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->losses->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->losses, i));
  for (guint i = 0; i < self->remarks->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->remarks, i));
  return g_strv_builder_end (builder);
}
