/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* Whatever changes the talk calls fore_talk_update () in the end, which compares all that
 * can be asked for with what was told last. So no function need know what it changes
 * besides, and nothing is told twice. */

#include "fore-talk-private.h"

enum {
  PROP_DECK = 1,
  PROP_INDEX,
  PROP_STEP,
  PROP_N_STEPS,
  PROP_AUDIENCE_DECK,
  PROP_AUDIENCE_INDEX,
  PROP_AUDIENCE_STEP,
  PROP_PICTURE,
  PROP_FROZEN,
  PROP_HOLD_EDITS,
  PROP_HAS_HELD_EDITS,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_AT_END,
  PROP_TIMER,
  PROP_PLAN,
  PROP_PACE_KIND,
  PROP_BEHIND,
  PROP_SECTION_TITLE,
  PROP_SECTION_REMAINING,
  PROP_NEXT_SECTION_TITLE,
  PROP_PAUSES_WHEN_BLANK,
  PROP_RESUMES_ON_ADVANCE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ForeTalk, fore_talk, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (ForePicture,
                    fore_picture,
                    G_DEFINE_ENUM_VALUE (FORE_PICTURE_SLIDE, "slide"),
                    G_DEFINE_ENUM_VALUE (FORE_PICTURE_BLACK, "black"),
                    G_DEFINE_ENUM_VALUE (FORE_PICTURE_WHITE, "white"),
                    G_DEFINE_ENUM_VALUE (FORE_PICTURE_HIDDEN, "hidden"))

/* --- telling
 * ---------------------------------------------------------------------------- */

static void
told_clear (ForeTold *told)
{
  g_clear_pointer (&told->deck, fore_deck_unref);
  g_clear_pointer (&told->audience_deck, fore_deck_unref);
  g_clear_pointer (&told->plan, fore_plan_unref);
}

static void
look (ForeTalk *self, ForeTold *told)
{
  *told = (ForeTold){
    .deck = fore_deck_ref (self->deck),
    .place = self->place,
    .n_steps = fore_talk_get_n_steps (self),
    .audience_deck = fore_deck_ref (self->audience_deck),
    .audience = self->audience,
    .picture = self->picture,
    .frozen = self->frozen,
    .hold_edits = self->hold_edits,
    .pauses_when_blank = self->pauses_when_blank,
    .resumes_on_advance = self->resumes_on_advance,
    .has_held_edits = fore_talk_get_has_held_edits (self),
    .can_go_back = fore_talk_get_can_go_back (self),
    .can_go_forward = fore_talk_get_can_go_forward (self),
    .at_end = fore_talk_get_at_end (self),
    .plan = fore_plan_ref (self->plan),
    .pace = fore_talk_get_pace (self),
    .section_title = fore_talk_get_section_title (self),
    .section_remaining = fore_talk_get_section_remaining (self),
    .next_section_title = fore_talk_get_next_section_title (self),
  };
}

static void
tell (ForeTalk *self, gboolean is_different, guint property)
{
  if (is_different)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
fore_talk_update (ForeTalk *self)
{
  ForeTold before = self->told;
  ForeTold now;

  look (self, &now);
  self->told = now;

  g_object_freeze_notify (G_OBJECT (self));
  tell (self, now.deck != before.deck, PROP_DECK);
  tell (self, now.place.index != before.place.index, PROP_INDEX);
  tell (self, now.place.step != before.place.step, PROP_STEP);
  tell (self, now.n_steps != before.n_steps, PROP_N_STEPS);
  tell (self, now.audience_deck != before.audience_deck, PROP_AUDIENCE_DECK);
  tell (self, now.audience.index != before.audience.index, PROP_AUDIENCE_INDEX);
  tell (self, now.audience.step != before.audience.step, PROP_AUDIENCE_STEP);
  tell (self, now.picture != before.picture, PROP_PICTURE);
  tell (self, now.frozen != before.frozen, PROP_FROZEN);
  tell (self, now.hold_edits != before.hold_edits, PROP_HOLD_EDITS);
  tell (self, now.pauses_when_blank != before.pauses_when_blank, PROP_PAUSES_WHEN_BLANK);
  tell (self, now.resumes_on_advance != before.resumes_on_advance,
        PROP_RESUMES_ON_ADVANCE);
  tell (self, now.has_held_edits != before.has_held_edits, PROP_HAS_HELD_EDITS);
  tell (self, now.can_go_back != before.can_go_back, PROP_CAN_GO_BACK);
  tell (self, now.can_go_forward != before.can_go_forward, PROP_CAN_GO_FORWARD);
  tell (self, now.at_end != before.at_end, PROP_AT_END);
  tell (self, now.plan != before.plan, PROP_PLAN);
  tell (self, now.pace.kind != before.pace.kind, PROP_PACE_KIND);
  tell (self, now.pace.behind != before.pace.behind, PROP_BEHIND);
  tell (self, g_strcmp0 (now.section_title, before.section_title) != 0,
        PROP_SECTION_TITLE);
  tell (self, now.section_remaining != before.section_remaining, PROP_SECTION_REMAINING);
  tell (self, g_strcmp0 (now.next_section_title, before.next_section_title) != 0,
        PROP_NEXT_SECTION_TITLE);
  told_clear (&before);
  g_object_thaw_notify (G_OBJECT (self));
}

/* --- where it is
 * ------------------------------------------------------------------------ */

ForeDeck *
fore_talk_get_deck (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), NULL);

