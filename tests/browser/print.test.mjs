// The whole strategy on paper: what stands at the head and foot of its pages, where they break, and what a link leads to.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";

import { browser, publish, serve } from "./site.mjs";

const WHOLE = { da: "/hele-strategien/", en: "/en/whole-strategy/" };

let site, chromium;
const printed = {};

before(async () => {
  site = await serve(publish());
  chromium = await browser();
  const page = await chromium.newPage();
  for (const [language, address] of Object.entries(WHOLE)) {
    await page.goto(site.origin + address);
    const parts = await page.evaluate(() => ({
      title: document.querySelector("h1").textContent,
      cases: document.querySelector("#_cases")?.textContent,
      colophon: document.querySelector("#_colophon").textContent,
      sections: [...document.querySelectorAll(".part-2 > h2")].map((heading) => heading.textContent.trim()),
      boxes: [...document.querySelectorAll(".case")].map((box) => [...box.querySelectorAll(":scope > :is(.title, p:not([class]))")].map((part) => part.textContent)),
    }));
    printed[language] = { ...parts, pages: sheets(await page.pdf({ preferCSSPageSize: true })) };
  }
});

after(async () => {
  await chromium?.close();
  site?.close();
});

const SECTIONS = {
  da: { address: "/megaevents/", goal: "Sundhed og trivsel", cases: "Tour de France begynder i København" },
  en: { address: "/en/mega-events/", goal: "Good health and well-being", cases: "The Tour de France starts in Copenhagen" },
};

const plain = (text) => text.replace(/\u00ad|-\n/g, "").replace(/\s+/g, " ").trim();

/** The text of each page of a PDF, line by line as it is laid out. */
function sheets(pdf) {
  const done = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.error) throw done.error;
  return done.stdout.split("\f").slice(0, -1);
}

const lines = (sheet) => sheet.split("\n").map(plain).filter(Boolean);

for (const language of Object.keys(WHOLE)) {
  test(`every page but the first has the title of the strategy at its head, and its number at its foot (${language})`, () => {
    const { pages, title } = printed[language];
    assert.ok(pages.length > 10, `${pages.length} pages`);
    pages.forEach((sheet, at) => {
      assert.equal(lines(sheet).at(-1), `${at + 1} / ${pages.length}`);
      if (at > 0) assert.ok(lines(sheet)[0].startsWith(title), `page ${at + 1}: ${lines(sheet)[0]}`);
    });
  });

  test(`every section begins on a page of its own, and is named at the head of all its pages (${language})`, () => {
    const { pages, title, sections, cases, colophon } = printed[language];
    const heads = pages.slice(1).map((sheet) => plain(lines(sheet)[0].slice(title.length)));
    const named = heads.filter((head, at) => head && head !== heads[at - 1]);
    assert.deepEqual(named, [...sections, ...(cases ? [cases] : [])]);
    // The last page is nobody's.
    assert.equal(heads.at(-1), "");
    assert.ok(pages.at(-1).includes(colophon));
  });

  test(`a case is not torn apart (${language})`, () => {
    const { pages, boxes } = printed[language];
    const texts = pages.map(plain);
    const beginning = (text) => plain(text).slice(0, 24);
    assert.ok(boxes.length > 5, "no cases are there");
    const torn = boxes.filter((parts) => !texts.some((sheet) => [parts[0], parts.at(-1)].map(beginning).every((part) => sheet.includes(part))));
    assert.deepEqual(torn, []);
  });

  test(`the address of what is not on paper is printed whole (${language})`, () => {
    const text = plain(printed[language].pages.join("\n")).replaceAll(" ", "");
    assert.ok(text.includes(`(https://strategi.example${language === "da" ? "/om-denne-udgave/" : "/en/about/"})`));
    assert.doesNotMatch(text, /\(\/[a-z]/);
  });

  test(`a section on paper says towards which goals it works, and through which cases (${language})`, async () => {
    const { address, goal, cases } = SECTIONS[language];
    const page = await chromium.newPage();
    await page.goto(site.origin + address);
    await page.emulateMedia({ media: "print" });
    const facts = page.locator(".facts .lent li", { hasText: goal });
    assert.ok(await facts.getByText(cases).isVisible());
    await page.close();
  });

  test(`the last page says where and under what terms the strategy is published (${language})`, () => {
    const last = plain(printed[language].pages.at(-1));
    assert.ok(last.includes(`https://strategi.example${WHOLE[language]}`), last);
    assert.match(last, /MIT/);
  });
}
