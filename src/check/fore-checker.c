/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* What is known stands in three places: facts of slides, which are read from their source
 * and stay with them; states of files; and measures of pages. Findings are made of these
 * anew each time, which costs little beside reading. */

#include "fore-checker.h"

#include "fore-deck-rules.h"
#include "fore-digest.h"
#include "fore-file-facts.h"
#include "fore-measure-rules.h"
#include "fore-slide-facts.h"

#include <string.h>

struct _ForeChecker {
  GObject parent_instance;

  ForeDeck *deck;
  GFile *folder;
  char *name;
  char **silent;

  GHashTable *known; /* ForeSlideFacts by ForeSlide */
  GPtrArray *facts;  /* the same, borrowed, in the order of the deck */
  GHashTable *files; /* ForeFileState by address */
  ForeMeasures *measures;
};

G_DEFINE_FINAL_TYPE (ForeChecker, fore_checker, G_TYPE_OBJECT)

void
fore_questions_free (ForeQuestions *self)
{
  g_free (self->slides);
  g_free (self->styles);
  g_free (self->fonts);
  g_free (self);
}

static GHashTable *
create_known (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref,
                                (GDestroyNotify) fore_slide_facts_free);
}

/* --- the deck --- */

static const char *
get_text (ForeDeck *deck, gsize *size)
{
  const char *text = g_bytes_get_data (fore_deck_get_text (deck), size);

  return text != NULL ? text : "";
}

static const char *
skip_lines (const char *text, const char *limit, guint n)
{
  for (; n > 0 && text < limit; n--) {
    const char *end = memchr (text, '\n', (gsize) (limit - text));

    text = end != NULL ? end + 1 : limit;
  }

  return text;
}

/* Walks once through the text, and reads what it has not seen yet. */
static void
read_slides (ForeChecker *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->known);
  gsize size;
  const char *at = get_text (self->deck, &size);
  const char *limit = at + size;

  self->known = create_known ();
  g_ptr_array_set_size (self->facts, 0);
  for (guint i = 0; i < fore_deck_get_n_slides (self->deck); i++) {
    ForeSlide *slide = fore_deck_get_slide (self->deck, i);
    gpointer facts = g_hash_table_lookup (self->known, slide);
    gpointer key;
    guint n_lines;
    const char *end;

    fore_deck_get_lines (self->deck, i, NULL, &n_lines);
    end = skip_lines (at, limit, n_lines);
    if (facts == NULL && g_hash_table_steal_extended (before, slide, &key, &facts)) {
      g_hash_table_insert (self->known, key, facts);
    } else if (facts == NULL) {
      g_autofree char *text = g_strndup (at, (gsize) (end - at));

      facts = fore_slide_facts_new (slide, text);
      g_hash_table_insert (self->known, g_object_ref (slide), facts);
    }
    g_ptr_array_add (self->facts, facts);
    at = end;
  }
}

static guint64
add_text (guint64 digest, const char *text)
{
  return fore_digest_add (digest, text, text != NULL ? strlen (text) : 0);
}

/* Style sheets on any slide are for all of them. */
static guint64
digest_surroundings (ForeChecker *self)
{
  ForeOptions *options = fore_deck_get_options (self->deck);
  g_autoptr (GString) json = g_string_new (NULL);
  guint64 digest = FORE_DIGEST_START;

  fore_options_append_json (options, NULL, NULL, json);
  digest = add_text (digest, json->str);
  digest = add_text (digest, fore_options_get_theme (options));
  for (guint i = 0; i < self->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (self->facts, i);
    gboolean has_sheet = FALSE;

    for (guint j = 0; j < facts->styles->len; j++) {
      const ForeCssUse *use = &g_array_index (facts->styles, ForeStyleFact, j).use;

      has_sheet = has_sheet || use->selector != NULL;
      if (!has_sheet)
        continue;
      digest = add_text (digest, use->selector);
      digest = add_text (digest, use->property);
      digest = add_text (digest, use->value);
    }
  }

  return digest;
}

void
fore_checker_set_deck (ForeChecker *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_CHECKER (self));
  g_return_if_fail (deck != NULL);

  if (self->deck == deck)
    return;
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = fore_deck_ref (deck);
  read_slides (self);
  fore_measures_forget_others (self->measures, deck, digest_surroundings (self));
}

void
fore_checker_set_file (ForeChecker *self, GFile *file)
{
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (FORE_IS_CHECKER (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_free (self->name);
  self->name = file != NULL ? g_file_get_basename (file) : NULL;
  if (self->name != NULL && !g_utf8_validate (self->name, -1, NULL))
    g_clear_pointer (&self->name, g_free);
  if (folder != NULL && self->folder != NULL && g_file_equal (folder, self->folder))
    return;
  g_set_object (&self->folder, folder);
  g_hash_table_remove_all (self->files);
}

gboolean
fore_checker_set_silent (ForeChecker *self, const char *const *rules)
{
  g_return_val_if_fail (FORE_IS_CHECKER (self), FALSE);
  g_return_val_if_fail (rules != NULL, FALSE);

  if (g_strv_equal ((const char *const *) self->silent, rules))
    return FALSE;
  g_strfreev (self->silent);
  self->silent = g_strdupv ((char **) rules);

  return TRUE;
}

/* --- files --- */

static char **
collect_files (ForeChecker *self, gboolean again)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (self->facts, i);

    for (guint j = 0; j < facts->addresses->len; j++) {
      const ForeFact *fact = &g_array_index (facts->addresses, ForeFact, j);

      if (fore_file_facts_is_file (fact->text) &&
          (again || !g_hash_table_contains (self->files, fact->text)) &&
          g_hash_table_add (seen, fact->text))
        g_strv_builder_add (builder, fact->text);
    }
  }

  return g_strv_builder_end (builder);
}

