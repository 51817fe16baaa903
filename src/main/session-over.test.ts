import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNoFaults } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import { routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const password = "Demo Leuchtturm 27";
const typed = 'Müßig & "Söhne"\nzweite Zeile';

void describe("what is sent when the session is over", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const schwerin = () => visitorOf(portal, "schwerin");
  const jana = async () => {
    const visitor = schwerin();
    await visitor.visit("/anmelden", {
      fields: { email: "jana@konto.example", password },
    });
    return visitor;
  };

  /** What the page says that keeps what was sent. */
  const assertKept = async (address: string, signIn: string) => {
    const answer = await schwerin().visit(address, { fields: { typed } });
    assert.equal(answer.status, 403, address);
    assert.deepEqual(faultsOfPage(answer), []);
    assert.ok(answer.text.includes("Ihre Anmeldung ist abgelaufen"));
    assert.ok(answer.text.includes(`action="${address}"`));
    assert.ok(answer.text.includes(`href="${signIn}"`));
    assert.match(
      answer.text,
      /value="Müßig &amp; &quot;Söhne&quot;\nzweite Zeile"/,
    );
  };

  void test("stays in a page that leads to signing in, on every page of accounts and staff", async () => {
    const signIns = new Map([
      ["account", "/anmelden"],
      ["staff", "/arbeitsplatz/anmelden"],
    ]);
    const asked = routesOf(portal).filter(
      ({ method, audience, scope, isRaw }) =>
        method === "POST" &&
        signIns.has(audience) &&
        scope !== "installation" &&
        !isRaw,
    );
    assert.ok(asked.length > 50);
    for (const { path, audience } of asked)
      await assertKept(
        path.replaceAll(/:\w+/g, "x"),
        signIns.get(audience) ?? "",
      );
    assertNoFaults(portal);
  });

  void test("names the files that have to be chosen once more", async () => {
    const { text } = await schwerin().visit("/postfach/abc/antwort", {
      ...multipartForm([
        { name: "text", content: typed },
        { name: "datei", content: "x", filename: "Plan.pdf" },
      ]),
    });
    assert.ok(text.includes("Plan.pdf") && text.includes("zweite Zeile"));
  });

  void test("is kept once more, and taken after somebody signed in", async () => {
    const visitor = schwerin();
    const fields = { familyName: "Abgelaufen", postcode: "19053" };
    const first = await visitor.visit("/konto/angaben", { fields });
    assert.equal(first.status, 403);
    assert.ok(first.text.includes("Ihre Anmeldung ist abgelaufen"));
    await visitor.visit("/anmelden", {
      fields: { email: "wilhelm@konto.example", password },
    });
    const second = await visitor.visit("/konto/angaben", { fields });
    assert.equal(second.status, 303);
    const { text } = await visitor.visit("/konto/angaben");
    assert.ok(text.includes("Abgelaufen"));
  });

  void test("keeps no password, nothing from another site, and no button alone", async () => {
    const secret = await schwerin().visit("/konto/sicherheit/passwort", {
      fields: { current: "geheim-4711", next: "geheim-4711" },
    });
    const foreign = await schwerin().visit("/konto/angaben", {
      fields: { typed: "von-fremd" },
      headers: {
        origin: "https://boese.example",
        "sec-fetch-site": "cross-site",
      },
    });
    const button = await schwerin().visit("/konto/sicherheit/sitzungen", {
      fields: {},
    });
    for (const { status, text } of [secret, foreign, button]) {
      assert.equal(status, 403);
      assert.ok(!text.includes("geheim-4711") && !text.includes("von-fremd"));
    }
    assert.ok(foreign.text.includes("Hier dürfen Sie nicht hinein"));
    for (const answer of [secret, button]) {
      assert.deepEqual(faultsOfPage(answer), []);
      assert.ok(answer.text.includes("Ihre Anmeldung ist abgelaufen"));
      assert.match(
        answer.text,
        /href="\/anmelden\?zurueck=%2Fkonto%2Fsicherheit%2F/,
      );
    }
  });

  void test("an address that only takes a form leads to the page above it, in the language asked for", async () => {
    const visitor = await jana();
    for (const [path, above] of [
      ["/konto/sicherheit/passwort", "/konto/sicherheit"],
      ["/konto/benachrichtigungen/nummer", "/konto/benachrichtigungen"],
      ["/konto/sicherheit/sitzungen/x", "/konto/sicherheit"],
      ["/postfach/abc/antwort", "/postfach/abc"],
      ["/status/abc/nachrichten/antwort", "/status/abc/nachrichten"],
      [
        "/leistungen/hundesteuer/antrag/senden",
        "/leistungen/hundesteuer/antrag/pruefen",
      ],
    ] as const) {
      const answer = await visitor.visit(path);
      assert.equal(answer.status, 303, path);
      assert.equal(answer.headers.location, above);
    }
    const editor = await signedIn(portal, "schwerin", "redaktion");
    for (const [path, above] of [
      ["/arbeitsplatz/stapel/vorschau", "/arbeitsplatz"],
      ["/verwaltung/aemter/geschlossen", "/verwaltung/aemter"],
    ])
      assert.equal(
        (await editor.visit(path ?? "")).headers.location,
        above,
        path,
      );
    const english = await visitor.visit(
      "/konto/sicherheit/passwort?sprache=en",
    );
    const page = await visitor.follow(english);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes('lang="en"'));
  });

  void test("a receipt's number that is longer than an address may be is unknown, as any other", async () => {
    for (const nummer of ["7K4M-29CF-X3T", "x".repeat(4000)]) {
      const visitor = schwerin();
      const answer = await visitor.follow(
        await visitor.visit(`/quittung?nummer=${nummer}`),
      );
      assert.equal(answer.status, 404);
      assert.ok(answer.text.includes("Diese Nummer kennen wir nicht"));
      assert.ok(answer.text.includes(`value="${nummer}"`));
    }
  });

  void test("leads to no other host and to nothing that is not there", async () => {
    for (const path of [
      "//boese.example/konto/sicherheit/passwort",
      "/postfach/\\boese.example/antwort",
      "/leistungen/%5C%5Cboese.example/antrag/senden",
    ]) {
      const { status, headers } = await schwerin().visit(path);
      assert.ok(status === 404 || status === 400 || status === 303, path);
      assert.match(headers.location ?? "/", /^\/(?![/\\])/);
    }
    assertNoFaults(portal);
  });
});
