/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A fence opens the front matter if it is the first line that is not blank, another fence
 * closes it, and what is between is a YAML mapping. A fence with anything else below it
 * is a separator that somebody put at the top. */

#include "fore-front-matter.h"

#include "fore-block.h"
#include "fore-diagnostic.h"
#include "fore-duration.h"
#include "fore-option-table.h"
#include "fore-splitter.h"
#include "fore-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const char *yaml;
  gsize yaml_length;
  gsize content;
  guint n_lines;
  gboolean is_wide;
  gboolean has_wide_end;
} Fences;

static void report (ForeFrontMatter *self,
                    ForeSeverity severity,
                    const char *rule,
                    guint line,
                    guint column,
                    const char *format,
                    ...) G_GNUC_PRINTF (6, 7);

static void
report (ForeFrontMatter *self,
        ForeSeverity severity,
        const char *rule,
        guint line,
        guint column,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->diagnostics,
                   fore_diagnostic_new (severity, rule, line, column, "%s", message));
}

/* --- finding it
 * ------------------------------------------------------------------------- */

/* HedgeDoc 1.x: whatever starts with three dashes or dots. Here nothing else may stand on
 * the line, so that text which is more than a rule is not lost. */
static gboolean
is_closing_fence (const char *line, gsize length)
{
  gsize width = 0;

  while (width < length && line[width] == line[0])
    width++;

  return (line[0] == '-' ? width >= 3 : line[0] == '.' && width == 3) &&
         fore_line_is_blank (line + width, length - width);
}

static const char *
skip_blank_lines (const char *at, const char *limit, guint *n_lines)
{
  while (at < limit) {
    const char *end = fore_line_find_end (at, limit);

    if (!fore_line_is_blank (at, end - at))
      break;
    at = MIN (end + 1, limit);
    (*n_lines)++;
  }

  return at;
}

static gboolean
find_fences (ForeFrontMatter *self, const char *text, gsize length, Fences *fences)
{
  const char *limit = text + length;
  const char *at = skip_blank_lines (text, limit, &fences->n_lines);
  const char *end = fore_line_find_end (at, limit);

  self->extent = MIN (end + 1, limit) - text;
  if (end == limit || !fore_line_is_separator (at, end - at, &fences->is_wide))
    return FALSE;

  fences->n_lines++;
  fences->yaml = end + 1;
  for (at = end + 1; at < limit; at = end + 1) {
    end = fore_line_find_end (at, limit);
    if (end > at && is_closing_fence (at, end - at)) {
      fences->yaml_length = at - fences->yaml;
      fences->has_wide_end = end > at + 3 && at[3] == '-';
      fences->content = MIN (end + 1, limit) - text;
      self->extent = fences->content;
      return TRUE;
    }
  }
  self->extent = G_MAXSIZE;

  return FALSE;
}

static gboolean
is_front_matter (const Fences *fences, const ForeYaml *root)
{
  if (root->kind == FORE_YAML_MAPPING)
    return TRUE;

  /* Nothing but comments: front matter, unless it reads like a slide of headings. */
  return root->kind == FORE_YAML_NULL && root->text == NULL &&
         (fences->yaml_length == 0 || fences->yaml[0] != '\n');
}

/* --- what it says
 * ----------------------------------------------------------------------- */

static void
report_duplicates (ForeFrontMatter *self, const ForeYaml *yaml, guint n_lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; yaml->names != NULL && i < yaml->names->len; i++) {
    const ForeYaml *name = g_ptr_array_index (yaml->names, i);

    if (!g_hash_table_add (seen, name->text))
      report (self, FORE_SEVERITY_WARNING, "duplicate-key", name->line + n_lines,
              name->column,
              _ ("“%s” stands here twice; the last one counts. HedgeDoc reads no options "
                 "at all then."),
              name->text);
  }
}

/* The last of a name counts. */
static const ForeYaml *
find_pair (const ForeYaml *root, const char *name)
{
  for (guint i = root->names != NULL ? root->names->len : 0; i > 0; i--) {
    const ForeYaml *found = g_ptr_array_index (root->names, i - 1);

    if (strcmp (found->text, name) == 0)
      return i <= root->items->len ? g_ptr_array_index (root->items, i - 1) : NULL;
  }

  return NULL;
}

