/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The page has the shape that HedgeDoc 1.x gives to a slide page, since decks style that.
 * Its policy lets nothing run but the scripts that stand in it, by their hashes, and
 * nothing load but what stayed a link.
 *
 * A page with files beside it holds only what can be read. Browsers know no hashes of
 * scripts in files, and a page from a disk has no origin of its own that they could be
 * held to, so its policy allows its own origin and files; its slides are as clean as
 * any. The start stays in the page, since modules are not loaded from a disk. */

#include "fore-page.h"

#include "fore-embedded-source.h"
#include "fore-file-tree.h"
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
  /* (nullable): what goes beside the page. */
  GPtrArray *files;
} Page;

static const char *const loaded_kinds[] = { "img-src", "media-src", "font-src" };

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
  g_autofree char *base = NULL;
  g_autofree char *address = NULL;

  if (self->files == NULL) {
    add_script (self, "", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    return;
  }
  base = g_path_get_basename (name);
  address = g_strconcat (FORE_PAGE_PROGRAM_FOLDER "/", base, NULL);
  g_string_append_printf (self->scripts, "<script src=\"%s\"></script>\n", address);
  g_ptr_array_add (self->files, fore_tree_file_new (address, bytes));
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

/* What is not to be seen is not in the page, and what is there is to be seen. */
static void
write_options (Page *self, const ForePageContent *content)
{
  g_autoptr (GString) json = g_string_new (NULL);

  fore_options_append_json (fore_deck_get_options (content->deck), fore_asset_set_map,
                            content->assets, json);
  g_string_truncate (json, json->len - 1);
  g_string_append (json, json->len > 1 ? ",\"showHiddenSlides\":true"
                                       : "\"showHiddenSlides\":true");
  if (content->options->without_fragments)
    g_string_append (json, ",\"fragments\":false");
  g_string_append_printf (
    self->scripts,
    "<script type=\"application/json\" id=\"foredeck-options\">%s}</script>\n",
    json->str);
}

static void
write_scripts (Page *self, const ForePageContent *content)
{
  g_autoptr (GString) start = g_string_new ("\n");

  write_options (self, content);
  add_script_file (self, "reveal/reveal.js");
  if (content->options->with_notes) {
    g_autoptr (GBytes) speaker = look_up ("reveal/speaker.js");

    add_script_file (self, "reveal/notes.js");
    add_hash (self, g_bytes_get_data (speaker, NULL), g_bytes_get_size (speaker));
  }
  write_painters (self);
  append_file (start, "export.js");
  add_script (self, " type=\"module\"", start->str, start->len);
}

static guint
get_column (const ForePageContent *content, guint place)
{
  guint column;

  fore_deck_get_position (content->deck, g_array_index (content->slides, guint, place),
                          &column, NULL);
  return column;
}

static void
write_slides (Page *self, const ForePageContent *content)
{
  guint n_slides = content->slides->len;
  guint place = 0;

  while (place < n_slides) {
    guint end = place + 1;
    gboolean is_stack;

    while (end < n_slides && get_column (content, end) == get_column (content, place))
      end++;
    is_stack = end - place > 1;
    if (is_stack)
      g_string_append (self->slides, "<section>\n");
    for (; place < end; place++) {
      guint index = g_array_index (content->slides, guint, place);

      fore_slide_append_section (fore_deck_get_slide (content->deck, index),
                                 content->options->with_notes, fore_asset_set_map,
                                 content->assets, self->slides);
      g_string_append_c (self->slides, '\n');
    }
    if (is_stack)
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
  const char *own = self->files != NULL ? " 'self' file:" : "";
  g_autoptr (GString) hosts = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    g_string_append_printf (hosts, " %s", (const char *) g_ptr_array_index (origins, i));

  g_string_append_printf (self->page,
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"default-src 'none'; script-src%s",
                          own);
  append_escaped (self->page, self->hashes->str);
  g_string_append_printf (self->page, "; style-src 'unsafe-inline'%s", own);
  for (guint i = 0; i < G_N_ELEMENTS (loaded_kinds); i++) {
    g_string_append_printf (self->page, "; %s data:%s", loaded_kinds[i], own);
    append_escaped (self->page, hosts->str);
  }
  /* The speaker view shows this very file in frames. */
  g_string_append (self->page,
                   "; frame-src 'self' file:; base-uri 'none'; form-action 'none'\">\n");
}

static void
write_attribute (GString *text, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, " %s=\"", name);
  append_escaped (text, value);
  g_string_append_c (text, '"');
}

static void
write_head (Page *self, const ForePageContent *content)
{
  ForeDeck *deck = content->deck;
  const char *description = fore_deck_get_description (deck);
  const char *title = content->options->title != NULL ? content->options->title
                                                      : fore_deck_get_title (deck);

  g_string_append (self->page, "<!DOCTYPE html>\n<html");
  write_attribute (self->page, "lang", fore_deck_get_language (deck));
  g_string_append (self->page, ">\n<head>\n<meta charset=\"utf-8\">\n");
  write_policy (self, content->assets);
  g_string_append (
    self->page,
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"generator\" content=\"Foredeck\">\n<title>");
  append_escaped (self->page, title != NULL ? title : _ ("Untitled deck"));
  g_string_append (self->page, "</title>\n");
  if (description != NULL) {
    g_string_append (self->page, "<meta name=\"description\"");
    write_attribute (self->page, "content", description);
    g_string_append (self->page, ">\n");
  }
}

/* The size of a slide is that of its sheet. */
static void
append_paper (GString *css, ForeOptions *options)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.2f", fore_options_get_width (options));
  g_ascii_formatd (height, sizeof height, "%.2f", fore_options_get_height (options));
  g_string_append_printf (css,
                          "@page { size: %spx %spx; margin: 0; }\n"
                          ":root { --paper-width: %spx; --paper-height: %spx; }\n",
                          width, height, width, height);
  append_file (css, "export.css");
}

