/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A deck is made in three runs. The first finds where slides start; it begins at the last
 * slide that the edit cannot have touched, and stops where it meets a slide start of the
 * deck before, since all that follows is as it was. The second takes over or makes the
 * slides in between. The third makes those again that lack a definition which another
 * slide gives; nearly no deck needs it.
 *
 * An edit between two texts is found by comparing them from both ends. That, one
 * reference for each slide and one short record each is all that a key press costs in
 * proportion to the deck. */

#include "fore-deck-private.h"
#include "fore-digest.h"
#include "fore-slide-batch.h"
#include "fore-splitter.h"

#include <string.h>

/* The text being parsed, what is known of the text before, and the result so far. */
typedef struct {
  ForeDeck *deck;
  const char *text;
  gsize length;
  gsize limit;
  const ForeDeck *before;
  const char *old_text;
  gsize head;
  gsize tail;
  GArray *places;
  GPtrArray *slides;
  guint first;
  guint resumed;
  guint resumed_at;
} Parser;

/* --- what an edit left alone
 * ------------------------------------------------------------- */

#define STRIDE 512

static gsize
measure_head (const char *a, const char *b, gsize length)
{
  gsize n = 0;

  while (length - n >= STRIDE && memcmp (a + n, b + n, STRIDE) == 0)
    n += STRIDE;
  while (n < length && a[n] == b[n])
    n++;

  return n;
}

static gsize
measure_tail (const char *a_end, const char *b_end, gsize length)
{
  gsize n = 0;

  while (length - n >= STRIDE &&
         memcmp (a_end - n - STRIDE, b_end - n - STRIDE, STRIDE) == 0)
    n += STRIDE;
  while (n < length && a_end[-1 - (gssize) n] == b_end[-1 - (gssize) n])
    n++;

  return n;
}

static const char *
get_text (GBytes *bytes, gsize *length)
{
  const char *text = g_bytes_get_data (bytes, length);

  return text != NULL ? text : "";
}

static void
compare (Parser *self, const char *text, gsize length)
{
  gsize old_length;

  self->old_text = get_text (fore_source_get_text (self->before->source), &old_length);
  self->head = measure_head (text, self->old_text, MIN (length, old_length));
  self->tail = measure_tail (text + length, self->old_text + old_length,
                             MIN (length, old_length) - self->head);
}

/* Reading four megabytes to see that they are still UTF-8 costs more than all the rest,
 * so only what is new is looked at. Its edges are moved to where characters start. */
static ForeSource *
read_changed (Parser *self, GBytes *bytes)
{
  gsize length, head, tail;
  const char *data = get_text (bytes, &length);

  compare (self, data, length);
  head = self->head;
  tail = self->tail;
  while (head > 0 && ((guint8) data[head - 1] & 0x80) != 0)
    head--;
  while (tail > 0 && ((guint8) data[length - tail] & 0x80) != 0)
    tail--;

  return fore_source_new_changed (bytes, head, length - head - tail);
}

static void
read_source (Parser *self, GBytes *bytes)
{
  if (self->before != NULL && fore_source_is_plain (self->before->source))
    self->deck->source = read_changed (self, bytes);
  else
    self->deck->source = fore_source_new (bytes);

  self->text = get_text (fore_source_get_text (self->deck->source), &self->length);
  self->limit = self->length;
  if (self->before != NULL && !(fore_source_is_plain (self->before->source) &&
                                fore_source_is_plain (self->deck->source)))
    compare (self, self->text, self->length);
}

/* --- first run: where slides start
 * -------------------------------------------------------- */

static guint
find_place (const ForeDeck *deck, gsize offset)
{
  guint low = 0, high = deck->n_slides;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (deck->places[middle].start <= offset)
      low = middle;
    else
      high = middle;
  }

  return low;
}

/* A separator depends on the line below it, so the slide above the edit is read again,
 * and so is any whose fence the new text might close. */
static guint
find_first_slide (const Parser *self)
{
  guint first = find_place (self->before, self->head);

  first = first > 0 ? first - 1 : 0;
  for (guint i = 0; i < first; i++) {
    if (self->before->places[i].is_open)
      return i;
  }

  return first;
}

