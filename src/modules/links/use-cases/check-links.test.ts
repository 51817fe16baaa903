import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createHttpClient,
  type HttpClient,
} from "../../../platform/http-client/http-client.ts";
import { createReach } from "../../../platform/http-client/reach.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { linkRoutes } from "../web/link-routes.ts";
import { checkLinks, type LinkPorts } from "./check-links.ts";
import { countBrokenLinks, readLinkReport } from "./read-link-report.ts";

const origin = "https://stadt.portal.example";
const [town, other] = [demoTenants.grabow, demoTenants.schwerin];

describe("links of a portal", () => {
  let testDatabase: TestDatabase;
  let http: HttpClient;
  let server: Server;
  let base: string;
  /** What the server answers, by path. */
  const answers = new Map<string, [number, Record<string, string>?]>();
  const asked: string[] = [];
  let agents: (string | undefined)[] = [];
  /** What the portal shows, by the title of the Leistung. */
  let shown = new Map<string, string[]>();
  const sent: string[] = [];

  const listener: RequestListener = (request, reply) => {
    const path = request.url ?? "";
    asked.push(`${request.method ?? ""} ${path}`);
    agents.push(request.headers["user-agent"]);
    const noHead = path.startsWith("/nohead") && request.method === "HEAD";
    const [status, headers] = noHead ? [405] : (answers.get(path) ?? [200]);
    reply.writeHead(status, headers).end();
  };
  before(async () => {
    testDatabase = await createTestDatabase();
    server = createServer(listener);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    server.listen(0, "127.0.0.1", () => resolve(undefined));
    await promise;
    const { port } = server.address() as AddressInfo;
    base = `http://127.0.0.1:${String(port)}`;
    http = createHttpClient({
      reach: createReach({ released: [], thisMachine: "allowed" }),
    });
  });
  after(async () => {
    http.close();
    server.close();
    await testDatabase.close();
  });
  beforeEach(() => {
    asked.length = 0;
    agents = [];
    sent.length = 0;
  });

  const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour));
  const system = (now: Date, tenantId: string = town): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: { kind: "system", id: "system", may: () => false },
      now,
    });
  const editor = (now: Date, tenantId: string = town): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: staffWith(newId(), "catalogue.edit"),
      now,
    });
  const ports = (): LinkPorts => ({
    isOn: true,
    http,
    pauseMs: 0,
    originOf: () => Promise.resolve(origin),
    async *listShownLinks() {
      await Promise.resolve();
      yield [...shown].flatMap(([title, urls]) =>
        urls.map((url) => ({
          url: url.startsWith("/x") ? base + url.slice(2) : url,
          place: { kind: "leistung" as const, id: title, title },
        })),
      );
    },
    hasPage: (_context, path) => Promise.resolve(path !== "/aemter/nirgends"),
    listEditorEmails: () => {
      sent.push("told");
      return Promise.resolve(["redaktion@grabow.example"]);
    },
  });
  const run = (now: Date, more: Partial<LinkPorts> = {}, tenantId = town) =>
    checkLinks(
      system(now, tenantId),
      { ...ports(), ...more },
      new AbortController().signal,
    );
  const broken = async (now: Date) => {
    const report = await readLinkReport(editor(now));
    return (report?.broken ?? []).map(
      ({ url, state, places }) =>
        `${url.replace(base, "")} ${state} ${places.map(({ title }) => title).join()}`,
    );
  };

  test("are looked at politely: HEAD, then GET where that says no, with a name, and not again for a week", async () => {
    shown = new Map([
      ["Pass", ["/x/gut", "/x/nohead", "/x/geschlossen", "mailto:a@b.example"]],
      ["Hund", ["/x/gut#teil", "/impressum"]],
    ]);
    answers.set("/geschlossen", [403]);
    await run(at(1));
    assert.deepEqual(asked.toSorted(), [
      "GET /geschlossen",
      "GET /nohead",
      "HEAD /geschlossen",
      "HEAD /gut",
      "HEAD /nohead",
    ]);
    assert.match(agents[0] ?? "", /link check \(\+https:\/\/stadt\.portal/);
    assert.deepEqual(await broken(at(1)), []);
    await run(at(1, 20));
    await run(at(7));
    assert.equal(asked.length, 5);
    await run(at(8, 10));
    assert.equal(asked.length, 10);
  });

  test("count as broken after two days, or at once where the page is missing, and are named with their places", async () => {
    shown = new Map([
      ["Pass", ["/x/kaputt", "/x/weg", "/aemter/nirgends"]],
      ["Hund", ["/x/weg"]],
    ]);
    answers.set("/kaputt", [500]).set("/weg", [410]);
    await run(at(10));
    const own = `${origin}/aemter/nirgends gone Pass`;
    assert.deepEqual((await broken(at(10))).toSorted(), [
      "/weg gone Hund,Pass",
      own,
    ]);
    assert.deepEqual(sent, ["told"]);
    await run(at(10, 20));
    await run(at(11, 10));
    assert.equal((await broken(at(11))).length, 3);
    assert.equal(await countBrokenLinks(editor(at(11))), 3);
    // One mail a week at most.
    assert.deepEqual(sent, ["told"]);
    await run(at(17, 10));
    assert.deepEqual(sent, ["told", "told"]);
    await run(at(25));
    assert.deepEqual(sent, ["told", "told"]);
  });

  test("that are mended or taken out of the text are forgotten", async () => {
    answers.set("/kaputt", [200]);
    shown = new Map([["Pass", ["/x/kaputt"]]]);
    await run(at(33));
    assert.deepEqual(await broken(at(33)), []);
    assert.equal(await countBrokenLinks(editor(at(33))), 0);
  });

  test("that lead elsewhere for good come with the new address, others do not", async () => {
    shown = new Map([["Pass", ["/x/alt", "/x/kurz", "/x/kreis"]]]);
    answers
      .set("/alt", [301, { location: "/neuer" }])
      .set("/neuer", [308, { location: "/neu" }])
      .set("/kurz", [302, { location: "/neu" }])
      .set("/kreis", [301, { location: "/kreis" }]);
    await run(at(40));
    const report = await readLinkReport(editor(at(40)));
    assert.deepEqual(
      report?.moved.map(({ url, movedTo }) => [url, movedTo]),
      [[`${base}/alt`, `${base}/neu`]],
    );
    assert.equal(report.counts.get("failing"), 1);
  });

  test("of a host that asks for patience are left alone as long as it wants", async () => {
    shown = new Map([["Pass", ["/x/a-viel", "/x/b-danach"]]]);
    answers.set("/a-viel", [429, { "retry-after": "7200" }]);
    await run(at(50));
    assert.deepEqual(asked, ["HEAD /a-viel"]);
    await run(at(50, 10));
    assert.equal(asked.length, 1);
    answers.set("/a-viel", [200]);
    await run(at(50, 12));
    assert.equal(asked.length, 3);
  });

  test("in a notice are named with it, and lead to where it is changed", async () => {
    const place = { kind: "notice" as const, id: newId(), title: "Bad zu" };
    answers.set("/bad", [404]);
    await run(at(55), {
      async *listShownLinks() {
        await Promise.resolve();
        yield [{ url: `${base}/bad`, place }];
      },
    });
    assert.deepEqual(await broken(at(55)), ["/bad gone Bad zu"]);
    const page = asPage(
      await visit(linkRoutes({ isOn: true }), "GET", {
        context: editor(at(55)),
        path: "/verwaltung/links",
      }),
    );
    assert.match(
      page.text,
      new RegExp(`href="/verwaltung/hinweise/${place.id}">Hinweis: Bad zu`),
    );
  });

  test("on the inside are not called and are no fault", async () => {
    shown = new Map([["Pass", ["http://10.1.2.3/intern", "/x/gut"]]]);
    await run(at(60));
    const report = await readLinkReport(editor(at(60)));
    assert.equal(report?.counts.get("skipped"), 1);
    assert.deepEqual(report.broken, []);
  });

  test("are asked for now by editors, not twice within ten minutes, and only in their own portal", async () => {
    shown = new Map([["Pass", ["/x/fehlt"]]]);
    answers.set("/fehlt", [404]);
    await run(at(70));
    const reach = (context: Context, method: "GET" | "POST", isOn = true) =>
      visit(linkRoutes({ isOn }), method, {
        context,
        path: "/verwaltung/links",
        fields: {},
      });
    const page = asPage(await reach(editor(at(70)), "GET")).text;
    assert.match(page, /Die Seite gibt es nicht \(404\)/);
    assert.match(page, /href="\/verwaltung\/leistungen\/Pass"/);
    const foreign = asPage(await reach(editor(at(70), other), "GET")).text;
    assert.doesNotMatch(foreign, /\/fehlt"/);
    assert.equal((await reach(editor(at(70)), "POST")).kind, "redirect");
    await run(at(70));
    assert.equal(asked.length, 2);
    answers.set("/fehlt", [200]);
    assert.equal((await reach(editor(at(70, 10)), "POST")).kind, "redirect");
    await run(at(70, 10));
    assert.deepEqual(await broken(at(70, 10)), []);
    const off = await reach(editor(at(70)), "POST", false);
    assert.equal(errorStatusOf(off), 404);
    const guest = testDatabase.contextFor({ tenantId: town });
    assert.equal(errorStatusOf(await reach(guest, "GET")), 403);
    assert.equal(errorStatusOf(await reach(guest, "POST")), 403);
  });

  test("are left alone where the operator wants that, and a run that is stopped goes on where it was", async () => {
    shown = new Map([["Pass", ["/x/eins", "/x/zwei"]]]);
    await run(at(80), { isOn: false });
    assert.deepEqual(asked, []);
    const stop = new AbortController();
    const stopped = checkLinks(
      system(at(80)),
      {
        ...ports(),
        http: {
          ...http,
          request: async (request) => {
            const outcome = await http.request(request);
            stop.abort();
            return outcome;
          },
        },
      },
      stop.signal,
    );
    await assert.rejects(stopped);
    await run(at(80));
    assert.equal(asked.length, 2);
  });

  test("are noted in parts, and a run that is stopped meanwhile ends with the part it is at", async () => {
    const stop = new AbortController();
    let part = 0;
    const stopped = checkLinks(
      system(at(90)),
      {
        ...ports(),
        async *listShownLinks() {
          for (; part < 3; part += 1) {
            await Promise.resolve();
            if (part === 1) stop.abort();
            yield [];
          }
        },
      },
      stop.signal,
    );
    await assert.rejects(stopped);
    assert.equal(part, 1);
    assert.deepEqual(asked, []);
  });
});
