// The preview in a browser: what is saved is what is seen, and the reader's own doing is left alone.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import { browser, program, root } from "./site.mjs";

const THEME = "themes/havnefront";
const PAGE = `${THEME}/templates/page.html`;
const STYLE = `${THEME}/assets/havnefront.css`;
const C40 = { da: "content/cases/c40.da.md", en: "content/cases/c40.en.md" };
const INTRODUCTION = { da: "content/sections/01-introduction.da.md", en: "content/sections/01-introduction.en.md" };
const INTRODUCED = { da: "/indledning/", en: "/en/introduction/" };
const LANGUAGES = ["da", "en"];

let chromium;

before(async () => {
  chromium = await browser();
});

after(() => chromium?.close());

/** A copy of the strategy, and the program that shows it. */
class Preview {
  folder = mkdtempSync(join(tmpdir(), "langebro-"));
  port = 0;

  /** The records of what was checked are left out, or every edit would rightly make a page stale. */
  constructor(language) {
    this.language = language;
    // Were a part of the strategy a link, a test would write through a copied link into the strategy itself.
    const options = { recursive: true, dereference: true };
    for (const part of ["content", "langebro.yaml"]) cpSync(join(root, part), join(this.folder, part), options);
    rmSync(join(this.folder, "content/reviews"), { recursive: true, force: true });
  }

  async start() {
    const options = ["serve", "--port", this.port, "--lang", this.language, "--root", this.folder];
    this.process = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"] });
    this.gone = once(this.process, "exit");
    for await (const line of createInterface({ input: this.process.stdout })) {
      this.origin = line.match(/http:\/\/[^/]+/)?.[0] ?? this.origin;
      if (line.includes("http://")) break;
    }
    assert.ok(this.origin, `${program} shows no site`);
    this.process.stdout.resume();
    this.port = new URL(this.origin).port;
  }

  async stop() {
    this.process.kill("SIGTERM");
    assert.deepEqual(await this.gone, [0, null]);
  }

  /** The text of a file; of one of the program's own theme as long as the site has none in its place. */
  read(path) {
    return readFileSync(join(path.startsWith(THEME) ? root : this.folder, path), "utf8");
  }

  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  add(path, paragraph) {
    this.write(path, `${this.read(path)}\n${paragraph}\n`);
  }

  /** Writes a file with other words in it. */
  change(path, from, to) {
    const text = this.read(path);
    const changed = text.replace(from, to);
    assert.notEqual(changed, text, `${path} has no ${from}`);
    this.write(path, changed);
  }

  remove(path) {
    rmSync(join(this.folder, path));
  }
}

/** A test with a preview and a window of its own. No page may complain, but of what `expected` says. */
function promise(name, act, { language = "en", expected = /^$/, prepare = () => {}, ...look } = {}) {
  test(name, { timeout: 60000 }, async () => {
    const complaints = [];
    const preview = new Preview(language);
    prepare(preview);
    await preview.start();
    const context = await chromium.newContext({ viewport: { width: 1200, height: 700 }, ...look });
    context.setDefaultTimeout(10000);
    context.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    context.on("weberror", (error) => complaints.push(String(error.error())));
    const open = async (address, origin = preview.origin) => {
      const page = await context.newPage();
      await page.goto(origin + address);
      await arrive(page);
      return page;
    };
    try {
      await act({ preview, context, open });
    } finally {
      await context.close();
      await preview.stop();
      rmSync(preview.folder, { recursive: true });
    }
    assert.deepEqual(complaints.filter((complaint) => !expected.test(complaint)), []);
  });
}

/** Waits until the preview has set to work in a tab, and marks it: a reload would lose the mark. */
async function arrive(page) {
  await page.locator("langebro-preview .chip").waitFor();
  await page.evaluate(() => (globalThis.isMarked = true));
}

/** Waits until a text is to be seen in a tab that has not been loaded anew for it. */
async function sees(page, text) {
  await page.locator("main", { hasText: text }).waitFor();
  await isSame(page);
}

const isSame = async (page) => assert.ok(await page.evaluate(() => globalThis.isMarked), "the page was loaded anew");
const stands = (page, address) => page.waitForFunction((address) => location.pathname + location.search + location.hash === address, address);
const summary = (page, text) => page.locator("langebro-preview .summary", { hasText: text }).waitFor();
const top = (line) => line.evaluate((element) => element.getBoundingClientRect().top);

