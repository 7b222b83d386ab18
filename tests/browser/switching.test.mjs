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
