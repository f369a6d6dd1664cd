/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A slide's source is taken as lines: what stands above its body (styles, comments, the
 * heading), the body, and the notes. All changes are of whole lines, so that what nobody
 * asked to change stays as it was written. */

#include "fore-slide-fix.h"

#include "fore-block.h"
#include "fore-element-stack.h"
#include "fore-mask.h"
#include "fore-slide-text.h"

#include <string.h>

/* Not `columns: 2`: lists of reveal.js are boxes that do not break. */
#define COLUMNS "<div style=\"display: flex; gap: 1em\">"
#define COLUMN "<div style=\"flex: 1\">"
#define SHRUNK "<div style=\"font-size: "
#define LEAST_PERCENT 50

typedef struct {
  char **lines;   /* of the slide's own text */
  char **masked;  /* the same without code and comments */
  gboolean *code; /* whether each goes on with a fence */
  guint above;    /* lines of the deck before them */
  guint n_lines;  /* without blank ones at the end */
  guint body;     /* the first line below the heading */
  guint body_end; /* the line after the body */
  guint notes;    /* the first line of the notes; n_lines if there are none */
  int heading;    /* the line of the heading, or -1 */
} Parts;

static void
parts_clear (Parts *self)
{
  g_strfreev (self->lines);
  g_strfreev (self->masked);
  g_free (self->code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

static gboolean
is_heading (const char *line)
{
  gsize n = strspn (line, "#");

  return n > 0 && n <= 6 && (line[n] == ' ' || line[n] == '\t');
}

/* Styles and comments for the slide stand before its body, if it has no heading. */
static guint
find_body (const Parts *self)
{
  gboolean in_style = FALSE;
  guint i;

  if (self->heading >= 0)
    i = (guint) self->heading + 1;
  else
    i = 0;
  for (; i < self->notes; i++) {
    const char *line = self->masked[i] + strspn (self->masked[i], " \t");
    gboolean passes = in_style || *line == '\0' || g_str_has_prefix (line, "<!--");

    if (g_str_has_prefix (line, "<style"))
      passes = in_style = TRUE;
    if (strstr (line, "</style") != NULL)
      in_style = FALSE;
    if (!passes)
      break;
  }
  /* What is blank only since it is masked belongs to the body, as code does. */
  while (i > 0 && (int) i - 1 > self->heading && !is_blank (self->lines[i - 1]) &&
         is_blank (self->masked[i - 1]) && strstr (self->lines[i - 1], "-->") == NULL)
    i--;

  return i;
}

static void
find_code (Parts *self)
{
  ForeBlock block = { FORE_BLOCK_NONE, 0 };

  self->code = g_new0 (gboolean, self->n_lines + 1);
  for (guint i = 0; i < self->n_lines; i++) {
    const char *line = self->lines[i];

    self->code[i] = block.kind != FORE_BLOCK_NONE;
    if (!self->code[i])
      block = fore_block_open (line, strlen (line));
    else if (fore_block_is_closed_by (block, line, strlen (line)))
      block.kind = FORE_BLOCK_NONE;
    if (block.kind == FORE_BLOCK_COMMENT &&
        fore_block_is_closed_by (block, line, strlen (line)))
      block.kind = FORE_BLOCK_NONE;
  }
}

static void
parts_read (Parts *self, ForeDeck *deck, const char *text, guint line)
{
  guint index = fore_deck_find_line (deck, line);
  g_autofree char *content = NULL;
  g_autofree char *masked = NULL;
  ForeSlideText words = { NULL };
  const char *from, *to;
  guint first, n_lines;

  fore_deck_get_lines (deck, index, &first, &n_lines);
  self->above = fore_deck_get_content_line (deck, index) - 1;
  from = fore_place_find (text, (ForePlace){ self->above + 1, 1 });
  to = fore_place_find (text, (ForePlace){ first + n_lines, 1 });
  content = g_strndup (from, (gsize) (to - from));
  masked = fore_mask_new (content, TRUE);
  self->lines = g_strsplit (content, "\n", -1);
  self->masked = g_strsplit (masked, "\n", -1);
  self->n_lines = g_strv_length (self->lines);
  while (self->n_lines > 0 && is_blank (self->lines[self->n_lines - 1]))
    self->n_lines--;
  find_code (self);

  fore_slide_text_read (&words, content, strlen (content), FALSE);
  self->notes =
    words.notes_line > 0 ? MIN (words.notes_line - 1, self->n_lines) : self->n_lines;
  fore_slide_text_clear (&words);
  self->heading = -1;
  for (guint i = 0; i < self->notes && self->heading < 0; i++) {
    if (is_heading (self->masked[i]))
      self->heading = (int) i;
  }
  self->body = find_body (self);
  self->body_end = self->notes;
  while (self->body_end > self->body && is_blank (self->lines[self->body_end - 1]))
    self->body_end--;
}

static void
append_lines (GString *text, const Parts *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s\n", self->lines[i]);
}

/* Exchanges whole lines; the end of the last one stays where it is. */
static ForeEdit *
edit_new (const Parts *self, guint from, guint to, GString *text)
{
  ForeEdit *edit = g_new0 (ForeEdit, 1);

  g_assert (to > from);
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  edit->from = (ForePlace){ self->above + from + 1, 1 };
  edit->to =
    (ForePlace){ self->above + to, (guint) g_utf8_strlen (self->lines[to - 1], -1) + 1 };
  edit->text = g_string_free (text, FALSE);
  edit->caret = G_MAXUINT;

  return edit;
}

/* --- where to split --- */

static gboolean
is_item (const char *line)
{
  gsize indent = strspn (line, " ");
  gsize digits;

  line += indent;
  if (indent > 1)
    return FALSE;
  if (strchr ("-*+", *line) != NULL && *line != '\0')
    return line[1] == ' ' || line[1] == '\t';
  digits = strspn (line, "0123456789");

  return digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') &&
         (line[digits + 1] == ' ' || line[digits + 1] == '\t');
}

/* Elements and containers that are open before a line. */
static guint
count_open (const Parts *self, guint line)
{
  g_autoptr (ForeElementStack) stack = fore_element_stack_new ();
  g_autoptr (GString) above = g_string_new (NULL);
  ForeScannedTag tag;
  const char *at;
  guint n_marks = 0;

  for (guint i = 0; i < line; i++) {
    g_string_append_printf (above, "%s\n", self->masked[i]);
    n_marks += g_str_has_prefix (self->masked[i], ":::");
  }
  at = above->str;
  while (fore_tag_scan (&at, &tag)) {
    if (*tag.name != '\0')
      fore_element_stack_add (stack, &tag, NULL, NULL);
  }

  return fore_element_stack_get_depth (stack) + n_marks % 2;
}

static gboolean
is_plain_line (const char *line)
{
  return *line != '\0' && strchr (" \t|>#:", *line) == NULL &&
         !g_str_has_prefix (line, "</");
}

/* Whether a slide can start with a line: a block of its own, or, if need be, a line of a
 * paragraph. */
static gboolean
can_split (const Parts *self, guint i, gboolean in_paragraph)
{
  const char *line = self->lines[i];
  const char *before = self->lines[i - 1];

  if (is_blank (line) || self->code[i])
    return FALSE;
  if (is_item (line) || (is_blank (before) && strchr (" \t", *line) == NULL) ||
      (in_paragraph && is_plain_line (line) && is_plain_line (before) &&
       !is_item (before)))
    return count_open (self, i) == 0;

  return FALSE;
}

static guint
find_split (const Parts *self, guint line)
{
  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = MIN (line, self->body_end - 1); i > self->body; i--) {
      guint last = i - 1;

      /* Nothing but a heading must not be left behind. */
      while (last > self->body && is_blank (self->lines[last]))
        last--;
      if (can_split (self, i, pass == 1) && !is_heading (self->lines[last]))
        return i;
    }
  }

  return 0;
}

