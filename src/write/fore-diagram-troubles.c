/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-diagram-troubles.h"

#include "fore-diagnostic.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many as a page keeps drawings. */
#define MAX_KEPT 500

struct _ForeDiagramTroubles {
  GHashTable *troubles; /* of what was said, by the text of the diagram */
};

ForeDiagramTroubles *
fore_diagram_troubles_new (void)
{
  ForeDiagramTroubles *self = g_new0 (ForeDiagramTroubles, 1);

  self->troubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
fore_diagram_troubles_free (ForeDiagramTroubles *self)
{
  g_hash_table_unref (self->troubles);
  g_free (self);
}

gboolean
fore_diagram_troubles_add (ForeDiagramTroubles *self,
                           const char *diagram,
                           const char *trouble)
{
  /* Parsers go on with a drawing of the place, which needs a font of one width. */
  char *line;

  g_return_val_if_fail (diagram != NULL, FALSE);
  g_return_val_if_fail (trouble != NULL, FALSE);

  line = g_strstrip (g_strndup (trouble, strcspn (trouble, "\n")));
  if (g_str_has_suffix (line, ":"))
    line[strlen (line) - 1] = '\0';
  if (g_strcmp0 (g_hash_table_lookup (self->troubles, diagram), line) == 0) {
    g_free (line);
    return FALSE;
  }

  if (g_hash_table_size (self->troubles) >= MAX_KEPT)
    g_hash_table_remove_all (self->troubles);
  g_hash_table_insert (self->troubles, g_strdup (diagram), line);

  return TRUE;
}

static void
append_of_slide (ForeDiagramTroubles *self,
                 ForeSlide *slide,
                 guint n_lines,
                 GPtrArray *diagnostics)
{
  const GArray *diagrams = fore_markup_get_diagrams (fore_slide_get_markup (slide));

  for (guint i = 0; diagrams != NULL && i < diagrams->len; i++) {
    const ForeDiagram *diagram = &g_array_index (diagrams, ForeDiagram, i);
    const char *trouble = g_hash_table_lookup (self->troubles, diagram->text);

    if (trouble != NULL)
      g_ptr_array_add (
        diagnostics,
        fore_diagnostic_new (FORE_SEVERITY_ERROR, "diagram",
                             n_lines + fore_slide_get_n_above (slide) + diagram->line, 0,
                             _ ("This diagram cannot be read: %s"), trouble));
  }
}

void
fore_diagram_troubles_append (ForeDiagramTroubles *self,
                              ForeDeck *deck,
                              GPtrArray *diagnostics)
{
  if (g_hash_table_size (self->troubles) == 0)
    return;

  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    guint first;

    fore_deck_get_lines (deck, i, &first, NULL);
    append_of_slide (self, fore_deck_get_slide (deck, i), first - 1, diagnostics);
  }
}
