/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An estimate of the HTML parser's stack of open elements and list of active formatting
 * elements, from the tags alone. It may think that more is open than really is, never
 * that less is: an end tag is only believed to close something where it surely does. */

#include "fore-nesting.h"

#include <string.h>

#define FORMATTING_MAX 32
#define REOPENED_MAX 128

void
fore_nesting_init (ForeNesting *self)
{
  self->was_exceeded = FALSE;
  self->open = g_ptr_array_new ();
  self->formatting = g_ptr_array_new ();
  self->n_reopened = 0;
}

void
fore_nesting_clear (ForeNesting *self)
{
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->formatting, g_ptr_array_unref);
}

static gboolean
is_same_kind (const ForeElement *one, const ForeElement *other)
{
  guint kinds = FORE_ELEMENT_CELL | FORE_ELEMENT_TERM | FORE_ELEMENT_ROWS;

  return one == other || (one->flags & other->flags & kinds) != 0;
}

/* Whether a tag that would end an @element below @open on the stack may not do so. Parts
 * of a table only care for the table; HTML elements in a drawing are always ended. */
static gboolean
is_barrier (const ForeElement *open, const ForeElement *element, gboolean is_end_tag)
{
  guint barrier = FORE_ELEMENT_SCOPE;

  if ((element->flags & FORE_ELEMENT_TABLE) != 0)
    return (open->flags & FORE_ELEMENT_SCOPE) != 0 &&
           (open->flags & FORE_ELEMENT_CELL) == 0;

  if (!is_end_tag || (element->flags & FORE_ELEMENT_BLOCK) == 0)
    barrier |= FORE_ELEMENT_BLOCK;

  return (open->flags & barrier) != 0;
}

static void
close_last (ForeNesting *self, const ForeElement *element, gboolean is_end_tag)
{
  for (guint i = self->open->len; i > 0; i--) {
    const ForeElement *open = g_ptr_array_index (self->open, i - 1);

    if (is_end_tag ? open == element : is_same_kind (open, element)) {
      g_ptr_array_set_size (self->open, i - 1);
      return;
    }
    if (is_barrier (open, element, is_end_tag))
      return;
  }
}

static void
close_formatting (ForeNesting *self, const ForeElement *element)
{
  for (guint i = self->formatting->len; i > 0; i--) {
    if (g_ptr_array_index (self->formatting, i - 1) == element) {
      g_ptr_array_remove_index (self->formatting, i - 1);
      return;
    }
  }
}

gboolean
fore_nesting_open (ForeNesting *self, const ForeElement *element)
{
  gboolean is_formatting = (element->flags & FORE_ELEMENT_FORMATTING) != 0;

  if ((element->flags & FORE_ELEMENT_VOID) != 0)
    return TRUE;

  if ((element->flags & FORE_ELEMENT_IMPLIED_END) != 0)
    close_last (self, element, FALSE);
  if (strcmp (element->name, "a") == 0)
    close_formatting (self, element);

  if (self->open->len >= FORE_NESTING_MAX ||
      (is_formatting && self->formatting->len >= FORMATTING_MAX)) {
    self->was_exceeded = TRUE;
    return FALSE;
  }

  g_ptr_array_add (self->open, (gpointer) element);
  if (is_formatting)
    g_ptr_array_add (self->formatting, (gpointer) element);

  return TRUE;
}

void
fore_nesting_close (ForeNesting *self, const ForeElement *element)
{
  close_formatting (self, element);
  close_last (self, element, TRUE);
}

void
fore_nesting_end_block (ForeNesting *self, ForeHtml *html)
{
  if (self->formatting->len == 0)
    return;

  self->n_reopened += self->formatting->len;
  if (self->n_reopened <= REOPENED_MAX)
    return;

  self->was_exceeded = TRUE;
  while (self->formatting->len > 0) {
    const ForeElement *element =
      g_ptr_array_index (self->formatting, self->formatting->len - 1);

    fore_html_add_end_tag (html, element->name);
    fore_nesting_close (self, element);
  }
}
