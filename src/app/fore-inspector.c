/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-inspector.h"

#include "fore-error.h"
#include "fore-stage-measure.h"

/* How many slides a page measures at once. */
#define AT_ONCE 8

struct _ForeInspector {
  GObject parent_instance;

  ForeDocument *document;
  ForeProblemModel *problems;
  ForeChecker *checker;
  ForeStage *preview;
  GSettings *settings;

  ForeStage *stage;   /* NULL until there is something to measure */
  ForeDeck *measured; /* the deck that is being measured */
  guint version;      /* of the assets that it was measured with */
  guint n_asked;
  guint n_measured;
  gboolean looking;
  gboolean failed; /* the page could not do it; not asked again for this deck */
  gboolean busy;
  GCancellable *cancellable;
};

enum { PROP_BUSY = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeInspector, fore_inspector, G_TYPE_OBJECT)

static void measure (ForeInspector *self);

static void
set_busy (ForeInspector *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* --- measuring --- */

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeInspector) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ForeDeck) deck = g_steal_pointer (&self->measured);
  g_autofree char *answer =
    fore_stage_measure_finish (FORE_STAGE (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (answer != NULL) {
    self->n_measured += self->n_asked;
    fore_checker_add_answer (self->checker, deck, answer);
    fore_problem_model_check_again (self->problems);
    return;
  }
  /* It says when it is settled again. */
  if (!g_error_matches (error, FORE_ERROR, FORE_ERROR_PAGE)) {
    g_debug ("Slides could not be measured: %s", error->message);
    self->failed = TRUE;
    set_busy (self, FALSE);
  } else if (fore_stage_get_settled (self->stage)) {
    measure (self);
  }
}

static void
ensure_stage (ForeInspector *self)
{
  if (self->stage != NULL)
    return;
  self->stage = g_object_ref_sink (FORE_STAGE (fore_stage_new (
    fore_stage_get_assets (self->preview), FORE_STAGE_SPEAKER, self->preview)));
  g_signal_connect_object (self->stage, "notify::settled", G_CALLBACK (measure), self,
                           G_CONNECT_SWAPPED);
}

static void
measure (ForeInspector *self)
{
  g_autoptr (ForeQuestions) questions = NULL;
  ForeDeck *deck = fore_problem_model_get_deck (self->problems);

  if (self->measured != NULL || self->failed || deck == NULL)
    return;
  questions = fore_checker_dup_questions (self->checker, AT_ONCE);
  set_busy (self, questions != NULL);
  if (questions == NULL || !fore_stage_get_settled (self->preview))
    return;

  ensure_stage (self);
  fore_stage_set_deck (self->stage, deck);
  if (!fore_stage_get_settled (self->stage))
    return;
  self->measured = fore_deck_ref (deck);
  self->n_asked = questions->n_slides;
  fore_stage_measure_async (self->stage, questions->slides, questions->styles,
                            questions->fonts, self->cancellable, measured_cb,
                            g_object_ref (self));
}

/* --- files --- */

static void look (ForeInspector *self, gboolean again);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeInspector) self = user_data;
  gboolean changed = fore_checker_look_finish (FORE_CHECKER (source), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->looking = FALSE;
  if (changed)
    fore_problem_model_check_again (self->problems);
}

static void
look (ForeInspector *self, gboolean again)
{
  if (self->looking)
    return;
  self->looking = TRUE;
  fore_checker_look_async (self->checker, again, self->cancellable, looked_cb,
                           g_object_ref (self));
}

/* --- what changes --- */

static void
checked_cb (ForeInspector *self)
{
  measure (self);
}

static void
deck_changed_cb (ForeInspector *self)
{
  self->failed = FALSE;
}

static void
file_changed_cb (ForeInspector *self)
{
  fore_checker_set_file (self->checker, fore_document_get_file (self->document));
  fore_problem_model_check_again (self->problems);
  look (self, FALSE);
}

static void
silent_changed_cb (ForeInspector *self)
{
  g_auto (GStrv) silent = g_settings_get_strv (self->settings, "silent-rules");

  if (fore_checker_set_silent (self->checker, (const char *const *) silent))
    fore_problem_model_check_again (self->problems);
}

/* Pictures that come only now, since a host has been allowed, change what is measured. */
static void
preview_settled_cb (ForeInspector *self)
{
  guint version = fore_stage_get_version (self->preview);

  if (!fore_stage_get_settled (self->preview))
    return;
  if (self->version != version) {
    self->version = version;
    fore_checker_forget_measures (self->checker);
    if (self->stage != NULL)
      fore_stage_show (self->stage, 0, 0);
    look (self, TRUE);
  }
  measure (self);
}

static void
problems_changed_cb (ForeInspector *self)
{
  look (self, FALSE);
}

gboolean
fore_inspector_get_busy (ForeInspector *self)
{
  g_return_val_if_fail (FORE_IS_INSPECTOR (self), FALSE);

  return self->busy;
}

guint
fore_inspector_get_n_measured (ForeInspector *self)
{
  g_return_val_if_fail (FORE_IS_INSPECTOR (self), 0);

  return self->n_measured;
}

/* --- the object --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_BUSY:
    g_value_set_boolean (value, FORE_INSPECTOR (object)->busy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  ForeInspector *self = FORE_INSPECTOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->stage);
  g_clear_object (&self->preview);
  g_clear_object (&self->checker);
  g_clear_object (&self->problems);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fore_inspector_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  ForeInspector *self = FORE_INSPECTOR (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->measured, fore_deck_unref);

  G_OBJECT_CLASS (fore_inspector_parent_class)->finalize (object);
}

static void
fore_inspector_class_init (ForeInspectorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  properties[PROP_BUSY] = g_param_spec_boolean (
    "busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_inspector_init (ForeInspector *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
listen (ForeInspector *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

ForeInspector *
fore_inspector_new (ForeDocument *document, ForeStage *preview, GSettings *settings)
{
  ForeInspector *self = g_object_new (FORE_TYPE_INSPECTOR, NULL);

  self->document = g_object_ref (document);
  self->problems = g_object_ref (fore_document_get_problems (document));
  self->checker = g_object_ref (fore_problem_model_get_checker (self->problems));
  self->preview = g_object_ref (preview);
  if (settings != NULL) {
    self->settings = g_object_ref (settings);
    listen (self, settings, "changed::silent-rules", G_CALLBACK (silent_changed_cb));
    silent_changed_cb (self);
  }
  self->version = fore_stage_get_version (preview);
  listen (self, preview, "notify::settled", G_CALLBACK (preview_settled_cb));
  listen (self, document, "notify::deck", G_CALLBACK (deck_changed_cb));
  listen (self, document, "notify::file", G_CALLBACK (file_changed_cb));
  listen (self, self->problems, "checked", G_CALLBACK (checked_cb));
  listen (self, self->problems, "checked", G_CALLBACK (problems_changed_cb));
  file_changed_cb (self);

  return self;
}
