#!/usr/bin/env python3
"""Measures the preview of a generated site: from a save to the new text over HTTP, and what a save costs.

    preview.py [--pages 1000] [--edits 40] [--saves 1000] [--streams 200] [--work DIR]

Wants `cargo build --release` done before. One task of the site (and its English half) is edited over and over, each time
with a word that was never there; after each save the address is asked until the word is in the answer. Four addresses are
asked in turn: the page itself, its chapter, which lists it, the page of its goal, and its counterpart in the other
language, which shows the date that both halves share. Edits of a paragraph, of the title and of a heading are told apart,
as they cost more and more: a title is shown elsewhere, a heading has an address. Prints medians, the 95th percentile, the
work that a save was, the memory before and after many saves, and how long many open streams take to hear of one.
"""
import argparse
import http.client
import json
import re
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parent.parent / "target/release/langebro"


class Preview:
    """A running preview."""

    def __init__(self, root: Path):
        start = time.monotonic()
        argv = [str(PROGRAM), "serve", "--port", "0", "--lang", "en", "--root", str(root)]
        self.process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://([^/ ]+)/", line):
                self.host = found[1]
                break
        else:
            sys.exit("the preview did not start")
        self.connection = http.client.HTTPConnection(self.host)
        self.get("/")
        self.first_page = time.monotonic() - start
        # What it says of each save must not fill the pipe.
        self.reader = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def get(self, address: str) -> str:
        self.connection.request("GET", address)
        return self.connection.getresponse().read().decode()

    def work(self) -> dict:
        return json.loads(self.get("/_langebro/work"))

    def memory(self) -> float:
        """MiB that the program holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


class Page:
    """A file that is edited, and the addresses at which that is seen."""

    def __init__(self, root: Path):
        self.path = sorted(root.glob("content/sections/**/*-task-*.da.md"))[0]
        self.text = self.path.read_text(encoding="utf-8")
        self.number = 0

    def save(self, edit: str) -> str:
        """Saves the file with something new in it; gives what a reader will see of it."""
        self.number += 1
        word = f"Kilroy{self.number}"
        text = self.text
        if edit == "paragraph":
            text += f"\n{word} var her.\n"
        elif edit == "heading":
            text += f"\n## {word}\n"
        elif edit == "title":
            text = re.sub(r"^title: .*$", f"title: {word}", text, flags=re.M)
        else:
            day = date(2000, 1, 1) + timedelta(days=self.number)
            text = text.replace("---\n", f"---\ndate: {day}\n", 1)
            word = f"{day.day} {day:%B} {day.year}"
        self.path.write_text(text, encoding="utf-8")
        return word

    def addresses(self, preview: Preview) -> dict[str, str]:
        """Where which edit is to be seen."""
        stands = lambda language: json.loads(preview.get("/_langebro/page?" + urlencode({"address": "/", "page": self.key(language)})))["address"]
        own, english = stands("da"), stands("en")
        goal = re.search(r"^sdgs: \[\"?(\d+)", self.text, re.M)[1]
        goal = next(address for address in re.findall(r'href="(/[^"#]*)"', preview.get(own)) if re.search(rf"/{goal}-[^/]*/$", address))
        return {"own": own, "chapter": own.rstrip("/").rsplit("/", 1)[0] + "/", "goal": goal, "counterpart": english}

    def key(self, language: str) -> str:
        return re.sub(r"^\d+-", "", self.path.name).split(".")[0] + "." + language


ROWS = [
    ("a paragraph, on its page", "paragraph", "own"),
    ("a heading, on its page", "heading", "own"),
    ("the title, on its page", "title", "own"),
    ("the title, on the chapter's page", "title", "chapter"),
    ("the title, on the goal's page", "title", "goal"),
    ("the date, on the counterpart", "date", "counterpart"),
]


def latency(preview: Preview, page: Page, edit: str, address: str) -> float:
    """Milliseconds from just before a save to the new text over HTTP."""
    time.sleep(0.02)
    start = time.monotonic()
    word = page.save(edit)
    while word not in preview.get(address):
        if time.monotonic() - start > 10:
            sys.exit(f"{address} never showed {word}")
    return (time.monotonic() - start) * 1000


def streams(preview: Preview, page: Page, count: int) -> tuple[float, int]:
    """Milliseconds until the last of many open streams is told of a save, and how many were."""
    host, port = preview.host.split(":")
    selector = selectors.DefaultSelector()
    for _ in range(count):
        stream = socket.create_connection((host, int(port)))
        stream.sendall(f"GET /_langebro/events HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode())
        heard = b""
        while b"data:" not in heard:
            heard += stream.recv(4096)
        selector.register(stream, selectors.EVENT_READ)
    start = time.monotonic()
    page.save("paragraph")
    told = set()
    while len(told) < count and time.monotonic() - start < 10:
        for key, _ in selector.select(timeout=1):
            if b"data:" in key.fileobj.recv(4096):
                told.add(key.fileobj)
    took = (time.monotonic() - start) * 1000
    for key in list(selector.get_map().values()):
        key.fileobj.close()
    return took, len(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "langebro-bench")
    args = parser.parse_args()
    root = args.work / f"{args.pages}" / "langebro"
    if not root.exists():
        subprocess.run([sys.executable, HERE / "make.py", "--pages", str(args.pages), "--out", root], check=True)
    page = Page(root)
    preview = Preview(root)
    try:
        print(f"{args.pages} pages; from start to first page {preview.first_page * 1000:.0f} ms")
        addresses = page.addresses(preview)
        for name, edit, where in ROWS:
            before = preview.work()
            times = sorted(latency(preview, page, edit, addresses[where]) for _ in range(args.edits))
            after = preview.work()
            each = {kind: round((after[kind] - before[kind]) / args.edits, 2) for kind in ("parsed", "linked", "compiled")}
            work = ", ".join(f"{count:g} {kind}" for kind, count in each.items())
            print(f"{name:34} p50 {statistics.median(times):6.1f} ms  p95 {times[int(len(times) * 0.95)]:6.1f} ms  ({work} a save)")
        took, told = streams(preview, page, args.streams)
        print(f"{told} of {args.streams} open streams told of a save, the last after {took:.1f} ms")
        before = preview.memory()
        for number in range(args.saves):
            _, edit, where = ROWS[number % len(ROWS)]
            latency(preview, page, edit, addresses[where])
        print(f"memory: {before:.0f} MiB, after {args.saves} saves more {preview.memory():.0f} MiB")
    finally:
        preview.stop()
        page.path.write_text(page.text, encoding="utf-8")


if __name__ == "__main__":
    main()
