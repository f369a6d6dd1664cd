/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* gumbo makes a tree of the HTML, as a browser would inside of a `div`. One walk over it
 * finds what `.element` comments belong to, a second writes what the policy allows.
 *
 * Where a parser has repaired misnested tags, the tree may be one that does not read back
 * as itself. So tags and text are followed: if what is written has them all in the order
 * in which they were read, then it is read in the same way. If not, what was written is
 * parsed and written once more, until that is so: what a browser makes of it is then what
 * was checked here. */

#include "fore-fragment.h"

#include "fore-arena.h"
#include "fore-policy.h"
#include "fore-raw-html.h"
#include "fore-style.h"

#include <glib/gi18n.h>
#include <gumbo.h>
#include <stdlib.h>
#include <string.h>

/* Real repairs settle in two rounds. */
#define ROUNDS_MAX 8

#define CLONED                                                                           \
  (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |                                    \
   GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)

typedef struct {
  ForeHtml html;
  ForeRendering *rendering;
  /* NULL from the second round on: all was said and applied in the first. */
  const GArray *marks;
  /* GumboElement → attributes that comments gave to it. */
  GHashTable *overrides;
  const GumboNode *root;
  guint svg_depth;
  /* Where what was written last stands in the source. */
  gsize offset;
  gboolean is_in_order;
} ForeFragment;

/* A node whose children are being visited. */
typedef struct {
  const GumboNode *node;
  guint next;
  /* NULL if its tags are not written. */
  const ForeElement *element;
  /* The child that a comment here would be about; NULL if that is the node itself. */
  const GumboNode *target;
} ForeFrame;

static const GumboVector *
get_children (const GumboNode *node)
{
  return &node->v.element.children;
}

static gboolean
is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static int
compare_mark (const void *key, const void *member)
{
  gsize offset = *(const gsize *) key;
  gsize other = ((const ForeRawMark *) member)->offset;

  return offset < other ? -1 : offset > other;
}

static const ForeRawMark *
find_mark (ForeFragment *self, gsize offset)
{
  if (self->marks == NULL || self->marks->len == 0)
    return NULL;

  return bsearch (&offset, self->marks->data, self->marks->len, sizeof (ForeRawMark),
                  compare_mark);
}

/* The line of a tag that the author wrote, or 0 if we wrote it. */
static guint
find_line (ForeFragment *self, const GumboNode *node)
{
  const ForeRawMark *mark;

  if ((node->parse_flags & CLONED) != 0)
    return 0;
  mark = find_mark (self, node->v.element.start_pos.offset);

  return mark != NULL ? mark->line : 0;
}

static const ForeElement *
find_element (ForeFragment *self, const GumboNode *node)
{
  const GumboElement *element = &node->v.element;
  GumboStringPiece name = element->original_tag;
  const ForeElement *found;

  if (element->tag_namespace == GUMBO_NAMESPACE_MATHML)
    return NULL;

  if (element->tag != GUMBO_TAG_UNKNOWN) {
    name.data = gumbo_normalized_tagname (element->tag);
    name.length = strlen (name.data);
  } else if (name.data != NULL) {
    gumbo_tag_from_original_text (&name);
  }
  if (name.data == NULL)
    return NULL;

  if (element->tag_namespace == GUMBO_NAMESPACE_SVG)
    return fore_policy_find_svg_element (name.data, name.length);
  if (self->svg_depth > 0)
    return NULL;

  found = fore_policy_find_element (name.data, name.length);

  return found != NULL ? found : fore_policy_find_own_element (name.data, name.length);
}

