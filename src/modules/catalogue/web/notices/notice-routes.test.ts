import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../../tenants/index.ts";
import { listPostedNotices } from "../../use-cases/notices/notices.ts";
import { noticesAbovePage } from "./notice-banner.ts";
import { noticeRoutes } from "./notice-routes.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";

type Tenant = "schwerin" | "grabow" | "lup";
const path = "/verwaltung/hinweise";
const now = new Date("2027-03-01T09:00:00Z");

void describe("notices of an authority", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
  });
  after(() => testDatabase.close());

  const editor = (tenant: Tenant = "schwerin", may = "catalogue.edit") => ({
    ...testDatabase.contextFor({ tenantId: demoTenants[tenant], now }),
    actor: {
      kind: "staff" as const,
      id: "00000000-0000-4000-8000-000000000001",
      may: (asked: string) => asked === may,
    },
  });
  const ask = async (
    at: string,
    fields?: Record<string, string>,
    context = editor(),
  ) => {
    const portal = await portals.findById(context.tenantId);
    return visit(noticeRoutes({ portals }), fields ? "POST" : "GET", {
      context,
      path: at,
      ...(portal && { portal }),
      ...(fields && { fields }),
    });
  };
  const outage = (changes: Record<string, string> = {}) => ({
    id: newId(),
    aktion: "speichern",
    art: "warning",
    seiten: "everywhere",
    titel: "Online-Zahlung gestört",
    text: "Bitte zahlen Sie mit der Rechnung.\n\n<b>Danke</b>",
    ...changes,
  });
  const posted = (tenant: Tenant = "schwerin") =>
    listPostedNotices(
      testDatabase.contextFor({ tenantId: demoTenants[tenant], now }),
    );

  void test("is posted once however often the form is sent, and only in its own portal", async () => {
    const fields = outage();
    asRedirect(await ask(`${path}/neu`, fields));
    asRedirect(await ask(`${path}/neu`, fields));
    const [notice, ...others] = await posted();
    assert.ok(notice);
    assert.equal(others.length, 0);
    assert.deepEqual(notice.visibleFrom, now);
    assert.deepEqual(await posted("grabow"), []);
    const shown = String(
      noticesAbovePage([{ isOwn: true, notices: [notice] }], {
        path: "/impressum",
        locale: "en",
      }),
    );
    assert.match(shown, /<div lang="de">[^]*Online-Zahlung gestört/);
    assert.match(shown, /&lt;b&gt;Danke/);
    assert.match(shown, /<section[^>]+aria-label="Current notices"/);
  });

  void test("ends at once, stays in the list, and the log says who did what", async () => {
    const fields = outage({ titel: "Endet gleich" });
    await ask(`${path}/neu`, fields);
    const elsewhere = await ask(
      `${path}/${fields.id}/ende`,
      {},
      editor("grabow"),
    );
    assert.equal(errorStatusOf(elsewhere), 404);
    asRedirect(await ask(`${path}/${fields.id}/ende`, {}));
    assert.ok((await posted()).every(({ id }) => id !== fields.id));
    assert.match(asPage(await ask(path)).text, /Vorbei[^]*Endet gleich/);
    const { rows } = await editor().transaction((db) =>
      sql<{
        action: string;
      }>`select action from audit.entry where subject_id = ${fields.id} order by seq`.execute(
        db,
      ),
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ["catalogue.notice-posted", "catalogue.notice-ended"],
    );
  });

  void test("is shown in both languages before anybody else sees it", async () => {
    const earlier = (await posted()).length;
    const page = asPage(
      await ask(
        `${path}/neu`,
        outage({
          aktion: "vorschau",
          "titel-en": "Payment is down",
          "text-en": "Pay by invoice.",
        }),
      ),
    );
    assert.match(
      page.text,
      /role="status"[^]*Online-Zahlung gestört[^]*Payment is down[^]*<form/,
    );
    assert.equal((await posted()).length, earlier);
  });

  void test("keeps what was typed and says at the field what to do", async () => {
    const page = asPage(
      await ask(
        `${path}/neu`,
        outage({
          titel: "",
          "von-tag": "31.2.2027",
          "bis-zeit": "12:00",
          "text-en": "Only text",
        }),
      ),
    );
    assert.equal(page.status, 422);
    for (const [field, message] of [
      ["titel", "Geben Sie eine Überschrift ein"],
      ["von-tag", "Geben Sie den Tag so ein"],
      ["bis-tag", "auch den Tag"],
      ["titel-en", "Geben Sie eine Überschrift ein"],
    ] as const)
      assert.match(
        page.text,
        new RegExp(`id="${field}-error"[^]{0,300}${message}`),
      );
    assert.match(page.text, /value="31\.2\.2027"/);
  });

  void test("stands in the form as it was posted, in German time", async () => {
    const fields = outage({
      "von-tag": "28.3.2027",
      "von-zeit": "8 Uhr",
      "bis-tag": "29.03.2027",
    });
    asRedirect(await ask(`${path}/neu`, fields));
    const notice = (await posted()).find(({ id }) => id === fields.id);
    assert.equal(notice?.visibleFrom.toISOString(), "2027-03-28T06:00:00.000Z");
    assert.equal(
      notice.visibleUntil?.toISOString(),
      "2027-03-29T21:59:00.000Z",
    );
    const { text } = asPage(await ask(`${path}/${fields.id}`));
    for (const value of ["28.03.2027", "08:00", "29.03.2027", "23:59"])
      assert.ok(text.includes(`value="${value}"`), value);
  });

  void test("of a county stands in its communes where it wants so, and of a town in none", async () => {
    assert.match(
      asPage(await ask(`${path}/neu`, undefined, editor("lup"))).text,
      /name="orte"/,
    );
    assert.doesNotMatch(asPage(await ask(`${path}/neu`)).text, /name="orte"/);
    const fields = outage({ orte: "true", seiten: "home", art: "info" });
    await ask(`${path}/neu`, fields, editor("lup"));
    await ask(`${path}/neu`, outage(), editor("lup"));
    const county = await posted("lup");
    const at = (isOwn: boolean, where: string) =>
      String(
        noticesAbovePage([{ isOwn, notices: county }], {
          path: where,
          locale: "de",
        }) ?? "",
      ).split("kern-alert__header").length - 1;
    assert.equal(at(false, "/"), 1, "chosen for communes");
    assert.equal(at(false, "/leistungen"), 0);
    assert.equal(at(true, "/"), 1, "own information has its place on the page");
    await ask(`${path}/neu`, outage({ orte: "true" }));
    assert.ok((await posted()).every(({ isInCommunes }) => !isInCommunes));
  });

  void test("is nothing for who may not edit the catalogue", async () => {
    const other = editor("schwerin", "vorgang.edit");
    assert.equal(errorStatusOf(await ask(path, undefined, other)), 403);
    assert.equal(errorStatusOf(await ask(`${path}/neu`, outage(), other)), 403);
  });
});
