// Pages that one language lacks, under each of the three policies and in both directions, as readers meet them.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import { barriers, inEveryLook, invalid, overflow } from "./checks.mjs";
import { address, browser, files, publish, serve, visit as visitAll } from "./site.mjs";

const SETTINGS = `title: {da: Vores strategi, en: Our strategy}
base_url: https://strategi.example/
languages: [da, en]
publisher: Havneby
taxonomies:
  purposes:
    title: {da: Det gør vi for at, en: What the work is for}
    address: {da: formaal, en: purposes}
    sentence: {da: "Det gør vi for at {terms}", en: "This is how we {terms}"}
    terms:
      learn: {da: lære, en: learn}
`;

/** A page in one language. */
const page = (title, fields, text) => `---\ntitle: ${title}\n${fields}---\n\n${text}\n`;
const TEXT = "Se [[aims]] og [[only-en]].\n\n## Her\n\nEt ord[^1].\n\n## Der\n\n## Og der\n\n[^1]: En note.";
const ENGLISH = "See [[aims]] and [[only-da]].\n\n## Here\n\nA word[^1].\n\n## There\n\n## And there\n\n[^1]: A note.";
const TAGS = 'date: 2024-05-06\nsdgs: [{target: "13.2", note: "Hvorfor ikke."}]\npurposes: [learn]\n';

/** A small site: sections, a chapter, cases and pages in one language each, and whatever a policy adds. */
function site(policy, more = {}) {
  const root = mkdtempSync(join(tmpdir(), "langebro-halves-"));
  const both = (stem, da, en, text = "Tekst.") => ({ [`${stem}.da.md`]: page(da, "", text), [`${stem}.en.md`]: page(en, "", text) });
  const boxes = "[[only-da]] [[only-en]]\n\n![[case-da]]\n\n![[case-en]]";
  const content = {
    ...both("index", "Vores strategi", "Our strategy", "[[aims]]"),
    ...both("sections/01-aims", "Mål", "Aims", boxes),
    "sections/02-only-da.da.md": page("Kun på dansk", `description: En sætning om teksten.\n${TAGS}`, TEXT),
    "sections/03-only-en.en.md": page("In English only", `description: A sentence on the text.\n${TAGS}`, ENGLISH),
    "sections/04-chapter-da/index.da.md": page("Et kapitel", "", "Tekst."),
    ...both("sections/04-chapter-da/01-below", "Nedenunder", "Below"),
    "sections/04-chapter-da/02-deep-en.en.md": page("Deep", "", "Text."),
    "cases/case-da.da.md": page("En case", TAGS, "Tekst. [[aims]]"),
    "cases/case-en.en.md": page("A case", TAGS, "Text. [[aims]]"),
    "pages/page-da.da.md": page("En side", "", "Tekst."),
    "pages/page-en.en.md": page("A page", "", "Text."),
    ...more,
  };
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("langebro.yaml", `${SETTINGS}missing_half: ${policy}\n`);
  for (const [path, text] of Object.entries(content)) write(join("content", path), text);
  return root;
}

/** Where a section in one language has its text, where it stands in, and what is said of it. */
const WAYS = [
  { has: "da", lacks: "en", home: "/kun-paa-dansk/", stand: "/en/kun-paa-dansk/", notice: "So far, this page is available in Danish only" },
  { has: "en", lacks: "da", home: "/en/in-english-only/", stand: "/in-english-only/", notice: "Denne side findes indtil videre kun på engelsk" },
];

let chromium;
const published = {};

before(async () => {
  chromium = await browser();
  for (const policy of ["notice", "omit"]) {
    const folder = publish(site(policy));
    published[policy] = { folder, ...(await serve(folder)) };
  }
});

after(async () => {
  await chromium?.close();
  for (const { close } of Object.values(published)) close();
});

