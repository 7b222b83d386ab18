// The site by keyboard: every stop is seen, in its order, and leads on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { browser, everything, publish, serve } from "./site.mjs";

const LOOKS = {
  "on a desk": { viewport: { width: 1280, height: 800 } },
  "on a phone": { viewport: { width: 360, height: 740 } },
};
const SECTIONS = { da: "/byer-og-regioner/", en: "/en/cities-and-regions/" };
const EVERYTHING = { da: "/alt/", en: "/en/everything/" };
const CASES = { da: "/cases/c40/", en: "/en/cases/c40/" };
const FRONTS = { da: "/", en: "/en/" };
const SKIP = { da: "Gå til sidens indhold", en: "Skip to main content" };
const CONTENTS = { da: "Indhold", en: "Contents" };
const SWITCH = { da: "Vælg sprog", en: "Choose language" };

let strategy, small, chromium;

before(async () => {
  [strategy, small] = await Promise.all([serve(publish()), serve(publish(everything))]);
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  for (const site of [strategy, small]) site?.close();
});

/** A test of one page of each language, in a window of its own. */
function promise(name, look, addresses, act) {
  for (const [language, address] of Object.entries(addresses)) {
    test(`${name} (${language})`, async () => {
      const context = await chromium.newContext(look);
      const page = await context.newPage();
      try {
        await page.goto((addresses === EVERYTHING ? small : strategy).origin + address);
        await act(page, language);
      } finally {
        await context.close();
      }
    });
  }
}

/** The place that has the focus now, and what is wrong with it; nothing when the focus has left the page. */
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  globalThis.stops ??= [];
  const wrong = [];
  const last = globalThis.stops.at(-1);
  if (globalThis.stops.includes(element)) return null;
  if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push("it is out of order");
  globalThis.stops.push(element);

  const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(element);
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // The ring of the skip link lies within it.
  const inner = element.classList.contains("skip") ? element : element.parentElement;
  let ground = inner;
  while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const [dark, bright] = [light(outlineColor), light(getComputedStyle(ground ?? document.body).backgroundColor)].sort((a, b) => a - b);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push("nothing shows that it has the focus");
  else if ((bright + 0.05) / (dark + 0.05) < 3) wrong.push(`its ring, ${outlineColor}, is hardly seen`);
  if (Number(opacity) < 1) wrong.push("it is not seen");

  const { clientWidth, clientHeight } = document.documentElement;
  for (const box of element.getClientRects()) {
    if (box.width === 0) continue;
    const tall = box.height > clientHeight;
    // A frame that scrolls is brought into sight but for its border.
    if (box.left < -1 || box.right > clientWidth + 1 || (!tall && (box.top < -3 || box.bottom > clientHeight + 3))) {
      wrong.push(`it is out of sight, from ${box.left},${box.top} to ${box.right},${box.bottom}`);
    }
    const x = (box.left + box.right) / 2;
    for (const y of tall ? [clientHeight / 2] : [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2]) {
      const seen = document.elementFromPoint(x, y);
      if (seen && !element.contains(seen) && !seen.contains(element)) wrong.push(`it is covered by ${seen.localName}.${seen.className}`);
    }
  }
  const name = element.getAttribute("aria-label") ?? element.textContent.trim().replace(/\s+/g, " ");
  return { name, place: element.closest("main, header, footer, nav")?.localName, wrong: [...new Set(wrong)] };
}

/** What can be seen and used on this page, and was no stop. */
function missed() {
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")];
  const usable = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
  return usable.filter((element) => !globalThis.stops.includes(element)).map((element) => element.textContent.trim() || element.outerHTML);
}

/** Goes through the whole page with the tab key. */
async function walk(page) {
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(stop);
    if (!here) return stops;
    stops.push(here);
    assert.ok(stops.length < 500, "there is no way out");
  }
}

for (const [name, look] of Object.entries(LOOKS)) {
  for (const [what, addresses] of [["a section", SECTIONS], ["a case", CASES], ["a front page", FRONTS], ["a page of everything", EVERYTHING]]) {
    promise(`the tab key leads through ${what} in order, and every stop is seen, ${name}`, look, addresses, async (page, language) => {
      const stops = await walk(page);
      assert.deepEqual(stops.flatMap(({ name, wrong }) => wrong.map((one) => `${name}: ${one}`)), []);
      assert.deepEqual(await page.evaluate(missed), []);
      assert.equal(stops[0].name, SKIP[language]);
      assert.ok(stops.some(({ place }) => place === "main") || stops.length > 20);
    });
  }

  promise(`the skip link leads into the text, ${name}`, look, SECTIONS, async (page, language) => {
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: SKIP[language] });
    assert.ok((await skip.boundingBox()).y >= 0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
    await page.evaluate(() => scrollTo(0, 0));
    const { y, height } = await skip.boundingBox();
    assert.ok(y + height <= 0, "it is gone when it is left");
  });
}

promise("the header comes before the contents, and the contents before the text", LOOKS["on a desk"], SECTIONS, async (page, language) => {
  await walk(page);
  const order = await page.evaluate(() => [...new Set(globalThis.stops.slice(1).map((element) => element.closest("nav, main, header, footer").ariaLabel ?? ""))]);
  const [switching, contents] = [order.indexOf(SWITCH[language]), order.indexOf(CONTENTS[language])];
  assert.ok(switching >= 0 && switching < contents, order.join(", "));
  const text = await page.evaluate(() => globalThis.stops.findIndex((element) => element.closest("main")));
  const contained = await page.evaluate(() => globalThis.stops.findIndex((element) => element.closest(".contents")));
  assert.ok(contained < text);
});

promise("the contents open and close by keyboard on a phone, and what they hide is no stop", LOOKS["on a phone"], SECTIONS, async (page, language) => {
  const contents = page.getByRole("navigation", { name: CONTENTS[language] });
  const first = contents.getByRole("link").first();
  await contents.locator("summary").focus();
  for (const [key, visible] of [["Enter", true], ["Enter", false], ["Space", true], ["Space", false]]) {
    await page.keyboard.press(key);
    assert.equal(await first.isVisible(), visible);
    await page.keyboard.press("Tab");
    assert.equal(await contents.evaluate((part) => part.contains(document.activeElement)), visible);
    await contents.locator("summary").focus();
  }
});

promise("a table that is too wide is scrolled by keyboard, and has a name", LOOKS["on a phone"], EVERYTHING, async (page, language) => {
  const frame = page.getByRole("region", { name: { da: "Tabel 1", en: "Table 1" }[language], exact: true });
  await frame.focus();
  assert.ok(await frame.evaluate((part) => part.scrollWidth > part.clientWidth));
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((part) => part.scrollLeft > 0, await frame.elementHandle());
});

promise("code that is too long is scrolled by keyboard", LOOKS["on a phone"], EVERYTHING, async (page) => {
  const code = page.locator("pre").first();
  await code.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((part) => part.scrollLeft > 0, await code.elementHandle());
});

promise("who follows a note by keyboard comes back to where the note is marked", LOOKS["on a desk"], EVERYTHING, async (page, language) => {
  const mark = page.getByRole("link", { name: { da: "Note 2", en: "Note 2" }[language], exact: true });
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const back = { da: "Tilbage til teksten ved note 2", en: "Back to the text at note 2" }[language];
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent), back);
  await page.keyboard.press("Enter");
  assert.ok(await mark.evaluate((link) => link.getBoundingClientRect().top >= 0 && link.getBoundingClientRect().bottom <= innerHeight));
});
