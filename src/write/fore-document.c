/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A key press marks the deck as stale and adds one idle source, which parses before the
 * frame is drawn; so the preview is one frame behind the key, and several edits between
 * two frames cost one parse. Where a parse has been found to take too long for that, the
 * next one waits until the frame is drawn: typing stays fluid in any deck. */

#include "fore-document-private.h"

#include "fore-file.h"
#include "fore-line-diff.h"

#include <glib/gi18n.h>

/* After the keys that have come in, before all that GTK and GtkSourceView do for a frame:
 * highlighting alone takes 10 ms at a time, at G_PRIORITY_HIGH_IDLE. */
#define PARSE_PRIORITY (G_PRIORITY_HIGH_IDLE - 20)

/* Half a frame, in µs. */
#define PARSE_BUDGET 8000

/* How long unsaved text waits for its recovery copy, in ms. Writing takes its time too,
 * and after a second it should be on the disk. */
#define RECOVERY_DELAY 600

enum {
  PROP_FILE = 1,
  PROP_DECK,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_CONFLICT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ENUM_TYPE (ForeConflict,
                    fore_conflict,
                    G_DEFINE_ENUM_VALUE (FORE_CONFLICT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (FORE_CONFLICT_CHANGED, "changed"),
                    G_DEFINE_ENUM_VALUE (FORE_CONFLICT_GONE, "gone"))

G_DEFINE_FINAL_TYPE (ForeDocument, fore_document, G_TYPE_OBJECT)

static void
notify (ForeDocument *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What the parser is given: the text, or the bytes of the file if it has something to say
 * about those. */
static GBytes *
dup_deck_bytes (ForeDocument *self)
{
  GBytes *text = fore_text_mirror_get_text (self->mirror);

  if (fore_source_get_has_mark (self->source) ||
      fore_source_get_n_invalid_lines (self->source) > 0)
    return fore_source_encode (self->source, text);

  return g_bytes_ref (text);
}

static gboolean
update_problems_cb (gpointer user_data)
{
  ForeDocument *self = user_data;

  self->problems_source = 0;
  fore_problem_model_set_deck (self->problems, self->deck);

  return G_SOURCE_REMOVE;
}

/* Takes over @deck. */
void
fore_document_take_deck (ForeDocument *self, ForeDeck *deck)
{
  g_clear_handle_id (&self->parse_source, g_source_remove);
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = deck;
  notify (self, PROP_DECK);
  fore_document_update_title (self);

  if (self->problems_source == 0)
    self->problems_source = g_idle_add (update_problems_cb, self);
}

void
fore_document_update_deck (ForeDocument *self)
{
  g_autoptr (GBytes) bytes = NULL;
  gint64 start;
  ForeDeck *deck;

  g_return_if_fail (FORE_IS_DOCUMENT (self));

  if (self->parse_source == 0)
    return;

  fore_document_update_modified (self);
  start = g_get_monotonic_time ();
  bytes = dup_deck_bytes (self);
  deck = fore_deck_parse (bytes, self->deck);
  self->parse_cost = g_get_monotonic_time () - start;
  fore_document_take_deck (self, deck);
}

static gboolean
parse_cb (gpointer user_data)
{
  fore_document_update_deck (user_data);

  return G_SOURCE_REMOVE;
}

static void
schedule_parse (ForeDocument *self)
{
  int priority =
    self->parse_cost <= PARSE_BUDGET ? PARSE_PRIORITY : G_PRIORITY_DEFAULT_IDLE;

  if (self->parse_source == 0)
    self->parse_source = g_idle_add_full (priority, parse_cb, self, NULL);
}

static void
discard_recovered (ForeDocument *self)
{
  if (self->recovered != NULL)
    fore_recovered_discard (self->recovered);
  g_clear_object (&self->recovered);
}

static void
drop_copy (ForeDocument *self)
{
  fore_recovery_drop (self->recovery);
  discard_recovered (self);
}

static void
kept_cb (ForeRecovery *recovery, GParamSpec *pspec, ForeDocument *self)
{
  if (fore_recovery_get_kept (recovery))
    discard_recovered (self);
}

static gboolean
recovery_cb (gpointer user_data)
{
  ForeDocument *self = user_data;

  self->recovery_source = 0;
  fore_document_keep_copy (self);

  return G_SOURCE_REMOVE;
}

/* Writes the recovery copy, or removes it when there is nothing to recover. */
void
fore_document_keep_copy (ForeDocument *self)
{
  g_clear_handle_id (&self->recovery_source, g_source_remove);
  if (self->modified)
    fore_recovery_keep (self->recovery, fore_text_mirror_get_text (self->mirror),
                        self->file, self->version);
  else
    drop_copy (self);
}

static void
schedule_recovery (ForeDocument *self)
{
  if (self->recovery_source == 0)
    self->recovery_source = g_timeout_add (RECOVERY_DELAY, recovery_cb, self);
}

static void
set_modified (ForeDocument *self, gboolean modified)
{
  if (self->modified == modified)
    return;
  self->modified = modified;
  if (!modified)
    fore_document_keep_copy (self);
  notify (self, PROP_MODIFIED);
}

void
fore_document_update_modified (ForeDocument *self)
{
  set_modified (
    self, self->saved_text == NULL ||
            !g_bytes_equal (fore_text_mirror_get_text (self->mirror), self->saved_text));
}

/* From here on @text (nullable) is what the file has. */
void
fore_document_set_saved_text (ForeDocument *self, GBytes *text)
{
  g_autoptr (GBytes) before = g_steal_pointer (&self->saved_text);

  self->saved_text = text != NULL ? g_bytes_ref (text) : NULL;
  fore_document_update_modified (self);
}

static void
changed_cb (GtkTextBuffer *buffer, ForeDocument *self)
{
  self->n_edits++;
  if (self->replacing)
    return;

  /* Most often true; whether it is will be seen when the deck is made. */
  set_modified (self, TRUE);
  schedule_parse (self);
  schedule_recovery (self);
}

void
fore_document_update_title (ForeDocument *self)
{
  const char *deck_title = fore_deck_get_title (self->deck);
  g_autofree char *title = NULL;

  if (deck_title != NULL && *deck_title != '\0')
    title = g_strdup (deck_title);
  else if (self->file != NULL)
    title = fore_file_dup_name (self->file);
  else
    title = g_strdup (_ ("New deck"));

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  notify (self, PROP_TITLE);
}

void
fore_document_set_busy (ForeDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

void
fore_document_set_file (ForeDocument *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  notify (self, PROP_FILE);
  fore_document_update_title (self);
}

void
fore_document_set_conflict (ForeDocument *self, ForeConflict conflict)
{
  if (self->conflict == conflict)
    return;
  self->conflict = conflict;
  notify (self, PROP_CONFLICT);
}

/* Makes @text the unmodified text, with no way back. The deck is up to the caller. */
void
fore_document_replace_text (ForeDocument *self, GBytes *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start;

  self->replacing = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  fore_text_mirror_set_text (self->mirror, text);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->replacing = FALSE;
  fore_document_set_saved_text (self, text);
}

static void
get_line_start (ForeDocument *self, GBytes *text, guint line, GtkTextIter *iter)
{
  if (fore_line_diff_find_line (text, line) == g_bytes_get_size (text))
    gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self->buffer), iter);
  else
    fore_text_mirror_get_iter (self->mirror, line + 1, 0, iter);
}

static void
apply_hunk (ForeDocument *self, GBytes *before, GBytes *after, const ForeLineHunk *hunk)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  const char *data = g_bytes_get_data (after, NULL);
  gsize from = fore_line_diff_find_line (after, hunk->new_line);
  gsize to = fore_line_diff_find_line (after, hunk->new_line + hunk->n_new);
  GtkTextIter start, end;

  get_line_start (self, before, hunk->old_line, &start);
  get_line_start (self, before, hunk->old_line + hunk->n_old, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  if (to > from)
    gtk_text_buffer_insert (buffer, &start, data + from, to - from);
}

/* Inserting would push a caret that stands in the run replaced to the end of it. */
static const ForeLineHunk *
find_hunk (GArray *hunks, guint line)
{
  for (guint i = 0; i < hunks->len; i++) {
    const ForeLineHunk *hunk = &g_array_index (hunks, ForeLineHunk, i);

    if (line >= hunk->old_line && line < hunk->old_line + hunk->n_old)
      return hunk;
  }

  return NULL;
}

/* Turns the text into @after as one undo step. Whatever is the same in both is left
 * alone, so that the caret, the selection and the scroll position stay with it. */
void
fore_document_merge_text (ForeDocument *self, GBytes *after)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autoptr (GBytes) before = g_bytes_ref (fore_text_mirror_get_text (self->mirror));
  g_autoptr (GArray) hunks = fore_line_diff (before, after);
  const ForeLineHunk *caret_hunk;
  guint caret_line, caret_column;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  caret_line = fore_text_mirror_get_line (self->mirror, &iter) - 1;
  caret_column = gtk_text_iter_get_line_offset (&iter);
  caret_hunk = find_hunk (hunks, caret_line);

  self->merging = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  /* From the bottom, so that the lines above keep their numbers. */
  for (guint i = hunks->len; i > 0; i--)
    apply_hunk (self, before, after, &g_array_index (hunks, ForeLineHunk, i - 1));
  gtk_text_buffer_end_user_action (buffer);

  if (caret_hunk != NULL) {
    guint below = caret_line - caret_hunk->old_line;

    caret_line = caret_hunk->new_line + MIN (below, MAX (caret_hunk->n_new, 1) - 1);
    fore_text_mirror_get_iter (self->mirror, caret_line + 1, caret_column + 1, &iter);
    gtk_text_buffer_place_cursor (buffer, &iter);
  }
  self->merging = FALSE;
}

ForeDocument *
fore_document_new (void)
{
  return g_object_new (FORE_TYPE_DOCUMENT, NULL);
}

GtkSourceBuffer *
fore_document_get_buffer (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), NULL);

  return self->buffer;
}

