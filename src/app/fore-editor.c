/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-editor.h"

#include "fore-divider.h"
#include "fore-page-problems.h"
#include "fore-preview.h"
#include "fore-problem-list.h"
#include "fore-slide-pane.h"
#include "fore-source-pane.h"
#include "fore-status-line.h"
#include "fore-thumbnailer.h"

/* Caret and preview follow each other by the number of the slide, never by pixels. Each
 * side is moved only if it stands on another slide, and neither the source pane nor the
 * stage reports a move that it was told to make: so there is no loop. */

struct _ForeEditor {
  GtkWidget parent_instance;

  ForeDocument *document;
  GSettings *settings;
  ForeStage *stage;
  ForeAssets *assets;
  ForeThumbnailer *thumbnailer;

  ForeViewMode view_mode;
  ForePage page;
  gboolean slide_list_shown;
  gboolean problems_shown;
  gboolean follow;
  gboolean narrow;
  gboolean placed; /* whether the panes have got their remembered widths */

  GtkWidget *box;
  GtkPaned *problems_paned;
  GtkPaned *list_paned;
  GtkPaned *source_paned;
  GtkOverlay *list_overlay;
  GtkScrolledWindow *thumbnail_bin;
  ForeSlidePane *slide_pane;
  ForeSourcePane *source_pane;
  ForePreview *preview;
  ForeProblemList *problem_list;
  ForeStatusLine *status_line;
};

enum {
  PROP_DOCUMENT = 1,
  PROP_SETTINGS,
  PROP_STAGE,
  PROP_VIEW_MODE,
  PROP_SLIDE_LIST_SHOWN,
  PROP_PROBLEMS_SHOWN,
  PROP_FOLLOW,
  PROP_NARROW,
  PROP_PAGE,
  PROP_INDEX,
  N_PROPS
};
enum { LINK_ACTIVATED, PREVIEW_RECOVERED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ForeEditor, fore_editor, GTK_TYPE_WIDGET)

static void
update_panes (ForeEditor *self)
{
  gboolean list, source, preview;

  if (self->narrow) {
    list = self->page == FORE_PAGE_LIST;
    source = self->page == FORE_PAGE_SOURCE;
    preview = self->page == FORE_PAGE_PREVIEW;
  } else {
    list = self->slide_list_shown;
    source = self->view_mode != FORE_VIEW_SLIDES;
    preview = self->view_mode != FORE_VIEW_SOURCE;
  }

  gtk_widget_set_visible (GTK_WIDGET (self->list_overlay), list);
  gtk_widget_set_visible (GTK_WIDGET (self->source_pane), source);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (GTK_WIDGET (self->source_paned), source || preview);
}

/* --- Who follows whom --- */

static void
show_caret_slide (ForeEditor *self)
{
  fore_preview_show_slide (self->preview, fore_source_pane_get_index (self->source_pane));
}

static void
caret_moved_cb (ForeEditor *self)
{
  /* The source pane reports its first index while the template is built. */
  if (self->follow && self->preview != NULL)
    show_caret_slide (self);
}

static void
user_moved_cb (ForeEditor *self)
{
  if (self->follow)
    fore_source_pane_go_to_slide (self->source_pane,
                                  fore_preview_get_index (self->preview));
}

static void
stage_index_changed_cb (ForeEditor *self)
{
  fore_slide_pane_set_index (self->slide_pane, fore_preview_get_index (self->preview));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDEX]);
}

static void
deck_changed_cb (ForeEditor *self)
{
  ForeDeck *deck = fore_document_get_deck (self->document);

  fore_preview_set_deck (self->preview, deck);
  fore_status_line_follow (self->status_line, deck, self->stage);
  fore_thumbnailer_set_deck (self->thumbnailer, deck);
  /* A slide that was typed, pasted or taken out above moves the caret's slide. */
  if (self->follow)
    show_caret_slide (self);
}

static void
slide_activated_cb (ForeEditor *self, guint index)
{
  fore_editor_go_to_slide (self, index);
  if (self->narrow && self->page == FORE_PAGE_LIST)
    g_object_set (self, "page", FORE_PAGE_PREVIEW, NULL);
}

static void
problem_activated_cb (ForeEditor *self, guint line, guint column)
{
  fore_editor_go_to_line (self, line, column);
}

static void
link_activated_cb (ForeEditor *self, const char *uri)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri);
}

static void
recovered_cb (ForeEditor *self)
{
  g_signal_emit (self, signals[PREVIEW_RECOVERED], 0);
}

static void
file_changed_cb (ForeEditor *self)
{
  GFile *file = fore_document_get_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;

  fore_assets_set_folder (self->assets, folder);
}

static void
hosts_allowed_cb (ForeEditor *self)
{
  fore_thumbnailer_reload (self->thumbnailer);
}

/* --- Widths of the panes --- */

static void
place_panes (ForeEditor *self, int width)
{
  int list_width = g_settings_get_int (self->settings, "slide-list-width");
  double share = g_settings_get_double (self->settings, "source-share");

  gtk_paned_set_position (self->list_paned, MIN (list_width, width / 3));
  if (self->slide_list_shown)
    width -= MIN (list_width, width / 3);
  gtk_paned_set_position (self->source_paned, (int) (share * width));
}

