/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The source is read once for tags, once for pictures and once for days. Whoever looks
 * for something adds what is wrong by itself to the findings at once, and leaves what
 * only the deck as a whole can judge as a fact. */

#include "fore-slide-facts.h"

#include "fore-date-scan.h"
#include "fore-element-stack.h"
#include "fore-mask.h"
#include "fore-tag-scan.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  ForeSlideFacts *facts;
  const char *content; /* the slide's own text */
  const char *masked;
  guint n_above; /* lines above it */

  /* The last place that was asked for: most are asked for in order. */
  const char *at;
  guint line;
} Reader;

static void
fact_clear (gpointer data)
{
  g_free (((ForeFact *) data)->text);
}

static void
style_clear (gpointer data)
{
  ForeStyleFact *self = data;

  g_free (self->use.property);
  g_free (self->use.value);
  g_free (self->use.selector);
}

static ForePlace
find_place (Reader *self, const char *text, const char *start)
{
  const char *target = self->content + (start - text);
  const char *line = target;
  const char *end;

  if (self->at == NULL || target < self->at) {
    self->at = self->content;
    self->line = self->n_above + 1;
  }
  while ((end = memchr (self->at, '\n', (gsize) (target - self->at))) != NULL) {
    self->line++;
    self->at = end + 1;
  }
  line = self->at;

  return (ForePlace){ self->line, (guint) g_utf8_pointer_to_offset (line, target) + 1 };
}

static void
add_fact (GArray *facts, ForePlace place, char *text, guint32 number)
{
  ForeFact fact = { place, text, number };

  if (facts->len < FORE_FACTS_MAX)
    g_array_append_val (facts, fact);
  else
    g_free (text);
}

static void
add_finding (Reader *self, ForeDiagnostic *finding)
{
  if (self->facts->findings->len < FORE_FACTS_MAX)
    g_ptr_array_add (self->facts->findings, finding);
  else
    fore_diagnostic_unref (finding);
}

/* --- styles --- */

static void
add_quoted (Reader *self, const ForeCssUse *use, ForePlace place)
{
  gsize length = strlen (use->value);
  g_autofree char *plain = g_strndup (use->value + 1, length > 2 ? length - 2 : 0);

  add_finding (self, fore_diagnostic_add_fixes (
                       fore_diagnostic_new (
                         FORE_SEVERITY_WARNING, "quoted-value", place.line, place.column,
                         /* Translators: a CSS property, and its value twice: with and
                          * without quotes */
                         _ ("“%s: %s” has no effect. Remove the quotes: %s"),
                         use->property, use->value, plain),
                       FORE_FIX_UNQUOTE));
}

static void
add_styles (Reader *self, ForeTagText css, gboolean is_sheet)
{
  g_autoptr (GArray) uses = fore_css_scan (css.start, css.length, is_sheet);

  for (guint i = 0; i < uses->len; i++) {
    ForeCssUse *use = &g_array_index (uses, ForeCssUse, i);
    ForeStyleFact fact = { find_place (self, self->masked, use->start), *use };

    if (self->facts->styles->len >= FORE_FACTS_MAX)
      break;
    if (use->is_quoted)
      add_quoted (self, use, fact.place);
    g_array_append_val (self->facts->styles, fact);
    /* Its text has moved over. */
    *use = (ForeCssUse){ NULL };
  }
}

/* --- tags --- */

static void
add_unclosed (const ForeScannedTag *tag, gpointer user_data)
{
  Reader *self = user_data;
  ForePlace place = find_place (self, self->masked, tag->start);

  if (tag->is_end)
    add_finding (self, fore_diagnostic_new (FORE_SEVERITY_WARNING, "unclosed-element",
                                            place.line, place.column,
                                            _ ("“</%s>” ends nothing on this slide."),
                                            tag->name));
  else
    add_finding (
      self, fore_diagnostic_new (
              FORE_SEVERITY_WARNING, "unclosed-element", place.line, place.column,
              _ ("“<%s>” is not ended on its slide. Add “</%s>” where it should end."),
              tag->name, tag->name));
}

