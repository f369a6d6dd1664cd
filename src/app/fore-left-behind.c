/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-left-behind.h"

#include "fore-recovery.h"

struct _ForeLeftBehind {
  GObject parent_instance;

  GPtrArray *copies; /* of ForeRecovered */
};

enum { PROP_N_COPIES = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeLeftBehind, fore_left_behind, G_TYPE_OBJECT)

static void
set_copies (ForeLeftBehind *self, GPtrArray *copies)
{
  g_ptr_array_unref (self->copies);
  self->copies = g_ptr_array_ref (copies);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_COPIES]);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ForeLeftBehind) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = fore_recovered_list_finish (result, &error);

  if (copies == NULL)
    g_warning ("Unsaved texts could not be looked for: %s", error->message);
  else if (copies->len > 0)
    set_copies (self, copies);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_N_COPIES:
    g_value_set_uint (value, fore_left_behind_get_n_copies (FORE_LEFT_BEHIND (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (FORE_LEFT_BEHIND (object)->copies);

  G_OBJECT_CLASS (fore_left_behind_parent_class)->finalize (object);
}

static void
fore_left_behind_class_init (ForeLeftBehindClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = get_property;
  object_class->finalize = finalize;

  props[PROP_N_COPIES] = g_param_spec_uint ("n-copies", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fore_left_behind_init (ForeLeftBehind *self)
{
  self->copies = g_ptr_array_new ();
}

ForeLeftBehind *
fore_left_behind_new (void)
{
  ForeLeftBehind *self = g_object_new (FORE_TYPE_LEFT_BEHIND, NULL);
  g_autofree char *folder = fore_recovery_dup_folder ();

  fore_recovered_list_async (folder, NULL, listed_cb, g_object_ref (self));
  return self;
}

guint
fore_left_behind_get_n_copies (ForeLeftBehind *self)
{
  g_return_val_if_fail (FORE_IS_LEFT_BEHIND (self), 0);

  return self->copies->len;
}

GPtrArray *
fore_left_behind_take (ForeLeftBehind *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *copies;

  g_return_val_if_fail (FORE_IS_LEFT_BEHIND (self), NULL);

  copies = g_ptr_array_ref (self->copies);
  set_copies (self, none);
  return copies;
}

void
fore_left_behind_put_back (ForeLeftBehind *self, GPtrArray *copies)
{
  g_return_if_fail (FORE_IS_LEFT_BEHIND (self));
  g_return_if_fail (copies != NULL);

  set_copies (self, copies);
}
