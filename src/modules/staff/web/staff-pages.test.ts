import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { totpCodeAt } from "../../../platform/crypto/totp.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  schwerin,
  visit,
} from "../../../shell/testing/visit.ts";
import type { Redirect } from "../../../shell/web/route.ts";
import { seedStaffDemo } from "../demo/seed-staff-demo.ts";
import { staffModule } from "../module.ts";
import {
  asMember,
  caseworkerKevin,
  kevinsLogin,
  kevinsPassword,
  later,
  secretOf,
  setUpSecondFactor,
  system,
  visitor,
  wednesday,
} from "../testing/staff-fixtures.ts";
import { addStaff } from "../use-cases/add-staff.ts";
import { findStaffSession } from "../use-cases/find-staff-session.ts";

const startPaths = { authority: "/arbeitsplatz", installation: "/betrieb" };
const openRelyingParty = () => assert.fail("no directory is set up");
const { routes } = staffModule({
  listLeistungen: () => Promise.resolve([]),
  listPrograms: () => Promise.resolve([]),
  startPaths,
  policy: "optional",
  openRelyingParty,
  releasedHosts: [],
});
const strict = staffModule({
  listLeistungen: () => Promise.resolve([]),
  listPrograms: () => Promise.resolve([]),
  startPaths,
  policy: "required",
  openRelyingParty,
  releasedHosts: [],
}).routes;
const signInPath = "/arbeitsplatz/anmelden";

