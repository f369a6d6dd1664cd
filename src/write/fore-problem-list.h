/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeProblemList:
 *
 * What the parser has to tell the author: severity, message, slide and line.
 *
 * Property: `document` (ForeDocument, readwrite).
 * Signal: `problem-activated (uint line, uint column)`: the user wants to go there.
 */
#define FORE_TYPE_PROBLEM_LIST (fore_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (ForeProblemList, fore_problem_list, FORE, PROBLEM_LIST, GtkWidget)

GtkWidget *fore_problem_list_new (void);

void fore_problem_list_set_document (ForeProblemList *self, ForeDocument *document);

G_END_DECLS
