import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { showError } from "../../../shell/web/route.ts";
import { addStaff } from "../../staff/index.ts";
import { addOwnAbsence, saveTeam } from "../../staff/testing/team-fixtures.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { tidyMessages } from "../use-cases/tidy-messages.ts";
import { deskRoutes } from "./desk-routes.ts";
import { formRoutes } from "./form-routes.ts";
import { assertSealed } from "../../../platform/testing/sealed-values.ts";
import { sealedTables } from "../sealed-tables.ts";

const routes = [
  ...formRoutes({ showNoOffice: () => Promise.resolve(showError(404)) }),
];
const dayMs = 86_400_000;
const path = "/aemter/buergerbuero/kontakt";
const desk = "/verwaltung/kontakt";

describe("a message to an office", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
  });
  after(async () => {
    await assertSealed(testDatabase, sealedTables, ["contact.message.content"]);
    await testDatabase.close();
  });

  const start = new Date("2026-03-03T10:00:00Z");
  const guest = (
    tenant: keyof typeof demoTenants = "schwerin",
    now = start,
  ): Context => testDatabase.contextFor({ tenantId: demoTenants[tenant], now });
  const staff = (
    tenant: keyof typeof demoTenants = "schwerin",
    now = start,
    permission = "vorgang.edit",
  ): Context => ({
    ...guest(tenant, now),
    actor: {
      kind: "staff",
      id: "00000000-0000-4000-8000-000000000001",
      may: (asked) => asked === permission,
    },
  });
  const send = (
    fields: Readonly<Record<string, string>>,
    context = guest(),
    at = path,
  ) => visit(routes, "POST", { context, path: at, fields });
  const read = (at: string, context = staff()) =>
    visit(deskRoutes, "GET", { context, path: at });
  const textOf = (reply: Awaited<ReturnType<typeof read>>) =>
    asPage(reply).text.replaceAll(/\s+/g, " ");
  const idsOn = (text: string) =>
    [...text.matchAll(/href="\/verwaltung\/kontakt\/([\w-]+)"/g)].map(
      ([, id = ""]) => id,
    );
  /** In the tenant: row-level security shows nothing outside. */
  const countHere = async (table: "contact.message" | "mail.message") =>
    guest().transaction(async (db) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)}
        where tenant_id = ${demoTenants.schwerin}`.execute(db);
      return rows[0]?.count ?? assert.fail();
    });
  const words = {
    nachricht: "Wann ist das Amt\nwieder offen?",
    name: "Xaveria Quittenbaum",
    email: "xaveria@example.org",
  };

  test("is kept encrypted, told by a mail without content, read in the log and dealt with", async () => {
    const before = await countHere("mail.message");
    const to = asRedirect(await send({ ...words, kennung: newId() })).to;
    assert.equal(to, `${path}/gesendet`);
    const thanks = await visit(routes, "GET", {
      context: guest(),
      path: to,
    });
    assert.match(textOf(thanks), /Bürgerbüro hat Ihre Nachricht bekommen/);
    assert.equal(await countHere("mail.message"), before + 1);

    const list = textOf(await read(desk));
    assert.match(list, /Bürgerbüro.*Offen.*30\. August 2026/);
    assert.doesNotMatch(list, /Quittenbaum|offen\?/);
    const [id = assert.fail()] = idsOn(list);
    const shown = textOf(await read(`${desk}/${id}`));
    assert.match(shown, /Wann ist das Amt<br \/>wieder offen\?/);
    assert.match(shown, /Xaveria Quittenbaum.*mailto:xaveria@example\.org/);
    const stored = await guest().transaction((db) =>
      sql<{ content: Buffer }>`select content from contact.message`.execute(db),
    );
    assert.doesNotMatch(
      stored.rows[0]?.content.toString("latin1") ?? assert.fail(),
      /Quittenbaum/,
    );
    const logged = await guest().transaction((db) =>
      sql`select 1 from audit.entry where action = 'contact.opened' and subject_id = ${id}`.execute(
        db,
      ),
    );
    assert.equal(logged.rows.length, 1);

    const done = await visit(deskRoutes, "POST", {
      context: staff(),
      path: `${desk}/${id}/erledigt`,
      fields: {},
    });
    assert.equal(asRedirect(done).to, desk);
    assert.match(
      textOf(await read(desk)),
      /Erledigt am 3\. März 2026.*2\. April 2026/,
    );
  });

  test("sent twice by the same form is one", async () => {
    const before = await countHere("contact.message");
    const mails = await countHere("mail.message");
    const kennung = newId();
    const again = { nachricht: "Zweimal gedrückt", kennung };
    asRedirect(await send(again));
    asRedirect(await send(again));
    assert.equal(await countHere("contact.message"), before + 1);
    assert.equal(await countHere("mail.message"), mails + 1);
  });

  test("takes an address with letters of its own, which a browser would refuse", async () => {
    const form = asPage(await visit(routes, "GET", { context: guest(), path }));
    assert.match(form.text, /<form[^>]*novalidate/);
    const email = "jörg@example.org";
    asRedirect(await send({ nachricht: "Guten Tag", email }));
  });

  test("may be as long as the counter says: a line break is one character", async () => {
    const nachricht = `${"x".repeat(1998)}\r\n${"😀".repeat(2001)}`;
    asRedirect(await send({ nachricht }));
    assert.equal(
      asPage(await send({ nachricht: `${nachricht}x` })).status,
      422,
    );
  });

  test("needs neither name nor address, and the staff read that", async () => {
    const context = guest("grabow");
    asRedirect(await send({ nachricht: "Danke!" }, context));
    const [id = assert.fail()] = idsOn(
      textOf(await read(desk, staff("grabow"))),
    );
    const text = textOf(await read(`${desk}/${id}`, staff("grabow")));
    assert.match(text, /Name.*Nicht angegeben.*E-Mail.*Nicht angegeben/);
  });

  for (const [wrong, message] of [
    [{ nachricht: " " }, /Schreiben Sie, worum es geht/],
    [{ nachricht: "x".repeat(4001) }, /Kürzen Sie Ihre Nachricht auf 4\.000/],
    [{ name: "y".repeat(101) }, /Kürzen Sie den Namen auf 100/],
    [{ email: "xaveria@" }, /Geben Sie die Adresse so ein/],
  ] as const)
    test(`with a wrong ${Object.keys(wrong).join()} says so at the field and keeps what was typed`, async () => {
      const before = await countHere("contact.message");
      const kennung = newId();
      const given = { ...words, ...wrong, kennung };
      const reply = asPage(await send(given));
      assert.equal(reply.status, 422);
      assert.match(reply.title, /^Fehler: /);
      const [field] = Object.keys(wrong);
      assert.match(reply.text, new RegExp(`href="#${String(field)}"`));
      assert.match(reply.text, message);
      assert.match(reply.text, /aria-invalid="true"/);
      for (const typed of Object.values(given))
        assert.ok(reply.text.includes(typed), typed.slice(0, 20));
      assert.equal(await countHere("contact.message"), before);
    });

  test("is refused after too many from one place, and nothing typed is lost", async () => {
    const context = guest("ludwigslust");
    for (let sent = 0; sent < 10; sent += 1)
      asRedirect(await send({ nachricht: `Nummer ${String(sent)}` }, context));
    const refused = asPage(await send(words, context));
    assert.equal(refused.status, 429);
    assert.match(refused.text, /zu viele Nachrichten/);
    assert.match(refused.text, /Xaveria Quittenbaum/);
    assert.ok((refused.retryAfterSeconds ?? 0) > 0);
    const later = guest("ludwigslust", new Date(start.getTime() + dayMs));
    asRedirect(await send(words, later));
  });

  test("goes to offices of this authority only", async () => {
    for (const at of ["gibt-es-nicht", "veterinaeramt"])
      assert.equal(
        errorStatusOf(await send(words, guest(), `/aemter/${at}/kontakt`)),
        404,
      );
    assert.equal(
      errorStatusOf(
        await send(words, guest("grabow"), "/aemter/landkreis-jagd/kontakt"),
      ),
      404,
    );
  });

  test("is seen by nobody of another authority, and by nobody without the right", async () => {
    const [id = assert.fail()] = idsOn(textOf(await read(desk)));
    const stranger = staff("lup");
    assert.deepEqual(idsOn(textOf(await read(desk, stranger))), []);
    const other = staff("schwerin", start, "catalogue.edit");
    assert.equal(errorStatusOf(await read(desk, other)), 403);
    for (const context of [stranger, other]) {
      assert.equal(errorStatusOf(await read(`${desk}/${id}`, context)), 404);
      const done = await visit(deskRoutes, "POST", {
        context,
        path: `${desk}/${id}/erledigt`,
        fields: {},
      });
      assert.equal(errorStatusOf(done), 404);
    }
  });

  test("to an office that a team works for is read by the team, who substitutes there and who leads; others keep the rest", async () => {
    const tenantId = demoTenants.parchimerUmland;
    const as = (id: string, ...permissions: readonly string[]) => ({
      ...guest("parchimerUmland"),
      actor: staffWith(id, ...permissions),
    });
    const staffId = async (name: string) => {
      const added = await addStaff(as(newId(), "staff.manage"), {
        login: `${name}@parchimer-umland.example`,
        displayName: name,
        roles: ["caseworker"],
      });
      return added.ok ? added.value.staffId : assert.fail();
    };
    const [aylin, jonas] = [await staffId("aylin"), await staffId("jonas")];
    const [ofTeam, other] = [
      as(aylin, "vorgang.edit"),
      as(jonas, "vorgang.edit"),
    ];
    const lead = as(newId(), "vorgang.edit", "contact.all");
    const context = guest("parchimerUmland");
    for (const office of ["buergerbuero", "ordnungsamt"])
      asRedirect(
        await send({ nachricht: office }, context, `/aemter/${office}/kontakt`),
      );
    const seen = async (who: Context) =>
      idsOn(textOf(await read(desk, who))).toSorted();
    const all = await seen(other);
    assert.equal(all.length, 2, "no team works for an office");

    const saved = await saveTeam(as(newId(), "staff.manage"), {
      id: undefined,
      name: "Ordnung",
      memberIds: [aylin],
      leistungen: [],
      officeSlugs: ["ordnungsamt"],
    });
    assert.ok(saved.ok);
    assert.deepEqual(await seen(ofTeam), all);
    assert.deepEqual(await seen(lead), all);
    const rest = await seen(other);
    assert.equal(rest.length, 1);
    assert.match(textOf(await read(desk, other)), /Sie sehen nicht alle/);
    const [hidden = assert.fail()] = all.filter((id) => !rest.includes(id));
    const foreign: Context = {
      ...guest("lup"),
      actor: staffWith(aylin, "vorgang.edit", "contact.all"),
    };
    for (const who of [other, foreign]) {
      const opened = await read(`${desk}/${hidden}`, who);
      assert.equal(errorStatusOf(opened), 404);
      const done = await visit(deskRoutes, "POST", {
        context: who,
        path: `${desk}/${hidden}/erledigt`,
        fields: {},
      });
      assert.equal(errorStatusOf(done), 404);
    }
    const logged = await context.transaction((db) =>
      sql`select 1 from audit.entry where subject_id = ${hidden}
        and tenant_id = ${tenantId}`.execute(db),
    );
    assert.deepEqual(logged.rows, [], "who was refused opened nothing");

    await addOwnAbsence(ofTeam, {
      substituteId: jonas,
      fromDay: "2026-03-03",
      untilDay: "2026-03-04",
    });
    assert.deepEqual(await seen(other), all, "Jonas substitutes Aylin");
  });

  test("goes when its term is over: 30 days after it was done, else after 180", async () => {
    const context = guest("neustadtGlewe");
    for (const nachricht of ["erledigt", "offen"])
      asRedirect(await send({ nachricht }, context));
    const left = async (days: number) => {
      const now = new Date(start.getTime() + days * dayMs);
      await tidyMessages(guest("neustadtGlewe", now));
      const text = textOf(await read(desk, staff("neustadtGlewe", now)));
      return idsOn(text);
    };
    const [id = assert.fail()] = await left(0);
    await visit(deskRoutes, "POST", {
      context: staff("neustadtGlewe"),
      path: `${desk}/${id}/erledigt`,
      fields: {},
    });
    assert.equal((await left(29)).length, 2);
    const [open, ...others] = await left(30);
    assert.ok(open !== undefined && open !== id && others.length === 0);
    assert.equal((await left(179)).length, 1);
    assert.equal((await left(180)).length, 0);
  });
});
