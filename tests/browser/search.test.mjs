// The search, as readers use it: what is found with which word, by keyboard and without script, and what it costs.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { barriers, overflow } from "./checks.mjs";
import { browser, publish, serve } from "./site.mjs";

/** A page a word, so that what is found tells which words were. */
const TEXTS = {
  da: {
    kommune: "En kommune.", kommunerne: "Det vil kommunerne.", kommunikation: "God kommunikation.",
    hav: "Et hav af muligheder.", havet: "Byen ved havet.", havmiljoe: "Byens havmiljø og godt miljø.", have: "En have på taget.",
    haven: "Vi ses i haven.", havnen: "Sejl i havnen.",
    klima: "Byens klima.", klimaindsats: "En klimaindsats.", indsatsen: "Se indsatsen.",
    klimatilpasning: "Vores klimatilpasning.", tilpasningen: "Om tilpasningen.", oversvoemmelse: "Mod oversvømmelse.",
    aarhus: "Samarbejde med Århus.", boern: "Børnene i byen.", barn: "Et barn.", zuerich: "Besøg fra Zürich.",
    planer: "Planerne er klar.", planet: "Vores planet.", udvikling: "Om byudviklingsstrategien.",
    moede: "Vi holder møder.", samarbejder: "Her samarbejder vi.", samarbejdet: "Takket være samarbejdet.",
  },
  en: {
    city: "A city.", cities: "Many cities.", citizen: "A citizen.", share: "We share.", sharing: "Sharing is good.", car: "By car.",
    care: "With care.", news: "The news.", new: "A new plan.", policy: "A policy.", police: "The police.",
    climate: "The climate.", oersted: "Named after Ørsted.", copenhagens: "This is Copenhagen’s harbour.",
  },
};

/** What is found with which word, and what is not. A title of a page is its key. */
const WORDS = {
  da: [
    // Inflections.
    ["kommunernes", "kommune kommunerne", "kommunikation"],
    ["kommuner", "kommune kommunerne", "kommunikation"],
    ["barnet", "barn boern", ""],
    ["møde", "moede", ""],
    ["samarbejde", "samarbejder samarbejdet", ""],
    // Letters as they are typed abroad, and with capitals.
    ["oversvoemmelse", "oversvoemmelse", ""],
    ["Aarhus", "aarhus", ""],
    ["ÅRHUS", "aarhus", ""],
    ["zurich", "zuerich", ""],
    // Compounds, by their first word and by their last.
    ["klima", "klima klimaindsats klimatilpasning", ""],
    ["tilpasning", "klimatilpasning tilpasningen", ""],
    ["indsatser", "klimaindsats indsatsen", ""],
    ["udvikling", "udvikling", ""],
    // What a stemmer takes for the same.
    ["hav", "hav havet havmiljoe", "have haven havnen"],
    ["havets", "hav havet", "have haven havnen"],
    ["haven", "have haven", "hav havet havnen havmiljoe"],
    ["havn", "havnen", "hav havet have haven"],
    ["plan", "planer", ""],
    // A word that is not finished yet.
    ["oversv", "oversvoemmelse", ""],
  ],
  en: [
    ["city", "city cities", "citizen"],
    ["city’s", "city cities", "citizen"],
    ["share", "share sharing", ""],
    ["car", "car", "care"],
    ["care", "care", "car"],
    ["news", "news", "new"],
    ["new", "new", "news"],
    ["policies", "policy", "police"],
    ["Orsted", "", ""],
    ["oersted", "oersted", ""],
    ["Copenhagen", "copenhagens", ""],
    ["clim", "climate", ""],
  ],
};
const PAGES = { da: "/soeg/", en: "/en/search/" };

let strategy, small, chromium;

