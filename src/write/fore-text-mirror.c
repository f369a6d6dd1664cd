/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The whole text of a large buffer takes milliseconds to get, and an edit touches a line
 * or two. So we note how many lines at the head and at the tail have not been touched
 * since the text was last got, and take those from there. Lines at the tail are counted
 * from the end, where an edit above them does not shift them. */

#include "fore-text-mirror.h"

#include <string.h>

#define PARAGRAPH_SEPARATOR "\xe2\x80\xa9"

struct _ForeTextMirror {
  GObject parent_instance;

  GtkTextBuffer *buffer; /* its owner owns us */
  GBytes *text;
  guint head;
  guint tail;
  gboolean is_current;
  /* There is, or was, a paragraph separator: lines cannot be counted by LF. */
  gboolean has_separators;
};

G_DEFINE_FINAL_TYPE (ForeTextMirror, fore_text_mirror, G_TYPE_OBJECT)

static void
touch (ForeTextMirror *self, guint first, guint last)
{
  guint n_lines = gtk_text_buffer_get_line_count (self->buffer);

  if (self->is_current) {
    self->is_current = FALSE;
    self->head = first;
    self->tail = n_lines - 1 - last;
  } else {
    self->head = MIN (self->head, first);
    self->tail = MIN (self->tail, n_lines - 1 - last);
  }
}

static char *
normalize_line_ends (const char *text, gsize length)
{
  GString *result = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++) {
    if (text[i] != '\r')
      g_string_append_c (result, text[i]);
    else if (i + 1 == length || text[i + 1] != '\n')
      g_string_append_c (result, '\n');
  }

  return g_string_free (result, FALSE);
}

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *location,
                const char *text,
                int length)
{
  g_autofree char *normalized = NULL;

  if (memchr (text, '\r', length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  normalized = normalize_line_ends (text, length);
  gtk_text_buffer_insert (buffer, location, normalized, -1);
}

static void
inserted_text_cb (GtkTextBuffer *buffer,
                  GtkTextIter *location,
                  const char *text,
                  int length,
                  ForeTextMirror *self)
{
  guint last = gtk_text_iter_get_line (location);
  guint n_newlines = 0;

  if (memmem (text, length, PARAGRAPH_SEPARATOR, 3) != NULL)
    self->has_separators = TRUE;
  for (int i = 0; i < length; i++)
    n_newlines += text[i] == '\n';
  touch (self, last - MIN (n_newlines, last), last);
}

static void
deleted_range_cb (GtkTextBuffer *buffer,
                  GtkTextIter *start,
                  GtkTextIter *end,
                  ForeTextMirror *self)
{
  guint line = gtk_text_iter_get_line (start);

  touch (self, line, line);
}

static gsize
length_of_head (const char *text, gsize length, guint n_lines)
{
  gsize offset = 0;

  for (; n_lines > 0; n_lines--) {
    const char *newline = memchr (text + offset, '\n', length - offset);

    g_assert (newline != NULL);
    offset = newline + 1 - text;
  }

  return offset;
}

static gsize
length_of_tail (const char *text, gsize length, guint n_lines)
{
  gsize offset = length;

  for (; n_lines > 0; n_lines--) {
    const char *newline = memrchr (text, '\n', offset);

    g_assert (newline != NULL);
    offset = newline - text;
  }
  /* The newline itself belongs to the line before. */

  return offset < length ? length - offset - 1 : 0;
}

static GBytes *
take_string (char *text, gsize length)
{
  return g_bytes_new_with_free_func (text, length, g_free, text);
}

static GBytes *
get_all (ForeTextMirror *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);

  return take_string (text, strlen (text));
}

static GBytes *
get_edited (ForeTextMirror *self)
{
  gsize old_length;
  const char *old = g_bytes_get_data (self->text, &old_length);
  gsize head = length_of_head (old, old_length, self->head);
  gsize tail = length_of_tail (old, old_length, self->tail);
  guint n_lines = gtk_text_buffer_get_line_count (self->buffer);
  g_autofree char *middle = NULL;
  GtkTextIter start, end;
  gsize length;
  char *text;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, self->head);
  if (self->tail > 0)
    gtk_text_buffer_get_iter_at_line (self->buffer, &end, n_lines - self->tail);
  else
    gtk_text_buffer_get_end_iter (self->buffer, &end);
  middle = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);

  length = strlen (middle);
  text = g_malloc (head + length + tail + 1);
  memcpy (text, old, head);
  memcpy (text + head, middle, length);
  memcpy (text + head + length, old + old_length - tail, tail);
  text[head + length + tail] = '\0';

  return take_string (text, head + length + tail);
}

