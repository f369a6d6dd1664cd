/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Between tags everything is text; a tag is passed on if the policy knows its element,
 * and becomes text if not. Elements whose content is not markup are never left open, so
 * that they cannot take in what follows: `style` and `iframe` are passed on whole, and of
 * what a drawing may not contain the content goes too. */

#include "fore-raw-html.h"

#include "fore-difference.h"
#include "fore-tag.h"

#include <glib/gi18n.h>
#include <string.h>

/* The piece that is being read. */
typedef struct {
  const char *at;
  const char *end;
  /* The line of @counted. */
  const char *counted;
  guint line;
  gboolean lacks_iframe_end;
} ForePiece;

/* In drawings, these go with all that is in them. */
static const char *const dropped_in_svg[] = { "desc",   "foreignobject", "metadata",
                                              "script", "style",         "title" };

static void
mark_clear (gpointer data)
{
  ForeRawMark *mark = data;

  g_clear_pointer (&mark->attributes, g_array_unref);
  g_free (mark->css);
}

void
fore_raw_html_init (ForeRawHtml *self,
                    ForeHtml *html,
                    ForeSummary *summary,
                    ForeReport *report)
{
  *self = (ForeRawHtml){ .html = html, .summary = summary, .report = report };
  self->marks = g_array_new (FALSE, FALSE, sizeof (ForeRawMark));
  g_array_set_clear_func (self->marks, mark_clear);
  fore_nesting_init (&self->nesting);
}

void
fore_raw_html_clear (ForeRawHtml *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->slide_attributes, g_array_unref);
  fore_nesting_clear (&self->nesting);
}

static guint
get_line (ForePiece *piece)
{
  const char *newline;

  while ((newline = memchr (piece->counted, '\n', piece->at - piece->counted)) != NULL) {
    piece->counted = newline + 1;
    piece->line++;
  }
  piece->counted = piece->at;

  return piece->line;
}

static void
add_mark (ForeRawHtml *self, guint line, GArray *attributes, char *css)
{
  ForeRawMark mark = { self->html->markup->len, line, attributes, css };

  g_array_append_val (self->marks, mark);
}

static void
add_text (ForeRawHtml *self, const char *text, gsize length)
{
  fore_html_add_text (self->html, text, length);
  fore_summary_add_text (self->summary, text, length);
}

/* Text as an author wrote it in HTML. Only a parser knows all character references. */
static void
add_source_text (ForeRawHtml *self, const char *text, gsize length)
{
  if (memchr (text, '&', length) == NULL) {
    add_text (self, text, length);
  } else {
    self->has_markup = TRUE;
    fore_html_add_source (self->html, text, length);
  }
}

/* Applies or remembers what a comment asks for. Returns what an `.element` comment does,
 * which has to wait until there is a tree. */
static GArray *
take_instruction (ForeRawHtml *self, ForeComment *comment, guint line)
{
  if (comment->kind == FORE_COMMENT_PLAIN)
    return NULL;

  if (comment->refused != NULL)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "comment-attribute", line,
                     _ ("A comment cannot set “%s”, only “id”, “class”, “style” and "
                        "“data-…”"),
                     comment->refused);
  if (comment->attributes == NULL) {
    if (comment->refused == NULL)
      fore_report_add (self->report, FORE_SEVERITY_WARNING, "comment-without-effect",
                       line, _ ("This comment sets nothing: write name=\"value\""));
    return NULL;
  }
  if (comment->is_lenient)
    fore_report_add (
      self->report, FORE_SEVERITY_INFO, "comment-syntax", line,
      _ ("HedgeDoc reads only name=\"value\" here, on one line and without "
         "“=” in the value"));

  if (comment->kind == FORE_COMMENT_ELEMENT) {
    self->has_markup = TRUE;
    return g_steal_pointer (&comment->attributes);
  }

  for (guint i = 0; i < comment->attributes->len; i++) {
    ForeAttribute *attribute = &g_array_index (comment->attributes, ForeAttribute, i);

    fore_attributes_set (&self->slide_attributes, attribute->name, attribute->value);
  }

  return NULL;
}

/* Where the text of the comment that starts at @at ends. */
static const char *
find_comment_end (const char *text, const char *end, const char **after)
{
  if (text < end && *text == '>') {
    *after = text + 1;
    return text;
  }
  if (end - text >= 2 && text[0] == '-' && text[1] == '>') {
    *after = text + 2;
    return text;
  }

  for (const char *at = text; (at = memchr (at, '-', end - at)) != NULL; at++) {
    gsize left = end - at;

    if (left >= 3 && at[1] == '-' &&
        (at[2] == '>' || (left >= 4 && at[2] == '!' && at[3] == '>'))) {
      *after = at + (at[2] == '>' ? 3 : 4);
      return at;
    }
  }
  *after = NULL;

  return end;
}