static gboolean
take_states (ForeChecker *self, GHashTable *states)
{
  GHashTableIter iter;
  gpointer address, state;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &address, &state)) {
    changed = changed || g_hash_table_lookup (self->files, address) != state;
    g_hash_table_replace (self->files, g_strdup (address), state);
  }

  return changed;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ForeChecker *self = g_task_get_source_object (task);
  g_autoptr (GHashTable) states = NULL;
  GError *error = NULL;

  states = fore_file_facts_look_finish (result, &error);
  if (states == NULL)
    g_task_return_error (task, error);
  else if (g_task_get_task_data (task) != self->folder)
    /* The deck went elsewhere meanwhile. */
    g_task_return_boolean (task, FALSE);
  else
    g_task_return_boolean (task, take_states (self, states));
}

void
fore_checker_look_async (ForeChecker *self,
                         gboolean again,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_auto (GStrv) addresses = NULL;

  g_return_if_fail (FORE_IS_CHECKER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fore_checker_look_async);
  addresses = collect_files (self, again);
  if (self->folder == NULL || *addresses == NULL) {
    g_task_return_boolean (task, FALSE);
    return;
  }
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  fore_file_facts_look_async (self->folder, (const char *const *) addresses, cancellable,
                              looked_cb, g_object_ref (task));
}

gboolean
fore_checker_look_finish (ForeChecker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- measures --- */

static void
add_question (ForeChecker *self, GHashTable *asked, GString *lines, const char *question)
{
  guint answer;

  /* What matches may be another thing after each edit. */
  if (!g_str_has_prefix (question, "matches\t") &&
      fore_measures_get_answer (self->measures, question, &answer))
    return;
  if (!g_hash_table_add (asked, g_strdup (question)))
    return;
  g_string_append (lines, question);
  g_string_append_c (lines, '\n');
}

static void
add_style_questions (ForeChecker *self, GString *styles, GString *fonts)
{
  g_autoptr (GHashTable) asked =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (self->facts, i);

    for (guint j = 0; j < facts->styles->len; j++) {
      const ForeStyleFact *fact = &g_array_index (facts->styles, ForeStyleFact, j);
      g_autofree char *question = fore_style_fact_dup_question (fact);
      g_autoptr (GPtrArray) names = fore_style_fact_dup_fonts (fact);

      if (question != NULL)
        add_question (self, asked, styles, question);
      for (guint k = 0; names != NULL && k < names->len; k++) {
        g_autofree char *font = g_strconcat ("font\t", names->pdata[k], NULL);

        add_question (self, asked, fonts, font);
      }
    }
  }
}

ForeQuestions *
fore_checker_dup_questions (ForeChecker *self, guint most)
{
  g_autoptr (ForeQuestions) questions = NULL;
  g_autoptr (GString) slides = g_string_new (NULL);
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GString) fonts = g_string_new (NULL);
  guint n_left = 0;

  g_return_val_if_fail (FORE_IS_CHECKER (self), NULL);
  g_return_val_if_fail (most > 0, NULL);

  if (self->deck == NULL)
    return NULL;
  questions = g_new0 (ForeQuestions, 1);
  for (guint i = 0; i < fore_deck_get_n_slides (self->deck); i++) {
    ForeSlide *slide = fore_deck_get_slide (self->deck, i);

    if (fore_measures_get_slide (self->measures, slide) != NULL ||
        fore_slide_get_visibility (slide) == FORE_VISIBILITY_HIDDEN)
      continue;
    n_left++;
    if (n_left > most)
      break;
    g_string_append_printf (slides, "%s%u", slides->len > 0 ? " " : "", i);
    questions->n_slides++;
  }
  /* What matches something can only change with a slide. */
  if (questions->n_slides == 0)
    return NULL;
  if (n_left <= most)
    add_style_questions (self, styles, fonts);
  questions->slides = g_string_free (g_steal_pointer (&slides), FALSE);
  questions->styles = g_string_free (g_steal_pointer (&styles), FALSE);
  questions->fonts = g_string_free (g_steal_pointer (&fonts), FALSE);

  return g_steal_pointer (&questions);
}