/* Whether the content of an element that is not allowed goes with it. */
static gboolean
hides_content (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_TEMPLATE ||
      node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
    return TRUE;

  switch (node->v.element.tag) {
  case GUMBO_TAG_SCRIPT:
  case GUMBO_TAG_STYLE:
  case GUMBO_TAG_TITLE:
  case GUMBO_TAG_TEXTAREA:
  case GUMBO_TAG_NOSCRIPT:
  case GUMBO_TAG_NOEMBED:
  case GUMBO_TAG_NOFRAMES:
  case GUMBO_TAG_XMP:
  case GUMBO_TAG_PLAINTEXT:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether a comment after this element may be about it: it will be written, and is no
 * line break and nothing of ours. */
static gboolean
is_target (ForeFragment *self, const GumboNode *node)
{
  const ForeElement *element = find_element (self, node);

  return element != NULL && node->v.element.tag != GUMBO_TAG_BR &&
         (element->flags & FORE_ELEMENT_OURS) == 0;
}

static void
apply_comment (ForeFragment *self, const GumboNode *comment, const ForeFrame *frame)
{
  const ForeRawMark *mark = find_mark (self, comment->v.text.start_pos.offset);
  const GumboNode *target = frame->target != NULL ? frame->target : frame->node;
  gboolean is_wrapper = target == self->root;
  GArray *attributes;

  if (mark == NULL || mark->attributes == NULL)
    return;

  attributes = is_wrapper ? self->rendering->wrapper_attributes
                          : g_hash_table_lookup (self->overrides, target);
  for (guint i = 0; i < mark->attributes->len; i++) {
    ForeAttribute *attribute = &g_array_index (mark->attributes, ForeAttribute, i);

    fore_attributes_set (&attributes, attribute->name, attribute->value);
  }

  if (is_wrapper)
    self->rendering->wrapper_attributes = attributes;
  else if (!g_hash_table_contains (self->overrides, target))
    g_hash_table_insert (self->overrides, (gpointer) target, attributes);
}

static void
push (GArray *frames, const GumboNode *node, const ForeElement *element)
{
  ForeFrame frame = { .node = node, .element = element };

  g_array_append_val (frames, frame);
}

static void
apply_comments (ForeFragment *self)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (ForeFrame));

  push (frames, self->root, NULL);
  while (frames->len > 0) {
    ForeFrame *frame = &g_array_index (frames, ForeFrame, frames->len - 1);
    const GumboVector *children = get_children (frame->node);
    const GumboNode *child;

    if (frame->next == children->length) {
      g_array_set_size (frames, frames->len - 1);
      continue;
    }

    child = children->data[frame->next++];
    if (child->type == GUMBO_NODE_COMMENT)
      apply_comment (self, child, frame);
    if (is_element (child)) {
      if (is_target (self, child))
        frame->target = child;
      push (frames, child, NULL);
    }
  }
}

/* The first of a name counts; `href` and `xlink:href` have the same. */
static gboolean
has_attribute (const GumboVector *attributes, guint n_attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++) {
    if (strcmp (((const GumboAttribute *) attributes->data[i])->name, name) == 0)
      return TRUE;
  }

  return FALSE;
}

/* Attributes in their order, those that comments set with their new value, then those
 * that comments add. */
static void
write_attributes (ForeFragment *self, const GumboNode *node, const ForeElement *element)
{
  const GumboVector *attributes = &node->v.element.attributes;
  const GArray *overrides = g_hash_table_lookup (self->overrides, node);
  ForeReport *report = &self->rendering->report;
  guint line = find_line (self, node);

  for (guint i = 0; i < attributes->length; i++) {
    const GumboAttribute *attribute = attributes->data[i];
    const char *value = fore_attributes_get (overrides, attribute->name);

    if (!has_attribute (attributes, i, attribute->name))
      fore_attribute_write (element, attribute->name,
                            value != NULL ? value : attribute->value, &self->html, report,
                            line);
  }
  for (guint i = 0; overrides != NULL && i < overrides->len; i++) {
    ForeAttribute *attribute = &g_array_index (overrides, ForeAttribute, i);

    if (!has_attribute (attributes, attributes->length, attribute->name))
      fore_attribute_write (element, attribute->name, attribute->value, &self->html,
                            report, line);
  }
}

/* In the first round the scanner has kept the content to itself, so that the parser need
 * not read it; later it stands in the element. */
static ForeStyleFinds
write_css (ForeFragment *self, const GumboNode *node)
{
  const GumboVector *children = get_children (node);
  const ForeRawMark *mark = find_mark (self, node->v.element.start_pos.offset);
  const char *css = mark != NULL ? mark->css : NULL;

  if (self->marks == NULL && children->length > 0)
    css = ((const GumboNode *) children->data[0])->v.text.text;

  return css != NULL ? fore_style_clean (css, strlen (css), FORE_STYLE_SHEET, &self->html)
                     : 0;
}

