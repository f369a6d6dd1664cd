/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-application.h"

#include "fore-app-resources.h"
#include "fore-dialogs.h"
#include "fore-preferences.h"
#include "fore-present.h"
#include "fore-window.h"
#include "fore-write.h"

#include <glib/gi18n.h>

struct _ForeApplication {
  AdwApplication parent_instance;

  GSettings *settings;
  ForeAssetCache *cache;
  ForeStage *spare_stage; /* NULL once it is taken */
  ForeRecents *recents;
  ForePlaces *places;
  ForeLeftBehind *left_behind;
  ForeCutShort *cut_short;
  gboolean quitting;
};

G_DEFINE_FINAL_TYPE (ForeApplication, fore_application, ADW_TYPE_APPLICATION)

#define RESOURCES "/io/github/foredeck/Foredeck"

/* --- Windows --- */

static ForeWindow *
active_window (ForeApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next) {
    /* Shows and preferences are windows of the application too. */
    if (FORE_IS_WINDOW (item->data))
      return item->data;
  }
  return NULL;
}

static ForeWindow *
make_window (ForeApplication *self)
{
  return FORE_WINDOW (fore_window_new (self));
}

ForeWindow *
fore_application_new_window (ForeApplication *self)
{
  ForeWindow *window;

  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  window = make_window (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static ForeWindow *
find_window_of_file (ForeApplication *self, GFile *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next) {
    GFile *other = FORE_IS_WINDOW (item->data) ? fore_window_get_file (item->data) : NULL;

    if (other != NULL && g_file_equal (file, other))
      return item->data;
  }
  return NULL;
}

/* Returns: a window in which nothing is lost if something is opened there. */
static ForeWindow *
take_window (ForeApplication *self, ForeWindow *window)
{
  if (window != NULL && fore_window_is_untouched (window))
    return window;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next) {
    if (FORE_IS_WINDOW (item->data) && fore_window_is_untouched (item->data))
      return item->data;
  }
  return make_window (self);
}

void
fore_application_open_file (ForeApplication *self,
                            GFile *file,
                            ForeWindow *window,
                            ForeShowRequest *request)
{
  ForeWindow *taken;

  g_return_if_fail (FORE_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  taken = find_window_of_file (self, file);
  if (taken == NULL) {
    taken = take_window (self, window);
    fore_window_open_file (taken, file, request);
  } else if (request != NULL && fore_window_get_document (taken) != NULL) {
    fore_window_start_show (taken, request);
    return;
  }
  gtk_window_present (GTK_WINDOW (taken));
}

static void
open_resource (ForeApplication *self, ForeWindow *window, const char *path)
{
  /* A resource of the program itself is always there. */
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  window = take_window (self, window);
  fore_window_open_text (window, g_bytes_get_data (bytes, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

void
fore_application_new_deck (ForeApplication *self, ForeWindow *window)
{
  g_return_if_fail (FORE_IS_APPLICATION (self));

  open_resource (self, window, RESOURCES "/templates/new-deck.md");
}

void
fore_application_open_sample (ForeApplication *self, ForeWindow *window)
{
  g_return_if_fail (FORE_IS_APPLICATION (self));

  open_resource (self, window, RESOURCES "/templates/sample.md");
}

/* --- Texts that were left behind --- */

static void
restore_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeApplication *self = user_data;
  g_autoptr (GPtrArray) copies = fore_left_behind_take (self->left_behind);

  for (guint i = 0; i < copies->len; i++) {
    ForeRecovered *copy = g_ptr_array_index (copies, i);
    GFile *file = fore_recovered_get_file (copy);
    ForeWindow *window = file ? find_window_of_file (self, file) : NULL;

    /* A window that has the same file, and no changes of its own, gets them here. */
    if (window == NULL || fore_window_has_changes (window))
      window = take_window (self, active_window (self));
    fore_window_recover (window, copy);
    gtk_window_present (GTK_WINDOW (window));
  }
}

static void
forget_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeApplication *self = user_data;
  ForeWindow *window = active_window (self);
  g_autoptr (GPtrArray) copies = fore_left_behind_take (self->left_behind);

  if (window != NULL && copies->len > 0)
    fore_window_offer_undo (window, copies);
}

/* --- A talk that was cut short --- */

static void
resume_talk_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeApplication *self = user_data;
  g_autoptr (ForeInterrupted) talk = fore_cut_short_take (self->cut_short);
  g_autoptr (ForeShowRequest) request = NULL;

  if (talk == NULL)
    return;
  request = fore_show_request_new (FORE_SHOW_SCREENS, 0);
  request->interrupted = g_object_ref (talk);
  fore_application_open_file (self, fore_interrupted_get_file (talk),
                              active_window (self), request);
}

static void
forget_talk_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeApplication *self = user_data;
  g_autoptr (ForeInterrupted) talk = fore_cut_short_take (self->cut_short);

  if (talk != NULL)
    fore_interrupted_discard (talk);
}

