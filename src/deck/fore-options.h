/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#pragma once

#include "fore-markup.h"
#include "fore-yaml.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ForeOptions:
 *
 * What the front matter's `slideOptions` ask of reveal.js, checked.
 *
 * Immutable and shared by reference. Holds every option that HedgeDoc 1.x lets through;
 * each has either the value of the deck, or HedgeDoc's own default, or reveal's.
 */
typedef struct _ForeOptions ForeOptions;

#define FORE_TYPE_OPTIONS (fore_options_get_type ())

GType fore_options_get_type (void) G_GNUC_CONST;

/**
 * fore_options_new:
 * @yaml: (nullable): the value of `slideOptions`, or `NULL` for none
 * @right_to_left: whether the deck runs from right to left
 * @n_lines: how many lines stand above the YAML text
 * @diagnostics: (element-type ForeDiagnostic): where to tell the author what cannot be
 * used
 *
 * Checks options. What cannot be used has no effect, but on @diagnostics.
 */
ForeOptions *fore_options_new (const ForeYaml *yaml,
                               gboolean right_to_left,
                               guint n_lines,
                               GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

ForeOptions *fore_options_ref (ForeOptions *self);
void fore_options_unref (ForeOptions *self);

/**
 * fore_options_get_theme:
 *
 * Returns: the name of a theme that exists; `black` where the deck names none or an
 *   unknown one
 */
const char *fore_options_get_theme (const ForeOptions *self);

/**
 * fore_options_get_transition:
 *
 * Returns: `none`, `fade`, `slide`, `convex`, `concave` or `zoom`
 */
const char *fore_options_get_transition (const ForeOptions *self);

/**
 * fore_options_get_width:
 *
 * Returns: the width of a slide in CSS pixels, 960 unless the deck says otherwise
 */
double fore_options_get_width (const ForeOptions *self);

/**
 * fore_options_get_height:
 *
 * Returns: the height of a slide in CSS pixels, 700 unless the deck says otherwise
 */
double fore_options_get_height (const ForeOptions *self);

/**
 * fore_options_get_margin:
 *
 * Returns: the share of the screen that stays empty around a slide, 0 to 1
 */
double fore_options_get_margin (const ForeOptions *self);

/**
 * fore_options_get_fragments:
 *
 * Returns: whether slides have steps at all
 */
gboolean fore_options_get_fragments (const ForeOptions *self);

/**
 * ForeNavigation:
 * @FORE_NAVIGATION_DEFAULT: left and right go to another column, and there to the slide
 *   that was shown last
 * @FORE_NAVIGATION_LINEAR: left and right go through all slides
 * @FORE_NAVIGATION_GRID: left and right keep to the row
 *
 * What the arrow keys do: reveal.js’s `navigationMode`.
 */
typedef enum {
  FORE_NAVIGATION_DEFAULT,
  FORE_NAVIGATION_LINEAR,
  FORE_NAVIGATION_GRID,
} ForeNavigation;

ForeNavigation fore_options_get_navigation (const ForeOptions *self);

/**
 * fore_options_get_total_time:
 *
 * Returns: `totalTime`, the seconds for the whole talk; 0 where the deck gives none
 */
double fore_options_get_total_time (const ForeOptions *self);

/**
 * fore_options_get_default_timing:
 *
 * Returns: `defaultTiming`, the seconds for a slide that says nothing else; 0 where the
 *   deck gives none
 */
double fore_options_get_default_timing (const ForeOptions *self);

/**
 * fore_options_get_minimum_timing:
 *
 * Returns: `minimumTimePerSlide` in seconds; 0 where the deck gives none
 */
double fore_options_get_minimum_timing (const ForeOptions *self);

/**
 * fore_options_get_json:
 * @name: an option that fore_options_append_json() knows, as reveal.js calls it
 *
 * Returns: (nullable): its value as JSON: the deck's own, else HedgeDoc's, else `NULL`
 */
const char *fore_options_get_json (const ForeOptions *self, const char *name);

/**
 * fore_options_append_json:
 * @map: (nullable) (scope call): what to write for the address of the parallax background
 * @json: (inout): the object is added here
 *
 * Writes the options as one JSON object for `Reveal.initialize ()`, safe to stand inside
 * a `script` element. Equal options give equal bytes.
 */
void fore_options_append_json (const ForeOptions *self,
                               ForeAddressMap map,
                               gpointer user_data,
                               GString *json);

/**
 * fore_options_foreach_address:
 * @map: (scope call): called for every address in the options (the parallax background);
 *   what it returns is freed and ignored
 */
void fore_options_foreach_address (const ForeOptions *self,
                                   ForeAddressMap map,
                                   gpointer user_data);

gboolean fore_options_equal (const ForeOptions *self, const ForeOptions *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForeOptions, fore_options_unref)

G_END_DECLS
