/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-date-scan.h"
#include "fore-deck-rules.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * Source:
 * @days: the days that it names
 * @line: where it stands; 0 for the name of the file
 *
 * Something that may say of which day a deck is.
 */
typedef struct {
  GArray *days; /* of guint32 */
  guint line;
  guint column;
  char *text; /* the first day, as it is written */
} Source;

static void
source_clear (gpointer data)
{
  Source *self = data;

  g_array_unref (self->days);
  g_free (self->text);
}

static void
add_source (GArray *sources, const char *text, gboolean is_name, guint line)
{
  g_autoptr (GArray) dates = fore_date_scan (text, is_name);
  Source source = { .line = line };

  if (dates->len == 0)
    return;
  source.days = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < dates->len; i++) {
    const ForeDate *date = &g_array_index (dates, ForeDate, i);

    if (i == 0) {
      source.column = (guint) g_utf8_pointer_to_offset (text, date->start) + 1;
      source.text = g_strndup (date->start, date->length);
    }
    g_array_append_val (source.days, date->julian);
  }
  g_array_append_val (sources, source);
}

/* The front matter and the first slide, line by line. */
static void
add_lines (GArray *sources, const ForeDeckView *view)
{
  const char *text = g_bytes_get_data (fore_deck_get_text (view->deck), NULL);
  gsize size = g_bytes_get_size (fore_deck_get_text (view->deck));
  guint content = fore_deck_get_content_line (view->deck, 0);
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  fore_deck_get_lines (view->deck, 0, NULL, &n_lines);
  if (text != NULL)
    g_string_append_len (all, text, (gssize) MIN (size, 65536));
  lines = g_strsplit (all->str, "\n", (gint) MIN (n_lines, 1000) + 1);
  for (guint i = 0; lines[i] != NULL && i < n_lines; i++) {
    gboolean is_option = i + 1 < content && (g_str_has_prefix (lines[i], "date:") ||
                                             g_str_has_prefix (lines[i], "title:"));

    if (!g_utf8_validate (lines[i], -1, NULL))
      break;
    if (is_option || (i + 1 >= content && *lines[i] == '#'))
      add_source (sources, lines[i], FALSE, i + 1);
  }
}

static gboolean
has_day (const Source *source, guint32 day)
{
  for (guint i = 0; i < source->days->len; i++) {
    if (g_array_index (source->days, guint32, i) == day)
      return TRUE;
  }

  return FALSE;
}

static void
report_mismatch (const ForeDeckView *view, const Source *first, const Source *other)
{
  g_autofree char *day = fore_date_format (g_array_index (first->days, guint32, 0));

  if (other->line == 0)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "date-mismatch", first->line, first->column,
                       /* Translators: two dates */
                       _ ("This says %s, but the file’s name says %s."), first->text,
                       other->text));
  else
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "date-mismatch", other->line, other->column,
                       /* Translators: a date, the number of a line, and another date */
                       _ ("This says %s, but line %u says %s."), other->text, first->line,
                       day));
}

/* Of each slide the first. */
static void
check_old (const ForeDeckView *view, guint32 day)
{
  for (guint i = 1; i < view->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (view->facts, i);

    for (guint j = 0; j < facts->dates->len; j++) {
      const ForeFact *fact = &g_array_index (facts->dates, ForeFact, j);
      g_autofree char *deck_day = NULL;

      if (fact->number >= day)
        continue;
      deck_day = fore_date_format (day);
      g_ptr_array_add (view->findings,
                       fore_diagnostic_new (
                         FORE_SEVERITY_INFO, "old-date",
                         fore_deck_view_get_line (view, i, fact->place.line),
                         fact->place.column,
                         /* Translators: a date, and the date of the deck */
                         _ ("%s is before the day of this deck, %s. Is it from an older "
                            "one?"),
                         fact->text, deck_day));
      break;
    }
  }
}

void
fore_deck_rules_check_dates (const ForeDeckView *view)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (Source));
  const Source *first;
  guint32 day;

  g_array_set_clear_func (sources, source_clear);
  add_lines (sources, view);
  if (view->name != NULL)
    add_source (sources, view->name, TRUE, 0);
  if (sources->len == 0)
    return;

  first = &g_array_index (sources, Source, 0);
  day = g_array_index (first->days, guint32, 0);
  for (guint i = 1; i < sources->len; i++) {
    const Source *other = &g_array_index (sources, Source, i);

    if (!has_day (other, day))
      report_mismatch (view, first, other);
  }
  check_old (view, day);
}
