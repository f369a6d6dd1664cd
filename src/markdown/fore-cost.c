/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* cmark 0.29 has corners where each of many things walks over all of many others. The
 * steps of these walks are counted here, in one pass over the text: where in doubt more
 * than there are, never much less. What costs less for a step counts for a part of one.
 *
 * Within a paragraph
 * - each link walks over all emphasis before it, and over all images still open;
 * - each end of emphasis walks over all that is open, when the place where it should stop
 *   has gone meanwhile;
 * - each `<?`, `<!A` and `<![CDATA[` that has no end is read to the end of the paragraph;
 * - each row of a table has as many cells as the first one, and each cell walks over
 *   those before it.
 *
 * Each blank line walks down all lists and quotes that are open, and each piece of text
 * walks up all of them. */

#include "fore-cost.h"

#include <string.h>

/* Below the first nothing can take long; beyond the second everything may. */
#define SHORT_TEXT 1024
#define LONG_TEXT (8 * 1024 * 1024)
#define FREE_STEPS (32 * 1024)
#define STEPS_PER_BYTE 8

/* How many members of a list, or bytes, are walked over in the time of a step. */
#define WALKED_PER_STEP 16
#define PARENTS_PER_STEP 8
#define STEPS_PER_CELL 4

typedef enum {
  MARKUP_INSTRUCTION,
  MARKUP_DECLARATION,
  MARKUP_CDATA,
  N_MARKUPS,
} Markup;

static const char *const markup_ends[N_MARKUPS] = { "?>", ">", "]]>" };

typedef struct {
  gsize n_steps;

  /* Of the paragraph. */
  gsize length;
  gsize n_lines;
  gsize n_links;
  gsize n_emphases;
  gsize n_images;
  gsize n_open_markups[N_MARKUPS];
  gsize n_most_pipes;
  /* Brackets that are open: whether each is an image's. */
  GByteArray *brackets;
  /* Whether a bracket may not be what it seems. */
  gboolean has_code;

  /* Of the line. */
  gsize n_pieces;
  gsize n_pipes;

  /* How many lists and quotes may be open. */
  gsize depth;
  gboolean after_blank;
} Cost;

static void
open_bracket (Cost *self, gboolean is_image)
{
  guint8 bracket = is_image;

  self->n_images += is_image;
  g_byte_array_append (self->brackets, &bracket, 1);
}

static void
close_bracket (Cost *self)
{
  self->n_links++;
  if (self->brackets->len > 0 && !self->has_code) {
    self->n_images -= self->brackets->data[self->brackets->len - 1];
    g_byte_array_set_size (self->brackets, self->brackets->len - 1);
  }
  self->n_steps += self->n_images / WALKED_PER_STEP;
}

static void
end_paragraph (Cost *self)
{
  self->n_steps +=
    (self->n_links + self->n_emphases) * self->n_emphases / WALKED_PER_STEP;
  self->n_steps += self->n_most_pipes * self->n_lines * STEPS_PER_CELL;
  for (guint i = 0; i < N_MARKUPS; i++) {
    self->n_steps += self->n_open_markups[i] * self->length / WALKED_PER_STEP;
    self->n_open_markups[i] = 0;
  }
  self->length = self->n_lines = self->n_most_pipes = 0;
  self->n_links = self->n_emphases = self->n_images = 0;
  self->has_code = FALSE;
  g_byte_array_set_size (self->brackets, 0);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Whether a run of @c begins here that can be a delimiter of emphasis. */
static gboolean
is_emphasis (char before, char c, char after)
{
  switch (c) {
  case '*':
    return before != c && !(g_ascii_isspace (before) && g_ascii_isspace (after));
  case '_':
    return before != c && !(is_word (before) && is_word (after));
  case '~':
  case '=':
  case '+':
    return before != c && after == c;
  default:
    return FALSE;
  }
}

static void
take_markup (Cost *self, const char *at, const char *end)
{
  char next = at + 1 < end ? at[1] : '\0';

  self->has_code = TRUE;
  if (next == '?')
    self->n_open_markups[MARKUP_INSTRUCTION]++;
  else if (next == '!' && at + 2 < end && at[2] == '[')
    self->n_open_markups[MARKUP_CDATA]++;
  else if (next == '!')
    self->n_open_markups[MARKUP_DECLARATION]++;
}

static void
end_markup (Cost *self, const char *line, const char *at)
{
  for (guint i = 0; i < N_MARKUPS; i++) {
    gsize length = strlen (markup_ends[i]);

    if ((gsize) (at + 1 - line) >= length &&
        memcmp (at + 1 - length, markup_ends[i], length) == 0)
      self->n_open_markups[i] = 0;
  }
}

static void
take_punctuation (Cost *self, const char *line, const char *at, const char *end)
{
  char before = at > line ? at[-1] : '\n';

  self->n_pieces++;
  switch (*at) {
  case '[':
    open_bracket (self, before == '!');
    break;
  case ']':
    close_bracket (self);
    break;
  case '|':
    self->n_pipes++;
    break;
  case '<':
    take_markup (self, at, end);
    break;
  case '>':
    end_markup (self, line, at);
    break;
  case '`':
  case '\\':
  case '$':
    self->has_code = TRUE;
    break;
  default:
    self->n_emphases += is_emphasis (before, *at, at + 1 < end ? at[1] : '\n');
  }
}

static void
take_text (Cost *self, const char *line, const char *end)
{
  self->n_pieces = 1;
  self->n_pipes = 0;
  for (const char *at = line; at < end; at++) {
    if (g_ascii_ispunct (*at))
      take_punctuation (self, line, at, end);
  }
  self->n_lines++;
  self->length += (gsize) (end - line);
  self->n_most_pipes = MAX (self->n_most_pipes, self->n_pipes);
  self->n_steps += self->n_pipes * self->n_pipes / WALKED_PER_STEP;
  self->n_steps += self->n_pieces * self->depth / PARENTS_PER_STEP;
}

static gsize
count (const char *line, const char *end, const char *characters)
{
  const char *at = line;

  while (at < end && *at != '\0' && strchr (characters, *at) != NULL)
    at++;

  return (gsize) (at - line);
}

/* A line of text may go on with a paragraph that is deep inside, whatever it begins with,
 * but not after a blank line. */
static void
take_line (Cost *self, const char *line, const char *end)
{
  gsize length = (gsize) (end - line);
  gsize n_markers = count (line, end, " \t>*-+0123456789.)");

  if (count (line, end, " \t") == length)
    end_paragraph (self);
  if (count (line, end, " \t>") == length) {
    self->n_steps += self->depth;
    self->after_blank = TRUE;
    return;
  }
  self->depth = self->after_blank ? n_markers : MAX (self->depth, n_markers);
  self->after_blank = FALSE;
  take_text (self, line, end);
}

static gsize
count_steps (const char *text, gsize length)
{
  g_autoptr (GByteArray) brackets = g_byte_array_new ();
  Cost cost = { .brackets = brackets };
  const char *end = text + length;

  for (const char *line = text; line < end;) {
    const char *newline = memchr (line, '\n', (gsize) (end - line));

    take_line (&cost, line, newline != NULL ? newline : end);
    line = newline != NULL ? newline + 1 : end;
  }
  end_paragraph (&cost);

  return cost.n_steps;
}

gboolean
fore_cost_is_bearable (const char *text, gsize length)
{
  if (length <= SHORT_TEXT)
    return TRUE;

  return length <= LONG_TEXT &&
         count_steps (text, length) <= FREE_STEPS + STEPS_PER_BYTE * length;
}
