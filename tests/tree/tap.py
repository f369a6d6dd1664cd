# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Just enough of the Test Anything Protocol for checks of the tree."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tracked(*patterns):
    """The files under version control, or all but the built ones in a tarball."""
    try:
        out = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", *patterns],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        names = [name for name in out.splitlines() if name]
    except (OSError, subprocess.CalledProcessError):
        names = [
            str(path.relative_to(ROOT))
            for pattern in patterns or ("**/*",)
            for path in ROOT.glob(pattern)
            if path.is_file() and "node_modules" not in path.parts
        ]
    return [ROOT / name for name in sorted(set(names)) if (ROOT / name).is_file()]


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
