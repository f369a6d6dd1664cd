/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-deck-rules.h"

#include "fore-file-facts.h"

#include <glib/gi18n.h>
#include <string.h>

guint
fore_deck_view_get_line (const ForeDeckView *view, guint index, guint line)
{
  guint first;

  fore_deck_get_lines (view->deck, index, &first, NULL);

  return first + line - 1;
}

/* --- links inside the deck --- */

static gboolean
is_any_id (const ForeDeckView *view, const char *id)
{
  g_autofree char *escaped = g_markup_escape_text (id, -1);
  g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", escaped);

  if (fore_deck_find_id (view->deck, id, NULL))
    return TRUE;
  for (guint i = 0; i < fore_deck_get_n_slides (view->deck); i++) {
    ForeMarkup *markup = fore_slide_get_markup (fore_deck_get_slide (view->deck, i));

    if (strstr (fore_markup_get_html (markup), attribute) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* As reveal.js reads them: #/COLUMN/ROW, counted from 0, or #/ID and #ID. */
static gboolean
leads_somewhere (const ForeDeckView *view, const char *hash)
{
  const char *place = *hash == '/' ? hash + 1 : hash;
  g_autofree char *id = NULL;

  if (*place == '\0')
    return TRUE;
  if (g_ascii_isdigit (*place)) {
    char *end;
    guint64 column = g_ascii_strtoull (place, &end, 10);
    guint64 row = *end == '/' ? g_ascii_strtoull (end + 1, &end, 10) : 0;

    if (*end == '\0' || *end == '/')
      return column < G_MAXUINT && row < G_MAXUINT &&
             fore_deck_find_position (view->deck, (guint) column, (guint) row, NULL);
  }
  id = g_uri_unescape_string (place, NULL);

  return is_any_id (view, id != NULL ? id : place);
}

/* --- addresses --- */

static ForeFileState
get_state (const ForeDeckView *view, const char *address)
{
  if (view->files == NULL || !fore_file_facts_is_file (address))
    return FORE_FILE_UNKNOWN;

  return GPOINTER_TO_UINT (g_hash_table_lookup (view->files, address));
}

static void
check_link (const ForeDeckView *view, const ForeFact *fact, guint line)
{
  ForeFileState state = get_state (view, fact->text);

  if (*fact->text == '#' && !leads_somewhere (view, fact->text + 1))
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "missing-slide", line, fact->place.column,
                       _ ("“%s” leads to no slide. Columns and rows are counted from 0: "
                          "“#/2/1”; or name the id of a slide."),
                       fact->text));
  else if (state == FORE_FILE_MISSING)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "missing-file", line, fact->place.column,
                       _ ("There is no file “%s” to link to."), fact->text));
}

static void
check_asset (const ForeDeckView *view, const ForeFact *fact, guint line)
{
  ForeFileState state = get_state (view, fact->text);

  if (state == FORE_FILE_MISSING)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (FORE_SEVERITY_ERROR, "missing-picture", line,
                                          fact->place.column,
                                          _ ("There is no file “%s”."), fact->text));
  else if (state == FORE_FILE_OUTSIDE)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_ERROR, "missing-picture", line, fact->place.column,
                       _ ("“%s” is not in the deck’s folder. Put the file there to show "
                          "it."),
                       fact->text));
  else if (state == FORE_FILE_LARGE)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "large-picture", line, fact->place.column,
                       _ ("“%s” has more than 10 MB. A smaller one shows at once."),
                       fact->text));
  else if (g_ascii_strncasecmp (fact->text, "http:", 5) == 0 ||
           g_ascii_strncasecmp (fact->text, "https:", 6) == 0 ||
           g_str_has_prefix (fact->text, "//"))
    g_ptr_array_add (
      view->findings,
      fore_diagnostic_new (FORE_SEVERITY_INFO, "remote-picture", line, fact->place.column,
                           _ ("This comes from another host. Open the deck once with a "
                              "network, or put the file beside the deck.")));
}

