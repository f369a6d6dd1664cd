/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-run.h"

#include "fore-digest.h"
#include "fore-json.h"
#include "fore-timing.h"

#include <string.h>

#define VERSION 1
#define SECONDS_MAX (1000ll * 24 * 3600)
#define NO_SECTION G_MAXUINT

struct _ForeRun {
  gatomicrefcount references;
  char *uri;
  char *title;
  gint64 time;
  gint64 elapsed;
  gint64 planned;
  GArray *slides;
  GArray *sections;
};

G_DEFINE_BOXED_TYPE (ForeRun, fore_run, fore_run_ref, fore_run_unref)

static void
slide_clear (gpointer data)
{
  g_free (((ForeRunSlide *) data)->title);
}

static void
section_clear (gpointer data)
{
  g_free (((ForeRunSection *) data)->title);
}

static ForeRun *
run_new (void)
{
  ForeRun *self = g_new0 (ForeRun, 1);

  g_atomic_ref_count_init (&self->references);
  self->slides = g_array_new (FALSE, FALSE, sizeof (ForeRunSlide));
  g_array_set_clear_func (self->slides, slide_clear);
  self->sections = g_array_new (FALSE, FALSE, sizeof (ForeRunSection));
  g_array_set_clear_func (self->sections, section_clear);

  return self;
}

static void
add_section (ForeRun *self, const char *title)
{
  ForeRunSection section = { .title = g_strdup (title != NULL ? title : "") };

  g_array_append_val (self->sections, section);
}

/* Takes @slide, and adds it to what its section took. */
static void
add_slide (ForeRun *self, ForeRunSlide slide)
{
  if (slide.section < self->sections->len) {
    ForeRunSection *section =
      &g_array_index (self->sections, ForeRunSection, slide.section);

    section->planned += slide.planned;
    section->time += slide.time;
  } else {
    slide.section = NO_SECTION;
  }
  g_array_append_val (self->slides, slide);
}

/* --- of a talk
 * -------------------------------------------------------------------------- */

/* What a slide shows, without the marks that comments leave: with another time written in
 * it, it is the same slide. */
static guint64
find_key (ForeSlide *slide)
{
  static const char mark[] = "<!-- -->";
  const char *html = fore_markup_get_html (fore_slide_get_markup (slide));
  guint64 key = FORE_DIGEST_START;

  while (*html != '\0') {
    if (g_str_has_prefix (html, mark)) {
      html += strlen (mark);
    } else {
      if (!g_ascii_isspace (*html))
        key = fore_digest_add (key, html, 1);
      html++;
    }
  }

  return key;
}

static gint64
round_time (gint64 microseconds)
{
  return (microseconds + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC;
}

static void
take_slides (ForeRun *self, ForeTalk *talk)
{
  ForeDeck *deck = fore_talk_get_deck (talk);
  ForePlan *plan = fore_talk_get_plan (talk);

  for (guint i = 0; i < fore_plan_get_n_sections (plan); i++)
    add_section (self, fore_plan_get_section_title (plan, i));
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    ForeRunSlide slide = {
      .title = g_strdup (fore_deck_get_slide_title (deck, i)),
      .planned = fore_plan_get_planned (plan, i),
      .time = round_time (fore_talk_get_slide_time (talk, i)),
      .section = NO_SECTION,
      .key = find_key (fore_deck_get_slide (deck, i)),
    };

    fore_plan_find_section (plan, i, &slide.section);
    add_slide (self, slide);
  }
}

ForeRun *
fore_run_new (ForeTalk *talk, GFile *file)
{
  g_autoptr (GDateTime) now = NULL;
  ForeRun *self;

  g_return_val_if_fail (FORE_IS_TALK (talk), NULL);

  now = fore_clock_dup_now (fore_talk_get_clock (talk));
  self = run_new ();
  self->uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->title = g_strdup (fore_deck_get_title (fore_talk_get_deck (talk)));
  self->time =
    g_date_time_to_unix (now) * G_USEC_PER_SEC + g_date_time_get_microsecond (now);
  self->elapsed = fore_timer_get_elapsed (fore_talk_get_timer (talk));
  self->planned = fore_plan_get_total (fore_talk_get_plan (talk));
  take_slides (self, talk);

  return self;
}

/* --- as JSON
 * ---------------------------------------------------------------------------- */

static JsonArray *
write_sections (const ForeRun *self)
{
  JsonArray *sections = json_array_new ();

  for (guint i = 0; i < self->sections->len; i++)
    json_array_add_string_element (
      sections, g_array_index (self->sections, ForeRunSection, i).title);

  return sections;
}

static JsonArray *
write_slides (const ForeRun *self)
{
  JsonArray *slides = json_array_new ();

  for (guint i = 0; i < self->slides->len; i++) {
    const ForeRunSlide *slide = &g_array_index (self->slides, ForeRunSlide, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "title", slide->title);
    json_object_set_int_member (object, "planned", slide->planned);
    json_object_set_int_member (object, "time", slide->time);
    if (slide->section != NO_SECTION)
      json_object_set_int_member (object, "section", slide->section + 1);
    fore_json_set_digest (object, "key", slide->key);
    json_array_add_object_element (slides, object);
  }

  return slides;
}

