/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-attributes.h"

#include "fore-difference.h"
#include "fore-style.h"

#include <glib/gi18n.h>
#include <string.h>

/* Everything that writing one attribute needs to know. */
typedef struct {
  const char *name;
  ForeAddressUse use;
  ForeHtml *html;
  ForeReport *report;
  guint line;
} ForeAttributeWriter;

static void
attribute_clear (gpointer data)
{
  ForeAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
}

static ForeAttribute *
find (const GArray *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && i < attributes->len; i++) {
    ForeAttribute *attribute = &g_array_index (attributes, ForeAttribute, i);

    if (strcmp (attribute->name, name) == 0)
      return attribute;
  }

  return NULL;
}

void
fore_attributes_set (GArray **attributes, const char *name, const char *value)
{
  ForeAttribute *attribute = find (*attributes, name);
  ForeAttribute added;

  if (attribute != NULL) {
    g_free (attribute->value);
    attribute->value = g_strdup (value);
    return;
  }

  if (*attributes == NULL) {
    *attributes = g_array_new (FALSE, FALSE, sizeof (ForeAttribute));
    g_array_set_clear_func (*attributes, attribute_clear);
  }
  if ((*attributes)->len == FORE_ATTRIBUTES_MAX)
    return;
  added = (ForeAttribute){ g_strdup (name), g_strdup (value) };
  g_array_append_val (*attributes, added);
}

