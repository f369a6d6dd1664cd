/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-check-options.h"

#include "fore-findings-text.h"

#include <glib/gi18n.h>

void
fore_check_options_clear (ForeCheckOptions *self)
{
  g_clear_pointer (&self->names, g_strfreev);
}

gboolean
fore_check_options_parse (ForeCheckOptions *self, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Write JSON"), NULL },
    { "sarif", 0, 0, G_OPTION_ARG_NONE, &self->sarif,
      N_ ("Write SARIF 2.1.0, for editors and servers that build"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &self->strict, N_ ("Let remarks count too"),
      NULL },
    { "no-measure", 0, 0, G_OPTION_ARG_NONE, &self->no_measure,
      N_ ("Do without what takes a page: overflow, sizes, contrast, fonts"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->show_version, N_ ("Show the version"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("DECK"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
    context,
    _ ("Says what will go wrong when a deck is shown.\n"
       "“-” as DECK reads standard input. Ends with 0 if nothing was found, 1 if "
       "something was, and 2 if the deck could not be checked."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, argc, argv, error);
}

GFile *
fore_check_options_dup_file (const ForeCheckOptions *self)
{
  g_return_val_if_fail (self->names != NULL, NULL);

  if (g_str_equal (self->names[0], "-"))
    return g_file_new_for_path ("-");

  return g_file_new_for_commandline_arg (self->names[0]);
}

int
fore_check_options_report (const ForeCheckOptions *self,
                           ForeDeck *deck,
                           ForeChecker *checker,
                           const char *version,
                           gboolean measured)
{
  const ForeSeverity least = self->strict ? FORE_SEVERITY_INFO : FORE_SEVERITY_WARNING;
  g_autoptr (GPtrArray) findings = fore_checker_dup_findings (checker);
  const ForeFindingsReport report = { deck, self->names[0], findings, version, measured };
  g_autofree char *text =
    fore_findings_write (&report, self->sarif  ? FORE_FINDINGS_SARIF
                                  : self->json ? FORE_FINDINGS_JSON
                                               : FORE_FINDINGS_PLAIN);

  g_print ("%s", text);
  for (guint i = 0; i < findings->len; i++) {
    if (fore_diagnostic_get_severity (findings->pdata[i]) >= least)
      return FORE_CHECK_FOUND;
  }

  return FORE_CHECK_CLEAN;
}
