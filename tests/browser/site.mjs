// The published site on this machine, and a browser to look at it.

import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";

import { chromium } from "playwright-core";

export const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** The program under test: the one that `cargo test` has built, or the one that LANGEBRO names. */
export const program = process.env.LANGEBRO ?? join(root, "target/debug/langebro");

const KINDS = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".webp": "image/webp", ".png": "image/png", ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain" };

/** A small site on which every kind of text occurs that an author can write, with words that are too long. */
export const everything = fileURLToPath(new URL("everything", import.meta.url));

/** Publishes a site, or else the strategy, to a folder of its own and returns the folder. */
export function publish(source = root) {
  const folder = join(mkdtempSync(join(tmpdir(), "langebro-")), "public");
  const done = spawnSync(program, ["build", "--strict", "--root", source, "--output-dir", folder], { encoding: "utf8" });
  if (done.status !== 0) throw done.error ?? new Error(done.stderr);
  return folder;
}

/** Every published file with that ending, as a path from the folder. */
export function files(folder, ending) {
  const all = readdirSync(folder, { recursive: true }).map(String);
  return all.filter((path) => path.endsWith(ending) && statSync(join(folder, path)).isFile()).sort();
}

/** Every published page, but for those that lead on to another at once: nobody can look at them. */
export function pages(folder) {
  return files(folder, ".html").filter((path) => !readFileSync(join(folder, path), "utf8").includes('http-equiv="refresh"'));
}

/** The address of a page's file. */
export const address = (path) => "/" + path.replace(/index\.html$/, "");

/** The addresses of these pages; those that tell that an address is lost are among them. */
export const addresses = (folder) => pages(folder).map(address);

/** Pages of every kind: of the many in one folder, such as the cases and the goals, or in two languages, no more than two. */
export function kinds(folder) {
  const kind = (page) => {
    const language = page.startsWith("/en/") ? "en" : "da";
    if (/\/parallelt?\/$/.test(page)) return `${language} in two languages`;
    const isOneOfMany = page.split("/").length > (language === "en" ? 4 : 3);
    return isOneOfMany ? page.replace(/[^/]*\/?$/, "") : page;
  };
  const known = new Map();
  return addresses(folder).filter((page) => {
    known.set(kind(page), (known.get(kind(page)) ?? 0) + 1);
    return known.get(kind(page)) <= 2;
  });
}

/** Serves a folder on this machine, packed and kept as any web server would. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = join(folder, path.endsWith("/") ? path + "index.html" : path);
    let status = 200;
    if (relative(folder, file).startsWith("..") || !existsSync(file) || !statSync(file).isFile()) {
      status = 404;
      file = join(folder, path.startsWith("/en/") ? "en/404.html" : "404.html");
    }
    const kind = KINDS[extname(file)] ?? "application/octet-stream";
    const headers = { "content-type": kind, "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache" };
    const isPacked = /^text|json|xml/.test(kind) && /\bgzip\b/.test(request.headers["accept-encoding"]);
    response.writeHead(status, isPacked ? { ...headers, "content-encoding": "gzip", vary: "accept-encoding" } : headers);
    if (isPacked) createReadStream(file).pipe(createGzip()).pipe(response);
    else createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { folder, origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Debian's Chromium, or the one that CHROMIUM names. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/**
 * Visits pages in one look of the browser, a few at a time, and returns what `look` finds wrong with each, and whatever a
 * reader's browser would complain of or ask of somebody else.
 */
export async function visit({ chromium, origin, pages, look }, options, atOnce = 3) {
  const context = await chromium.newContext({ bypassCSP: true, ...options });
  const left = [...pages];
  const wrong = [];
  const walk = async () => {
    const page = await context.newPage();
    const here = () => page.url().slice(origin.length);
    page.on("console", (message) => message.type() === "error" && wrong.push(`${here()}: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${here()}: ${error}`));
    page.on("request", (request) => request.url().startsWith(origin) || wrong.push(`${here()} asks ${request.url()}`));
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await page.goto(origin + next);
      for (const found of await look(page)) wrong.push(`${next}: ${found}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, walk));
  } finally {
    await context.close();
  }
  return wrong.sort();
}
