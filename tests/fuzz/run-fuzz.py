#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Lets libFuzzer try one target for $FOREDECK_FUZZ_SECONDS, starting from what it once found.

Inputs that found something new are in tests/fuzz/corpus; with $FOREDECK_UPDATE_CORPUS set,
those of this run are added, as few as reach as far.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = int(os.environ.get("FOREDECK_FUZZ_SECONDS", "60"))


def main():
    program, name = sys.argv[1:]
    kept = HERE / "corpus" / name
    golden = HERE.parent / "golden"
    with tempfile.TemporaryDirectory(prefix="foredeck-fuzz-") as folder:
        found = pathlib.Path(folder) / "found"
        found.mkdir()
        seeds = [str(path) for path in (kept, golden) if path.exists()]
        run = subprocess.run(
            [program, str(found), *seeds, f"-max_total_time={SECONDS}", f"-dict={HERE / 'words.dict'}",
             "-timeout=20", "-rss_limit_mb=4096", "-max_len=4096", "-detect_leaks=0",
             "-print_final_stats=1", f"-artifact_prefix={folder}/"],
            capture_output=True, text=True, errors="replace",
        )
        runs = re.search(r"number_of_executed_units: (\d+)", run.stderr)
        print("1..1")
        print(f"# {runs.group(1) if runs else 'no'} inputs in {SECONDS} s")
        if run.returncode:
            for line in run.stderr.splitlines()[-60:]:
                print(f"# {line}")
            for path in pathlib.Path(folder).glob("*-*"):
                print(f"# {path.name}: {path.read_bytes()[:2000]!r}")
        print("not ok 1" if run.returncode else "ok 1", name)
        if os.environ.get("FOREDECK_UPDATE_CORPUS") and not run.returncode:
            kept.mkdir(parents=True, exist_ok=True)
            merged = pathlib.Path(folder) / "merged"
            merged.mkdir()
            subprocess.run([program, "-merge=1", "-max_len=1024", str(merged), str(kept), str(found)],
                           check=True, capture_output=True)
            shutil.rmtree(kept)
            shutil.copytree(merged, kept)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
