/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-window.h"

#include "fore-bar.h"
#include "fore-dialogs.h"
#include "fore-export-preview.h"
#include "fore-export-write.h"
#include "fore-pdf-export.h"
#include "fore-picture-export.h"

#include <glib/gi18n.h>

/* What can be chosen, and which rows have a meaning for it. */
enum {
  HAS_TITLE = 1 << 0,
  HAS_SLIDES = 1 << 1,
  HAS_PAGE = 1 << 2,
  HAS_LAYOUT = 1 << 3,
  HAS_STEPS = 1 << 4,
  HAS_PICTURE = 1 << 5,
};

static const struct {
  const char *label;
  const char *ending;
  ForeExportFormat format;
  guint has;
} forms[] = {
  { N_ ("Web page (file)"), ".html", FORE_EXPORT_HTML,
    HAS_TITLE | HAS_SLIDES | HAS_PAGE },
  { N_ ("Web page (folder)"), "", FORE_EXPORT_FOLDER, HAS_TITLE | HAS_SLIDES | HAS_PAGE },
  { N_ ("PDF document"), ".pdf", FORE_EXPORT_PDF,
    HAS_TITLE | HAS_SLIDES | HAS_LAYOUT | HAS_STEPS },
  { N_ ("Pictures (PNG)"), ".png", FORE_EXPORT_PNG,
    HAS_SLIDES | HAS_STEPS | HAS_PICTURE },
  { N_ ("Pictures (WebP)"), ".webp", FORE_EXPORT_WEBP,
    HAS_SLIDES | HAS_STEPS | HAS_PICTURE },
  { N_ ("Markdown and files"), "-offline.md", FORE_EXPORT_MARKDOWN, 0 },
  { N_ ("Notes as Markdown"), "-notes.md", FORE_EXPORT_NOTES, HAS_TITLE | HAS_SLIDES },
  { N_ ("Notes as plain text"), "-notes.txt", FORE_EXPORT_NOTES_TEXT,
    HAS_TITLE | HAS_SLIDES },
  { N_ ("Notes for pdfpc"), ".pdfpc", FORE_EXPORT_PDFPC, HAS_SLIDES | HAS_STEPS },
};

/* The rows of the layout. */
static const guint per_page[] = { 1, 2, 3, 4, 6, 1, 1 };
enum { LAYOUT_NOTES_BELOW = 5, LAYOUT_NOTES_PAGE = 6 };

struct _ForeExportWindow {
  AdwWindow parent_instance;

  ForeDeck *deck;
  ForeAssets *assets;
  GFile *folder;
  char *name;
  GCancellable *cancellable;
  GCancellable *preview_cancellable;

  ForeBar *bar;
  GtkWidget *choices;
  GtkPicture *preview;
  AdwComboRow *form_row;
  GtkEditable *title_row;
  GtkEditable *slides_row;
  GtkWidget *notes_row;
  GtkSwitch *notes_switch;
  GtkWidget *fragments_row;
  GtkSwitch *fragments_switch;
  GtkWidget *source_row;
  GtkSwitch *source_switch;
  AdwComboRow *layout_row;
  AdwComboRow *paper_row;
  AdwComboRow *fit_row;
  GtkWidget *steps_row;
  GtkSwitch *steps_switch;
  GtkWidget *sheet_row;
  GtkSwitch *sheet_switch;
  GtkWidget *width_row;
  GtkSpinButton *width_spin;
  GtkWidget *hidden_row;
  GtkSwitch *hidden_switch;
  GtkWidget *options;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
};

static guint exported_signal;

G_DEFINE_FINAL_TYPE (ForeExportWindow, fore_export_window, ADW_TYPE_WINDOW)

typedef struct {
  ForeExportWindow *window;
  GFile *file;
  char **missing;
} Export;

static void
export_free (Export *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->file);
  g_strfreev (self->missing);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static guint
get_form (ForeExportWindow *self)
{
  return MIN (adw_combo_row_get_selected (self->form_row), G_N_ELEMENTS (forms) - 1);
}

/* --- what was chosen --- */

static const char *
get_text (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text != '\0' ? text : NULL;
}

static ForeExportOptions
read_options (ForeExportWindow *self)
{
  guint has = forms[get_form (self)].has;
  guint layout = has & HAS_LAYOUT ? adw_combo_row_get_selected (self->layout_row) : 0;

  return (ForeExportOptions){
    .title = has & HAS_TITLE ? get_text (self->title_row) : NULL,
    .slides = has & HAS_SLIDES ? get_text (self->slides_row) : NULL,
    .with_hidden = has & HAS_SLIDES && gtk_switch_get_active (self->hidden_switch),
    .steps = has & HAS_STEPS && gtk_switch_get_active (self->steps_switch),
    .notes = layout == LAYOUT_NOTES_BELOW  ? FORE_EXPORT_NOTES_BELOW
             : layout == LAYOUT_NOTES_PAGE ? FORE_EXPORT_NOTES_PAGE
                                           : FORE_EXPORT_NOTES_NONE,
    .per_page = per_page[MIN (layout, G_N_ELEMENTS (per_page) - 1)],
    .paper = (ForeExportPaper) adw_combo_row_get_selected (self->paper_row),
    .fit = (ForeExportFit) adw_combo_row_get_selected (self->fit_row),
    .width = (guint) gtk_spin_button_get_value_as_int (self->width_spin),
    .contact_sheet = has & HAS_PICTURE && gtk_switch_get_active (self->sheet_switch),
  };
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = fore_export_preview_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->deck == NULL)
    return;
  /* A preview that cannot be had says nothing; exporting will. */
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

