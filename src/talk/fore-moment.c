/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-moment.h"

#include "fore-json.h"
#include "fore-talk-private.h"

#define VERSION 1

/* Longer than anybody speaks, and far from where sums would overflow. */
#define SECONDS_MAX (1000ll * 24 * 3600)

typedef struct {
  guint64 digest;
  gint64 time;
} Slide;

static guint64
digest_at (ForeDeck *deck, guint index)
{
  return fore_slide_get_digest (fore_deck_get_slide (deck, index));
}

static gint64
get_time (ForeTalk *talk)
{
  g_autoptr (GDateTime) now = fore_clock_dup_now (talk->clock);

  return g_date_time_to_unix (now) * G_USEC_PER_SEC + g_date_time_get_microsecond (now);
}

ForeMoment *
fore_moment_new (ForeTalk *talk, GFile *file, gint64 number)
{
  ForeMoment *self;
  GDateTime *end_time;
  ForeDeck *deck;

  g_return_val_if_fail (FORE_IS_TALK (talk), NULL);

  self = g_new0 (ForeMoment, 1);
  deck = talk->deck;
  end_time = fore_timer_get_end_time (talk->timer);
  self->uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->title = g_strdup (fore_deck_get_title (deck));
  self->slide_title = g_strdup (fore_deck_get_slide_title (deck, talk->place.index));
  self->n_slides = fore_deck_get_n_slides (deck);
  self->number = number;
  self->time = get_time (talk);
  self->index = talk->place.index;
  self->step = talk->place.step;
  self->picture = talk->picture;
  self->timer_state = fore_timer_get_state (talk->timer);
  self->elapsed = fore_timer_get_elapsed (talk->timer);
  self->lost = talk->lost;
  self->duration = fore_timer_get_duration (talk->timer);
  if (self->duration == talk->deck_duration)
    self->duration = -1;
  self->end_time = end_time != NULL ? g_date_time_to_unix (end_time) : 0;
  self->slides = g_array_sized_new (FALSE, FALSE, sizeof (Slide), self->n_slides);
  for (guint i = 0; i < self->n_slides; i++) {
    Slide slide = { digest_at (deck, i), fore_talk_get_slide_time (talk, i) };

    g_array_append_val (self->slides, slide);
  }

  return self;
}

void
fore_moment_free (ForeMoment *self)
{
  if (self == NULL)
    return;

  g_free (self->uri);
  g_free (self->title);
  g_free (self->slide_title);
  g_clear_pointer (&self->slides, g_array_unref);
  g_free (self);
}

/* --- as JSON
 * ---------------------------------------------------------------------------- */

static void
set_enum (JsonObject *object, const char *name, GType type, int value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  json_object_set_string_member (object, name,
                                 g_enum_get_value (values, value)->value_nick);
}

static int
get_enum (JsonObject *object, const char *name, GType type)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  const char *text = fore_json_get_string (object, name);
  GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (values, text) : NULL;

  return value != NULL ? value->value : 0;
}

static JsonArray *
write_slides (const ForeMoment *self)
{
  JsonArray *slides = json_array_new ();

  for (guint i = 0; i < self->slides->len; i++) {
    const Slide *slide = &g_array_index (self->slides, Slide, i);
    JsonObject *object = json_object_new ();

    fore_json_set_digest (object, "digest", slide->digest);
    if (slide->time > 0)
      json_object_set_int_member (object, "time", slide->time);
    json_array_add_object_element (slides, object);
  }

  return slides;
}

GBytes *
fore_moment_write (const ForeMoment *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_object_set_int_member (object, "version", VERSION);
  json_object_set_string_member (object, "uri", self->uri != NULL ? self->uri : "");
  json_object_set_string_member (object, "title", self->title != NULL ? self->title : "");
  json_object_set_int_member (object, "number", self->number);
  json_object_set_int_member (object, "written", self->time);
  json_object_set_int_member (object, "slide", self->index);
  json_object_set_int_member (object, "step", self->step);
  json_object_set_string_member (object, "slide-title",
                                 self->slide_title != NULL ? self->slide_title : "");
  set_enum (object, "picture", FORE_TYPE_PICTURE, self->picture);
  set_enum (object, "timer", FORE_TYPE_TIMER_STATE, self->timer_state);
  json_object_set_int_member (object, "elapsed", self->elapsed);
  json_object_set_int_member (object, "elapsed-before-reset", self->lost);
  json_object_set_int_member (object, "duration", self->duration);
  json_object_set_int_member (object, "end-time", self->end_time);
  json_object_set_array_member (object, "slides", write_slides (self));

  return fore_json_format (object);
}

