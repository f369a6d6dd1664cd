/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Diagnostics are values, thrown away with their deck; rows of a list want objects that
 * stay. A new deck is compared with the one before, not counting lines, and only the
 * problems in between are exchanged. The few items that somebody holds, those of visible
 * rows, are told their new lines. */

#include "fore-problem-model.h"

#include "fore-asset-troubles.h"
#include "fore-diagram-troubles.h"

struct _ForeProblem {
  GObject parent_instance;

  ForeDiagnostic *diagnostic;
  ForeProblemModel *model; /* NULL when it is no longer in one */
  guint position;
};

struct _ForeProblemModel {
  GObject parent_instance;

  ForeDeck *deck;
  ForeChecker *checker;
  GPtrArray *diagnostics;
  ForeDiagramTroubles *diagrams;
  ForeAssetTroubles *assets;
  GHashTable *items; /* of ForeProblem, borrowed: those that are alive */
};

enum { PROP_DIAGNOSTIC = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];
static guint checked_signal;

static void fore_problem_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ForeProblem, fore_problem, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (ForeProblemModel,
                               fore_problem_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      fore_problem_model_list_model_init))

ForeDiagnostic *
fore_problem_get_diagnostic (ForeProblem *self)
{
  g_return_val_if_fail (FORE_IS_PROBLEM (self), NULL);

  return self->diagnostic;
}

static void
set_diagnostic (ForeProblem *self, ForeDiagnostic *diagnostic)
{
  if (self->diagnostic == diagnostic)
    return;
  g_clear_pointer (&self->diagnostic, fore_diagnostic_unref);
  self->diagnostic = fore_diagnostic_ref (diagnostic);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIAGNOSTIC]);
}

static void
fore_problem_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch (property_id) {
  case PROP_DIAGNOSTIC:
    g_value_set_boxed (value, FORE_PROBLEM (object)->diagnostic);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_problem_dispose (GObject *object)
{
  ForeProblem *self = FORE_PROBLEM (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->items, self);
  self->model = NULL;

  G_OBJECT_CLASS (fore_problem_parent_class)->dispose (object);
}

static void
fore_problem_finalize (GObject *object)
{
  g_clear_pointer (&FORE_PROBLEM (object)->diagnostic, fore_diagnostic_unref);

  G_OBJECT_CLASS (fore_problem_parent_class)->finalize (object);
}

static void
fore_problem_class_init (ForeProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_problem_get_property;
  object_class->dispose = fore_problem_dispose;
  object_class->finalize = fore_problem_finalize;

  properties[PROP_DIAGNOSTIC] = g_param_spec_boxed (
    "diagnostic", NULL, NULL, FORE_TYPE_DIAGNOSTIC,
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_problem_init (ForeProblem *self)
{
}

static gboolean
is_same_problem (ForeDiagnostic *a, ForeDiagnostic *b)
{
  return a == b ||
         (fore_diagnostic_get_rule (a) == fore_diagnostic_get_rule (b) &&
          fore_diagnostic_get_severity (a) == fore_diagnostic_get_severity (b) &&
          fore_diagnostic_get_column (a) == fore_diagnostic_get_column (b) &&
          g_str_equal (fore_diagnostic_get_message (a), fore_diagnostic_get_message (b)));
}

/* Tells the items alive where they stand now. Those in the run taken out are let go. */
static void
move_items (
  ForeProblemModel *self, guint at, guint removed, guint added, GPtrArray *diagnostics)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL)) {
    ForeProblem *problem = item;

    if (problem->position >= at && problem->position < at + removed) {
      problem->model = NULL;
      g_hash_table_iter_remove (&iter);
      continue;
    }
    if (problem->position >= at + removed)
      problem->position += added - removed;
    g_ptr_array_add (moved, g_object_ref (problem));
  }

  for (guint i = 0; i < moved->len; i++) {
    ForeProblem *problem = g_ptr_array_index (moved, i);

    set_diagnostic (problem, g_ptr_array_index (diagnostics, problem->position));
  }
}

static int
compare_lines (const void *a, const void *b)
{
  guint x = fore_diagnostic_get_line (*(ForeDiagnostic *const *) a);
  guint y = fore_diagnostic_get_line (*(ForeDiagnostic *const *) b);

  return x < y ? -1 : x > y;
}

/* Of pictures that are not shown, pages say why, and of all of them. */
static gboolean
is_said_by_pages (const ForeDiagnostic *diagnostic)
{
  return g_str_equal (fore_diagnostic_get_rule (diagnostic), "missing-picture");
}

static GPtrArray *
gather (ForeProblemModel *self)
{
  GPtrArray *diagnostics;
  guint n_of_deck = 0;

  fore_checker_set_deck (self->checker, self->deck);
  diagnostics = fore_checker_dup_findings (self->checker);
  while (n_of_deck < diagnostics->len) {
    if (is_said_by_pages (diagnostics->pdata[n_of_deck]))
      g_ptr_array_remove_index (diagnostics, n_of_deck);
    else
      n_of_deck++;
  }

  fore_diagram_troubles_append (self->diagrams, self->deck, diagnostics);
  fore_asset_troubles_append (self->assets, self->deck, diagnostics);
  /* A merge sort, so those of one line stay in order. */
  if (diagnostics->len > n_of_deck)
    g_ptr_array_sort (diagnostics, compare_lines);

  return diagnostics;
}

