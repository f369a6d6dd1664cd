/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Two sorted tables, one for HTML and one for SVG, say which elements there are and which
 * attributes each may have beside those that all may have: `id`, `class`, `style` and
 * `data-…`. What is not listed does not exist. */

#include "fore-policy.h"

#include <stdlib.h>
#include <string.h>

#define KEY_MAX 31

#define BLOCK FORE_ELEMENT_BLOCK
#define HEADING (FORE_ELEMENT_BLOCK | FORE_ELEMENT_HEADING)
#define VOID FORE_ELEMENT_VOID
#define FORMATTING FORE_ELEMENT_FORMATTING
#define SCOPE FORE_ELEMENT_SCOPE
#define RAW FORE_ELEMENT_RAW
#define IMPLIED_END (FORE_ELEMENT_BLOCK | FORE_ELEMENT_IMPLIED_END)
#define TERM (IMPLIED_END | FORE_ELEMENT_TERM)
#define TABLE (FORE_ELEMENT_BLOCK | FORE_ELEMENT_TABLE)
#define TABLE_ROWS (TABLE | FORE_ELEMENT_IMPLIED_END | FORE_ELEMENT_ROWS)
#define TABLE_CELL (TABLE | FORE_ELEMENT_IMPLIED_END | FORE_ELEMENT_CELL | SCOPE)

/* Attributes are names between spaces. */
#define CELL " align colspan rowspan valign width "
#define COLUMN " align span valign width "
#define ROWS " align valign "
#define SIZE "height width "

#define HTML(name, flags, attributes)                                                    \
  {                                                                                      \
    name, name, flags, attributes                                                        \
  }

/* clang-format off */
static const ForeElement html_elements[] = {
  HTML ("a", FORMATTING, " href target title "),
  HTML ("abbr", 0, " title "),
  HTML ("address", BLOCK, NULL),
  HTML ("area", VOID, " alt coords href shape "),
  HTML ("article", BLOCK, NULL),
  HTML ("aside", BLOCK, NULL),
  HTML ("audio", 0, " autoplay controls crossorigin loop muted preload src "),
  HTML ("b", FORMATTING, NULL),
  HTML ("bdi", 0, " dir "),
  HTML ("bdo", 0, " dir "),
  HTML ("big", FORMATTING, NULL),
  HTML ("blockquote", BLOCK, " cite "),
  HTML ("br", VOID, NULL),
  HTML ("caption", TABLE | SCOPE, NULL),
  HTML ("center", BLOCK, NULL),
  HTML ("cite", 0, NULL),
  HTML ("code", FORMATTING, NULL),
  HTML ("col", VOID, COLUMN),
  HTML ("colgroup", TABLE, COLUMN),
  HTML ("dd", TERM, NULL),
  HTML ("del", 0, " datetime "),
  HTML ("details", BLOCK, " open "),
  HTML ("div", BLOCK, NULL),
  HTML ("dl", BLOCK, NULL),
  HTML ("dt", TERM, NULL),
  HTML ("em", FORMATTING, NULL),
  HTML ("figcaption", BLOCK, NULL),
  HTML ("figure", BLOCK, NULL),
  HTML ("font", FORMATTING, " color face size "),
  HTML ("footer", BLOCK, NULL),
  HTML ("h1", HEADING, NULL),
  HTML ("h2", HEADING, NULL),
  HTML ("h3", HEADING, NULL),
  HTML ("h4", HEADING, NULL),
  HTML ("h5", HEADING, NULL),
  HTML ("h6", HEADING, NULL),
  HTML ("header", BLOCK, NULL),
  HTML ("hr", BLOCK | VOID, NULL),
  HTML ("i", FORMATTING, NULL),
  HTML ("iframe", RAW, " allowfullscreen name referrerpolicy src " SIZE),
  HTML ("img", VOID, " alt loading src title " SIZE),
  HTML ("ins", 0, " datetime "),
  HTML ("kbd", 0, NULL),
  HTML ("li", IMPLIED_END, " value "),
  HTML ("main", BLOCK, NULL),
  HTML ("mark", 0, NULL),
  HTML ("nav", BLOCK, NULL),
  HTML ("ol", BLOCK, " start "),
  HTML ("p", IMPLIED_END, NULL),
  HTML ("picture", 0, NULL),
  HTML ("pre", BLOCK, NULL),
  HTML ("q", 0, " cite "),
  HTML ("rp", 0, NULL),
  HTML ("rt", 0, NULL),
  HTML ("ruby", 0, NULL),
  HTML ("s", FORMATTING, NULL),
  HTML ("samp", 0, NULL),
  /* reveal.js takes each section for a slide, also one inside of a slide. */
  { "section", "div", BLOCK, NULL },
  HTML ("small", FORMATTING, NULL),
  HTML ("source", VOID, " media sizes src srcset type " SIZE),
  HTML ("span", 0, NULL),
  HTML ("strike", FORMATTING, NULL),
  HTML ("strong", FORMATTING, NULL),
  HTML ("style", RAW, NULL),
  HTML ("sub", 0, NULL),
  HTML ("summary", BLOCK, NULL),
  HTML ("sup", 0, NULL),
  HTML ("svg", SCOPE, NULL),
  HTML ("table", TABLE | SCOPE, " align border valign width "),
  HTML ("tbody", TABLE_ROWS, ROWS),
  HTML ("td", TABLE_CELL, CELL),
  HTML ("tfoot", TABLE_ROWS, ROWS),
  HTML ("th", TABLE_CELL, CELL),
  HTML ("thead", TABLE_ROWS, ROWS),
  HTML ("tr", TABLE | FORE_ELEMENT_IMPLIED_END, " align rowspan valign "),
  HTML ("tt", FORMATTING, NULL),
  HTML ("u", FORMATTING, NULL),
  HTML ("ul", BLOCK, NULL),
  HTML ("var", 0, NULL),
  HTML ("video", 0,
        " autoplay controls crossorigin loop muted playsinline poster preload src " SIZE),
  HTML ("wbr", VOID, NULL),
};