/* --- the other half --- */

/* "Title (2/3)" is followed by "Title (3/4)". */
static void
append_heading (GString *text, const char *heading)
{
  g_autoptr (GRegex) counted =
    g_regex_new ("\\s*\\((\\d{1,3})/(\\d{1,3})\\)\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *comment = strstr (heading, "<!--");
  g_autofree char *title = g_strchomp (g_strndup (
    heading, comment != NULL ? (gsize) (comment - heading) : strlen (heading)));
  guint number = 1;
  guint all = 1;

  if (g_regex_match (counted, title, 0, &match)) {
    g_autofree char *first = g_match_info_fetch (match, 1);
    g_autofree char *second = g_match_info_fetch (match, 2);
    int start;

    number = (guint) g_ascii_strtoull (first, NULL, 10);
    all = (guint) g_ascii_strtoull (second, NULL, 10);
    g_match_info_fetch_pos (match, 0, &start, NULL);
    title[start] = '\0';
  }
  g_string_append_printf (text, "%s (%u/%u)", title, number + 1, all + 1);
  /* A name is only for one of them. */
  if (comment != NULL && strstr (comment, " id=") == NULL)
    g_string_append_printf (text, " %s", comment);
  g_string_append (text, "\n\n");
}

/* What comments ask for the slide goes for both. */
static void
append_comments (GString *text, const Parts *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->body; i++) {
    const char *line = self->masked[i] + strspn (self->masked[i], " \t");

    if (g_str_has_prefix (line, "<!-- .slide:") && strstr (line, "-->") != NULL &&
        strstr (line, " id=") == NULL) {
      g_string_append_printf (text, "%s\n", line);
      found = TRUE;
    }
  }
  if (found)
    g_string_append_c (text, '\n');
}