/* No layout manager here: the panes get their places before the first allocation. */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (FORE_EDITOR (widget)->box);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (FORE_EDITOR (widget)->box, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ForeEditor *self = FORE_EDITOR (widget);

  if (!self->placed && !self->narrow) {
    self->placed = TRUE;
    place_panes (self, width);
  }
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  ForeEditor *self = FORE_EDITOR (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->source_pane)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->source_pane));
  return gtk_widget_grab_focus (GTK_WIDGET (fore_preview_get_stage (self->preview)));
}

void
fore_editor_store_layout (ForeEditor *self)
{
  int width;

  g_return_if_fail (FORE_IS_EDITOR (self));

  if (!self->placed || self->narrow)
    return;

  if (self->slide_list_shown)
    g_settings_set_int (self->settings, "slide-list-width",
                        MAX (80, gtk_paned_get_position (self->list_paned)));
  width = gtk_widget_get_width (GTK_WIDGET (self->source_paned));
  if (self->view_mode == FORE_VIEW_BOTH && width > 0)
    g_settings_set_double (
      self->settings, "source-share",
      CLAMP ((double) gtk_paned_get_position (self->source_paned) / width, 0.0, 1.0));
}

/* --- Construction --- */

static void
listen (ForeEditor *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
make_preview (ForeEditor *self)
{
  ForeProblemModel *problems = fore_document_get_problems (self->document);

  self->preview = FORE_PREVIEW (fore_preview_new (self->stage, self->settings));
  gtk_paned_set_end_child (self->source_paned, GTK_WIDGET (self->preview));
  listen (self, self->preview, "user-moved", G_CALLBACK (user_moved_cb));
  listen (self, self->preview, "link-activated", G_CALLBACK (link_activated_cb));
  listen (self, self->preview, "recovered", G_CALLBACK (recovered_cb));
  listen (self, self->preview, "hosts-allowed", G_CALLBACK (hosts_allowed_cb));
  listen (self, self->stage, "notify::index", G_CALLBACK (stage_index_changed_cb));

  fore_status_line_set_problems (self->status_line, problems);
  fore_page_problems_connect (self->stage, problems);
}

static void
bind_settings (ForeEditor *self)
{
  const GSettingsBindFlags read = G_SETTINGS_BIND_GET;

  g_settings_bind (self->settings, "monospace", self->source_pane, "monospace", read);
  g_settings_bind (self->settings, "wrap", self->source_pane, "wrap", read);
  g_settings_bind (self->settings, "line-numbers", self->source_pane, "line-numbers",
                   read);
  g_settings_bind (self->settings, "source-zoom", self->source_pane, "zoom",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
constructed (GObject *object)
{
  ForeEditor *self = FORE_EDITOR (object);

  G_OBJECT_CLASS (fore_editor_parent_class)->constructed (object);

  self->assets = g_object_ref (fore_stage_get_assets (self->stage));
  listen (self, self->document, "notify::file", G_CALLBACK (file_changed_cb));
  file_changed_cb (self);

  make_preview (self);
  self->thumbnailer = fore_thumbnailer_new (self->slide_pane, self->thumbnail_bin,
                                            self->assets, self->stage);
  bind_settings (self);

  fore_source_pane_set_document (self->source_pane, self->document);
  fore_slide_pane_set_document (self->slide_pane, self->document);
  fore_problem_list_set_document (self->problem_list, self->document);
  listen (self, self->document, "notify::deck", G_CALLBACK (deck_changed_cb));
  deck_changed_cb (self);
  update_panes (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeEditor *self = FORE_EDITOR (object);

  switch (id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_SETTINGS:
    g_value_set_object (value, self->settings);
    break;
  case PROP_STAGE:
    g_value_set_object (value, self->stage);
    break;
  case PROP_VIEW_MODE:
    g_value_set_enum (value, self->view_mode);
    break;
  case PROP_SLIDE_LIST_SHOWN:
    g_value_set_boolean (value, self->slide_list_shown);
    break;
  case PROP_PROBLEMS_SHOWN:
    g_value_set_boolean (value, self->problems_shown);
    break;
  case PROP_FOLLOW:
    g_value_set_boolean (value, self->follow);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_PAGE:
    g_value_set_enum (value, self->page);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, fore_editor_get_index (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_view_mode (ForeEditor *self, ForeViewMode mode)
{
  self->view_mode = mode;
  /* In a narrow window the commands for the views still choose what is seen. */
  if (mode == FORE_VIEW_SOURCE)
    self->page = FORE_PAGE_SOURCE;
  else if (mode == FORE_VIEW_SLIDES)
    self->page = FORE_PAGE_PREVIEW;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ForeEditor *self = FORE_EDITOR (object);

  switch (id) {
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    return;
  case PROP_SETTINGS:
    self->settings = g_value_dup_object (value);
    return;
  case PROP_STAGE:
    self->stage = g_value_dup_object (value);
    return;
  case PROP_VIEW_MODE:
    set_view_mode (self, g_value_get_enum (value));
    break;
  case PROP_SLIDE_LIST_SHOWN:
    self->slide_list_shown = g_value_get_boolean (value);
    break;
  case PROP_PROBLEMS_SHOWN:
    self->problems_shown = g_value_get_boolean (value);
    return;
  case PROP_FOLLOW:
    self->follow = g_value_get_boolean (value);
    caret_moved_cb (self);
    return;
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    break;
  case PROP_PAGE:
    self->page = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }

  if (self->preview != NULL)
    update_panes (self);
}

static void
dispose (GObject *object)
{
  ForeEditor *self = FORE_EDITOR (object);

  g_clear_object (&self->thumbnailer);
  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_EDITOR);
  g_clear_object (&self->assets);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (fore_editor_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags construct_only =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, FORE_TYPE_DOCUMENT, construct_only);
  props[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, construct_only);
  props[PROP_STAGE] =
    g_param_spec_object ("stage", NULL, NULL, FORE_TYPE_STAGE, construct_only);
  props[PROP_VIEW_MODE] = g_param_spec_enum ("view-mode", NULL, NULL, FORE_TYPE_VIEW_MODE,
                                             FORE_VIEW_BOTH, flags);
  props[PROP_SLIDE_LIST_SHOWN] =
    g_param_spec_boolean ("slide-list-shown", NULL, NULL, TRUE, flags);
  props[PROP_PROBLEMS_SHOWN] =
    g_param_spec_boolean ("problems-shown", NULL, NULL, FALSE, flags);
  props[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, TRUE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_PAGE] =
    g_param_spec_enum ("page", NULL, NULL, FORE_TYPE_PAGE, FORE_PAGE_SOURCE, flags);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FORE_TYPE_SLIDE_PANE);
  g_type_ensure (FORE_TYPE_SOURCE_PANE);
  g_type_ensure (FORE_TYPE_PROBLEM_LIST);
  g_type_ensure (FORE_TYPE_STATUS_LINE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, box);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, problems_paned);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, list_paned);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, source_paned);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, list_overlay);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, thumbnail_bin);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, slide_pane);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, source_pane);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, problem_list);
  gtk_widget_class_bind_template_child (widget_class, ForeEditor, status_line);
  gtk_widget_class_bind_template_callback (widget_class, slide_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, caret_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
}

