/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */

/* A slide is made of nothing but its own text, so many are made by all processors.
 *
 * Formulas take the longest by far, then code. So the first thread begins with the slides
 * that have formulas, and the others at the other end, with text, then code. One of them
 * goes on to formulas, which are made in two engines side by side, if so many are left
 * that it is worth the start of the second engine; the rest does not, since to wait for
 * one another at each formula takes longer than to let few do them all.
 *
 * What a slide takes is guessed; a wrong guess costs time and changes no slide. */

#include "fore-slide-batch.h"

#include <string.h>

/* Fewer slides than this, if they are all of one kind, are made before another thread
 * gets its turn. */
#define MANY_SLIDES 500
#define THREADS_MAX 4
/* With fewer slides that have formulas, a second engine is not started. */
#define MANY_FORMULAS 100

typedef enum {
  KIND_FORMULA,
  KIND_CODE,
  KIND_TEXT,
  N_KINDS,
} Kind;

typedef struct {
  const ForeSlideSource *sources;
  ForeSlide **slides;
  /* Indices of the slides by their kind; what is left to do of them. */
  guint *order;
  guint n_formulas;
  guint start;
  guint end;
  /* The thread that makes formulas beside the first one. */
  GThread *helper;
  GMutex mutex;
} Batch;

/* Dollars in code are no formulas. One dollar alone is a price. */
static Kind
guess_kind (const ForeSlideSource *source)
{
  const char *end = source->text + source->length;
  const char *dollar;

  if (memmem (source->text, source->length, "```", 3) != NULL)
    return KIND_CODE;

  dollar = memchr (source->text, '$', source->length);
  if (dollar != NULL && memchr (dollar + 1, '$', end - dollar - 1) != NULL)
    return KIND_FORMULA;

  return KIND_TEXT;
}

/* Sets how many there are of each kind. */
static guint *
sort (const ForeSlideSource *sources, guint n_slides, guint *counts)
{
  g_autofree Kind *kinds = g_new (Kind, n_slides);
  guint *order = g_new (guint, n_slides);
  guint places[N_KINDS] = { 0 };

  for (guint i = 0; i < n_slides; i++) {
    kinds[i] = guess_kind (&sources[i]);
    counts[kinds[i]]++;
  }
  for (guint kind = 1; kind < N_KINDS; kind++)
    places[kind] = places[kind - 1] + counts[kind - 1];
  for (guint i = 0; i < n_slides; i++)
    order[places[kinds[i]]++] = i;

  return order;
}

static gboolean
take_first (Batch *self, guint *index)
{
  gboolean has_more;

  g_mutex_lock (&self->mutex);
  has_more = self->start < self->end;
  if (has_more)
    *index = self->order[self->start++];
  g_mutex_unlock (&self->mutex);

  return has_more;
}

static gboolean
may_take_last (Batch *self)
{
  if (self->start >= self->end)
    return FALSE;
  if (self->end > self->n_formulas)
    return TRUE;
  if (self->helper == NULL && self->end - self->start >= MANY_FORMULAS)
    self->helper = g_thread_self ();

  return self->helper == g_thread_self ();
}

static gboolean
take_last (Batch *self, guint *index)
{
  gboolean may_take;

  g_mutex_lock (&self->mutex);
  may_take = may_take_last (self);
  if (may_take)
    *index = self->order[--self->end];
  g_mutex_unlock (&self->mutex);

  return may_take;
}

static void
make (Batch *self, guint index)
{
  self->slides[index] = fore_slide_new (&self->sources[index], NULL);
}

static gpointer
work_thread (gpointer data)
{
  guint index;

  while (take_last (data, &index))
    make (data, index);

  return NULL;
}

static guint
choose_n_threads (guint n_slides, const guint *counts)
{
  guint n_processors = g_get_num_processors ();

  if (n_slides >= MANY_SLIDES)
    return MIN (n_processors, THREADS_MAX);
  /* Each has an engine to start. */
  if (counts[KIND_FORMULA] > 0 && counts[KIND_CODE] > 0)
    return MIN (n_processors, 2);

  return 1;
}

void
fore_slide_batch_make (const ForeSlideSource *sources, guint n_slides, ForeSlide **slides)
{
  guint counts[N_KINDS] = { 0 };
  g_autofree guint *order = sort (sources, n_slides, counts);
  guint n_threads = choose_n_threads (n_slides, counts);
  GThread *threads[THREADS_MAX] = { NULL };
  Batch batch = { .sources = sources,
                  .slides = slides,
                  .order = order,
                  .n_formulas = counts[KIND_FORMULA],
                  .end = n_slides };
  guint index;

  g_mutex_init (&batch.mutex);
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("slides", work_thread, &batch, NULL);
  while (take_first (&batch, &index))
    make (&batch, index);
  for (guint i = 1; i < n_threads; i++)
    g_clear_pointer (&threads[i], g_thread_join);
  g_mutex_clear (&batch.mutex);
}
