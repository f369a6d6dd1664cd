/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-element-stack.h"

/* More open elements than this are not followed. */
#define MAX_OPEN 256

struct _ForeElementStack {
  GArray *open; /* of ForeScannedTag */
};

/* Those whose end matters to what comes after them. Of others, browsers guess the end, or
 * they have none. */
static gboolean
needs_end (const char *name)
{
  static const char *const names[] = {
    "a",       "abbr",  "b",       "big", "blockquote", "center", "code",   "del",
    "details", "div",   "dl",      "em",  "figure",     "font",   "h1",     "h2",
    "h3",      "h4",    "h5",      "h6",  "i",          "ins",    "kbd",    "mark",
    "ol",      "pre",   "q",       "s",   "small",      "span",   "strike", "strong",
    "style",   "sub",   "summary", "sup", "svg",        "table",  "tt",     "u",
    "ul",      "video", "audio",   NULL
  };

  return g_strv_contains (names, name);
}

ForeElementStack *
fore_element_stack_new (void)
{
  ForeElementStack *self = g_new0 (ForeElementStack, 1);

  self->open = g_array_new (FALSE, FALSE, sizeof (ForeScannedTag));

  return self;
}

void
fore_element_stack_free (ForeElementStack *self)
{
  g_array_unref (self->open);
  g_free (self);
}

static ForeScannedTag *
get (ForeElementStack *self, guint i)
{
  return &g_array_index (self->open, ForeScannedTag, i);
}

void
fore_element_stack_add (ForeElementStack *self,
                        const ForeScannedTag *tag,
                        ForeTagFunc func,
                        gpointer user_data)
{
  guint i = self->open->len;

  if (!needs_end (tag->name))
    return;
  if (!tag->is_end) {
    if (self->open->len < MAX_OPEN)
      g_array_append_vals (self->open, tag, 1);
    return;
  }
  while (i > 0 && !g_str_equal (get (self, i - 1)->name, tag->name))
    i--;
  if (i == 0) {
    if (self->open->len < MAX_OPEN && func != NULL)
      func (tag, user_data);
    return;
  }
  for (guint j = i; j < self->open->len && func != NULL; j++)
    func (get (self, j), user_data);
  g_array_set_size (self->open, i - 1);
}

guint
fore_element_stack_get_depth (const ForeElementStack *self)
{
  return self->open->len;
}

void
fore_element_stack_end (ForeElementStack *self, ForeTagFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->open->len; i++)
    func (get (self, i), user_data);
  g_array_set_size (self->open, 0);
}
