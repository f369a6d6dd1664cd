/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Reading: a file that is UTF-8 with LF alone is its own text and is not copied. Anything
 * else is rewritten once, line by line.
 *
 * Writing: lines of the edited text are paired with lines of the original, first from
 * both ends, then in order in between. A paired line is written with the bytes it was
 * read from; any other with the line end that most lines have. */

#include "fore-source.h"

#include <string.h>

static const char mark[] = "\xef\xbb\xbf";
static const char replacement[] = "\xef\xbf\xbd";

struct _ForeSource {
  gatomicrefcount references;
  GBytes *bytes;
  GBytes *text;
  ForeLineEnd line_end;
  gboolean has_mark;
  guint first_invalid_line;
  guint n_invalid_lines;
};

/* A line as it was read, and what stands for it in the text. Neither holds its end. */
typedef struct {
  const char *raw;
  gsize raw_length;
  gsize raw_end_length;
  const char *text;
  gsize text_length;
} Line;

G_DEFINE_BOXED_TYPE (ForeSource, fore_source, fore_source_ref, fore_source_unref)

static gboolean
is_clean (const char *data, gsize length)
{
  return memchr (data, '\r', length) == NULL && g_utf8_validate_len (data, length, NULL);
}

static gsize
line_end_length (const char *at, const char *limit)
{
  if (at >= limit)
    return 0;
  if (*at == '\r' && at + 1 < limit && at[1] == '\n')
    return 2;

  return 1;
}

static const char *
find_line_end (const char *at, const char *limit)
{
  while (at < limit && *at != '\n' && *at != '\r')
    at++;

  return at;
}

/* One U+FFFD for each longest start of a character that breaks off, as browsers do. */
static gsize
invalid_length (const char *at, const char *limit)
{
  guint8 lead = (guint8) at[0];
  guint8 low = 0x80, high = 0xbf;
  gsize needed, i;

  if (lead >= 0xc2 && lead <= 0xdf)
    needed = 1;
  else if (lead >= 0xe0 && lead <= 0xef)
    needed = 2;
  else if (lead >= 0xf0 && lead <= 0xf4)
    needed = 3;
  else
    return 1;

  if (lead == 0xe0)
    low = 0xa0;
  else if (lead == 0xed)
    high = 0x9f;
  else if (lead == 0xf0)
    low = 0x90;
  else if (lead == 0xf4)
    high = 0x8f;

  for (i = 1; i <= needed && at + i < limit; i++) {
    guint8 byte = (guint8) at[i];

    if (byte < low || byte > high)
      break;
    low = 0x80;
    high = 0xbf;
  }

  return i;
}

static gboolean
append_valid (GString *text, const char *at, const char *limit)
{
  gboolean valid = TRUE;

  while (at < limit) {
    const char *stop;

    g_utf8_validate_len (at, limit - at, &stop);
    g_string_append_len (text, at, stop - at);
    if (stop == limit)
      break;

    g_string_append (text, replacement);
    at = stop + invalid_length (stop, limit);
    valid = FALSE;
  }

  return valid;
}

static void
count_line_ends (ForeSource *self, const char *at, const char *limit)
{
  gsize n_lf = 0, n_crlf = 0, n_cr = 0;

  for (at = find_line_end (at, limit); at < limit; at = find_line_end (at, limit)) {
    gsize length = line_end_length (at, limit);

    if (length == 2)
      n_crlf++;
    else if (*at == '\r')
      n_cr++;
    else
      n_lf++;
    at += length;
  }

  if (n_crlf > n_lf && n_crlf >= n_cr)
    self->line_end = FORE_LINE_END_CRLF;
  else if (n_cr > n_lf)
    self->line_end = FORE_LINE_END_CR;
}

