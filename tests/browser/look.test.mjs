// What a reader sees of the theme: lines of a good length, contents that follow the reading, colours that give way.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { browser, publish, root, serve } from "./site.mjs";

const SECTIONS = { da: "/indledning/", en: "/en/introduction/" };

let site, chromium;

before(async () => {
  site = await serve(publish());
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

/** Opens a page in a look of the browser, asks something of it, and closes it. */
async function on(address, options, ask, { origin } = site) {
  const context = await chromium.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(origin + address);
    return await ask(page);
  } finally {
    await context.close();
  }
}

/** How many characters the lines of running text have on average, the last of each paragraph left out. */
function lineLength() {
  const lengths = [];
  for (const paragraph of document.querySelectorAll(".text > p")) {
    const lines = new Map();
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest(".note-mark")) continue;
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        const line = Math.round(box.bottom / 8);
        if (box.width > 0) lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    lengths.push(...[...lines.values()].slice(0, -1));
  }
  return lengths.reduce((all, one) => all + one, 0) / lengths.length;
}

for (const [language, address] of Object.entries(SECTIONS)) {
  test(`wherever there is room, a line of text has 60 to 75 characters (${language})`, async () => {
    for (const width of [768, 1024, 1280, 1920]) {
      const length = await on(address, { viewport: { width, height: 900 } }, (page) => page.evaluate(lineLength));
      assert.ok(length >= 60 && length <= 75, `${length} at ${width}`);
    }
  });

  test(`the contents beside the text mark the heading that is read (${language})`, async () => {
    await on(address, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const listed = page.locator(".contents .here a");
      const marked = page.locator(".contents .here [aria-current]");
      assert.deepEqual(await listed.allTextContents(), await page.locator(".text h2").allTextContents());
      assert.ok(await listed.first().isVisible());
      assert.ok(!(await page.locator(".on-this-page").isVisible()));
      assert.equal(await marked.count(), 0, "nothing is read yet but the beginning");
      for (const number of [1, 0, 2]) {
        const heading = page.locator(".text h2").nth(number);
        await heading.evaluate((element) => element.scrollIntoView());
        const words = await heading.textContent();
        await page.locator(".contents .here [aria-current=location]", { hasText: words }).waitFor();
        assert.deepEqual(await marked.allTextContents(), [words]);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await marked.waitFor({ state: "detached" });
    });
  });

  test(`without script, and on a phone, the headings of a page are listed all the same (${language})`, async () => {
    await on(address, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false }, async (page) => {
      await page.locator(".contents .here a").nth(1).click();
      assert.match(page.url(), /#./);
    });
    await on(address, { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.locator(".on-this-page summary").click();
      assert.ok(await page.locator(".on-this-page a").first().isVisible());
      await page.locator(".contents summary").click();
      assert.ok(!(await page.locator(".contents .here").isVisible()));
    });
  });
}

test("a publication's own colours give way on paper, in high contrast and where the reader has chosen the colours", async () => {
  const folder = mkdtempSync(join(tmpdir(), "langebro-own-"));
  for (const part of ["content", "langebro.yaml"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, "themes/havnefront/assets"), { recursive: true });
  writeFileSync(join(folder, "themes/havnefront/assets/own.css"), ":root { --paper: #123456; --hair: #123456; --brick: #654321; }\n");
  const own = await serve(publish(folder));
  const colours = (page) =>
    page.evaluate(() => ["--paper", "--hair", "--brick"].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)));
  try {
    assert.deepEqual(await on("/", {}, colours, own), ["#123456", "#123456", "#654321"]);
    assert.deepEqual(await on("/", { contrast: "more" }, colours, own), ["#fff", "#000", "#6d2013"]);
    assert.deepEqual((await on("/", { forcedColors: "active" }, colours, own)).slice(1), ["CanvasText", "CanvasText"]);
    const printed = async (page) => {
      await page.emulateMedia({ media: "print" });
      return colours(page);
    };
    // The colour of the cases is the publication's own on paper too.
    assert.deepEqual(await on("/", {}, printed, own), ["#fff", "#999", "#654321"]);
  } finally {
    own.close();
  }
});
