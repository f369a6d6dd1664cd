/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-export-arguments.h"

#include "fore-cli.h"
#include "fore-embedded-source.h"
#include "fore-script.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* What was written, before it is known what it means. */
typedef struct {
  char *format;
  char *notes;
  char *fit;
  char *paper;
  int per_page;
  int width;
  gboolean folder;
  char **names;
  gboolean version;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->format);
  g_free (self->notes);
  g_free (self->fit);
  g_free (self->paper);
  g_strfreev (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

void
fore_export_arguments_clear (ForeExportArguments *self)
{
  g_free (self->name);
  g_free (self->output);
  g_free ((char *) self->options.title);
  g_free ((char *) self->options.slides);
  g_strfreev (self->hosts);
}

/* NOLINTNEXTLINE(readability-function-size): a table */
static gboolean
parse_words (
  ForeExportArguments *self, Words *words, int *argc, char ***argv, GError **error)
{
  ForeExportOptions *options = &self->options;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Where to write; “-” is standard output"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("What to write, if the ending of FILE does not tell: html, pdf, png, webp, md, "
          "notes, txt or pdfpc"),
      N_ ("FORM") },
    { "title", 0, 0, G_OPTION_ARG_STRING, (gpointer) &options->title,
      N_ ("The title, in place of the deck’s own"), N_ ("TITLE") },
    { "allow-host", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->hosts,
      N_ ("Load pictures from this host; may be given again"), N_ ("HOST") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options->strict,
      N_ ("Fail if anything would be missing from the file"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &words->version, N_ ("Show the version"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry html_entries[] = {
    { "no-notes", 0, 0, G_OPTION_ARG_NONE, &self->no_notes, N_ ("Leave the notes out"),
      NULL },
    { "folder", 0, 0, G_OPTION_ARG_NONE, &words->folder,
      N_ ("HTML: a folder with index.html and its files beside it"), NULL },
    { "no-fragments", 0, 0, G_OPTION_ARG_NONE, &self->no_fragments,
      N_ ("HTML: all of a slide at once"), NULL },
    { "no-source", 0, 0, G_OPTION_ARG_NONE, &self->no_source,
      N_ ("HTML: leave the Markdown text out"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry print_entries[] = {
    { "slides", 0, 0, G_OPTION_ARG_STRING, (gpointer) &options->slides,
      N_ ("Only these slides, as in 3-7,9"), N_ ("SLIDES") },
    { "with-hidden", 0, 0, G_OPTION_ARG_NONE, &options->with_hidden,
      N_ ("Hidden slides too"), NULL },
    { "steps", 0, 0, G_OPTION_ARG_NONE, &options->steps,
      N_ ("Each fragment step by itself, instead of all at once"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_STRING, &words->notes,
      N_ ("PDF: speaker notes, “below” each slide or on a “page” of their own"),
      N_ ("WHERE") },
    { "per-page", 0, 0, G_OPTION_ARG_INT, &words->per_page,
      N_ ("PDF: a handout with 2, 3, 4 or 6 slides on a sheet of paper"), N_ ("N") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words->paper,
      N_ ("PDF: the paper of handouts, A4 or Letter"), N_ ("PAPER") },
    { "fit", 0, 0, G_OPTION_ARG_STRING, &words->fit,
      N_ ("PDF: “scale” slides that are too long, or “continue” on the next page"),
      N_ ("HOW") },
    { "width", 0, 0, G_OPTION_ARG_INT, &words->width,
      N_ ("Pictures: how wide they are, in pixels"), N_ ("PIXELS") },
    { "contact-sheet", 0, 0, G_OPTION_ARG_NONE, &options->contact_sheet,
      N_ ("Pictures: one of all slides"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("DECK"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
    context, _ ("Writes a deck as one HTML file that shows it in any browser, as a PDF "
                "document, as pictures, as its notes alone, or as Markdown with all that "
                "it shows beside it.\n"
                "“-” as DECK reads standard input."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, html_entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, print_entries, GETTEXT_PACKAGE);
  g_set_prgname (FORE_COMMAND " export");

  return g_option_context_parse (context, argc, argv, error);
}

/* --- what the words mean --- */

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  *error =
    g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* @names: NULL-terminated; @choice is the number of the one that @word is. */
static gboolean
choose (const char *option,
        const char *word,
        const char *const *names,
        int *choice,
        GError **error)
{
  g_autofree char *known = NULL;

  for (int i = 0; word != NULL && names[i] != NULL; i++) {
    if (g_ascii_strcasecmp (word, names[i]) == 0) {
      *choice = i;
      return TRUE;
    }
  }
  if (word == NULL)
    return TRUE;
  known = g_strjoinv (", ", (char **) names);
  /* Translators: an option of the command, what was given to it, and what it knows */
  return refuse (error, _ ("%s does not know “%s”, but %s."), option, word, known);
}

static gboolean
find_format (ForeExportArguments *self, const Words *words, GError **error)
{
  self->format = words->folder ? FORE_EXPORT_FOLDER : FORE_EXPORT_HTML;
  if (words->format != NULL) {
    if (!fore_export_format_from_name (words->format, &self->format))
      return refuse (error, _ ("%s does not know “%s”, but %s."), "--format",
                     words->format, "html, pdf, png, webp, md, notes, txt, pdfpc");
    if (self->format == FORE_EXPORT_NOTES && g_str_has_suffix (self->output, ".txt"))
      self->format = FORE_EXPORT_NOTES_TEXT;
    if (self->format == FORE_EXPORT_HTML && words->folder)
      self->format = FORE_EXPORT_FOLDER;
    return TRUE;
  }
  if (words->folder)
    return TRUE;
  if (!fore_export_format_from_file (self->output, &self->format) &&
      strchr (self->output, '.') != NULL && strcmp (self->output, "-") != 0)
    return refuse (error,
                   _ ("The ending of “%s” does not tell what to write. Name it with "
                      "“--format”."),
                   self->output);
  return TRUE;
}

static gboolean
is_picture (ForeExportFormat format)
{
  return format == FORE_EXPORT_PNG || format == FORE_EXPORT_WEBP;
}

static gboolean
is_same_file (const char *name, const char *other)
{
  GStatBuf one, two;

  return g_stat (name, &one) == 0 && g_stat (other, &two) == 0 &&
         one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* An option that has no effect would be a promise that is not kept. */
static gboolean
check_reach (const ForeExportArguments *self, const Words *words, GError **error)
{
  const ForeExportOptions *options = &self->options;
  gboolean is_pdf = self->format == FORE_EXPORT_PDF;
  gboolean is_html =
    self->format == FORE_EXPORT_HTML || self->format == FORE_EXPORT_FOLDER;
  gboolean has_steps =
    is_pdf || is_picture (self->format) || self->format == FORE_EXPORT_PDFPC;
  gboolean is_markdown = self->format == FORE_EXPORT_MARKDOWN;
  const struct {
    const char *option;
    gboolean is_given;
    gboolean is_meant;
  } rows[] = {
    { "--no-notes", self->no_notes, is_html },
    { "--folder", words->folder, is_html },
    { "--no-fragments", self->no_fragments, is_html },
    { "--no-source", self->no_source, is_html },
    { "--title", options->title != NULL, !is_markdown },
    { "--slides", options->slides != NULL, !is_markdown },
    { "--with-hidden", options->with_hidden, !is_markdown },
    { "--steps", options->steps, has_steps },
    { "--notes", words->notes != NULL, is_pdf },
    { "--per-page", words->per_page != 0, is_pdf },
    { "--paper", words->paper != NULL, is_pdf },
    { "--fit", words->fit != NULL, is_pdf },
    { "--width", words->width != 0, is_picture (self->format) },
    { "--contact-sheet", options->contact_sheet, is_picture (self->format) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (rows[i].is_given && !rows[i].is_meant)
      return refuse (error, _ ("%s has no meaning for what is to be written."),
                     rows[i].option);
  }
  if (options->contact_sheet && options->steps)
    return refuse (error, _ ("%s and %s do not go together."), "--contact-sheet",
                   "--steps");
  if (words->notes != NULL && words->per_page > 1)
    return refuse (error, _ ("%s and %s do not go together."), "--notes", "--per-page");
  if (is_picture (self->format) && strcmp (self->output, "-") == 0)
    return refuse (error, _ ("Pictures go into files, not to standard output."));
  if (strcmp (self->output, "-") == 0 && (is_markdown || words->folder))
    return refuse (error,
                   _ ("A deck with files beside it cannot go to standard output."));
  if (is_markdown && is_same_file (self->name, self->output))
    return refuse (error, _ ("The deck would be written over itself."));
  return TRUE;
}

static gboolean
read_words (ForeExportArguments *self, const Words *words, GError **error)
{
  static const char *const places[] = { "below", "page", NULL };
  static const char *const papers[] = { "A4", "Letter", NULL };
  static const char *const fits[] = { "scale", "continue", NULL };
  ForeExportOptions *options = &self->options;
  int notes = -1, paper = FORE_EXPORT_A4, fit = FORE_EXPORT_FIT_SCALE;

  if (!choose ("--notes", words->notes, places, &notes, error) ||
      !choose ("--paper", words->paper, papers, &paper, error) ||
      !choose ("--fit", words->fit, fits, &fit, error))
    return FALSE;
  if (words->per_page < 0 || words->per_page > 6 || words->per_page == 5)
    return refuse (error, _ ("A handout has 2, 3, 4 or 6 slides on a sheet."));
  if (words->width < 0 || words->width > FORE_EXPORT_MAX_WIDTH)
    return refuse (error, _ ("Pictures are at most %d pixels wide."),
                   FORE_EXPORT_MAX_WIDTH);
  options->notes = notes == 0   ? FORE_EXPORT_NOTES_BELOW
                   : notes == 1 ? FORE_EXPORT_NOTES_PAGE
                                : FORE_EXPORT_NOTES_NONE;
  options->paper = (ForeExportPaper) paper;
  options->fit = (ForeExportFit) fit;
  options->per_page = (guint) words->per_page;
  options->width = (guint) words->width;
  return TRUE;
}

/* Pictures can be sent into a folder; they are called like the deck then. */
static void
complete_output (ForeExportArguments *self)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  char *ending;

  if (!is_picture (self->format) ||
      !(g_str_has_suffix (self->output, G_DIR_SEPARATOR_S) ||
        g_file_test (self->output, G_FILE_TEST_IS_DIR)))
    return;
  base =
    strcmp (self->name, "-") == 0 ? g_strdup ("slide") : g_path_get_basename (self->name);
  ending = strrchr (base, '.');
  if (ending != NULL && ending != base)
    *ending = '\0';
  name = g_strconcat (base, self->format == FORE_EXPORT_WEBP ? ".webp" : ".png", NULL);
  ending = self->output;
  self->output = g_build_filename (ending, name, NULL);
  g_free (ending);
}

static gboolean
take_words (ForeExportArguments *self, Words *words, GError **error)
{
  if (words->names == NULL)
    return refuse (error, _ ("Which deck? Name a Markdown file."));
  if (g_strv_length (words->names) > 1)
    return refuse (error, _ ("One deck at a time, please; “%s” is too many."),
                   words->names[1]);
  if (self->output == NULL)
    return refuse (error, _ ("Where to? Name a file with “-o FILE”."));
  self->name = g_strdup (words->names[0]);
  if (!find_format (self, words, error) || !read_words (self, words, error) ||
      !check_reach (self, words, error))
    return FALSE;
  complete_output (self);
  return TRUE;
}

gboolean
fore_export_arguments_parse (ForeExportArguments *self,
                             int argc,
                             char **argv,
                             int *status)
{
  g_autoptr (GError) error = NULL;
  g_auto (Words) words = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  if (!parse_words (self, &words, &argc, &argv, &error)) {
    *status = fore_cli_misuse ("export", "%s", error->message);
    return FALSE;
  }
  if (words.version) {
    g_print ("Foredeck %s\n", FORE_VERSION);
    *status = FORE_CLI_DONE;
    return FALSE;
  }
  if (!take_words (self, &words, &error)) {
    *status = fore_cli_misuse ("export", "%s", error->message);
    return FALSE;
  }
  return TRUE;
}

/* --- the deck and what belongs to it --- */

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
create_assets (const ForeExportArguments *self, ForeDeck *deck)
{
  g_autoptr (GFile) folder = find_folder (self->name);
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

/* This week's deck has most of the code and formulas of last week's. What was exported as
 * HTML is a deck as well. */
static ForeDeck *
parse_deck (GBytes *bytes)
{
  g_autofree char *path =
    g_build_filename (g_get_user_cache_dir (), "foredeck", "made", NULL);
  g_autoptr (GBytes) source = fore_embedded_source_read (bytes);
  ForeDeck *deck;

  fore_script_open_store (path);
  deck = fore_deck_parse (source != NULL ? source : bytes, NULL);
  fore_script_close_store ();

  return deck;
}

ForeDeck *
fore_export_arguments_read_deck (const ForeExportArguments *self,
                                 ForeAssets **assets,
                                 GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  ForeDeck *deck;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (assets != NULL, NULL);

  bytes = fore_cli_read (self->name, error);
  if (bytes == NULL)
    return NULL;
  deck = parse_deck (bytes);
  fore_cli_report (self->name, deck);
  *assets = create_assets (self, deck);
  return deck;
}
