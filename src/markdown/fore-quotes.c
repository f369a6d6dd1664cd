/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A quote opens or closes by what stands beside it, as emphasis does in CommonMark. One
 * that opens waits on a stack until one of its kind and level closes; what waits above
 * that is given up, as is what waits inside of an element when that ends. Each one that
 * waits knows the last of its kind before it, so that the stack is never searched. */

#include "fore-quotes.h"

#include "fore-character.h"

#include <stdlib.h>
#include <string.h>

#define NONE G_MAXUINT

typedef struct {
  guint piece;
  gsize offset;
  const char *sign;
} Edit;

typedef struct {
  guint piece;
  gsize offset;
  guint level;
  gboolean is_single;
  guint before;
} Opener;

typedef struct {
  GArray *pieces;
  GArray *openers;
  GArray *edits;
  /* By whether it is single: the last one on the stack, or NONE. */
  guint last[2];
} Quotes;

static const char *const opening_signs[] = { "“", "‘" };
static const char *const closing_signs[] = { "”", "’" };

static const ForeQuotable *
get_piece (Quotes *self, guint index)
{
  return &g_array_index (self->pieces, ForeQuotable, index);
}

static void
cut_openers (Quotes *self, guint length)
{
  for (guint i = self->openers->len; i-- > length;) {
    Opener *opener = &g_array_index (self->openers, Opener, i);

    self->last[opener->is_single] = opener->before;
  }
  g_array_set_size (self->openers, length);
}

static void
leave_levels (Quotes *self, guint level)
{
  guint length = self->openers->len;

  while (length > 0 && g_array_index (self->openers, Opener, length - 1).level > level)
    length--;
  cut_openers (self, length);
}

static void
add_edit (Quotes *self, guint piece, gsize offset, const char *sign)
{
  Edit edit = { piece, offset, sign };

  g_array_append_val (self->edits, edit);
}

static gunichar
get_before (Quotes *self, guint index, const char *at)
{
  const ForeQuotable *piece = get_piece (self, index);

  if (at > piece->text)
    return fore_character_get_before (piece->text, at);
  if (index == 0 || get_piece (self, index - 1)->is_break)
    return ' ';
  piece = get_piece (self, index - 1);

  return fore_character_get_before (piece->text, piece->text + strlen (piece->text));
}

static gunichar
get_after (Quotes *self, guint index, const char *at)
{
  const ForeQuotable *next;

  if (at[1] != '\0')
    return fore_character_get (at + 1, at + 5);
  if (index + 1 == self->pieces->len)
    return ' ';
  next = get_piece (self, index + 1);

  return next->is_break ? ' ' : fore_character_get (next->text, next->text + 4);
}

/* Characters beyond the first 65536 are letters to HedgeDoc. */
static gboolean
is_mark (gunichar c)
{
  return c <= 0xffff &&
         (fore_character_is_punctuation (c) || fore_character_is_symbol (c));
}

static void
judge (gunichar before, gunichar after, gboolean *can_open, gboolean *can_close)
{
  gboolean blank_before = fore_character_is_blank (before);
  gboolean blank_after = fore_character_is_blank (after);
  gboolean mark_before = is_mark (before);
  gboolean mark_after = is_mark (after);

  *can_open = !blank_after && (!mark_after || blank_before || mark_before);
  *can_close = !blank_before && (!mark_before || blank_after || mark_after);
  if (*can_open && *can_close) {
    *can_open = mark_before;
    *can_close = mark_after;
  }
}

static gboolean
close_quote (Quotes *self, guint index, gsize offset, gboolean is_single)
{
  guint last = self->last[is_single];
  Opener *opener;

  if (last == NONE)
    return FALSE;
  opener = &g_array_index (self->openers, Opener, last);
  if (opener->level != get_piece (self, index)->level)
    return FALSE;

  add_edit (self, opener->piece, opener->offset, opening_signs[is_single]);
  add_edit (self, index, offset, closing_signs[is_single]);
  cut_openers (self, last);

  return TRUE;
}

static void
open_quote (Quotes *self, guint index, gsize offset, gboolean is_single)
{
  Opener opener = { .piece = index,
                    .offset = offset,
                    .level = get_piece (self, index)->level,
                    .is_single = is_single,
                    .before = self->last[is_single] };

  self->last[is_single] = self->openers->len;
  g_array_append_val (self->openers, opener);
}

static void
read_quote (Quotes *self, guint index, const char *at)
{
  gboolean is_single = *at == '\'';
  gsize offset = at - get_piece (self, index)->text;
  gunichar before = get_before (self, index, at);
  gunichar after = get_after (self, index, at);
  gboolean can_open, can_close;

  judge (before, after, &can_open, &can_close);
  /* The first of 1"" means inches. */
  if (*at == '"' && after == '"' && before < 0x80 && g_ascii_isdigit (before))
    can_open = can_close = FALSE;

  if (!can_open && !can_close) {
    if (is_single)
      add_edit (self, index, offset, closing_signs[1]);
    return;
  }
  if (can_close && close_quote (self, index, offset, is_single))
    return;
  if (can_open)
    open_quote (self, index, offset, is_single);
  else if (is_single)
    add_edit (self, index, offset, closing_signs[1]);
}

static int
compare_edits (const void *a, const void *b)
{
  const Edit *x = a, *y = b;

  if (x->piece != y->piece)
    return x->piece < y->piece ? -1 : 1;

  return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static void
apply (Quotes *self)
{
  const Edit *edits = (const Edit *) self->edits->data;

  if (self->edits->len > 1)
    qsort (self->edits->data, self->edits->len, sizeof (Edit), compare_edits);

  for (guint i = 0; i < self->edits->len;) {
    guint index = edits[i].piece;
    ForeQuotable *piece = &g_array_index (self->pieces, ForeQuotable, index);
    GString *text = g_string_sized_new (strlen (piece->text) + 16);
    gsize done = 0;

    for (; i < self->edits->len && edits[i].piece == index; i++) {
      g_string_append_len (text, piece->text + done, edits[i].offset - done);
      g_string_append (text, edits[i].sign);
      done = edits[i].offset + 1;
    }
    g_string_append (text, piece->text + done);
    piece->changed = g_string_free (text, FALSE);
  }
}

void
fore_quotes_set (GArray *pieces)
{
  Quotes self = { .pieces = pieces, .last = { NONE, NONE } };

  g_return_if_fail (pieces != NULL);

  self.openers = g_array_new (FALSE, FALSE, sizeof (Opener));
  self.edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  for (guint i = 0; i < pieces->len; i++) {
    const ForeQuotable *piece = get_piece (&self, i);

    leave_levels (&self, piece->lowest);
    if (piece->is_fixed || piece->is_break)
      continue;
    for (const char *at = strpbrk (piece->text, "\"'"); at != NULL;
         at = strpbrk (at + 1, "\"'"))
      read_quote (&self, i, at);
  }
  apply (&self);

  g_array_unref (self.openers);
  g_array_unref (self.edits);
}