  return self->deck;
}

void
fore_talk_set_deck (ForeTalk *self, ForeDeck *deck)
{
  g_return_if_fail (FORE_IS_TALK (self));
  g_return_if_fail (deck != NULL);

  if (deck == self->deck)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  fore_talk_take_deck (self, deck);
  fore_talk_update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
fore_talk_get_index (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return self->place.index;
}

guint
fore_talk_get_step (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return self->place.step;
}

guint
fore_talk_count_steps (ForeTalk *self, guint index)
{
  int counted = g_array_index (self->records, ForeRecord, index).n_steps;

  return counted >= 0 ? (guint) counted : fore_deck_get_n_steps (self->deck, index);
}

guint
fore_talk_get_n_steps (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), 0);

  return fore_talk_count_steps (self, self->place.index);
}

void
fore_talk_correct_n_steps (ForeTalk *self, guint index, guint n_steps)
{
  g_return_if_fail (FORE_IS_TALK (self));
  g_return_if_fail (index < self->records->len);
  g_return_if_fail (n_steps <= G_MAXINT);

  g_array_index (self->records, ForeRecord, index).n_steps = (int) n_steps;
  if (index == self->place.index && self->place.step > n_steps) {
    self->place.step = n_steps;
    fore_talk_show_audience (self, FALSE);
  }
  fore_talk_update (self);
}

gboolean
fore_talk_get_can_go_back (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->back->len > 0;
}

gboolean
fore_talk_get_can_go_forward (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return self->forward->len > 0;
}

gboolean
fore_talk_get_at_end (ForeTalk *self)
{
  g_return_val_if_fail (FORE_IS_TALK (self), FALSE);

  return !fore_talk_peek_next (self, NULL, NULL);
}

/* --- the object
 * ------------------------------------------------------------------------- */

ForeTalk *
fore_talk_new (ForeDeck *deck, ForeClock *clock)
{
  const ForeRecord fresh = { .n_steps = -1 };
  ForeTalk *self;

  g_return_val_if_fail (deck != NULL, NULL);
  g_return_val_if_fail (FORE_IS_CLOCK (clock), NULL);

  self = g_object_new (FORE_TYPE_TALK, NULL);
  self->clock = g_object_ref (clock);
  self->timer = fore_timer_new (clock);
  self->deck = fore_deck_ref (deck);
  self->audience_deck = fore_deck_ref (deck);
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++)
    g_array_append_val (self->records, fresh);
  fore_talk_find_shown (self, 0, 1, &self->place.index);
  self->audience = self->place;
  g_array_index (self->records, ForeRecord, self->place.index).visit = ++self->n_visits;
  fore_talk_plan_anew (self);
  fore_talk_connect_timer (self);
  look (self, &self->told);

  return self;
}

