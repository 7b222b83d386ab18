// What a screen reader is told of a page: the browser's own tree of roles and names, kept as text and read through.
// UPDATE=1 writes the texts anew; then read them, as somebody would who hears the page.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { browser, kinds, publish, serve } from "./site.mjs";

const PAGES = {
  "section.da": "/megaevents/",
  "section.en": "/en/mega-events/",
  "case.da": "/cases/fns-verdensmaal/",
  "case.en": "/en/cases/un-global-goals/",
  "map.da": "/verdensmaal/",
  "map.en": "/en/global-goals/",
};
const snapshot = (name) => new URL(`snapshots/${name}.txt`, import.meta.url);

let site, chromium;

before(async () => {
  site = await serve(publish());
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

// What has no role of its own.
const SILENT = new Set(["none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "RootWebArea"]);
// What is called by the words within it; they are not told again.
const CALLED_BY_WORDS = new Set(["heading", "link", "button", "cell", "columnheader", "rowheader", "doc-noteref", "doc-backlink", "StaticText"]);

/** What is told of a page, a line for each thing: its role, its name, and what more there is to say of it. */
async function told(page) {
  const { nodes } = await (await page.context().newCDPSession(page)).send("Accessibility.getFullAXTree");
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const tell = (node, depth, isSaid) => {
    const role = node.role?.value ?? "none";
    const name = (node.name?.value ?? "").replace(/\s+/g, " ").trim();
    const isText = role === "StaticText";
    // A form without a name is no landmark, though some editions of the browser tell it.
    const isNameless = role === "form" && !name;
    const isTold = !node.ignored && !SILENT.has(role) && !isNameless && !(isText && (isSaid || !name));
    if (isTold) {
      const more = node.properties?.filter((one) => one.name === "expanded" || (one.name === "level" && role === "heading")) ?? [];
      const description = node.description?.value ? [`described as »${node.description.value}«`] : [];
      const words = [isText ? "text" : role, ...(name ? [`»${name}«`] : []), ...more.map((one) => `${one.name} ${one.value.value}`), ...description];
      lines.push("  ".repeat(depth) + words.join(" "));
    }
    for (const id of node.childIds ?? []) {
      if (known.has(id)) tell(known.get(id), isTold ? depth + 1 : depth, isTold ? CALLED_BY_WORDS.has(role) : isSaid);
    }
  };
  tell(nodes[0], 0, false);
  return lines.join("\n") + "\n";
}

for (const [name, address] of Object.entries(PAGES)) {
  test(`a screen reader is told of a page what was read through (${name})`, async () => {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      await page.goto(site.origin + address);
      const found = await told(page);
      if (process.env.UPDATE) writeFileSync(snapshot(name), found);
      assert.equal(found, readFileSync(snapshot(name), "utf8"));
    } finally {
      await page.close();
    }
  });
}

const LANDMARKS = "header:not(main header), nav, main, footer, section[aria-label], section[aria-labelledby]";

test("on every kind of page there is one first heading, headings descend by single steps, and landmarks have names of their own", async () => {
  const page = await chromium.newPage();
  for (const address of kinds(site.folder)) {
    await page.goto(site.origin + address);
    const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.localName[1])));
    assert.deepEqual([levels[0], levels.filter((level) => level === 1).length], [1, 1], address);
    levels.forEach((level, index) => assert.ok(index === 0 || level <= levels[index - 1] + 1, `${address}: ${levels}`));
    const names = await page.evaluate((landmarks) => [...document.querySelectorAll(landmarks)].map((part) =>
      `${part.localName} ${part.ariaLabel ?? document.getElementById(part.getAttribute("aria-labelledby"))?.textContent ?? ""}`), LANDMARKS);
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), [], address);
    assert.deepEqual(names.filter((name) => /^(nav|section) $/.test(name)), [], address);
  }
  await page.close();
});