GBytes *
fore_run_write (const ForeRun *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_object_set_int_member (object, "version", VERSION);
  json_object_set_string_member (object, "uri", self->uri != NULL ? self->uri : "");
  json_object_set_string_member (object, "title", self->title != NULL ? self->title : "");
  json_object_set_int_member (object, "ended", self->time);
  json_object_set_int_member (object, "elapsed", self->elapsed);
  json_object_set_int_member (object, "planned", self->planned);
  json_object_set_array_member (object, "sections", write_sections (self));
  json_object_set_array_member (object, "slides", write_slides (self));

  return fore_json_format (object);
}

static void
read_sections (ForeRun *self, JsonObject *object)
{
  g_auto (GStrv) titles = fore_json_dup_strings (object, "sections");

  for (guint i = 0; titles[i] != NULL && i < FORE_DECK_MAX_SLIDES; i++)
    add_section (self, titles[i]);
}

static void
read_slides (ForeRun *self, JsonObject *object)
{
  g_autoptr (GPtrArray) objects = fore_json_dup_objects (object, "slides");

  for (guint i = 0; i < objects->len && i < FORE_DECK_MAX_SLIDES; i++) {
    JsonObject *element = g_ptr_array_index (objects, i);
    const char *title = fore_json_get_string (element, "title");
    gint64 section = fore_json_get_int (element, "section", 0, FORE_DECK_MAX_SLIDES);

    add_slide (self, (ForeRunSlide){
                       .title = g_strdup (title != NULL ? title : ""),
                       .planned = fore_json_get_int (element, "planned", 0, SECONDS_MAX),
                       .time = fore_json_get_int (element, "time", 0, SECONDS_MAX),
                       .section = section > 0 ? (guint) section - 1 : NO_SECTION,
                       .key = fore_json_get_digest (element, "key"),
                     });
  }
}

ForeRun *
fore_run_read (GBytes *bytes)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (ForeRun) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = fore_json_parse (bytes);
  if (object == NULL || fore_json_get_int (object, "version", 0, 99) != VERSION)
    return NULL;

  self = run_new ();
  self->uri = g_strdup (fore_json_get_string (object, "uri"));
  self->title = g_strdup (fore_json_get_string (object, "title"));
  self->time = fore_json_get_int (object, "ended", 0, G_MAXINT64);
  self->elapsed = fore_json_get_int (object, "elapsed", 0, SECONDS_MAX);
  self->planned = fore_json_get_int (object, "planned", 0, SECONDS_MAX);
  read_sections (self, object);
  read_slides (self, object);

  return self->slides->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* --- the value
 * -------------------------------------------------------------------------- */

ForeRun *
fore_run_ref (ForeRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
fore_run_unref (ForeRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->uri);
  g_free (self->title);
  g_array_unref (self->slides);
  g_array_unref (self->sections);
  g_free (self);
}

const char *
fore_run_get_uri (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

const char *
fore_run_get_title (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

gint64
fore_run_get_time (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->time;
}

gint64
fore_run_get_elapsed (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed;
}

gint64
fore_run_get_planned (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->planned;
}

guint
fore_run_get_n_slides (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->slides->len;
}

const ForeRunSlide *
fore_run_get_slide (const ForeRun *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->slides->len, NULL);

  return &g_array_index (self->slides, ForeRunSlide, index);
}

guint
fore_run_get_n_sections (const ForeRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

const ForeRunSection *
fore_run_get_section (const ForeRun *self, guint section)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (section < self->sections->len, NULL);

  return &g_array_index (self->sections, ForeRunSection, section);
}

/* --- comparing
 * -------------------------------------------------------------------------- */

/* @index: where it stands, which is looked at first */
static gboolean
find_slide (
  const ForeRun *self, guint64 key, const char *title, guint index, guint *found)
{
  if (index < self->slides->len && fore_run_get_slide (self, index)->key == key) {
    *found = index;
    return TRUE;
  }
  for (guint i = 0; i < self->slides->len; i++) {
    if (fore_run_get_slide (self, i)->key == key) {
      *found = i;
      return TRUE;
    }
  }
  for (guint i = 0; title[0] != '\0' && i < self->slides->len; i++) {
    if (strcmp (fore_run_get_slide (self, i)->title, title) == 0) {
      *found = i;
      return TRUE;
    }
  }

  return FALSE;
}

gboolean
fore_run_find_slide (const ForeRun *self, const ForeRun *other, guint index, guint *found)
{
  const ForeRunSlide *slide;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);
  g_return_val_if_fail (index < self->slides->len, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  slide = fore_run_get_slide (self, index);

  return find_slide (other, slide->key, slide->title, index, found);
}

GBytes *
fore_run_apply_timing (const ForeRun *self, ForeDeck *deck, guint *n_written)
{
  g_autofree guint *seconds = NULL;
  g_autofree gboolean *used = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (deck != NULL, NULL);

  seconds = g_new0 (guint, fore_deck_get_n_slides (deck));
  used = g_new0 (gboolean, self->slides->len);
  for (guint i = 0; i < fore_deck_get_n_slides (deck); i++) {
    guint found;

    /* A slide that stands in the deck twice must not get the time of one twice. */
    if (find_slide (self, find_key (fore_deck_get_slide (deck, i)),
                    fore_deck_get_slide_title (deck, i), i, &found) &&
        !used[found]) {
      seconds[i] = (guint) fore_run_get_slide (self, found)->time;
      used[found] = TRUE;
    }
  }

  return fore_timing_write (deck, seconds, n_written);
}
