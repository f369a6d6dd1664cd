/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Foredeck contributors */
#include "fore-key-table.h"

#include <glib/gi18n.h>

/* Where programs that people come from disagree, the keys are those that LibreOffice and
 * PowerPoint share, and pdfpc's for what those do not have. Presenters that one holds in
 * the hand send Page keys, a full stop, and F5 and Escape in turn. */

#define MOVES N_ ("Moves")
#define PICTURE N_ ("Picture")
#define WINDOWS N_ ("Windows")
#define TIMER N_ ("Timer")
#define NOTES N_ ("Notes")
#define TOOLS N_ ("Pointer and pen")

static const ForeShowCommand commands[] = {
  { "next", MOVES, N_ ("Next step"), "Page_Down space Return n Forward AudioNext",
    FALSE },
  { "previous", MOVES, N_ ("Step back"),
    "Page_Up <Shift>space BackSpace p Back AudioPrev", FALSE },
  { "right", MOVES, N_ ("Next step or column"), "Right", FALSE },
  { "left", MOVES, N_ ("Step or column back"), "Left", FALSE },
  { "down", MOVES, N_ ("Down in the stack"), "Down", FALSE },
  { "up", MOVES, N_ ("Up in the stack"), "Up", FALSE },
  { "next-slide", MOVES, N_ ("Next slide, without its steps"), "<Shift>Right", FALSE },
  { "previous-slide", MOVES, N_ ("Slide before, without steps"), "<Shift>Left", FALSE },
  { "next-section", MOVES, N_ ("Next section"), "<Control>Page_Down", FALSE },
  { "previous-section", MOVES, N_ ("Section before"), "<Control>Page_Up", FALSE },
  { "first", MOVES, N_ ("First slide"), "Home", FALSE },
  { "last", MOVES, N_ ("Last slide"), "End", FALSE },
  { "back", MOVES, N_ ("Where you were before"), "<Alt>Left", FALSE },
  { "forward", MOVES, N_ ("Where you were after that"), "<Alt>Right", FALSE },
  { "jump", MOVES, N_ ("Go to a slide by number or title"), "g", FALSE },
  { "overview", MOVES, N_ ("Overview of all slides"), "Tab o", FALSE },
  { "bookmark", MOVES, N_ ("Mark this slide"), "m", FALSE },
  { "go-to-bookmark", MOVES, N_ ("Go to the marked slide"), "<Shift>m", FALSE },

  { "black", PICTURE, N_ ("Black picture"), "b period", FALSE },
  { "white", PICTURE, N_ ("White picture"), "w comma", FALSE },
  { "freeze", PICTURE, N_ ("Freeze the audience’s picture"), "f", FALSE },
  { "hide", PICTURE, N_ ("Hide the audience’s window"), "h", FALSE },
  { "slide", PICTURE, N_ ("Bring the slide back"), "F5 <Shift>F5", FALSE },
  { "hold-edits", PICTURE, N_ ("Hold edits back"), "<Control>h", FALSE },
  { "publish", PICTURE, N_ ("Show the edits"), "<Control>p", FALSE },

  { "speaker", WINDOWS, N_ ("Speaker view"), "s", FALSE },
  { "swap", WINDOWS, N_ ("Swap the screens"), "x", FALSE },
  { "full-screen", WINDOWS, N_ ("Full screen, or a window"), "F11", FALSE },
  { "layout", WINDOWS, N_ ("Next layout of the speaker view"), "<Control>2", FALSE },
  { "help", WINDOWS, N_ ("All keys"), "question F1", FALSE },
  { "leave", WINDOWS, N_ ("Leave a special picture; twice, end the show"),
    "Escape <Control>q <Control>w", FALSE },

  { "timer-toggle", TIMER, N_ ("Pause or resume"), "t", FALSE },
  { "timer-start", TIMER, N_ ("Start now"), "<Shift>t", FALSE },
  { "timer-reset", TIMER, N_ ("Reset"), "<Control><Shift>t", FALSE },
  { "timer-undo-reset", TIMER, N_ ("Undo the reset"), "<Control><Alt>t", FALSE },
  { "timer-setup", TIMER, N_ ("Set time and duration"), "<Control>t", FALSE },
  { "timer-display", TIMER, N_ ("Time gone, time left, or clock"), "<Alt>t", FALSE },

  { "edit-notes", NOTES, N_ ("Edit"), "e", FALSE },
  { "notes-larger", NOTES, N_ ("Larger"), "plus equal", TRUE },
  { "notes-smaller", NOTES, N_ ("Smaller"), "minus", TRUE },
  { "notes-up", NOTES, N_ ("Scroll up"), "<Shift>a", TRUE },
  { "notes-down", NOTES, N_ ("Scroll down"), "<Shift>z", TRUE },

  { "laser", TOOLS, N_ ("Laser pointer"), "l", FALSE },
  { "pen", TOOLS, N_ ("Pen"), "d", FALSE },
  { "eraser", TOOLS, N_ ("Eraser"), "<Shift>d", FALSE },
  { "spotlight", TOOLS, N_ ("Spotlight"), "q", FALSE },
  { "zoom", TOOLS, N_ ("Zoom"), "z", FALSE },
  { "ink-undo", TOOLS, N_ ("Undo a stroke"), "<Control>z", TRUE },
  { "ink-redo", TOOLS, N_ ("Redo a stroke"), "<Control><Shift>z", TRUE },
  { "ink-clear", TOOLS, N_ ("Clear the slide"), "c", FALSE },
};

const ForeShowCommand *
fore_show_commands (gsize *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}