GFile *
fore_document_get_file (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), NULL);

  return self->file;
}

ForeDeck *
fore_document_get_deck (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), NULL);

  return self->deck;
}

const char *
fore_document_get_title (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), NULL);

  return self->title;
}

gboolean
fore_document_get_modified (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

gboolean
fore_document_get_busy (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

ForeConflict
fore_document_get_conflict (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), FORE_CONFLICT_NONE);

  return self->conflict;
}

gboolean
fore_document_get_replacing (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), FALSE);

  return self->replacing || self->merging;
}

ForeProblemModel *
fore_document_get_problems (ForeDocument *self)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), NULL);

  return self->problems;
}

guint
fore_document_get_line (ForeDocument *self, const GtkTextIter *iter)
{
  g_return_val_if_fail (FORE_IS_DOCUMENT (self), 1);
  g_return_val_if_fail (iter != NULL, 1);

  return fore_text_mirror_get_line (self->mirror, iter);
}

void
fore_document_get_iter (ForeDocument *self, guint line, guint column, GtkTextIter *iter)
{
  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (line > 0);
  g_return_if_fail (iter != NULL);

  fore_text_mirror_get_iter (self->mirror, line, column, iter);
}

void
fore_document_set_text (ForeDocument *self, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ForeSource) source = NULL;

  g_return_if_fail (FORE_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);

  bytes = g_bytes_new (text, strlen (text));
  source = fore_source_new (bytes);
  fore_document_replace_text (self, fore_source_get_text (source));
  fore_document_take_deck (self, fore_deck_parse (bytes, self->deck));
}