void
fore_deck_rules_check_addresses (const ForeDeckView *view)
{
  for (guint i = 0; i < view->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (view->facts, i);

    for (guint j = 0; j < facts->addresses->len; j++) {
      const ForeFact *fact = &g_array_index (facts->addresses, ForeFact, j);
      guint line = fore_deck_view_get_line (view, i, fact->place.line);

      if (fact->number == FORE_ADDRESS_LINK)
        check_link (view, fact, line);
      else if (fact->number != FORE_ADDRESS_FRAME)
        check_asset (view, fact, line);
    }
  }
}

/* --- names --- */

void
fore_deck_rules_check_ids (const ForeDeckView *view)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < view->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (view->facts, i);

    for (guint j = 0; j < facts->ids->len; j++) {
      const ForeFact *fact = &g_array_index (facts->ids, ForeFact, j);
      guint line = fore_deck_view_get_line (view, i, fact->place.line);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (lines, fact->text));

      if (before == 0)
        g_hash_table_insert (lines, fact->text, GUINT_TO_POINTER (line));
      else
        g_ptr_array_add (
          view->findings,
          fore_diagnostic_new (FORE_SEVERITY_WARNING, "duplicate-id", line,
                               fact->place.column,
                               _ ("Line %u has the id “%s” already. Links lead there."),
                               before, fact->text));
    }
  }
}

/* --- styles --- */

char *
fore_style_fact_dup_question (const ForeStyleFact *fact)
{
  const ForeCssUse *use = &fact->use;
  char *question;

  if (use->selector != NULL)
    question = g_strconcat ("matches\t", use->selector, NULL);
  /* Those of other engines are there for other engines. */
  else if (*use->property == '-' || *use->value == '-' || use->is_quoted)
    return NULL;
  else
    question = g_strconcat ("supports\t", use->property, ":", use->value, NULL);
  for (char *at = strchr (question, '\t') + 1; *at != '\0'; at++) {
    if (*at == '\t' || *at == '\n' || *at == '\f')
      *at = ' ';
  }

  return question;
}

GPtrArray *
fore_style_fact_dup_fonts (const ForeStyleFact *fact)
{
  if (g_strcmp0 (fact->use.property, "font-family") != 0)
    return NULL;

  return fore_css_split_fonts (fact->use.value);
}

static void
check_fonts (const ForeDeckView *view, const ForeStyleFact *fact, guint line)
{
  g_autoptr (GPtrArray) fonts = fore_style_fact_dup_fonts (fact);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; fonts != NULL && i < fonts->len; i++) {
    g_autofree char *question = g_strconcat ("font\t", fonts->pdata[i], NULL);
    guint is_there;

    /* Others are there for computers that lack the first. */
    if (!fore_measures_get_answer (view->measures, question, &is_there) || is_there != 0)
      return;
    g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                            (const char *) fonts->pdata[i]);
  }
  if (missing->len > 0)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_WARNING, "missing-font", line, fact->place.column,
                       /* Translators: the name of a font, or several */
                       _ ("This computer does not have %s. Another font stands in."),
                       missing->str));
}

static void
check_style (const ForeDeckView *view, const ForeStyleFact *fact, guint line)
{
  g_autofree char *question = fore_style_fact_dup_question (fact);
  const ForeCssUse *use = &fact->use;
  guint answer;

  if (question == NULL || !fore_measures_get_answer (view->measures, question, &answer) ||
      answer != 0)
    return;
  if (use->selector != NULL)
    g_ptr_array_add (view->findings,
                     fore_diagnostic_new (
                       FORE_SEVERITY_INFO, "unmatched-selector", line, fact->place.column,
                       _ ("“%s” matches nothing in this deck."), use->selector));
  else
    g_ptr_array_add (view->findings, fore_diagnostic_new (
                                       FORE_SEVERITY_WARNING, "dropped-declaration", line,
                                       fact->place.column, _ ("“%s: %s” has no effect."),
                                       use->property, use->value));
}

void
fore_deck_rules_check_styles (const ForeDeckView *view)
{
  for (guint i = 0; i < view->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (view->facts, i);

    for (guint j = 0; j < facts->styles->len; j++) {
      const ForeStyleFact *fact = &g_array_index (facts->styles, ForeStyleFact, j);
      guint line = fore_deck_view_get_line (view, i, fact->place.line);

      check_style (view, fact, line);
      check_fonts (view, fact, line);
    }
  }
}