static void
fore_talk_get_property (GObject *object,
                        guint property_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  ForeTalk *self = FORE_TALK (object);

  switch (property_id) {
  case PROP_DECK:
    g_value_set_boxed (value, self->deck);
    break;
  case PROP_INDEX:
    g_value_set_uint (value, self->place.index);
    break;
  case PROP_STEP:
    g_value_set_uint (value, self->place.step);
    break;
  case PROP_N_STEPS:
    g_value_set_uint (value, fore_talk_get_n_steps (self));
    break;
  case PROP_AUDIENCE_DECK:
    g_value_set_boxed (value, self->audience_deck);
    break;
  case PROP_AUDIENCE_INDEX:
    g_value_set_uint (value, self->audience.index);
    break;
  case PROP_AUDIENCE_STEP:
    g_value_set_uint (value, self->audience.step);
    break;
  case PROP_PICTURE:
    g_value_set_enum (value, self->picture);
    break;
  case PROP_FROZEN:
    g_value_set_boolean (value, self->frozen);
    break;
  case PROP_HOLD_EDITS:
    g_value_set_boolean (value, self->hold_edits);
    break;
  case PROP_HAS_HELD_EDITS:
    g_value_set_boolean (value, fore_talk_get_has_held_edits (self));
    break;
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, fore_talk_get_can_go_back (self));
    break;
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value, fore_talk_get_can_go_forward (self));
    break;
  case PROP_AT_END:
    g_value_set_boolean (value, fore_talk_get_at_end (self));
    break;
  case PROP_TIMER:
    g_value_set_object (value, self->timer);
    break;
  case PROP_PLAN:
    g_value_set_boxed (value, self->plan);
    break;
  case PROP_PACE_KIND:
    g_value_set_enum (value, fore_talk_get_pace_kind (self));
    break;
  case PROP_BEHIND:
    g_value_set_int64 (value, fore_talk_get_behind (self));
    break;
  case PROP_SECTION_TITLE:
    g_value_set_string (value, fore_talk_get_section_title (self));
    break;
  case PROP_SECTION_REMAINING:
    g_value_set_int64 (value, fore_talk_get_section_remaining (self));
    break;
  case PROP_NEXT_SECTION_TITLE:
    g_value_set_string (value, fore_talk_get_next_section_title (self));
    break;
  case PROP_PAUSES_WHEN_BLANK:
    g_value_set_boolean (value, self->pauses_when_blank);
    break;
  case PROP_RESUMES_ON_ADVANCE:
    g_value_set_boolean (value, self->resumes_on_advance);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_talk_set_property (GObject *object,
                        guint property_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  ForeTalk *self = FORE_TALK (object);

  switch (property_id) {
  case PROP_DECK:
    fore_talk_set_deck (self, g_value_get_boxed (value));
    break;
  case PROP_PICTURE:
    fore_talk_set_picture (self, g_value_get_enum (value));
    break;
  case PROP_FROZEN:
    fore_talk_set_frozen (self, g_value_get_boolean (value));
    break;
  case PROP_HOLD_EDITS:
    fore_talk_set_hold_edits (self, g_value_get_boolean (value));
    break;
  case PROP_PAUSES_WHEN_BLANK:
    fore_talk_set_pauses_when_blank (self, g_value_get_boolean (value));
    break;
  case PROP_RESUMES_ON_ADVANCE:
    fore_talk_set_resumes_on_advance (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
fore_talk_finalize (GObject *object)
{
  ForeTalk *self = FORE_TALK (object);

  told_clear (&self->told);
  g_clear_object (&self->timer);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->deck, fore_deck_unref);
  g_clear_pointer (&self->audience_deck, fore_deck_unref);
  g_clear_pointer (&self->plan, fore_plan_unref);
  g_array_unref (self->records);
  g_array_unref (self->back);
  g_array_unref (self->forward);

  G_OBJECT_CLASS (fore_talk_parent_class)->finalize (object);
}

#define READ_ONLY (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define READ_WRITE (READ_ONLY | G_PARAM_WRITABLE)

static void
define_uint (guint property, const char *name)
{
  properties[property] = g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, READ_ONLY);
}

static void
define_int64 (guint property, const char *name)
{
  properties[property] =
    g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, READ_ONLY);
}