/* Whether the deck before had a slide start at the same place in what follows the edit.
 */
static gboolean
resumes (Parser *self, gsize start)
{
  gsize old_length = g_bytes_get_size (fore_source_get_text (self->before->source));
  gsize old_start;
  guint found;

  if (start < self->length - self->tail)
    return FALSE;
  old_start = old_length - (self->length - start);
  found = find_place (self->before, old_start);
  if (found == 0 || self->before->places[found].start != old_start)
    return FALSE;
  self->resumed = found;
  self->resumed_at = self->places->len;

  return TRUE;
}

static void
add_place (Parser *self, const ForePlace *place)
{
  g_array_append_val (self->places, *place);
}

static ForePlace
next_place (const ForePlace *place, const ForeCut *cut)
{
  ForePlace next = { .start = (guint32) cut->start,
                     .line = place->line + cut->n_lines,
                     .column = place->column + (cut->vertical ? 0 : 1) };

  return next;
}

static void
take_rest (Parser *self, const ForePlace *next)
{
  const ForePlace *old = &self->before->places[self->resumed];
  guint32 moved = next->start - old->start;
  guint32 lines = next->line - old->line;
  guint32 columns = next->column - old->column;
  guint n = self->before->n_slides - self->resumed;
  guint at = self->places->len;
  ForePlace *places;

  g_array_append_vals (self->places, old, n);
  places = &g_array_index (self->places, ForePlace, at);
  for (guint i = 0; i < n; i++) {
    places[i].start += moved;
    places[i].line += lines;
    places[i].column += columns;
  }
}

static void
split (Parser *self)
{
  gsize content = self->deck->front_matter->content;
  ForePlace place = { .line = 1 };
  ForeSplitter splitter;
  ForeCut cut;
  gboolean more = TRUE;

  if (self->before != NULL && self->first > 0) {
    g_array_append_vals (self->places, self->before->places, self->first);
    place = self->before->places[self->first];
    content = fore_line_find_end (self->text + place.start, self->text + self->limit) +
              1 - self->text;
  }

  place.is_open = FALSE;
  fore_splitter_init (&splitter, self->text, self->limit, place.start, content);
  while (more) {
    more = fore_splitter_next (&splitter, &cut);
    place.is_open = fore_splitter_found_open (&splitter);
    add_place (self, &place);
    if (!more)
      break;
    place = next_place (&place, &cut);
    if (self->places->len == FORE_DECK_MAX_SLIDES) {
      self->deck->is_cut = TRUE;
      self->deck->cut_line = place.line;
      self->limit = place.start;
      break;
    }
    if (self->before != NULL && resumes (self, cut.start)) {
      take_rest (self, &place);
      break;
    }
  }
}

/* --- second run: slides
 * --------------------------------------------------------------------- */

static gsize
get_end (const Parser *self, guint index)
{
  return index + 1 < self->places->len
           ? g_array_index (self->places, ForePlace, index + 1).start
           : self->limit;
}

static guint
count_last_lines (const Parser *self, gsize start)
{
  const char *limit = self->text + self->length;
  guint n = 0;

  for (const char *at = self->text + start; at < limit; n++)
    at = fore_line_find_end (at, limit) + 1;

  return MAX (n, 1);
}

static ForeSlideSource
get_source (const Parser *self, guint index)
{
  const ForePlace *place = &g_array_index (self->places, ForePlace, index);
  gboolean is_last = index + 1 == self->places->len;
  ForeSlideSource source = {
    .text = self->text + place->start,
    .length = get_end (self, index) - place->start,
    .n_lines = is_last
                 ? count_last_lines (self, place->start)
                 : g_array_index (self->places, ForePlace, index + 1).line - place->line,
    .is_vertical = index > 0 && place[-1].column == place->column,
    .is_last = is_last,
    .flags =
      self->deck->front_matter->hard_breaks ? FORE_MARKUP_HARD_BREAKS : FORE_MARKUP_NONE
  };
  const char *limit = source.text + source.length;

  if (index == 0)
    source.content = self->deck->front_matter->content;
  else
    source.content =
      MIN (fore_line_find_end (source.text, limit) + 1, limit) - source.text;

  return source;
}

