import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createHttpClient,
  type HttpClient,
} from "../../../platform/http-client/http-client.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { FeedMode } from "../domain/feed.ts";
import { readImportDesk, setFeed } from "./feeds.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import { takeFeed } from "./take-feed.ts";

const leistung = (id: string) =>
  `<x:schreibe><x:leistung><x:id schemeAgencyID="A">${id}</x:id><x:modulText><x:inhalt languageCode="de">Leistung ${id}</x:inhalt><x:leikaTextmodul><code>02</code></x:leikaTextmodul></x:modulText></x:leistung></x:schreibe>`;
const message = (...ids: readonly string[]) =>
  `<?xml version="1.0"?><x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">${ids.map(leistung).join("")}</x:transfer>`;
const index = (...files: readonly string[]) =>
  `<?xml version="1.0"?><index>${files.map((file) => `<datei><name>${file}</name></datei>`).join("")}</index>`;

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cutAt?: number;
};

describe("Leistungen that are fetched", () => {
  let testDatabase: TestDatabase;
  let http: HttpClient;
  let server: Server;
  let base: string;
  const files = new Map<string, Answer>();
  const asked: { path: string; etag: string | undefined }[] = [];
  const tenantId = demoTenants.grabow;

  const listener: RequestListener = (request, reply) => {
    const path = request.url ?? "";
    const etag = request.headers["if-none-match"];
    asked.push({ path, etag });
    const file = files.get(path);
    if (!file) return reply.writeHead(404).end();
    const given = { "content-type": "application/xml", ...file.headers };
    if (etag !== undefined && etag === file.headers?.["etag"])
      return reply.writeHead(304).end();
    const body = Buffer.from(file.body ?? "");
    if (file.cutAt === undefined)
      return reply.writeHead(file.status ?? 200, given).end(body);
    reply.writeHead(200, { ...given, "content-length": body.length });
    reply.write(body.subarray(0, file.cutAt));
    setTimeout(() => request.socket.resetAndDestroy(), 20);
    return undefined;
  };

  before(async () => {
    testDatabase = await createTestDatabase();
    http = createHttpClient();
    server = createServer(listener);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    server.listen(0, "127.0.0.1", () => resolve(undefined));
    await promise;
    const { port } = server.address() as AddressInfo;
    base = `http://127.0.0.1:${String(port)}`;
  });
  after(async () => {
    http.close();
    server.close();
    await testDatabase.close();
  });
  beforeEach(() => {
    files.clear();
    asked.length = 0;
  });

  const at = (hour: number): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: { kind: "system", id: "system", may: () => false },
      now: new Date(Date.UTC(2026, 0, 1, hour)),
    });
  const released = ["127.0.0.1"];
  const set = async (path: string, mode: FeedMode = "whole") => {
    const setting = { url: `${base}${path}`, mode, everyHours: 24 };
    assert.ok((await setFeed(at(0), setting, released)).ok);
  };
  const take = (hour: number, releasedHosts = released) =>
    takeFeed(
      at(hour),
      { ars: "130765657050", signal: new AbortController().signal },
      { http, releasedHosts },
    );
  const isThere = async (id: string) =>
    (await findLeistungBySlug(at(0), `leistung-${id}`)) !== undefined;
  const detail = async () => (await readImportDesk(at(0)))?.feed?.detail;

  test("are asked for when they are due, and not sent again where nothing has changed", async () => {
    files.set("/a.xml", {
      body: message("1", "2"),
      headers: { etag: '"one"' },
    });
    await set("/a.xml");
    assert.equal(await take(0), "taken");
    assert.ok((await isThere("1")) && (await isThere("2")));
    assert.equal(await take(23), undefined);
    assert.equal(await take(24), "unchanged");
    assert.deepEqual(
      asked.map(({ etag }) => etag),
      [undefined, '"one"'],
    );
    files.set("/a.xml", { body: message("2"), headers: { etag: '"two"' } });
    assert.equal(await take(48), "taken");
    assert.equal(await isThere("1"), false);
  });

  test("change nothing when the answer is no whole file, and are asked for again within the hour", async () => {
    files.set("/b.xml", { body: message("5", "6") });
    await set("/b.xml");
    assert.equal(await take(0), "taken");
    const whole = message("7");
    const faults: readonly (readonly [Answer, string, string | undefined])[] = [
      [{ status: 500 }, "status", "500"],
      [{ body: whole, cutAt: 80 }, "network", "reset"],
      [
        { body: "<p>", headers: { "content-type": "text/html" } },
        "wrong-type",
        "text/html",
      ],
      [{ body: whole.slice(0, -12) }, "broken", "not-well-formed, line 1"],
      [{ body: message() }, "empty", undefined],
      [{ body: index() }, "empty", undefined],
      [
        {
          status: 302,
          headers: { location: "http://169.254.169.254/latest/" },
        },
        "redirected",
        "302",
      ],
    ];
    let hour = 24;
    for (const [answer, outcome, why] of faults) {
      files.set("/b.xml", answer);
      assert.equal(await take(hour), outcome);
      assert.equal(await detail(), why);
      assert.ok(await isThere("5"));
      hour += 1;
    }
    assert.deepEqual(
      new Set(asked.map(({ path }) => path)),
      new Set(["/b.xml"]),
    );
  });

  test("come from an index as one delivery: one file that is missing or broken stops all of it", async () => {
    files.set("/index.xml", {
      body: index("eins.xml", "zwei.xml", "eins.xml"),
    });
    files.set("/eins.xml", { body: message("11") });
    files.set("/zwei.xml", { body: message("12").slice(0, -12) });
    await set("/index.xml");
    assert.equal(await take(0), "broken");
    assert.equal(await detail(), "not-well-formed, zwei.xml, line 1");
    files.delete("/zwei.xml");
    assert.equal(await take(1), "status");
    assert.equal(await detail(), "404, zwei.xml");
    assert.equal(await isThere("11"), false);
    files.set("/zwei.xml", { body: message("12") });
    asked.length = 0;
    assert.equal(await take(2), "taken");
    assert.deepEqual(
      asked.map(({ path }) => path),
      ["/index.xml", "/eins.xml", "/zwei.xml"],
    );
    assert.ok((await isThere("11")) && (await isThere("12")));
  });

  test("may come from an index that is a text with a name in each line, as editing systems write it", async () => {
    const text = { "content-type": "text/plain" };
    files.set("/x/index.txt", {
      body: "\uFEFFvier.xml\r\nteil/fünf.xml\r\n\r\n",
      headers: text,
    });
    files.set("/x/vier.xml", { body: message("41") });
    files.set("/x/teil/f%C3%BCnf.xml", { body: message("42") });
    await set("/x/index.txt");
    assert.equal(await take(0), "taken");
    assert.ok((await isThere("41")) && (await isThere("42")));
    files.set("/x/index.txt", {
      body: "vier.xml\nlies mich zuerst\n",
      headers: text,
    });
    assert.equal(await take(24), "broken");
    assert.equal(await detail(), "index-line, line 2");
    files.set("/x/index.txt", { body: "\n", headers: text });
    assert.equal(await take(48), "empty");
    assert.ok(await isThere("42"), "an empty index deletes nothing");
  });

  test("an index that leads to another host is not followed", async () => {
    files.set("/index.xml", {
      body: index("http://169.254.169.254/geheim.xml"),
    });
    await set("/index.xml");
    assert.equal(await take(0), "broken");
    assert.equal(await detail(), "index-leads-elsewhere");
  });

  test("files with changes are taken in order and once; when one is missing, none is", async () => {
    for (const number of [1, 2, 3, 4, 6])
      files.set(`/d-${String(number)}.xml`, {
        body: message(`d${String(number)}`),
      });
    files.set("/delta.xml", { body: index("d-2.xml", "d-1.xml") });
    await set("/delta.xml", "delta");
    assert.equal(await take(0), "taken");
    assert.deepEqual(
      asked.map(({ path }) => path),
      ["/delta.xml", "/d-1.xml", "/d-2.xml"],
    );
    asked.length = 0;
    assert.equal(await take(24), "unchanged");
    files.set("/delta.xml", { body: index("d-6.xml", "d-4.xml", "d-3.xml") });
    assert.equal(await take(48), "gap");
    assert.equal(await detail(), "5");
    assert.equal(await isThere("d3"), false);
    files.set("/delta.xml", { body: index("d-4.xml", "d-2.xml", "d-3.xml") });
    asked.length = 0;
    assert.equal(await take(49), "taken");
    assert.deepEqual(
      asked.map(({ path }) => path),
      ["/delta.xml", "/d-3.xml", "/d-4.xml"],
    );
  });

  test("only hosts that the operator released are named, and called", async () => {
    const setting = { mode: "whole", everyHours: 24 } as const;
    for (const [url, fault] of [
      ["http://localhost:1/a.xml", "host-not-released"],
      ["http://127.0.0.2/a.xml", "host-not-released"],
      ["http://user:word@127.0.0.1/a.xml", "no-address"],
      ["file:///etc/passwd", "no-address"],
    ] as const)
      assert.deepEqual(await setFeed(at(0), { ...setting, url }, released), {
        ok: false,
        refusal: { kind: "not-valid", fault },
      });
    await set("/a.xml");
    assert.equal(await take(0, []), "host-not-released");
    assert.deepEqual(asked, []);
  });
});
