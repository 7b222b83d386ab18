// Every page of the strategy: accessible, valid, of one piece with itself, on a narrow screen and a wide one, by day and by night.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { address, browser, files, pages, publish, serve } from "./site.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let folder, site, chromium;

before(async () => {
  folder = publish();
  site = await serve(folder);
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

/** Visits every page in one look of the browser and collects what `look` finds wrong. */
async function visit(options, look) {
  const context = await chromium.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error}`));
  page.on("request", (request) => request.url().startsWith(site.origin) || wrong.push(`${page.url()} asks ${request.url()}`));
  const all = pages(folder);
  assert.ok(all.length > 70, "the strategy was not published whole");
  for (const path of all) {
    await page.goto(site.origin + address(path));
    for (const found of await look(page)) wrong.push(`/${path}: ${found}`);
  }
  await context.close();
  assert.deepEqual(wrong, []);
}

async function barriers(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), RULES);
  return result.violations.map((violation) => `${violation.id} at ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function overflow(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? ["it scrolls sideways"] : [];
}

test("no page has a barrier on a wide screen by day", () => visit({ viewport: { width: 1280, height: 900 } }, barriers));

test("no page has a barrier on a narrow screen by night", () =>
  visit({ viewport: { width: 360, height: 740 }, colorScheme: "dark" }, barriers));

test("no page scrolls sideways at 320 pixels", () => visit({ viewport: { width: 320, height: 640 } }, overflow));

test("every page can be read without script", () =>
  visit({ javaScriptEnabled: false }, async (page) => ((await page.locator("h1").count()) === 1 ? [] : ["no single h1"])));

test("every page is valid HTML without an error or a warning", () => {
  const jar = require("vnu-jar");
  const all = files(folder, ".html").map((path) => join(folder, path));
  const done = spawnSync("java", ["-jar", jar, "--format", "json", "--also-check-css", "--stdout", ...all], { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.error, undefined);
  const { messages } = JSON.parse(done.stdout);
  // What the checker calls information is advice on trailing slashes and the like.
  const wrong = messages.filter((message) => message.type === "error" || message.subType === "warning");
  assert.deepEqual(wrong.map((message) => `${message.url}:${message.lastLine} ${message.message}`), []);
});
