// What is asked of every page: no barrier, no sideways scrolling, valid HTML. Each gives what is wrong, in words.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const RULES_OF_COLOUR = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What hinders readers on a page, as axe finds it. It is asked for no more than that, which makes it three times as fast. */
export async function barriers(page, rules = RULES) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const options = { runOnly, resultTypes: ["violations"], preload: false };
    const { violations } = await globalThis.axe.run(options);
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, rules);
}

// What other colours may do harm to is asked of them again; all else of a page is the same in them.
const LOOKS = {
  "on a wide screen by day": [1280, { colorScheme: "light" }, RULES],
  "on a wide screen by night": [1280, { colorScheme: "dark" }, RULES_OF_COLOUR],
  "in forced colours": [1280, { forcedColors: "active" }, RULES_OF_COLOUR],
  "on the narrowest screen by day": [320, { colorScheme: "light" }, RULES],
};

/** What `look` finds wrong with an open page in several looks of the browser, by the rules that each asks for. */
export async function inEveryLook(page, look) {
  const wrong = [];
  for (const [name, [width, media, rules]] of Object.entries(LOOKS)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
    // What a script does of a change of looks, it does before the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const found of await look(page, rules)) wrong.push(`${name}, ${found}`);
  }
  return wrong;
}

/** Whether a page is wider than its window. */
export async function overflow(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? ["it scrolls sideways"] : [];
}

/** What the Nu HTML checker finds wrong in some files. What it calls information is advice on trailing slashes and the like. */
export function invalid(files) {
  const jar = require("vnu-jar");
  const asked = ["-jar", jar, "--format", "json", "--also-check-css", "--stdout", ...files];
  const done = spawnSync("java", asked, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.error) throw done.error;
  const wrong = JSON.parse(done.stdout).messages.filter((message) => message.type === "error" || message.subType === "warning");
  return wrong.map((message) => `${message.url}:${message.lastLine} ${message.message}`);
}
