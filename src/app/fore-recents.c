/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-recents.h"

#include <glib/gi18n.h>

/* The desktop's own list is the only store: a file that another program removes from it,
 * or the user clears in the settings, is gone here too. */

struct _ForeRecentDeck {
  GObject parent_instance;

  GFile *file;
  char *title;
  char *folder;
  char *when;
  gint64 time;
};

enum { PROP_FILE = 1, PROP_TITLE, PROP_FOLDER, PROP_WHEN, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ForeRecentDeck, fore_recent_deck, G_TYPE_OBJECT)

static void
recent_deck_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ForeRecentDeck *self = FORE_RECENT_DECK (object);

  switch (id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_FOLDER:
    g_value_set_string (value, self->folder);
    break;
  case PROP_WHEN:
    g_value_set_string (value, self->when);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
recent_deck_finalize (GObject *object)
{
  ForeRecentDeck *self = FORE_RECENT_DECK (object);

  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->folder);
  g_free (self->when);

  G_OBJECT_CLASS (fore_recent_deck_parent_class)->finalize (object);
}

static void
fore_recent_deck_class_init (ForeRecentDeckClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = recent_deck_get_property;
  object_class->finalize = recent_deck_finalize;

  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
  props[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fore_recent_deck_init (ForeRecentDeck *self)
{
}

/* Whole days of the calendar: yesterday evening is not "today" in the morning. */
static char *
describe_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate then_date, now_date;
  int year, month, day, n_days;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&then_date, 1);
  g_date_set_dmy (&then_date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&now_date, 1);
  g_date_set_dmy (&now_date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  n_days = g_date_days_between (&then_date, &now_date);
  if (n_days <= 0)
    /* Translators: a time of day, as strftime() writes it */
    return g_date_time_format (local, _ ("%H:%M"));
  if (n_days == 1)
    return g_strdup (_ ("Yesterday"));
  if (n_days < 7)
    return g_date_time_format (local, "%A");
  /* Translators: a date, as strftime() writes it */
  return g_date_time_format (local, _ ("%-e %b %Y"));
}

char *
fore_recents_describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *inside = NULL;

  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");
  inside = g_file_get_relative_path (home, folder);
  return inside != NULL ? g_strconcat ("~/", inside, NULL)
                        : g_file_get_parse_name (folder);
}

static ForeRecentDeck *
recent_deck_new (GtkRecentInfo *info)
{
  ForeRecentDeck *self = g_object_new (FORE_TYPE_RECENT_DECK, NULL);
  GDateTime *time = gtk_recent_info_get_modified (info);

  self->file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  self->title = g_strdup (gtk_recent_info_get_display_name (info));
  self->folder = fore_recents_describe_folder (self->file);
  self->when = describe_time (time);
  self->time = g_date_time_to_unix (time);
  return self;
}

GFile *
fore_recent_deck_get_file (ForeRecentDeck *self)
{
  g_return_val_if_fail (FORE_IS_RECENT_DECK (self), NULL);

  return self->file;
}

const char *
fore_recent_deck_get_title (ForeRecentDeck *self)
{
  g_return_val_if_fail (FORE_IS_RECENT_DECK (self), NULL);

  return self->title;
}

struct _ForeRecents {
  GObject parent_instance;

  GtkRecentManager *manager;
  GPtrArray *decks; /* of ForeRecentDeck */
};

static GType
get_item_type (GListModel *model)
{
  return FORE_TYPE_RECENT_DECK;
}

static guint
get_n_items (GListModel *model)
{
  return FORE_RECENTS (model)->decks->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ForeRecents *self = FORE_RECENTS (model);

  return position < self->decks->len
           ? g_object_ref (g_ptr_array_index (self->decks, position))
           : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ForeRecents,
                               fore_recents,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ForeRecentDeck *one = *(ForeRecentDeck *const *) a;
  const ForeRecentDeck *other = *(ForeRecentDeck *const *) b;

  return (one->time < other->time) - (one->time > other->time);
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, g_get_prgname ()) &&
         (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

static void
refresh (ForeRecents *self)
{
  g_autolist (GtkRecentInfo) infos = gtk_recent_manager_get_items (self->manager);
  guint n_before = self->decks->len;

  g_ptr_array_set_size (self->decks, 0);
  for (GList *item = infos; item != NULL; item = item->next) {
    if (is_ours (item->data))
      g_ptr_array_add (self->decks, recent_deck_new (item->data));
  }
  g_ptr_array_sort (self->decks, compare_newest_first);
  if (self->decks->len > FORE_RECENTS_MAX)
    g_ptr_array_set_size (self->decks, FORE_RECENTS_MAX);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->decks->len);
}

static void
recents_dispose (GObject *object)
{
  ForeRecents *self = FORE_RECENTS (object);

  g_clear_object (&self->manager);
  g_ptr_array_set_size (self->decks, 0);

  G_OBJECT_CLASS (fore_recents_parent_class)->dispose (object);
}

static void
recents_finalize (GObject *object)
{
  g_ptr_array_unref (FORE_RECENTS (object)->decks);

  G_OBJECT_CLASS (fore_recents_parent_class)->finalize (object);
}

static void
fore_recents_class_init (ForeRecentsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = recents_dispose;
  G_OBJECT_CLASS (class)->finalize = recents_finalize;
}

static void
fore_recents_init (ForeRecents *self)
{
  self->decks = g_ptr_array_new_with_free_func (g_object_unref);
}

ForeRecents *
fore_recents_new (GtkRecentManager *manager)
{
  ForeRecents *self;

  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (manager), NULL);

  self = g_object_new (FORE_TYPE_RECENTS, NULL);
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

void
fore_recents_add (ForeRecents *self, GFile *file, const char *title)
{
  g_autofree char *uri = NULL;
  g_autofree char *command = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (FORE_IS_RECENTS (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  name = g_strdup (g_get_prgname ());
  command = g_strdup_printf ("%s %%u", name);
  gtk_recent_manager_add_full (self->manager, uri,
                               &(GtkRecentData){
                                 .display_name = (char *) title,
                                 .mime_type = (char *) "text/markdown",
                                 .app_name = name,
                                 .app_exec = command,
                               });
}

void
fore_recents_remove (ForeRecents *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (FORE_IS_RECENTS (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  /* It may well be absent: nothing to tell the user then. */
  gtk_recent_manager_remove_item (self->manager, uri, NULL);
}
