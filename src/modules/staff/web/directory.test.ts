import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import { createHttpClient } from "../../../platform/http-client/http-client.ts";
import { createRelyingParty } from "../../../platform/openid-connect/relying-party.ts";
import {
  startOpenIdProvider,
  walkThrough,
  type RunningProvider,
} from "../../../platform/openid-connect/testing/openid-provider.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, asRedirect, visit } from "../../../shell/testing/visit.ts";
import type { Reply } from "../../../shell/web/route.ts";
import { staffModule } from "../module.ts";
import { caseworkerKevin, kevinsLogin } from "../testing/staff-fixtures.ts";
import {
  handOverToDirectory,
  setDisabled,
} from "../use-cases/change-member.ts";
import { findStaffSession } from "../use-cases/find-staff-session.ts";
import { listMembers } from "../use-cases/list-members.ts";

const base = "http://schwerin.localhost:8080";
const returnPath = "/arbeitsplatz/anmelden/verzeichnis/rueckkehr";
const secret = "geheimgeheimgeheimgeheimgeheimge";
const http = createHttpClient();
const { routes } = staffModule({
  listLeistungen: () => Promise.resolve([]),
  listPrograms: () => Promise.resolve([]),
  startPaths: { authority: "/arbeitsplatz", installation: "/betrieb" },
  policy: "required",
  releasedHosts: ["127.0.0.1"],
  openRelyingParty: (settings) =>
    createRelyingParty(settings, { http, plainHttp: "to-this-machine" }),
});

const people = {
  samira: {
    name: "Samira Yilmaz",
    email: "Samira.Yilmaz@schwerin.example",
    groups: ["sachbearbeitung", "betriebsrat"],
  },
  kevin: {
    name: "Kevin Krause",
    email: kevinsLogin,
    groups: ["sachbearbeitung"],
  },
  gerd: {
    name: "Gerd Gast",
    email: "gerd@schwerin.example",
    groups: ["gaeste"],
  },
};

