// The preview in a browser: what is saved is what is seen.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import { browser, program } from "./site.mjs";

let folder, preview, origin, chromium;

before(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "langebro-")), "site");
  assert.equal(spawnSync(program, ["init", folder]).status, 0);
  preview = spawn(program, ["serve", "--port", "0", "--lang", "en", "--root", folder], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: preview.stdout })) {
    origin = line.match(/http:\/\/[^/]+/)?.[0];
    if (origin) break;
  }
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  preview.kill("SIGTERM");
  const [status] = await once(preview, "exit");
  assert.equal(status, 0);
});

for (const [language, address] of [["da", "/indledning/"], ["en", "/en/introduction/"]]) {
  test(`a save is seen without a hand on the browser (${language})`, async () => {
    const page = await chromium.newPage();
    const told = page.waitForResponse((response) => response.url().endsWith("/_langebro/events"));
    await page.goto(origin + address);
    await told;
    const file = join(folder, `content/sections/01-introduction.${language}.md`);
    writeFileSync(file, readFileSync(file, "utf8") + "\nKilroy.\n");
    await page.getByText("Kilroy.").waitFor();
    await page.close();
  });
}