/** Opens every page of a site and finds nothing wrong. */
async function visit(policy, look) {
  const { folder, origin } = published[policy];
  assert.deepEqual(await visitAll({ chromium, origin, pages: files(folder, ".html").map(address), look }, {}), []);
}

for (const policy of ["notice", "omit"]) {
  test(`under ${policy} no page has a barrier or scrolls sideways, in any look`, () =>
    visit(policy, (page) =>
      inEveryLook(page, async (_, rules) => [...(await barriers(page, rules)), ...(await overflow(page))])));

  test(`under ${policy} every page is valid`, () => {
    const { folder } = published[policy];
    assert.deepEqual(invalid(files(folder, ".html").map((path) => join(folder, path))), []);
  });

  test(`under ${policy} the switch leads to a page that is there, from every page`, async () => {
    const { folder, origin } = published[policy];
    const context = await chromium.newContext();
    const page = await context.newPage();
    for (const path of files(folder, ".html")) {
      await page.goto(origin + address(path));
      if ((await page.locator(".switch a").count()) === 0) continue;
      const [answer] = await Promise.all([page.waitForNavigation(), page.locator(".switch a:not([aria-current])").click()]);
      assert.equal(answer.status(), 200, `from /${path} to ${page.url()}`);
    }
    await context.close();
  });
}

for (const { has, lacks, home, stand, notice } of WAYS) {
  test(`a text in ${has} stands in where ${lacks} is missing, says so first, and leads home`, async () => {
    const { origin } = published.notice;
    const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(origin + home);
    await page.locator(".switch a:not([aria-current])").click();
    assert.equal(page.url(), origin + stand);
    const said = page.locator("main [role=note]");
    assert.ok((await said.innerText()).startsWith(notice));
    assert.ok((await said.boundingBox()).y < (await page.locator("h1").boundingBox()).y);
    // As a browser takes it, whatever stands between: who hyphenates or reads aloud goes by this.
    const language = (selector) => page.locator(selector).first().evaluate((element) => element.closest("[lang]").lang);
    assert.equal(await language("main [role=note]"), lacks);
    for (const text of ["h1", ".lead", ".text p", ".on-this-page li", ".crumbs [aria-current]", ".outline [aria-current] span span"]) {
      assert.equal(await language(text), has, text);
    }
    for (const round of [".purpose", ".goal", ".facts .label", ".turn .label"]) assert.equal(await language(round), lacks, round);
    await said.getByRole("link").click();
    assert.equal(page.url(), origin + home);
    assert.equal(await page.locator("main [role=note]").count(), 0);
    await context.close();
  });

  test(`the switch keeps the place where a text in ${has} stands in, and back`, async () => {
    const { origin } = published.notice;
    const context = await chromium.newContext({ viewport: { width: 1280, height: 400 } });
    const page = await context.newPage();
    const place = has === "da" ? "#der" : "#there";
    await page.goto(origin + home + place);
    await page.locator(".switch a:not([aria-current])").click();
    await page.waitForURL(origin + stand + place);
    await page.locator(".switch a:not([aria-current])").click();
    await page.waitForURL(origin + home + place);
    await context.close();
  });

  test(`a page in ${has} alone says under omit that ${lacks} goes without, and where the switch leads`, async () => {
    const { origin } = published.omit;
    const context = await chromium.newContext();
    const page = await context.newPage();
    const answer = await page.goto(origin + stand);
    assert.equal(answer.status(), 404);
    await page.goto(origin + home);
    const link = page.locator(".switch a:not([aria-current])");
    const said = has === "da" ? "English (this page is in Danish only – to the front page)" : "Dansk (siden findes kun på engelsk – til forsiden)";
    assert.equal(await link.textContent(), said);
    await link.click();
    assert.equal(page.url(), `${origin}${lacks === "en" ? "/en/" : "/"}`);
    await context.close();
  });
}

test("under error nothing is published", () => {
  assert.throws(() => publish(site("error")), /missing-half/);
});
