/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Each option is kept as the JSON that reveal.js gets, which makes writing and comparing
 * them a matter of strings. */

#include "fore-options.h"

#include "fore-diagnostic.h"
#include "fore-option-table.h"
#include "fore-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ForeOptions {
  gatomicrefcount references;
  char *json[FORE_N_OPTIONS];
  char *image;
  char *theme;
  char *transition;
  double width;
  double height;
  double margin;
  gboolean right_to_left;
};

typedef struct {
  ForeOptions *options;
  guint n_lines;
  GPtrArray *diagnostics;
} Checker;

G_DEFINE_BOXED_TYPE (ForeOptions, fore_options, fore_options_ref, fore_options_unref)

/* --- what to tell the author
 * ------------------------------------------------------------ */

static void report (Checker *self,
                    ForeSeverity severity,
                    const char *rule,
                    const ForeYaml *at,
                    const char *format,
                    ...) G_GNUC_PRINTF (5, 6);

static void
report (Checker *self,
        ForeSeverity severity,
        const char *rule,
        const ForeYaml *at,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->diagnostics,
                   fore_diagnostic_new (severity, rule, at->line + self->n_lines,
                                        at->column, "%s", message));
}

static void
report_unknown (Checker *self, const ForeYaml *name)
{
  const char *nearest = fore_words_find_nearest (name->text, fore_option_names);

  if (g_strv_contains (fore_option_foreign, name->text))
    report (self, FORE_SEVERITY_INFO, "foreign-option", name,
            _ ("“%s” is an option of HackMD that has no effect here or in HedgeDoc."),
            name->text);
  else if (g_strv_contains (fore_option_ignored, name->text))
    report (self, FORE_SEVERITY_INFO, "ignored-option", name,
            _ ("HedgeDoc does not hand “%s” on to reveal.js, so it has no effect."),
            name->text);
  else if (nearest != NULL)
    report (self, FORE_SEVERITY_WARNING, "unknown-option", name,
            _ ("There is no slide option “%s”. Did you mean “%s”?"), name->text, nearest);
  else
    report (self, FORE_SEVERITY_WARNING, "unknown-option", name,
            _ ("There is no slide option “%s”; it has no effect."), name->text);
}

/* Returns: the words, each in the user's own quotation marks */
static char *
join_words (const char *const *words)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (; *words != NULL; words++)
    g_ptr_array_add (quoted, g_strdup_printf (_ ("“%s”"), *words));
  g_ptr_array_add (quoted, NULL);

  return g_strjoinv (", ", (char **) quoted->pdata);
}

static void
report_word (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  g_autofree char *words = join_words (option->words);
  const char *nearest =
    value->text != NULL ? fore_words_find_nearest (value->text, option->words) : NULL;

  if (nearest != NULL)
    report (self, FORE_SEVERITY_WARNING, "bad-option-value", value,
            _ ("“%s” cannot be “%s”. Did you mean “%s”?"), option->name, value->text,
            nearest);
  else
    report (self, FORE_SEVERITY_WARNING, "bad-option-value", value,
            _ ("“%s” must be one of %s."), option->name, words);
}

static void
report_number (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  char least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (least, sizeof least, "%g", option->least);
  g_ascii_formatd (most, sizeof most, "%.9g", option->most);
  report (self, FORE_SEVERITY_WARNING, "bad-option-value", value,
          _ ("“%s” must be a number from %s to %s."), option->name, least, most);
}

/* --- reading values
 * --------------------------------------------------------------------- */

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    /* Neither may a script element end here, nor a line of old JavaScript. */
    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029)
      g_string_append_printf (json, "\\u%04x", c);
    else if (c == '"' || c == '\\')
      g_string_append_printf (json, "\\%c", (char) c);
    else
      g_string_append_unichar (json, c);
  }
  g_string_append_c (json, '"');
}

static char *
quote (const char *text)
{
  GString *json = g_string_new (NULL);

  append_json_string (json, text);

  return g_string_free (json, FALSE);
}