static void
compare (ForeProblemModel *self)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  guint head = 0;
  guint tail = 0;
  guint shorter, removed, added;

  before = g_steal_pointer (&self->diagnostics);
  after = gather (self);
  shorter = MIN (before->len, after->len);
  while (head < shorter && is_same_problem (before->pdata[head], after->pdata[head]))
    head++;
  while (tail < shorter - head && is_same_problem (before->pdata[before->len - 1 - tail],
                                                   after->pdata[after->len - 1 - tail]))
    tail++;
  removed = before->len - head - tail;
  added = after->len - head - tail;

  self->diagnostics = g_ptr_array_ref (after);
  move_items (self, head, removed, added, after);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
  g_signal_emit (self, checked_signal, 0);
}

void
fore_problem_model_set_deck (ForeProblemModel *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (self));
  g_return_if_fail (deck != NULL);

  if (self->deck == deck)
    return;
  g_clear_pointer (&self->deck, fore_deck_unref);
  self->deck = fore_deck_ref (deck);
  compare (self);
}

ForeChecker *
fore_problem_model_get_checker (ForeProblemModel *self)
{
  g_return_val_if_fail (FORE_IS_PROBLEM_MODEL (self), NULL);

  return self->checker;
}

void
fore_problem_model_check_again (ForeProblemModel *self)
{
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (self));

  if (self->deck != NULL)
    compare (self);
}

void
fore_problem_model_add_diagram (ForeProblemModel *self,
                                const char *diagram,
                                const char *trouble)
{
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (self));

  if (fore_diagram_troubles_add (self->diagrams, diagram, trouble) && self->deck != NULL)
    compare (self);
}

void
fore_problem_model_set_asset (ForeProblemModel *self,
                              const char *address,
                              const char *trouble)
{
  g_return_if_fail (FORE_IS_PROBLEM_MODEL (self));

  if (fore_asset_troubles_set (self->assets, address, trouble) && self->deck != NULL)
    compare (self);
}

guint
fore_problem_model_get_n_problems (ForeProblemModel *self, int least)
{
  guint n = 0;

  g_return_val_if_fail (FORE_IS_PROBLEM_MODEL (self), 0);

  for (guint i = 0; i < self->diagnostics->len; i++)
    n += (int) fore_diagnostic_get_severity (self->diagnostics->pdata[i]) >= least;

  return n;
}

ForeDeck *
fore_problem_model_get_deck (ForeProblemModel *self)
{
  g_return_val_if_fail (FORE_IS_PROBLEM_MODEL (self), NULL);

  return self->deck;
}

guint
fore_problem_model_find_line (ForeProblemModel *self, guint line)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (FORE_IS_PROBLEM_MODEL (self), 0);

  high = self->diagnostics->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (fore_diagnostic_get_line (self->diagnostics->pdata[middle]) < line)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

ForeDiagnostic *
fore_problem_model_get_diagnostic (ForeProblemModel *self, guint position)
{
  g_return_val_if_fail (FORE_IS_PROBLEM_MODEL (self), NULL);

  return position < self->diagnostics->len ? self->diagnostics->pdata[position] : NULL;
}

ForeProblemModel *
fore_problem_model_new (void)
{
  return g_object_new (FORE_TYPE_PROBLEM_MODEL, NULL);
}

static GType
fore_problem_model_get_item_type (GListModel *model)
{
  return FORE_TYPE_PROBLEM;
}

static guint
fore_problem_model_get_n_items (GListModel *model)
{
  return FORE_PROBLEM_MODEL (model)->diagnostics->len;
}

static gpointer
fore_problem_model_get_item (GListModel *model, guint position)
{
  ForeProblemModel *self = FORE_PROBLEM_MODEL (model);
  ForeProblem *problem;
  GHashTableIter iter;
  gpointer item;

  if (position >= self->diagnostics->len)
    return NULL;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (FORE_PROBLEM (item)->position == position)
      return g_object_ref (item);

  problem = g_object_new (FORE_TYPE_PROBLEM, NULL);
  problem->model = self;
  problem->position = position;
  problem->diagnostic = fore_diagnostic_ref (self->diagnostics->pdata[position]);
  g_hash_table_add (self->items, problem);

  return problem;
}

static void
fore_problem_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = fore_problem_model_get_item_type;
  iface->get_n_items = fore_problem_model_get_n_items;
  iface->get_item = fore_problem_model_get_item;
}

static void
fore_problem_model_finalize (GObject *object)
{
  ForeProblemModel *self = FORE_PROBLEM_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    FORE_PROBLEM (item)->model = NULL;
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->diagrams, fore_diagram_troubles_free);
  g_clear_pointer (&self->assets, fore_asset_troubles_free);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->deck, fore_deck_unref);

  G_OBJECT_CLASS (fore_problem_model_parent_class)->finalize (object);
}

static void
fore_problem_model_class_init (ForeProblemModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_problem_model_finalize;
  checked_signal = g_signal_new ("checked", FORE_TYPE_PROBLEM_MODEL, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fore_problem_model_init (ForeProblemModel *self)
{
  self->checker = fore_checker_new ();
  self->diagnostics = g_ptr_array_new ();
  self->diagrams = fore_diagram_troubles_new ();
  self->assets = fore_asset_troubles_new ();
  self->items = g_hash_table_new (NULL, NULL);
}
