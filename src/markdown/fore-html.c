/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The HTML is one growing string. Each address in it is remembered as the range of bytes
 * that it takes up, escaped, and the kind of place it stands in; to write the HTML with
 * other addresses is then to copy the stretches between these ranges. */

#include "fore-html.h"

#include <string.h>

/* The marks of a hole: U+10FDD0 and U+10FDD1, which no text has. */
#define HOLE_START "\xf4\x8f\xb7\x90"
#define HOLE_END "\xf4\x8f\xb7\x91"

/* The places that quote an address in different ways. */
typedef enum {
  ATTRIBUTE,
  LIST_IN_ATTRIBUTE,
  CSS_IN_ATTRIBUTE,
  CSS_IN_ELEMENT,
} ForePlace;

typedef struct {
  gsize start;
  gsize length;
  ForePlace place;
  ForeAddressUse use;
  char *address;
} ForeReference;

typedef struct {
  gsize start;
  gsize length;
  guint number;
} ForeHole;

static void
reference_clear (gpointer data)
{
  ForeReference *reference = data;

  g_free (reference->address);
}

void
fore_html_init (ForeHtml *self, gsize size)
{
  self->markup = g_string_sized_new (size);
  self->references = NULL;
  self->holes = NULL;
}

void
fore_html_clear (ForeHtml *self)
{
  if (self->markup != NULL)
    g_string_free (self->markup, TRUE);
  self->markup = NULL;
  g_clear_pointer (&self->references, g_array_unref);
  g_clear_pointer (&self->holes, g_array_unref);
}

void
fore_html_trim (ForeHtml *self)
{
  self->markup->allocated_len = self->markup->len + 1;
  self->markup->str = g_realloc (self->markup->str, self->markup->allocated_len);
}

/* What stands for a character that may not stand for itself; NULL for all others. Both
 * kinds of text are escaped alike, except that quotes in running text stay. */
static const char *const replacements[256] = {
  ['&'] = "&amp;",
  ['<'] = "&lt;",
  ['>'] = "&gt;",
  ['"'] = "&quot;",
};

static void
append_escaped (GString *to, const char *text, gsize length, gboolean keep_quotes)
{
  const char *done = text, *end;

  /* Nothing may be NULL. */
  if (length == 0)
    return;
  end = text + length;
  for (const char *at = text; at < end; at++) {
    const char *replacement = replacements[(guchar) *at];

    if (G_LIKELY (replacement == NULL) || (keep_quotes && *at == '"'))
      continue;

    g_string_append_len (to, done, at - done);
    g_string_append (to, replacement);
    done = at + 1;
  }

  g_string_append_len (to, done, end - done);
}

void
fore_html_start_tag (ForeHtml *self, const char *name)
{
  g_string_append_c (self->markup, '<');
  g_string_append (self->markup, name);
}

void
fore_html_finish_tag (ForeHtml *self)
{
  g_string_append_c (self->markup, '>');
}

void
fore_html_add_tag (ForeHtml *self, const char *name)
{
  fore_html_start_tag (self, name);
  fore_html_finish_tag (self);
}

void
fore_html_add_end_tag (ForeHtml *self, const char *name)
{
  g_string_append_len (self->markup, "</", 2);
  g_string_append (self->markup, name);
  g_string_append_c (self->markup, '>');
}

void
fore_html_start_attribute (ForeHtml *self, const char *name)
{
  g_string_append_c (self->markup, ' ');
  g_string_append (self->markup, name);
  g_string_append_len (self->markup, "=\"", 2);
}

void
fore_html_add_attribute_text (ForeHtml *self, const char *text, gsize length)
{
  append_escaped (self->markup, text, length, FALSE);
}

void
fore_html_finish_attribute (ForeHtml *self)
{
  g_string_append_c (self->markup, '"');
}

void
fore_html_add_attribute (ForeHtml *self, const char *name, const char *value)
{
  fore_html_start_attribute (self, name);
  fore_html_add_attribute_text (self, value, strlen (value));
  fore_html_finish_attribute (self);
}