ForeEdit *
fore_slide_fix_split (ForeDeck *deck, const char *text, guint line)
{
  g_auto (Parts) parts = { NULL };
  GString *result;
  guint at;

  parts_read (&parts, deck, text, line);
  if (line <= parts.above || parts.body >= parts.body_end)
    return NULL;
  at = find_split (&parts, line - parts.above - 1);
  if (at == 0)
    return NULL;

  result = g_string_new (NULL);
  if (!is_blank (parts.lines[at - 1]))
    g_string_append_c (result, '\n');
  append_lines (result, &parts, parts.notes, parts.n_lines);
  if (parts.notes < parts.n_lines)
    g_string_append_c (result, '\n');
  g_string_append (result, "----\n\n");
  append_comments (result, &parts);
  if (parts.heading >= 0)
    append_heading (result, parts.lines[parts.heading]);
  append_lines (result, &parts, at, parts.body_end);

  return edit_new (&parts, at, parts.n_lines, result);
}

/* --- around the body --- */

static ForeEdit *
wrap (const Parts *self, const char *tag)
{
  GString *result = g_string_new (NULL);

  if (self->body > 0 && !is_blank (self->lines[self->body - 1]))
    g_string_append_c (result, '\n');
  g_string_append_printf (result, "%s\n\n", tag);
  append_lines (result, self, self->body, self->body_end);
  g_string_append (result, "\n</div>\n");

  return edit_new (self, self->body, self->body_end, result);
}

static void
append_column (GString *text, const Parts *self, guint from, guint to)
{
  while (to > from && is_blank (self->lines[to - 1]))
    to--;
  g_string_append (text, COLUMN "\n\n");
  append_lines (text, self, from, to);
  g_string_append (text, "\n</div>\n");
}

ForeEdit *
fore_slide_fix_columns (ForeDeck *deck, const char *text, guint line)
{
  g_auto (Parts) parts = { NULL };
  GString *result;
  guint middle;

  parts_read (&parts, deck, text, line);
  if (parts.body >= parts.body_end)
    return NULL;
  for (guint i = parts.body; i < parts.body_end; i++) {
    if (strstr (parts.lines[i], COLUMNS) != NULL)
      return NULL;
  }
  middle = find_split (&parts, (parts.body + parts.body_end) / 2);
  if (middle == 0)
    return NULL;

  result = g_string_new (NULL);
  if (parts.body > 0 && !is_blank (parts.lines[parts.body - 1]))
    g_string_append_c (result, '\n');
  g_string_append (result, COLUMNS "\n");
  append_column (result, &parts, parts.body, middle);
  append_column (result, &parts, middle, parts.body_end);
  g_string_append (result, "</div>\n");

  return edit_new (&parts, parts.body, parts.body_end, result);
}

ForeEdit *
fore_slide_fix_shrink (ForeDeck *deck, const char *text, guint line)
{
  g_auto (Parts) parts = { NULL };
  g_autofree char *tag = NULL;
  guint percent = 100;
  GString *result;

  parts_read (&parts, deck, text, line);
  if (parts.body >= parts.body_end)
    return NULL;
  if (!g_str_has_prefix (parts.lines[parts.body], SHRUNK))
    return wrap (&parts, SHRUNK "90%\">");

  percent =
    (guint) g_ascii_strtoull (parts.lines[parts.body] + strlen (SHRUNK), NULL, 10);
  if (percent > 100 || percent < LEAST_PERCENT + 10)
    return NULL;
  tag = g_strdup_printf (SHRUNK "%u%%\">", percent - 10);
  result = g_string_new (tag);

  return edit_new (&parts, parts.body, parts.body + 1, result);
}