static void
fore_document_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  ForeDocument *self = FORE_DOCUMENT (object);

  switch (property_id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_DECK:
    g_value_set_boxed (value, self->deck);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, self->modified);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  case PROP_CONFLICT:
    g_value_set_enum (value, self->conflict);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_document_dispose (GObject *object)
{
  ForeDocument *self = FORE_DOCUMENT (object);

  fore_document_close_file (self);
  g_clear_handle_id (&self->parse_source, g_source_remove);
  g_clear_handle_id (&self->problems_source, g_source_remove);
  g_clear_handle_id (&self->recovery_source, g_source_remove);
  /* Whoever lets go of a document has settled what becomes of its text. */
  if (self->recovery != NULL)
    drop_copy (self);
  g_clear_object (&self->recovery);

  G_OBJECT_CLASS (fore_document_parent_class)->dispose (object);
}

static void
fore_document_finalize (GObject *object)
{
  ForeDocument *self = FORE_DOCUMENT (object);

  g_clear_object (&self->mirror);
  g_clear_object (&self->buffer);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_pointer (&self->source, fore_source_unref);
  g_clear_pointer (&self->disk, g_bytes_unref);
  g_clear_pointer (&self->seen, g_bytes_unref);
  g_clear_pointer (&self->seen_source, fore_source_unref);
  g_clear_pointer (&self->saved_text, g_bytes_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->seen_version, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (fore_document_parent_class)->finalize (object);
}

static GParamSpec *
boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                 G_PARAM_STATIC_STRINGS);
}

static void
fore_document_class_init (ForeDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fore_document_get_property;
  object_class->dispose = fore_document_dispose;
  object_class->finalize = fore_document_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_DECK] = g_param_spec_boxed ("deck", NULL, NULL, FORE_TYPE_DECK, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = boolean_property ("modified");
  properties[PROP_BUSY] = boolean_property ("busy");
  properties[PROP_CONFLICT] = g_param_spec_enum (
    "conflict", NULL, NULL, FORE_TYPE_CONFLICT, FORE_CONFLICT_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_document_init (ForeDocument *self)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *folder = fore_recovery_dup_folder ();

  self->buffer = gtk_source_buffer_new (NULL);
  gtk_text_buffer_set_max_undo_levels (GTK_TEXT_BUFFER (self->buffer), 0);
  self->mirror = fore_text_mirror_new (GTK_TEXT_BUFFER (self->buffer));
  self->source = fore_source_new (nothing);
  self->saved_text = g_bytes_ref (nothing);
  self->deck = fore_deck_parse (nothing, NULL);
  self->problems = fore_problem_model_new ();
  fore_problem_model_set_deck (self->problems, self->deck);
  self->recovery = fore_recovery_new (folder);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->operations);
  fore_document_update_title (self);

  g_signal_connect_object (self->recovery, "notify::kept", G_CALLBACK (kept_cb), self, 0);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, 0);
}