static void
set_text (char **place, const ForeYaml *value)
{
  if (value->text == NULL || value->kind == FORE_YAML_NULL)
    return;
  g_free (*place);
  *place = g_strdup (value->text);
}

static void
add_tags (GStrvBuilder *tags, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (char **word = words; *word != NULL; word++) {
    if (*g_strstrip (*word) != '\0')
      g_strv_builder_add (tags, *word);
  }
}

static void
read_tags (ForeFrontMatter *self, const ForeYaml *value)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  if (value->kind == FORE_YAML_LIST) {
    for (guint i = 0; i < value->items->len; i++) {
      const ForeYaml *item = g_ptr_array_index (value->items, i);

      if (item->text != NULL)
        g_strv_builder_add (tags, item->text);
    }
  } else if (value->text != NULL && value->kind != FORE_YAML_NULL) {
    add_tags (tags, value->text);
  }
  g_strfreev (self->tags);
  self->tags = g_strv_builder_end (tags);
}

/* The keys of other programs count only where ours is missing, wherever it stands. */
static void
read_duration (ForeFrontMatter *self, const ForeYaml *root, guint n_lines)
{
  static const struct {
    const char *name;
    const char *unit;
  } keys[] = { { "duration", "" },
               { "allottedMinutes", "m" },
               { "timeForPresentation", "s" } };

  for (guint i = 0; i < G_N_ELEMENTS (keys) && self->duration == 0; i++) {
    const ForeYaml *value = find_pair (root, keys[i].name);
    g_autofree char *text = NULL;
    gboolean is_bare;

    if (value == NULL || value->kind == FORE_YAML_NULL)
      continue;
    is_bare =
      value->text != NULL && strspn (value->text, "0123456789.") == strlen (value->text);
    text = g_strconcat (value->text != NULL ? value->text : "",
                        is_bare ? keys[i].unit : "", NULL);
    if (!fore_duration_parse (text, &self->duration))
      report (self, FORE_SEVERITY_WARNING, "bad-duration", value->line + n_lines,
              value->column,
              _ ("“%s” must say how long the talk takes, as in “30 min” or “1:30”."),
              keys[i].name);
  }
}

static void
report_key (ForeFrontMatter *self, const ForeYaml *name, guint n_lines)
{
  static const char *const known[] = { "title",        "description", "tags",
                                       "slideOptions", "lang",        "dir",
                                       "breaks",       "duration",    NULL };
  static const char *const silent[] = {
    "type",   "robots", "GA",       "disqus",          "opengraph",           "date",
    "author", "image",  "duration", "allottedMinutes", "timeForPresentation", NULL
  };
  const char *nearest = fore_words_find_nearest (name->text, known);

  if (g_strv_contains (silent, name->text))
    return;
  if (fore_option_find (name->text) >= 0)
    report (
      self, FORE_SEVERITY_WARNING, "misplaced-option", name->line + n_lines, name->column,
      _ ("“%s” has no effect here. Put it below “slideOptions:”, indented."), name->text);
  else if (nearest != NULL)
    report (self, FORE_SEVERITY_WARNING, "unknown-key", name->line + n_lines,
            name->column, _ ("“%s” has no effect. Did you mean “%s”?"), name->text,
            nearest);
}

