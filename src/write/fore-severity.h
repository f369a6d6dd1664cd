/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-diagnostic.h"

G_BEGIN_DECLS

/**
 * fore_severity_get_icon:
 *
 * Returns: the name of the icon that stands for @severity everywhere
 */
const char *fore_severity_get_icon (ForeSeverity severity);

/**
 * fore_severity_get_style:
 *
 * Returns: the CSS class that goes with it
 */
const char *fore_severity_get_style (ForeSeverity severity);

/**
 * fore_severity_get_name:
 *
 * Returns: what it is called in front of people
 */
const char *fore_severity_get_name (ForeSeverity severity);

G_END_DECLS