static GArray *
read_slides (JsonObject *object)
{
  g_autoptr (GPtrArray) objects = fore_json_dup_objects (object, "slides");
  GArray *slides = g_array_sized_new (FALSE, FALSE, sizeof (Slide), objects->len);

  for (guint i = 0; i < objects->len && i < FORE_DECK_MAX_SLIDES; i++) {
    JsonObject *element = g_ptr_array_index (objects, i);
    Slide slide = { .digest = fore_json_get_digest (element, "digest"),
                    .time = fore_json_get_int (element, "time", 0,
                                               SECONDS_MAX * G_USEC_PER_SEC) };

    g_array_append_val (slides, slide);
  }

  return slides;
}

ForeMoment *
fore_moment_read (GBytes *bytes)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (ForeMoment) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = fore_json_parse (bytes);
  if (object == NULL || fore_json_get_int (object, "version", 0, 99) != VERSION)
    return NULL;

  self = g_new0 (ForeMoment, 1);
  self->uri = g_strdup (fore_json_get_string (object, "uri"));
  self->title = g_strdup (fore_json_get_string (object, "title"));
  self->slide_title = g_strdup (fore_json_get_string (object, "slide-title"));
  self->number = fore_json_get_int (object, "number", 0, G_MAXINT64);
  self->time = fore_json_get_int (object, "written", 0, G_MAXINT64 / 2);
  self->step = fore_json_get_int (object, "step", 0, G_MAXINT);
  self->picture = get_enum (object, "picture", FORE_TYPE_PICTURE);
  self->timer_state = get_enum (object, "timer", FORE_TYPE_TIMER_STATE);
  self->elapsed = fore_json_get_int (object, "elapsed", 0, SECONDS_MAX);
  self->lost = fore_json_get_int (object, "elapsed-before-reset", 0, SECONDS_MAX);
  self->duration = fore_json_get_int (object, "duration", -1, SECONDS_MAX);
  self->end_time = fore_json_get_int (object, "end-time", 0, G_MAXINT32 * 100ll);
  self->slides = read_slides (object);
  if (self->slides->len == 0)
    return NULL;
  self->n_slides = self->slides->len;
  self->index = fore_json_get_int (object, "slide", 0, self->n_slides - 1);

  return g_steal_pointer (&self);
}

/* --- going on
 * --------------------------------------------------------------------------- */

/* Where a slide is in the deck now: in its place, elsewhere, or, if it is gone, what is
 * in its place. */
static guint
find_slide (const ForeMoment *self, ForeDeck *deck, guint index, gboolean *found)
{
  guint64 digest = g_array_index (self->slides, Slide, index).digest;
  guint n_slides = fore_deck_get_n_slides (deck);

  *found = TRUE;
  if (index < n_slides && digest_at (deck, index) == digest)
    return index;
  for (guint i = 0; i < n_slides; i++) {
    if (digest_at (deck, i) == digest)
      return i;
  }
  *found = FALSE;

  return MIN (index, n_slides - 1);
}

static void
restore_times (const ForeMoment *self, ForeTalk *talk)
{
  gboolean found;

  for (guint i = 0; i < self->slides->len; i++) {
    gint64 time = g_array_index (self->slides, Slide, i).time;

    if (time > 0)
      g_array_index (talk->records, ForeRecord, find_slide (self, talk->deck, i, &found))
        .time += time;
  }
}

static void
restore_timer (const ForeMoment *self, ForeTalk *talk, gint64 gap)
{
  g_autoptr (GDateTime) end = NULL;

  if (self->duration >= 0)
    fore_timer_set_duration (talk->timer, self->duration);
  if (self->end_time > 0) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->end_time);

    end = utc != NULL ? g_date_time_to_local (utc) : NULL;
    fore_timer_set_end_time (talk->timer, end);
  }
  fore_timer_restore (talk->timer, self->timer_state, self->elapsed + gap);
}

void
fore_moment_restore (const ForeMoment *self, ForeTalk *talk, gboolean went_on)
{
  gint64 gap = 0;
  gboolean found;
  guint index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (FORE_IS_TALK (talk));

  if (went_on && self->timer_state == FORE_TIMER_RUNNING)
    gap = CLAMP (get_time (talk) - self->time, 0, SECONDS_MAX * G_USEC_PER_SEC);

  g_object_freeze_notify (G_OBJECT (talk));
  fore_talk_account (talk);
  restore_times (self, talk);
  index = find_slide (self, talk->deck, self->index, &found);
  talk->place.index = index;
  talk->place.step = found ? MIN (self->step, fore_talk_count_steps (talk, index)) : 0;
  talk->lost = self->lost;
  g_array_index (talk->records, ForeRecord, index).time += gap;
  g_array_index (talk->records, ForeRecord, index).visit = ++talk->n_visits;
  fore_talk_show_audience (talk, TRUE);
  restore_timer (self, talk, gap / G_USEC_PER_SEC);
  fore_talk_set_picture (talk, self->picture);
  fore_talk_update (talk);
  g_object_thaw_notify (G_OBJECT (talk));
}
