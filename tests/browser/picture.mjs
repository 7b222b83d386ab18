// Makes docs/site.png, the picture in the README, from the real site: node tests/browser/picture.mjs

import { join } from "node:path";

import { browser, publish, root, serve } from "./site.mjs";

const LOOKS = [
  { path: "/", width: 1200, height: 900 },
  { path: "/en/cities-and-regions/", width: 1200, height: 900, colorScheme: "dark" },
  { path: "/cases/c40/", width: 390, height: 900 },
];

const site = await serve(publish());
const chromium = await browser();
const shots = [];
for (const { path, width, height, colorScheme } of LOOKS) {
  const page = await chromium.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(site.origin + path);
  shots.push({ width, data: (await page.screenshot()).toString("base64") });
  await page.close();
}
const images = shots.map(({ width, data }) => `<img width="${width / 2}" src="data:image/png;base64,${data}">`).join("");
const page = await chromium.newPage({ viewport: { width: 1500, height: 530 }, deviceScaleFactor: 1 });
await page.setContent(`<style>body{margin:0;padding:40px;display:flex;gap:28px;align-items:flex-start;background:#d9dcd8;justify-content:center}
img{display:block}</style>${images}`);
await page.screenshot({ path: join(root, "docs/site.png") });
await chromium.close();
site.close();
