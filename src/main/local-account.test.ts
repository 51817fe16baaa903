import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readKeptMail } from "./testing/kept-mail.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const password = "drei Enten am Pfaffenteich";

void describe("an account with address and password", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const grabow = () => visitorOf(portal, "grabow");
  const mailsTo = (address: string) => readKeptMail(portal, address);
  const linkIn = async (address: string, part: string) => {
    const mails = await mailsTo(address);
    const found = mails
      .map(({ text }) => new RegExp(`http\\S*${part}\\S+`).exec(text)?.[0])
      .findLast((link) => link !== undefined);
    assert.ok(found, `no link ${part} for ${address}`);
    return new URL(found).pathname;
  };
  const register = (
    visitor: Visitor,
    email: string,
    { chosen = password, zurueck = "//boese.example/" } = {},
  ) =>
    visitor.visit("/anmelden/registrieren", {
      fields: {
        displayName: "Erika Mustermann",
        email,
        password: chosen,
        zurueck,
      },
    });
  const signIn = (visitor: Visitor, email: string, typed = password) =>
    visitor.visit("/anmelden", { fields: { email, password: typed } });
  const registered = async (email: string) => {
    const visitor = grabow();
    await register(visitor, email);
    const done = await visitor.visit(await linkIn(email, "bestaetigen"), {
      fields: { password },
    });
    assert.equal(done.headers.location, "/konto", done.text);
    return visitor;
  };

  void test("is opened by the link of the mail and the password, on any portal of the installation", async () => {
    const email = "erika@x.example";
    const visitor = grabow();
    const before = "/leistungen/hundesteuer";
    const query = `zurueck=${encodeURIComponent(before)}`;
    const way = `/anmelden/registrieren?${query}`;
    const signInPage = await visitor.visit(`/anmelden?${query}`);
    assert.ok(signInPage.text.includes(way));
    const form = await visitor.visit(way);
    assert.deepEqual(faultsOfPage(form), []);
    assert.ok(form.text.includes(`value="${before}"`));
    const sent = await register(visitor, email, { zurueck: before });
    assert.match(sent.text, /Sehen Sie in Ihr E-Mail-Postfach/);
    const early = await signIn(visitor, email);
    assert.equal(early.status, 422);
    assert.match(early.text, /Link noch einmal senden/);
    const first = await linkIn(email, "bestaetigen");
    const again = "/anmelden/bestaetigung";
    assert.deepEqual(faultsOfPage(await visitor.visit(again)), []);
    const answers = [email, "nobody@x.example", "max@x.example"].map(
      async (address) =>
        (
          await visitor.visit(again, { fields: { email: address } })
        ).text.replaceAll(address, ""),
    );
    assert.equal(new Set(await Promise.all(answers)).size, 1);
    assert.equal((await mailsTo("nobody@x.example")).length, 0);
    const link = await linkIn(email, "bestaetigen");
    const over = await visitor.visit(first, { fields: { password } });
    assert.equal(over.status, 410);
    assert.match(over.text, /Bestätigung noch einmal senden/);
    assert.deepEqual(faultsOfPage(await visitor.visit(link)), []);
    const wrong = await visitor.visit(link, { fields: { password: "x" } });
    assert.equal(wrong.status, 422);
    const done = await visitor.visit(link, { fields: { password } });
    assert.equal(done.headers.location, before, "goes on where it began");
    assert.match((await visitor.visit("/konto")).text, /erika@x\.example/);
    assert.equal(
      (await visitor.visit(link, { fields: { password } })).status,
      410,
    );
    const elsewhere = visitorOf(portal, "schwerin");
    assert.equal((await signIn(elsewhere, email)).headers.location, "/konto");
  });

  void test("does not tell whether an address has one", async () => {
    await registered("max@x.example");
    const strip = (text: string) =>
      text.replaceAll(/\S*(max|nobody)@x\S*/g, "");
    const pairs = await Promise.all(
      ["max@x.example", "nobody@x.example"].map(async (email) => [
        await register(grabow(), email, {
          chosen: "vier Enten am Pfaffenteich",
        }),
        await signIn(grabow(), email, "falsch falsch"),
        await grabow().visit("/anmelden/passwort-vergessen", {
          fields: { email },
        }),
      ]),
    );
    const [known, unknown] = pairs;
    assert.ok(known && unknown);
    for (const [index, answer] of known.entries()) {
      assert.equal(answer.status, unknown[index]?.status);
      assert.equal(strip(answer.text), strip(unknown[index]?.text ?? ""));
    }
    const mails = await mailsTo("max@x.example");
    assert.ok(mails.some(({ subject }) => subject.includes("schon ein")));
    assert.equal(
      (await signIn(grabow(), "max@x.example")).status,
      303,
      "the password of the owner still counts",
    );
  });

  void test("says at the field and in the title what is wrong, and mails to no address that is none", async () => {
    const wrong = (path: string, fields: Record<string, string>) =>
      grabow().visit(`/anmelden/${path}`, { fields });
    const long = { displayName: "x".repeat(201), email: "a", password };
    const asked = await Promise.all([
      wrong("registrieren", long),
      ...["", "  ", "ohne-at.example", "a b@x.example"].flatMap((email) => [
        wrong("passwort-vergessen", { email }),
        wrong("bestaetigung", { email }),
      ]),
    ]);
    for (const { status, text } of asked) {
      assert.equal(status, 422);
      assert.match(text, /<title>Fehler: /);
      assert.match(
        text,
        /href="#email">\s*Geben Sie die E-Mail-Adresse so ein/,
      );
    }
    assert.ok(
      asked[0].text.includes("Kürzen Sie Ihren Namen auf höchstens 200"),
    );
  });

  void test("changes its password only for who knows the one before, up to 200 characters, each of which counts", async () => {
    const email = "lena@x.example";
    const visitor = await registered(email);
    // Letters beyond the first 72 bytes and blanks at the ends are part of it.
    const long = ` Enten auf dem Pfaffenteich ${"schwimmen sie ".repeat(11)}Äö `;
    assert.ok(long.length > 128 && long.length <= 200);
    const change = (current: string) =>
      visitor.visit("/konto/sicherheit/passwort", {
        fields: { current, next: long },
      });
    const empty = await visitor.visit("/konto/sicherheit/passwort", {
      fields: { current: "", next: "" },
    });
    assert.match(empty.text, /<title>Fehler: /);
    for (const id of ["current", "next"])
      assert.ok(empty.text.includes(`href="#${id}"`));
    const wrong = await change("falsch falsch");
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="current-error"/);
    assert.equal((await signIn(grabow(), email, long)).status, 422);
    assert.equal((await change(password)).status, 303);
    for (const other of [long.slice(0, -1), `${long}x`])
      assert.equal((await signIn(grabow(), email, other)).status, 422, other);
    assert.equal((await signIn(grabow(), email, long)).status, 303);
  });

  void test("of a stranger is not opened by a link that its address follows (pre-hijacking)", async () => {
    const email = "victim@x.example";
    await grabow().visit("/anmelden/registrieren", {
      fields: {
        displayName: "Mallory Angreiferin",
        email,
        password: "das Passwort der Angreiferin",
      },
    });
    const link = await linkIn(email, "bestaetigen");
    const followed = await grabow().visit(link, { fields: { password } });
    assert.equal(followed.status, 422);
    assert.equal(
      (await signIn(grabow(), email, "das Passwort der Angreiferin")).status,
      422,
    );
    // Nothing of hers is left in the account of whoever owns the address.
    const owner = await registered(email);
    const account = (await owner.visit("/konto")).text;
    assert.match(account, /Erika Mustermann/);
    assert.doesNotMatch(account, /Mallory/);
  });

  void test("gets a new password by a link that counts once, and all sessions end", async () => {
    const email = "reset@x.example";
    const visitor = await registered(email);
    await visitor.visit("/anmelden/passwort-vergessen", { fields: { email } });
    const link = await linkIn(email, "neues-passwort");
    const weak = await visitor.visit(link, { fields: { password: "kurz" } });
    assert.equal(weak.status, 422);
    const next = "fünf Schwäne am Burgsee";
    const done = await grabow().visit(link, { fields: { password: next } });
    assert.equal(done.status, 303);
    assert.equal((await visitor.visit("/konto")).status, 303);
    assert.equal(
      (await grabow().visit(link, { fields: { password: next } })).status,
      410,
    );
    assert.equal((await signIn(grabow(), email)).status, 422);
    assert.equal((await signIn(grabow(), email, next)).status, 303);
  });

  void test("shows where one is signed in, ends single sessions and all others", async () => {
    const email = "sessions@x.example";
    const [one, other] = [await registered(email), visitorOf(portal, "lup")];
    await signIn(other, email);
    const page = await one.visit("/konto/sicherheit");
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /Landkreis Ludwigslust-Parchim/);
    const changed = await one.visit("/konto/sicherheit/passwort", {
      fields: { current: password, next: "sechs Kraniche bei Grabow" },
    });
    assert.equal(changed.status, 303, changed.text);
    assert.equal((await other.visit("/konto")).status, 303);
    assert.equal((await one.visit("/konto")).status, 200);
    const stranger = await registered("stranger@x.example");
    const id = /sitzungen\/([0-9a-f]{64})/.exec(page.text)?.[1] ?? "";
    assert.ok(id);
    await stranger.visit(`/konto/sicherheit/sitzungen/${id}`, { fields: {} });
    assert.equal((await one.visit("/konto")).status, 200);
  });

  const address = "/konto/sicherheit/adresse";
  const ask = (visitor: Visitor, email: string, typed = password) =>
    visitor.visit(address, { fields: { email, password: typed } });

  void test("moves to another address once both have said yes, in either order", async () => {
    const [old, next] = ["moves@x.example", "moved@x.example"];
    const visitor = await registered(old);
    const page = await visitor.visit(address);
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /altes? Postfach/);
    const proof = await visitor.visit(address, { fields: { email: next } });
    assert.deepEqual(faultsOfPage(proof), []);
    assert.equal((await ask(visitor, next, "falsch falsch")).status, 422);
    assert.equal((await ask(visitor, "kein @")).status, 422);
    assert.equal((await ask(visitor, old)).status, 422);
    await register(grabow(), next, {
      chosen: "sieben Dohlen am Schlossteich",
    });
    assert.equal((await ask(visitor, next)).status, 303);
    const [leave, take] = [
      await linkIn(old, "anmelden/adresse/"),
      await linkIn(next, "anmelden/adresse/"),
    ];
    const stranger = await registered("third@x.example");
    for (const other of [grabow(), stranger]) {
      const asked = await other.visit(take);
      assert.deepEqual(faultsOfPage(asked), []);
      assert.doesNotMatch(asked.text, /moves@x|Ja, zustimmen/);
      await other.visit(take, { fields: {} });
    }
    const first = await visitor.visit(take, { fields: {} });
    assert.match(first.text, /diese Adresse hat zugestimmt/);
    assert.match((await visitor.visit(address)).text, /moved@x\.example: hat/);
    assert.match((await grabow().visit(leave)).text, /moved@x\.example/);
    const second = await grabow().visit(leave, { fields: {} });
    assert.match(second.text, /hat eine neue Adresse/);
    assert.equal((await signIn(grabow(), old)).status, 422);
    assert.equal((await signIn(grabow(), next)).status, 303);
    for (const told of [old, next])
      assert.ok(
        (await mailsTo(told)).some(({ subject }) =>
          subject.includes("neue E-Mail-Adresse"),
        ),
      );
    assert.equal((await grabow().visit(leave, { fields: {} })).status, 410);
  });

  void test("stays where it is when the old address says no, and tells of no other account", async () => {
    const [old, taken] = ["stays@x.example", "taken@x.example"];
    const visitor = await registered(old);
    await registered(taken);
    const strip = (text: string) => text.replaceAll(/[a-z]+@x\.example/g, "");
    const pages = [];
    for (const email of [taken, "free@x.example"]) {
      await ask(visitor, email);
      pages.push(strip((await visitor.visit(address)).text));
      assert.match(
        (
          await grabow().visit(await linkIn(old, "anmelden/adresse/"), {
            fields: {},
          })
        ).text,
        /diese Adresse hat zugestimmt/,
      );
    }
    assert.equal(pages[0], pages[1]);
    await ask(visitor, taken);
    const own = await visitor.visit(await linkIn(taken, "anmelden/adresse/"), {
      fields: {},
    });
    assert.equal(own.status, 409);
    const leave = await linkIn(old, "anmelden/adresse/");
    const refused = await grabow().visit(`${leave}/ablehnung`, { fields: {} });
    assert.match(refused.text, /So sichern Sie Ihr Konto/);
    assert.equal((await visitor.visit("/konto")).status, 303);
    assert.equal((await grabow().visit(leave)).status, 410);
    assert.equal((await signIn(grabow(), old)).status, 303);
  });

  void test("is not locked for its owner by guesses from elsewhere", async () => {
    const email = "guessed@x.example";
    await registered(email);
    const owner = grabow();
    assert.equal((await signIn(owner, email)).status, 303);
    const guesser = grabow();
    const statuses = new Set<number>();
    for (let guess = 0; guess < 8; guess += 1)
      statuses.add((await signIn(guesser, email, "geraten")).status);
    assert.ok(statuses.has(429));
    await owner.visit("/abmelden", { fields: {} });
    assert.equal((await signIn(owner, email)).status, 303);
  });

  void test("begins a session with a token of its own, and takes no form of another site", async () => {
    const email = "token@x.example";
    const visitor = await registered(email);
    const planted = visitor.cookies.get("konto");
    await signIn(visitor, email);
    assert.notEqual(visitor.cookies.get("konto"), planted);
    const crossSite = await grabow().visit("/anmelden", {
      fields: { email, password },
      headers: {
        "sec-fetch-site": "cross-site",
        origin: "http://evil.example",
      },
    });
    assert.equal(crossSite.status, 403);
  });

  void test("logs no faults, and nothing of anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, ["erika@x.example", password, "Mustermann"]);
  });
});