/* The box of a task. */
static const ForeElement own_elements[] = {
  HTML ("input", VOID | FORE_ELEMENT_OURS, " checked disabled type "),
  HTML ("label", FORE_ELEMENT_OURS, NULL),
};

/* Any of these on any element of a drawing. */
static const char svg_attributes[] =
  " alignment-baseline amplitude aria-label azimuth baseFrequency baseline-shift bias"
  " clip-rule clipPathUnits color color-interpolation color-interpolation-filters cx cy d"
  " diffuseConstant direction display divisor dominant-baseline dx dy edgeMode elevation"
  " exponent fill-opacity fill-rule filterUnits flood-color flood-opacity font-family"
  " font-size font-size-adjust font-stretch font-style font-variant font-weight fr fx fy"
  " gradientTransform gradientUnits height image-rendering in in2 intercept k1 k2 k3 k4"
  " kernelMatrix lengthAdjust letter-spacing lighting-color limitingConeAngle"
  " markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode"
  " numOctaves offset opacity operator order orient overflow paint-order pathLength"
  " patternContentUnits patternTransform patternUnits pointer-events points pointsAtX"
  " pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX"
  " refY result role rotate rx ry scale seed shape-rendering side slope spacing"
  " specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles"
  " stop-color stop-opacity stroke-dasharray stroke-dashoffset stroke-linecap"
  " stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfaceScale"
  " tableValues targetX targetY text-anchor text-decoration text-rendering textLength"
  " transform transform-origin type unicode-bidi values vector-effect version viewBox"
  " visibility width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2"
  " yChannelSelector z ";

/* These may name another element of the drawing. */
static const char svg_references[] =
  " clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke ";

#define SVG(key, name) { key, name, SCOPE, svg_attributes }

