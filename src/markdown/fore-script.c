/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* An engine is there for all threads. It has one context, or two where there is much to
 * do; a thread keeps to the one that it had the last time, and waits if there is none.
 * All share what was found out: what a deck showed when it was loaded in one thread is
 * known when it is edited in another. What was asked is kept in two generations. When the
 * young one is full it becomes the old one, and what is asked again moves over. An empty
 * result stands for one that could not be had, so that what took too long once is not
 * tried at each key press.
 */

#include "fore-script.h"

#include "fore-script-context.h"
#include "fore-script-store.h"
#include "fore-web-bundle.h"

#include <string.h>

#define CONTEXTS_MAX 2
#define GENERATION_MAX (8 * 1024 * 1024)

typedef struct {
  ForeScriptContext *context;
  GThread *last_user;
  gboolean is_busy;
} Place;

typedef struct {
  GMutex mutex;
  GCond was_freed;
  Place places[CONTEXTS_MAX];
  /* Function and arguments → GRefString. */
  GHashTable *young;
  GHashTable *old;
  gsize young_size;
  guint n_runs;
} Engine;

static Engine engines[FORE_SCRIPT_N_ENGINES];

/* What was made before the program was started; NULL if that is not asked for. */
static ForeScriptStore *store;

/* A second context for code would take longer to start than it saves. */
static const guint n_contexts[FORE_SCRIPT_N_ENGINES] = { 1, CONTEXTS_MAX };

/* --- what was found out before
 * ------------------------------------------------------------- */

static void
release (gpointer result)
{
  g_ref_string_release (result);
}

static GHashTable *
create_generation (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release);
}

static void
keep (Engine *self, const char *key, GRefString *result)
{
  gsize size = strlen (key) + g_ref_string_length (result);

  if (self->young == NULL || self->young_size + size > GENERATION_MAX) {
    g_clear_pointer (&self->old, g_hash_table_unref);
    self->old = self->young;
    self->young = create_generation ();
    self->young_size = 0;
  }
  self->young_size += size;
  g_hash_table_replace (self->young, g_strdup (key), g_ref_string_acquire (result));
}

static GRefString *
recall (Engine *self, const char *key)
{
  GRefString *result =
    self->young != NULL ? g_hash_table_lookup (self->young, key) : NULL;

  if (result != NULL)
    return g_ref_string_acquire (result);

  result = self->old != NULL ? g_hash_table_lookup (self->old, key) : NULL;
  if (result != NULL) {
    g_ref_string_acquire (result);
    keep (self, key, result);
  }

  return result;
}

/* --- places
 * ------------------------------------------------------------------------------- */

static Place *
find_free (Engine *self)
{
  guint n_places = n_contexts[self - engines];
  Place *found = NULL;

  for (guint i = 0; i < n_places; i++) {
    Place *place = &self->places[i];

    if (place->is_busy)
      continue;
    if (place->last_user == g_thread_self ())
      return place;
    if (found == NULL)
      found = place;
  }

  return found;
}

static Place *
enter (Engine *self)
{
  Place *place;

  while ((place = find_free (self)) == NULL)
    g_cond_wait (&self->was_freed, &self->mutex);
  place->is_busy = TRUE;
  place->last_user = g_thread_self ();

  return place;
}

static void
leave (Engine *self, Place *place)
{
  place->is_busy = FALSE;
  g_cond_signal (&self->was_freed);
}

/* --- the whole
 * ------------------------------------------------------------------------------ */

typedef struct {
  const char *const *files;
  const char *function;
  const char *first;
  const char *second;
  gsize length;
} Call;

/* Called and returns with the engine locked, which it is not while the script runs. */
static GRefString *
run (Engine *self, Place *place, const Call *call)
{
  GRefString *result = NULL;

  self->n_runs++;
  g_mutex_unlock (&self->mutex);
  if (place->context == NULL)
    place->context = fore_script_context_new ();
  if (place->context != NULL)
    result = fore_script_context_call (place->context, call->files, call->function,
                                       call->first, call->second, call->length);
  g_mutex_lock (&self->mutex);

  return result != NULL ? result : g_ref_string_new_intern ("");
}

static GRefString *
make (Engine *self, const Call *call, const char *key)
{
  Place *place = enter (self);
  /* Another thread may have made it while this one waited. */
  GRefString *result = recall (self, key);

  if (result == NULL) {
    result = run (self, place, call);
    keep (self, key, result);
    /* What took too long here may not elsewhere. */
    if (store != NULL && g_ref_string_length (result) > 0)
      fore_script_store_add (store, key, result);
  }
  leave (self, place);

  return result;
}

static GRefString *
find (Engine *self, const char *key)
{
  GRefString *result = recall (self, key);

  if (result != NULL || store == NULL)
    return result;

  result = fore_script_store_lookup (store, key);
  if (result != NULL)
    keep (self, key, result);

  return result;
}

void
fore_script_prepare (void)
{
  fore_script_context_prepare ();
}

void
fore_script_open_store (const char *path)
{
  g_autoptr (GBytes) bytes = fore_web_bundle_lookup ("script/version.txt");
  g_autofree char *version = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (store == NULL);
  g_return_if_fail (bytes != NULL);

  version = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  store = fore_script_store_new (path, version);
}

void
fore_script_close_store (void)
{
  g_return_if_fail (store != NULL);

  if (!fore_script_store_save (store))
    g_debug ("Code and formulas will be made anew the next time.");
  g_clear_pointer (&store, fore_script_store_free);
}

GRefString *
fore_script_call (ForeScriptEngine engine,
                  const char *const *files,
                  const char *function,
                  const char *first,
                  const char *second,
                  gsize length)
{
  const Call call = { files, function, first, second, length };
  Engine *self = &engines[engine];
  g_autofree char *key = NULL;
  GRefString *result;

  g_return_val_if_fail (engine < FORE_SCRIPT_N_ENGINES, NULL);
  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail (function != NULL, NULL);
  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);

  /* Neither of the first two can hold a line end. */
  key = g_strdup_printf ("%s\n%s\n%.*s", function, first, (int) length, second);
  g_mutex_lock (&self->mutex);
  result = find (self, key);
  if (result == NULL)
    result = make (self, &call, key);
  g_mutex_unlock (&self->mutex);

  if (g_ref_string_length (result) == 0)
    g_clear_pointer (&result, g_ref_string_release);

  return result;
}

guint
fore_script_get_n_runs (void)
{
  guint n_runs = 0;

  for (guint i = 0; i < FORE_SCRIPT_N_ENGINES; i++) {
    g_mutex_lock (&engines[i].mutex);
    n_runs += engines[i].n_runs;
    g_mutex_unlock (&engines[i].mutex);
  }

  return n_runs;
}
