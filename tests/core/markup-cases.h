/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include <glib.h>

/**
 * MarkupCase:
 * @name: the last part of the test's path
 * @text: Markdown
 * @html: what it becomes, line ends in paragraphs being line breaks
 */
typedef struct {
  const char *name;
  const char *text;
  const char *html;
} MarkupCase;

/**
 * markup_cases_add:
 * @path: the first part of the tests' paths
 * @cases: static cases
 *
 * Adds a test for each case.
 */
void markup_cases_add (const char *path, const MarkupCase *cases, gsize n_cases);

/**
 * markup_cases_repeat:
 * @start: (nullable): what stands before the unit
 * @unit: what is repeated, up to 32 kilobytes
 * @end: (nullable): what stands after it
 *
 * Renders a text that takes forever if the time grows with the square of the length, and
 * checks that the result does not.
 */
void markup_cases_repeat (const char *start, const char *unit, const char *end);
