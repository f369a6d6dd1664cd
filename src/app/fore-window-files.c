/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-window-private.h"

#include "fore-dialogs.h"
#include "fore-error.h"
#include "fore-places.h"
#include "fore-recents.h"

#include <glib/gi18n.h>

/* Opening, saving and closing. What goes wrong on the way is told in a bar that says what
 * can be done: the text is never taken away. */

static gboolean
is_silent (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Opening --- */

typedef struct {
  ForeWindow *window;
  ForeDocument *document;
  GFile *file;              /* (nullable) */
  ForeShowRequest *request; /* (nullable) */
} Opening;

static Opening *
opening_new (ForeWindow *window, GFile *file, ForeShowRequest *request)
{
  Opening *self = g_new0 (Opening, 1);

  self->window = g_object_ref (window);
  self->document = fore_document_new ();
  self->file = file ? g_object_ref (file) : NULL;
  self->request = request ? fore_show_request_ref (request) : NULL;
  return self;
}

static void
opening_free (Opening *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_pointer (&self->request, fore_show_request_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

void
fore_window_remember_place (ForeWindow *self)
{
  GFile *file = fore_document_get_file (self->document);

  if (file == NULL)
    return;
  fore_places_remember (fore_application_get_places (self->application), file,
                        fore_editor_get_line (self->editor));
  fore_application_save_places (self->application);
}

static void
add_to_recents (ForeWindow *self)
{
  fore_recents_add (fore_application_get_recents (self->application),
                    fore_document_get_file (self->document),
                    fore_document_get_title (self->document));
}

static void
show_opened (ForeWindow *self, Opening *opening)
{
  GFile *file = fore_document_get_file (opening->document);
  guint line;

  fore_window_clear_trouble (self);
  fore_window_set_document (self, opening->document);
  fore_window_set_opening (self, NULL);
  if (file != NULL) {
    add_to_recents (self);
    line = fore_places_lookup (fore_application_get_places (self->application), file);
    if (line > 0)
      fore_editor_go_to_line (self->editor, line, 0);
  }
  if (opening->request != NULL)
    fore_window_start_show (self, opening->request);
}

static void
tell_not_opened (ForeWindow *self, Opening *opening, const GError *error)
{
  if (is_silent (error))
    return;

  fore_window_set_opening (self, NULL);
  if (opening->file != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    fore_recents_remove (fore_application_get_recents (self->application), opening->file);
  fore_window_show_trouble (self, error->message, _ ("_Open…"), "win.open");
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  if (fore_document_load_finish (FORE_DOCUMENT (source), result, &error))
    show_opened (opening->window, opening);
  else
    tell_not_opened (opening->window, opening, error);
}

void
fore_window_open_file (ForeWindow *self, GFile *file, ForeShowRequest *request)
{
  Opening *opening;

  g_return_if_fail (FORE_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  opening = opening_new (self, file, request);
  fore_window_set_opening (self, file);
  fore_document_load_async (opening->document, file, self->cancellable, load_cb, opening);
}

void
fore_window_open_text (ForeWindow *self, const char *text)
{
  g_autoptr (ForeDocument) document = NULL;

  g_return_if_fail (FORE_IS_WINDOW (self));

  document = fore_document_new ();
  fore_document_set_text (document, text);
  fore_window_clear_trouble (self);
  fore_window_set_document (self, document);
}

static void
recover_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  if (fore_document_recover_finish (FORE_DOCUMENT (source), result, &error))
    show_opened (opening->window, opening);
  else
    tell_not_opened (opening->window, opening, error);
}

void
fore_window_recover (ForeWindow *self, ForeRecovered *copy)
{
  Opening *opening;

  g_return_if_fail (FORE_IS_WINDOW (self));
  g_return_if_fail (FORE_IS_RECOVERED (copy));

  opening = opening_new (self, NULL, NULL);
  fore_document_recover_async (opening->document, copy, self->cancellable, recover_cb,
                               opening);
}

static void
choose_files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeWindow *self = FORE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = fore_dialogs_open_finish (result, &error);
  guint n_files = files ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n_files; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    fore_application_open_file (self->application, file, self, NULL);
  }
}

static GFile *
dup_folder (ForeWindow *self)
{
  GFile *file = self->document ? fore_document_get_file (self->document) : NULL;

  return file ? g_file_get_parent (file) : NULL;
}

void
fore_window_choose_files (ForeWindow *self)
{
  g_autoptr (GFile) folder = dup_folder (self);

  fore_dialogs_open_async (GTK_WINDOW (self), folder, self->cancellable, choose_files_cb,
                           NULL);
}

/* --- Saving --- */

char *
fore_window_dup_file_name (ForeWindow *self, const char *suffix)
{
  GFile *file = fore_document_get_file (self->document);
  g_autofree char *name = NULL;
  char *dot;

  if (file != NULL) {
    name = g_file_get_basename (file);
    dot = strrchr (name, '.');
    if (dot != NULL && dot != name)
      *dot = '\0';
  } else {
    name =
      g_strdelimit (g_strdup (fore_document_get_title (self->document)), "/\\\n", '-');
    g_strstrip (name);
  }
  return g_strconcat (name, suffix, NULL);
}

static void
tell_not_saved (ForeWindow *self, const GError *error)
{
  if (is_silent (error))
    return;
  /* The bar that asks who is right says this already. */
  if (g_error_matches (error, FORE_ERROR, FORE_ERROR_CHANGED) &&
      fore_bar_get_revealed (self->changed_bar))
    return;
  fore_window_show_trouble (self, error->message, _ ("Save _as…"), "win.save-as");
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeWindow *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean saved = fore_document_save_finish (FORE_DOCUMENT (source), result, &error);

  g_application_release (G_APPLICATION (self->application));
  if (self->document == FORE_DOCUMENT (source)) {
    if (saved) {
      fore_window_clear_trouble (self);
      add_to_recents (self);
    } else {
      tell_not_saved (self, error);
    }
  }
  g_task_return_boolean (task, saved);
}

static void
start_saving (GTask *owned_task, GFile *file)
{
  ForeWindow *self = g_task_get_source_object (owned_task);

  /* A window that is closed meanwhile does not take the program with it. */
  g_application_hold (G_APPLICATION (self->application));
  /* The dialog has asked before it named a file that exists. */
  fore_document_save_async (self->document, file, file != NULL, NULL, save_cb,
                            owned_task);
}

static void
choose_name_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = fore_dialogs_save_finish (result, NULL);
  ForeWindow *self = FORE_WINDOW (source);

  if (file == NULL || self->document == NULL)
    g_task_return_boolean (task, FALSE);
  else
    start_saving (g_steal_pointer (&task), file);
}

void
fore_window_save_async (ForeWindow *self,
                        gboolean as,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  g_task_set_source_tag (task, fore_window_save_async);
  if (!as && fore_document_get_file (self->document) != NULL) {
    start_saving (task, NULL);
    return;
  }

  folder = dup_folder (self);
  name = fore_window_dup_file_name (self, ".md");
  fore_dialogs_save_async (GTK_WINDOW (self), FORE_FILE_DECK, folder, name,
                           self->cancellable, choose_name_cb, task);
}

gboolean
fore_window_save_finish (ForeWindow *self, GAsyncResult *result)
{
  /* The user has been told why. */
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
reload_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fore_document_reload_finish (FORE_DOCUMENT (source), result, &error) &&
      !is_silent (error))
    fore_window_show_trouble (self, error->message, _ ("Save _as…"), "win.save-as");
}

void
fore_window_reload (ForeWindow *self)
{
  fore_document_reload_async (self->document, self->cancellable, reload_cb,
                              g_object_ref (self));
}

/* --- Closing --- */

static void
saved_before_close_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, fore_window_save_finish (FORE_WINDOW (source), result));
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeWindow *self = FORE_WINDOW (source);

  self->asking = FALSE;
  switch (fore_dialogs_ask_unsaved_finish (result)) {
  case FORE_UNSAVED_SAVE:
    fore_window_save_async (self, FALSE, saved_before_close_cb, g_steal_pointer (&task));
    break;
  case FORE_UNSAVED_DISCARD:
    g_task_return_boolean (task, TRUE);
    break;
  case FORE_UNSAVED_CANCEL:
  default:
    g_task_return_boolean (task, FALSE);
  }
}

void
fore_window_confirm_close_async (ForeWindow *self,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FORE_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, fore_window_confirm_close_async);
  if (!fore_window_has_changes (self)) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }

  self->asking = TRUE;
  gtk_window_present (GTK_WINDOW (self));
  fore_dialogs_ask_unsaved_async (
    GTK_WINDOW (self), fore_document_get_title (self->document), answer_cb, task);
}

gboolean
fore_window_confirm_close_finish (ForeWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