/** A finding in the panel, which has opened by itself: its words, its place and its advice. */
async function finding(page, message, place, help) {
  const shown = page.locator("langebro-preview .findings li");
  await shown.locator(".message", { hasText: message }).waitFor();
  assert.equal(await shown.locator(".place").innerText(), place);
  assert.match(await shown.locator(".help").innerText(), help);
}

for (const language of LANGUAGES) {
  const line = { da: "Overalt i København bygges der nyt", en: "All over Copenhagen, new roads" }[language];
  const above = { da: "## En by i vækst", en: "## A growing city" }[language];

  // With and without the browser's own way of holding the text, which not all have.
  for (const anchoring of ["auto", "none"]) {
    promise(`a save is seen where the reader is, and what is typed or unfolded stays (${language}, anchoring: ${anchoring})`, async ({ preview, open }) => {
      const page = await open(INTRODUCED[language]);
      await page.locator("details:has(input) summary").click();
      await page.locator("details input").fill("Kilroy");
      await page.evaluate((anchoring) => (document.documentElement.style.overflowAnchor = anchoring), anchoring);
      const paragraph = page.locator("main p", { hasText: line });
      await paragraph.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 20));
      const before = await top(paragraph);
      // One change above the window and one in it.
      const text = preview.read(INTRODUCTION[language]).replace(above, `${"Foran. ".repeat(200)}\n\n${above}`);
      preview.write(INTRODUCTION[language], text.replace(line, `Midt i. ${line}`));
      await sees(page, "Foran. Foran.");
      await sees(page, "Midt i.");
      assert.ok(Math.abs((await top(paragraph)) - before) < 1, "the text has moved in the window");
      assert.equal(await page.locator("details:has(input)").getAttribute("open"), "");
      assert.equal(await page.locator("details input:focus").inputValue(), "Kilroy");
    }, { prepare: (preview) => preview.change(PAGE, '<div class="text"', '<details><summary>?</summary><input></details>\n<div class="text"') });
  }

  // By a reader, too, who has asked for less motion.
  for (const reducedMotion of ["no-preference", "reduce"]) {
    promise(`what changes out of view is brought into view and marked (${language}, less motion: ${reducedMotion})`, async ({ preview, open }) => {
      const page = await open(INTRODUCED[language]);
      assert.equal(await page.evaluate(() => scrollY), 0);
      preview.add(INTRODUCTION[language], "Langt nede.");
      await page.waitForFunction(() => {
        const block = [...document.querySelectorAll("main p")].find((block) => block.textContent === "Langt nede.");
        const { top, bottom } = block?.getBoundingClientRect() ?? {};
        return top > 0 && bottom < innerHeight && block.getAnimations().some((animation) => animation.playState === "running");
      });
      assert.ok(await page.evaluate(() => scrollY > 0));
      await isSame(page);
    }, { reducedMotion });
  }

  promise(`a slip in the front matter is told in the panel until it is mended, and the page stays (${language})`, async ({ preview, open }) => {
    const words = {
      da: { title: "C40-samarbejdet", well: "Alt er i orden", wrong: "1 fejl", message: "et kolon for meget i title" },
      en: { title: "The C40 network", well: "All is well", wrong: "1 error", message: "a second colon in title" },
    }[language];
    const page = await open({ da: "/cases/c40/", en: "/en/cases/c40/" }[language]);
    await summary(page, words.well);
    preview.change(C40[language], words.title, "C40: byer");
    await summary(page, words.wrong);
    await finding(page, words.message, `${C40[language]}:2`, /title: "C40: byer"/);
    assert.equal(await page.locator("main h1").innerText(), words.title);
    preview.change(C40[language], "C40: byer", '"C40: byer"');
    await page.locator("main h1", { hasText: "C40: byer" }).waitFor();
    await summary(page, words.well);
    await page.locator("langebro-preview .list").waitFor({ state: "hidden" });
    await isSame(page);
  }, { language });
}

