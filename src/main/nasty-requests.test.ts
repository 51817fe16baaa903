import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { runs, share } from "../platform/testing/thorough.ts";
import type { Route } from "../shell/web/route.ts";
import { antrag, apply, fillIn } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import {
  fieldNames,
  nastySegments,
  nastyTexts,
  queryNames,
} from "./testing/nasty.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

/** Of the processor, whatever else the machine does: portal and visitor are this process. */
const slowestMs = 3_000;

void describe("nasty requests", () => {
  let portal: TestPortal;
  /** An applicant and a caseworker in one, the operator, and a citizen: whatever can be reached is reached. */
  let visitors: readonly Visitor[];
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    const caseworker = await signedIn(portal, "schwerin");
    await fillIn(caseworker, "hundesteuer");
    const nora = { subject: "nora" };
    visitors = [
      caseworker,
      await signedIn(portal, ""),
      await signedInCitizen(portal, "schwerin", nora),
    ];
  });
  after(() => portal.close());

  let client = 0;
  type Sent = {
    readonly visitor: Visitor;
    readonly method: Route["method"];
    readonly path: string;
    readonly body?: string;
  };

  /** Sends it with the cookies of the beginning and checks what must hold for every answer. */
  const check = async ({
    visitor,
    method,
    path,
    body,
  }: Sent): Promise<Answer> => {
    client += 1;
    const cookie = [...visitor.cookies]
      .map((pair) => pair.join("="))
      .join("; ");
    const started = process.cpuUsage();
    const answer = await visitorWithout(visitor).visit(path, {
      method,
      headers: {
        cookie,
        "sec-fetch-site": "same-origin",
        "x-forwarded-for": `10.0.${String(client >> 8)}.${String(client & 255)}`,
        ...(body === undefined
          ? {}
          : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(body === undefined ? {} : { body }),
    });
    assertHarmless(
      answer,
      `${method} ${path.slice(0, 200)} ${body?.slice(0, 200) ?? ""}`,
    );
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1000 < slowestMs, `slow: ${path}`);
    return answer;
  };

  /** The same portal, but what is set on the way is forgotten: signing out must not end the test. */
  const visitorWithout = (visitor: Visitor) =>
    visitorOf(portal, visitor === visitors[1] ? "" : "schwerin");

  /** Routes that the visitor comes in on, and that do not end the test. */
  const harmlessRoutes = (visitor: Visitor | undefined) =>
    routesOf(portal).filter(({ path, audience, scope = "authority" }) => {
      if (/abmelden|loeschen|sitzungen/.test(path)) return false;
      if (scope === "installation") return visitor === visitors[1];
      return visitor === visitors[audience === "account" ? 2 : 0];
    });

  void test("in every part of every address", async (t) => {
    let requests = 0;
    for (const visitor of visitors) {
      for (const [turn, { method, path }] of harmlessRoutes(
        visitor,
      ).entries()) {
        const parameters = path
          .split("/")
          .filter((segment) => segment.startsWith(":"));
        const segments = parameters.length > 0 ? nastySegments : [];
        for (const segment of share(segments, { turn, of: 6 })) {
          const address = path
            .split("/")
            .map((part) =>
              part === parameters.at(-1)
                ? segment
                : part.startsWith(":")
                  ? plain(part)
                  : part,
            )
            .join("/");
          requests += 1;
          await check({ visitor, method, path: address });
        }
      }
    }
    t.diagnostic(`${String(requests)} requests`);
  });

  void test("in every query and field", async (t) => {
    let requests = 0;
    for (const visitor of visitors) {
      for (const [turn, { method, path }] of harmlessRoutes(
        visitor,
      ).entries()) {
        const address = path.replaceAll(/:\w+/g, plain);
        // Pages of an account ask for passwords, which takes the processor long on purpose.
        const of = visitor === visitors[2] ? 12 : 4;
        const texts = share(nastyTexts, { turn, of });
        for (const [index, text] of texts.entries()) {
          const names = method === "POST" ? fieldNames : queryNames;
          // All names at once, and one of them twice.
          const pairs = new URLSearchParams(
            [...names, names[index % names.length] ?? ""]
              .filter((name) => name !== "sprache")
              .map((name): [string, string] => [name, text]),
          );
          requests += 1;
          await check(
            method === "POST"
              ? { visitor, method, path: address, body: pairs.toString() }
              : { visitor, method, path: `${address}?${shortened(pairs)}` },
          );
        }
      }
    }
    t.diagnostic(`${String(requests)} requests`);
  });

  void test("drawn at random", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(...nastyTexts),
    );
    const pairs = (names: readonly string[]) =>
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), {
        maxLength: 6,
      });
    const request = fc.record({
      route: fc.constantFrom(
        ...visitors.flatMap((visitor) =>
          harmlessRoutes(visitor).map((route) => ({ visitor, route })),
        ),
      ),
      segment: text.filter(
        (value) => value !== "" && value !== "." && value !== "..",
      ),
      query: pairs(queryNames),
      fields: pairs(fieldNames),
    });
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ route: { visitor, route }, segment, query, fields }) => {
          const path = route.path.replaceAll(/:\w+/g, (name) =>
            name === ":name"
              ? "hundesteuer"
              : encodeURIComponent(segment.toWellFormed()),
          );
          const wellFormed = (list: readonly (readonly [string, string])[]) =>
            new URLSearchParams(
              list.map(([name, value]): [string, string] => [name, value]),
            );
          await check({
            visitor,
            method: route.method,
            path: `${path.slice(0, 3_000)}?${shortened(wellFormed(query))}`,
            ...(route.method === "POST"
              ? { body: wellFormed(fields).toString() }
              : {}),
          });
        },
      ),
      { numRuns: runs(300) },
    );
  });

  void test("as a field of one megabyte, a field too many and a query without end", async () => {
    const [visitor] = visitors;
    assert.ok(visitor);
    const path = antrag("hundesteuer", "/schritt/1");
    const large = await check({
      visitor,
      method: "POST",
      path,
      body: `antragsteller.0.vorname.0=${"x".repeat(1_000_000)}`,
    });
    assert.equal(large.status, 422);
    const larger = await check({
      visitor,
      method: "POST",
      path,
      body: `a=${"x".repeat(1_100_000)}`,
    });
    assert.equal(larger.status, 413);
    const many = Array.from(
      { length: 60_000 },
      (_, index) => `hund.${String(index)}.rufname.0=x`,
    ).join("&");
    const filled = await check({
      visitor,
      method: "POST",
      path: antrag("hundesteuer", "/schritt/2"),
      body: many.slice(0, 1_000_000),
    });
    assert.equal(filled.status, 422);
    await check({
      visitor,
      method: "GET",
      path: antrag("hundesteuer", "/schritt/2"),
    });
    await check({
      visitor,
      method: "GET",
      path: antrag("hundesteuer", "/pruefen"),
    });
    const query = await check({
      visitor,
      method: "GET",
      path: `/leistungen?q=${"x".repeat(14_000)}`,
    });
    assert.equal(query.status, 200);
  });

  void test("as text that stays: it is shown escaped, and a receipt can be made of it", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, "hundesteuer");
    for (const text of nastyTexts) {
      const path = antrag("hundesteuer", "/schritt/2");
      const saved = await visitor.visit(path, {
        fields: { "hund.0.rufname.0": text, "hund.0.rasse.0": text },
      });
      assertHarmless(saved, text);
      for (const page of [path, antrag("hundesteuer", "/pruefen")])
        assertHarmless(await visitor.visit(page), text);
    }
    const odd = visitorOf(portal, "schwerin");
    await apply(odd, "hundesteuer", {
      "hund.0.rufname.0": "M̂ḥ Łódź İı ẞ Ḳ",
      "hund.0.rasse.0": "<b>'\"&amp;",
    });
    const receipt = await odd.visit(antrag("hundesteuer", "/quittung.pdf"));
    assert.equal(receipt.status, 200);
    assert.equal(receipt.body.subarray(0, 5).toString(), "%PDF-");
  });

  void test("as broken multipart", async () => {
    const [visitor] = visitors;
    const path = antrag("hundesteuer", "/schritt/2");
    const good = multipartForm([{ name: "hund.0.rufname.0", content: "x" }]);
    const text = String(good.body);
    const bodies = [
      "",
      "\r\n",
      text.slice(0, 40),
      text.slice(0, -20),
      text.replaceAll("\r\n", "\n"),
      `${text}trailing`,
      text.replace("form-data", "attachment"),
      text.replace('name="', 'name="\0'),
      "--".repeat(50_000),
    ];
    const types = [
      "multipart/form-data",
      "multipart/form-data; boundary=",
      'multipart/form-data; boundary="',
      `multipart/form-data; boundary=${"x".repeat(500)}`,
      "multipart/mixed; boundary=x",
      "multipart/form-data; boundary=a; boundary=b",
    ];
    const cases = [
      ...bodies.map((body) => ({ ...good, body })),
      ...types.map((type) => ({
        ...good,
        headers: { ...good.headers, "content-type": type },
      })),
    ];
    for (const broken of cases) {
      const answer = await visitor?.visit(path, broken);
      assert.ok(answer);
      assertHarmless(answer, JSON.stringify(broken).slice(0, 300));
    }
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});