/** The site of single words. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), "langebro-search-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("langebro.yaml", "title: {da: Ordbogen, en: The dictionary}\nbase_url: https://ord.example/under/\nlanguages: [da, en]\npublisher: Havneby\nmissing_half: omit\n");
  write("content/index.da.md", "---\ntitle: Ordbogen\n---\n\nForsiden.\n");
  write("content/index.en.md", "---\ntitle: The dictionary\n---\n\nThe front.\n");
  for (const [language, texts] of Object.entries(TEXTS)) {
    // A key is no word: only the text is found.
    Object.entries(texts).forEach(([key, text], number) => {
      write(`content/pages/p${number}-${language}.${language}.md`, `---\ntitle: Q${number}Q\nslug: ${key}\n---\n\n${text}\n`);
    });
  }
  return folder;
}

before(async () => {
  strategy = await serve(publish());
  // In the folder of the host in which it says to stand.
  const parent = mkdtempSync(join(tmpdir(), "langebro-under-"));
  cpSync(publish(site()), join(parent, "under"), { recursive: true });
  small = await serve(parent);
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  for (const site of [strategy, small]) site?.close();
});

/** A test with a window of its own, and the requests that it made. */
function promise(name, act, options = {}) {
  test(name, async () => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    try {
      await act(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  });
}

/** What the search says when it has an answer. */
async function answered(page) {
  await page.waitForFunction(() => document.getElementById("_find-status").textContent !== "");
  return page.locator("#_find-status").textContent();
}

/** The addresses of what was found in the language of the page. */
const hits = (page) => page.locator(".edition").first().locator(":is(h2, h3) a").evaluateAll((links) => links.map((link) => link.pathname));

for (const [language, table] of Object.entries(WORDS)) {
  promise(`each word finds its forms and compounds, and nothing that only looks like them (${language})`, async (page) => {
    const wrong = [];
    for (const [word, found, not] of table) {
      await page.goto(`${small.origin}/under${PAGES[language]}?q=${encodeURIComponent(word)}`);
      await answered(page);
      const more = page.locator(".edition > button");
      while (await more.isVisible()) await more.click();
      const keys = (await hits(page)).map((path) => path.split("/").at(-2));
      const missing = found.split(" ").filter((key) => key && !keys.includes(key));
      const surplus = not.split(" ").filter((key) => key && keys.includes(key));
      if (missing.length || surplus.length) wrong.push(`${word}: misses ${missing}, and has ${surplus} (of ${keys})`);
    }
    assert.deepEqual(wrong, []);
  });
}

promise("what is asked for itself comes first, before compounds and what is only begun", async (page) => {
  await page.goto(`${small.origin}/under/soeg/?q=klima`);
  await answered(page);
  assert.equal((await hits(page))[0], "/under/klima/");
});

for (const [language, word, section, box, goal] of [
  ["da", "klima", "/byer-og-regioner/", "/cases/c40/", "/verdensmaal/13-klimaindsats/"],
  ["en", "climate", "/en/cities-and-regions/", "/en/cases/c40/", "/en/global-goals/13-climate-action/"],
]) {
  promise(`sections, boxes and goals are found, each named, with the words marked (${language})`, async (page) => {
    await page.goto(`${strategy.origin}${PAGES[language]}?q=${word}`);
    await answered(page);
    const more = page.locator(".edition > button");
    while (await more.isVisible()) await more.click();
    const found = await hits(page);
    for (const address of [section, box, goal]) assert.ok(found.includes(address), `${address} in ${found}`);
    const kinds = await page.locator(".edition .kind").allTextContents();
    const expected = language === "da" ? ["Afsnit 3", "Case", "Verdensmål"] : ["Section 3", "Case", "Global Goals"];
    for (const kind of expected) assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
    const marks = await page.locator(".edition").first().locator("mark").allTextContents();
    assert.ok(marks.length >= found.length && marks.every((mark) => mark.toLowerCase().includes(word)), marks.join(", "));
    assert.deepEqual([...(await barriers(page)), ...(await overflow(page))], []);
  });

  promise(`every hit leads to a page that is there, and to a place on it (${language})`, async (page) => {
    await page.goto(`${strategy.origin}${PAGES[language]}?q=${word}`);
    await answered(page);
    const links = await page.locator(".edition li a").evaluateAll((links) => links.map((link) => link.href));
    assert.ok(links.some((link) => link.includes("#")) && links.length > 5);
    for (const link of links) {
      assert.equal((await page.request.get(link)).status(), 200, link);
      await page.goto(link);
      const { hash } = new URL(link);
      if (hash) assert.equal(await page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`).count(), 1, link);
    }
  });
}

promise("the hits of the other language stand apart, in their language", async (page) => {
  await page.goto(`${strategy.origin}/soeg/?q=C40`);
  await answered(page);
  const english = page.locator(".edition[lang=en]");
  await english.waitFor();
  assert.match(await english.getByRole("heading", { level: 2 }).textContent(), /På engelsk \(\d+\)/);
  assert.ok(await english.locator("a[href='/en/cases/c40/']").isVisible());
  assert.deepEqual(await barriers(page), []);
  await english.getByRole("link", { name: "På engelsk" }).click();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/en/search/?q=C40");
});

promise("the key / leads to the field, from there to the hits, and back with the browser", async (page) => {
  for (const [front, field, address] of [["/", "Søg", "/soeg/?q=byer"], ["/en/", "Search", "/en/search/?q=cities"]]) {
    await page.goto(strategy.origin + front);
    await page.keyboard.press("/");
    assert.ok(await page.getByRole("searchbox", { name: field }).evaluate((element) => element === document.activeElement));
    await page.keyboard.type(address.split("=")[1]);
    await page.keyboard.press("Enter");
    await page.waitForURL(strategy.origin + address);
    await answered(page);
    await page.keyboard.press("/");
    await page.keyboard.type(" C40");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q")?.endsWith("C40"));
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, front);
  }
});

promise("the key / is an ordinary sign while somebody writes, and when it has been turned off", async (page) => {
  await page.goto(`${strategy.origin}/soeg/`);
  await page.keyboard.press("/");
  await page.keyboard.type("2/3");
  assert.equal(await page.locator("#_find-field").inputValue(), "2/3");
  await page.getByRole("checkbox").uncheck();
  await page.goto(`${strategy.origin}/`);
  await page.keyboard.press("/");
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
  await page.goto(`${strategy.origin}/en/search/`);
  await page.getByRole("checkbox").check();
  await page.goto(`${strategy.origin}/en/`);
  await page.keyboard.press("/");
  assert.ok(await page.evaluate(() => document.activeElement.matches("input")));
});

promise("hits come while one types, and are told to those who do not see them", async (page) => {
  await page.goto(`${strategy.origin}/soeg/`);
  await page.locator("#_find-field").pressSequentially("verdensm");
  await page.waitForFunction(() => /sider om »verdensm«/.test(document.querySelector("[role=status]").textContent));
  await page.locator("#_find-field").fill("");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "" && !document.querySelector(".edition li"));
  assert.equal(new URL(page.url()).search, "");
});

promise("of many hits ten are shown, and more when they are asked for", async (page) => {
  await page.goto(`${strategy.origin}/soeg/?q=København`);
  await answered(page);
  assert.equal((await hits(page)).length, 10);
  await page.getByRole("button", { name: "Vis flere" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".edition:first-of-type h2").length > 10);
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelectorAll(".edition h2 a")[10]));
});

promise("a slip of the pen is answered with the word that was meant, as it is written", async (page) => {
  await page.goto(`${strategy.origin}/soeg/?q=Kobenhavn`);
  await answered(page);
  const meant = page.getByRole("link", { name: "København", exact: true });
  await meant.click();
  await page.waitForURL(/q=K%C3%B8benhavn/);
  assert.match(await answered(page), /\d+ sider om »København«/);
});

promise("words of which no page has all find those with some, and a word that is nowhere finds nothing", async (page) => {
  await page.goto(`${strategy.origin}/en/search/?q=climate+xyzzyqq`);
  assert.match(await answered(page), /No page has all of these words. These \d+ have some/);
  await page.goto(`${strategy.origin}/en/search/?q=xyzzyqq`);
  assert.equal(await answered(page), "We found no pages on ‘xyzzyqq’.");
  await page.goto(`${strategy.origin}/en/search/?q=${encodeURIComponent("<xyzzyqq>$&{")}`);
  assert.match(await answered(page), /‘<xyzzyqq>\$&{’/);
  assert.equal(await page.locator("main xyzzyqq").count(), 0);
});

promise("a page with hits is not for search engines, the empty one is", async (page) => {
  await page.goto(`${strategy.origin}/soeg/`);
  assert.equal(await page.locator("meta[name=robots]").count(), 0);
  await page.goto(`${strategy.origin}/soeg/?q=byer`);
  await answered(page);
  assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
});

promise("nothing of the search is loaded before it is used, and then less than 100 kB", async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${strategy.origin}/byer-og-regioner/`);
  assert.deepEqual(asked.filter((path) => /search|find/.test(path)), []);
  await page.goto(`${strategy.origin}/soeg/`);
  assert.deepEqual(asked.filter((path) => /search/.test(path)), []);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.locator("#_find-field").fill("C40");
  await page.locator(".edition[lang=en]").waitFor();
  const script = await (await page.request.get(`${strategy.origin}${await page.locator("script[src*=find]").getAttribute("src")}`)).body();
  const all = bytes + gzipSync(script).length;
  console.log(`the first search, in both languages, with its script: ${all} bytes`);
  assert.ok(bytes > 10_000 && all < 100_000, `${all}`);
});

promise("who has the page open while the site is published anew finds what is there now", async (page) => {
  await page.goto(`${strategy.origin}/soeg/`);
  let isFirst = true;
  await page.route(/da-words/, (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    return route.fulfill({ status: 404 });
  });
  await page.locator("#_find-field").fill("C40");
  assert.match(await answered(page), /sider om »C40«/);
  await page.route(/search\.json|da-words/, (route) => route.abort());
  await page.reload();
  await page.locator("#_find-field").fill("C40");
  assert.match(await answered(page), /kunne ikke hentes/);
});

for (const [language, address] of [["da", "/soeg/"], ["en", "/en/search/"]]) {
  promise(`without script the page says so and leads to the contents (${language})`, async (page) => {
    await page.goto(strategy.origin + address);
    const main = page.getByRole("main");
    assert.match(await main.textContent(), /JavaScript/);
    assert.ok((await main.getByRole("list").getByRole("link").count()) >= 7);
    assert.equal(await main.getByRole("searchbox").count(), 0);
  }, { javaScriptEnabled: false });
}

for (const look of [{ viewport: { width: 320, height: 700 } }, { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }, { forcedColors: "active" }]) {
  promise(`hits have no barrier with ${JSON.stringify(look)}`, async (page) => {
    for (const address of ["/soeg/?q=C40+by", "/en/search/?q=city"]) {
      await page.goto(strategy.origin + address);
      await answered(page);
      await page.waitForLoadState("networkidle");
      assert.deepEqual([...(await barriers(page)), ...(await overflow(page))], []);
    }
  }, look);
}
