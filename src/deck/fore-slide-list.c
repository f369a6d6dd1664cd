/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-slide-list.h"

#include "fore-splice.h"

struct _ForeSlideList {
  GObject parent_instance;

  ForeDeck *deck;
};

static void fore_slide_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ForeSlideList,
                               fore_slide_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      fore_slide_list_model_init))

static void
fore_slide_list_finalize (GObject *object)
{
  ForeSlideList *self = FORE_SLIDE_LIST (object);

  g_clear_pointer (&self->deck, fore_deck_unref);

  G_OBJECT_CLASS (fore_slide_list_parent_class)->finalize (object);
}

static void
fore_slide_list_class_init (ForeSlideListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fore_slide_list_finalize;
}

static void
fore_slide_list_init (ForeSlideList *self)
{
}

static GType
fore_slide_list_get_item_type (GListModel *model)
{
  return FORE_TYPE_SLIDE;
}

static guint
fore_slide_list_get_n_items (GListModel *model)
{
  ForeSlideList *self = FORE_SLIDE_LIST (model);

  return self->deck != NULL ? fore_deck_get_n_slides (self->deck) : 0;
}

static gpointer
fore_slide_list_get_item (GListModel *model, guint position)
{
  ForeSlideList *self = FORE_SLIDE_LIST (model);

  if (position >= fore_slide_list_get_n_items (model))
    return NULL;

  return g_object_ref (fore_deck_get_slide (self->deck, position));
}

static void
fore_slide_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = fore_slide_list_get_item_type;
  interface->get_n_items = fore_slide_list_get_n_items;
  interface->get_item = fore_slide_list_get_item;
}

ForeSlideList *
fore_slide_list_new (void)
{
  return g_object_new (FORE_TYPE_SLIDE_LIST, NULL);
}

/* Slides that look alike may still be other objects, with other problems; views that hold
 * items must hear of these too. */
static ForeSplice
find_change (ForeDeck *before, ForeDeck *after)
{
  guint n_before = before != NULL ? fore_deck_get_n_slides (before) : 0;
  guint n_after = after != NULL ? fore_deck_get_n_slides (after) : 0;
  guint shorter = MIN (n_before, n_after);
  ForeSplice splice = { 0, 0, 0 };
  guint tail = 0;

  while (splice.at < shorter && fore_deck_get_slide (before, splice.at) ==
                                  fore_deck_get_slide (after, splice.at))
    splice.at++;
  while (tail < shorter - splice.at &&
         fore_deck_get_slide (before, n_before - 1 - tail) ==
           fore_deck_get_slide (after, n_after - 1 - tail))
    tail++;
  splice.removed = n_before - splice.at - tail;
  splice.added = n_after - splice.at - tail;

  return splice;
}

void
fore_slide_list_set_deck (ForeSlideList *self, ForeDeck *deck)
{
  ForeDeck *before;
  ForeSplice splice;

  g_return_if_fail (FORE_IS_SLIDE_LIST (self));

  if (self->deck == deck)
    return;

  before = self->deck;
  self->deck = deck != NULL ? fore_deck_ref (deck) : NULL;
  splice = find_change (before, deck);
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.at, splice.removed,
                                splice.added);
  g_clear_pointer (&before, fore_deck_unref);
}

ForeDeck *
fore_slide_list_get_deck (ForeSlideList *self)
{
  g_return_val_if_fail (FORE_IS_SLIDE_LIST (self), NULL);

  return self->deck;
}
