// The strategy behind a real web server, with the headers that Langebro writes for it: nothing of the pages is refused.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { address, browser, files, pages, program, publish, root } from "./site.mjs";

let folder, public_, server, chromium, origin;

before(async () => {
  public_ = publish();
  folder = mkdtempSync(join(tmpdir(), "langebro-nginx-"));
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address();
  await new Promise((done) => free.close(done));
  origin = `http://127.0.0.1:${port}`;
  const headers = execFileSync(program, ["headers", "nginx", "--root", root], { encoding: "utf8" });
  const settings = `
daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr notice;
events {}
http {
  access_log off;
  include /etc/nginx/mime.types;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server {
    listen 127.0.0.1:${port};
    root ${public_};
${headers}
  }
}`;
  writeFileSync(join(folder, "nginx.conf"), settings);
  server = spawn("nginx", ["-e", "stderr", "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  // It says that its only process has begun to work.
  let said = "";
  for await (const piece of server.stderr) {
    said += piece;
    if (said.includes("start worker") || said.includes("nginx/")) break;
    assert.ok(!said.includes("[emerg]"), said);
  }
  server.stderr.resume();
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  if (server && server.exitCode === null) {
    server.kill();
    await once(server, "exit");
  }
  rmSync(folder, { recursive: true });
});

test("every page has the headers that keep its readers safe", async () => {
  for (const path of ["/", "/en/", "/indledning/", "/en/nothing/"]) {
    const { headers } = await fetch(origin + path);
    assert.match(headers.get("content-security-policy"), /default-src 'self'.*frame-ancestors 'none'/);
    assert.match(headers.get("strict-transport-security"), /max-age=63072000/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "strict-origin-when-cross-origin");
    assert.match(headers.get("permissions-policy"), /camera=\(\)/);
    assert.equal(headers.get("cache-control"), "no-cache");
    assert.match(headers.get("content-type"), /^text\/html; charset=utf-8$/i);
  }
});

test("what has its content in its name is kept for a year", async () => {
  const sheet = files(public_, ".css")[0];
  const { headers } = await fetch(`${origin}/${sheet}`);
  assert.match(headers.get("cache-control"), /immutable/);
});

test("a dead link is answered in the language of its address", async () => {
  for (const [path, lang] of [["/intet/", "da"], ["/en/nothing/", "en"]]) {
    const answer = await fetch(origin + path);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), new RegExp(`<html lang="${lang}">`));
  }
});

test("the list of published files is nobody's business", async () => {
  assert.equal((await fetch(`${origin}/.langebro.json`)).status, 404);
});

test("no page asks for what the policy refuses", async () => {
  const page = await chromium.newPage();
  const refused = [];
  page.on("console", (message) => message.type() === "error" && refused.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => refused.push(`${page.url()}: ${error}`));
  for (const path of pages(public_)) await page.goto(origin + address(path));
  assert.deepEqual(refused, []);
});