static void
define_boolean (guint property, const char *name, GParamFlags flags)
{
  properties[property] = g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
}

static void
define_boxed (guint property, const char *name, GType type, GParamFlags flags)
{
  properties[property] = g_param_spec_boxed (name, NULL, NULL, type, flags);
}

static void
define_string (guint property, const char *name)
{
  properties[property] = g_param_spec_string (name, NULL, NULL, NULL, READ_ONLY);
}

static void
fore_talk_class_init (ForeTalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fore_talk_get_property;
  object_class->set_property = fore_talk_set_property;
  object_class->finalize = fore_talk_finalize;

  define_boxed (PROP_DECK, "deck", FORE_TYPE_DECK, READ_WRITE);
  define_uint (PROP_INDEX, "index");
  define_uint (PROP_STEP, "step");
  define_uint (PROP_N_STEPS, "n-steps");
  define_boxed (PROP_AUDIENCE_DECK, "audience-deck", FORE_TYPE_DECK, READ_ONLY);
  define_uint (PROP_AUDIENCE_INDEX, "audience-index");
  define_uint (PROP_AUDIENCE_STEP, "audience-step");
  properties[PROP_PICTURE] =
    g_param_spec_enum ("picture", NULL, NULL, FORE_TYPE_PICTURE, 0, READ_WRITE);
  define_boolean (PROP_FROZEN, "frozen", READ_WRITE);
  define_boolean (PROP_HOLD_EDITS, "hold-edits", READ_WRITE);
  define_boolean (PROP_HAS_HELD_EDITS, "has-held-edits", READ_ONLY);
  define_boolean (PROP_CAN_GO_BACK, "can-go-back", READ_ONLY);
  define_boolean (PROP_CAN_GO_FORWARD, "can-go-forward", READ_ONLY);
  define_boolean (PROP_AT_END, "at-end", READ_ONLY);
  properties[PROP_TIMER] =
    g_param_spec_object ("timer", NULL, NULL, FORE_TYPE_TIMER, READ_ONLY);
  define_boxed (PROP_PLAN, "plan", FORE_TYPE_PLAN, READ_ONLY);
  properties[PROP_PACE_KIND] =
    g_param_spec_enum ("pace-kind", NULL, NULL, FORE_TYPE_PACE_KIND, 0, READ_ONLY);
  define_int64 (PROP_BEHIND, "behind");
  define_string (PROP_SECTION_TITLE, "section-title");
  define_int64 (PROP_SECTION_REMAINING, "section-remaining");
  define_string (PROP_NEXT_SECTION_TITLE, "next-section-title");
  define_boolean (PROP_PAUSES_WHEN_BLANK, "pauses-when-blank", READ_WRITE);
  define_boolean (PROP_RESUMES_ON_ADVANCE, "resumes-on-advance", READ_WRITE);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fore_talk_init (ForeTalk *self)
{
  self->records = g_array_new (FALSE, FALSE, sizeof (ForeRecord));
  self->back = g_array_new (FALSE, FALSE, sizeof (ForePlace));
  self->forward = g_array_new (FALSE, FALSE, sizeof (ForePlace));
}
