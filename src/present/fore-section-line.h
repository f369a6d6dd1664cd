/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ForeSectionLine:
 *
 * Where a talk is: the section, what is left of its time, and what comes after it; and
 * the slide and the step, in numbers.
 */
#define FORE_TYPE_SECTION_LINE (fore_section_line_get_type ())

G_DECLARE_FINAL_TYPE (ForeSectionLine, fore_section_line, FORE, SECTION_LINE, GtkWidget)

GtkWidget *fore_section_line_new (ForeTalk *talk);

G_END_DECLS
