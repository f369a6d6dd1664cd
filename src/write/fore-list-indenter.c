/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-list-indenter.h"

#include <string.h>

struct _ForeListIndenter {
  GObject parent_instance;

  GRegex *marker;
};

static void fore_list_indenter_indenter_init (GtkSourceIndenterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ForeListIndenter,
                               fore_list_indenter,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_INDENTER,
                                                      fore_list_indenter_indenter_init))

/* Indentation and quotation marks; then the mark of an item, or its number and what
 * follows that; then a box to tick. */
#define MARKER                                                                           \
  "^((?:[ \\t]*>)*[ \\t]*)(?:([-*+])|([0-9]{1,8})([.)]))?([ \\t]+)?"                     \
  "(\\[[ xX]\\][ \\t]+)?"

typedef struct {
  char *line;
  char *head; /* indentation and quotation marks */
  char *bullet;
  char *number;
  char *delimiter;
  char *space;
  char *box;
  int length; /* of all these, in bytes */
} Marker;

static void
marker_clear (Marker *marker)
{
  g_free (marker->line);
  g_free (marker->head);
  g_free (marker->bullet);
  g_free (marker->number);
  g_free (marker->delimiter);
  g_free (marker->space);
  g_free (marker->box);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marker, marker_clear)

static char *
dup_line (const GtkTextIter *iter, int line)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (iter);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
read_marker (ForeListIndenter *self, char *line, Marker *marker)
{
  g_autoptr (GMatchInfo) match = NULL;

  marker->line = line;
  g_regex_match (self->marker, line, 0, &match);
  marker->head = g_match_info_fetch (match, 1);
  marker->bullet = g_match_info_fetch (match, 2);
  marker->number = g_match_info_fetch (match, 3);
  marker->delimiter = g_match_info_fetch (match, 4);
  marker->space = g_match_info_fetch (match, 5);
  marker->box = g_match_info_fetch (match, 6);
  g_match_info_fetch_pos (match, 0, NULL, &marker->length);
}

static gboolean
is_given (const char *part)
{
  return part != NULL && *part != '\0';
}

static gboolean
is_item (const Marker *marker)
{
  return (is_given (marker->bullet) || is_given (marker->number)) &&
         is_given (marker->space);
}

/* "- - -" and "* * *" are lines across the slide. */
static gboolean
is_rule (const char *line)
{
  guint n_marks = 0;
  char mark = '\0';

  for (; *line != '\0'; line++) {
    if (*line == ' ' || *line == '\t')
      continue;
    if (mark == '\0')
      mark = *line;
    if (*line != mark || strchr ("-*_", mark) == NULL)
      return FALSE;
    n_marks++;
  }

  return n_marks >= 3;
}

/* Bullets that are pictures, "🐱 text", are no list to Markdown but to their authors. One
 * line may happen to start so; two in a row are a list. */
static char *
find_picture_bullet (const GtkTextIter *iter, const Marker *marker)
{
  int line = gtk_text_iter_get_line (iter) - 2;
  const char *start = marker->line;
  const char *end = start;
  g_autofree char *bullet = NULL;
  g_autofree char *before = NULL;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end))) {
    if (g_unichar_isalnum (g_utf8_get_char (end)) || g_utf8_get_char (end) < 0x2000)
      return NULL;
    end = g_utf8_next_char (end);
  }
  if (end == start || *end != ' ' || line < 0)
    return NULL;

  bullet = g_strndup (start, end + 1 - start);
  before = dup_line (iter, line);

  return g_str_has_prefix (before, bullet) ? g_steal_pointer (&bullet) : NULL;
}

static char *
make_next (const Marker *marker)
{
  const char *box = is_given (marker->box) ? "[ ] " : "";

  if (!is_item (marker))
    return g_strconcat (marker->head, NULL);
  if (is_given (marker->bullet))
    return g_strconcat (marker->head, marker->bullet, marker->space, box, NULL);

  return g_strdup_printf ("%s%u%s%s%s", marker->head,
                          (guint) g_ascii_strtoull (marker->number, NULL, 10) + 1,
                          marker->delimiter, marker->space, box);
}

static gboolean
is_in_code (const GtkTextIter *iter)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_iter_get_buffer (iter));
  GtkTextIter line = *iter;

  gtk_text_iter_backward_line (&line);

  return gtk_source_buffer_iter_has_context_class (buffer, &line, "fenced-code");
}

static gboolean
fore_list_indenter_is_trigger (GtkSourceIndenter *indenter,
                               GtkSourceView *view,
                               const GtkTextIter *location,
                               GdkModifierType state,
                               guint key)
{
  if (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* What the next line starts with. @is_empty: whether the line before has nothing else. */
static char *
find_next (ForeListIndenter *self, const GtkTextIter *iter, gboolean *is_empty)
{
  g_auto (Marker) marker = { 0 };
  g_autofree char *bullet = NULL;

  *is_empty = FALSE;
  read_marker (self, dup_line (iter, gtk_text_iter_get_line (iter) - 1), &marker);
  if (is_in_code (iter) || is_rule (marker.line))
    return g_strndup (marker.line, strspn (marker.line, " \t"));

  bullet = find_picture_bullet (iter, &marker);
  if (bullet != NULL) {
    *is_empty = g_str_equal (marker.line, bullet);
    return g_steal_pointer (&bullet);
  }

  *is_empty = marker.line[marker.length] == '\0' &&
              (is_item (&marker) || strchr (marker.head, '>') != NULL);

  return make_next (&marker);
}

/* Called after the line was broken, with @iter at the start of the new one. */
static void
fore_list_indenter_indent (GtkSourceIndenter *indenter,
                           GtkSourceView *view,
                           GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gboolean is_empty;
  g_autofree char *next = find_next (FORE_LIST_INDENTER (indenter), iter, &is_empty);
  GtkTextIter start = *iter;

  if (is_empty) {
    gtk_text_iter_backward_line (&start);
    gtk_text_buffer_delete (buffer, &start, iter);
  } else {
    gtk_text_buffer_insert (buffer, iter, next, -1);
  }
}

static void
fore_list_indenter_indenter_init (GtkSourceIndenterInterface *iface)
{
  iface->is_trigger = fore_list_indenter_is_trigger;
  iface->indent = fore_list_indenter_indent;
}

GtkSourceIndenter *
fore_list_indenter_new (void)
{
  return g_object_new (FORE_TYPE_LIST_INDENTER, NULL);
}

static void
fore_list_indenter_finalize (GObject *object)
{
  g_clear_pointer (&FORE_LIST_INDENTER (object)->marker, g_regex_unref);

  G_OBJECT_CLASS (fore_list_indenter_parent_class)->finalize (object);
}

static void
fore_list_indenter_class_init (ForeListIndenterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_list_indenter_finalize;
}

static void
fore_list_indenter_init (ForeListIndenter *self)
{
  /* The expression is ours, so it compiles. */
  self->marker = g_regex_new (MARKER, G_REGEX_OPTIMIZE, 0, NULL);
}