static void
rewrite (ForeSource *self, const char *at, const char *limit)
{
  GString *text = g_string_sized_new (limit - at + 16);
  guint n = 1;

  count_line_ends (self, at, limit);

  for (; at < limit; n++) {
    const char *end = find_line_end (at, limit);

    if (!append_valid (text, at, end)) {
      if (self->n_invalid_lines++ == 0)
        self->first_invalid_line = n;
    }
    if (end < limit)
      g_string_append_c (text, '\n');
    at = end + line_end_length (end, limit);
  }

  self->text = g_string_free_to_bytes (text);
}

static gboolean
starts_with_mark (const char *data, gsize length)
{
  return length >= 3 && memcmp (data, mark, 3) == 0;
}

static ForeSource *
source_new (GBytes *bytes)
{
  ForeSource *self = g_new0 (ForeSource, 1);

  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

ForeSource *
fore_source_new (GBytes *bytes)
{
  ForeSource *self;
  const char *data;
  gsize length, skip;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = source_new (bytes);
  data = g_bytes_get_data (bytes, &length);
  if (length == 0) {
    self->text = g_bytes_ref (bytes);
    return self;
  }

  self->has_mark = starts_with_mark (data, length);
  skip = self->has_mark ? 3 : 0;

  if (!is_clean (data + skip, length - skip))
    rewrite (self, data + skip, data + length);
  else if (skip > 0)
    self->text = g_bytes_new_from_bytes (bytes, skip, length - skip);
  else
    self->text = g_bytes_ref (bytes);

  return self;
}

ForeSource *
fore_source_new_changed (GBytes *bytes, gsize at, gsize length)
{
  ForeSource *self;
  const char *data;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (at + length <= g_bytes_get_size (bytes), NULL);

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes == 0 || starts_with_mark (data, n_bytes) || !is_clean (data + at, length))
    return fore_source_new (bytes);

  self = source_new (bytes);
  self->text = g_bytes_ref (bytes);

  return self;
}

gboolean
fore_source_is_plain (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->text == self->bytes;
}

ForeSource *
fore_source_ref (ForeSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_source_unref (ForeSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_bytes_unref (self->bytes);
  g_bytes_unref (self->text);
  g_free (self);
}

GBytes *
fore_source_get_text (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
fore_source_get_has_mark (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_mark;
}

ForeLineEnd
fore_source_get_line_end (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, FORE_LINE_END_LF);

  return self->line_end;
}

guint
fore_source_get_first_invalid_line (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_invalid_line;
}

guint
fore_source_get_n_invalid_lines (const ForeSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_invalid_lines;
}

static GArray *
split_lines (const char *at, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *limit = at + length;

  while (at < limit) {
    const char *end = find_line_end (at, limit);
    Line line = { .raw = at,
                  .raw_length = end - at,
                  .raw_end_length = line_end_length (end, limit),
                  .text = at,
                  .text_length = end - at };

    g_array_append_val (lines, line);
    at = end + line.raw_end_length;
  }

  return lines;
}

/* The text has one line for each line of the bytes, so walking both in step pairs them.
 */
static GArray *
split_original (const ForeSource *self)
{
  gsize n_bytes, n_text;
  const char *bytes = g_bytes_get_data (self->bytes, &n_bytes);
  const char *text = g_bytes_get_data (self->text, &n_text);
  const char *limit = text + n_text;
  gsize skip = self->has_mark ? 3 : 0;
  GArray *lines = split_lines (bytes + skip, n_bytes - skip);

  for (guint i = 0; i < lines->len; i++) {
    Line *line = &g_array_index (lines, Line, i);
    const char *end = memchr (text, '\n', limit - text);

    if (end == NULL)
      end = limit;
    line->text = text;
    line->text_length = end - text;
    text = MIN (end + 1, limit);
  }

  return lines;
}

static gboolean
reads_alike (const Line *a, const Line *b)
{
  return a->text_length == b->text_length &&
         memcmp (a->text, b->text, a->text_length) == 0 &&
         (a->raw_end_length == 0) == (b->raw_end_length == 0);
}

static guint
hash_line (gconstpointer data)
{
  const Line *line = data;
  guint hash = 5381;

  for (gsize i = 0; i < line->text_length; i++)
    hash = hash * 33 + (guint8) line->text[i];

  return hash;
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  return reads_alike (a, b);
}

/* For each original line in [first, last), the next one that reads like it. */
static GHashTable *
index_lines (GArray *original, guint first, guint last, guint *next)
{
  GHashTable *heads = g_hash_table_new (hash_line, equal_lines);

  for (guint i = last; i > first; i--) {
    Line *line = &g_array_index (original, Line, i - 1);

    next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (heads, line));
    g_hash_table_replace (heads, line, GUINT_TO_POINTER (i));
  }

  return heads;
}