static void
read_comment (ForeRawHtml *self, ForePiece *piece)
{
  guint line = get_line (piece);
  const char *text = piece->at + strlen ("<!--");
  const char *after;
  gsize length = find_comment_end (text, piece->end, &after) - text;
  ForeComment comment;
  GArray *attributes;

  if (after == NULL)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "unclosed-comment", line,
                     _ ("This comment is not closed: “-->” is missing"));

  fore_comment_read (text, length, &comment);
  attributes = take_instruction (self, &comment, line);
  add_mark (self, line, attributes, NULL);
  if (comment.kind == FORE_COMMENT_PLAIN)
    fore_html_add_comment (self->html, text, length);
  else
    fore_html_add_comment (self->html, text, comment.start);
  fore_comment_clear (&comment);

  piece->at = after != NULL ? after : piece->end;
}

static void
add_start_tag (ForeRawHtml *self,
               const ForeElement *element,
               const ForeTag *tag,
               guint line)
{
  gboolean is_self_closing = tag->is_self_closing && self->svg_depth > 0;

  self->has_markup = TRUE;
  add_mark (self, line, NULL, NULL);
  fore_difference_report_element (self->report, element->name, line);
  fore_html_start_tag (self->html, element->name);
  for (guint i = 0; i < tag->n_attributes; i++) {
    fore_html_add_source (self->html, " ", 1);
    fore_html_add_source (self->html, tag->attributes[i].start,
                          tag->attributes[i].length);
  }
  if (is_self_closing)
    fore_html_add_source (self->html, " /", 2);
  fore_html_finish_tag (self->html);
}

static void
report_too_many (ForeRawHtml *self, const ForeTag *tag, guint line)
{
  if (tag->n_attributes == FORE_TAG_MAX_ATTRIBUTES)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "too-many-attributes", line,
                     _ ("This tag has more attributes than a deck may use"));
}

/* Passes by what comes up to an end tag, and that. Returns how long it is. */
static gsize
skip_content (ForePiece *piece, const char *name)
{
  const char *start = piece->at;
  const char *end_tag = fore_tag_find_end_tag (piece->at, piece->end, name);
  const char *after;

  if (end_tag == NULL) {
    piece->at = piece->end;
    return piece->end - start;
  }

  after = memchr (end_tag, '>', piece->end - end_tag);
  piece->at = after != NULL ? after + 1 : piece->end;

  return end_tag - start;
}

/* An `iframe` that is not closed has no content: what follows is not lost. */
static void
skip_iframe_content (ForePiece *piece)
{
  if (piece->lacks_iframe_end)
    return;

  piece->lacks_iframe_end =
    fore_tag_find_end_tag (piece->at, piece->end, "iframe") == NULL;
  if (!piece->lacks_iframe_end)
    skip_content (piece, "iframe");
}

static gboolean
is_named (const ForeTag *tag, const char *name)
{
  return tag->name_length == strlen (name) &&
         g_ascii_strncasecmp (tag->name, name, tag->name_length) == 0;
}

static void
show_tag (ForeRawHtml *self,
          ForePiece *piece,
          const ForeTag *tag,
          guint line,
          gboolean is_unknown)
{
  add_text (self, piece->at, tag->length);
  piece->at += tag->length;

  if (is_unknown && !tag->is_end)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "tag-shown-as-text", line,
                     _ ("“<%.*s>” may not be used in a deck and is shown as text"),
                     (int) MIN (tag->name_length, 40), tag->name);
  if (!is_unknown && self->n_tags == FORE_RAW_HTML_MAX_TAGS + 1)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "too-many-tags", line,
                     _ ("From here on HTML is shown as text: a slide may have %u tags"),
                     FORE_RAW_HTML_MAX_TAGS);
}

/* A tag in a drawing. */
static void
read_svg_tag (ForeRawHtml *self, ForePiece *piece, const ForeTag *tag)
{
  const ForeElement *element = fore_policy_find_svg_element (tag->name, tag->name_length);
  guint line = get_line (piece);

  if (++self->n_tags > FORE_RAW_HTML_MAX_TAGS) {
    show_tag (self, piece, tag, line, FALSE);
    return;
  }
  piece->at += tag->length;

  if (element == NULL) {
    if (!tag->is_end)
      fore_report_add (self->report, FORE_SEVERITY_INFO, "element-removed", line,
                       _ ("“%.*s” is left out of drawings"),
                       (int) MIN (tag->name_length, 40), tag->name);
    for (gsize i = 0; i < G_N_ELEMENTS (dropped_in_svg); i++) {
      if (!tag->is_end && !tag->is_self_closing && is_named (tag, dropped_in_svg[i]))
        skip_content (piece, dropped_in_svg[i]);
    }
    return;
  }

  if (tag->is_end) {
    self->svg_depth -= is_named (tag, "svg");
    fore_nesting_close (&self->nesting, element);
    fore_html_add_end_tag (self->html, element->name);
  } else if (tag->is_self_closing || fore_nesting_open (&self->nesting, element)) {
    add_start_tag (self, element, tag, line);
    self->svg_depth += !tag->is_self_closing && is_named (tag, "svg");
  }
}

