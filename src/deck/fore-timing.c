/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Where a comment counts and where it is code, or inside of a comment that somebody else
 * opened, is for the parser to say. So the edits that come into question are tried, the
 * best first, and the first one is taken after which the deck reads as it should: the
 * slide has the time, and everything else is as it was.
 *
 * From the last slide to the first, so that an edit moves nothing that is still to come.
 */

#include "fore-timing.h"

#include "fore-comment.h"
#include "fore-deck-private.h"

#include <string.h>

/* Replace @length bytes at @at, counted in the whole text. */
typedef struct {
  gsize at;
  gsize length;
  char *text;
} Edit;

static void
edit_clear (gpointer data)
{
  g_free (((Edit *) data)->text);
}

static void
add_edit (GArray *edits, gsize at, gsize length, char *text)
{
  Edit edit = { at, length, text };

  g_array_append_val (edits, edit);
}

/* --- edits that come into question
 * ------------------------------------------------------- */

/* A comment with an instruction for the slide: gives it a time, or another. */
static void
edit_comment (GArray *edits, const char *text, gsize at, gsize end, guint seconds)
{
  static const char pattern[] =
    "(?<![\\w-])data-timing\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]*)";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *marker;
  int first, last;

  if (g_regex_match_full (regex, text, (gssize) end, (int) at, 0, &match, NULL) &&
      g_match_info_fetch_pos (match, 0, &first, &last)) {
    add_edit (edits, first, last - first,
              g_strdup_printf ("data-timing=\"%u\"", seconds));
    return;
  }

  /* Right behind the colon: HedgeDoc reads no further than the end of the line. */
  marker = g_strstr_len (text + at, (gssize) (end - at), ".slide:");
  add_edit (edits, marker - text + strlen (".slide:"), 0,
            g_strdup_printf (" data-timing=\"%u\"", seconds));
}

static gboolean
has_timing (const ForeComment *comment)
{
  return fore_attributes_get (comment->attributes, "data-timing") != NULL;
}

/* The comments of a slide that have a time, the last first, since that counts; then those
 * that have none. */
static void
find_comments (GArray *edits, const char *text, gsize start, gsize end, guint seconds)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_autoptr (GArray) timed = g_array_new (FALSE, FALSE, sizeof (Edit));
  const char *at = text + start;
  const char *limit = text + end;

  while ((at = g_strstr_len (at, limit - at, "<!--")) != NULL) {
    const char *inside = at + strlen ("<!--");
    const char *close = g_strstr_len (inside, limit - inside, "-->");
    ForeComment comment;

    if (close == NULL)
      break;
    fore_comment_read (inside, close - inside, &comment);
    if (comment.kind == FORE_COMMENT_SLIDE)
      edit_comment (has_timing (&comment) ? timed : others, text, inside - text,
                    close - text, seconds);
    fore_comment_clear (&comment);
    at = inside;
  }
  for (guint i = timed->len; i > 0; i--)
    g_array_append_vals (edits, &g_array_index (timed, Edit, i - 1), 1);
  g_array_append_vals (edits, others->data, others->len);
}

/* Above the first text of the slide, as far to the right as that, since its place says
 * how far all of the slide is moved. An empty slide gets it below its separator. */
static void
find_top (GArray *edits, ForeDeck *deck, guint index, const char *text, guint seconds)
{
  guint line = deck->places[index].line;
  guint content_line = fore_deck_get_content_line (deck, index);
  const char *at = text + deck->places[index].start;
  gsize indent;

  for (; line < content_line && at != NULL; line++) {
    at = strchr (at, '\n');
    at = at != NULL ? at + 1 : NULL;
  }
  if (at == NULL)
    return;
  indent = strspn (at, " \t");
  add_edit (edits, at - text, 0,
            g_strdup_printf ("%.*s<!-- .slide: data-timing=\"%u\" -->\n\n", (int) indent,
                             at, seconds));
  at = strchr (at, '\n');
  if (at != NULL)
    add_edit (edits, at + 1 - text, 0,
              g_strdup_printf ("\n<!-- .slide: data-timing=\"%u\" -->\n", seconds));
}

/* --- trying them
 * ------------------------------------------------------------------------ */