static void
end_sheet (Page *self, GString *css, const char *name)
{
  g_autofree char *address = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (css->len == 0)
    return;
  if (self->files == NULL) {
    g_string_append_printf (self->page, "<style>\n%s\n</style>\n", css->str);
    return;
  }
  address = g_strconcat (FORE_PAGE_PROGRAM_FOLDER "/", name, NULL);
  bytes = g_bytes_new (css->str, css->len);
  g_ptr_array_add (self->files, fore_tree_file_new (address, bytes));
  g_string_append_printf (self->page, "<link rel=\"stylesheet\" href=\"%s\">\n", address);
}

static void
write_styles (Page *self, ForeDeck *deck)
{
  ForeOptions *options = fore_deck_get_options (deck);
  g_autofree char *theme =
    g_strdup_printf ("themes/%s.css", fore_options_get_theme (options));
  g_autoptr (GString) reveal = g_string_new (NULL);
  g_autoptr (GString) fonts = g_string_new (NULL);
  g_autoptr (GString) look = g_string_new (NULL);
  g_autoptr (GString) own = g_string_new (NULL);

  append_file (reveal, "reveal/reveal.css");
  end_sheet (self, reveal, "reveal.css");
  fore_font_choice_append (self->slides->str, self->slides->len, fonts);
  end_sheet (self, fonts, "fonts.css");
  append_file (look, theme);
  end_sheet (self, look, "theme.css");
  if (strstr (self->slides->str, "<span class=\"hljs-") != NULL)
    append_file (own, "code.css");
  fore_math_style_append (self->slides->str, own);
  append_file (own, "deck.css");
  append_paper (own, options);
  end_sheet (self, own, "deck.css");
  g_string_append (self->page, "</head>\n");
}

static void
write_body (Page *self, const ForePageContent *content)
{
  ForeOptions *options = fore_deck_get_options (content->deck);

  g_string_append_printf (self->page,
                          "<body>\n<div class=\"container\"><div class=\"reveal %s\"",
                          fore_options_get_transition (options));
  write_attribute (self->page, "lang", fore_deck_get_language (content->deck));
  g_string_append (self->page, "><div class=\"slides\">\n");
  g_string_append_len (self->page, self->slides->str, (gssize) self->slides->len);
  g_string_append (self->page, "</div></div></div>\n");
  g_string_append_len (self->page, self->scripts->str, (gssize) self->scripts->len);
  if (content->source != NULL)
    fore_embedded_source_append (content->source, self->page);
  g_string_append (self->page, "</body>\n</html>\n");
}

GBytes *
fore_page_assemble (const ForePageContent *content, GPtrArray *files)
{
  Page self = { g_string_sized_new (1024 * 1024), g_string_new (NULL),
                g_string_new (NULL), g_string_new (NULL), files };

  g_return_val_if_fail (content != NULL, NULL);

  write_slides (&self, content);
  write_scripts (&self, content);
  write_head (&self, content);
  write_styles (&self, content->deck);
  write_body (&self, content);

  g_string_free (self.hashes, TRUE);
  g_string_free (self.scripts, TRUE);
  g_string_free (self.slides, TRUE);

  return g_string_free_to_bytes (self.page);
}
