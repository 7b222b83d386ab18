// An image comes in the size of the screen, keeps its shape while it loads, and is no barrier.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";

import { barriers, invalid, overflow } from "./checks.mjs";
import { browser, everything, files, publish, serve } from "./site.mjs";

/** A picture of some light and some noise, as PNG (ISO/IEC 15948). */
function png(width, height) {
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < width; x++, at += 3) rows.set([(x * 200) / width, (y * 200) / height, (x * y) % 55], at);
  }
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

let site, chromium;

before(async () => {
  const root = join(mkdtempSync(join(tmpdir(), "langebro-images-")), "site");
  cpSync(everything, root, { recursive: true });
  const write = (path, text) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, "content", path), text);
  };
  mkdirSync(join(root, "content/media"), { recursive: true });
  write("media/havn.png", png(2000, 1200));
  write("sections/02-image.da.md", '---\ntitle: Et billede\nslug: billede\n---\n\n![Havnen fra oven](havn.png "Foto: Havneby")\n');
  write("sections/02-image.en.md", '---\ntitle: An image\nslug: image\n---\n\n![The harbour from above](havn.png "Photo: Havneby")\n');
  site = await serve(publish(root));
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

for (const [width, density, expected] of [[360, 1, 400], [360, 2, 800], [360, 3, 1200], [768, 1, 800], [1920, 1, 800], [1920, 2, 1200]]) {
  test(`a screen of ${width} pixels with ${density} for one loads no image larger than it can show`, async () => {
    const context = await chromium.newContext({ viewport: { width, height: 800 }, deviceScaleFactor: density });
    const page = await context.newPage();
    try {
      for (const address of ["/billede/", "/en/image/"]) {
        await page.goto(site.origin + address);
        const image = page.locator("figure img");
        await image.scrollIntoViewIfNeeded();
        await page.waitForFunction(() => document.querySelector("figure img").complete);
        const { source, shown, shape } = await image.evaluate((element) => ({
          source: element.currentSrc,
          shown: element.naturalWidth > 0,
          shape: element.clientWidth / element.clientHeight,
        }));
        assert.match(source, new RegExp(`/assets/media/havn-${expected}\\.[0-9a-f]{8}\\.webp$`));
        assert.ok(shown && Math.abs(shape - 2000 / 1200) < 0.02, `${shape}`);
        assert.deepEqual([...(await barriers(page)), ...(await overflow(page))], []);
      }
    } finally {
      await context.close();
    }
  });
}

test("a page with images is valid HTML", () => {
  const pages = files(site.folder, ".html").filter((path) => /^(en\/image|billede|hele-strategien)\//.test(path));
  assert.equal(pages.length, 3);
  assert.deepEqual(invalid(pages.map((path) => join(site.folder, path))), []);
});
