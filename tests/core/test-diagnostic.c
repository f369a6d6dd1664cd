/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-diagnostic.h"

static void
test_diagnostic_values (void)
{
  g_autoptr (ForeDiagnostic) diagnostic = fore_diagnostic_new (
    FORE_SEVERITY_WARNING, "unknown-option", 3, 7, "“%s” is not known", "them");

  g_assert_cmpint (fore_diagnostic_get_severity (diagnostic), ==, FORE_SEVERITY_WARNING);
  g_assert_cmpstr (fore_diagnostic_get_rule (diagnostic), ==, "unknown-option");
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 3);
  g_assert_cmpuint (fore_diagnostic_get_column (diagnostic), ==, 7);
  g_assert_cmpstr (fore_diagnostic_get_message (diagnostic), ==, "“them” is not known");
}

static void
test_diagnostic_move (void)
{
  g_autoptr (ForeDiagnostic) diagnostic =
    fore_diagnostic_new (FORE_SEVERITY_INFO, "rule", 3, 7, "message");
  g_autoptr (ForeDiagnostic) same = fore_diagnostic_move (diagnostic, 0);
  g_autoptr (ForeDiagnostic) moved = fore_diagnostic_move (diagnostic, 10);

  g_assert_true (same == diagnostic);
  g_assert_cmpuint (fore_diagnostic_get_line (moved), ==, 13);
  g_assert_cmpuint (fore_diagnostic_get_column (moved), ==, 7);
  g_assert_cmpuint (fore_diagnostic_get_line (diagnostic), ==, 3);
  g_assert_cmpstr (fore_diagnostic_get_message (moved), ==, "message");
}

static void
test_diagnostic_fixes (void)
{
  g_autoptr (ForeDiagnostic) diagnostic = fore_diagnostic_add_fixes (
    fore_diagnostic_new (FORE_SEVERITY_INFO, "rule", 3, 7, "message"), FORE_FIX_SPLIT);
  g_autoptr (ForeDiagnostic) moved = fore_diagnostic_move (diagnostic, 10);

  g_assert_cmpint (fore_diagnostic_get_fixes (diagnostic), ==, FORE_FIX_SPLIT);
  g_assert_cmpint (fore_diagnostic_get_fixes (moved), ==, FORE_FIX_SPLIT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagnostic/values", test_diagnostic_values);
  g_test_add_func ("/diagnostic/move", test_diagnostic_move);
  g_test_add_func ("/diagnostic/fixes", test_diagnostic_fixes);

  return g_test_run ();
}
