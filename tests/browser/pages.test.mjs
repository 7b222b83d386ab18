// Every page of the strategy: accessible, valid, of one piece with itself, on a narrow screen and a wide one, by day and by night.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { barriers, inEveryLook, invalid } from "./checks.mjs";
import { addresses, browser, everything, files, publish, serve, visit as visitAll } from "./site.mjs";

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

test("no page has a barrier, by day and by night, wide and narrow, and in colours that a reader forces upon it", () =>
  visit({}, (page) => inEveryLook(page, barriers)));

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
  const documents = [site, small].flatMap(({ folder }) => files(folder, ".html").map((path) => join(folder, path)));
  assert.deepEqual(invalid(documents), []);
});