static gboolean
has_same_text (const Parser *self, guint old, const ForeSlideSource *source)
{
  const ForeDeck *before = self->before;
  gsize start = before->places[old].start;
  gsize end = old + 1 < before->n_slides
                ? before->places[old + 1].start
                : g_bytes_get_size (fore_source_get_text (before->source));

  return end - start == source->length &&
         memcmp (self->old_text + start, source->text, source->length) == 0;
}

/* The old slides between the common head and tail, by their text, so that slides which
 * were moved are found again. */
static GHashTable *
index_old_slides (const Parser *self, guint last)
{
  GHashTable *slides = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize length = g_bytes_get_size (fore_source_get_text (self->before->source));

  for (guint i = self->first; i < last; i++) {
    gsize start = self->before->places[i].start;
    gsize end =
      i + 1 < self->before->n_slides ? self->before->places[i + 1].start : length;
    guint64 *key = g_new (guint64, 1);

    *key = fore_digest_add (FORE_DIGEST_START, self->old_text + start, end - start);
    g_hash_table_insert (slides, key, GUINT_TO_POINTER (i + 1));
  }

  return slides;
}

static ForeSlide *
take (const Parser *self, GHashTable *old_slides, guint index)
{
  ForeSlideSource source = get_source (self, index);

  if (old_slides != NULL) {
    guint64 key = fore_digest_add (FORE_DIGEST_START, source.text, source.length);
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (old_slides, &key));

    if (found > 0 && has_same_text (self, found - 1, &source)) {
      ForeSlide *slide = self->before->slides[found - 1];

      /* Each old slide once, so that no slide stands in a deck twice. */
      if (fore_slide_is_made_from (slide, &source) &&
          !fore_slide_get_lacks_definitions (slide)) {
        g_hash_table_remove (old_slides, &key);
        return g_object_ref (slide);
      }
    }
  }

  return NULL;
}

static void
make_missing (Parser *self, guint end)
{
  ForeSlide **slides = (ForeSlide **) self->slides->pdata;
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree ForeSlideSource *sources = NULL;
  g_autofree ForeSlide **made = NULL;

  for (guint i = self->first; i < end; i++) {
    if (slides[i] == NULL)
      g_array_append_val (indices, i);
  }
  sources = g_new (ForeSlideSource, indices->len);
  made = g_new (ForeSlide *, indices->len);
  for (guint i = 0; i < indices->len; i++)
    sources[i] = get_source (self, g_array_index (indices, guint, i));

  fore_slide_batch_make (sources, indices->len, made);
  for (guint i = 0; i < indices->len; i++)
    slides[g_array_index (indices, guint, i)] = made[i];
}

static void
make_slides (Parser *self)
{
  guint end = self->resumed > 0 ? self->resumed_at : self->places->len;
  g_autoptr (GHashTable) old_slides = NULL;

  if (self->before != NULL)
    old_slides =
      index_old_slides (self, self->resumed > 0 ? self->resumed : self->before->n_slides);

  for (guint i = 0; i < self->first; i++)
    g_ptr_array_add (self->slides, g_object_ref (self->before->slides[i]));
  for (guint i = self->first; i < end; i++)
    g_ptr_array_add (self->slides, take (self, old_slides, i));
  make_missing (self, end);
  for (guint i = end; i < self->places->len; i++)
    g_ptr_array_add (self->slides,
                     g_object_ref (self->before->slides[i - end + self->resumed]));
}

/* --- third run: definitions on other slides
 * ------------------------------------------------ */

static guint
count_defining (ForeSlide **slides, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += fore_slide_get_definitions (slides[i]) != NULL;

  return n;
}

static char *
collect_definitions (ForeSlide **slides, guint n_slides)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_slides; i++) {
    const char *own = fore_slide_get_definitions (slides[i]);

    if (own != NULL)
      g_string_append (text, own);
  }

  return g_string_free (text, FALSE);
}

