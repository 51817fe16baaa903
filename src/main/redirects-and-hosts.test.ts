import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { signedInPerson } from "../modules/accounts/testing/signed-in-account.ts";
import { hashPassword } from "../platform/crypto/password-hash.ts";
import { installationTenantId } from "./services.ts";
import { antrag } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import {
  signInWithState,
  startStateAccount,
} from "./testing/identity-provider.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer } from "./testing/visitor.ts";
import { collectModules } from "./modules.ts";
import { openWeb } from "./web.ts";

const login = {
  login: "kevin@schwerin.example",
  password: "Demo Leuchtturm 27",
};
const citizen = { email: "jana@konto.example", password: login.password };

const elsewhere: readonly string[] = [
  "https://boese.example",
  "//boese.example",
  "///boese.example",
  "/\\boese.example",
  "\\\\boese.example",
  "/\t/boese.example",
  "/arbeitsplatz@boese.example",
  "/arbeitsplatz/../../boese",
  "/arbeitsplatz/..//boese.example",
  "/arbeitsplatz\r\nSet-Cookie: boese=1",
  "javascript:alert(1)",
  "data:text/html,x",
  "/arbeitsplatz?x=//boese.example",
  "/arbeitsplatz#//boese.example",
  "%2f%2fboese.example",
  "/arbeitsplatz/anmelden",
  "http:/boese.example",
  "/.boese.example",
  " //boese.example",
  "/ /boese.example",
];