static void
update_preview (ForeExportWindow *self)
{
  ForeExportOptions options = read_options (self);

  g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  self->preview_cancellable = g_cancellable_new ();
  fore_export_preview_async (self->deck, self->assets, &options,
                             self->preview_cancellable, preview_cb, g_object_ref (self));
}

static gboolean
are_slides_known (ForeExportWindow *self)
{
  ForeExportOptions options = read_options (self);
  g_autoptr (GArray) slides =
    fore_export_options_find_slides (&options, self->deck, NULL);

  return slides != NULL;
}

static void
slides_changed_cb (ForeExportWindow *self)
{
  gboolean known;

  if (self->deck == NULL)
    return;
  known = are_slides_known (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", known);
  if (!known) {
    gtk_widget_add_css_class (GTK_WIDGET (self->slides_row), "error");
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self->slides_row), "error");
  update_preview (self);
}

static void
form_changed_cb (ForeExportWindow *self)
{
  guint has = forms[get_form (self)].has;
  gboolean is_page = (has & HAS_PAGE) != 0;
  gboolean has_layout = (has & HAS_LAYOUT) != 0;
  gboolean is_picture = (has & HAS_PICTURE) != 0;
  guint layout = adw_combo_row_get_selected (self->layout_row);

  gtk_widget_set_visible (GTK_WIDGET (self->title_row), (has & HAS_TITLE) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->slides_row), (has & HAS_SLIDES) != 0);
  gtk_widget_set_visible (self->hidden_row, (has & HAS_SLIDES) != 0);
  gtk_widget_set_visible (self->notes_row, is_page);
  gtk_widget_set_visible (self->fragments_row, is_page);
  gtk_widget_set_visible (self->source_row, is_page);
  gtk_widget_set_visible (GTK_WIDGET (self->layout_row), has_layout);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row),
                          has_layout && layout > 0 && layout != LAYOUT_NOTES_PAGE);
  gtk_widget_set_visible (GTK_WIDGET (self->fit_row), has_layout);
  gtk_widget_set_visible (self->steps_row, (has & HAS_STEPS) != 0);
  gtk_widget_set_visible (self->sheet_row, is_picture);
  gtk_widget_set_visible (self->width_row, is_picture);
  gtk_widget_set_visible (self->options, has != 0);
  slides_changed_cb (self);
}

/* --- writing --- */

static void
set_running (ForeExportWindow *self, gboolean running)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !running);
  gtk_widget_set_sensitive (self->choices, !running);
  gtk_widget_set_visible (self->progress_box, running);
  gtk_label_set_label (self->progress_label, _ ("Exporting…"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
}

static void
progress_cb (guint n_done, guint n_all, gpointer user_data)
{
  ForeExportWindow *self = user_data;
  g_autofree char *text = NULL;

  /* Translators: how many slides are exported, and how many there are */
  text = g_strdup_printf (_ ("%u of %u slides"), n_done, n_all);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / MAX (n_all, 1));
}

static void
tell_not_exported (ForeExportWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_running (self, FALSE);
  name = g_file_get_basename (file);
  /* Translators: the name of a file, and what went wrong */
  text = g_strdup_printf (_ ("“%s” was not written: %s"), name, error->message);
  fore_bar_set_text (self->bar, text);
  fore_bar_set_revealed (self->bar, TRUE);
}