static void
write_style (ForeFragment *self, const GumboNode *node, const ForeElement *element)
{
  ForeReport *report = &self->rendering->report;
  guint line = find_line (self, node);
  ForeStyleFinds finds;

  fore_html_add_tag (&self->html, element->name);
  finds = write_css (self, node);
  fore_html_add_end_tag (&self->html, element->name);

  if ((finds & FORE_STYLE_IMPORT) != 0 && line != 0)
    fore_report_add (report, FORE_SEVERITY_WARNING, "style-import", line,
                     _ ("A deck cannot use “@import”"));
  if ((finds & ~FORE_STYLE_IMPORT) != 0 && line != 0)
    fore_report_add (report, FORE_SEVERITY_WARNING, "style-cleaned", line,
                     _ ("Part of this style was removed: a deck may not use it"));
}

/* A parser drops the line end after `<pre>`: if there is one to keep, it takes two. */
static gboolean
starts_with_line_end (const GumboNode *node)
{
  const GumboVector *children = get_children (node);
  const GumboNode *first = children->length > 0 ? children->data[0] : NULL;

  return first != NULL &&
         (first->type == GUMBO_NODE_TEXT || first->type == GUMBO_NODE_WHITESPACE) &&
         first->v.text.text[0] == '\n';
}

static void
follow (ForeFragment *self, gsize offset, gboolean is_in_source)
{
  if (!is_in_source || (offset <= self->offset && self->offset > 0))
    self->is_in_order = FALSE;
  self->offset = offset;
}

static void
follow_end (ForeFragment *self, const GumboNode *node)
{
  const GumboElement *element = &node->v.element;
  GumboStringPiece tag = element->original_tag;

  if (tag.length > 2 && tag.data[tag.length - 2] == '/' &&
      element->tag_namespace == GUMBO_NAMESPACE_SVG)
    return;

  follow (self, element->end_pos.offset, element->original_end_tag.length > 0);
}

static void
start_element (ForeFragment *self, const GumboNode *node, const ForeElement *element)
{
  if ((element->flags & FORE_ELEMENT_BLOCK) != 0)
    fore_summary_start_block (&self->rendering->summary,
                              (element->flags & FORE_ELEMENT_HEADING) != 0);
  else if (strcmp (element->name, "br") == 0)
    fore_summary_add_break (&self->rendering->summary);
  if (node->v.element.tag_namespace == GUMBO_NAMESPACE_SVG)
    self->svg_depth++;

  fore_html_start_tag (&self->html, element->name);
  write_attributes (self, node, element);
  if (strcmp (element->name, "iframe") == 0)
    fore_html_add_attribute (&self->html, "sandbox", "");
  fore_html_finish_tag (&self->html);
  if (strcmp (element->name, "pre") == 0 && starts_with_line_end (node))
    fore_html_add_text (&self->html, "\n", 1);
}

static void
end_element (ForeFragment *self, const ForeFrame *frame)
{
  if (frame->element == NULL)
    return;

  follow_end (self, frame->node);
  if (frame->node->v.element.tag_namespace == GUMBO_NAMESPACE_SVG)
    self->svg_depth--;
  if ((frame->element->flags & FORE_ELEMENT_BLOCK) != 0)
    fore_summary_start_block (&self->rendering->summary, FALSE);
  fore_html_add_end_tag (&self->html, frame->element->name);
}

/* Writes an element up to its content. Returns whether to go on with that. */
static gboolean
enter_element (ForeFragment *self, const GumboNode *node, const ForeElement *element)
{
  if (element == NULL) {
    self->is_in_order = FALSE;
    return !hides_content (node);
  }

  follow (self, node->v.element.start_pos.offset,
          node->v.element.original_tag.length > 0);
  if (strcmp (element->name, "style") == 0) {
    write_style (self, node, element);
    follow_end (self, node);
    return FALSE;
  }

  start_element (self, node, element);
  if (strcmp (element->name, "iframe") == 0) {
    fore_html_add_end_tag (&self->html, element->name);
    follow_end (self, node);
    return FALSE;
  }

  return (element->flags & FORE_ELEMENT_VOID) == 0;
}