/* Pairs the lines between the common head and tail, in order; @pairs holds 1 + index. */
static void
pair_middle (GArray *original, GArray *edited, guint head, guint tail, guint *pairs)
{
  guint last = original->len - tail;
  g_autofree guint *next = g_new0 (guint, original->len + 1);
  g_autoptr (GHashTable) heads = index_lines (original, head, last, next);
  guint reached = head;

  for (guint i = head; i < edited->len - tail; i++) {
    Line *line = &g_array_index (edited, Line, i);
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (heads, line));

    /* Lines that were passed are never needed again. */
    while (found != 0 && found - 1 < reached)
      found = next[found - 1];
    g_hash_table_insert (heads, line, GUINT_TO_POINTER (found));
    if (found == 0)
      continue;

    pairs[i] = found;
    reached = found;
  }
}

static guint *
pair_lines (GArray *original, GArray *edited)
{
  guint *pairs = g_new0 (guint, edited->len + 1);
  guint shorter = MIN (original->len, edited->len);
  guint head = 0, tail = 0;

  while (head < shorter && reads_alike (&g_array_index (original, Line, head),
                                        &g_array_index (edited, Line, head))) {
    pairs[head] = head + 1;
    head++;
  }
  while (tail < shorter - head &&
         reads_alike (&g_array_index (original, Line, original->len - 1 - tail),
                      &g_array_index (edited, Line, edited->len - 1 - tail))) {
    pairs[edited->len - 1 - tail] = original->len - tail;
    tail++;
  }
  pair_middle (original, edited, head, tail, pairs);

  return pairs;
}

/* After a lone CR an empty line must not end in LF: the two would read as one line end.
 */
static void
append_line (GString *bytes, const char *text, gsize length, const char *end)
{
  g_string_append_len (bytes, text, (gssize) length);
  if (length == 0 && *end == '\n' && bytes->len > 0 && bytes->str[bytes->len - 1] == '\r')
    end = "\r";
  g_string_append (bytes, end);
}

static void
append_lines (const ForeSource *self, GArray *original, GArray *edited, GString *bytes)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  g_autofree guint *pairs = pair_lines (original, edited);

  for (guint i = 0; i < edited->len; i++) {
    const Line *line = &g_array_index (edited, Line, i);
    const char *end = line->raw_end_length > 0 ? ends[self->line_end] : "";
    g_autofree char *kept_end = NULL;

    if (pairs[i] != 0) {
      line = &g_array_index (original, Line, pairs[i] - 1);
      end = kept_end = g_strndup (line->raw + line->raw_length, line->raw_end_length);
    }
    append_line (bytes, line->raw, line->raw_length, end);
  }
}

GBytes *
fore_source_encode (const ForeSource *self, GBytes *text)
{
  g_autoptr (GArray) original = NULL;
  g_autoptr (GArray) edited = NULL;
  GString *bytes;
  gsize length;
  const char *data;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (g_bytes_equal (text, self->text))
    return g_bytes_ref (self->bytes);

  data = g_bytes_get_data (text, &length);
  original = split_original (self);
  edited = split_lines (data, length);

  bytes = g_string_sized_new (length + 3);
  /* A text that starts with the mark's own character needs one that is not taken for it.
   */
  if (self->has_mark || starts_with_mark (data, length))
    g_string_append (bytes, mark);
  append_lines (self, original, edited, bytes);

  return g_string_free_to_bytes (bytes);
}