static char *
dup_wrapper (ForeSlide *slide)
{
  GString *html = g_string_new (NULL);

  fore_markup_append_wrapper_attributes (fore_slide_get_markup (slide), NULL, NULL, html);

  return g_string_free (html, FALSE);
}

/* A new comment leaves a mark in the HTML, in which nobody sees it. */
static gboolean
shows_the_same (ForeSlide *before, ForeSlide *after)
{
  const char *old_html = fore_markup_get_html (fore_slide_get_markup (before));
  const char *new_html = fore_markup_get_html (fore_slide_get_markup (after));
  g_autofree char *old_wrapper = dup_wrapper (before);
  g_autofree char *new_wrapper = dup_wrapper (after);

  return g_str_has_suffix (new_html, old_html) &&
         fore_slide_get_n_words (before) == fore_slide_get_n_words (after) &&
         g_strcmp0 (fore_slide_get_notes (before), fore_slide_get_notes (after)) == 0 &&
         strcmp (old_wrapper, new_wrapper) == 0;
}

static gboolean
is_as_wanted (ForeDeck *before, ForeDeck *after, guint index, guint seconds)
{
  guint n_slides = fore_deck_get_n_slides (before);

  if (fore_deck_get_n_slides (after) != n_slides ||
      !fore_options_equal (fore_deck_get_options (before), fore_deck_get_options (after)))
    return FALSE;

  for (guint i = 0; i < n_slides; i++) {
    ForeSlide *old_slide = fore_deck_get_slide (before, i);
    ForeSlide *new_slide = fore_deck_get_slide (after, i);

    if (i != index && old_slide != new_slide &&
        fore_slide_get_digest (old_slide) != fore_slide_get_digest (new_slide))
      return FALSE;
  }

  return fore_slide_get_timing (fore_deck_get_slide (after, index)) == seconds &&
         shows_the_same (fore_deck_get_slide (before, index),
                         fore_deck_get_slide (after, index));
}

static ForeDeck *
apply (ForeDeck *deck, const Edit *edit)
{
  gsize length;
  const char *text = g_bytes_get_data (fore_deck_get_text (deck), &length);
  g_autoptr (GString) edited = g_string_sized_new (length + 64);
  g_autoptr (GBytes) bytes = NULL;

  g_string_append_len (edited, text, (gssize) edit->at);
  g_string_append (edited, edit->text);
  g_string_append_len (edited, text + edit->at + edit->length,
                       (gssize) (length - edit->at - edit->length));
  bytes = g_bytes_new (edited->str, edited->len);

  return fore_deck_parse (bytes, deck);
}

/* Returns NULL if it cannot be done. */
static ForeDeck *
write_slide (ForeDeck *deck, guint index, guint seconds)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  gsize length;
  const char *data = g_bytes_get_data (fore_deck_get_text (deck), &length);
  /* Ended by NUL; of an empty text there are no bytes at all. */
  g_autofree char *text = g_strndup (length > 0 ? data : "", length);
  gsize end = index + 1 < deck->n_slides ? deck->places[index + 1].start : length;

  g_array_set_clear_func (edits, edit_clear);
  find_comments (edits, text, deck->places[index].start, end, seconds);
  find_top (edits, deck, index, text, seconds);
  for (guint i = 0; i < edits->len; i++) {
    g_autoptr (ForeDeck) edited = apply (deck, &g_array_index (edits, Edit, i));

    if (is_as_wanted (deck, edited, index, seconds))
      return g_steal_pointer (&edited);
  }

  return NULL;
}

GBytes *
fore_timing_write (ForeDeck *deck, const guint *seconds, guint *n_written)
{
  g_autoptr (ForeDeck) written = NULL;
  guint n = 0;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (seconds != NULL, NULL);

  written = fore_deck_ref (deck);
  for (guint i = fore_deck_get_n_slides (deck); i > 0; i--) {
    ForeSlide *slide = fore_deck_get_slide (written, i - 1);
    ForeDeck *next;

    if (seconds[i - 1] == 0)
      continue;
    n++;
    if (fore_slide_get_timing (slide) == seconds[i - 1])
      continue;
    next = write_slide (written, i - 1, seconds[i - 1]);
    if (next == NULL) {
      n--;
      continue;
    }
    fore_deck_unref (written);
    written = next;
  }
  if (n_written != NULL)
    *n_written = n;

  return g_bytes_ref (fore_deck_get_text (written));
}
