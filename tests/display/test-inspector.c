/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-document-fix.h"
#include "fore-document.h"
#include "fore-inspector.h"
#include "stage-fixture.h"

#include <string.h>

/* A document beside a preview, and what watches both. */
typedef struct {
  StageFixture base;
  ForeDocument *document;
  ForeProblemModel *problems;
  ForeInspector *inspector;
} Fixture;

static void
deck_cb (ForeDocument *document, GParamSpec *pspec, Fixture *fixture)
{
  fore_stage_set_deck (fixture->base.stage, fore_document_get_deck (document));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  stage_fixture_set_up (&fixture->base, GUINT_TO_POINTER (FORE_STAGE_PREVIEW));
  fixture->document = fore_document_new ();
  fixture->problems = fore_document_get_problems (fixture->document);
  g_signal_connect (fixture->document, "notify::deck", G_CALLBACK (deck_cb), fixture);
  fixture->inspector = fore_inspector_new (fixture->document, fixture->base.stage, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->document, fixture);
  g_object_run_dispose (G_OBJECT (fixture->inspector));
  g_clear_object (&fixture->inspector);
  g_clear_object (&fixture->document);
  stage_fixture_tear_down (&fixture->base, data);
}

/* Returns: what is wrong, when all is known. */
static char *
dup_problems (Fixture *fixture, guint n_measured)
{
  GString *text = g_string_new (NULL);
  ForeDiagnostic *problem;

  while (fore_inspector_get_n_measured (fixture->inspector) < n_measured ||
         fore_inspector_get_busy (fixture->inspector))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0;
       (problem = fore_problem_model_get_diagnostic (fixture->problems, i)) != NULL; i++)
    g_string_append_printf (text, "%s%u:%s", i > 0 ? " " : "",
                            fore_diagnostic_get_line (problem),
                            fore_diagnostic_get_rule (problem));

  return g_string_free (text, FALSE);
}

static void
type (Fixture *fixture, int line, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fore_document_get_buffer (fixture->document));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line - 1);
  gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_insert (buffer, &iter, text, -1);
}

#define LONG                                                                             \
  "- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n- 11\n- 12\n- 13\n- 14\n- 15\n- "  \
  "16\n- 17\n- 18\n"

static void
test_edit_measures_its_slide (Fixture *fixture, gconstpointer data)
{
  guint n_before;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *same = NULL;

  fore_document_set_text (fixture->document,
                          "# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n" LONG);
  before = dup_problems (fixture, 3);
  n_before = fore_inspector_get_n_measured (fixture->inspector);
  g_assert_true (g_str_has_suffix (before, ":overflow"));
  g_assert_null (strchr (before, ' '));

  /* One key, one slide. */
  type (fixture, 5, "!");
  same = dup_problems (fixture, n_before + 1);
  g_assert_cmpuint (fore_inspector_get_n_measured (fixture->inspector), ==, n_before + 1);
  g_assert_cmpstr (same, ==, before);

  type (fixture, 5, " <small style=\"font-size: 9px\">so small</small>");
  after = dup_problems (fixture, n_before + 2);
  g_assert_cmpuint (fore_inspector_get_n_measured (fixture->inspector), ==, n_before + 2);
  g_assert_true (g_str_has_prefix (after, "5:small-text "));
}

/* The preview is not touched by what is measured beside it. */
static void
test_preview_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *problems = NULL;
  guint n_updates;

  fore_document_set_text (fixture->document, "# One\n\n---\n\n# Two\n\n" LONG);
  stage_fixture_settle (fixture->base.stage);
  n_updates = fore_stage_get_n_updates (fixture->base.stage);
  problems = dup_problems (fixture, 2);
  g_assert_cmpuint (fore_stage_get_n_updates (fixture->base.stage), ==, n_updates);
  g_assert_cmpuint (fore_stage_get_index (fixture->base.stage), ==, 0);
}

/* What was split or put into columns is measured again, and fits. */
static void
test_fixed_fits (Fixture *fixture, gconstpointer data)
{
  static const ForeFixes fixes[] = { FORE_FIX_SPLIT, FORE_FIX_COLUMNS };

  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++) {
    guint n_before = fore_inspector_get_n_measured (fixture->inspector);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    ForePlace place;

    fore_document_set_text (fixture->document,
                            i == 0 ? "# One\n\n" LONG : "# Two\n\n" LONG);
    before = dup_problems (fixture, n_before + 1);
    g_assert_true (g_str_has_suffix (before, ":overflow"));
    n_before = fore_inspector_get_n_measured (fixture->inspector);
    g_assert_true (fore_document_fix (
      fixture->document, fore_problem_model_get_diagnostic (fixture->problems, 0),
      fixes[i], &place));
    after = dup_problems (fixture, n_before + 1);
    g_assert_cmpstr (after, ==, "");
  }
}

#define ADD(path, function)                                                              \
  g_test_add ("/inspector/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  stage_fixture_init (&argc, &argv);

  ADD ("edit-measures-its-slide", test_edit_measures_its_slide);
  ADD ("preview-stays", test_preview_stays);
  ADD ("fixed-fits", test_fixed_fits);

  return g_test_run ();
}