static void
end (Export *export, const GError *error)
{
  if (error != NULL) {
    tell_not_exported (export->window, export->file, error);
    return;
  }
  g_signal_emit (export->window, exported_signal, 0, export->file, export->missing);
  gtk_window_destroy (GTK_WINDOW (export->window));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  fore_export_write_finish (result, NULL, &export->missing, &error);
  end (export, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  fore_picture_export_finish (result, &export->missing, NULL, &error);
  end (export, error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  end (export, error);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    fore_pdf_export_finish (result, &export->missing, NULL, &error);
  GFile *file = export->file;
  GCancellable *cancellable = export->window->cancellable;

  if (bytes == NULL) {
    end (export, error);
    return;
  }
  /* An old file stays until the new one is complete. */
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                                       stored_cb, g_steal_pointer (&export));
}

static void
write_undrawn (ForeExportWindow *self,
               const ForeExportOptions *options,
               GFile *file,
               Export *export)
{
  const ForeExportChoice choice = {
    .format = forms[get_form (self)].format,
    .options = *options,
    .with_notes = gtk_switch_get_active (self->notes_switch),
    .with_fragments = gtk_switch_get_active (self->fragments_switch),
    .with_source = gtk_switch_get_active (self->source_switch),
  };

  fore_export_write_async (self->deck, self->assets, &choice, file, self->cancellable,
                           written_cb, export);
}

void
fore_export_window_write (ForeExportWindow *self, GFile *file)
{
  ForeExportFormat format;
  ForeExportOptions options;
  Export *export;

  g_return_if_fail (FORE_IS_EXPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  format = forms[get_form (self)].format;
  options = read_options (self);
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);

  g_cancellable_cancel (self->preview_cancellable);
  fore_bar_set_revealed (self->bar, FALSE);
  set_running (self, TRUE);
  if (format == FORE_EXPORT_PDF)
    fore_pdf_export_async (self->deck, self->assets, &options, progress_cb, self,
                           self->cancellable, printed_cb, export);
  else if (fore_export_format_is_drawn (format))
    fore_picture_export_async (self->deck, self->assets, &options, format, file,
                               progress_cb, self, self->cancellable, drawn_cb, export);
  else
    write_undrawn (self, &options, file, export);
}

void
fore_export_window_set_format (ForeExportWindow *self, ForeExportFormat format)
{
  g_return_if_fail (FORE_IS_EXPORT_WINDOW (self));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (forms[i].format == format)
      adw_combo_row_set_selected (self->form_row, i);
  }
}

/* --- asking where to --- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (source);
  g_autoptr (GFile) file = fore_dialogs_save_finish (result, NULL);

  /* The window may have been closed below the dialog. */
  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    fore_export_window_write (self, file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (widget);
  g_autofree char *proposal =
    g_strconcat (self->name, forms[get_form (self)].ending, NULL);

  fore_dialogs_save_async (GTK_WINDOW (self), FORE_FILE_EXPORT, self->folder, proposal,
                           self->cancellable, chosen_cb, NULL);
}

/* --- the window --- */

static gboolean
close_request (GtkWindow *window)
{
  g_cancellable_cancel (FORE_EXPORT_WINDOW (window)->cancellable);
  return GTK_WINDOW_CLASS (fore_export_window_parent_class)->close_request (window);
}

static void
dispose (GObject *object)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_pointer (&self->deck, fore_deck_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_EXPORT_WINDOW);
  g_clear_object (&self->assets);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (fore_export_window_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeExportWindow *self = FORE_EXPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->preview_cancellable);
  g_free (self->name);

  G_OBJECT_CLASS (fore_export_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    gssize offset;
  } children[] = {
#define CHILD(name) { #name, G_STRUCT_OFFSET (ForeExportWindow, name) }
    CHILD (bar),          CHILD (choices),          CHILD (preview),
    CHILD (form_row),     CHILD (title_row),        CHILD (slides_row),
    CHILD (notes_row),    CHILD (notes_switch),     CHILD (fragments_row),
    CHILD (source_row),   CHILD (fragments_switch), CHILD (source_switch),
    CHILD (layout_row),   CHILD (paper_row),        CHILD (fit_row),
    CHILD (steps_row),    CHILD (steps_switch),     CHILD (sheet_row),
    CHILD (sheet_switch), CHILD (width_row),        CHILD (width_spin),
    CHILD (hidden_row),   CHILD (hidden_switch),    CHILD (options),
    CHILD (progress_box), CHILD (progress_label),   CHILD (progress_bar),
#undef CHILD
  };

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-export-window.ui");
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, slides_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
}

static void
fore_export_window_class_init (ForeExportWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  GTK_WINDOW_CLASS (class)->close_request = close_request;

  exported_signal =
    g_signal_new ("exported", FORE_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRV);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);

  g_type_ensure (FORE_TYPE_BAR);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
fill_forms (ForeExportWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    gtk_string_list_append (labels, _ (forms[i].label));
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (labels));
  g_signal_connect_swapped (self->form_row, "notify::selected",
                            G_CALLBACK (form_changed_cb), self);
  g_signal_connect_swapped (self->hidden_switch, "notify::active",
                            G_CALLBACK (slides_changed_cb), self);
}

static void
fore_export_window_init (ForeExportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_forms (self);
}

GtkWidget *
fore_export_window_new (GtkWindow *parent,
                        ForeDeck *deck,
                        ForeAssets *assets,
                        GSettings *settings,
                        GFile *folder,
                        const char *name)
{
  ForeExportWindow *self =
    g_object_new (FORE_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  const char *title = fore_deck_get_title (deck);

  self->deck = fore_deck_ref (deck);
  self->assets = g_object_ref (assets);
  self->folder = folder ? g_object_ref (folder) : NULL;
  self->name = g_strdup (name);
  gtk_editable_set_text (self->title_row, title ? title : "");
  g_settings_bind (settings, "export-notes", self->notes_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  form_changed_cb (self);
  return GTK_WIDGET (self);
}
