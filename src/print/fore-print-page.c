/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A web view needs neither a window nor to be seen to be laid out, printed and drawn;
 * what it needs is a size. Documents come out of WebKit as files: it gets one that has no
 * name and lives in memory, so that nothing is left of it whatever happens. */

#include "fore-print-page.h"

#include "fore-error.h"
#include "fore-scheme.h"
#include "fore-web.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct _ForePrintPage {
  GObject parent_instance;

  WebKitWebView *view;
  ForeDeck *deck;

  /* What is under way. */
  GTask *task;
  GCancellable *cancellable;
  WebKitPrintOperation *operation;
  int file;
  GError *print_error;
};

static guint progress_signal;

G_DEFINE_FINAL_TYPE (ForePrintPage, fore_print_page, G_TYPE_OBJECT)

/* --- one thing at a time --- */

static void
begin (ForePrintPage *self,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_assert (self->task == NULL);
  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, tag);
  self->cancellable = g_cancellable_new ();
}

/* Takes what is under way out of the page, which is free for the next thing then. */
static GTask *
end (ForePrintPage *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->operation);
  g_clear_error (&self->print_error);
  if (self->file >= 0)
    close (self->file);
  self->file = -1;
  return g_steal_pointer (&self->task);
}

/* An answer to something that was given up belongs to nothing any more. */
static gboolean
is_stale (ForePrintPage *self, const GError *error)
{
  return self->task == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
fail (ForePrintPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->task == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  task = end (self);
  g_task_return_new_error (task, FORE_ERROR, FORE_ERROR_PAGE,
                           _ ("The page that draws the slides was lost."));
}

void
fore_print_page_give_up (ForePrintPage *self)
{
  g_return_if_fail (FORE_IS_PRINT_PAGE (self));

  /* What it was doing ends when the process has; a new one must not be asked for before.
   */
  if (self->task != NULL)
    webkit_web_view_terminate_web_process (self->view);
}

static void
refused_cb (const char *host, gpointer user_data)
{
  /* It is a picture that is missing, and named as such. */
}

static void
answered_cb (const char *address, const char *trouble, gpointer user_data)
{
  /* So is this. */
}

static void
progress_cb (gpointer user_data)
{
  g_signal_emit (user_data, progress_signal, 0);
}

/* --- loading --- */

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForePrintPage) self = user_data;
  GError *error = NULL;
  ForePlaceShown place;
  gboolean done =
    fore_bridge_update_finish (WEBKIT_WEB_VIEW (source), result, &place, &error);
  g_autoptr (GTask) task = NULL;

  if (is_stale (self, error)) {
    g_clear_error (&error);
    return;
  }
  task = end (self);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ready_cb (gpointer user_data)
{
  ForePrintPage *self = user_data;
  ForePageUpdate update = {
    .number = 1,
    .mode = FORE_STAGE_PRINT,
    .wanted = self->deck,
    .everything = TRUE,
  };

  if (self->task == NULL)
    return;
  g_signal_emit (self, progress_signal, 0);
  fore_bridge_update_async (self->view, &update, self->cancellable, updated_cb,
                            g_object_ref (self));
}

/* Nobody steps or clicks here. */
static void
moved_cb (const ForePlaceShown *place, gpointer user_data)
{
}

static void
link_cb (const char *uri, gpointer user_data)
{
}

/* It stands on the slide. */
static void
diagram_cb (const char *diagram, const char *trouble, gpointer user_data)
{
}

void
fore_print_page_load_async (ForePrintPage *self,
                            ForeDeck *deck,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  ForeOptions *options;
  int minimum;

  g_return_if_fail (FORE_IS_PRINT_PAGE (self));
  g_return_if_fail (deck != NULL);

  begin (self, fore_print_page_load_async, cancellable, callback, user_data);
  fore_deck_ref (deck);
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = deck;

  /* What is as wide as the window is as wide as a slide. */
  options = fore_deck_get_options (deck);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  gtk_widget_allocate (
    GTK_WIDGET (self->view), (int) CLAMP (fore_options_get_width (options), 1, 16384),
    (int) CLAMP (fore_options_get_height (options), 1, 16384), -1, NULL);
  fore_web_load_page (self->view);
}