void
fore_checker_add_answer (ForeChecker *self, ForeDeck *deck, const char *answer)
{
  g_return_if_fail (FORE_IS_CHECKER (self));
  g_return_if_fail (deck != NULL);
  g_return_if_fail (answer != NULL);

  fore_measures_add (self->measures, deck, answer);
  /* It may have been about slides that are gone by now. */
  if (deck != self->deck && self->deck != NULL)
    fore_measures_forget_others (self->measures, self->deck, digest_surroundings (self));
}

void
fore_checker_forget_measures (ForeChecker *self)
{
  g_return_if_fail (FORE_IS_CHECKER (self));

  g_clear_pointer (&self->measures, fore_measures_free);
  self->measures = fore_measures_new ();
  if (self->deck != NULL)
    fore_measures_forget_others (self->measures, self->deck, digest_surroundings (self));
}

/* --- findings --- */

static gboolean
is_silent (ForeChecker *self, const ForeDiagnostic *finding)
{
  const char *rule = fore_diagnostic_get_rule (finding);
  guint index = fore_deck_find_line (self->deck, fore_diagnostic_get_line (finding));
  const ForeSlideFacts *first = g_ptr_array_index (self->facts, 0);
  const ForeSlideFacts *own = g_ptr_array_index (self->facts, index);

  return g_strv_contains ((const char *const *) self->silent, rule) ||
         g_strv_contains ((const char *const *) first->allowed, rule) ||
         g_strv_contains ((const char *const *) own->allowed, rule);
}

/* A deck that is only begun is not wrong. */
static gboolean
is_begun (ForeChecker *self)
{
  const ForeSlideFacts *only = g_ptr_array_index (self->facts, 0);

  return self->facts->len == 1 && only->styles->len == 0 && only->addresses->len == 0 &&
         fore_slide_get_n_words (fore_deck_get_slide (self->deck, 0)) == 0;
}

static void
add_of_slides (ForeChecker *self, const ForeDeckView *view)
{
  gsize size;
  const char *at = get_text (self->deck, &size);
  const char *limit = at + size;

  for (guint i = 0; i < self->facts->len; i++) {
    const ForeSlideFacts *facts = g_ptr_array_index (self->facts, i);
    ForeSlide *slide = fore_deck_get_slide (self->deck, i);
    const ForeSlideMeasure *measure = fore_measures_get_slide (self->measures, slide);
    guint n_above = fore_slide_get_content_line (slide);
    guint first, n_lines;
    const char *end;

    fore_deck_get_lines (self->deck, i, &first, &n_lines);
    end = skip_lines (at, limit, n_lines);
    for (guint j = 0; j < facts->findings->len && !is_begun (self); j++)
      g_ptr_array_add (view->findings,
                       fore_diagnostic_move (facts->findings->pdata[j], first - 1));
    if (measure != NULL && measure->overflows->len + measure->looks->len > 0) {
      const char *content = skip_lines (at, end, n_above);
      g_autofree char *text = g_strndup (content, (gsize) (end - content));

      fore_measure_rules_check (measure, fore_deck_get_options (self->deck), text,
                                first - 1 + n_above, view->findings);
    }
    at = end;
  }
}

static int
compare (const void *a, const void *b)
{
  const ForeDiagnostic *x = *(ForeDiagnostic *const *) a;
  const ForeDiagnostic *y = *(ForeDiagnostic *const *) b;
  guint m = fore_diagnostic_get_line (x);
  guint n = fore_diagnostic_get_line (y);

  return m < n ? -1 : m > n;
}

GPtrArray *
fore_checker_dup_findings (ForeChecker *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *findings;
  ForeDeckView view;

  g_return_val_if_fail (FORE_IS_CHECKER (self), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) fore_diagnostic_unref);
  if (self->deck == NULL)
    return findings;
  all = fore_deck_dup_diagnostics (self->deck);
  view = (ForeDeckView){ self->deck,  self->facts,    self->name,
                         self->files, self->measures, all };
  add_of_slides (self, &view);
  fore_deck_rules_check_addresses (&view);
  fore_deck_rules_check_ids (&view);
  fore_deck_rules_check_dates (&view);
  fore_deck_rules_check_styles (&view);
  /* A merge sort, so those of one line stay in order. */
  g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++) {
    if (!is_silent (self, all->pdata[i]))
      g_ptr_array_add (findings, fore_diagnostic_ref (all->pdata[i]));
  }

  return findings;
}

/* --- the object --- */

static void
fore_checker_finalize (GObject *object)
{
  ForeChecker *self = FORE_CHECKER (object);

  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_object (&self->folder);
  g_free (self->name);
  g_strfreev (self->silent);
  g_ptr_array_unref (self->facts);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->files);
  fore_measures_free (self->measures);

  G_OBJECT_CLASS (fore_checker_parent_class)->finalize (object);
}

static void
fore_checker_class_init (ForeCheckerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fore_checker_finalize;
}

static void
fore_checker_init (ForeChecker *self)
{
  self->silent = g_new0 (char *, 1);
  self->known = create_known ();
  self->facts = g_ptr_array_new ();
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->measures = fore_measures_new ();
}

ForeChecker *
fore_checker_new (void)
{
  return g_object_new (FORE_TYPE_CHECKER, NULL);
}
