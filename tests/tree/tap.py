# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Just enough of the Test Anything Protocol for checks of the tree."""

import fnmatch
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def list_folder(top):
    """What a tarball holds: all but what was built or fetched."""
    for folder, folders, names in os.walk(top):
        here = pathlib.Path(folder)
        folders[:] = [
            name
            for name in folders
            if name not in ("node_modules", ".git", "__pycache__")
            and not (here / name / "build.ninja").exists()
        ]
        for name in names:
            yield (here / name).relative_to(top).as_posix()


def list_repository(top):
    out = subprocess.run(
        ["git", "-C", str(top), "ls-files", "-co", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return out.splitlines()


def tracked(*patterns):
    """The files under version control, or of a tarball: all, those of folders, or by pattern."""
    names = list(list_repository(ROOT) if (ROOT / ".git").exists() else list_folder(ROOT))
    wanted = [
        name
        for name in sorted(set(names))
        if not patterns
        or any(name.startswith(p + "/") or fnmatch.fnmatchcase(name, p) for p in patterns)
    ]
    return [ROOT / name for name in wanted if (ROOT / name).is_file()]


def run(cases):
    """Runs functions that return a list of complaints, or a string to be skipped."""
    print(f"1..{len(cases)}", flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        name = case.__name__.replace("_", "-")
        result = case()
        if isinstance(result, str):
            print(f"ok {number} {name} # SKIP {result}")
        elif result:
            failed = True
            print(f"not ok {number} {name}")
            for complaint in result:
                print(f"# {complaint}")
        else:
            print(f"ok {number} {name}")
        sys.stdout.flush()
    return 1 if failed else 0