/* --- Commands --- */

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_application_new_window (user_data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ForeApplication *self = user_data;
  GtkWidget *preferences = fore_preferences_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                GTK_WINDOW (active_window (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fore_dialogs_show_about (GTK_WINDOW (active_window (user_data)));
}

static void quit_next (ForeApplication *self);

static void
quit_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeApplication) self = user_data;

  if (!fore_window_confirm_close_finish (FORE_WINDOW (source), result)) {
    self->quitting = FALSE;
    return;
  }
  fore_window_close_now (FORE_WINDOW (source));
  quit_next (self);
}

/* One question at a time; the first “Cancel” keeps all windows that are left. */
static void
quit_next (ForeApplication *self)
{
  ForeWindow *window = active_window (self);

  if (window != NULL)
    fore_window_confirm_close_async (window, quit_confirmed_cb, g_object_ref (self));
  else
    self->quitting = FALSE;
}

static void
quit (ForeApplication *self)
{
  if (self->quitting)
    return;
  self->quitting = TRUE;
  quit_next (self);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  quit (user_data);
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "about", about_action },
  { "quit", quit_action },
  { "restore", restore_action },
  { "forget", forget_action },
  { "resume-talk", resume_talk_action },
  { "forget-talk", forget_talk_action },
};

static const struct {
  const char *action;
  const char *accels[4];
} accels[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.close", { "<Control>w" } },
  { "win.find", { "<Control>f" } },
  { "win.replace", { "<Control>h" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.go-to-slide", { "<Control>j" } },
  { "win.go-to-line", { "<Control>i" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-normal", { "<Control>0", "<Control>KP_0" } },
  { "win.next-problem", { "F8" } },
  { "win.previous-problem", { "<Shift>F8" } },
  { "win.slide-list", { "F9" } },
  { "win.problems", { "<Control><Shift>m" } },
  { "win.follow", { "<Control><Shift>l" } },
  { "win.view-mode::source", { "<Alt>1" } },
  { "win.view-mode::both", { "<Alt>2" } },
  { "win.view-mode::slides", { "<Alt>3" } },
  { "win.next-slide", { "<Control>Page_Down" } },
  { "win.previous-slide", { "<Control>Page_Up" } },
  { "win.present", { "F5" } },
  { "win.present-here", { "<Shift>F5" } },
};

/* --- The life of the program --- */

static void
color_scheme_changed_cb (ForeApplication *self)
{
  const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (
    adw_application_get_style_manager (ADW_APPLICATION (self)),
    schemes[CLAMP (scheme, 0, (int) G_N_ELEMENTS (schemes) - 1)]);
}

static ForeStage *
create_stage (ForeApplication *self)
{
  g_autoptr (ForeAssets) assets = fore_assets_new (self->cache);

  return g_object_ref_sink (
    FORE_STAGE (fore_stage_new (assets, FORE_STAGE_PREVIEW, NULL)));
}

static void
startup (GApplication *application)
{
  ForeApplication *self = FORE_APPLICATION (application);

  gtk_init ();
  self->cache = fore_asset_cache_new (NULL);
  /* First of all: a web process takes longer to start than all that follows. */
  self->spare_stage = create_stage (self);

  /* The style sheet, which is loaded next, takes in theirs. */
  fore_present_register_resources ();
  fore_write_register_resources ();
  G_APPLICATION_CLASS (fore_application_parent_class)->startup (application);

  fore_write_init ();
  self->settings = g_settings_new (FORE_APP_ID);
  self->recents = fore_recents_new (gtk_recent_manager_get_default ());
  self->places = fore_places_new (NULL);

  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (color_scheme_changed_cb), self, G_CONNECT_SWAPPED);
  color_scheme_changed_cb (self);

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);
  self->left_behind = fore_left_behind_new ();
  self->cut_short = fore_cut_short_new ();
}

static void
activate (GApplication *application)
{
  ForeApplication *self = FORE_APPLICATION (application);
  ForeWindow *window = active_window (self);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    fore_application_new_window (self);
}

static void
open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    fore_application_open_file (FORE_APPLICATION (application), files[i], NULL, NULL);
}

static void
open_arguments (ForeApplication *self,
                GApplicationCommandLine *line,
                char **arguments,
                ForeShowRequest *request)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  ForeWindow *window = NULL;

  if (g_variant_dict_contains (options, "new-window"))
    window = fore_application_new_window (self);
  else if (*arguments == NULL)
    g_application_activate (G_APPLICATION (self));

  for (; *arguments != NULL; arguments++) {
    g_autoptr (GFile) file =
      g_application_command_line_create_file_for_arg (line, *arguments);

    fore_application_open_file (self, file, window, request);
  }
}

