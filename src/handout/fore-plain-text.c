/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The markup is ours: well-formed, every attribute quoted, entities few. So it is read as
 * a row of tags and texts, and only lists need to be remembered. What a block wants
 * around it is noted as lines that are due, and written when text comes. */

#include "fore-plain-text.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 16

typedef struct {
  GString *text;
  gsize start;
  guint lines_due;
  gboolean blank_due;
  guint preformatted;
  /* The number of the next item, 0 where there are none, for each list around. */
  guint numbers[MAX_DEPTH];
  guint depth;
  gboolean item_due;
} Writer;

static gboolean
is_tag (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static void
want_lines (Writer *self, guint n_lines)
{
  self->lines_due = MAX (self->lines_due, n_lines);
  self->blank_due = FALSE;
}

static void
indent (Writer *self, guint depth)
{
  for (guint i = 1; i < depth; i++)
    g_string_append (self->text, "  ");
}

static void
start_line (Writer *self)
{
  guint depth = MIN (self->depth, MAX_DEPTH);

  if (self->text->len > self->start) {
    for (guint i = 0; i < self->lines_due; i++)
      g_string_append_c (self->text, '\n');
  }
  if (depth > 0 && self->item_due) {
    guint *number = &self->numbers[depth - 1];

    indent (self, depth);
    if (*number > 0)
      g_string_append_printf (self->text, "%u. ", (*number)++);
    else
      g_string_append (self->text, "- ");
  } else if (depth > 0 && self->lines_due > 0) {
    indent (self, depth + 1);
  }
  self->item_due = FALSE;
  self->lines_due = 0;
}

static void
write_character (Writer *self, gunichar c)
{
  gboolean is_blank = c == ' ' || c == '\n' || c == '\t';

  if (is_blank && self->preformatted == 0) {
    self->blank_due = self->lines_due == 0 && self->text->len > self->start;
    return;
  }
  if (self->lines_due > 0 || self->item_due)
    start_line (self);
  else if (self->blank_due)
    g_string_append_c (self->text, ' ');
  self->blank_due = FALSE;
  g_string_append_unichar (self->text, c);
}

/* Returns the length of the entity at @at, or 0. */
static gsize
read_entity (const char *at, gunichar *c)
{
  static const struct {
    const char *name;
    gunichar c;
  } entities[] = {
    { "&amp;", '&' },  { "&lt;", '<' },    { "&gt;", '>' },    { "&quot;", '"' },
    { "&#39;", '\'' }, { "&apos;", '\'' }, { "&nbsp;", 0xa0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (g_str_has_prefix (at, entities[i].name)) {
      *c = entities[i].c;
      return strlen (entities[i].name);
    }
  }
  return 0;
}

static void
open_list (Writer *self, const char *name)
{
  if (self->depth < MAX_DEPTH)
    self->numbers[self->depth] = strcmp (name, "ol") == 0 ? 1 : 0;
  want_lines (self, self->depth > 0 ? 1 : 2);
  self->depth++;
}

static void
close_list (Writer *self)
{
  if (self->depth > 0)
    self->depth--;
  want_lines (self, self->depth > 0 ? 1 : 2);
  self->item_due = FALSE;
}

static void
read_tag (Writer *self, const char *name, gboolean is_end)
{
  static const char *const paragraphs[] = { "p",   "h1", "h2",  "h3",         "h4",
                                            "h5",  "h6", "pre", "blockquote", "table",
                                            "div", "hr", "dl",  NULL };
  static const char *const lines[] = { "br", "tr", "dt", "dd", "summary", NULL };
  static const char *const lists[] = { "ul", "ol", NULL };

  if (is_tag (name, lists)) {
    if (is_end)
      close_list (self);
    else
      open_list (self, name);
  } else if (strcmp (name, "li") == 0) {
    want_lines (self, self->lines_due > 1 ? 2 : 1);
    self->item_due = !is_end;
  } else if (is_tag (name, paragraphs)) {
    /* The first paragraph of an item is on the item's own line. */
    if (!self->item_due)
      want_lines (self, self->depth > 0 ? 1 : 2);
  } else if (is_tag (name, lines)) {
    want_lines (self, MAX (self->lines_due, 1));
  } else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0) {
    self->blank_due = TRUE;
  }
  if (strcmp (name, "pre") == 0)
    self->preformatted = is_end ? 0 : 1;
}

void
fore_plain_text_append (const ForeMarkup *markup, GString *text)
{
  const char *at;
  Writer self = { .text = text, .start = text->len };

  g_return_if_fail (markup != NULL);
  g_return_if_fail (text != NULL);

  at = fore_markup_get_html (markup);
  while (*at != '\0') {
    gunichar c;
    gsize length = *at == '&' ? read_entity (at, &c) : 0;

    if (length > 0) {
      write_character (&self, c);
      at += length;
    } else if (*at == '<') {
      gboolean is_end = at[1] == '/';
      const char *name = at + (is_end ? 2 : 1);
      g_autofree char *word = g_strndup (name, strcspn (name, " />"));

      read_tag (&self, word, is_end);
      at = strchr (at, '>');
      at = at != NULL ? at + 1 : "";
    } else {
      write_character (&self, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  }
}
