/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* JavaScriptCore is not linked but opened when the first deck needs it: loading it costs
 * ten milliseconds, as much as all the rest of an export, and most decks hold neither
 * code nor math. */

#include "fore-script-context.h"

#include "fore-web-bundle.h"

#include <gmodule.h>
#include <jsc/jsc.h>
#include <string.h>

#define LIBRARY "libjavascriptcoregtk-6.0.so.1"
#define TIME_LIMIT_MS 2000
/* Sixteen times what WebKit starts to optimize at. */
#define OPTIMIZE_THRESHOLD 16000

#define FUNCTIONS(X)                                                                     \
  X (jsc_context_new)                                                                    \
  X (jsc_context_clear_exception)                                                        \
  X (jsc_context_evaluate_with_source_uri)                                               \
  X (jsc_context_get_exception)                                                          \
  X (jsc_context_get_value)                                                              \
  X (jsc_exception_get_message)                                                          \
  X (jsc_options_set_boolean)                                                            \
  X (jsc_options_set_int)                                                                \
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

struct _ForeScriptContext {
  JSCContext *context;
  /* Names of the files that have run. */
  GHashTable *files;
};

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

/* A deck keeps an engine busy for a fraction of a second. What the better compilers make
 * of its code comes too late for that, and takes a processor which others wait for; so
 * does a collector of garbage that runs beside. */
static void
set_options (void)
{
  static const char *const thresholds[] = { "thresholdForOptimizeAfterWarmUp",
                                            "thresholdForOptimizeAfterLongWarmUp",
                                            "thresholdForOptimizeSoon" };

  library.functions.jsc_options_set_uint ("watchdog", TIME_LIMIT_MS);
  library.functions.jsc_options_set_boolean ("useFTLJIT", FALSE);
  library.functions.jsc_options_set_boolean ("useConcurrentGC", FALSE);
  library.functions.jsc_options_set_uint ("numberOfGCMarkers", 1);
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    library.functions.jsc_options_set_int (thresholds[i], OPTIMIZE_THRESHOLD);
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
    set_options ();
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
fore_script_context_prepare (void)
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
ForeScriptContext *
fore_script_context_new (void)
{
  ForeScriptContext *self;

  if (!load_library ())
    return NULL;

  self = g_new0 (ForeScriptContext, 1);
  self->context = g_thread_join (g_thread_new ("fore-script", create_context_cb, NULL));
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/* Whether the last thing went well. */
static gboolean
check_exception (ForeScriptContext *self, const char *what)
{
  JSCException *exception = library.functions.jsc_context_get_exception (self->context);

  if (exception == NULL)
    return TRUE;

  g_debug ("%s: %s", what, library.functions.jsc_exception_get_message (exception));
  library.functions.jsc_context_clear_exception (self->context);

  return FALSE;
}

static gboolean
run_file (ForeScriptContext *self, const char *name)
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
new_string (ForeScriptContext *self, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return library.functions.jsc_value_new_string_from_bytes (self->context, bytes);
}

static GRefString *
call (ForeScriptContext *self,
      const char *name,
      const char *first,
      const char *second,
      gsize length)
{
  g_autoptr (JSCValue) function =
    library.functions.jsc_context_get_value (self->context, name);
  g_autoptr (JSCValue) a = new_string (self, first, strlen (first));
  g_autoptr (JSCValue) b = new_string (self, second, length);
  JSCValue *arguments[] = { a, b };
  g_autoptr (JSCValue) value = library.functions.jsc_value_function_callv (
    function, G_N_ELEMENTS (arguments), arguments);
  g_autoptr (GBytes) bytes = NULL;

  if (!check_exception (self, name) || !library.functions.jsc_value_is_string (value))
    return NULL;

  bytes = library.functions.jsc_value_to_string_as_bytes (value);

  return g_ref_string_new_len (g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes));
}

GRefString *
fore_script_context_call (ForeScriptContext *self,
                          const char *const *files,
                          const char *function,
                          const char *first,
                          const char *second,
                          gsize length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail (function != NULL, NULL);

  for (guint i = 0; files[i] != NULL; i++) {
    if (!run_file (self, files[i]))
      return NULL;
  }

  return call (self, function, first, second, length);
}