static void
read_picture_tag (Reader *self, const ForeScannedTag *tag)
{
  ForePlace place;
  ForeTagText value;

  if (tag->is_end || !g_str_equal (tag->name, "img") ||
      fore_tag_find_attribute (tag, "alt", &value))
    return;
  place = find_place (self, self->masked, tag->start);
  add_finding (self, fore_diagnostic_add_fixes (
                       fore_diagnostic_new (
                         FORE_SEVERITY_WARNING, "missing-alt", place.line, place.column,
                         _ ("Say what this picture shows, for those who cannot see it: "
                            "add alt=\"…\", empty if it only decorates.")),
                       FORE_FIX_DESCRIBE));
}

static void
read_attributes (Reader *self, const ForeScannedTag *tag)
{
  ForeTagText value;

  if (tag->is_end)
    return;
  if (fore_tag_find_attribute (tag, "id", &value) && value.length > 0)
    add_fact (self->facts->ids, find_place (self, self->masked, tag->start),
              g_strndup (value.start, value.length), 0);
  if (fore_tag_find_attribute (tag, "style", &value) && value.length > 0)
    add_styles (self, value, FALSE);
}

static void
read_tags (Reader *self)
{
  g_autoptr (ForeElementStack) stack = fore_element_stack_new ();
  const char *at = self->masked;
  ForeScannedTag tag;

  while (fore_tag_scan (&at, &tag)) {
    read_attributes (self, &tag);
    read_picture_tag (self, &tag);
    if (*tag.name != '\0')
      fore_element_stack_add (stack, &tag, add_unclosed, self);
    if (!tag.is_end && g_str_equal (tag.name, "style"))
      add_styles (self, (ForeTagText){ tag.end, (gsize) (at - tag.end) }, TRUE);
  }
  fore_element_stack_end (stack, add_unclosed, self);
}

/* --- pictures in Markdown --- */

static void
read_pictures (Reader *self)
{
  const char *at = self->masked;

  for (; (at = strstr (at, "![")) != NULL; at += 2) {
    const char *end = at + 2 + strspn (at + 2, " \t");
    ForePlace place;

    if (*end != ']' || (end[1] != '(' && end[1] != '[') ||
        (at > self->masked && at[-1] == '\\'))
      continue;
    place = find_place (self, self->masked, at);
    add_finding (
      self, fore_diagnostic_add_fixes (
              fore_diagnostic_new (
                FORE_SEVERITY_WARNING, "missing-alt", place.line, place.column,
                _ ("Say what this picture shows, for those who cannot see it: write it "
                   "between the square brackets.")),
              FORE_FIX_DESCRIBE));
  }
}

/* --- the rest --- */

static char *
add_address (const char *address, ForeAddressUse use, gpointer user_data)
{
  Reader *self = user_data;
  const char *found = NULL;
  ForePlace place = { self->n_above + 1, 1 };

  if (self->facts->addresses->len < FORE_FACTS_MAX)
    found = strstr (self->content, address);
  if (found != NULL)
    place = find_place (self, self->content, found);
  add_fact (self->facts->addresses, place, g_strdup (address), (guint32) use);

  return NULL;
}

static void
read_dates (Reader *self)
{
  g_autoptr (GArray) dates = fore_date_scan (self->masked, FALSE);

  for (guint i = 0; i < dates->len; i++) {
    const ForeDate *date = &g_array_index (dates, ForeDate, i);

    add_fact (self->facts->dates, find_place (self, self->masked, date->start),
              g_strndup (date->start, date->length), date->julian);
  }
}