describe("pages for staff", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const tokenOf = ({ cookies }: Redirect): string => {
    assert.equal(cookies[0]?.name, "arbeitsplatz");
    return cookies[0].value;
  };
  const postSignIn = (
    tenantId: string,
    fields: Record<string, string>,
    now = wednesday,
  ) =>
    visit(routes, "POST", {
      context: visitor(database, tenantId, now),
      path: signInPath,
      fields: { login: kevinsLogin, password: kevinsPassword, ...fields },
    });
  const signedInAs = (sessionId: string, staffId: string) => ({
    staffId,
    sessionId,
    displayName: "Kevin Krause",
    roles: [],
    permissions: [],
  });

  test("the form keeps the way back and offers the password manager its fields", async () => {
    const reply = await visit(routes, "GET", {
      context: visitor(database, newId()),
      path: `${signInPath}?zurueck=%2Farbeitsplatz%3Fstand%3Dalle`,
    });
    const { text, status } = asPage(reply);
    assert.equal(status, 200);
    assert.match(text, /name="zurueck" value="\/arbeitsplatz\?stand=alle"/);
    assert.match(text, /autocomplete="username"/);
    assert.match(text, /autocomplete="current-password"/);
  });

  test("signing in sets the cookie and leads back", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const reply = asRedirect(
      await postSignIn(tenantId, { zurueck: "/arbeitsplatz/konto" }),
    );
    assert.equal(reply.to, "/arbeitsplatz/konto");
    assert.ok(
      await findStaffSession(visitor(database, tenantId), tokenOf(reply)),
    );
  });

  test("a way back to another host is dropped", async () => {
    const { tenantId } = await caseworkerKevin(database);
    for (const zurueck of ["//evil.example", "https://evil.example/"]) {
      const reply = asRedirect(await postSignIn(tenantId, { zurueck }));
      assert.equal(reply.to, "/arbeitsplatz");
    }
  });

  test("a wrong password shows the error, keeps the address escaped and not the password", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const reply = await postSignIn(tenantId, {
      login: '"><script>alert(1)</script>',
      password: "geheim-falsch",
    });
    const { text, status, title, cookies } = asPage(reply);
    assert.equal(status, 422);
    assert.match(title, /^Fehler: /);
    assert.match(text, /stimmt nicht/);
    assert.ok(!text.includes("<script>"));
    assert.ok(!text.includes("geheim-falsch"));
    assert.deepEqual(cookies, []);
  });

  test("too many attempts are answered with 429 and the time to wait", async () => {
    const { tenantId } = await caseworkerKevin(database);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await postSignIn(tenantId, { password: "wrong" });
    }
    const { text, status } = asPage(await postSignIn(tenantId, {}));
    assert.equal(status, 429);
    assert.match(text, /in 30 Sekunden/);
  });

  test("with a second factor the code page comes between, and its code ends there", async () => {
    const kevin = await caseworkerKevin(database);
    const { secret } = await setUpSecondFactor(database, kevin);
    const now = later(60);
    const half = asRedirect(
      await postSignIn(kevin.tenantId, { zurueck: "/arbeitsplatz/konto" }, now),
    );
    assert.equal(
      half.to,
      "/arbeitsplatz/anmelden/code?zurueck=%2Farbeitsplatz%2Fkonto",
    );
    const halfVisit = {
      context: visitor(database, kevin.tenantId, now),
      path: half.to,
      cookies: { arbeitsplatz: tokenOf(half) },
    };
    const codeForm = asPage(await visit(routes, "GET", halfVisit));
    assert.match(codeForm.text, /autocomplete="one-time-code"/);
    const wrong = await visit(routes, "POST", {
      ...halfVisit,
      fields: { code: "000000" },
    });
    assert.equal(asPage(wrong).status, 422);
    const done = asRedirect(
      await visit(routes, "POST", {
        ...halfVisit,
        fields: { code: totpCodeAt(secret, now) },
      }),
    );
    assert.equal(done.to, "/arbeitsplatz/konto");
    assert.notEqual(tokenOf(done), tokenOf(half));
  });

  test("the code page without a half-done sign-in leads to the start", async () => {
    const reply = await visit(routes, "GET", {
      context: visitor(database, newId()),
      path: "/arbeitsplatz/anmelden/code",
    });
    assert.match(asRedirect(reply).to, /^\/arbeitsplatz\/anmelden\?/);
  });

  test("a one-time password leads to choosing an own one", async () => {
    const tenantId = newId();
    const added = await addStaff(
      database.contextFor({ tenantId, actor: system, now: wednesday }),
      { login: kevinsLogin, displayName: "Kevin", roles: ["caseworker"] },
    );
    assert.ok(added.ok && added.value.oneTimePassword);
    const half = asRedirect(
      await postSignIn(tenantId, { password: added.value.oneTimePassword }),
    );
    const choice = {
      context: visitor(database, tenantId),
      path: half.to,
      cookies: { arbeitsplatz: tokenOf(half) },
    };
    assert.equal(asPage(await visit(routes, "GET", choice)).status, 200);
    const weak = asPage(
      await visit(routes, "POST", {
        ...choice,
        fields: { password: "Passwort123" },
      }),
    );
    assert.equal(weak.status, 422);
    assert.match(weak.text, /leicht zu erraten/);
    const done = asRedirect(
      await visit(routes, "POST", {
        ...choice,
        fields: { password: kevinsPassword },
      }),
    );
    assert.equal(done.to, "/arbeitsplatz");
  });

  test("where a second factor is required it is set up before the sign-in counts", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = visitor(database, tenantId);
    const half = asRedirect(
      await visit(strict, "POST", {
        context,
        path: signInPath,
        fields: { login: kevinsLogin, password: kevinsPassword },
      }),
    );
    assert.match(half.to, /^\/arbeitsplatz\/anmelden\/zweiter-faktor\?/);
    const cookies = { arbeitsplatz: tokenOf(half) };
    assert.equal(await findStaffSession(context, tokenOf(half)), undefined);
    const setUp = { context, path: half.to, cookies };
    const { text } = asPage(await visit(strict, "GET", setUp));
    const secretIn = (page: string) =>
      secretOf(
        /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(" ", "") ?? "",
      );
    const secret = secretIn(text);
    const wrong = asPage(
      await visit(strict, "POST", { ...setUp, fields: { code: "000000" } }),
    );
    assert.equal(wrong.status, 422);
    assert.equal(secretIn(wrong.text).toString("hex"), secret.toString("hex"));
    const done = asPage(
      await visit(strict, "POST", {
        ...setUp,
        fields: { code: totpCodeAt(secret, wednesday) },
      }),
    );
    assert.equal(done.text.match(/<li><code>/g)?.length, 10);
    const token = done.cookies[0]?.value;
    assert.ok(await findStaffSession(context, token));
    assert.notEqual(token, tokenOf(half));
    const again = asRedirect(await visit(strict, "GET", setUp));
    assert.match(again.to, /^\/arbeitsplatz\/anmelden\?/);
  });

  test("signing out deletes the cookie and ends the session", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const token = tokenOf(asRedirect(await postSignIn(tenantId, {})));
    const context = visitor(database, tenantId);
    const reply = asRedirect(
      await visit(routes, "POST", {
        context,
        path: "/arbeitsplatz/abmelden",
        cookies: { arbeitsplatz: token },
      }),
    );
    assert.equal(tokenOf(reply), "");
    assert.equal(await findStaffSession(context, token), undefined);
    assert.equal(reply.to, "/arbeitsplatz/anmelden?abgemeldet");
    const after = asPage(
      await visit(routes, "GET", {
        context,
        path: reply.to,
      }),
    );
    assert.match(after.main.toString(), /Sie sind abgemeldet/);
  });

  test("setting up the app: password, picture, code, recovery codes", async () => {
    const kevin = await caseworkerKevin(database);
    const base = {
      context: asMember(database, kevin),
      staff: signedInAs("0".repeat(64), kevin.staffId),
    };
    const path = "/arbeitsplatz/konto/zweiter-faktor";
    const wrong = asPage(
      await visit(routes, "POST", {
        ...base,
        path,
        fields: { password: "wrong" },
      }),
    );
    assert.equal(wrong.status, 422);
    const started = await visit(routes, "POST", {
      ...base,
      path,
      fields: { password: kevinsPassword },
    });
    assert.equal(asRedirect(started).to, path);
    const { text } = asPage(await visit(routes, "GET", { ...base, path }));
    assert.match(text, /<svg /);
    assert.ok(!text.includes("style="));
    const [, shown = ""] = /<code>([A-Z2-7 ]+)<\/code>/.exec(text) ?? [];
    const secret = secretOf(shown.replaceAll(" ", ""));
    const done = asPage(
      await visit(routes, "POST", {
        ...base,
        path: `${path}/bestaetigung`,
        fields: { code: totpCodeAt(secret, wednesday) },
      }),
    );
    assert.equal(done.text.match(/<li><code>/g)?.length, 10);
    const account = asPage(
      await visit(routes, "GET", { ...base, path: "/arbeitsplatz/konto" }),
    );
    assert.match(account.text, /noch 10 Wiederherstellungscodes/);
  });

  test("a session on another device can be ended, a colleague's cannot", async () => {
    const kevin = await caseworkerKevin(database);
    const here = tokenOf(asRedirect(await postSignIn(kevin.tenantId, {})));
    const there = tokenOf(asRedirect(await postSignIn(kevin.tenantId, {})));
    const context = visitor(database, kevin.tenantId);
    const other = await findStaffSession(context, there);
    assert.ok(other);
    const path = `/arbeitsplatz/konto/sitzungen/${other.sessionId}/ende`;
    const colleague = { tenantId: kevin.tenantId, staffId: newId() };
    await visit(routes, "POST", {
      context: asMember(database, colleague),
      path,
    });
    assert.ok(await findStaffSession(context, there));
    await visit(routes, "POST", { context: asMember(database, kevin), path });
    assert.equal(await findStaffSession(context, there), undefined);
    assert.ok(await findStaffSession(context, here));
  });

  test("the account page of somebody who is no member is not found", async () => {
    const reply = await visit(routes, "GET", {
      context: asMember(database, { tenantId: newId(), staffId: newId() }),
      path: "/arbeitsplatz/konto",
    });
    assert.equal(errorStatusOf(reply), 404);
  });

  test("the operator signs in on the installation's own portal", async () => {
    const tenantId = newId();
    const context = database.contextFor({
      tenantId,
      actor: system,
      now: wednesday,
    });
    const portal = {
      ...schwerin(tenantId),
      kind: "installation" as const,
      slug: "",
    };
    await seedStaffDemo(context, portal);
    const [olga] = await seedStaffDemo(context, portal);
    assert.ok(olga);
    const reply = await visit(routes, "POST", {
      context: visitor(database, tenantId),
      path: signInPath,
      portal,
      fields: { login: olga.login, password: olga.password },
    });
    assert.equal(asRedirect(reply).to, "/betrieb");
  });

  test("all pages speak English too", async () => {
    const reply = await visit(routes, "GET", {
      context: visitor(database, newId()),
      path: signInPath,
      locale: "en",
    });
    assert.match(asPage(reply).text, /Sign in to the workplace/);
  });
});