/* Slides that were taken over know the definitions of the deck before; those just made
 * know none yet. */
static void
define (Parser *self)
{
  ForeDeck *deck = self->deck;
  ForeSlide **slides = (ForeSlide **) self->slides->pdata;
  guint n_slides = self->slides->len;
  guint end = self->resumed > 0 ? self->resumed_at : n_slides;
  gboolean changed, concern_all;

  deck->n_defining = count_defining (slides, self->first, end);
  if (self->before != NULL) {
    guint old_end = self->resumed > 0 ? self->resumed : self->before->n_slides;

    deck->n_defining += self->before->n_defining -
                        count_defining (self->before->slides, self->first, old_end);
  }
  if (deck->n_defining > 0)
    deck->definitions = collect_definitions (slides, n_slides);

  changed =
    self->before != NULL && g_strcmp0 (deck->definitions, self->before->definitions) != 0;
  if (deck->definitions == NULL && !changed)
    return;

  concern_all = fore_slide_may_concern_all (deck->definitions);
  for (guint i = 0; i < n_slides; i++) {
    gboolean is_new = i >= self->first && i < end;

    if ((is_new || changed) &&
        (concern_all || fore_slide_get_lacks_definitions (slides[i]))) {
      ForeSlideSource source = get_source (self, i);

      g_object_unref (slides[i]);
      slides[i] = fore_slide_new (&source, deck->definitions);
    }
  }
}

/* --- the whole
 * ------------------------------------------------------------------------------ */

static void
cut_at_limit (Parser *self)
{
  if (self->length <= FORE_DECK_MAX_BYTES)
    return;

  self->limit = FORE_DECK_MAX_BYTES;
  while (((guint8) self->text[self->limit] & 0xc0) == 0x80)
    self->limit--;
  self->deck->is_cut = TRUE;
  self->deck->cut_line = 1;
  for (const char *at = self->text;
       (at = memchr (at, '\n', self->text + self->limit - at)) != NULL; at++)
    self->deck->cut_line++;
}

/* Past the limits, and when line breaks mean something else, nothing old is of use. */
static const ForeDeck *
get_usable (const Parser *self)
{
  const ForeDeck *before = self->before;

  if (before == NULL || before->is_cut || self->deck->is_cut ||
      before->n_slides + 1 >= FORE_DECK_MAX_SLIDES)
    return NULL;
  if (before->front_matter->hard_breaks != self->deck->front_matter->hard_breaks)
    return NULL;

  return before;
}

static ForeFrontMatter *
read_front_matter (const Parser *self)
{
  if (self->before != NULL && self->head > self->before->front_matter->extent)
    return fore_front_matter_ref (self->before->front_matter);

  return fore_front_matter_read (self->text, self->limit);
}

static void
parse_slides (Parser *self)
{
  guint n = self->before != NULL ? self->before->n_slides + 8 : 64;

  /* Front matter can come to be, or end, by an edit far below where it starts. */
  if (self->before != NULL &&
      self->before->front_matter->content == self->deck->front_matter->content)
    self->first = find_first_slide (self);

  self->places = g_array_sized_new (FALSE, FALSE, sizeof (ForePlace), n);
  self->slides = g_ptr_array_sized_new (n);
  split (self);
  make_slides (self);
  define (self);

  self->deck->n_slides = self->slides->len;
  self->deck->slides = (ForeSlide **) g_ptr_array_free (self->slides, FALSE);
  self->deck->places = (ForePlace *) g_array_free (self->places, FALSE);
}

ForeDeck *
fore_deck_parse (GBytes *bytes, ForeDeck *before)
{
  Parser self = { .before = before };

  g_return_val_if_fail (bytes != NULL, NULL);

  self.deck = g_new0 (ForeDeck, 1);
  g_atomic_ref_count_init (&self.deck->references);
  read_source (&self, bytes);
  cut_at_limit (&self);
  self.deck->front_matter = read_front_matter (&self);
  self.before = get_usable (&self);
  parse_slides (&self);

  return self.deck;
}