gboolean
fore_print_page_load_finish (ForePrintPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- laying out --- */

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForePrintPage) self = user_data;
  GError *error = NULL;
  char *answer = fore_bridge_lay_out_finish (WEBKIT_WEB_VIEW (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (is_stale (self, error)) {
    g_clear_error (&error);
    g_free (answer);
    return;
  }
  task = end (self);
  if (answer != NULL)
    g_task_return_pointer (task, answer, g_free);
  else
    g_task_return_error (task, error);
}

void
fore_print_page_lay_out_async (ForePrintPage *self,
                               const ForePageLayout *layout,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (FORE_IS_PRINT_PAGE (self));

  begin (self, fore_print_page_lay_out_async, cancellable, callback, user_data);
  fore_bridge_lay_out_async (self->view, layout, self->cancellable, laid_out_cb,
                             g_object_ref (self));
}

char *
fore_print_page_lay_out_finish (ForePrintPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- printing --- */

static GBytes *
read_file (int file, GError **error)
{
  struct stat status;
  g_autofree char *data = NULL;
  gsize length = 0;
  gsize size;

  if (fstat (file, &status) == 0 && status.st_size > 0) {
    size = (gsize) status.st_size;
    data = g_malloc (size);
    while (length < size) {
      gssize n = pread (file, data + length, size - length, (off_t) length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      length += (gsize) n;
    }
    if (length == size)
      return g_bytes_new_take (g_steal_pointer (&data), size);
  }
  g_set_error_literal (error, FORE_ERROR, FORE_ERROR_PAGE, _ ("Nothing was printed."));
  return NULL;
}

static void
print_failed_cb (ForePrintPage *self, GError *error)
{
  if (self->print_error == NULL)
    self->print_error = g_error_copy (error);
}

/* It comes after a failure too. */
static void
print_finished_cb (ForePrintPage *self)
{
  GError *error = g_steal_pointer (&self->print_error);
  GBytes *bytes = error == NULL ? read_file (self->file, &error) : NULL;
  g_autoptr (GTask) task = end (self);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static GtkPageSetup *
create_page_setup (double width, double height)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper =
    gtk_paper_size_new_custom ("foredeck", "Foredeck", width, height, GTK_UNIT_POINTS);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);
  return setup;
}

static GtkPrintSettings *
create_print_settings (int file)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *uri = g_strdup_printf ("file:///proc/self/fd/%d", file);

  /* WebKit looks for a printer by its name, and GTK translates the name of this one. */
  gtk_print_settings_set_printer (settings, g_dgettext ("gtk40", "Print to File"));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  return settings;
}

void
fore_print_page_print_async (ForePrintPage *self,
                             double width,
                             double height,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;

  g_return_if_fail (FORE_IS_PRINT_PAGE (self));

  begin (self, fore_print_page_print_async, cancellable, callback, user_data);
  self->file = memfd_create ("foredeck-print", MFD_CLOEXEC);
  if (self->file < 0) {
    int code = errno;
    g_autoptr (GTask) task = end (self);

    g_task_return_new_error (task, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s",
                             g_strerror (code));
    return;
  }
  setup = create_page_setup (width, height);
  settings = create_print_settings (self->file);
  self->operation = webkit_print_operation_new (self->view);
  webkit_print_operation_set_page_setup (self->operation, setup);
  webkit_print_operation_set_print_settings (self->operation, settings);
  g_signal_connect_object (self->operation, "failed", G_CALLBACK (print_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "finished", G_CALLBACK (print_finished_cb),
                           self, G_CONNECT_SWAPPED);
  webkit_print_operation_print (self->operation);
}

GBytes *
fore_print_page_print_finish (ForePrintPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- pictures --- */

static void
snapshot_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForePrintPage) self = user_data;
  GError *error = NULL;
  GdkTexture *texture =
    webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (is_stale (self, error)) {
    g_clear_error (&error);
    g_clear_object (&texture);
    return;
  }
  task = end (self);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
fore_print_page_snapshot_async (ForePrintPage *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FORE_IS_PRINT_PAGE (self));

  begin (self, fore_print_page_snapshot_async, cancellable, callback, user_data);
  webkit_web_view_get_snapshot (self->view, WEBKIT_SNAPSHOT_REGION_FULL_DOCUMENT,
                                WEBKIT_SNAPSHOT_OPTIONS_NONE, self->cancellable,
                                snapshot_cb, g_object_ref (self));
}

GdkTexture *
fore_print_page_snapshot_finish (ForePrintPage *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- its life --- */

static void
terminated_cb (ForePrintPage *self)
{
  fail (self);
}

static void
dispose (GObject *object)
{
  ForePrintPage *self = FORE_PRINT_PAGE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->deck, fore_deck_unref);

  G_OBJECT_CLASS (fore_print_page_parent_class)->dispose (object);
}

static void
fore_print_page_class_init (ForePrintPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;

  progress_signal = g_signal_new ("progress", FORE_TYPE_PRINT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_print_page_init (ForePrintPage *self)
{
  self->file = -1;
}

ForePrintPage *
fore_print_page_new (ForeAssets *assets)
{
  static const ForeBridgeHandlers handlers = {
    .ready = ready_cb,
    .moved = moved_cb,
    .link = link_cb,
    .diagram = diagram_cb,
    .progress = progress_cb,
  };
  static const ForeSchemeHandlers asset_handlers = { refused_cb, answered_cb };
  ForePrintPage *self;

  g_return_val_if_fail (FORE_IS_ASSETS (assets), NULL);

  self = g_object_new (FORE_TYPE_PRINT_PAGE, NULL);
  self->view = g_object_ref_sink (fore_web_view_new (NULL));
  /* Pictures are loaded in the deck and drawn in copies of its slides, which must find
   * them loaded. */
  webkit_web_context_set_cache_model (webkit_web_view_get_context (self->view),
                                      WEBKIT_CACHE_MODEL_WEB_BROWSER);
  fore_bridge_listen (self->view, &handlers, G_OBJECT (self));
  fore_scheme_attach (self->view, assets, &asset_handlers, self);
  g_signal_connect_object (self->view, "web-process-terminated",
                           G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);
  /* No printer is asked for, and none should be looked for on the network. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  return self;
}
