import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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
import type { Reply } from "../../../shell/web/route.ts";
import { erika, signedIn, wednesday } from "../testing/account-fixtures.ts";
import { findAccountSession } from "../use-cases/find-account-session.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { handOverRoutes } from "./hand-over-routes.ts";

const grabow = newId();
const routes = handOverRoutes({
  listOtherPortals: () => Promise.resolve([]),
  findPortalAddress: (host) =>
    Promise.resolve(
      host === "grabow"
        ? { tenantId: grabow, baseUrl: "http://grabow.localhost:8080" }
        : undefined,
    ),
});

void describe("going on at another portal", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const begin = async (
    level: "low" | "high" = "low",
    zurueck = "/antraege",
  ) => {
    const installation = newId();
    const from = await signedIn(database, {
      installation,
      identity: erika({ assuranceLevel: level }),
      portalTenantId: newId(),
    });
    const reply = await visit(routes, "POST", {
      context: from.context,
      accountContext: from.context,
      account: from.session,
      path: "/konto/portal",
      fields: { portal: "grabow", zurueck },
    });
    const href = /href="(http[^"]+)"/.exec(asPage(reply).text)?.[1];
    assert.ok(href);
    const to = new URL(href);
    assert.equal(to.origin, "http://grabow.localhost:8080");
    return { ...from, installation, path: to.pathname };
  };
  const at = (
    { installation, path }: { installation: string; path: string },
    {
      method = "POST",
      now = wednesday,
      portal = grabow,
    }: {
      method?: "GET" | "POST";
      now?: Date;
      portal?: string;
    } = {},
  ): Promise<Reply> => {
    const accountContext = database.contextFor({ tenantId: installation, now });
    return visit(routes, method, {
      context: accountContext,
      accountContext,
      portal: schwerin(portal),
      path,
    });
  };
  const sessionFrom = (installation: string, reply: Reply, now = wednesday) =>
    findAccountSession(database.contextFor({ tenantId: installation, now }), {
      token: asRedirect(reply).cookies[0]?.value,
      portalTenantId: grabow,
    });

  void test("asks by name first, then opens a session of the same level on that portal", async () => {
    const started = await begin();
    const asked = asPage(await at(started, { method: "GET" }));
    assert.match(asked.text, /Weiter als Erika Mustermann/);
    const reply = await at(started);
    assert.equal(asRedirect(reply).to, "/antraege");
    const session = await sessionFrom(started.installation, reply);
    assert.equal(session?.accountId, started.session.accountId);
    assert.equal(session.assuranceLevel, "low");
  });

  void test("a token counts once, for two minutes, on its portal, and while the session it comes from is open", async () => {
    const refused = async (reply: Promise<Reply>) =>
      assert.equal(asPage(await reply).status, 404);
    const used = await begin();
    await at(used);
    await refused(at(used));
    const after = (ms: number) => new Date(wednesday.getTime() + ms);
    asRedirect(await at(await begin(), { now: after(119_999) }));
    const late = await begin();
    await refused(at(late, { now: after(120_000) }));
    await refused(at(late, { portal: newId() }));
    const signedOut = await begin();
    await signOut(signedOut.context, signedOut.token);
    await refused(at(signedOut));
    await refused(at({ ...used, path: "/anmelden/uebergang/x" }));
  });

  void test("a session of a high level ends no later than the one it comes from", async () => {
    const started = await begin("high");
    const minutes = (count: number) =>
      new Date(wednesday.getTime() + count * 60_000);
    const reply = await at(started, { now: minutes(1) });
    assert.equal(
      (
        await sessionFrom(started.installation, reply, minutes(4))
      )?.endsAt.getTime(),
      minutes(9).getTime(),
    );
    for (let minute = 8; minute < 30; minute += 4)
      assert.ok(
        await sessionFrom(started.installation, reply, minutes(minute)),
      );
    assert.equal(
      await sessionFrom(started.installation, reply, minutes(31)),
      undefined,
    );
  });

  void test("leads to portals of the installation only, and there to own pages only", async () => {
    const from = await signedIn(database, { installation: newId() });
    for (const portal of [
      "",
      "evil.example",
      "//evil.example",
      "grabow@evil.example",
    ])
      assert.equal(
        errorStatusOf(
          await visit(routes, "POST", {
            context: from.context,
            accountContext: from.context,
            account: from.session,
            path: "/konto/portal",
            fields: { portal },
          }),
        ),
        404,
      );
    const started = await begin("low", "//evil.example");
    assert.equal(asRedirect(await at(started)).to, "/konto");
  });
});
