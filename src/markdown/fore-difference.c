/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-difference.h"

#include "fore-highlight.h"
#include "fore-policy.h"

#include <glib/gi18n.h>
#include <string.h>

#define NAME_CHARACTERS                                                                  \
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:"

/* HedgeDoc shows their tags as text. */
static const char *const own_elements[] = {
  "main", "picture", "q", "samp", "source", "svg", "var", "wbr", NULL,
};

/* What today's reveal.js knows. */
static const char *const own_classes[] = {
  "r-fit-text", "r-hstack", "r-stack", "r-stretch", "r-vstack", "stretch", NULL,
};

void
fore_difference_report_element (ForeReport *report, const char *name, guint line)
{
  if (g_strv_contains (own_elements, name))
    fore_report_add (report, FORE_SEVERITY_INFO, "element-as-text", line,
                     _ ("HedgeDoc shows “<%s>” as text"), name);
}

static void
report_no_effect (ForeReport *report, const char *what, guint line)
{
  fore_report_add (report, FORE_SEVERITY_INFO, "no-effect-in-hedgedoc", line,
                   _ ("“%s” has no effect in HedgeDoc"), what);
}

void
fore_difference_report_attribute (ForeReport *report,
                                  const char *name,
                                  const char *value,
                                  guint line)
{
  g_auto (GStrv) classes = NULL;

  if (strcmp (name, "data-auto-animate") == 0)
    report_no_effect (report, name, line);
  if (strcmp (name, "class") != 0 ||
      (strstr (value, "r-") == NULL && strstr (value, "stretch") == NULL))
    return;

  classes = g_strsplit (value, " ", -1);
  for (char **one = classes; *one != NULL; one++) {
    if (g_strv_contains (own_classes, *one))
      report_no_effect (report, *one, line);
  }
}

/* Whether HedgeDoc's filter would write the attribute at @at as it is. Goes on behind it.
 */
static gboolean
stays (const ForeElement *element, const char **at)
{
  gsize length = strspn (*at, NAME_CHARACTERS);
  g_autofree char *name = g_ascii_strdown (*at, (gssize) length);
  const char *value = *at + length;
  ForeAddressUse use;

  if (length == 0)
    return FALSE;
  if (value[0] == '=') {
    const char *end = value[1] == '"' ? strchr (value + 2, '"') : NULL;

    if (end == NULL)
      return FALSE;
    value = end + 1;
  }
  *at = value;

  return fore_policy_judge_attribute (element, name, &use) != FORE_ATTRIBUTE_REFUSED;
}

/* @at is a `<`. */
static gboolean
loses_attributes (const char *at)
{
  gsize length = strspn (at + 1, NAME_CHARACTERS);
  const ForeElement *element =
    length > 0 ? fore_policy_find_element (at + 1, length) : NULL;
  const char *end = strchr (at, '>');

  at += 1 + length;
  if (element == NULL || g_strv_contains (own_elements, element->name) || end == NULL ||
      memchr (at, '<', end - at) != NULL)
    return FALSE;

  for (at += strspn (at, " \t\n"); at < end && *at != '/'; at += strspn (at, " \t\n")) {
    if (!stays (element, &at))
      return TRUE;
  }

  return FALSE;
}

void
fore_difference_report_code (ForeReport *report, const char *code, guint line)
{
  for (const char *at = strchr (code, '<'); at != NULL; at = strchr (at + 1, '<')) {
    if (!loses_attributes (at))
      continue;
    fore_report_add (report, FORE_SEVERITY_INFO, "attributes-in-code", line,
                     _ ("HedgeDoc takes attributes out of the tags in this code"));
    return;
  }
}

void
fore_difference_report_language (ForeReport *report,
                                 const char *language,
                                 gsize length,
                                 guint line)
{
  const char *name = length > 0 ? fore_highlight_get_name (language, length) : NULL;
  g_autofree char *alias = NULL;

  /* What is plain by name is not guessed. */
  if (name == NULL || strcmp (name, "plaintext") == 0 ||
      (strlen (name) == length && g_ascii_strncasecmp (name, language, length) == 0))
    return;

  alias = g_strndup (language, length);
  fore_report_add (report, FORE_SEVERITY_INFO, "language-alias", line,
                   _ ("HedgeDoc guesses what language “%s” is; it knows “%s”"), alias,
                   name);
}