static char *
format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.12g", number));
}

/* JavaScript takes "1400" for a number, so HedgeDoc does. */
static gboolean
read_number (const ForeOption *option, const ForeYaml *value, double *number)
{
  char *end = NULL;

  if (value->kind == FORE_YAML_NUMBER) {
    *number = value->number;
  } else if (value->kind == FORE_YAML_STRING && *value->text != '\0') {
    *number = g_ascii_strtod (value->text, &end);
    if (*end != '\0')
      return FALSE;
  } else {
    return FALSE;
  }

  return *number >= option->least && *number <= option->most;
}

static char *
read_number_json (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  double number;

  if (read_number (option, value, &number))
    return format_number (number);
  report_number (self, option, value);

  return NULL;
}

static char *
read_size (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  double number;
  char *end = NULL;

  if (read_number (option, value, &number)) {
    if (option->name[0] == 'w')
      self->options->width = number;
    else
      self->options->height = number;
    return format_number (number);
  }
  if (value->kind == FORE_YAML_STRING && g_str_has_suffix (value->text, "%")) {
    number = g_ascii_strtod (value->text, &end);
    if (end[0] == '%' && end[1] == '\0' && number > 0 && number <= 1000)
      return quote (value->text);
  }
  report_number (self, option, value);

  return NULL;
}

static char *
read_boolean (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  gboolean truth = value->number != 0;

  if (value->kind != FORE_YAML_BOOLEAN) {
    /* What JavaScript takes for true is true in HedgeDoc too: a "no", for one. */
    truth = value->kind == FORE_YAML_NUMBER
              ? value->number != 0
              : value->kind != FORE_YAML_NULL && g_strcmp0 (value->text, "") != 0;
    report (self, FORE_SEVERITY_WARNING, "bad-option-value", value,
            truth ? _ ("“%s” must be true or false; this counts as true.")
                  : _ ("“%s” must be true or false; this counts as false."),
            option->name);
  }

  return g_strdup (truth ? "true" : "false");
}

static char *
read_word (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  /* Names that reveal.js had long ago and drew as a slide to the side. */
  static const char *const old_transitions[] = { "default", "linear", "cube", "page",
                                                 NULL };
  const char *word = value->text;

  if (word != NULL && value->kind == FORE_YAML_STRING) {
    if (strcmp (option->name, "transition") == 0 &&
        g_strv_contains (old_transitions, word))
      word = "slide";
    if (g_strv_contains (option->words, word)) {
      if (strcmp (option->name, "transition") == 0) {
        g_free (self->options->transition);
        self->options->transition = g_strdup (word);
      }
      return quote (word);
    }
  }
  report_word (self, option, value);

  return NULL;
}

static char *
read_text (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  if (value->text != NULL && value->kind != FORE_YAML_NULL) {
    if (option->kind == FORE_OPTION_IMAGE) {
      g_free (self->options->image);
      self->options->image = fore_address_clean (value->text, FORE_ADDRESS_IMAGE, NULL);
      if (self->options->image != NULL)
        return quote (self->options->image);
      report (self, FORE_SEVERITY_WARNING, "address-removed", value,
              _ ("“%s” cannot be the address of a picture."), value->text);
      return NULL;
    }
    return quote (value->text);
  }
  if (value->kind != FORE_YAML_NULL)
    report (self, FORE_SEVERITY_WARNING, "bad-option-value", value,
            _ ("“%s” must be a text."), option->name);

  return NULL;
}