const char *
fore_attributes_get (const GArray *attributes, const char *name)
{
  ForeAttribute *attribute = find (attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

static void
report_address (const ForeAttributeWriter *self,
                const char *address,
                ForeAddressVerdict verdict)
{
  /* HedgeDoc looks only at these two. */
  gboolean is_plain = strcmp (self->name, "href") == 0 || strcmp (self->name, "src") == 0;

  if (self->line == 0)
    return;

  if (verdict == FORE_ADDRESS_REFUSED)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "address-removed", self->line,
                     _ ("“%s” is not an address that a deck may use"), address);
  else if (verdict == FORE_ADDRESS_BARE && is_plain)
    fore_report_add (self->report, FORE_SEVERITY_INFO, "bare-relative-address",
                     self->line, _ ("HedgeDoc shows “%s” only with “./” before it"),
                     address);
}

/* NULL if the address may not stand in a page. */
static char *
clean_address (const ForeAttributeWriter *self, const char *value)
{
  ForeAddressVerdict verdict;
  char *address = fore_address_clean (value, self->use, &verdict);

  report_address (self, value, verdict);

  return address;
}

static void
write_address (const ForeAttributeWriter *self, const char *value)
{
  char *address = clean_address (self, value);

  if (address != NULL)
    fore_html_add_address_attribute (self->html, self->name, self->use, address);
}

/* The commas of a `data:` address do not separate; reveal.js thinks likewise. */
static void
write_address_list (const ForeAttributeWriter *self, const char *value)
{
  g_auto (GStrv) parts = NULL;
  gboolean is_first = TRUE;

  if (g_ascii_strncasecmp (value, "data:", 5) == 0 || strchr (value, ',') == NULL) {
    write_address (self, value);
    return;
  }

  parts = g_strsplit (value, ",", -1);
  fore_html_start_attribute (self->html, self->name);
  for (char **part = parts; *part != NULL; part++) {
    char *address = clean_address (self, *part);

    if (address == NULL)
      continue;
    if (!is_first)
      fore_html_add_attribute_text (self->html, ",", 1);
    fore_html_add_list_address (self->html, self->use, address);
    is_first = FALSE;
  }
  fore_html_finish_attribute (self->html);
}

/* Candidates of an address and, after a blank, a width or density. As in the standard, an
 * address ends at a blank, and commas at its end separate. */
static void
write_source_set (const ForeAttributeWriter *self, const char *value)
{
  static const char blanks[] = " \t\n\f\r";
  gboolean is_first = TRUE;

  fore_html_start_attribute (self->html, self->name);
  while (TRUE) {
    g_autofree char *candidate = NULL;
    char *address;
    gsize length, descriptor;

    value += strspn (value, " \t\n\f\r,");
    if (*value == '\0')
      break;

    length = strcspn (value, blanks);
    candidate = g_strndup (value, length);
    value += length;
    descriptor = 0;
    if (g_str_has_suffix (candidate, ",")) {
      while (length > 0 && candidate[length - 1] == ',')
        candidate[--length] = '\0';
    } else {
      value += strspn (value, blanks);
      descriptor = strcspn (value, ",");
    }

    address = clean_address (self, candidate);
    if (address != NULL) {
      if (!is_first)
        fore_html_add_attribute_text (self->html, ", ", 2);
      fore_html_add_list_address (self->html, self->use, address);
      if (descriptor > 0) {
        fore_html_add_attribute_text (self->html, " ", 1);
        fore_html_add_attribute_text (self->html, value, descriptor);
      }
      is_first = FALSE;
    }
    value += descriptor;
  }
  fore_html_finish_attribute (self->html);
}

static void
write_style (const ForeAttributeWriter *self, const char *value, ForeStylePlace place)
{
  ForeStyleFinds finds;

  fore_html_start_attribute (self->html, self->name);
  finds = fore_style_clean (value, strlen (value), place, self->html);
  fore_html_finish_attribute (self->html);

  if (finds != 0 && self->line != 0)
    fore_report_add (self->report, FORE_SEVERITY_WARNING, "style-cleaned", self->line,
                     _ ("Part of this “%s” was removed: a deck may not use it"),
                     self->name);
}

/* Whether reveal.js takes a `data-background` for the address of a picture: it starts
 * like one, or ends like the name of a picture, before `?` and `#`. */
static gboolean
is_picture (const char *value)
{
  static const char *const starts[] = { "http", "file", "//" };
  static const char *const ends[] = { ".svg", ".png", ".jpg", ".jpeg",
                                      ".gif", ".bmp", ".webp" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (g_ascii_strncasecmp (value, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    gsize length = strlen (ends[i]);

    for (const char *at = strchr (value, '.'); at != NULL; at = strchr (at + 1, '.')) {
      if (g_ascii_strncasecmp (at, ends[i], length) == 0 &&
          strchr ("?# \t\n", at[length]) != NULL)
        return TRUE;
    }
  }

  return FALSE;
}

static void
write_background (const ForeAttributeWriter *self, const char *value)
{
  if (is_picture (value))
    write_address (self, value);
  else
    write_style (self, value, FORE_STYLE_DECLARATIONS);
}

static void
write_local_address (const ForeAttributeWriter *self, const char *value)
{
  if (value[0] == '#')
    fore_html_add_attribute (self->html, self->name, value);
  else
    report_address (self, value, FORE_ADDRESS_REFUSED);
}

/* reveal.js makes a list as long as the greatest index, and walks through all of it. */
static void
write_index (const ForeAttributeWriter *self, const char *value)
{
  gboolean is_far_out = g_ascii_strtoll (value, NULL, 10) > FORE_ATTRIBUTES_MAX_INDEX;

  fore_html_add_attribute (self->html, self->name,
                           is_far_out ? G_STRINGIFY (FORE_ATTRIBUTES_MAX_INDEX) : value);
}

static void
report_refused (const ForeElement *element, const ForeAttributeWriter *self)
{
  if (self->line == 0)
    return;

  fore_report_add (self->report, FORE_SEVERITY_INFO, "attribute-dropped", self->line,
                   _ ("“%s” has no effect on “%s” in a deck"), self->name,
                   element != NULL ? element->name : "section");
}

void
fore_attribute_write (const ForeElement *element,
                      const char *name,
                      const char *value,
                      ForeHtml *html,
                      ForeReport *report,
                      guint line)
{
  ForeAttributeWriter self = {
    .name = name, .html = html, .report = report, .line = line
  };

  if (line > 0)
    fore_difference_report_attribute (report, name, value, line);
  switch (fore_policy_judge_attribute (element, name, &self.use)) {
  case FORE_ATTRIBUTE_REFUSED:
    report_refused (element, &self);
    break;
  case FORE_ATTRIBUTE_TEXT:
    fore_html_add_attribute (html, name, value);
    break;
  case FORE_ATTRIBUTE_ADDRESS:
    write_address (&self, value);
    break;
  case FORE_ATTRIBUTE_ADDRESS_LIST:
    write_address_list (&self, value);
    break;
  case FORE_ATTRIBUTE_SOURCE_SET:
    write_source_set (&self, value);
    break;
  case FORE_ATTRIBUTE_BACKGROUND:
    write_background (&self, value);
    break;
  case FORE_ATTRIBUTE_STYLE:
    write_style (&self, value, FORE_STYLE_DECLARATIONS);
    break;
  case FORE_ATTRIBUTE_LOCAL:
    write_style (&self, value, FORE_STYLE_LOCAL);
    break;
  case FORE_ATTRIBUTE_LOCAL_ADDRESS:
    write_local_address (&self, value);
    break;
  case FORE_ATTRIBUTE_INDEX:
    write_index (&self, value);
    break;
  }
}
