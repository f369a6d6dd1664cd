/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-findings-text.h"

#include "fore-rule.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const char *
get_severity_name (ForeSeverity severity)
{
  switch (severity) {
  case FORE_SEVERITY_ERROR:
    return "error";
  case FORE_SEVERITY_WARNING:
    return "warning";
  case FORE_SEVERITY_INFO:
  default:
    return "note";
  }
}

static char *
write_plain (const ForeFindingsReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->findings->len; i++) {
    const ForeDiagnostic *finding = g_ptr_array_index (report->findings, i);

    g_string_append_printf (
      text, "%s:%u:%u: %s: %s [%s]\n", report->name, fore_diagnostic_get_line (finding),
      MAX (fore_diagnostic_get_column (finding), 1),
      get_severity_name (fore_diagnostic_get_severity (finding)),
      fore_diagnostic_get_message (finding), fore_diagnostic_get_rule (finding));
  }

  return g_string_free (text, FALSE);
}

/* --- JSON --- */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

static void
add_fixes (JsonBuilder *builder, ForeFixes fixes)
{
  static const struct {
    ForeFixes fix;
    const char *name;
  } names[] = {
    { FORE_FIX_UNQUOTE, "unquote" }, { FORE_FIX_DESCRIBE, "describe" },
    { FORE_FIX_SPLIT, "split" },     { FORE_FIX_COLUMNS, "columns" },
    { FORE_FIX_SHRINK, "shrink" },
  };

  json_builder_set_member_name (builder, "fixes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (fixes & names[i].fix)
      json_builder_add_string_value (builder, names[i].name);
  }
  json_builder_end_array (builder);
}

static char *
write_json (const ForeFindingsReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (report->name);

  json_builder_begin_object (builder);
  add_string (builder, "file", name);
  json_builder_set_member_name (builder, "measured");
  json_builder_add_boolean_value (builder, report->measured);
  add_number (builder, "slides", fore_deck_get_n_slides (report->deck));
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++) {
    const ForeDiagnostic *finding = g_ptr_array_index (report->findings, i);
    guint line = fore_diagnostic_get_line (finding);

    json_builder_begin_object (builder);
    add_string (builder, "rule", fore_diagnostic_get_rule (finding));
    add_string (builder, "severity",
                get_severity_name (fore_diagnostic_get_severity (finding)));
    add_number (builder, "slide", fore_deck_find_line (report->deck, line) + 1);
    add_number (builder, "line", line);
    add_number (builder, "column", MAX (fore_diagnostic_get_column (finding), 1));
    add_string (builder, "message", fore_diagnostic_get_message (finding));
    add_fixes (builder, fore_diagnostic_get_fixes (finding));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return print (builder);
}

/* --- SARIF --- */

static void
add_rule (JsonBuilder *builder, const char *name)
{
  const ForeRule *rule = fore_rule_find (name);

  json_builder_begin_object (builder);
  add_string (builder, "id", name);
  if (rule != NULL) {
    json_builder_set_member_name (builder, "shortDescription");
    json_builder_begin_object (builder);
    add_string (builder, "text", _ (rule->summary));
    json_builder_end_object (builder);
    json_builder_set_member_name (builder, "defaultConfiguration");
    json_builder_begin_object (builder);
    add_string (builder, "level", get_severity_name (rule->severity));
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
}

static void
add_tool (JsonBuilder *builder, const ForeFindingsReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, "tool");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "driver");
  json_builder_begin_object (builder);
  add_string (builder, "name", "Foredeck");
  add_string (builder, "version", report->version);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++) {
    const char *name = fore_diagnostic_get_rule (report->findings->pdata[i]);

    if (g_hash_table_add (seen, (gpointer) name))
      add_rule (builder, name);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_location (JsonBuilder *builder, const char *uri, const ForeDiagnostic *finding)
{
  json_builder_set_member_name (builder, "locations");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "physicalLocation");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "artifactLocation");
  json_builder_begin_object (builder);
  add_string (builder, "uri", uri);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "region");
  json_builder_begin_object (builder);
  add_number (builder, "startLine", fore_diagnostic_get_line (finding));
  add_number (builder, "startColumn", MAX (fore_diagnostic_get_column (finding), 1));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_results (JsonBuilder *builder, const ForeFindingsReport *report)
{
  g_autofree char *uri =
    g_path_is_absolute (report->name)
      ? g_filename_to_uri (report->name, NULL, NULL)
      : g_uri_escape_string (report->name, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);

  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++) {
    const ForeDiagnostic *finding = g_ptr_array_index (report->findings, i);

    json_builder_begin_object (builder);
    add_string (builder, "ruleId", fore_diagnostic_get_rule (finding));
    add_string (builder, "level",
                get_severity_name (fore_diagnostic_get_severity (finding)));
    json_builder_set_member_name (builder, "message");
    json_builder_begin_object (builder);
    add_string (builder, "text", fore_diagnostic_get_message (finding));
    json_builder_end_object (builder);
    add_location (builder, uri != NULL ? uri : "deck.md", finding);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static char *
write_sarif (const ForeFindingsReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  add_string (builder, "version", "2.1.0");
  json_builder_set_member_name (builder, "runs");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_tool (builder, report);
  /* Columns count characters. */
  add_string (builder, "columnKind", "unicodeCodePoints");
  add_results (builder, report);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return print (builder);
}

char *
fore_findings_write (const ForeFindingsReport *report, ForeFindingsForm form)
{
  g_return_val_if_fail (report != NULL, NULL);

  switch (form) {
  case FORE_FINDINGS_JSON:
    return write_json (report);
  case FORE_FINDINGS_SARIF:
    return write_sarif (report);
  case FORE_FINDINGS_PLAIN:
  default:
    return write_plain (report);
  }
}
