// From the place that one is reading to the same place in the other language, and back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { browser, publish, serve } from "./site.mjs";

// A section in both languages, and its headings in their order.
const PAGES = {
  da: { address: "/indledning/", headings: ["vaekst", "plads-til-alle", "laerende-by", "strategien"] },
  en: { address: "/en/introduction/", headings: ["growth", "room-for-everyone", "learning-city", "the-strategy"] },
};
const WAYS = [["da", "en"], ["en", "da"]];
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 740 } };

let site, chromium;

before(async () => {
  site = await serve(publish());
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

/** A test with a window of its own, in each direction. */
function promise(name, look, act) {
  for (const [from, to] of WAYS) {
    test(`${name} (${from} to ${to})`, async () => {
      const context = await chromium.newContext(look);
      const page = await context.newPage();
      const complaints = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      try {
        await act(page, from, to);
      } finally {
        await context.close();
      }
      assert.deepEqual(complaints, []);
    });
  }
}

const open = (page, language, hash = "") => page.goto(site.origin + PAGES[language].address + hash);
const heading = (page, language, number) => page.locator(`#${PAGES[language].headings[number]}`);
const link = (page, to) => page.locator(`.switch a[hreflang=${to}]`);
const led = (page, to) => link(page, to).evaluate(({ pathname, hash }) => pathname + hash);

/** Scrolls as a reader does, until a heading stands in the upper part of the window. */
async function readTo(page, language, number) {
  await page.mouse.move(600, 400);
  for (let turn = 0; turn < 100; turn++) {
    const { y } = await heading(page, language, number).boundingBox();
    if (y < 150) return;
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, Math.min(y - 120, 300));
    await page.waitForFunction((before) => scrollY !== before, before);
  }
  assert.fail("the heading never came");
}

/** Has arrived at a heading, and sees it. */
async function arrives(page, language, number) {
  const { address, headings } = PAGES[language];
  await page.waitForURL(`${site.origin}${address}#${headings[number]}`);
  const shown = await heading(page, language, number).boundingBox();
  const bar = await page.locator(".top").boundingBox();
  assert.ok(shown.y >= Math.max(0, bar.y + bar.height), `the header covers it: ${shown.y}`);
  assert.ok(shown.y + shown.height <= page.viewportSize().height, `it is out of sight: ${shown.y}`);
}

promise("the switch in the header leads to the heading that one is reading, and back", DESK, async (page, from, to) => {
  await open(page, from);
  await readTo(page, from, 2);
  await link(page, to).click();
  await arrives(page, to, 2);
  await link(page, from).click();
  await arrives(page, from, 2);
});

promise("so it does by keyboard", DESK, async (page, from, to) => {
  await open(page, from);
  await readTo(page, from, 1);
  await link(page, to).focus();
  await page.keyboard.press("Enter");
  await arrives(page, to, 1);
});

promise("an address that is taken from the switch leads there too", DESK, async (page, from, to) => {
  await open(page, from);
  await readTo(page, from, 1);
  await link(page, to).click({ button: "right" });
  assert.equal(await led(page, to), `${PAGES[to].address}#${PAGES[to].headings[1]}`);
});

promise("who has read on, or gone back to the top, is led from there", DESK, async (page, from, to) => {
  await open(page, from);
  await link(page, to).hover();
  await link(page, to).focus();
  assert.equal(await led(page, to), PAGES[to].address, "at the top it leads to the top");
  await readTo(page, from, 1);
  await readTo(page, from, 2);
  await link(page, to).click();
  await arrives(page, to, 2);
});

promise("who came by an address with a heading is led to that heading, also at the end of the page", DESK, async (page, from, to) => {
  for (const number of [1, 3]) {
    await open(page, from, `#${PAGES[from].headings[number]}`);
    await link(page, to).click();
    await arrives(page, to, number);
  }
});

promise("on a phone, who came by an address with a heading and went up to the switch is led to that heading", PHONE, async (page, from, to) => {
  await open(page, from, `#${PAGES[from].headings[1]}`);
  await page.evaluate(() => scrollTo(0, 0));
  await link(page, to).click();
  await arrives(page, to, 1);
});

promise("without script, the link at each heading leads to the same one", { ...PHONE, javaScriptEnabled: false }, async (page, from, to) => {
  for (const number of PAGES[from].headings.keys()) {
    await open(page, from);
    const bridge = page.locator(".heading", { has: heading(page, from, number) }).locator(`.bridge[hreflang=${to}]`);
    const { width, height } = await bridge.boundingBox();
    assert.ok(width >= 24 && height >= 24, `too small to hit: ${width} by ${height}`);
    await bridge.click();
    await arrives(page, to, number);
  }
  await link(page, from).click();
  await page.waitForURL(site.origin + PAGES[from].address);
});

// ---- Both languages side by side

const BESIDE = { da: "/byer-og-regioner/parallelt/", en: "/en/cities-and-regions/parallel/" };
// The first passage under a heading; its name is the same in both languages.
const ROW = "faelles-loesninger.1";
const row = (page) => page.locator(`[id="${ROW}"]`);

/** Has arrived at the row, and sees it. */
async function arrivesAtRow(page, language) {
  await page.waitForURL(`${site.origin}${BESIDE[language]}#${ROW}`);
  const shown = await row(page).boundingBox();
  const bar = await page.locator(".top").boundingBox();
  assert.ok(shown.y >= Math.max(0, bar.y + bar.height) && shown.y < page.viewportSize().height, `it is out of sight: ${shown.y}`);
}

promise("on a desk each passage stands level with its counterpart, the page's own language first", DESK, async (page, from, to) => {
  await page.goto(site.origin + BESIDE[from]);
  const rows = await page.locator(".pair").all();
  assert.ok(rows.length > 10);
  for (const row of rows) {
    const [left, right] = await row.locator("> .half").all();
    assert.deepEqual([await left.getAttribute("lang"), await right.getAttribute("lang")], [from, to]);
    const [one, other] = [await left.boundingBox(), await right.boundingBox()];
    assert.equal(one.y, other.y);
    assert.ok(one.x + one.width < other.x, "they stand beside each other");
  }
  // What the passages begin with stands level too: the first lines of both.
  const [one, other] = await row(page).locator(".text").all();
  assert.equal((await one.boundingBox()).y, (await other.boundingBox()).y);
});

promise("on a phone one passage stands under the other, each with the name of its language", PHONE, async (page, from, to) => {
  const names = { da: "Dansk", en: "English" };
  await page.goto(site.origin + BESIDE[from]);
  for (const row of await page.locator(".pair").all()) {
    const [upper, lower] = await row.locator("> .half").all();
    assert.deepEqual([await upper.locator("> .in").innerText(), await lower.locator("> .in").innerText()], [names[from], names[to]]);
    const [one, other] = [await upper.boundingBox(), await lower.boundingBox()];
    assert.ok(one.y + one.height <= other.y && one.x === other.x);
  }
});

promise("a passage has an address, which is taken from it by keyboard too", DESK, async (page, from) => {
  await page.goto(site.origin + BESIDE[from]);
  const link = row(page).locator("> .anchor");
  await link.focus();
  await page.keyboard.press("Enter");
  await arrivesAtRow(page, from);
  const { width, height } = await link.boundingBox();
  assert.ok(width >= 24 && height >= 24, `too small to hit: ${width} by ${height}`);
  await page.goto("about:blank");
  await page.goto(`${site.origin}${BESIDE[from]}#${ROW}`);
  await arrivesAtRow(page, from);
});

promise("the switch leads from a passage to the same one where the other language comes first", DESK, async (page, from, to) => {
  await page.goto(`${site.origin}${BESIDE[from]}#${ROW}`);
  await link(page, to).click();
  await arrivesAtRow(page, to);
  await page.goto(site.origin + BESIDE[from]);
  await row(page).evaluate((row) => scrollTo({ top: row.offsetTop - 100, behavior: "instant" }));
  await link(page, to).click();
  await arrivesAtRow(page, to);
});

promise("a page leads to both languages side by side, and from there each leads to its own", PHONE, async (page, from, to) => {
  const words = { da: "Læs på dansk og engelsk side om side", en: "Read English and Danish side by side" };
  await open(page, from);
  await page.getByRole("link", { name: words[from] }).click();
  await page.getByRole("link", { name: { da: "Læs kun på dansk", en: "Read in English only" }[to] }).click();
  await page.waitForURL(site.origin + PAGES[to].address);
});
