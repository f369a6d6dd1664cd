/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* The values given here are those that HedgeDoc 1.x sets itself, and those of reveal.js
 * 3.9.2, which it shows decks with, where a later reveal.js has others. */

#include "fore-option-table.h"

#include <stdlib.h>
#include <string.h>

static const char *const transitions[] = { "none",    "fade", "slide", "convex",
                                           "concave", "zoom", NULL };
static const char *const back_arrows[] = { "faded", "hidden", "visible", NULL };
static const char *const layouts[] = { "bottom-right", "edges", NULL };
static const char *const navigation[] = { "default", "linear", "grid", NULL };
static const char *const notes[] = { "separate-page", NULL };
static const char *const numbers[] = { "h.v", "h/v", "c", "c/t", NULL };
static const char *const speeds[] = { "default", "fast", "slow", NULL };

const ForeOption fore_option_table[FORE_N_OPTIONS] = {
  { "autoPlayMedia", FORE_OPTION_BOOLEAN_OR_NULL, NULL },
  { "autoSlide", FORE_OPTION_NUMBER_OR_OFF, NULL, 0, 86400000 },
  { "autoSlideStoppable", FORE_OPTION_BOOLEAN, NULL },
  { "backgroundTransition", FORE_OPTION_WORD, NULL, 0, 0, transitions },
  { "center", FORE_OPTION_BOOLEAN, "true" },
  { "controls", FORE_OPTION_BOOLEAN, "true" },
  { "controlsBackArrows", FORE_OPTION_WORD, NULL, 0, 0, back_arrows },
  { "controlsLayout", FORE_OPTION_WORD, NULL, 0, 0, layouts },
  { "controlsTutorial", FORE_OPTION_BOOLEAN, NULL },
  { "defaultTiming", FORE_OPTION_NUMBER_OR_OFF, NULL, 0, 86400 },
  { "display", FORE_OPTION_TEXT, NULL },
  { "embedded", FORE_OPTION_BOOLEAN, NULL },
  { "fragmentInURL", FORE_OPTION_BOOLEAN, NULL },
  { "fragments", FORE_OPTION_BOOLEAN, NULL },
  { "hash", FORE_OPTION_BOOLEAN, NULL },
  { "height", FORE_OPTION_SIZE, "700", 100, 20000 },
  { "help", FORE_OPTION_BOOLEAN, NULL },
  { "hideAddressBar", FORE_OPTION_NONE, NULL },
  { "hideCursorTime", FORE_OPTION_NUMBER, NULL, 0, 86400000 },
  { "hideInactiveCursor", FORE_OPTION_BOOLEAN, NULL },
  { "history", FORE_OPTION_BOOLEAN, "true" },
  { "keyboard", FORE_OPTION_BOOLEAN, NULL },
  { "loop", FORE_OPTION_BOOLEAN, NULL },
  { "margin", FORE_OPTION_NUMBER, "0.04", 0, 0.9 },
  { "maxScale", FORE_OPTION_NUMBER, "2", 0.01, 100 },
  { "minScale", FORE_OPTION_NUMBER, "0.2", 0.01, 100 },
  { "minimumTimePerSlide", FORE_OPTION_NUMBER, NULL, 0, 86400 },
  { "mobileViewDistance", FORE_OPTION_NUMBER, NULL, 0, 20000 },
  { "mouseWheel", FORE_OPTION_BOOLEAN, NULL },
  { "navigationMode", FORE_OPTION_WORD, NULL, 0, 0, navigation },
  { "overview", FORE_OPTION_BOOLEAN, NULL },
  { "parallaxBackgroundHorizontal", FORE_OPTION_NUMBER_OR_OFF, NULL, -100000, 100000 },
  { "parallaxBackgroundImage", FORE_OPTION_IMAGE, NULL },
  { "parallaxBackgroundSize", FORE_OPTION_TEXT, NULL },
  { "parallaxBackgroundVertical", FORE_OPTION_NUMBER_OR_OFF, NULL, -100000, 100000 },
  { "preloadIframes", FORE_OPTION_BOOLEAN_OR_NULL, NULL },
  { "previewLinks", FORE_OPTION_BOOLEAN, NULL },
  { "progress", FORE_OPTION_BOOLEAN, "true" },
  { "rtl", FORE_OPTION_NONE, NULL },
  { "showNotes", FORE_OPTION_BOOLEAN_OR_WORD, NULL, 0, 0, notes },
  { "shuffle", FORE_OPTION_BOOLEAN, NULL },
  { "slideNumber", FORE_OPTION_BOOLEAN_OR_WORD, "true", 0, 0, numbers },
  { "theme", FORE_OPTION_THEME, NULL },
  { "totalTime", FORE_OPTION_NUMBER, NULL, 0, 864000 },
  { "touch", FORE_OPTION_BOOLEAN, NULL },
  { "transition", FORE_OPTION_WORD, "\"none\"", 0, 0, transitions },
  { "transitionSpeed", FORE_OPTION_WORD, NULL, 0, 0, speeds },
  { "viewDistance", FORE_OPTION_NUMBER, NULL, 1, 20000 },
  { "width", FORE_OPTION_SIZE, "960", 100, 20000 },
};