/** Values of parameters that exist. */
function plain(parameter: string): string {
  return { ":name": "hundesteuer", ":schritt": "1" }[parameter] ?? "x";
}

/** Node takes 16 KiB of head. */
function shortened(pairs: URLSearchParams): string {
  return pairs.toString().slice(0, 8_000).replace(/%.?$/, "");
}

/** The answer to HEAD has the headers of a page and nothing else. */
function assertHarmless(answer: Answer, what: string): void {
  assert.ok(
    answer.status < 500,
    `${String(answer.status)} for ${JSON.stringify(what)}`,
  );
  const { location } = answer.headers;
  if (location !== undefined)
    assert.match(location, /^\/(?![/\\])[^\\\r\n]*$/, what);
  const cookies = (answer.headers["set-cookie"] ?? []).join();
  assert.doesNotMatch(cookies, /boese/, what);
  const isPage =
    answer.headers["content-type"]?.startsWith("text/html") === true;
  // Nor does a page lead where a request says, by a link or a form.
  assert.doesNotMatch(
    answer.text.replaceAll(/http:\/\/[a-z.-]*localhost:\d+/g, ""),
    /(?:href|action|content)="(?:[a-z]+:|[/\\]{2})[^"]*boese/,
    what,
  );
  if (isPage && !what.startsWith("HEAD "))
    assert.deepEqual(
      faultsOfPage(answer).filter((fault) => !fault.startsWith("no raw")),
      [],
      what,
    );
}
