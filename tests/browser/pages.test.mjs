// Every page of the strategy: accessible, valid, of one piece with itself, on a narrow screen and a wide one, by day and by night.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { addresses, browser, everything, files, publish, serve, visit as visitAll } from "./site.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = {
  "on a wide screen by day": [1280, { colorScheme: "light" }],
  "on a narrow screen by night": [360, { colorScheme: "dark" }],
  "on the narrowest screen by day": [320, { colorScheme: "light" }],
  "in forced colours": [1280, { forcedColors: "active" }],
};

let site, small, chromium;

before(async () => {
  site = await serve(publish());
  small = await serve(publish(everything));
  assert.ok(addresses(site.folder).length > 70, "the strategy was not published whole");
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
  small?.close();
});

/** Visits every page of both sites in one look of the browser, and finds nothing wrong. */
async function visit(options, look) {
  const wrong = [];
  for (const { origin, folder } of [site, small]) {
    wrong.push(...(await visitAll({ chromium, origin, pages: addresses(folder), look }, options)));
  }
  assert.deepEqual(wrong, []);
}

/** What the checker finds; it is asked for no more than that, which makes it three times as fast. */
async function barriers(page) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const options = { runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false };
    const { violations } = await globalThis.axe.run(options);
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, RULES);
}

test("no page has a barrier, by day and by night, wide and narrow, and in colours that a reader forces upon it", () =>
  visit({}, async (page) => {
    const wrong = [];
    for (const [name, [width, media]] of Object.entries(LOOKS)) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(media);
      wrong.push(...(await barriers(page)).map((barrier) => `${name}, ${barrier}`));
    }
    return wrong;
  }));

test("every page can be read without script", () =>
  visit({ javaScriptEnabled: false }, async (page) => ((await page.locator("h1").count()) === 1 ? [] : ["no single h1"])));

test("a section and its style weigh less than 30 kB as they are sent", () => {
  const weigh = (path) => gzipSync(readFileSync(join(site.folder, path))).length;
  const style = files(site.folder, ".css").map(weigh).reduce((all, one) => all + one, 0);
  const sections = files(site.folder, "index.html").filter((path) => readFileSync(join(site.folder, path), "utf8").includes('"@type":"Chapter"'));
  assert.ok(sections.length >= 14, "the sections were not found");
  assert.deepEqual(sections.filter((path) => style + weigh(path) >= 30_000), []);
});

test("every page is valid HTML without an error or a warning", () => {
  const jar = require("vnu-jar");
  const documents = [site, small].flatMap(({ folder }) => files(folder, ".html").map((path) => join(folder, path)));
  const done = spawnSync("java", ["-jar", jar, "--format", "json", "--also-check-css", "--stdout", ...documents], { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.error, undefined);
  const { messages } = JSON.parse(done.stdout);
  // What the checker calls information is advice on trailing slashes and the like.
  const wrong = messages.filter((message) => message.type === "error" || message.subType === "warning");
  assert.deepEqual(wrong.map((message) => `${message.url}:${message.lastLine} ${message.message}`), []);
});