promise("a fault in a template is told where it is, the page stays, and follows again when it is mended", async ({ preview, open }) => {
  const template = preview.read(PAGE);
  const place = `${PAGE}:${template.split("\n").length}`;
  const page = await open(INTRODUCED.en);
  preview.write(PAGE, `${template}{% if %}\n`);
  await finding(page, "the theme", place, /theme/);
  await page.locator("langebro-preview .kept").waitFor();
  await sees(page, "A growing city");
  const late = await open(INTRODUCED.da);
  await late.getByText(place).first().waitFor();
  await finding(late, "the theme", place, /theme/);
  preview.write(PAGE, template);
  await summary(page, "All is well");
  preview.add(INTRODUCTION.en, "Mended.");
  preview.add(INTRODUCTION.da, "Lavet igen.");
  await sees(page, "Mended.");
  // What could not be shown had no script of the theme, which runs only in a page that is loaded.
  await late.locator("main", { hasText: "Lavet igen." }).waitFor();
  await summary(late, "All is well");
  await late.waitForFunction(() => document.styleSheets[0]?.cssRules.length > 0);
}, { expected: /status of 500/ });

for (const language of LANGUAGES) {
  promise(`a change in a box is seen in the section that shows it and on its own page (${language})`, async ({ preview, open }) => {
    const section = await open({ da: "/byer-og-regioner/", en: "/en/cities-and-regions/" }[language]);
    const own = await open({ da: "/cases/c40/", en: "/en/cases/c40/" }[language]);
    preview.add(C40[language], "Kilroy.");
    await section.locator("main #_c40", { hasText: "Kilroy." }).waitFor();
    await isSame(section);
    await sees(own, "Kilroy.");
  });
}

