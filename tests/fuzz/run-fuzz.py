#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 the Foredeck contributors
"""Lets libFuzzer try each target of targets.txt for $FOREDECK_FUZZ_SECONDS, some at once, starting
from what it once found.

The same seed thinks up the same, so that what breaks a run breaks it again; $FOREDECK_FUZZ_SEED=0
takes another each time, as one should now and then.

Inputs that found something new are in tests/fuzz/corpus. With $FOREDECK_UPDATE_CORPUS set they are
chosen anew from those and the ones of this run: short ones that reach as far, the best first.
"""

import concurrent.futures
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = int(os.environ.get("FOREDECK_FUZZ_SECONDS", "60"))
# They give way to all else, so that there may be more of them than processors.
AT_ONCE = int(os.environ.get("FOREDECK_FUZZ_AT_ONCE", 2 * (os.cpu_count() or 1)))
SEED = int(os.environ.get("FOREDECK_FUZZ_SEED", "1"))
KEPT_LENGTH = 160
KEPT_INPUTS = 120


def read_names():
    lines = (HERE / "targets.txt").read_text(encoding="utf-8").splitlines()
    return [shlex.split(line)[0] for line in lines if line and not line.startswith("#")]


def call(program, name, *arguments):
    # The search for leaks at the end trips over JavaScriptCore’s threads; `sanitize` does it.
    environment = {**os.environ, "FOREDECK_FUZZ_TARGET": name, "FOREDECK_FUZZ_FOLDER": str(HERE),
                   "ASAN_OPTIONS": f"{os.environ.get('ASAN_OPTIONS', '')}:detect_leaks=0"}
    return subprocess.run(["nice", "-n", "19", program, *map(str, arguments)], env=environment,
                          capture_output=True, text=True, errors="replace")


def keep(program, name, found):
    """Puts the best of what is kept and what was found in place of what is kept."""
    kept = HERE / "corpus" / name
    once_broken = {path.name: path.read_bytes() for path in kept.glob("crash-*")}
    with tempfile.TemporaryDirectory(prefix="foredeck-fuzz-") as folder:
        small, merged = pathlib.Path(folder) / "small", pathlib.Path(folder) / "merged"
        small.mkdir()
        merged.mkdir()
        for path in [*kept.glob("*"), *found.glob("*")]:
            if path.stat().st_size <= KEPT_LENGTH:
                shutil.copy(path, small)
        call(program, name, "-set_cover_merge=1", merged, small).check_returncode()
        best = sorted(merged.glob("*"), key=lambda path: path.stat().st_mtime_ns)[:KEPT_INPUTS]
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        for path in best:
            shutil.copy(path, kept)
    for broken, data in once_broken.items():
        (kept / broken).write_bytes(data)


def fuzz(program, name):
    """Returns whether nothing broke, and what there is to say."""
    with tempfile.TemporaryDirectory(prefix="foredeck-fuzz-") as folder:
        found = pathlib.Path(folder) / "found"
        found.mkdir()
        run = call(program, name, found, HERE / "corpus" / name, f"-max_total_time={SECONDS}",
                   f"-seed={SEED}",
                   f"-dict={HERE / 'words.dict'}", "-timeout=60", "-rss_limit_mb=2048",
                   "-max_len=4096", "-detect_leaks=0", "-print_final_stats=1",
                   f"-artifact_prefix={folder}/")
        runs = re.search(r"number_of_executed_units: (\d+)", run.stderr)
        lines = [f"{name}: {runs.group(1) if runs else 'no'} inputs in {SECONDS} s"]
        if run.returncode:
            lines += run.stderr.splitlines()[-60:]
            lines += [f"{path.name}: {path.read_bytes()[:2000]!r}" for path in
                      pathlib.Path(folder).glob("*-*")]
        elif os.environ.get("FOREDECK_UPDATE_CORPUS"):
            keep(program, name, found)
    # One that ran nothing has proved nothing.
    return run.returncode == 0 and runs is not None and int(runs.group(1)) > 0, lines


def main():
    program = sys.argv[1]
    names = sys.argv[2:] or read_names()
    failed = False
    print(f"1..{len(names)}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        results = pool.map(lambda name: fuzz(program, name), names)
        for number, (name, (passed, lines)) in enumerate(zip(names, results), 1):
            for line in lines:
                print(f"# {line}")
            print(f"{'ok' if passed else 'not ok'} {number} {name}", flush=True)
            failed = failed or not passed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