/* Inside of the double quotes of a CSS string. */
static char *
quote_for_css (const char *address)
{
  GString *quoted = g_string_sized_new (strlen (address) + 8);

  for (const char *at = address; *at != '\0'; at++) {
    guchar c = *at;

    if (c == '"' || c == '\\')
      g_string_append_printf (quoted, "\\%c", c);
    else if (c < ' ' || c == 0x7f || c == '<')
      g_string_append_printf (quoted, "\\%x ", c);
    else
      g_string_append_c (quoted, c);
  }

  return g_string_free (quoted, FALSE);
}

/* Between the blanks and commas of a list. */
static char *
quote_for_list (const char *address)
{
  GString *quoted = g_string_sized_new (strlen (address) + 8);
  gboolean is_data = g_ascii_strncasecmp (address, "data:", 5) == 0;

  for (const char *at = address; *at != '\0'; at++) {
    if (g_ascii_isspace (*at) || (*at == ',' && !is_data))
      g_string_append_printf (quoted, "%%%02X", (guchar) *at);
    else
      g_string_append_c (quoted, *at);
  }

  return g_string_free (quoted, FALSE);
}

static void
append_address (GString *to, ForePlace place, const char *address)
{
  g_autofree char *quoted = NULL;

  if (place == LIST_IN_ATTRIBUTE)
    address = quoted = quote_for_list (address);
  else if (place != ATTRIBUTE)
    address = quoted = quote_for_css (address);

  if (place == CSS_IN_ELEMENT)
    g_string_append (to, address);
  else
    append_escaped (to, address, strlen (address), FALSE);
}

static void
add_address (ForeHtml *self, ForePlace place, ForeAddressUse use, char *address)
{
  gsize start = self->markup->len;
  ForeReference reference;

  append_address (self->markup, place, address);

  /* Nothing is loaded from the page itself. */
  if (address[0] == '\0' || (address[0] == '#' && use != FORE_ADDRESS_LINK)) {
    g_free (address);
    return;
  }

  reference = (ForeReference){
    .start = start,
    .length = self->markup->len - start,
    .place = place,
    .use = use,
    .address = address,
  };
  if (self->references == NULL) {
    self->references = g_array_new (FALSE, FALSE, sizeof (ForeReference));
    g_array_set_clear_func (self->references, reference_clear);
  }
  g_array_append_val (self->references, reference);
}

void
fore_html_add_address_attribute (ForeHtml *self,
                                 const char *name,
                                 ForeAddressUse use,
                                 char *address)
{
  fore_html_start_attribute (self, name);
  add_address (self, ATTRIBUTE, use, address);
  fore_html_finish_attribute (self);
}

void
fore_html_add_list_address (ForeHtml *self, ForeAddressUse use, char *address)
{
  add_address (self, LIST_IN_ATTRIBUTE, use, address);
}

void
fore_html_add_css_address (ForeHtml *self,
                           gboolean in_sheet,
                           ForeAddressUse use,
                           char *address)
{
  add_address (self, in_sheet ? CSS_IN_ELEMENT : CSS_IN_ATTRIBUTE, use, address);
}

void
fore_html_add_text (ForeHtml *self, const char *text, gsize length)
{
  append_escaped (self->markup, text, length, TRUE);
}

void
fore_html_add_style_text (ForeHtml *self, const char *css, gsize length)
{
  gboolean escaped = FALSE;

  for (gsize i = 0; i < length; i++) {
    /* Nothing in a style sheet may look like a tag. */
    if (css[i] != '<' || (i + 1 < length && css[i + 1] == ' '))
      g_string_append_c (self->markup, css[i]);
    else
      g_string_append (self->markup, escaped ? "3c " : "\\3c ");
    escaped = css[i] == '\\' && !escaped;
  }
}

/* No `--` and nothing that reads as an end stays in a comment. */
void
fore_html_add_comment (ForeHtml *self, const char *text, gsize length)
{
  GString *markup = self->markup;

  g_string_append (markup, "<!--");
  if (length > 0 && (text[0] == '>' || text[0] == '-'))
    g_string_append_c (markup, ' ');
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '-' && i > 0 && text[i - 1] == '-')
      g_string_append_c (markup, ' ');
    g_string_append_c (markup, text[i]);
  }
  if (length > 0 && (text[length - 1] == '-' || text[length - 1] == '!'))
    g_string_append_c (markup, ' ');
  g_string_append (markup, "-->");
}