const char *const fore_option_names[FORE_N_OPTIONS + 1] = {
  "autoPlayMedia",
  "autoSlide",
  "autoSlideStoppable",
  "backgroundTransition",
  "center",
  "controls",
  "controlsBackArrows",
  "controlsLayout",
  "controlsTutorial",
  "defaultTiming",
  "display",
  "embedded",
  "fragmentInURL",
  "fragments",
  "hash",
  "height",
  "help",
  "hideAddressBar",
  "hideCursorTime",
  "hideInactiveCursor",
  "history",
  "keyboard",
  "loop",
  "margin",
  "maxScale",
  "minScale",
  "minimumTimePerSlide",
  "mobileViewDistance",
  "mouseWheel",
  "navigationMode",
  "overview",
  "parallaxBackgroundHorizontal",
  "parallaxBackgroundImage",
  "parallaxBackgroundSize",
  "parallaxBackgroundVertical",
  "preloadIframes",
  "previewLinks",
  "progress",
  "rtl",
  "showNotes",
  "shuffle",
  "slideNumber",
  "theme",
  "totalTime",
  "touch",
  "transition",
  "transitionSpeed",
  "viewDistance",
  "width",
  NULL,
};

const char *const fore_option_ignored[] = {
  "autoAnimate",
  "autoAnimateDuration",
  "autoAnimateEasing",
  "autoAnimateUnmatched",
  "autoSlideMethod",
  "dependencies",
  "disableLayout",
  "hashOneBasedIndex",
  "jumpToSlide",
  "keyboardCondition",
  "parallaxBackgroundPosition",
  "parallaxBackgroundRepeat",
  "pause",
  "pdfMaxPagesPerSlide",
  "pdfPageHeightOffset",
  "pdfSeparateFragments",
  "plugins",
  "postMessage",
  "respondToHashChanges",
  "scrollActivationWidth",
  "showHiddenSlides",
  "showSlideNumber",
  "view",
  NULL,
};

const char *const fore_option_foreign[] = {
  "allottedMinutes",
  "spotlight",
  NULL,
};

const char *const fore_option_themes[] = {
  "beige", "black",  "blood", "league",    "moon",  "night",
  "serif", "simple", "sky",   "solarized", "white", NULL,
};

const char *const fore_option_new_themes[] = {
  "black-contrast",
  "dracula",
  "white-contrast",
  NULL,
};

static int
compare_names (const void *name, const void *option)
{
  return strcmp (name, ((const ForeOption *) option)->name);
}

int
fore_option_find (const char *name)
{
  const ForeOption *option =
    bsearch (name, fore_option_table, FORE_N_OPTIONS, sizeof *option, compare_names);

  return option != NULL ? (int) (option - fore_option_table) : -1;
}