static const ForeElement svg_elements[] = {
  SVG ("circle", "circle"),
  SVG ("clippath", "clipPath"),
  SVG ("defs", "defs"),
  SVG ("ellipse", "ellipse"),
  SVG ("feblend", "feBlend"),
  SVG ("fecolormatrix", "feColorMatrix"),
  SVG ("fecomponenttransfer", "feComponentTransfer"),
  SVG ("fecomposite", "feComposite"),
  SVG ("feconvolvematrix", "feConvolveMatrix"),
  SVG ("fediffuselighting", "feDiffuseLighting"),
  SVG ("fedisplacementmap", "feDisplacementMap"),
  SVG ("fedistantlight", "feDistantLight"),
  SVG ("fedropshadow", "feDropShadow"),
  SVG ("feflood", "feFlood"),
  SVG ("fefunca", "feFuncA"),
  SVG ("fefuncb", "feFuncB"),
  SVG ("fefuncg", "feFuncG"),
  SVG ("fefuncr", "feFuncR"),
  SVG ("fegaussianblur", "feGaussianBlur"),
  SVG ("femerge", "feMerge"),
  SVG ("femergenode", "feMergeNode"),
  SVG ("femorphology", "feMorphology"),
  SVG ("feoffset", "feOffset"),
  SVG ("fepointlight", "fePointLight"),
  SVG ("fespecularlighting", "feSpecularLighting"),
  SVG ("fespotlight", "feSpotLight"),
  SVG ("fetile", "feTile"),
  SVG ("feturbulence", "feTurbulence"),
  SVG ("filter", "filter"),
  SVG ("g", "g"),
  SVG ("line", "line"),
  SVG ("lineargradient", "linearGradient"),
  SVG ("marker", "marker"),
  SVG ("mask", "mask"),
  SVG ("path", "path"),
  SVG ("pattern", "pattern"),
  SVG ("polygon", "polygon"),
  SVG ("polyline", "polyline"),
  SVG ("radialgradient", "radialGradient"),
  SVG ("rect", "rect"),
  SVG ("stop", "stop"),
  SVG ("svg", "svg"),
  SVG ("switch", "switch"),
  SVG ("symbol", "symbol"),
  SVG ("text", "text"),
  SVG ("textpath", "textPath"),
  SVG ("tspan", "tspan"),
  SVG ("use", "use"),
};

/* What reveal.js loads for a slide or an element, or runs: a NULL element means any. Kinds
 * that are not REFUSED would otherwise be plain text. `data-notes` and `data-markdown`
 * make reveal.js read text as HTML. */
static const struct {
  const char *name;
  const char *element;
  ForeAttributeKind kind;
  ForeAddressUse use;
} data_attributes[] = {
  { "data-background", NULL, FORE_ATTRIBUTE_BACKGROUND, FORE_ADDRESS_IMAGE },
  { "data-background-gradient", NULL, FORE_ATTRIBUTE_STYLE, FORE_ADDRESS_IMAGE },
  { "data-background-iframe", NULL, FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_FRAME },
  { "data-background-image", NULL, FORE_ATTRIBUTE_ADDRESS_LIST, FORE_ADDRESS_IMAGE },
  { "data-background-video", NULL, FORE_ATTRIBUTE_ADDRESS_LIST, FORE_ADDRESS_MEDIA },
  { "data-fragment-index", NULL, FORE_ATTRIBUTE_INDEX, FORE_ADDRESS_LINK },
  { "data-markdown", NULL, FORE_ATTRIBUTE_REFUSED, FORE_ADDRESS_LINK },
  { "data-notes", NULL, FORE_ATTRIBUTE_REFUSED, FORE_ADDRESS_LINK },
  { "data-preview-image", NULL, FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_IMAGE },
  { "data-preview-link", NULL, FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_FRAME },
  { "data-preview-video", NULL, FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_MEDIA },
  { "data-src", "iframe", FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_FRAME },
  { "data-src", "img", FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_IMAGE },
  { "data-src", NULL, FORE_ATTRIBUTE_ADDRESS, FORE_ADDRESS_MEDIA },
  { "data-srcset", NULL, FORE_ATTRIBUTE_SOURCE_SET, FORE_ADDRESS_IMAGE },
};
/* clang-format on */

static int
compare_key (const void *key, const void *member)
{
  return strcmp (key, ((const ForeElement *) member)->key);
}

static const ForeElement *
find (const ForeElement *elements, gsize n_elements, const char *name, gsize length)
{
  char key[KEY_MAX + 1];

  if (length > KEY_MAX)
    return NULL;

  for (gsize i = 0; i < length; i++)
    key[i] = g_ascii_tolower (name[i]);
  key[length] = '\0';

  return bsearch (key, elements, n_elements, sizeof elements[0], compare_key);
}