promise("ten tabs are all up to date, and share one stream of events", async ({ preview, context, open }) => {
  const streams = [];
  // The stream is a worker's, and only the server sees what that asks for.
  const proxy = createServer((asked, answer) => {
    if (asked.url === "/_langebro/events") streams.push(asked);
    const { method, url, headers } = asked;
    const passed = request(preview.origin + url, { method, headers }, (got) => got.pipe(answer.writeHead(got.statusCode, got.headers)));
    passed.on("error", () => answer.destroy());
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const origin = `http://127.0.0.1:${proxy.address().port}`;
  try {
    const tabs = await Promise.all([...Array(10).keys()].map((number) => open(INTRODUCED[LANGUAGES[number % 2]], origin)));
    for (const language of LANGUAGES) preview.add(INTRODUCTION[language], "Kilroy.");
    await Promise.all(tabs.map((tab) => sees(tab, "Kilroy.")));
    assert.equal(streams.length, 1);
  } finally {
    await context.close();
    proxy.close();
  }
});

for (const language of LANGUAGES) {
  promise(`a tab goes with its page to another address (${language})`, async ({ preview, open }) => {
    const page = await open(INTRODUCED[language] + "?a=b#_main");
    const [slug, folder] = { da: ["indledning", ""], en: ["introduction", "/en"] }[language];
    preview.change(INTRODUCTION[language], `slug: ${slug}`, "slug: kilroy");
    await stands(page, `${folder}/kilroy/?a=b#_main`);
    await sees(page, { da: "En by i vækst", en: "A growing city" }[language]);
    const box = await open(`${folder}/cases/c40/`);
    preview.change("langebro.yaml", "cases: {da: cases, en: cases}", "cases: {da: sager, en: stories}");
    await stands(box, `${folder}/${{ da: "sager", en: "stories" }[language]}/c40/`);
    await sees(box, "C40");
    await box.reload();
    assert.match(await box.locator("main h1").innerText(), /C40/);
  });
}

for (const [from, to] of [["da", "en"], ["en", "da"]]) {
  promise(`who goes to the other language by the page's own link sees what is saved there (${from} to ${to})`, async ({ preview, open }) => {
    const page = await open(INTRODUCED[from]);
    await page.locator(`.switch a[hreflang=${to}]`).click();
    await stands(page, INTRODUCED[to]);
    await arrive(page);
    preview.add(INTRODUCTION[to], "Kilroy.");
    await sees(page, "Kilroy.");
  });
}

for (const [from, to] of [["da", "en"], ["en", "da"]]) {
  promise(`who changes language stays at the heading that was written a moment ago (${from} to ${to})`, async ({ preview, open }) => {
    const page = await open(INTRODUCED[from]);
    for (const language of LANGUAGES) {
      preview.add(INTRODUCTION[language], `### Kilroy ${language} {#kilroy-${language}}\n\n${"Kilroy.\n\n".repeat(40)}`);
    }
    await page.locator(`#kilroy-${from}[data-${to}]`).waitFor();
    await page.locator(`#kilroy-${from}`).evaluate((heading) => scrollTo({ top: heading.offsetTop - 100, behavior: "instant" }));
    await page.locator(`.switch a[hreflang=${to}]`).click();
    await stands(page, `${INTRODUCED[to]}#kilroy-${to}`);
    await arrive(page);
    preview.add(INTRODUCTION[to], "Was here.");
    await sees(page, "Was here.");
    await page.locator(`.switch a[hreflang=${from}]`).click();
    await stands(page, `${INTRODUCED[from]}#kilroy-${from}`);
  });
}

for (const [language, other] of [["da", "en"], ["en", "da"]]) {
  promise(`a page in two languages follows what is saved in either, also to another address (${language})`, async ({ preview, open }) => {
    const beside = { da: "parallelt", en: "parallel" }[language];
    const page = await open(`${INTRODUCED[language]}${beside}/`);
    preview.add(INTRODUCTION[other], "Kilroy.");
    await sees(page, "Kilroy.");
    await sees(page, { da: "Intet modstykke på dansk", en: "No counterpart in English" }[language]);
    preview.change(INTRODUCTION[language], `slug: ${{ da: "indledning", en: "introduction" }[language]}`, "slug: kilroy");
    await stands(page, `${{ da: "", en: "/en" }[language]}/kilroy/${beside}/`);
    preview.add(INTRODUCTION[language], "Kilroy igen.");
    await sees(page, "Kilroy igen.");
    await page.locator("main .gap").waitFor({ state: "detached" });
    await isSame(page);
    await page.locator("langebro-preview .chip").click();
    const sources = await page.locator("langebro-preview .links").innerText();
    for (const language of LANGUAGES) assert.ok(sources.includes(INTRODUCTION[language]), sources);
  }, { language });
}

promise("a change of the theme's style is seen, and the page never stands without style", async ({ preview, open }) => {
  const page = await open(INTRODUCED.en);
  await page.evaluate(() => {
    globalThis.looks = new Set();
    globalThis.frames = 0;
    const look = () => {
      frames++;
      looks.add([...document.styleSheets].some((sheet) => sheet.cssRules.length > 0) ? getComputedStyle(document.body).backgroundColor : "bare");
      requestAnimationFrame(look);
    };
    look();
  });
  const [old] = await page.evaluate(() => [...looks]);
  // The new style takes its time to come.
  await page.route("**/*.css", async (route) => {
    const frames = await page.evaluate(() => globalThis.frames);
    await page.waitForFunction((frames) => globalThis.frames > frames + 10, frames);
    await route.continue();
  });
  const style = preview.read(STYLE);
  for (const colour of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
    preview.write(STYLE, `${style}\nbody { background: ${colour}; }\n`);
    await page.waitForFunction((colour) => looks.has(colour), colour);
  }
  assert.deepEqual(await page.evaluate(() => [...looks]), [old, "rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
  assert.equal(await page.locator("head link[rel=stylesheet]").count(), 1);
  await isSame(page);
});

// Less motion: a smooth scroll to the picture takes its time in a tab that is not the foremost.
promise("a picture that is replaced under its name is seen anew", async ({ preview, open }) => {
  const draw = (width, colour) => {
    const path = `<path fill="${colour}" d="M0 0h999v50H0z"/>`;
    preview.write("content/media/havn.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="50">${path}</svg>\n`);
  };
  draw(100, "red");
  for (const language of LANGUAGES) preview.add(INTRODUCTION[language], "![Havn](havn.svg)");
  const pages = await Promise.all(LANGUAGES.map((language) => open(INTRODUCED[language])));
  // The last of them alters not a letter of the page.
  for (const [width, colour, seen] of [[200, "red", "255,0,0,255"], [300, "red", "255,0,0,255"], [300, "blue", "0,0,255,255"]]) {
    draw(width, colour);
    for (const page of pages) {
      await page.waitForFunction(([width, seen]) => {
        const image = document.querySelector("main img");
        const pen = new OffscreenCanvas(1, 1).getContext("2d");
        pen.drawImage(image, 0, 0);
        return image.naturalWidth === width && String(pen.getImageData(0, 0, 1, 1).data) === seen;
      }, [width, seen]);
      await isSame(page);
    }
  }
}, { reducedMotion: "reduce" });

for (const language of LANGUAGES) {
  promise(`a tab tells that the preview is gone, and comes back with it (${language})`, async ({ preview, open }) => {
    const page = await open(INTRODUCED[language]);
    await preview.stop();
    await summary(page, { da: "Forhåndsvisningen kører ikke længere", en: "The preview is not running any more" }[language]);
    preview.add(INTRODUCTION[language], "Kilroy.");
    await preview.start();
    await sees(page, "Kilroy.");
    await summary(page, { da: "Alt er i orden", en: "All is well" }[language]);
    preview.add(INTRODUCTION[language], "Kilroy igen.");
    await sees(page, "Kilroy igen.");
  }, { language });

  promise(`where a file has gone, its tab says that there is no page, until it is back (${language})`, async ({ preview, open }) => {
    const file = `content/pages/about.${language}.md`;
    const text = preview.read(file);
    const page = await open({ da: "/om-denne-udgave/", en: "/en/about/" }[language]);
    const title = await page.locator("main h1").innerText();
    preview.remove(file);
    await sees(page, { da: "Siden findes ikke", en: "Page not found" }[language]);
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    preview.write(file, text);
    await sees(page, title);
  });
}

for (const [language, other] of [["da", "en"], ["en", "da"]]) {
  promise(`both languages stand side by side, tell what is missing and where it is written, and follow (${language})`, async ({ preview, open }) => {
    const words = {
      da: { side: "Vis sprogene side om side", missing: "Overskriften mangler på engelsk", line: "linje", back: "Tilbage til siden" },
      en: { side: "Show the languages side by side", missing: "The heading is missing in Danish", line: "line", back: "Back to the page" },
    }[language];
    const page = await open(INTRODUCED[language]);
    await page.locator("langebro-preview .chip").click();
    await page.getByRole("link", { name: words.side }).click();
    await stands(page, `/_langebro/side-by-side/introduction/${language}/${other}`);
    await arrive(page);
    const cell = (language, text) => page.locator(`main [lang=${language}][data-source]`, { hasText: text });
    const heads = { da: "En by i vækst", en: "A growing city" };
    const [left, right] = await Promise.all([language, other].map((language) => cell(language, heads[language]).boundingBox()));
    assert.equal(left.y, right.y);
    assert.ok(left.x + left.width <= right.x, "the half that one comes from stands left of the other");

    const heading = { da: "## Kun her {#kun-her}", en: "## Only here {#only-here}" };
    preview.add(INTRODUCTION[language], heading[language]);
    await sees(page, words.missing);
    const shown = cell(language, heading[language].slice(3, 10));
    await shown.click();
    const line = preview.read(INTRODUCTION[language]).split("\n").indexOf(heading[language]) + 1;
    assert.equal(await page.locator("langebro-preview .bar .place").innerText(), `${INTRODUCTION[language]}, ${words.line} ${line}`);
    preview.add(INTRODUCTION[other], heading[other]);
    await page.getByText(words.missing).waitFor({ state: "detached" });
    assert.equal((await shown.boundingBox()).y, (await cell(other, heading[other].slice(3, 10)).boundingBox()).y);
    await isSame(page);

    await page.locator("langebro-preview .chip").click();
    await page.getByRole("link", { name: words.back }).click();
    await stands(page, INTRODUCED[language]);
  }, { language });
}

for (const language of LANGUAGES) {
  const words = {
    da: { warning: "1 advarsel", was: "Før stod der:", beside: "Siger de to stadig det samme?" },
    en: { warning: "1 warning", was: "It used to say:", beside: "Do the two still say the same?" },
  }[language];

  promise(`what has changed since somebody checked it is told, and shown side by side (${language})`, async ({ preview, open }) => {
    const page = await open("/cases/c40/");
    await summary(page, { da: "Alt er i orden", en: "All is well" }[language]);
    preview.change(C40.da, "Verdens ledende borgmestre mødtes", "Verdens ledende borgmestre samledes");
    await summary(page, words.warning);
    await page.goto(`${preview.origin}/_langebro/side-by-side/c40`);
    await page.locator(".side-note", { hasText: words.was }).waitFor();
    assert.match(await page.locator(".side-note del").innerText(), /^I 2019 var København vært/);
    assert.equal(await page.locator(".side-note", { hasText: words.beside }).count(), 1);
  }, {
    language,
    prepare: (preview) => cpSync(join(root, "content/reviews"), join(preview.folder, "content/reviews"), { recursive: true }),
  });
}
