/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-command.h"

#include "fore-cli.h"
#include "fore-html-export.h"
#include "fore-script.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  char *output;
  char *title;
  char **hosts;
  char **names;
  gboolean no_notes;
  gboolean strict;
  gboolean version;
} Arguments;

typedef struct {
  GMainLoop *loop;
  GBytes *page;
  char **missing;
  GError *error;
} Outcome;

static void
arguments_clear (Arguments *self)
{
  g_free (self->output);
  g_free (self->title);
  g_strfreev (self->hosts);
  g_strfreev (self->names);
}

static gboolean
parse (Arguments *self, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Where to write; “-” is standard output"), N_ ("FILE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title,
      N_ ("The title, in place of the deck’s own"), N_ ("TITLE") },
    { "no-notes", 0, 0, G_OPTION_ARG_NONE, &self->no_notes, N_ ("Leave the notes out"),
      NULL },
    { "allow-host", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->hosts,
      N_ ("Load pictures from this host; may be given again"), N_ ("HOST") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &self->strict,
      N_ ("Fail if anything would be missing from the file"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("DECK"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
    context,
    _ ("Writes a deck as one HTML file that shows it in any browser, without a network.\n"
       "“-” as DECK reads standard input."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (FORE_COMMAND " export");

  return g_option_context_parse (context, argc, argv, error);
}

/* The deck's own folder; text that comes from elsewhere belongs to where we are. */
static GFile *
find_folder (const char *name)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (name, "-") == 0)
    return g_file_new_for_path (".");
  file = g_file_new_for_commandline_arg (name);

  return g_file_get_parent (file);
}

/* Hosts that the user has allowed for good, where the program is installed. */
static void
add_kept_hosts (GStrvBuilder *hosts)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_auto (GStrv) kept = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, FORE_APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "allowed-hosts"))
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  kept = g_settings_get_strv (settings, "allowed-hosts");
  g_strv_builder_addv (hosts, (const char **) kept);
}

static char *
collect_host (const char *address, ForeAddressUse use, gpointer user_data)
{
  g_autofree char *host =
    use != FORE_ADDRESS_LINK ? fore_assets_dup_host (address) : NULL;

  if (host != NULL)
    *(gboolean *) user_data = TRUE;

  return NULL;
}

/* Settings and the cache cost time to open, and most decks that are at hand need neither.
 */
static ForeAssets *
create_assets (const Arguments *self, ForeDeck *deck, const char *name)
{
  g_autoptr (GFile) folder = find_folder (name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (ForeAssetCache) cache = NULL;
  g_auto (GStrv) hosts = NULL;
  gboolean is_remote = FALSE;
  ForeAssets *assets;

  fore_deck_foreach_address (deck, collect_host, &is_remote);
  if (is_remote) {
    cache = fore_asset_cache_new (NULL);
    add_kept_hosts (builder);
  }
  if (self->hosts != NULL)
    g_strv_builder_addv (builder, (const char **) self->hosts);
  hosts = g_strv_builder_end (builder);

  assets = fore_assets_new (cache);
  fore_assets_set_folder (assets, folder);
  fore_assets_set_allowed_hosts (assets, (const char *const *) hosts);

  return assets;
}

/* This week's deck has most of the code and formulas of last week's. */
static ForeDeck *
parse_deck (GBytes *bytes)
{
  g_autofree char *path =
    g_build_filename (g_get_user_cache_dir (), "foredeck", "made", NULL);
  ForeDeck *deck;

  fore_script_open_store (path);
  deck = fore_deck_parse (bytes, NULL);
  fore_script_close_store ();

  return deck;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->page = fore_html_export_finish (result, &outcome->missing, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static int
export_deck (const Arguments *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fore_cli_read (name, &error);
  g_autoptr (ForeDeck) deck = NULL;
  g_autoptr (ForeAssets) assets = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  ForeHtmlOptions options = { self->title, !self->no_notes, self->strict };
  Outcome outcome = { NULL };
  int status = FORE_CLI_DONE;

  if (bytes == NULL)
    return fore_cli_fail ("%s: %s", name, error->message);

  deck = parse_deck (bytes);
  fore_cli_report (name, deck);
  assets = create_assets (self, deck, name);
  loop = outcome.loop = g_main_loop_new (NULL, FALSE);
  fore_html_export_async (deck, assets, &options, NULL, exported_cb, &outcome);
  g_main_loop_run (loop);

  if (outcome.page == NULL) {
    status = fore_cli_fail ("%s: %s", name, outcome.error->message);
  } else if (!fore_cli_write (self->output, outcome.page, &error)) {
    status = fore_cli_fail ("%s: %s", self->output, error->message);
  } else {
    for (char **line = outcome.missing; line != NULL && *line != NULL; line++)
      g_printerr (_ ("%s: not in the file: %s\n"), name, *line);
  }
  g_clear_pointer (&outcome.page, g_bytes_unref);
  g_clear_error (&outcome.error);
  g_strfreev (outcome.missing);

  return status;
}

int
fore_export_command (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Arguments arguments = { NULL };
  int status;

  if (!parse (&arguments, &argc, &argv, &error)) {
    status = fore_cli_misuse ("export", "%s", error->message);
  } else if (arguments.version) {
    g_print ("Foredeck %s\n", FORE_VERSION);
    status = FORE_CLI_DONE;
  } else if (arguments.names == NULL) {
    status = fore_cli_misuse ("export", _ ("Which deck? Name a Markdown file."));
  } else if (g_strv_length (arguments.names) > 1) {
    status = fore_cli_misuse (
      "export", _ ("One deck at a time, please; “%s” is too many."), arguments.names[1]);
  } else if (arguments.output == NULL) {
    status = fore_cli_misuse ("export", _ ("Where to? Name a file with “-o FILE”."));
  } else {
    status = export_deck (&arguments, arguments.names[0]);
  }
  arguments_clear (&arguments);

  return status;
}
