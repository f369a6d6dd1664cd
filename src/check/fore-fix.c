/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-fix.h"

#include "fore-slide-fix.h"

#include <glib/gi18n.h>
#include <string.h>

void
fore_edit_free (ForeEdit *self)
{
  g_free (self->text);
  g_free (self);
}

static ForeEdit *
unquote (const char *at, ForePlace place)
{
  const char *end = *at == '"' || *at == '\'' ? strchr (at + 1, *at) : NULL;
  ForeEdit *edit;

  if (end == NULL || memchr (at, '\n', (gsize) (end - at)) != NULL)
    return NULL;
  edit = g_new0 (ForeEdit, 1);
  edit->from = edit->to = place;
  edit->to.column += (guint) g_utf8_pointer_to_offset (at, end + 1);
  edit->text = g_strndup (at + 1, (gsize) (end - at - 1));
  edit->caret = G_MAXUINT;

  return edit;
}

static ForeEdit *
describe (const char *at, ForePlace place)
{
  ForeEdit *edit;

  if (!g_str_has_prefix (at, "![") && g_ascii_strncasecmp (at, "<img", 4) != 0)
    return NULL;
  edit = g_new0 (ForeEdit, 1);
  if (*at == '!') {
    place.column += (guint) strlen ("![");
    edit->text = g_strdup ("");
  } else {
    place.column += (guint) strlen ("<img");
    edit->text = g_strdup (" alt=\"\"");
    edit->caret = (guint) strlen (" alt=\"");
  }
  edit->from = edit->to = place;

  return edit;
}

static char *
dup_text (ForeDeck *deck)
{
  gsize size;
  const char *text = g_bytes_get_data (fore_deck_get_text (deck), &size);

  return text != NULL ? g_strndup (text, size) : g_strdup ("");
}

ForeEdit *
fore_fix_plan (ForeDeck *deck, const ForeDiagnostic *finding, ForeFixes fix)
{
  g_autofree char *text = NULL;
  ForePlace place;
  const char *at;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  place.line = fore_diagnostic_get_line (finding);
  place.column = MAX (fore_diagnostic_get_column (finding), 1);
  text = dup_text (deck);
  at = fore_place_find (text, place);
  switch (fix) {
  case FORE_FIX_UNQUOTE:
    return unquote (at, place);
  case FORE_FIX_DESCRIBE:
    return describe (at, place);
  case FORE_FIX_SPLIT:
    return fore_slide_fix_split (deck, text, place.line);
  case FORE_FIX_COLUMNS:
    return fore_slide_fix_columns (deck, text, place.line);
  case FORE_FIX_SHRINK:
    return fore_slide_fix_shrink (deck, text, place.line);
  case FORE_FIX_NONE:
  default:
    return NULL;
  }
}

char *
fore_edit_apply (const ForeEdit *self, const char *text)
{
  const char *from, *to;
  GString *result;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  from = fore_place_find (text, self->from);
  to = fore_place_find (text, self->to);
  result = g_string_new_len (text, from - text);
  g_string_append (result, self->text);
  g_string_append (result, to);

  return g_string_free (result, FALSE);
}

const char *
fore_fix_get_name (ForeFixes fix)
{
  switch (fix) {
  case FORE_FIX_UNQUOTE:
    return _ ("Remove quotes");
  case FORE_FIX_DESCRIBE:
    return _ ("Describe");
  case FORE_FIX_SPLIT:
    return _ ("Split slide");
  case FORE_FIX_COLUMNS:
    return _ ("Two columns");
  case FORE_FIX_SHRINK:
    return _ ("Shrink");
  case FORE_FIX_NONE:
  default:
    return NULL;
  }
}