static void
fore_editor_class_init (ForeEditorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = constructed;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->grab_focus = grab_focus;

  install_properties (object_class);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", FORE_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PREVIEW_RECOVERED] =
    g_signal_new ("preview-recovered", FORE_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
fore_editor_init (ForeEditor *self)
{
  self->view_mode = FORE_VIEW_BOTH;
  self->page = FORE_PAGE_SOURCE;
  self->slide_list_shown = TRUE;
  self->follow = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  fore_divider_halve_on_double_click (self->source_paned);
}

GtkWidget *
fore_editor_new (ForeDocument *document, GSettings *settings, ForeStage *stage)
{
  return g_object_new (FORE_TYPE_EDITOR, "document", document, "settings", settings,
                       "stage", stage, NULL);
}

ForeDocument *
fore_editor_get_document (ForeEditor *self)
{
  g_return_val_if_fail (FORE_IS_EDITOR (self), NULL);

  return self->document;
}

ForeAssets *
fore_editor_get_assets (ForeEditor *self)
{
  g_return_val_if_fail (FORE_IS_EDITOR (self), NULL);

  return self->assets;
}

ForeStage *
fore_editor_get_stage (ForeEditor *self)
{
  g_return_val_if_fail (FORE_IS_EDITOR (self), NULL);

  return fore_preview_get_stage (self->preview);
}

guint
fore_editor_get_index (ForeEditor *self)
{
  g_return_val_if_fail (FORE_IS_EDITOR (self), 0);

  return fore_preview_get_index (self->preview);
}

void
fore_editor_go_to_slide (ForeEditor *self, guint index)
{
  g_return_if_fail (FORE_IS_EDITOR (self));

  fore_preview_show_slide (self->preview, index);
  fore_source_pane_go_to_slide (self->source_pane, index);
}

void
fore_editor_go_to_line (ForeEditor *self, guint line, guint column)
{
  g_return_if_fail (FORE_IS_EDITOR (self));

  fore_source_pane_go_to_line (self->source_pane, line, column);
  show_caret_slide (self);
}

guint
fore_editor_get_line (ForeEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter caret;

  g_return_val_if_fail (FORE_IS_EDITOR (self), 1);

  buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (self->document));
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&caret) + 1;
}

void
fore_editor_ask_for_slide (ForeEditor *self)
{
  g_return_if_fail (FORE_IS_EDITOR (self));

  fore_status_line_ask_for_slide (self->status_line);
}

void
fore_editor_activate_source_action (ForeEditor *self, const char *name)
{
  g_return_if_fail (FORE_IS_EDITOR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->source_pane)))
    g_object_set (self, "view-mode", self->narrow ? self->view_mode : FORE_VIEW_BOTH,
                  "page", FORE_PAGE_SOURCE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->source_pane), name, NULL);
}
