/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A token can go on over several lines. Where a line ends inside of spans they are
 * closed, and opened again on the next. */

#include "fore-line-steps.h"

#include <string.h>

#define NUMBER_MAX 1000000
/* Each line is looked for in all of them. */
#define RANGES_MAX 300

typedef struct {
  guint first;
  guint last;
  guint step;
} Range;

typedef struct {
  GArray *ranges;
  /* Start tags of the spans that are open. */
  GPtrArray *open;
  GString *html;
  guint line;
  gboolean is_in_line;
} Writer;

guint
fore_line_steps_count (const char *spec, gsize length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += spec[i] == '|';

  return MIN (n, FORE_LINE_STEPS_MAX);
}

static guint
read_number (const char **at, const char *end)
{
  guint number = 0;

  while (*at < end && **at == ' ')
    (*at)++;
  for (; *at < end && g_ascii_isdigit (**at); (*at)++)
    number = MIN (number * 10 + (guint) (**at - '0'), NUMBER_MAX);
  while (*at < end && **at == ' ')
    (*at)++;

  return number;
}

static GArray *
read_ranges (const char *spec, gsize length)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  const char *end = spec + length;
  guint step = 0;

  while (spec < end && step < FORE_LINE_STEPS_MAX && ranges->len < RANGES_MAX) {
    Range range = { .first = read_number (&spec, end), .step = step };

    range.last = range.first;
    if (spec < end && *spec == '-') {
      spec++;
      range.last = read_number (&spec, end);
    }
    if (range.first > 0)
      g_array_append_val (ranges, range);
    if (spec < end)
      step += *spec++ == '|';
  }

  return ranges;
}

static void
start_line (Writer *self)
{
  gboolean is_first = FALSE;

  self->line++;
  self->is_in_line = TRUE;
  g_string_append (self->html, "<span data-steps=\"");
  for (guint i = 0; i < self->ranges->len; i++) {
    const Range *range = &g_array_index (self->ranges, Range, i);

    if (self->line < range->first || self->line > range->last)
      continue;
    g_string_append_printf (self->html, "%u ", range->step);
    is_first = is_first || range->step == 0;
  }
  g_string_append (self->html, is_first ? "\" class=\"code-line highlight-line\">"
                                        : "\" class=\"code-line\">");
  for (guint i = 0; i < self->open->len; i++)
    g_string_append (self->html, g_ptr_array_index (self->open, i));
}

static void
end_line (Writer *self)
{
  for (guint i = 0; i < self->open->len; i++)
    g_string_append (self->html, "</span>");
  g_string_append (self->html, "</span>");
  self->is_in_line = FALSE;
}

/* Returns what follows the tag. */
static const char *
write_tag (Writer *self, const char *tag)
{
  const char *end = strchr (tag, '>') + 1;

  g_string_append_len (self->html, tag, end - tag);
  if (tag[1] == '/')
    g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  else
    g_ptr_array_add (self->open, g_strndup (tag, end - tag));

  return end;
}

static void
write_lines (Writer *self, const char *html)
{
  while (*html != '\0') {
    if (!self->is_in_line)
      start_line (self);
    if (*html == '<') {
      html = write_tag (self, html);
    } else if (*html == '\n') {
      end_line (self);
      g_string_append_c (self->html, *html++);
    } else {
      gsize length = strcspn (html, "<\n");

      g_string_append_len (self->html, html, length);
      html += length;
    }
  }
  if (self->is_in_line)
    end_line (self);
}

GRefString *
fore_line_steps_write (const char *spec, gsize length, const char *html)
{
  Writer self = { .ranges = read_ranges (spec, length),
                  .open = g_ptr_array_new_with_free_func (g_free),
                  .html = g_string_sized_new (strlen (html) * 2) };
  GRefString *written;

  write_lines (&self, html);
  for (guint i = 1; i < fore_line_steps_count (spec, length); i++)
    g_string_append (self.html, "<span class=\"fragment code-step\"></span>");
  written = g_ref_string_new_len (self.html->str, (gssize) self.html->len);

  g_array_unref (self.ranges);
  g_ptr_array_unref (self.open);
  g_string_free (self.html, TRUE);

  return written;
}