void describe("redirects and hosts", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const assertStaysHere = ({ status, headers }: Answer, what: string) => {
    assert.ok(status < 500, what);
    const { location } = headers;
    if (location !== undefined) {
      const { host } = new URL(location, portal.baseUrl("schwerin"));
      assert.equal(
        host,
        new URL(portal.baseUrl("schwerin")).host,
        `${what} led to ${location}`,
      );
      assert.match(location, /^\/(?![/\\])[^\\\r\n\t]*$/, what);
    }
    assert.doesNotMatch((headers["set-cookie"] ?? []).join(), /boese/);
  };

  void test("signing in leads to an own page, whatever was asked for", async () => {
    for (const wanted of elsewhere) {
      const visitor = visitorOf(portal, "schwerin");
      const query = new URLSearchParams({ zurueck: wanted }).toString();
      assertStaysHere(
        await visitor.visit(`/arbeitsplatz/anmelden?${query}`),
        wanted,
      );
      const signedIn = await visitor.visit("/arbeitsplatz/anmelden", {
        fields: { ...login, zurueck: wanted },
      });
      assert.equal(signedIn.status, 303);
      assertStaysHere(signedIn, wanted);
      assert.match(signedIn.headers.location ?? "", /^\/arbeitsplatz(?:$|\?)/);
      assertStaysHere(
        await visitor.visit(`/arbeitsplatz/anmelden?${query}`),
        wanted,
      );
    }
  });

  void test("signing in at the state's account leads to an own page, whatever was asked for", async () => {
    const op = await startStateAccount(portal);
    try {
      for (const wanted of elsewhere) {
        const visitor = visitorOf(portal, "schwerin");
        const query = `?${new URLSearchParams({ zurueck: wanted, niveau: wanted }).toString()}`;
        assertStaysHere(await visitor.visit(`/anmelden${query}`), wanted);
        const signedIn = await signInWithState(portal, visitor, {
          login: "erika",
          acr: "loa-2",
          query,
        });
        assert.equal(signedIn.status, 303);
        assertStaysHere(signedIn, wanted);
        const step = new URLSearchParams({ weiter: wanted }).toString();
        assert.match(
          (await visitor.visit(`/konto/sicherheit/adresse?${step}`)).text,
          /name="weiter" value="\/konto"/,
        );
        // Signed in already, the page leads on by itself.
        assertStaysHere(await visitor.visit(`/anmelden${query}`), wanted);
        const left = await visitor.visit("/abmelden", {
          fields: { zurueck: wanted },
        });
        assertStaysHere(left, wanted);
        const offer = left.headers.location ?? "";
        const out = await visitor.visit(`${offer}/weiter${query}`);
        assert.equal(new URL(out.headers.location ?? "").origin, op.issuer);
      }
    } finally {
      await op.stop();
    }
  });

  void test("signing in by password, and going to another portal, leads to an own page", async () => {
    const guest = portal.services.contextFor({
      tenantId: await installationTenantId(portal.services),
      actor: { kind: "guest", id: "guest", may: () => false },
    });
    const email = "nora@x.example";
    const password = "sieben Kraniche am Ufer";
    await signedInPerson(guest, {
      portalTenantId: guest.tenantId,
      email,
      passwordHash: await hashPassword(password),
    });
    for (const [index, wanted] of elsewhere.entries()) {
      const visitor = visitorOf(portal, "schwerin");
      const signedIn = await visitor.visit("/anmelden", {
        fields: { email, password, zurueck: wanted },
      });
      assert.equal(signedIn.status, 303, wanted);
      assertStaysHere(signedIn, wanted);
      if (index % 3 > 0) continue;
      const passage = await visitor.visit("/konto/portal", {
        fields: { portal: "lup", zurueck: wanted },
      });
      const address =
        /href="(http:\/\/lup\.localhost[^"]+)"/.exec(passage.text)?.[1] ??
        assert.fail(wanted);
      const there = await visitorOf(portal, "lup").visit(
        new URL(address).pathname,
        { fields: { zurueck: wanted } },
      );
      assert.equal(there.status, 303, wanted);
      assertStaysHere(there, wanted);
    }
  });

  void test("signing in gives a session of its own: one that was planted is worth nothing (session fixation)", async () => {
    const planted = "A".repeat(43);
    const victim = visitorOf(portal, "schwerin");
    victim.cookies.set("arbeitsplatz", planted);
    await victim.visit("/arbeitsplatz/anmelden", { fields: login });
    const first = victim.cookies.get("arbeitsplatz");
    assert.notEqual(first, planted);
    assert.equal((await victim.visit("/arbeitsplatz")).status, 200);
    const thief = visitorOf(portal, "schwerin");
    thief.cookies.set("arbeitsplatz", planted);
    assert.equal((await thief.visit("/arbeitsplatz")).status, 303);
    // Who signs in again leaves no session behind that somebody may know.
    await victim.visit("/arbeitsplatz/anmelden", { fields: login });
    thief.cookies.set("arbeitsplatz", first ?? "");
    assert.notEqual(victim.cookies.get("arbeitsplatz"), first);
  });

  void test("answers of providers lead nowhere that they name", async () => {
    const bare = visitorOf(portal, "");
    for (const wanted of elsewhere) {
      const query = new URLSearchParams({
        state: wanted,
        code: wanted,
        iss: wanted,
        error: wanted,
        RelayState: wanted,
        zurueck: wanted,
        post_logout_redirect_uri: wanted,
      }).toString();
      for (const path of [
        "/anmelden/rueckkehr/oidc/land",
        "/anmelden/rueckkehr/saml/land",
        "/abmelden/rueckkehr/land",
        `/abmelden/rueckkehr/${encodeURIComponent(wanted)}`,
        `/anmelden/abschluss/${encodeURIComponent(wanted)}`,
      ]) {
        const { status, headers } = await bare.visit(`${path}?${query}`);
        assert.ok(status === 404 || status === 400 || status === 303, path);
        assert.ok(
          ["/", undefined].includes(headers.location),
          `${path}: ${String(headers.location)}`,
        );
      }
    }
  });

  void test("choosing the language stays on the page", async () => {
    for (const path of [
      "//boese.example",
      "/%2f%2fboese.example",
      "/\\boese.example",
      "/%5cboese.example",
      "//boese.example/%2e%2e",
      "/leistungen//boese.example",
      "/%0d%0aSet-Cookie:boese=1",
      "/.//boese.example",
    ])
      for (const query of [
        "?sprache=en",
        "?sprache=//boese.example",
        "?sprache=en&sprache=//boese.example",
        "?sprache=en&x=%0d%0aboese",
      ])
        assertStaysHere(
          await visitorOf(portal, "schwerin").visit(path + query),
          path + query,
        );
    const kept = await visitorOf(portal, "schwerin").visit(
      "/leistungen?q=hund&sprache=en",
    );
    assert.equal(kept.headers.location, "/leistungen?q=hund");
  });

  void test("a number to check leads to its page only", async () => {
    for (const number of elsewhere)
      assertStaysHere(
        await visitorOf(portal, "schwerin").visit(
          `/quittung?${new URLSearchParams({ nummer: number }).toString()}`,
        ),
        number,
      );
  });

  void test("a host that is none of the portals gets nothing, and no header brings a host into a page", async () => {
    const port = String(portal.port);
    const strange = [
      "boese.example",
      `schwerin.localhost.boese.example:${port}`,
      `boese.schwerin.localhost:${port}`,
      "schwerin.localhost@boese.example",
      `xn--.localhost:${port}`,
      "localhost.",
      "[::1]",
      "127.0.0.1",
      "schwerin.localhost:x",
      "a".repeat(300),
      "schwerin_.localhost",
      "..localhost",
    ];
    for (const host of strange) {
      for (const path of ["/", "/leistungen", "/status/x", "/gibt-es-nicht"]) {
        const answer = await visitorOf(portal, "schwerin").visit(path, {
          headers: { host },
        });
        assert.ok(
          [400, 404].includes(answer.status),
          `${host}${path} ${String(answer.status)}`,
        );
        assert.doesNotMatch(answer.text, /Schwerin|boese/, host);
      }
    }
    const usual = await visitorOf(portal, "schwerin").visit("/leistungen?a=1");
    const headers = {
      "x-forwarded-host": "boese.example",
      "x-forwarded-proto": "gopher",
      forwarded: "host=boese.example",
      "x-original-url": "/betrieb",
      "x-rewrite-url": "/betrieb",
      "x-http-method-override": "DELETE",
    };
    const tricked = await visitorOf(portal, "schwerin").visit(
      "/leistungen?a=2",
      { headers },
    );
    assert.equal(tricked.text.replaceAll("a=2", "a=1"), usual.text);
  });

  void test("the name of a host is the same in capitals and with another port", async () => {
    for (const host of [
      "SCHWERIN.LOCALHOST",
      "Schwerin.localhost:1",
      "schwerin.localhost:80",
    ]) {
      const answer = await visitorOf(portal, "lup").visit("/", {
        headers: { host },
      });
      assert.match(answer.text, /Landeshauptstadt Schwerin/);
      assert.doesNotMatch(answer.text, /localhost:1\b|LOCALHOST/);
    }
  });

  void test("broken requests end with 400 and never bring a page of another host", async () => {
    const { host } = new URL(portal.baseUrl("schwerin"));
    const lines = [
      `GET http://boese.example/ HTTP/1.1\r\nHost: ${host}`,
      `GET http://boese.example/leistungen?sprache=en HTTP/1.1\r\nHost: ${host}`,
      "GET / HTTP/1.1",
      `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: boese.example`,
      `GET ?x HTTP/1.1\r\nHost: ${host}`,
      `GET /\u0000 HTTP/1.1\r\nHost: ${host}`,
      `BOESE / HTTP/1.1\r\nHost: ${host}`,
      `OPTIONS * HTTP/1.1\r\nHost: ${host}`,
      `TRACE / HTTP/1.1\r\nHost: ${host}`,
      `DELETE /leistungen HTTP/1.1\r\nHost: ${host}`,
      `POST /darstellung HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked`,
      `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${"a=b;".repeat(8_000)}`,
      `GET / HTTP/9.9\r\nHost: ${host}`,
      "\u0016\u0003\u0001\u0002",
    ];
    for (const head of lines) {
      const text = await sendRaw(`${head}\r\nConnection: close\r\n\r\n`);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? "400");
      assert.ok(status < 500, `${head.slice(0, 80)}: ${text.slice(0, 200)}`);
      assert.doesNotMatch(text, /boese/, head.slice(0, 80));
    }
  });

  const sendRaw = async (request: string): Promise<string> => {
    const socket = connect(portal.port, "localhost");
    socket.on("error", () => undefined);
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.write(request, "latin1");
    await once(socket, "close");
    return Buffer.concat(chunks).toString("utf8");
  };

  void test("under https cookies are bound to the host and never sent in the clear", async () => {
    const { services } = portal;
    const settings = { ...services.settings, publicScheme: "https" } as const;
    const web = await openWeb({
      services: { ...services, settings },
      modules: collectModules(services),
    });
    await web.listen({ port: 0, host: "localhost" });
    try {
      const address = web.server.address();
      assert.ok(typeof address === "object" && address);
      const visitor = visitorOf({ ...portal, port: address.port }, "schwerin");
      const answers = [
        await visitor.visit("/arbeitsplatz/anmelden", { fields: login }),
        await visitor.visit("/?sprache=en"),
        await visitor.visit(antrag("hundesteuer"), { fields: {} }),
        await visitor.visit("/anmelden", { fields: citizen }),
      ];
      const lines = answers.flatMap(
        ({ headers }) => headers["set-cookie"] ?? [],
      );
      for (const line of lines)
        assert.match(line, /; HttpOnly; SameSite=Lax; Secure$/);
      assert.deepEqual(
        lines.flatMap(
          (line) => /^__Host-[\w-]+(?==[\w.-]+; Path=\/;)/.exec(line) ?? [],
        ),
        [
          "__Host-arbeitsplatz",
          "__Host-arbeitsplatz-geraet",
          "__Host-sprache",
          "__Host-antrag-hundesteuer",
          "__Host-konto",
          "__Host-konto-geraet",
        ],
      );
      for (const { headers } of answers)
        assert.match(
          headers["strict-transport-security"] ?? "",
          /max-age=63072000/,
        );
      // Whoever comes as a program in the open is told so, and not led on.
      for (const [scheme, status] of [
        ["http", 403],
        ["https", 401],
      ] as const) {
        const answer = await visitor.visit("/api/v1/submissions", {
          headers: { "x-forwarded-proto": scheme },
        });
        assert.equal(answer.status, status, scheme);
      }
      for (const [cookie, path] of [
        ["arbeitsplatz", "/arbeitsplatz"],
        ["konto", "/konto"],
      ] as const) {
        assert.equal((await visitor.visit(path)).status, 200);
        // A page of a sibling portal could plant a cookie without the prefix.
        const planted = visitorOf(
          { ...portal, port: address.port },
          "schwerin",
        );
        const token = visitor.cookies.get(`__Host-${cookie}`) ?? "";
        planted.cookies.set(cookie, token);
        assert.equal((await planted.visit(path)).status, 303);
      }
    } finally {
      await web.close();
    }
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