static char **
read_allowed (const char *content)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *at = content;

  while ((at = strstr (at, "<!--")) != NULL) {
    const char *end = strstr (at, "-->");
    const char *word = at + 4;

    if (end == NULL)
      break;
    word += strspn (word, " \t\n");
    at = end;
    if (!g_str_has_prefix (word, "foredeck:"))
      continue;
    word += strlen ("foredeck:");
    word += strspn (word, " \t\n");
    if (g_str_has_prefix (word, "allow") && word + 5 < end) {
      g_autofree char *list = g_strndup (word + 5, (gsize) (end - word - 5));
      g_auto (GStrv) words = g_strsplit_set (list, " \t\n,", -1);

      for (char **name = words; *name != NULL; name++) {
        if (**name != '\0')
          g_strv_builder_add (names, *name);
      }
    }
  }

  return g_strv_builder_end (names);
}

static gboolean
has_background (const ForeMarkup *markup)
{
  static const char *const names[] = {
    "data-background",       "data-background-image",  "data-background-color",
    "data-background-video", "data-background-iframe", "data-background-gradient",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (fore_markup_get_slide_attribute (markup, names[i]) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* Anything but blanks and elements that show nothing by themselves. */
static gboolean
shows_something (const char *html)
{
  static const char *const shown[] = { "<img",    "<video",      "<audio", "<svg",
                                       "<iframe", "<canvas",     "<hr",    "<table",
                                       "<input",  "data-diagram" };
  g_autoptr (GRegex) silent = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    if (strstr (html, shown[i]) != NULL)
      return TRUE;
  }
  silent = g_regex_new ("<style.*?</style>|<!--.*?-->|<[^>]*>",
                        G_REGEX_DOTALL | G_REGEX_CASELESS, 0, NULL);
  text = g_regex_replace_literal (silent, html, -1, 0, "", 0, NULL);

  return text == NULL || *g_strstrip (text) != '\0';
}

static void
check_empty (Reader *self, ForeSlide *slide)
{
  ForeMarkup *markup = fore_slide_get_markup (slide);

  if (fore_slide_get_n_words (slide) > 0 || has_background (markup) ||
      fore_slide_get_visibility (slide) == FORE_VISIBILITY_HIDDEN ||
      shows_something (fore_markup_get_html (markup)))
    return;
  add_finding (self, fore_diagnostic_new (FORE_SEVERITY_WARNING, "empty-slide",
                                          self->n_above + 1, 0,
                                          _ ("There is nothing on this slide.")));
}

static const char *
skip_lines (const char *text, guint n)
{
  for (; n > 0; n--) {
    const char *end = strchr (text, '\n');

    if (end == NULL)
      return text + strlen (text);
    text = end + 1;
  }

  return text;
}

ForeSlideFacts *
fore_slide_facts_new (ForeSlide *slide, const char *text)
{
  ForeSlideFacts *self = g_new0 (ForeSlideFacts, 1);
  Reader reader = { .facts = self, .n_above = fore_slide_get_content_line (slide) };
  g_autofree char *masked = NULL;

  self->findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  self->ids = g_array_new (FALSE, FALSE, sizeof (ForeFact));
  self->addresses = g_array_new (FALSE, FALSE, sizeof (ForeFact));
  self->dates = g_array_new (FALSE, FALSE, sizeof (ForeFact));
  self->styles = g_array_new (FALSE, FALSE, sizeof (ForeStyleFact));
  g_array_set_clear_func (self->ids, fact_clear);
  g_array_set_clear_func (self->addresses, fact_clear);
  g_array_set_clear_func (self->dates, fact_clear);
  g_array_set_clear_func (self->styles, style_clear);

  reader.content = skip_lines (text, reader.n_above);
  reader.masked = masked = fore_mask_new (reader.content, FALSE);
  read_tags (&reader);
  read_pictures (&reader);
  read_dates (&reader);
  check_empty (&reader, slide);
  fore_markup_foreach_address (fore_slide_get_markup (slide), add_address, &reader);
  self->allowed = read_allowed (reader.content);

  return self;
}

void
fore_slide_facts_free (ForeSlideFacts *self)
{
  g_ptr_array_unref (self->findings);
  g_array_unref (self->ids);
  g_array_unref (self->addresses);
  g_array_unref (self->dates);
  g_array_unref (self->styles);
  g_strfreev (self->allowed);
  g_free (self);
}