/* Returns the value of `slideOptions` when it comes by. */
static const ForeYaml *
read_pair (ForeFrontMatter *self,
           const ForeYaml *name,
           const ForeYaml *value,
           guint n_lines)
{
  if (strcmp (name->text, "slideOptions") == 0)
    return value;

  if (strcmp (name->text, "title") == 0)
    set_text (&self->title, value);
  else if (strcmp (name->text, "lang") == 0)
    set_text (&self->language, value);
  else if (strcmp (name->text, "description") == 0)
    set_text (&self->description, value);
  else if (strcmp (name->text, "tags") == 0)
    read_tags (self, value);
  else if (strcmp (name->text, "dir") == 0)
    self->right_to_left = g_strcmp0 (value->text, "rtl") == 0;
  else if (strcmp (name->text, "breaks") == 0)
    self->hard_breaks = value->kind != FORE_YAML_BOOLEAN || value->number != 0;
  else
    report_key (self, name, n_lines);

  if (strcmp (name->text, "breaks") == 0 && !self->hard_breaks)
    report (self, FORE_SEVERITY_INFO, "breaks-off", name->line + n_lines, name->column,
            _ ("HedgeDoc ignores “breaks: false” on slides and breaks every line."));
  if (strcmp (name->text, "tags") == 0 && value->kind == FORE_YAML_LIST)
    report (self, FORE_SEVERITY_INFO, "tags-list", name->line + n_lines, name->column,
            _ ("HedgeDoc reads tags only as words between commas."));

  return NULL;
}

static void
read_mapping (ForeFrontMatter *self, const ForeYaml *root, guint n_lines)
{
  const ForeYaml *options = NULL;

  report_duplicates (self, root, n_lines);
  for (guint i = 0; root->names != NULL && i < root->names->len; i++) {
    const ForeYaml *found = read_pair (self, g_ptr_array_index (root->names, i),
                                       g_ptr_array_index (root->items, i), n_lines);

    if (found != NULL)
      options = found;
  }
  if (options != NULL)
    report_duplicates (self, options, n_lines);
  read_duration (self, root, n_lines);
  self->options =
    fore_options_new (options, self->right_to_left, n_lines, self->diagnostics);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n_lines = 0;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';

  return n_lines;
}

static void
report_place (ForeFrontMatter *self, const Fences *fences)
{
  if (fences->n_lines > 1)
    report (self, FORE_SEVERITY_INFO, "front-matter-late", fences->n_lines, 0,
            _ ("HedgeDoc ignores front matter that does not start on the first line."));
  if (fences->is_wide)
    report (
      self, FORE_SEVERITY_WARNING, "front-matter-fence", fences->n_lines, 0,
      _ ("Front matter starts with three dashes. HedgeDoc shows this one as text."));
  else if (fences->has_wide_end)
    report (
      self, FORE_SEVERITY_INFO, "front-matter-end",
      fences->n_lines + count_lines (fences->yaml, fences->yaml_length) + 1, 0,
      _ ("Front matter ends with three dashes. HedgeDoc shows the others as text."));
}

static void
read_between_fences (ForeFrontMatter *self, const char *text, const Fences *fences)
{
  ForeYamlError error;
  g_autoptr (ForeYaml) root = fore_yaml_parse (fences->yaml, fences->yaml_length, &error);
  g_autofree char *problem = error.message;

  if (!is_front_matter (fences, root)) {
    self->content = fences->yaml - text;
    report (
      self, FORE_SEVERITY_WARNING, "leading-separator", fences->n_lines, 0,
      _ ("HedgeDoc takes this line for the start of front matter and loses the first "
         "slide. Remove the line."));
    return;
  }

  self->content = fences->content;
  report_place (self, fences);
  if (problem != NULL)
    report (self, FORE_SEVERITY_ERROR, "bad-yaml", error.line + fences->n_lines,
            error.column, _ ("The front matter cannot be read from here on: %s"),
            problem);
  read_mapping (self, root, fences->n_lines);
}

ForeFrontMatter *
fore_front_matter_read (const char *text, gsize length)
{
  ForeFrontMatter *self = g_new0 (ForeFrontMatter, 1);
  Fences fences = { NULL };

  g_atomic_ref_count_init (&self->references);
  self->hard_breaks = TRUE;
  self->diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);

  if (find_fences (self, text, length, &fences))
    read_between_fences (self, text, &fences);

  if (self->options == NULL)
    self->options = fore_options_new (NULL, FALSE, 0, self->diagnostics);
  if (self->tags == NULL)
    self->tags = g_new0 (char *, 1);

  return self;
}

ForeFrontMatter *
fore_front_matter_ref (ForeFrontMatter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_front_matter_unref (ForeFrontMatter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->title);
  g_free (self->language);
  g_free (self->description);
  g_strfreev (self->tags);
  g_clear_pointer (&self->options, fore_options_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self);
}
