/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-ready-window.h"

#include "fore-document-fix.h"
#include "fore-rule.h"
#include "fore-severity.h"

#include <glib/gi18n.h>

/* More of one kind are not listed: whoever has so many begins with these. */
#define MAX_ROWS 30

struct _ForeReadyWindow {
  AdwWindow parent_instance;

  ForeDocument *document;
  ForeProblemModel *problems;
  ForeInspector *inspector;

  GtkBox *groups;
  GtkWidget *present_button;
  AdwActionRow *verdict_row;
  GtkImage *verdict_image;
  GtkSpinner *spinner;
  AdwActionRow *screen_row;
  GPtrArray *rule_groups; /* the groups below, borrowed */
};

static guint go_to_signal;

G_DEFINE_FINAL_TYPE (ForeReadyWindow, fore_ready_window, ADW_TYPE_WINDOW)

/* --- what is above --- */

static void
update_verdict (ForeReadyWindow *self)
{
  guint n_serious =
    fore_problem_model_get_n_problems (self->problems, FORE_SEVERITY_WARNING);
  gboolean busy = fore_inspector_get_busy (self->inspector);
  const char *classes[] = { n_serious > 0 ? "warning" : "success", NULL };
  g_autofree char *text = NULL;

  if (n_serious > 0)
    text = g_strdup_printf (ngettext ("%u problem", "%u problems", n_serious), n_serious);
  else
    text = g_strdup (busy ? _ ("The slides are being measured") : _ ("Ready to present"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row), text);
  gtk_image_set_from_icon_name (self->verdict_image, n_serious > 0
                                                       ? "dialog-warning-symbolic"
                                                       : "emblem-ok-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict_image), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
update_screens (ForeReadyWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  gboolean second = g_list_model_get_n_items (gdk_display_get_monitors (display)) > 1;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->screen_row),
                                 second ? _ ("A second screen is there")
                                        : _ ("No second screen"));
  adw_action_row_set_subtitle (self->screen_row,
                               second ? _ ("It shows the slides, and this one the "
                                           "speaker view.")
                                      : _ ("Without one, the audience sees only the "
                                           "slides, and so do you."));
}

/* --- the findings --- */

static const char *
get_title (const ForeDiagnostic *finding)
{
  const ForeRule *rule = fore_rule_find (fore_diagnostic_get_rule (finding));

  if (rule != NULL)
    return _ (rule->summary);
  if (fore_diagnostic_get_severity (finding) == FORE_SEVERITY_INFO)
    return _ ("HedgeDoc would show it otherwise");
  return _ ("What cannot be read");
}

static GtkWidget *
create_button (const char *label, const char *action, guint position, guint fix)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", position, fix);

  return button;
}

/* The first that the source allows; the list of problems has the others. */
static void
add_fix (ForeReadyWindow *self,
         AdwActionRow *row,
         ForeDiagnostic *finding,
         guint position)
{
  ForeDeck *deck = fore_problem_model_get_deck (self->problems);

  for (guint fix = FORE_FIX_UNQUOTE; fix <= FORE_FIX_SHRINK; fix <<= 1) {
    g_autoptr (ForeEdit) edit = NULL;

    if (fore_diagnostic_get_fixes (finding) & fix)
      edit = fore_fix_plan (deck, finding, fix);
    if (edit == NULL || fix == FORE_FIX_DESCRIBE)
      continue;
    adw_action_row_add_suffix (
      row, create_button (fore_fix_get_name (fix), "ready.fix", position, fix));
    return;
  }
}

static GtkWidget *
create_row (ForeReadyWindow *self, ForeDiagnostic *finding, guint position)
{
  GtkWidget *row = adw_action_row_new ();
  ForeDeck *deck = fore_problem_model_get_deck (self->problems);
  guint line = fore_diagnostic_get_line (finding);
  /* Translators: the number of a slide, counted in reading order, and of a line */
  g_autofree char *place = g_strdup_printf (_ ("Slide %u · line %u"),
                                            fore_deck_find_line (deck, line) + 1, line);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 fore_diagnostic_get_message (finding));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  add_fix (self, ADW_ACTION_ROW (row), finding, position);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_button (_ ("Go to"), "ready.go-to", position, 0));

  return row;
}

