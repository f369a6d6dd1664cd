/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* JavaScriptCore is not linked but opened when the first deck needs it: loading it costs
 * ten milliseconds, as much as all the rest of an export, and most decks hold neither
 * code nor math.
 *
 * An engine is there for all threads. They take turns, and share what was found out:
 * what a deck showed when it was loaded in one thread is known when it is edited in
 * another. What was asked is kept in two generations. When the young one is full it
 * becomes the old one, and what is asked again moves over. An empty result stands for one
 * that could not be had, so that what took too long once is not tried at each key press.
 */

#include "fore-script.h"

#include "fore-web-bundle.h"

#include <gmodule.h>
#include <jsc/jsc.h>
#include <string.h>

#define LIBRARY "libjavascriptcoregtk-6.0.so.1"
#define TIME_LIMIT_MS 2000
#define GENERATION_MAX (8 * 1024 * 1024)

#define FUNCTIONS(X)                                                                     \
  X (jsc_context_new)                                                                    \
  X (jsc_context_clear_exception)                                                        \
  X (jsc_context_evaluate_with_source_uri)                                               \
  X (jsc_context_get_exception)                                                          \
  X (jsc_context_get_value)                                                              \
  X (jsc_exception_get_message)                                                          \
  X (jsc_options_set_boolean)                                                            \
  X (jsc_options_set_uint)                                                               \
  X (jsc_value_function_callv)                                                           \
  X (jsc_value_is_string)                                                                \
  X (jsc_value_new_string_from_bytes)                                                    \
  X (jsc_value_to_string_as_bytes)

typedef struct {
#define DECLARE(name) __typeof__ (&name) name;
  FUNCTIONS (DECLARE)
#undef DECLARE
} Library;

/* The library, which all engines share. */
static struct {
  GMutex mutex;
  gboolean was_tried;
  gboolean was_prepared;
  gboolean is_loaded;
  Library functions;
} library;

typedef struct {
  GMutex mutex;
  JSCContext *context;
  /* Names of the files that have run. */
  GHashTable *files;
  /* Function and arguments → GRefString. */
  GHashTable *young;
  GHashTable *old;
  gsize young_size;
  guint n_runs;
} Engine;

static Engine engines[FORE_SCRIPT_N_ENGINES];

/* --- the library
 * --------------------------------------------------------------------------- */

static gboolean
find_functions (GModule *module)
{
  gboolean found = TRUE;

#define FIND(name)                                                                       \
  found = found && g_module_symbol (module, #name, (gpointer *) &library.functions.name);
  FUNCTIONS (FIND)
#undef FIND

  return found;
}

/* Options can be set only as long as nobody uses the library, and it is not told whether
 * somebody does: but nobody can, if it comes with us. */
static gboolean
is_loaded_by_others (void)
{
  GModule *program = g_module_open (NULL, 0);
  gpointer symbol;
  gboolean is_loaded =
    program != NULL && g_module_symbol (program, "jsc_context_new", &symbol);

  g_clear_pointer (&program, g_module_close);

  return is_loaded;
}

static void
load_once (void)
{
  GModule *module;

  library.was_tried = TRUE;
  if (!is_loaded_by_others ())
    library.was_prepared = TRUE;

  module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL || !find_functions (module)) {
    g_warning ("Code and formulas stay plain: %s", g_module_error ());
    g_clear_pointer (&module, g_module_close);
    return;
  }
  g_module_make_resident (module);
  library.is_loaded = TRUE;
  if (library.was_prepared) {
    library.functions.jsc_options_set_uint ("watchdog", TIME_LIMIT_MS);
    /* What it gains comes after a few seconds of work, and there are none here. */
    library.functions.jsc_options_set_boolean ("useFTLJIT", FALSE);
  }
}

static gboolean
load_library (void)
{
  gboolean is_loaded;

  g_mutex_lock (&library.mutex);
  if (!library.was_tried)
    load_once ();
  is_loaded = library.is_loaded;
  g_mutex_unlock (&library.mutex);

  return is_loaded;
}

void
fore_script_prepare (void)
{
  g_mutex_lock (&library.mutex);
  library.was_prepared = TRUE;
  g_mutex_unlock (&library.mutex);
  load_library ();
}

/* --- the context
 * --------------------------------------------------------------------------- */

static gpointer
create_context_cb (gpointer user_data)
{
  return library.functions.jsc_context_new ();
}

/* The thread that makes the first context gets a loop of its own for it. If that is the
 * main thread, WebKit waits in that loop for its pages from then on, and nobody runs it.
 */
static gboolean
create_context (Engine *self)
{
  if (self->context != NULL)
    return TRUE;
  if (!load_library ())
    return FALSE;

  self->context = g_thread_join (g_thread_new ("fore-script", create_context_cb, NULL));
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return TRUE;
}

/* Whether the last thing went well. */
static gboolean
check_exception (Engine *self, const char *what)
{
  JSCException *exception = library.functions.jsc_context_get_exception (self->context);

  if (exception == NULL)
    return TRUE;

  g_debug ("%s: %s", what, library.functions.jsc_exception_get_message (exception));
  library.functions.jsc_context_clear_exception (self->context);

  return FALSE;
}

static gboolean
run_file (Engine *self, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JSCValue) value = NULL;
  gsize length;
  const char *text;

  if (g_hash_table_contains (self->files, name))
    return TRUE;

  bytes = fore_web_bundle_lookup (name);
  g_return_val_if_fail (bytes != NULL, FALSE);

  g_hash_table_add (self->files, g_strdup (name));
  text = g_bytes_get_data (bytes, &length);
  value = library.functions.jsc_context_evaluate_with_source_uri (
    self->context, text, (gssize) length, name, 1);

  return check_exception (self, name);
}

static JSCValue *
new_string (Engine *self, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return library.functions.jsc_value_new_string_from_bytes (self->context, bytes);
}

static GRefString *
call (Engine *self, const char *name, const char *first, const char *second, gsize length)
{
  g_autoptr (JSCValue) function =
    library.functions.jsc_context_get_value (self->context, name);
  g_autoptr (JSCValue) a = new_string (self, first, strlen (first));
  g_autoptr (JSCValue) b = new_string (self, second, length);
  JSCValue *arguments[] = { a, b };
  g_autoptr (JSCValue) value = library.functions.jsc_value_function_callv (
    function, G_N_ELEMENTS (arguments), arguments);
  g_autoptr (GBytes) bytes = NULL;

  self->n_runs++;
  if (!check_exception (self, name) || !library.functions.jsc_value_is_string (value))
    return NULL;

  bytes = library.functions.jsc_value_to_string_as_bytes (value);

  return g_ref_string_new_len (g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes));
}

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

/* --- the whole
 * ------------------------------------------------------------------------------ */

static GRefString *
run (Engine *self,
     const char *const *files,
     const char *function,
     const char *first,
     const char *second,
     gsize length)
{
  if (!create_context (self))
    return NULL;

  for (guint i = 0; files[i] != NULL; i++) {
    if (!run_file (self, files[i]))
      return NULL;
  }

  return call (self, function, first, second, length);
}

GRefString *
fore_script_call (ForeScriptEngine engine,
                  const char *const *files,
                  const char *function,
                  const char *first,
                  const char *second,
                  gsize length)
{
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
  result = recall (self, key);
  if (result == NULL) {
    result = run (self, files, function, first, second, length);
    if (result == NULL)
      result = g_ref_string_new_intern ("");
    keep (self, key, result);
  }
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