static void
add_text (ForeFragment *self, const char *text, gsize length)
{
  fore_html_add_text (&self->html, text, length);
  if (self->svg_depth == 0)
    fore_summary_add_text (&self->rendering->summary, text, length);
}

static void
write_text (ForeFragment *self, const GumboNode *node)
{
  const GPtrArray *texts = self->rendering->island_texts;
  const char *text = node->v.text.text;
  const char *after = text;
  const char *hole;
  guint number;

  follow (self, node->v.text.start_pos.offset, TRUE);
  while (texts != NULL && (hole = fore_html_find_hole (&after, &number)) != NULL) {
    add_text (self, text, hole - text);
    text = after;
    if (number >= texts->len)
      continue;
    fore_html_add_hole (&self->html, number);
    fore_summary_add_text (&self->rendering->summary, g_ptr_array_index (texts, number),
                           strlen (g_ptr_array_index (texts, number)));
  }
  add_text (self, text, strlen (text));
}

static void
visit (ForeFragment *self, GArray *frames, const GumboNode *node)
{
  const ForeElement *element;

  switch (node->type) {
  case GUMBO_NODE_ELEMENT:
  case GUMBO_NODE_TEMPLATE:
    element = find_element (self, node);
    if (enter_element (self, node, element))
      push (frames, node, element);
    break;
  case GUMBO_NODE_COMMENT:
    follow (self, node->v.text.start_pos.offset, TRUE);
    fore_html_add_comment (&self->html, node->v.text.text, strlen (node->v.text.text));
    break;
  case GUMBO_NODE_TEXT:
  case GUMBO_NODE_CDATA:
  case GUMBO_NODE_WHITESPACE:
    write_text (self, node);
    break;
  case GUMBO_NODE_DOCUMENT:
    break;
  }
}

static void
write_tree (ForeFragment *self)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (ForeFrame));

  push (frames, self->root, NULL);
  while (frames->len > 0) {
    ForeFrame *frame = &g_array_index (frames, ForeFrame, frames->len - 1);
    const GumboVector *children = get_children (frame->node);

    if (frame->next < children->length) {
      visit (self, frames, children->data[frame->next++]);
    } else {
      end_element (self, frame);
      g_array_set_size (frames, frames->len - 1);
    }
  }
  fore_summary_start_block (&self->rendering->summary, FALSE);
}

/* gumbo 0.10 leaves the quirks mode of the document of a fragment as it finds it, and
 * reads it at each table: the memory has to be zeros. */
static void *
allocate_cb (void *user_data, size_t size)
{
  return fore_arena_allocate (user_data, size);
}

/* Everything goes at once, with the arena. gumbo itself frees a tree by recursion. */
static void
deallocate_cb (void *user_data, void *pointer)
{
}

static GumboOutput *
parse (const GString *source, ForeArena *arena)
{
  GumboOptions options = kGumboDefaultOptions;

  options.allocator = allocate_cb;
  options.deallocator = deallocate_cb;
  options.userdata = arena;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;

  return gumbo_parse_with_options (&options, source->str, source->len);
}

/* Cleans the HTML once. Returns whether it is known to read back as what was written. */
static gboolean
clean_once (ForeRendering *rendering, const GArray *marks)
{
  GString *source = rendering->html.markup;
  ForeFragment self = { .rendering = rendering, .marks = marks, .is_in_order = TRUE };
  ForeArena arena;

  fore_arena_init (&arena, source->len * 16);
  self.root = parse (source, &arena)->root;
  self.overrides =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  fore_html_init (&self.html, source->len + source->len / 8);
  fore_summary_clear (&rendering->summary);
  if (marks != NULL)
    apply_comments (&self);
  write_tree (&self);

  fore_arena_clear (&arena);
  g_hash_table_unref (self.overrides);
  fore_html_clear (&rendering->html);
  rendering->html = self.html;

  return self.is_in_order;
}

void
fore_fragment_clean (ForeRendering *rendering, const GArray *marks)
{
  gboolean is_stable = clean_once (rendering, marks);

  for (guint i = 1; !is_stable && i < ROUNDS_MAX; i++)
    is_stable = clean_once (rendering, NULL);
}
