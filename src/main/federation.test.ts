import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { after, before, describe, test } from "node:test";
import type { RunningProvider } from "../platform/openid-connect/testing/openid-provider.ts";
import {
  answerFor,
  setUpProvider,
  signInWithState,
  startStateAccount,
} from "./testing/identity-provider.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const erika = { login: "erika", acr: "loa-2" };
const max = { login: "max", acr: "loa-2" };

void describe("signing in at the state's account", () => {
  let portal: TestPortal;
  let op: RunningProvider;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    op = await startStateAccount(portal);
  });
  after(async () => {
    await op.stop();
    await portal.close();
  });

  const grabow = () => visitorOf(portal, "grabow");
  const nameOf = async (visitor: Visitor) =>
    /Angemeldet als ([^<\n]+)/
      .exec((await visitor.visit("/konto")).text)?.[1]
      ?.trim();

  void test("the button stands on every portal and leads to the account", async () => {
    const visitor = grabow();
    const page = await visitor.visit("/anmelden");
    assert.match(page.text, /Weiter mit Servicekonto MV/);
    assert.deepEqual(faultsOfPage(page), []);
    const answer = await signInWithState(portal, visitor, erika);
    assert.equal(answer.status, 303, answer.text);
    // Who is new here is asked for an address on the way.
    const step = await visitor.follow(answer);
    assert.match(step.text, /href="\/konto"/);
    assert.deepEqual(faultsOfPage(step), []);
    assert.equal(await nameOf(visitor), "Erika Mustermann");
    assert.match((await visitor.visit("/konto")).text, /substanziell/);
  });

  void test("the same person has the same account on another portal, and sessions count on one portal only", async () => {
    const [one, other] = [grabow(), visitorOf(portal, "lup")];
    await signInWithState(portal, one, erika);
    await signInWithState(portal, other, erika);
    assert.equal(await nameOf(other), "Erika Mustermann");
    other.cookies.set("konto", one.cookies.get("konto") ?? "");
    assert.equal((await other.visit("/konto")).status, 303);
  });

  void test("leads back to the page it was begun on", async () => {
    const answer = await signInWithState(portal, grabow(), {
      ...erika,
      query: "?zurueck=%2Fleistungen%2Fhundesteuer",
    });
    assert.equal(answer.headers.location, "/leistungen/hundesteuer");
  });

  void test("whoever goes back is signed out as before, and told what to do", async () => {
    const visitor = grabow();
    const answer = await signInWithState(portal, visitor, {
      ...erika,
      answer: "no",
      query: "?zurueck=%2Fleistungen",
    });
    assert.equal(answer.status, 200);
    assert.match(answer.text, /abgebrochen/);
    assert.match(answer.text, /href="\/leistungen"/);
    assert.deepEqual(faultsOfPage(answer), []);
    assert.equal((await visitor.visit("/konto")).status, 303);
  });

  void test("a level that was not reached signs in nobody", async () => {
    const visitor = grabow();
    // The provider demands the level itself; this answer is for an attempt that asked for none, its level is checked again here.
    const low = await signInWithState(portal, visitor, {
      login: "erika",
      acr: "loa-9",
    });
    assert.equal(low.status, 403);
    assert.match(low.text, /nicht sicher genug/);
    assert.equal((await visitor.visit("/konto")).status, 303);
  });

  void test("nobody is signed in with an answer that another browser asked for (login CSRF)", async () => {
    const [mallory, victim] = [grabow(), grabow()];
    const into = await answerFor(portal, mallory, max);
    const tricked = await victim.visit(into.pathname);
    assert.equal(tricked.status, 404);
    assert.match(tricked.text, /im selben Browser/);
    assert.equal(victim.cookies.has("konto"), false);
    // Nor with a sign-in of one's own under way.
    await victim.visit("/anmelden/mit/land");
    assert.equal((await victim.visit(into.pathname)).status, 404);
    // Nor on another portal.
    const elsewhere = visitorOf(portal, "schwerin");
    elsewhere.cookies.set("anmeldung", mallory.cookies.get("anmeldung") ?? "");
    assert.equal((await elsewhere.visit(into.pathname)).status, 404);
    assert.equal((await mallory.visit(into.pathname)).status, 303);
  });

  void test("an answer and its token count once", async () => {
    const visitor = grabow();
    const begun = await visitor.visit("/anmelden/mit/land");
    const state =
      new URL(begun.headers.location ?? "").searchParams.get("state") ?? "";
    const into = await answerFor(portal, visitor, erika);
    assert.equal((await visitor.visit(into.pathname)).status, 303);
    assert.equal((await visitor.visit(into.pathname)).status, 404);
    // The first attempt was never answered; a made-up answer ends it and signs in nobody.
    const bare = visitorOf(portal, "");
    const path = `/anmelden/rueckkehr/oidc/land?code=x&state=${state}`;
    const first = await bare.visit(path);
    assert.equal(first.status, 303);
    const refused = await visitor.visit(
      new URL(first.headers.location ?? "").pathname,
    );
    assert.equal(refused.status, 400);
    assert.match(refused.text, /niemanden angemeldet/);
    assert.equal((await bare.visit(path)).status, 404);
  });

  void test("each sign-in has a new token; one that was planted is worth nothing (session fixation)", async () => {
    const visitor = grabow();
    const planted = "A".repeat(43);
    visitor.cookies.set("konto", planted);
    await signInWithState(portal, visitor, erika);
    const first = visitor.cookies.get("konto");
    assert.notEqual(first, planted);
    const stepped = await signInWithState(portal, visitor, {
      login: "erika",
      acr: "loa-3",
      query: "?niveau=high",
    });
    assert.equal(stepped.status, 303, stepped.text);
    const second = visitor.cookies.get("konto");
    assert.notEqual(second, first);
    assert.match((await visitor.visit("/konto")).text, /„hoch“/);
    const thief = grabow();
    thief.cookies.set("konto", first ?? "");
    assert.equal((await thief.visit("/konto")).status, 303);
  });

  void test("a proof that belongs to another account never changes who is signed in without asking", async () => {
    await signInWithState(portal, grabow(), max);
    const visitor = grabow();
    await signInWithState(portal, visitor, erika);
    const into = await answerFor(portal, visitor, max);
    const asked = await visitor.visit(into.pathname);
    assert.equal(asked.status, 409);
    assert.match(asked.text, /gehört zu einem anderen Konto/);
    assert.deepEqual(faultsOfPage(asked), []);
    assert.equal(await nameOf(visitor), "Erika Mustermann");
    const linked = await visitor.visit(into.pathname, {
      fields: { wahl: "verknuepfen" },
    });
    assert.equal(linked.status, 409);
    const chosen = await visitor.visit(into.pathname, {
      fields: { wahl: "getrennt" },
    });
    assert.equal(chosen.status, 303);
    assert.equal(await nameOf(visitor), "Max Beispiel");
  });

  void test("a proof that is nobody's is linked only after the person agreed, and then opens the same account", async () => {
    await setUpProvider(portal, { key: "kreis", issuer: op.issuer });
    const visitor = grabow();
    await signInWithState(portal, visitor, erika);
    const account = (await visitor.visit("/konto")).text;
    const byCounty = { provider: "kreis", login: "max", acr: "loa-3" };
    const into = await answerFor(portal, visitor, byCounty);
    const asked = await visitor.visit(into.pathname);
    assert.equal(asked.status, 200);
    assert.match(asked.text, /zu Ihrem Konto gehören/);
    assert.match(asked.text, /Erika Mustermann[\s\S]*Max Beispiel/);
    assert.deepEqual(faultsOfPage(asked), []);
    const before = visitor.cookies.get("konto");
    const linked = await visitor.visit(into.pathname, {
      fields: { wahl: "verknuepfen" },
    });
    assert.equal(linked.status, 303);
    assert.notEqual(visitor.cookies.get("konto"), before);
    assert.equal(await nameOf(visitor), "Erika Mustermann");
    assert.match((await visitor.visit("/konto")).text, /„hoch“/);
    assert.match(account, /„substanziell“/);
    const later = grabow();
    await signInWithState(portal, later, byCounty);
    assert.equal(await nameOf(later), "Erika Mustermann");
  });

  void test("a step-up whose session has ended meanwhile makes no account of its own", async () => {
    const visitor = grabow();
    await signInWithState(portal, visitor, max);
    const into = await answerFor(portal, visitor, {
      provider: "kreis",
      login: "erika",
      acr: "loa-3",
    });
    visitor.cookies.delete("konto");
    const answer = await visitor.visit(into.pathname);
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Ihre Sitzung ist inzwischen zu Ende/);
    assert.equal(visitor.cookies.has("konto"), false);
  });

  void test("a POST from another site cannot link anything", async () => {
    const visitor = grabow();
    await signInWithState(portal, visitor, erika);
    const into = await answerFor(portal, visitor, max);
    const answer = await visitor.visit(into.pathname, {
      fields: { wahl: "getrennt" },
      headers: {
        "sec-fetch-site": "cross-site",
        origin: "https://boese.example",
      },
    });
    assert.equal(answer.status, 403);
    assert.equal(await nameOf(visitor), "Erika Mustermann");
  });

  void test("unknown providers, protocols, tokens and answers lead nowhere", async () => {
    const visitor = grabow();
    const bare = visitorOf(portal, "");
    const paths: readonly [Visitor, string][] = [
      [visitor, "/anmelden/mit/boese"],
      [visitor, "/anmelden/mit/local"],
      [visitor, "/anmelden/abschluss/x"],
      [visitor, `/anmelden/abschluss/${"A".repeat(43)}`],
      [visitor, `/abmelden/anbieter/${"A".repeat(43)}`],
      [visitor, `/abmelden/anbieter/${"A".repeat(43)}/weiter`],
      [visitor, "/anmelden/rueckkehr/oidc/land?state=x&code=y"],
      [bare, "/anmelden/rueckkehr/oidc/land?state=x&code=y"],
      [bare, "/anmelden/rueckkehr/saml/land?state=x"],
      [bare, "/anmelden/rueckkehr/oidc/boese?state=x"],
      [bare, "/anmelden/rueckkehr/oidc/land"],
    ];
    for (const [who, path] of paths)
      assert.equal((await who.visit(path)).status, 404, path);
    const posted = await bare.visit("/anmelden/rueckkehr/oidc/land", {
      fields: { state: "x", code: "y" },
    });
    assert.equal(posted.status, 404);
  });

  void test("signing out here offers to sign out there, and there leads back to the portal", async () => {
    const visitor = grabow();
    await signInWithState(portal, visitor, erika);
    const left = await visitor.visit("/abmelden", { fields: {} });
    const path = left.headers.location ?? "";
    assert.match(path, /^\/abmelden\/anbieter\/[\w-]{43}$/);
    const offer = await visitor.visit(path);
    assert.match(offer.text, /Auch bei Servicekonto MV abmelden/);
    assert.deepEqual(faultsOfPage(offer), []);
    const out = await visitor.visit(`${path}/weiter`);
    const address = new URL(out.headers.location ?? "");
    assert.equal(address.origin, op.issuer);
    assert.ok(address.searchParams.get("id_token_hint"));
    const state = address.searchParams.get("state") ?? "";
    const back = await visitorOf(portal, "").visit(
      `/abmelden/rueckkehr/land?state=${state}`,
    );
    assert.equal(back.headers.location, `${portal.baseUrl("grabow")}/`);
    assert.equal((await visitor.visit(path)).status, 404);
  });

  void test("notices that nobody signed are refused", async () => {
    const bare = visitorOf(portal, "");
    const post = (path: string, fields: Record<string, string>) =>
      bare.visit(path, { fields, headers: { "sec-fetch-site": "none" } });
    const refused = await post("/abmelden/nachricht/land", {
      logout_token: "e30.e30.",
    });
    assert.equal(refused.status, 400);
    assert.equal(refused.headers["cache-control"], "no-store");
    assert.equal((await post("/abmelden/nachricht/boese", {})).status, 404);
  });

  void test("the operator sees the provider, and what a test of it finds", async () => {
    const operator = await signedIn(portal, "");
    const list = await operator.visit("/betrieb/anmeldedienste");
    assert.match(list.text, /Servicekonto MV/);
    const report = await operator.visit("/betrieb/anmeldedienste/land");
    assert.equal(report.status, 200);
    assert.match(report.text, /in Ordnung/);
    assert.doesNotMatch(report.text, /client-rejected|misconfigured/);
    assert.match(report.text, /anmelden\/rueckkehr\/oidc\/land/);
    for (const page of [list, report]) assert.deepEqual(faultsOfPage(page), []);
    assert.doesNotMatch(report.text, /geheim/);
    for (const label of ["", "grabow"])
      for (const path of [
        "/betrieb/anmeldedienste",
        "/betrieb/anmeldedienste/land",
      ])
        assert.notEqual(
          (await visitorOf(portal, label).visit(path)).status,
          200,
        );
  });

  void describe("with a provider that is down", () => {
    const servers: Server[] = [];
    const silent = async (): Promise<string> => {
      const server = createServer(() => undefined);
      servers.push(server);
      await new Promise<void>((resolve) =>
        server.listen(0, "127.0.0.1", resolve),
      );
      const address = server.address();
      assert.ok(typeof address === "object" && address);
      return `http://127.0.0.1:${String(address.port)}`;
    };
    after(() => servers.forEach((server) => server.close()));

    void test("its button says so, the others work, and the wait is at most the deadline", async () => {
      await setUpProvider(portal, { key: "haengt", issuer: await silent() });
      await setUpProvider(portal, { key: "aus", issuer: "http://127.0.0.1:9" });
      const visitor = grabow();
      const page = await visitor.visit("/anmelden");
      assert.equal(page.status, 200);
      assert.equal(page.text.match(/antwortet gerade nicht/g)?.length, 2);
      assert.match(page.text, /href="\/anmelden\/mit\/land\?/);
      assert.doesNotMatch(page.text, /href="\/anmelden\/mit\/(?:haengt|aus)/);
      for (const key of ["haengt", "aus"]) {
        const begun = await visitor.visit(
          `/anmelden/mit/${key}?zurueck=%2Fleistungen`,
        );
        assert.equal(begun.status, 503);
        assert.match(begun.text, /antwortet gerade nicht/);
        assert.match(begun.text, /href="\/leistungen"/);
      }
      // A guest who gave the sign-in up finds the draft as it was.
      const guest = grabow();
      const form = "/leistungen/hundesteuer/antrag";
      const draft = (await guest.visit(form, { fields: {} })).headers.location;
      const gone = await guest.visit(
        `/anmelden/mit/haengt?zurueck=${encodeURIComponent(draft ?? "")}`,
      );
      assert.equal(gone.status, 503);
      assert.equal((await guest.visit(draft ?? "")).status, 200);
      await signInWithState(portal, visitor, erika);
      assert.equal(await nameOf(visitor), "Erika Mustermann");
    });
  });

  void test("two accounts of one person become one after both were proven here and the person agreed", async () => {
    const [visitor, stranger] = [grabow(), grabow()];
    await signInWithState(portal, visitor, max);
    await signInWithState(portal, stranger, erika);
    const byCounty = { provider: "kreis", login: "max", acr: "loa-3" };
    const into = await answerFor(portal, visitor, byCounty);
    const offered = await visitor.visit(into.pathname, {
      fields: { wahl: "zusammenfuehren" },
    });
    assert.equal(offered.headers.location, "/konto/zusammenfuehren");
    assert.equal(
      (await stranger.visit("/konto/zusammenfuehren")).status,
      303,
      "nothing is offered to the other account's own browser",
    );
    const asked = await visitor.visit("/konto/zusammenfuehren");
    assert.match(asked.text, /Erika Mustermann/);
    assert.deepEqual(faultsOfPage(asked), []);
    await visitor.visit("/konto/zusammenfuehren", { fields: {} });
    const proofs = await visitor.visit("/konto/nachweise");
    assert.equal(proofs.text.match(/>Trennen/g)?.length, 3);
    assert.equal((await stranger.visit("/konto")).status, 303);
    const later = grabow();
    await signInWithState(portal, later, erika);
    assert.equal(await nameOf(later), "Max Beispiel");
  });

  void test("lets one client begin only so often, and says when it may go on", async () => {
    const visitor = grabow();
    const begin = () =>
      visitor.visit("/anmelden/mit/land?zurueck=%2Fleistungen");
    const tries = 60;
    let answer = await begin();
    for (let tried = 1; tried < tries && answer.status !== 429; tried += 1)
      answer = await begin();
    assert.equal(answer.status, 429);
    assert.match(answer.text, /Zu viele Anmeldungen begonnen/);
    assert.match(String(answer.headers["retry-after"]), /^\d+$/);
    assert.match(answer.text, /href="\/leistungen"/);
    assert.deepEqual(faultsOfPage(answer), []);
  });

  void test("logs no faults, and nothing of anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, ["Mustermann", "erika", "geheim-geheim"]);
  });
});