/* One pass for each severity, so that what matters most comes first. */
static void
add_groups (ForeReadyWindow *self, ForeSeverity severity)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  ForeDiagnostic *finding;

  for (guint i = 0;
       (finding = fore_problem_model_get_diagnostic (self->problems, i)) != NULL; i++) {
    const char *title = get_title (finding);
    AdwPreferencesGroup *group = g_hash_table_lookup (groups, title);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, group));

    if (fore_diagnostic_get_severity (finding) != severity || (group && n >= MAX_ROWS))
      continue;
    if (group == NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, title);
      gtk_box_append (self->groups, GTK_WIDGET (group));
      g_ptr_array_add (self->rule_groups, group);
      g_hash_table_insert (groups, (gpointer) title, group);
    }
    adw_preferences_group_add (group, create_row (self, finding, i));
    g_hash_table_insert (counts, group, GUINT_TO_POINTER (n + 1));
  }
}

static void
update (ForeReadyWindow *self)
{
  for (guint i = 0; i < self->rule_groups->len; i++)
    gtk_box_remove (self->groups, self->rule_groups->pdata[i]);
  g_ptr_array_set_size (self->rule_groups, 0);
  add_groups (self, FORE_SEVERITY_ERROR);
  add_groups (self, FORE_SEVERITY_WARNING);
  add_groups (self, FORE_SEVERITY_INFO);
  update_verdict (self);
}

/* --- commands --- */

static void
go_to (ForeReadyWindow *self, guint line, guint column)
{
  g_signal_emit (self, go_to_signal, 0, line, column);
  gtk_window_close (GTK_WINDOW (self));
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeReadyWindow *self = FORE_READY_WINDOW (widget);
  ForeDiagnostic *finding;
  guint position;

  g_variant_get (parameter, "(uu)", &position, NULL);
  finding = fore_problem_model_get_diagnostic (self->problems, position);
  if (finding != NULL)
    go_to (self, fore_diagnostic_get_line (finding),
           fore_diagnostic_get_column (finding));
}

static void
fix_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ForeReadyWindow *self = FORE_READY_WINDOW (widget);
  ForeDiagnostic *finding;
  ForePlace place;
  guint position, fix;

  g_variant_get (parameter, "(uu)", &position, &fix);
  finding = fore_problem_model_get_diagnostic (self->problems, position);
  if (finding != NULL)
    fore_document_fix (self->document, finding, fix, &place);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.present", NULL);
}

/* --- the window --- */

static void
dispose (GObject *object)
{
  ForeReadyWindow *self = FORE_READY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FORE_TYPE_READY_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->problems);
  g_clear_object (&self->inspector);

  G_OBJECT_CLASS (fore_ready_window_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (FORE_READY_WINDOW (object)->rule_groups);

  G_OBJECT_CLASS (fore_ready_window_parent_class)->finalize (object);
}

static void
fore_ready_window_class_init (ForeReadyWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  go_to_signal =
    g_signal_new ("go-to", FORE_TYPE_READY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "ready.go-to", "(uu)", go_to_action);
  gtk_widget_class_install_action (widget_class, "ready.fix", "(uu)", fix_action);
  gtk_widget_class_install_action (widget_class, "ready.present", NULL, present_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foredeck/Foredeck/ui/fore-ready-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, verdict_image);
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ForeReadyWindow, screen_row);
}

static void
fore_ready_window_init (ForeReadyWindow *self)
{
  self->rule_groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
listen (ForeReadyWindow *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

GtkWidget *
fore_ready_window_new (GtkWindow *parent,
                       ForeDocument *document,
                       ForeInspector *inspector)
{
  ForeReadyWindow *self =
    g_object_new (FORE_TYPE_READY_WINDOW, "transient-for", parent, NULL);
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  self->document = g_object_ref (document);
  self->problems = g_object_ref (fore_document_get_problems (document));
  self->inspector = g_object_ref (inspector);
  listen (self, self->problems, "items-changed", G_CALLBACK (update));
  listen (self, inspector, "notify::busy", G_CALLBACK (update_verdict));
  listen (self, gdk_display_get_monitors (display), "items-changed",
          G_CALLBACK (update_screens));
  update_screens (self);
  update (self);

  return GTK_WIDGET (self);
}
