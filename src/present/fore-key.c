/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* What other keys stand for. */
static const struct {
  guint from;
  guint to;
} same[] = {
  { GDK_KEY_KP_Enter, GDK_KEY_Return },
  { GDK_KEY_ISO_Enter, GDK_KEY_Return },
  { GDK_KEY_KP_Space, GDK_KEY_space },
  { GDK_KEY_KP_Tab, GDK_KEY_Tab },
  { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
  { GDK_KEY_KP_Home, GDK_KEY_Home },
  { GDK_KEY_KP_End, GDK_KEY_End },
  { GDK_KEY_KP_Left, GDK_KEY_Left },
  { GDK_KEY_KP_Right, GDK_KEY_Right },
  { GDK_KEY_KP_Up, GDK_KEY_Up },
  { GDK_KEY_KP_Down, GDK_KEY_Down },
  { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
  { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
  { GDK_KEY_KP_Delete, GDK_KEY_Delete },
  { GDK_KEY_KP_Decimal, GDK_KEY_period },
  { GDK_KEY_KP_Separator, GDK_KEY_comma },
  { GDK_KEY_KP_Add, GDK_KEY_plus },
  { GDK_KEY_KP_Subtract, GDK_KEY_minus },
  { GDK_KEY_KP_Multiply, GDK_KEY_asterisk },
  { GDK_KEY_KP_Divide, GDK_KEY_slash },
};

static guint
find_plain (guint keyval)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return keyval - GDK_KEY_KP_0 + GDK_KEY_0;
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
    if (same[i].from == keyval)
      return same[i].to;
  }
  return keyval;
}

ForeKey
fore_key_make (guint keyval, GdkModifierType state, GdkModifierType consumed)
{
  ForeKey key = { gdk_keyval_to_lower (find_plain (keyval)), state & MODIFIERS };
  gboolean is_letter = gdk_keyval_to_upper (key.keyval) != key.keyval;
  gunichar character = gdk_keyval_to_unicode (key.keyval);

  /* “?” is one key wherever it lies; but what Shift does to the space bar is ours. */
  if ((consumed & GDK_SHIFT_MASK) != 0 && !is_letter && character != 0 &&
      g_unichar_isgraph (character))
    key.modifiers &= ~(GdkModifierType) GDK_SHIFT_MASK;
  return key;
}

gboolean
fore_key_parse (const char *text, ForeKey *key)
{
  guint keyval;
  GdkModifierType modifiers;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!gtk_accelerator_parse (text, &keyval, &modifiers) || keyval == 0)
    return FALSE;
  *key = fore_key_make (keyval, modifiers, 0);
  return TRUE;
}

char *
fore_key_dup_text (ForeKey key)
{
  return gtk_accelerator_name (key.keyval, key.modifiers);
}

char *
fore_key_dup_label (ForeKey key)
{
  return gtk_accelerator_get_label (key.keyval, key.modifiers);
}

gboolean
fore_key_equal (ForeKey a, ForeKey b)
{
  return a.keyval == b.keyval && a.modifiers == b.modifiers;
}

int
fore_key_get_digit (ForeKey key)
{
  if (key.modifiers != 0 || key.keyval < GDK_KEY_0 || key.keyval > GDK_KEY_9)
    return -1;
  return (int) (key.keyval - GDK_KEY_0);
}

gboolean
fore_key_is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         (keyval >= GDK_KEY_ISO_Lock && keyval <= GDK_KEY_ISO_Level5_Lock) ||
         keyval == GDK_KEY_Mode_switch || keyval == GDK_KEY_Num_Lock;
}
