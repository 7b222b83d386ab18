// Text that a reader has made larger, or set further apart: nothing is lost, and nothing is read sideways.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { addresses, browser, everything, kinds, publish, serve, visit } from "./site.mjs";

// What WCAG 2.2 lets a reader set (1.4.12).
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

// Where room is scarcest every page is looked at, else pages of every kind.
const LOOKS = {
  "enlarged four times": [addresses, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  "on a tablet": [kinds, { viewport: { width: 768, height: 1024 } }],
  "on a desk": [kinds, { viewport: { width: 1280, height: 900 } }],
};

let sites, chromium;

before(async () => {
  sites = await Promise.all([serve(publish()), serve(publish(everything))]);
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  for (const site of sites ?? []) site.close();
});

/** What of this page cannot be read: it is wider than the window, cut off, or lies over other text. */
function unreadable() {
  const found = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`it is ${scrollWidth} wide in a window of ${clientWidth}`);
  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const name = (element) => `${element.localName}.${element.className} »${element.textContent.trim().slice(0, 30)}«`;

  // What is there for screen readers alone is cut off on purpose.
  const unseen = (element) => element.closest(".hidden") || [...up(element)].some((one) => style(one).clipPath !== "none");
  function* up(element) {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) yield one;
  }
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("script, svg") || !parent.checkVisibility({ opacityProperty: true }) || unseen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const middle = (bottom - top) / 4;
      const line = { text, left: left + 1, right: right - 1, top: top + middle, bottom: bottom - middle };
      if (line.left >= line.right) continue;
      let frame = false;
      for (const one of up(parent)) {
        const { overflowX, overflowY, position } = style(one);
        if (position === "fixed") break;
        if (overflowX === "visible" && overflowY === "visible") continue;
        const box = one.getBoundingClientRect();
        const scrolls = [overflowX, overflowY].some((value) => value === "auto" || value === "scroll");
        const inside = line.left >= box.left && line.right <= box.right && line.top >= box.top && line.bottom <= box.bottom;
        if (!inside && !scrolls) found.push(`cut off: ${name(parent)}`);
        frame ||= scrolls;
      }
      if (!frame && (line.left < 0 || line.right > clientWidth)) found.push(`out of the window: ${name(parent)}`);
      if (!frame) lines.push(line);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  for (const [index, line] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next++) {
      const other = lines[next];
      if (other.text !== line.text && other.left < line.right && line.left < other.right) {
        found.push(`»${line.text.data.trim().slice(0, 30)}« and »${other.text.data.trim().slice(0, 30)}« lie over each other`);
      }
    }
  }
  return [...new Set(found)];
}

const open = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));

async function look(page) {
  await open(page);
  const found = await page.evaluate(unreadable);
  await page.addStyleTag({ content: SPACED });
  return [...found, ...(await page.evaluate(unreadable)).map((wrong) => `set further apart, ${wrong}`)];
}

for (const [name, [chosen, options]] of Object.entries(LOOKS)) {
  test(`all text can be read ${name}, also when it is set further apart`, async () => {
    for (const { origin, folder } of sites) {
      assert.deepEqual(await visit({ chromium, origin, pages: chosen(folder), look }, options), []);
    }
  });
}