static int
command_line (GApplication *application, GApplicationCommandLine *line)
{
  g_autoptr (ForeShowRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;
  gboolean present;
  int n_arguments;

  arguments = g_application_command_line_get_arguments (line, &n_arguments);
  present = n_arguments > 1 && g_str_equal (arguments[1], "present");
  if (present && n_arguments != 3) {
    g_application_command_line_printerr (line, "%s\n",
                                         _ ("“present” needs the file of one deck."));
    return 2;
  }
  if (present)
    request = fore_show_request_read (g_application_command_line_get_options_dict (line),
                                      gdk_display_get_default (), &error);
  if (error != NULL) {
    g_application_command_line_printerr (line, "%s\n", error->message);
    return 2;
  }
  open_arguments (FORE_APPLICATION (application), line, arguments + (present ? 2 : 1),
                  request);
  return 0;
}

static int
handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("%s %s\n", FORE_COMMAND_NAME, FORE_VERSION);
  return 0;
}

/* The session ends: whoever has unsaved text is asked, and the session waits for that. */
static void
query_end_cb (ForeApplication *self)
{
  quit (self);
}

static void
dispose (GObject *object)
{
  ForeApplication *self = FORE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->spare_stage);
  g_clear_object (&self->cache);
  g_clear_object (&self->recents);
  g_clear_object (&self->places);
  g_clear_object (&self->left_behind);
  g_clear_object (&self->cut_short);

  G_OBJECT_CLASS (fore_application_parent_class)->dispose (object);
}

static void
fore_application_class_init (ForeApplicationClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  object_class->dispose = dispose;
  application_class->startup = startup;
  application_class->activate = activate;
  application_class->open = open;
  application_class->command_line = command_line;
  application_class->handle_local_options = handle_local_options;
}

static const GOptionEntry options[] = {
  { "new-window", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_ ("Open a new window"), NULL },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_ ("Show the version and exit"), NULL },
  { NULL },
};

static void
fore_application_init (ForeApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_resources_register (fore_app_get_resource ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  g_application_add_main_option_entries (application, options);
  fore_show_request_add_options (application);
  g_application_set_option_context_parameter_string (application,
                                                     _ ("[present] [FILE…]"));
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
}

ForeApplication *
fore_application_new (const char *application_id)
{
  return g_object_new (FORE_TYPE_APPLICATION, "application-id", application_id,
                       "resource-base-path", RESOURCES, "register-session", TRUE, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE |
                         (application_id ? 0 : G_APPLICATION_NON_UNIQUE),
                       NULL);
}

GSettings *
fore_application_get_settings (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->settings;
}

ForeAssetCache *
fore_application_get_cache (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->cache;
}

ForeStage *
fore_application_take_stage (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  if (self->spare_stage != NULL)
    return g_steal_pointer (&self->spare_stage);
  return create_stage (self);
}

ForeRecents *
fore_application_get_recents (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->recents;
}

ForePlaces *
fore_application_get_places (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->places;
}

ForeLeftBehind *
fore_application_get_left_behind (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->left_behind;
}

ForeCutShort *
fore_application_get_cut_short (ForeApplication *self)
{
  g_return_val_if_fail (FORE_IS_APPLICATION (self), NULL);

  return self->cut_short;
}

static void
places_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fore_places_save_finish (FORE_PLACES (source), result, &error))
    g_warning ("The places in the decks could not be kept: %s", error->message);
  g_application_release (G_APPLICATION (self));
}

void
fore_application_save_places (ForeApplication *self)
{
  g_return_if_fail (FORE_IS_APPLICATION (self));

  g_application_hold (G_APPLICATION (self));
  fore_places_save_async (self->places, NULL, places_saved_cb, g_object_ref (self));
}