const ForeElement *
fore_policy_find_element (const char *name, gsize length)
{
  g_return_val_if_fail (name != NULL, NULL);

  return find (html_elements, G_N_ELEMENTS (html_elements), name, length);
}

const ForeElement *
fore_policy_find_own_element (const char *name, gsize length)
{
  g_return_val_if_fail (name != NULL, NULL);

  return find (own_elements, G_N_ELEMENTS (own_elements), name, length);
}

const ForeElement *
fore_policy_find_svg_element (const char *name, gsize length)
{
  g_return_val_if_fail (name != NULL, NULL);

  return find (svg_elements, G_N_ELEMENTS (svg_elements), name, length);
}

/* Whether @name is one of the names between spaces in @names. */
static gboolean
is_listed (const char *names, const char *name)
{
  gsize length = strlen (name);

  if (names == NULL || length == 0 || strchr (name, ' ') != NULL)
    return FALSE;

  for (const char *at = strstr (names, name); at != NULL; at = strstr (at + 1, name)) {
    if (at[-1] == ' ' && at[length] == ' ')
      return TRUE;
  }

  return FALSE;
}

static ForeAttributeKind
judge_data (const ForeElement *element, const char *name, ForeAddressUse *use)
{
  const char *element_name = element != NULL ? element->name : NULL;

  for (const char *at = name; *at != '\0'; at++) {
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && strchr ("-_.", *at) == NULL)
      return FORE_ATTRIBUTE_REFUSED;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (data_attributes); i++) {
    if (strcmp (name, data_attributes[i].name) != 0)
      continue;
    if (data_attributes[i].element != NULL &&
        g_strcmp0 (element_name, data_attributes[i].element) != 0)
      continue;

    *use = data_attributes[i].use;
    return data_attributes[i].kind;
  }

  return FORE_ATTRIBUTE_TEXT;
}

static ForeAttributeKind
judge_svg (const char *name)
{
  if (strcmp (name, "href") == 0)
    return FORE_ATTRIBUTE_LOCAL_ADDRESS;
  if (is_listed (svg_references, name))
    return FORE_ATTRIBUTE_LOCAL;

  return is_listed (svg_attributes, name) ? FORE_ATTRIBUTE_TEXT : FORE_ATTRIBUTE_REFUSED;
}

static ForeAttributeKind
judge_html (const ForeElement *element, const char *name, ForeAddressUse *use)
{
  if (!is_listed (element->attributes, name))
    return FORE_ATTRIBUTE_REFUSED;

  if (strcmp (name, "srcset") == 0) {
    *use = FORE_ADDRESS_IMAGE;
    return FORE_ATTRIBUTE_SOURCE_SET;
  }

  if (strcmp (name, "href") == 0 || strcmp (name, "cite") == 0)
    *use = FORE_ADDRESS_LINK;
  else if (strcmp (name, "poster") == 0)
    *use = FORE_ADDRESS_IMAGE;
  else if (strcmp (name, "src") != 0)
    return FORE_ATTRIBUTE_TEXT;
  else if (strcmp (element->name, "img") == 0)
    *use = FORE_ADDRESS_IMAGE;
  else if (strcmp (element->name, "iframe") == 0)
    *use = FORE_ADDRESS_FRAME;
  else
    *use = FORE_ADDRESS_MEDIA;

  return FORE_ATTRIBUTE_ADDRESS;
}

ForeAttributeKind
fore_policy_judge_attribute (const ForeElement *element,
                             const char *name,
                             ForeAddressUse *use)
{
  g_return_val_if_fail (name != NULL, FORE_ATTRIBUTE_REFUSED);
  g_return_val_if_fail (use != NULL, FORE_ATTRIBUTE_REFUSED);

  *use = FORE_ADDRESS_LINK;

  if (strcmp (name, "id") == 0 || strcmp (name, "class") == 0)
    return FORE_ATTRIBUTE_TEXT;
  if (strcmp (name, "style") == 0)
    return FORE_ATTRIBUTE_STYLE;
  if (g_str_has_prefix (name, "data-"))
    return judge_data (element, name, use);
  if (element == NULL)
    return FORE_ATTRIBUTE_REFUSED;
  if (element->attributes == svg_attributes)
    return judge_svg (name);

  return judge_html (element, name, use);
}