void describe("sign-in with the authority's directory", () => {
  let database: TestDatabase;
  let directory: RunningProvider;
  before(async () => {
    [database, directory] = await Promise.all([
      createTestDatabase(),
      startOpenIdProvider({
        people,
        clients: [
          {
            client_id: "portal",
            client_secret: secret,
            redirect_uris: [`${base}${returnPath}`],
            token_endpoint_auth_method: "client_secret_basic",
          },
        ],
      }),
    ]);
  });
  after(async () => {
    await Promise.all([database.close(), directory.stop()]);
  });

  const adminOf = (tenantId: string): Context =>
    database.contextFor({
      tenantId,
      actor: staffWith("admin", "staff.manage"),
    });
  const guestOf = (tenantId: string): Context =>
    database.contextFor({ tenantId });
  const settings = (more: Record<string, string> = {}) => ({
    label: "Konto der Stadt",
    issuer: directory.issuer,
    clientId: "portal",
    clientSecret: secret,
    authentication: "secret-basic",
    scopes: "profile email groups",
    groupsClaim: "groups",
    "group-caseworker": "sachbearbeitung, fachdienst",
    isEnabled: "true",
    ...more,
  });
  const save = (context: Context, fields: Record<string, string>) =>
    visit(routes, "POST", {
      context,
      path: "/verwaltung/beschaeftigte/verzeichnis",
      fields,
    });
  const authority = async (): Promise<string> => {
    const tenantId = newId();
    asRedirect(await save(adminOf(tenantId), settings()));
    return tenantId;
  };
  const begin = async (tenantId: string) => {
    const reply = await visit(routes, "GET", {
      context: guestOf(tenantId),
      path: "/arbeitsplatz/anmelden/verzeichnis?zurueck=%2Farbeitsplatz%2Fkonto",
    });
    assert.ok(reply.kind === "leave", JSON.stringify(reply));
    assert.equal(new URL(reply.to).origin, directory.issuer);
    return { to: reply.to, browserKey: reply.cookies[0]?.value ?? "" };
  };
  const answerOf = async (to: string, login: string) => {
    const back = await walkThrough(to, { until: base, fields: { login } });
    return `${returnPath}${back.search}`;
  };
  const comeBack = (tenantId: string, path: string, browserKey: string) =>
    visit(routes, "GET", {
      context: guestOf(tenantId),
      path,
      cookies: { "arbeitsplatz-verzeichnis": browserKey },
    });
  const signInAs = async (tenantId: string, login: string): Promise<Reply> => {
    const { to, browserKey } = await begin(tenantId);
    return comeBack(tenantId, await answerOf(to, login), browserKey);
  };
  const sessionOf = (tenantId: string, reply: Reply) =>
    findStaffSession(
      guestOf(tenantId),
      asRedirect(reply).cookies.find(({ name }) => name === "arbeitsplatz")
        ?.value,
    );

  void test("whoever is in a group with a role is signed in and gets an access with that role", async () => {
    const tenantId = await authority();
    const start = asPage(
      await visit(routes, "GET", {
        context: guestOf(tenantId),
        path: "/arbeitsplatz/anmelden",
      }),
    );
    assert.match(start.text, /Weiter mit: Konto der Stadt/);
    const reply = await signInAs(tenantId, "samira");
    assert.equal(asRedirect(reply).to, "/arbeitsplatz/konto");
    const session = await sessionOf(tenantId, reply);
    assert.equal(session?.displayName, "Samira Yilmaz");
    assert.deepEqual(session.permissions, [
      "vorgang.read",
      "vorgang.edit",
      "intake.edit",
      "delivery.read",
    ]);
    assert.ok(await sessionOf(tenantId, await signInAs(tenantId, "samira")));
    const listed = await listMembers(adminOf(tenantId));
    assert.ok(listed.ok);
    assert.equal(listed.value.length, 1);
    assert.equal(listed.value[0]?.login, "samira.yilmaz@schwerin.example");
  });

  void test("nobody without such a group comes in, nor somebody who is locked out", async () => {
    const tenantId = await authority();
    const gerd = asPage(await signInAs(tenantId, "gerd"));
    assert.match(gerd.text, /in keiner Gruppe/);
    await signInAs(tenantId, "samira");
    const listed = await listMembers(adminOf(tenantId));
    assert.ok(listed.ok && listed.value[0]);
    const { staffId } = listed.value[0];
    assert.ok(
      (await setDisabled(adminOf(tenantId), { staffId, isDisabled: true })).ok,
    );
    assert.match(
      asPage(await signInAs(tenantId, "samira")).text,
      /Zugang ist gesperrt/,
    );
  });

  void test("whoever has left the last group with a role is out on all devices and keeps no role", async () => {
    const tenantId = await authority();
    const before = await signInAs(tenantId, "samira");
    assert.ok(await sessionOf(tenantId, before));
    await save(
      adminOf(tenantId),
      settings({ "group-caseworker": "fachdienst" }),
    );
    assert.match(
      asPage(await signInAs(tenantId, "samira")).text,
      /in keiner Gruppe/,
    );
    assert.equal(await sessionOf(tenantId, before), undefined);
    const listed = await listMembers(adminOf(tenantId));
    assert.deepEqual(listed.ok && listed.value.map(({ roles }) => roles), [[]]);
  });

  void test("a local access is taken over only after it was handed over", async () => {
    const tenantId = await authority();
    const { staffId } = await caseworkerKevin(database, { tenantId });
    assert.match(
      asPage(await signInAs(tenantId, "kevin")).text,
      /schon einen Zugang mit Passwort/,
    );
    assert.ok((await handOverToDirectory(adminOf(tenantId), staffId)).ok);
    const session = await sessionOf(
      tenantId,
      await signInAs(tenantId, "kevin"),
    );
    assert.equal(session?.staffId, staffId);
  });

  void test("an answer counts once, and only in the browser and portal that asked", async () => {
    const tenantId = await authority();
    const { to, browserKey } = await begin(tenantId);
    const path = await answerOf(to, "samira");
    const other = await begin(tenantId);
    for (const [tenant, key] of [
      [tenantId, other.browserKey],
      [tenantId, ""],
      [await authority(), browserKey],
    ] as const)
      assert.match(
        asPage(await comeBack(tenant, path, key)).text,
        /in einem anderen Browser begonnen/,
      );
    asRedirect(await comeBack(tenantId, path, browserKey));
    assert.match(
      asPage(await comeBack(tenantId, path, browserKey)).text,
      /abgelaufen/,
    );
  });

  void test("a directory that does not answer leaves the other ways open, within seconds", async () => {
    const tenantId = await authority();
    directory.pause();
    try {
      const reply = asPage(
        await visit(routes, "GET", {
          context: guestOf(tenantId),
          path: "/arbeitsplatz/anmelden/verzeichnis",
        }),
      );
      assert.match(reply.text, /antwortet gerade nicht/);
      assert.match(reply.text, /name="password"/);
    } finally {
      directory.resume();
    }
  });

  void test("the set-up tells what is wrong at its field, keeps what was typed and never shows the secret", async () => {
    const tenantId = newId();
    const wrong = asPage(
      await save(
        adminOf(tenantId),
        settings({ issuer: "login.stadt.example", clientSecret: "" }),
      ),
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Geben Sie die Adresse so ein/);
    assert.match(wrong.text, /Geben Sie das Geheimnis ein/);
    const inside = asPage(
      await save(
        adminOf(tenantId),
        settings({ issuer: "https://intern.example" }),
      ),
    );
    assert.match(inside.text, /id="issuer-error"[^]*nicht freigegeben/);
    assert.match(wrong.text, /value="login\.stadt\.example"/);
    asRedirect(await save(adminOf(tenantId), settings()));
    asRedirect(await save(adminOf(tenantId), settings({ clientSecret: "" })));
    const shown = asPage(
      await visit(routes, "POST", {
        context: adminOf(tenantId),
        path: "/verwaltung/beschaeftigte/verzeichnis/pruefung",
      }),
    );
    assert.match(shown.text, /Das Verzeichnis antwortet, alles passt/);
    assert.ok(!shown.text.includes(secret));
  });

  void test("only who manages access of the own authority may set it up or test it", async () => {
    const tenantId = await authority();
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    assert.deepEqual(await save(kevin, settings()), {
      kind: "error",
      status: 403,
    });
    const foreign = asPage(
      await visit(routes, "GET", {
        context: adminOf(newId()),
        path: "/verwaltung/beschaeftigte/verzeichnis",
      }),
    );
    assert.ok(!foreign.text.includes(directory.issuer));
  });
});