ForeTextMirror *
fore_text_mirror_new (GtkTextBuffer *buffer)
{
  ForeTextMirror *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (gtk_text_buffer_get_char_count (buffer) == 0, NULL);

  self = g_object_new (FORE_TYPE_TEXT_MIRROR, NULL);
  self->buffer = buffer;
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (inserted_text_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (deleted_range_cb), self,
                           G_CONNECT_AFTER);

  return self;
}

void
fore_text_mirror_set_text (ForeTextMirror *self, GBytes *text)
{
  gsize length;
  const char *data;

  g_return_if_fail (FORE_IS_TEXT_MIRROR (self));
  g_return_if_fail (text != NULL);

  data = g_bytes_get_data (text, &length);
  gtk_text_buffer_set_text (self->buffer, data != NULL ? data : "", length);

  g_bytes_ref (text);
  g_bytes_unref (self->text);
  self->text = text;
  self->is_current = TRUE;
  self->has_separators = memmem (data, length, PARAGRAPH_SEPARATOR, 3) != NULL;
}

GBytes *
fore_text_mirror_get_text (ForeTextMirror *self)
{
  GBytes *text;

  g_return_val_if_fail (FORE_IS_TEXT_MIRROR (self), NULL);

  if (!self->is_current) {
    text = self->has_separators ? get_all (self) : get_edited (self);
    g_bytes_unref (self->text);
    self->text = text;
    self->is_current = TRUE;
  }

  return self->text;
}

guint
fore_text_mirror_get_line (ForeTextMirror *self, const GtkTextIter *iter)
{
  g_autofree char *above = NULL;
  GtkTextIter start;
  guint line = 1;

  g_return_val_if_fail (FORE_IS_TEXT_MIRROR (self), 1);

  if (!self->has_separators)
    return gtk_text_iter_get_line (iter) + 1;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  above = gtk_text_buffer_get_slice (self->buffer, &start, iter, TRUE);
  for (const char *p = above; *p != '\0'; p++)
    line += *p == '\n';

  return line;
}

static void
find_line_with_separators (ForeTextMirror *self, guint line, GtkTextIter *iter)
{
  gsize length;
  const char *text = g_bytes_get_data (fore_text_mirror_get_text (self), &length);
  gsize offset = 0;

  for (; line > 1; line--) {
    const char *newline = memchr (text + offset, '\n', length - offset);

    if (newline == NULL)
      break;
    offset = newline + 1 - text;
  }
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter,
                                      g_utf8_pointer_to_offset (text, text + offset));
}

void
fore_text_mirror_get_iter (ForeTextMirror *self,
                           guint line,
                           guint column,
                           GtkTextIter *iter)
{
  g_return_if_fail (FORE_IS_TEXT_MIRROR (self));
  g_return_if_fail (line > 0);

  if (self->has_separators)
    find_line_with_separators (self, line, iter);
  else
    gtk_text_buffer_get_iter_at_line (
      self->buffer, iter,
      MIN ((int) line, gtk_text_buffer_get_line_count (self->buffer)) - 1);

  for (; column > 1 && !gtk_text_iter_ends_line (iter); column--)
    gtk_text_iter_forward_char (iter);
}

static void
fore_text_mirror_finalize (GObject *object)
{
  ForeTextMirror *self = FORE_TEXT_MIRROR (object);

  g_clear_pointer (&self->text, g_bytes_unref);

  G_OBJECT_CLASS (fore_text_mirror_parent_class)->finalize (object);
}

static void
fore_text_mirror_class_init (ForeTextMirrorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_text_mirror_finalize;
}

static void
fore_text_mirror_init (ForeTextMirror *self)
{
  self->text = take_string (g_strdup (""), 0);
  self->is_current = TRUE;
}
