// Lighthouse over pages of every kind, in both languages, as on a telephone and on a desk: 100 in each category, or a failure.
// The figure of each category is the median of three, since a machine is not equally busy all the time.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

import { addresses, publish, serve } from "../browser/site.mjs";

const TIMES = Number(process.env.TIMES ?? 3);
const PAGES = [
  "/", "/en/",
  "/indledning/", "/en/introduction/",
  "/cases/c40/", "/en/cases/c40/",
  "/verdensmaal/13-klimaindsats/", "/en/global-goals/13-climate-action/",
  // Only on a site that can be searched.
  "/soeg/", "/en/search/",
];
const LOOKS = { phone: undefined, desk: desktopConfig };
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** The four figures of one page, and the checks that cost points. */
async function look(port, url, config) {
  const figures = new Map();
  const faults = new Set();
  for (let time = 0; time < TIMES; time++) {
    const { lhr } = await lighthouse(url, { port, logLevel: "error" }, config);
    for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
      figures.set(id, [...(figures.get(id) ?? []), Math.round((score ?? 0) * 100)]);
      for (const { id: audit, weight } of auditRefs) {
        const { score } = lhr.audits[audit];
        if (weight > 0 && score !== null && score < 0.9) faults.add(audit);
      }
    }
  }
  return { figures: [...figures].map(([id, values]) => [id, median(values)]), faults: [...faults] };
}

const site = await serve(publish());
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromeFlags: FLAGS, logLevel: "error" });
let isWhole = true;
try {
  const known = addresses(site.folder);
  for (const page of PAGES.filter((page) => known.includes(page))) {
    for (const [name, config] of Object.entries(LOOKS)) {
      const { figures, faults } = await look(chrome.port, site.origin + page, config);
      const isFull = figures.every(([, figure]) => figure === 100);
      isWhole &&= isFull;
      console.log([page.padEnd(40), name.padEnd(6), ...figures.map(([id, figure]) => `${id} ${figure}`), ...(isFull ? [] : faults)].join("  "));
    }
  }
} finally {
  chrome.kill();
  site.close();
}
process.exitCode = isWhole ? 0 : 1;