static void
read_svg_start (ForeRawHtml *self, ForePiece *piece, const ForeTag *tag)
{
  self->svg_depth = 1;
  read_svg_tag (self, piece, tag);
  self->svg_depth--;
}

/* An element whose content is not markup. */
static void
read_raw_element (ForeRawHtml *self,
                  ForePiece *piece,
                  const ForeElement *element,
                  const ForeTag *tag)
{
  guint line = get_line (piece);
  const char *content;
  gsize length;

  piece->at += tag->length;
  if (tag->is_end)
    return;

  if (is_named (tag, "style")) {
    content = piece->at;
    length = skip_content (piece, "style");
    fore_raw_html_add_style (self, content, length, line);
    return;
  }

  add_start_tag (self, element, tag, line);
  fore_html_add_end_tag (self->html, element->name);
  skip_iframe_content (piece);
}

static void
read_end_tag (ForeRawHtml *self, const ForeElement *element, const ForeTag *tag)
{
  self->has_markup = TRUE;

  if (is_named (tag, "br")) {
    fore_html_add_tag (self->html, "br");
  } else if ((element->flags & FORE_ELEMENT_VOID) == 0) {
    fore_nesting_close (&self->nesting, element);
    fore_html_add_end_tag (self->html, element->name);
  }
}

static void
read_tag (ForeRawHtml *self, ForePiece *piece, const ForeTag *tag)
{
  const ForeElement *element;
  guint line;

  if (self->svg_depth > 0) {
    read_svg_tag (self, piece, tag);
    return;
  }

  element = fore_policy_find_element (tag->name, tag->name_length);
  line = get_line (piece);
  report_too_many (self, tag, line);

  if (element == NULL || ++self->n_tags > FORE_RAW_HTML_MAX_TAGS) {
    show_tag (self, piece, tag, line, element == NULL);
    return;
  }

  if ((element->flags & FORE_ELEMENT_RAW) != 0) {
    read_raw_element (self, piece, element, tag);
    return;
  }
  if (is_named (tag, "svg") && !tag->is_end) {
    read_svg_start (self, piece, tag);
    return;
  }

  if ((element->flags & FORE_ELEMENT_BLOCK) != 0)
    fore_nesting_end_block (&self->nesting, self->html);
  if (tag->is_end)
    read_end_tag (self, element, tag);
  else if (fore_nesting_open (&self->nesting, element))
    add_start_tag (self, element, tag, line);
  piece->at += tag->length;
}

/* A `<`. What follows a tag that does not end is text, as it would be to a browser. */
static void
read_less_than (ForeRawHtml *self, ForePiece *piece)
{
  gsize left = piece->end - piece->at;
  ForeTag tag;

  if (left >= 4 && memcmp (piece->at, "<!--", 4) == 0) {
    read_comment (self, piece);
    return;
  }

  switch (fore_tag_read (piece->at, piece->end, &tag)) {
  case FORE_TAG_READ:
    read_tag (self, piece, &tag);
    break;
  case FORE_TAG_UNCLOSED:
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "unclosed-tag",
                     get_line (piece), _ ("This tag is not closed: “>” is missing"));
    add_text (self, piece->at, left);
    piece->at = piece->end;
    break;
  case FORE_TAG_NONE:
    add_text (self, piece->at, 1);
    piece->at++;
    break;
  }
}

void
fore_raw_html_add (ForeRawHtml *self, const char *source, gsize length, guint line)
{
  ForePiece piece = {
    .at = source, .end = source + length, .counted = source, .line = line
  };

  if (self->is_refused) {
    add_text (self, source, length);
    return;
  }

  while (piece.at < piece.end) {
    const char *start = memchr (piece.at, '<', piece.end - piece.at);
    gsize text_length = (start != NULL ? start : piece.end) - piece.at;

    add_source_text (self, piece.at, text_length);
    piece.at += text_length;
    if (start != NULL)
      read_less_than (self, &piece);
  }
}

void
fore_raw_html_add_style (ForeRawHtml *self, const char *css, gsize length, guint line)
{
  const ForeElement *style = fore_policy_find_element ("style", strlen ("style"));

  if (self->is_refused)
    return;

  self->has_markup = TRUE;
  add_mark (self, line, NULL, g_strndup (css, length));
  fore_html_add_tag (self->html, style->name);
  fore_html_add_end_tag (self->html, style->name);
}

gboolean
fore_raw_html_is_in_svg (const ForeRawHtml *self)
{
  return self->svg_depth > 0;
}

void
fore_raw_html_end_piece (ForeRawHtml *self)
{
  const ForeElement *svg;

  if (self->svg_depth == 0)
    return;

  svg = fore_policy_find_svg_element ("svg", strlen ("svg"));
  for (; self->svg_depth > 0; self->svg_depth--) {
    fore_nesting_close (&self->nesting, svg);
    fore_html_add_end_tag (self->html, svg->name);
  }
}

void
fore_raw_html_end_block (ForeRawHtml *self)
{
  fore_nesting_end_block (&self->nesting, self->html);
}
