/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The page has the shape that HedgeDoc 1.x gives to a slide page, since decks style that.
 * Its policy lets nothing run but the scripts that stand in it, by their hashes, and
 * nothing load but what stayed a link. */

#include "fore-page.h"

#include "fore-font-choice.h"
#include "fore-math-style.h"
#include "fore-web-bundle.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  GString *page;
  /* 'sha256-…' of each script, for the policy. */
  GString *hashes;
  GString *scripts;
  GString *slides;
} Page;

static GBytes *
look_up (const char *name)
{
  GBytes *bytes = fore_web_bundle_lookup (name);

  if (bytes == NULL)
    g_error ("The program was built without “%s”.", name);

  return bytes;
}

static void
append_file (GString *text, const char *name)
{
  g_autoptr (GBytes) bytes = look_up (name);

  g_string_append_len (text, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
}

static void
add_hash (Page *self, const char *text, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  g_checksum_get_digest (checksum, digest, &n);
  encoded = g_base64_encode (digest, n);
  g_string_append_printf (self->hashes, " 'sha256-%s'", encoded);
}

static void
add_script (Page *self, const char *attributes, const char *text, gsize length)
{
  g_string_append_printf (self->scripts, "<script%s>", attributes);
  g_string_append_len (self->scripts, text, (gssize) length);
  g_string_append (self->scripts, "</script>\n");
  add_hash (self, text, length);
}

static void
add_script_file (Page *self, const char *name)
{
  g_autoptr (GBytes) bytes = look_up (name);

  add_script (self, "", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Draws them when the file is opened: that takes a page, and none may be at hand here. */
static void
write_painters (Page *self)
{
  static const struct {
    const char *mark;
    const char *file;
  } painters[] = {
    { "data-diagram=\"abc\"", "diagrams/ABCJS.js" },
    { "data-diagram=\"graphviz\"", "diagrams/Graphviz.js" },
    { "data-diagram=\"mermaid\"", "diagrams/mermaid.js" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (painters); i++) {
    if (strstr (self->slides->str, painters[i].mark) != NULL)
      add_script_file (self, painters[i].file);
  }
  /* Graphviz is WebAssembly, which counts as evaluation. This lets it be compiled by the
   * scripts that may run, and nobody evaluate text. */
  if (strstr (self->slides->str, painters[1].mark) != NULL)
    g_string_append (self->hashes, " 'wasm-unsafe-eval'");
}

static void
write_scripts (Page *self, ForeDeck *deck, ForeAssetSet *assets, gboolean with_notes)
{
  g_autoptr (GString) start = g_string_new ("\n");

  g_string_append (self->scripts,
                   "<script type=\"application/json\" id=\"foredeck-options\">");
  fore_options_append_json (fore_deck_get_options (deck), fore_asset_set_map, assets,
                            self->scripts);
  g_string_append (self->scripts, "</script>\n");

  add_script_file (self, "reveal/reveal.js");
  if (with_notes) {
    g_autoptr (GBytes) speaker = look_up ("reveal/speaker.js");

    add_script_file (self, "reveal/notes.js");
    add_hash (self, g_bytes_get_data (speaker, NULL), g_bytes_get_size (speaker));
  }
  write_painters (self);
  append_file (start, "export.js");
  add_script (self, " type=\"module\"", start->str, start->len);
}

static void
write_slides (Page *self, ForeDeck *deck, ForeAssetSet *assets, gboolean with_notes)
{
  guint n_slides = fore_deck_get_n_slides (deck);
  guint index = 0;

  while (index < n_slides) {
    guint column, n_rows;

    fore_deck_get_position (deck, index, &column, NULL);
    n_rows = fore_deck_get_n_rows (deck, column);
    if (n_rows > 1)
      g_string_append (self->slides, "<section>\n");
    for (guint row = 0; row < n_rows; row++, index++) {
      fore_slide_append_section (fore_deck_get_slide (deck, index), with_notes,
                                 fore_asset_set_map, assets, self->slides);
      g_string_append_c (self->slides, '\n');
    }
    if (n_rows > 1)
      g_string_append (self->slides, "</section>\n");
  }
}

static void
append_escaped (GString *text, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append (text, escaped);
}

static void
write_policy (Page *self, ForeAssetSet *assets)
{
  GPtrArray *origins = fore_asset_set_get_origins (assets);
  g_autoptr (GString) hosts = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    g_string_append_printf (hosts, " %s", (const char *) g_ptr_array_index (origins, i));

  g_string_append (self->page,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                   "'none'; script-src");
  append_escaped (self->page, self->hashes->str);
  g_string_append (self->page, "; style-src 'unsafe-inline'; img-src data:");
  append_escaped (self->page, hosts->str);
  g_string_append (self->page, "; media-src data:");
  append_escaped (self->page, hosts->str);
  g_string_append (self->page, "; font-src data:");
  append_escaped (self->page, hosts->str);
  /* The speaker view shows this very file in frames. */
  g_string_append (self->page,
                   "; frame-src 'self' file:; base-uri 'none'; form-action 'none'\">\n");
}

static void
write_head (Page *self,
            ForeDeck *deck,
            ForeAssetSet *assets,
            const ForeHtmlOptions *options)
{
  const char *language = fore_deck_get_language (deck);
  const char *description = fore_deck_get_description (deck);
  const char *title =
    options->title != NULL ? options->title : fore_deck_get_title (deck);

  g_string_append (self->page, "<!DOCTYPE html>\n<html");
  if (language != NULL) {
    g_string_append (self->page, " lang=\"");
    append_escaped (self->page, language);
    g_string_append_c (self->page, '"');
  }
  g_string_append (self->page, ">\n<head>\n<meta charset=\"utf-8\">\n");
  write_policy (self, assets);
  g_string_append (
    self->page,
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"generator\" content=\"Foredeck\">\n<title>");
  append_escaped (self->page, title != NULL ? title : _ ("Untitled deck"));
  g_string_append (self->page, "</title>\n");
  if (description != NULL) {
    g_string_append (self->page, "<meta name=\"description\" content=\"");
    append_escaped (self->page, description);
    g_string_append (self->page, "\">\n");
  }
}

static void
write_styles (Page *self, ForeDeck *deck)
{
  g_autofree char *theme = g_strdup_printf (
    "themes/%s.css", fore_options_get_theme (fore_deck_get_options (deck)));

  g_string_append (self->page, "<style>\n");
  append_file (self->page, "reveal/reveal.css");
  g_string_append (self->page, "\n</style>\n<style>\n");
  fore_font_choice_append (self->slides->str, self->slides->len, self->page);
  g_string_append (self->page, "</style>\n<style>\n");
  append_file (self->page, theme);
  g_string_append (self->page, "\n</style>\n<style>\n");
  if (strstr (self->slides->str, "<span class=\"hljs-") != NULL)
    append_file (self->page, "code.css");
  fore_math_style_append (self->slides->str, self->page);
  append_file (self->page, "deck.css");
  g_string_append (self->page,
                   "html, body, .container { width: 100%; height: 100%; margin: 0; }\n"
                   "</style>\n</head>\n");
}

GBytes *
fore_page_assemble (ForeDeck *deck, ForeAssetSet *assets, const ForeHtmlOptions *options)
{
  Page self = { g_string_sized_new (1024 * 1024), g_string_new (NULL),
                g_string_new (NULL), g_string_new (NULL) };
  const char *language;

  g_return_val_if_fail (deck != NULL, NULL);

  language = fore_deck_get_language (deck);
  write_slides (&self, deck, assets, options->with_notes);
  write_scripts (&self, deck, assets, options->with_notes);
  write_head (&self, deck, assets, options);
  write_styles (&self, deck);

  g_string_append_printf (self.page,
                          "<body>\n<div class=\"container\"><div class=\"reveal %s\"",
                          fore_options_get_transition (fore_deck_get_options (deck)));
  if (language != NULL) {
    g_string_append (self.page, " lang=\"");
    append_escaped (self.page, language);
    g_string_append_c (self.page, '"');
  }
  g_string_append (self.page, "><div class=\"slides\">\n");
  g_string_append_len (self.page, self.slides->str, (gssize) self.slides->len);
  g_string_append (self.page, "</div></div></div>\n");
  g_string_append_len (self.page, self.scripts->str, (gssize) self.scripts->len);
  g_string_append (self.page, "</body>\n</html>\n");

  g_string_free (self.hashes, TRUE);
  g_string_free (self.scripts, TRUE);
  g_string_free (self.slides, TRUE);

  return g_string_free_to_bytes (self.page);
}