static void
read_theme (Checker *self, const ForeYaml *value)
{
  const char *nearest;

  if (value->text == NULL || value->kind == FORE_YAML_NULL)
    return;
  if (g_strv_contains (fore_option_themes, value->text) ||
      g_strv_contains (fore_option_new_themes, value->text)) {
    g_free (self->options->theme);
    self->options->theme = g_strdup (value->text);
    if (g_strv_contains (fore_option_new_themes, value->text))
      report (self, FORE_SEVERITY_INFO, "new-theme", value,
              _ ("HedgeDoc does not have the theme “%s” and shows “black”."),
              value->text);
    return;
  }

  nearest = fore_words_find_nearest (value->text, fore_option_themes);
  if (nearest != NULL)
    report (self, FORE_SEVERITY_WARNING, "unknown-theme", value,
            _ ("There is no theme “%s”, so “black” is shown. Did you mean “%s”?"),
            value->text, nearest);
  else
    report (self, FORE_SEVERITY_WARNING, "unknown-theme", value,
            _ ("There is no theme “%s”, so “black” is shown."), value->text);
}

static char *
read_value (Checker *self, const ForeOption *option, const ForeYaml *value)
{
  gboolean is_null = value->kind == FORE_YAML_NULL;
  gboolean is_boolean = value->kind == FORE_YAML_BOOLEAN;

  switch (option->kind) {
  case FORE_OPTION_BOOLEAN_OR_NULL:
    return is_null ? g_strdup ("null") : read_boolean (self, option, value);
  case FORE_OPTION_BOOLEAN:
    return is_null ? NULL : read_boolean (self, option, value);
  case FORE_OPTION_BOOLEAN_OR_WORD:
    if (is_null)
      return NULL;
    return is_boolean ? read_boolean (self, option, value)
                      : read_word (self, option, value);
  case FORE_OPTION_WORD:
    return is_null ? NULL : read_word (self, option, value);
  case FORE_OPTION_NUMBER:
    return is_null ? NULL : read_number_json (self, option, value);
  case FORE_OPTION_NUMBER_OR_OFF:
    if (is_null || (is_boolean && value->number == 0))
      return NULL;
    return read_number_json (self, option, value);
  case FORE_OPTION_SIZE:
    return is_null ? NULL : read_size (self, option, value);
  case FORE_OPTION_TEXT:
  case FORE_OPTION_IMAGE:
    return read_text (self, option, value);
  case FORE_OPTION_THEME:
    read_theme (self, value);
    return NULL;
  case FORE_OPTION_NONE:
  default:
    if (strcmp (option->name, "rtl") == 0)
      report (self, FORE_SEVERITY_INFO, "ignored-option", value,
              _ ("“rtl” has no effect in HedgeDoc. Write “dir: rtl” at the top level."));
    return NULL;
  }
}

/* --- the value
 * -------------------------------------------------------------------------- */

ForeOptions *
fore_options_new (const ForeYaml *yaml,
                  gboolean right_to_left,
                  guint n_lines,
                  GPtrArray *diagnostics)
{
  ForeOptions *self = g_new0 (ForeOptions, 1);
  Checker checker = { self, n_lines, diagnostics };

  g_atomic_ref_count_init (&self->references);
  self->theme = g_strdup ("black");
  self->transition = g_strdup ("none");
  self->width = 960;
  self->height = 700;
  self->margin = 0.04;
  self->right_to_left = right_to_left;

  if (yaml != NULL && yaml->kind == FORE_YAML_MAPPING) {
    for (guint i = 0; i < yaml->names->len && i < yaml->items->len; i++) {
      const ForeYaml *name = g_ptr_array_index (yaml->names, i);
      int found = fore_option_find (name->text);

      if (found < 0) {
        report_unknown (&checker, name);
        continue;
      }
      g_free (self->json[found]);
      self->json[found] = read_value (&checker, &fore_option_table[found],
                                      g_ptr_array_index (yaml->items, i));
    }
  } else if (yaml != NULL && yaml->kind != FORE_YAML_NULL) {
    report (
      &checker, FORE_SEVERITY_WARNING, "bad-option-value", yaml,
      _ ("“slideOptions” must be a mapping: one “name: value” on each line below it, "
         "indented."));
  }

  if (self->json[fore_option_find ("margin")] != NULL)
    self->margin = g_ascii_strtod (self->json[fore_option_find ("margin")], NULL);

  return self;
}

