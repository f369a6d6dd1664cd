/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-cut-short.h"

#include "fore-journal.h"

struct _ForeCutShort {
  GObject parent_instance;

  ForeInterrupted *talk;
};

enum { PROP_TALK = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeCutShort, fore_cut_short, G_TYPE_OBJECT)

static void
set_talk (ForeCutShort *self, ForeInterrupted *talk)
{
  if (g_set_object (&self->talk, talk))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TALK]);
}

/* One talk is offered, the last. Nobody will go on with one before that, nor with one
 * whose deck is gone with the program. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeCutShort) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) talks = fore_interrupted_list_finish (result, &error);

  if (talks == NULL) {
    g_warning ("Talks that were cut short could not be looked for: %s", error->message);
    return;
  }
  for (guint i = 0; i < talks->len; i++) {
    ForeInterrupted *talk = g_ptr_array_index (talks, i);

    if (self->talk == NULL && fore_interrupted_get_file (talk) != NULL)
      set_talk (self, talk);
    else
      fore_interrupted_discard (talk);
  }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_TALK:
    g_value_set_object (value, FORE_CUT_SHORT (object)->talk);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  g_clear_object (&FORE_CUT_SHORT (object)->talk);

  G_OBJECT_CLASS (fore_cut_short_parent_class)->dispose (object);
}

static void
fore_cut_short_class_init (ForeCutShortClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = get_property;
  object_class->dispose = dispose;

  props[PROP_TALK] = g_param_spec_object ("talk", NULL, NULL, FORE_TYPE_INTERRUPTED,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fore_cut_short_init (ForeCutShort *self)
{
}

ForeCutShort *
fore_cut_short_new (void)
{
  ForeCutShort *self = g_object_new (FORE_TYPE_CUT_SHORT, NULL);
  g_autofree char *folder = fore_journal_dup_folder ();

  fore_interrupted_list_async (folder, NULL, listed_cb, g_object_ref (self));
  return self;
}

ForeInterrupted *
fore_cut_short_get_talk (ForeCutShort *self)
{
  g_return_val_if_fail (FORE_IS_CUT_SHORT (self), NULL);

  return self->talk;
}

ForeInterrupted *
fore_cut_short_take (ForeCutShort *self)
{
  ForeInterrupted *talk;

  g_return_val_if_fail (FORE_IS_CUT_SHORT (self), NULL);

  talk = self->talk ? g_object_ref (self->talk) : NULL;
  set_talk (self, NULL);
  return talk;
}