void
fore_html_add_source (ForeHtml *self, const char *source, gsize length)
{
  g_string_append_len (self->markup, source, length);
}

void
fore_html_add_hole (ForeHtml *self, guint number)
{
  ForeHole hole = { .start = self->markup->len, .number = number };

  g_string_append_printf (self->markup, HOLE_START "%u" HOLE_END, number);
  hole.length = self->markup->len - hole.start;
  if (self->holes == NULL)
    self->holes = g_array_new (FALSE, FALSE, sizeof (ForeHole));
  g_array_append_val (self->holes, hole);
}

const char *
fore_html_find_hole (const char **text, guint *number)
{
  const char *start = *text;

  while ((start = strstr (start, HOLE_START)) != NULL) {
    const char *digits = start + strlen (HOLE_START);
    char *end;
    guint64 value = g_ascii_strtoull (digits, &end, 10);

    if (g_ascii_isdigit (*digits) && value < G_MAXUINT &&
        g_str_has_prefix (end, HOLE_END)) {
      *number = (guint) value;
      *text = end + strlen (HOLE_END);
      return start;
    }
    start = digits;
  }

  return NULL;
}

static void
move_references (ForeHtml *self, guint *next, gsize until, gsize from, gsize to)
{
  for (; self->references != NULL && *next < self->references->len; (*next)++) {
    ForeReference *reference = &g_array_index (self->references, ForeReference, *next);

    if (reference->start >= until)
      return;
    reference->start = reference->start - from + to;
  }
}

void
fore_html_fill (ForeHtml *self, const GPtrArray *fillings)
{
  GString *filled;
  gsize done = 0, to = 0;
  guint next = 0;

  if (self->holes == NULL)
    return;

  filled = g_string_sized_new (self->markup->len * 2);
  for (guint i = 0; i < self->holes->len; i++) {
    const ForeHole *hole = &g_array_index (self->holes, ForeHole, i);
    GRefString *filling = g_ptr_array_index (fillings, hole->number);

    move_references (self, &next, hole->start, done, to);
    g_string_append_len (filled, self->markup->str + done, hole->start - done);
    g_string_append_len (filled, filling, (gssize) g_ref_string_length (filling));
    done = hole->start + hole->length;
    to = filled->len;
  }
  move_references (self, &next, self->markup->len, done, to);
  g_string_append_len (filled, self->markup->str + done, self->markup->len - done);

  g_string_free (self->markup, TRUE);
  self->markup = filled;
  g_clear_pointer (&self->holes, g_array_unref);
}

void
fore_html_add_line_end (ForeHtml *self)
{
  GString *markup = self->markup;

  if (markup->len > 0 && markup->str[markup->len - 1] != '\n')
    g_string_append_c (markup, '\n');
}

static guint
get_n_references (const ForeHtml *self)
{
  return self->references != NULL ? self->references->len : 0;
}

void
fore_html_write (const ForeHtml *self,
                 ForeAddressMap map,
                 gpointer user_data,
                 GString *html)
{
  gsize done = 0;

  for (guint i = 0; map != NULL && i < get_n_references (self); i++) {
    ForeReference *reference = &g_array_index (self->references, ForeReference, i);
    g_autofree char *address = map (reference->address, reference->use, user_data);

    if (address == NULL)
      continue;

    g_string_append_len (html, self->markup->str + done, reference->start - done);
    append_address (html, reference->place, address);
    done = reference->start + reference->length;
  }

  g_string_append_len (html, self->markup->str + done, self->markup->len - done);
}

void
fore_html_foreach_address (const ForeHtml *self, ForeAddressMap map, gpointer user_data)
{
  for (guint i = 0; i < get_n_references (self); i++) {
    ForeReference *reference = &g_array_index (self->references, ForeReference, i);

    g_free (map (reference->address, reference->use, user_data));
  }
}