ForeOptions *
fore_options_ref (ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_options_unref (ForeOptions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < FORE_N_OPTIONS; i++)
    g_free (self->json[i]);
  g_free (self->image);
  g_free (self->theme);
  g_free (self->transition);
  g_free (self);
}

const char *
fore_options_get_theme (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theme;
}

const char *
fore_options_get_transition (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->transition;
}

const char *
fore_options_get_json (const ForeOptions *self, const char *name)
{
  int found = fore_option_find (name);

  return self->json[found] != NULL ? self->json[found] : fore_option_table[found].json;
}

static double
get_number (const ForeOptions *self, const char *name)
{
  const char *json = fore_options_get_json (self, name);

  return json != NULL ? g_ascii_strtod (json, NULL) : 0;
}

gboolean
fore_options_get_fragments (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return g_strcmp0 (fore_options_get_json (self, "fragments"), "false") != 0;
}

ForeNavigation
fore_options_get_navigation (const ForeOptions *self)
{
  const char *json;

  g_return_val_if_fail (self != NULL, FORE_NAVIGATION_DEFAULT);

  json = fore_options_get_json (self, "navigationMode");
  if (g_strcmp0 (json, "\"linear\"") == 0)
    return FORE_NAVIGATION_LINEAR;

  return g_strcmp0 (json, "\"grid\"") == 0 ? FORE_NAVIGATION_GRID
                                           : FORE_NAVIGATION_DEFAULT;
}

double
fore_options_get_total_time (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_number (self, "totalTime");
}

double
fore_options_get_default_timing (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_number (self, "defaultTiming");
}

double
fore_options_get_minimum_timing (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_number (self, "minimumTimePerSlide");
}

double
fore_options_get_width (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 960);

  return self->width;
}

double
fore_options_get_height (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 700);

  return self->height;
}

double
fore_options_get_margin (const ForeOptions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->margin;
}

void
fore_options_append_json (const ForeOptions *self,
                          ForeAddressMap map,
                          gpointer user_data,
                          GString *json)
{
  /* Where reveal.js changed its mind after the version that HedgeDoc has. */
  gboolean history = g_strcmp0 (fore_options_get_json (self, "history"), "true") == 0;
  gboolean hash =
    history || g_strcmp0 (fore_options_get_json (self, "hash"), "true") == 0;

  g_return_if_fail (self != NULL);

  g_string_append_printf (json, "{\"hash\":%s,\"rtl\":%s,\"scrollActivationWidth\":0",
                          hash ? "true" : "false",
                          self->right_to_left ? "true" : "false");
  for (guint i = 0; i < FORE_N_OPTIONS; i++) {
    const ForeOption *option = &fore_option_table[i];
    const char *value = self->json[i] != NULL ? self->json[i] : option->json;
    g_autofree char *address = NULL;

    if (value == NULL || option->kind == FORE_OPTION_NONE ||
        strcmp (option->name, "hash") == 0)
      continue;
    g_string_append_printf (json, ",\"%s\":", option->name);
    if (option->kind == FORE_OPTION_IMAGE && map != NULL)
      address = map (self->image, FORE_ADDRESS_IMAGE, user_data);
    if (address != NULL)
      append_json_string (json, address);
    else
      g_string_append (json, value);
  }
  g_string_append_c (json, '}');
}

void
fore_options_foreach_address (const ForeOptions *self,
                              ForeAddressMap map,
                              gpointer user_data)
{
  g_return_if_fail (self != NULL);

  if (self->image != NULL)
    g_free (map (self->image, FORE_ADDRESS_IMAGE, user_data));
}

gboolean
fore_options_equal (const ForeOptions *self, const ForeOptions *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (strcmp (self->theme, other->theme) != 0 ||
      self->right_to_left != other->right_to_left)
    return FALSE;
  for (guint i = 0; i < FORE_N_OPTIONS; i++) {
    if (g_strcmp0 (self->json[i], other->json[i]) != 0)
      return FALSE;
  }

  return TRUE;
}
