import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { readMail } from "../../../../platform/mail/read-mail.ts";
import type { StoredMail } from "../../../../platform/mail/mail-store.ts";
import {
  asPage,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import type { Reply, Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import { findLeistungBySlug } from "../../use-cases/find-leistung-by-slug.ts";
import {
  approvalPath,
  editorPath,
  editPath,
  newPath,
  rulesPath,
  versionsPath,
} from "./editor-labels.ts";
import { situationsPath } from "../situations/situation-list-page.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

const erna = "00000000-0000-4000-8000-000000000001";
const otto = "00000000-0000-4000-8000-000000000002";
const moment = { "plan-tag": "1.3.2099", "plan-zeit": "8:00" };

void describe("the approval of a Leistung by another editor", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    const portals = await openDemoPortals(testDatabase);
    await seedCatalogueDemo(
      testDatabase.contextFor({ tenantId: demoTenants.schwerin }),
    );
    const addresses = new Map([
      [erna, "erna@schwerin.example"],
      [otto, "otto@schwerin.example"],
    ]);
    const addressesOf = (keep: (id: string) => boolean) =>
      [...addresses].flatMap(([id, address]) => (keep(id) ? [address] : []));
    routes = routesOn(testDatabase, {
      portals,
      listStaffNames: () =>
        Promise.resolve(
          new Map([
            [erna, "Erna Eins"],
            [otto, "Otto Zwo"],
          ]),
        ),
      notices: {
        listEditorEmails: (_context, _db, without) =>
          Promise.resolve(addressesOf((id) => !without.includes(id))),
        listEmailsOf: (_context, _db, ids) =>
          Promise.resolve(addressesOf((id) => ids.includes(id))),
        baseUrlOf: () => Promise.resolve("https://schwerin.example"),
      },
    });
    const saved = await reach(otto, rulesPath, { "vier-augen": "true" });
    assert.equal(saved.kind, "redirect");
  });
  after(() => testDatabase.close());

  const editor = (who: string) =>
    testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: staffWith(who, "catalogue.edit", "catalogue.rules"),
    });
  const reach = (
    who: string,
    path: string,
    fields?: Readonly<Record<string, string>>,
  ) =>
    visit(routes, fields ? "POST" : "GET", {
      context: editor(who),
      path,
      ...(fields && { fields }),
    });
  const textOf = async (who: string, path: string) =>
    asPage(await reach(who, path)).text;
  const idOf = async (slug: string) =>
    (await findLeistungBySlug(editor(erna), slug))?.id ?? assert.fail(slug);
  const send = (id: string, fields: Readonly<Record<string, string>>) =>
    reach(erna, editPath(id), { fassung: "1", entwurf: "0", ...fields });
  /** Sends a form of the page of approval as it stands. */
  const decide = async (
    who: string,
    id: string,
    fields: Readonly<Record<string, string>>,
  ) => {
    const text = await textOf(who, approvalPath(id));
    const hidden = (name: string) =>
      new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? "";
    const seen = { freigabe: hidden("freigabe"), fassung: hidden("fassung") };
    return reach(who, approvalPath(id), { ...seen, ...fields });
  };
  const wentTo = (reply: Reply) =>
    reply.kind === "redirect" ? reply.to : assert.fail(reply.kind);
  const storedMails = async () => {
    const { rows } = await editor(erna).read((db) =>
      sql<StoredMail>`select * from mail.message order by created_at`.execute(
        db,
      ),
    );
    return rows;
  };
  /** Does something, and answers the mails that it sent. */
  const mailsOf = async (work: () => Promise<Reply>) => {
    const before = new Set((await storedMails()).map(({ id }) => id));
    const to = wentTo(await work());
    const sent = (await storedMails()).filter(({ id }) => !before.has(id));
    const mails = await Promise.all(
      sent.map(async (row) => ({
        kind: row.kind,
        ...((await readMail(editor(erna).cipher, row)) ?? assert.fail()),
      })),
    );
    return { to, mails, told: mails.map((it) => `${it.kind} ${it.to}`) };
  };

  void test("the author asks with a note, the others see it listed, compared and counted, and publish it", async () => {
    const id = await idOf("wohngeld");
    const form = await textOf(erna, editPath(id));
    assert.doesNotMatch(form, /value="veroeffentlichen"/);
    const asked = await mailsOf(() =>
      send(id, {
        aktion: "freigabe",
        "notes-de": "Neu und ungeprüft",
        "freigabe-notiz": "Neue Beträge ab März",
      }),
    );
    assert.match(asked.to, /getan=wartet/);
    assert.deepEqual(asked.told, ["approval-asked otto@schwerin.example"]);
    assert.doesNotMatch(
      await textOf(erna, "/leistungen/wohngeld"),
      /Neu und ungeprüft/,
    );
    const list = await textOf(otto, `${editorPath}?nur=freigaben`);
    assert.match(list, /Wartet auf Freigabe \(1\)/);
    assert.match(list, new RegExp(`href="${approvalPath(id)}"`));
    const own = await textOf(erna, approvalPath(id));
    assert.match(own, /Eine andere Person gibt frei/);
    assert.doesNotMatch(own, /value="freigeben"/);
    const page = await textOf(otto, approvalPath(id));
    assert.match(page, /Erna Eins hat am .* um Freigabe gebeten/);
    assert.match(page, /Hinweis: Neue Beträge ab März/);
    assert.match(page, /<ins>Neu und ungeprüft<\/ins>/);
    const preview = await textOf(otto, `${approvalPath(id)}/vorschau`);
    assert.match(preview, /Neu und ungeprüft/);
    const forced = await reach(erna, approvalPath(id), {
      aktion: "freigeben",
      freigabe: /name="freigabe"\s+value="([^"]*)"/.exec(page)?.[1] ?? "",
      fassung: "1",
    });
    assert.equal(asPage(forced).status, 409);
    const given = await mailsOf(() =>
      decide(otto, id, { aktion: "freigeben" }),
    );
    assert.match(given.to, /getan=freigegeben$/);
    assert.deepEqual(given.told, ["approval-given erna@schwerin.example"]);
    const [mail] = given.mails;
    assert.match(mail?.text ?? "", /„Wohngeld[^“]*“ wurde freigegeben/);
    assert.match(mail?.text ?? "", /Sie ist veröffentlicht:\nhttps:/);
    assert.ok(mail?.text.trimEnd().endsWith(editPath(id)));
    assert.match(
      await textOf(erna, "/leistungen/wohngeld"),
      /Neu und ungeprüft/,
    );
    assert.match(
      await textOf(erna, versionsPath(id)),
      /Fassung 2 vom .* von Erna Eins, freigegeben von Otto Zwo/,
    );
  });

  void test("it is sent back with a reason that the author reads, and may not be sent back without one", async () => {
    const id = await idOf("hundesteuer");
    await send(id, { aktion: "freigabe", "notes-de": "Falscher Betrag" });
    const back = { aktion: "zurueckgeben" };
    const refused = asPage(await decide(otto, id, back));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Füllen Sie „Was fehlt oder nicht stimmt“ aus/);
    const reason = { ...back, "freigabe-grund": "Es sind 120 Euro." };
    const returned = await mailsOf(() => decide(otto, id, reason));
    assert.match(returned.to, /=zurueckgegeben/);
    const [mail = assert.fail()] = returned.mails;
    assert.deepEqual(returned.told, [
      "approval-returned erna@schwerin.example",
    ]);
    assert.ok(
      mail.text.includes(`https://schwerin.example${approvalPath(id)}`),
    );
    assert.doesNotMatch(
      mail.text,
      /120 Euro/,
      "the reason is read in the portal",
    );
    const form = await textOf(erna, editPath(id));
    assert.match(form, /Otto Zwo hat am .* nicht freigegeben/);
    assert.match(form, /Es sind 120 Euro\./);
    assert.match(form, /Falscher Betrag/, "the draft is still there");
    assert.match(
      await textOf(otto, `${editorPath}?q=Hundesteuer`),
      /nicht freigegeben/,
    );
  });

  void test("a wished moment is offered to who approves, and a bad one is told at its field", async () => {
    const id = await idOf("personalausweis");
    const asked = await send(id, {
      aktion: "freigabe-planen",
      ...moment,
      "notes-de": "Ab März",
    });
    assert.match(wentTo(asked), /getan=wartet/);
    const page = await textOf(otto, approvalPath(id));
    assert.match(page, /Gewünschte Veröffentlichung: .*1\. März 2099/);
    assert.match(page, /name="plan-tag"[^>]*value="01\.03\.2099"/);
    const later = { aktion: "freigeben-spaeter", ...moment };
    const refused = asPage(
      await decide(otto, id, { ...later, "plan-zeit": "acht" }),
    );
    assert.equal(refused.status, 422);
    assert.match(refused.text, /name="plan-zeit"[^>]*value="acht"/);
    const planned = await mailsOf(() => decide(otto, id, later));
    assert.match(planned.to, /freigegeben-geplant/);
    assert.match(
      planned.mails[0]?.text ?? "",
      /Sie wird am Sonntag, 1\. März 2099 um 08:00 Uhr veröffentlicht/,
    );
    assert.match(await textOf(erna, editPath(id)), /Geplant für/);
  });

  void test("a form that was opened before the rule keeps what was typed and publishes nothing", async () => {
    const id = await idOf("wohnsitz");
    for (const fields of [
      { aktion: "veroeffentlichen" },
      { aktion: "planen", ...moment },
    ]) {
      const refused = asPage(
        await send(id, { ...fields, "notes-de": "Getippt" }),
      );
      assert.equal(refused.status, 409);
      assert.match(refused.text, /gibt inzwischen eine zweite Person frei/);
      assert.match(refused.text, />\s*Getippt<\/textarea>/);
    }
  });

  void test("a note that is too long is told at its field, with all that was typed", async () => {
    const id = await idOf("wohnsitz");
    const refused = asPage(
      await send(id, {
        aktion: "freigabe",
        "notes-de": "Getippt",
        "freigabe-notiz": "n".repeat(1_001),
      }),
    );
    assert.equal(refused.status, 422);
    assert.match(
      refused.text,
      /Kürzen Sie „Hinweis für die Freigabe“ auf 1\.000/,
    );
    assert.match(refused.text, /n{1001}/);
  });

  void test("a new Leistung is hidden until somebody else has seen all of it", async () => {
    const created = await reach(erna, newPath, {
      aktion: "veroeffentlichen",
      "titel-de": "Bootsliegeplatz",
      "kurz-de": "Ein Platz am See",
      amt:
        /value="([\w-]+)"[^>]*>\s*Bürgerbüro/.exec(
          await textOf(erna, newPath),
        )?.[1] ?? "",
      thema: "leisure",
    });
    const to = wentTo(created);
    assert.match(to, /getan=wartet/);
    const id = /([\w-]{36})/.exec(to)?.[1] ?? "";
    const open = () => reach(otto, "/leistungen/bootsliegeplatz");
    assert.equal(errorStatusOf(await open()), 404);
    const page = await textOf(otto, approvalPath(id));
    assert.match(page, /Mit der Freigabe wird sie gezeigt/);
    assert.match(page, /<ins>Ein Platz am See<\/ins>/);
    const given = await mailsOf(() =>
      decide(otto, id, { aktion: "freigeben" }),
    );
    assert.match(given.to, /freigegeben-gezeigt/);
    assert.match(given.mails[0]?.text ?? "", /ist jetzt öffentlich:/);
    assert.match(asPage(await open()).text, /Bootsliegeplatz/);
  });

  void test("a Leistung that is put into a topic waits as its texts do: told, listed, compared by the names of topics, and approved", async () => {
    const id = await idOf("veranstaltung");
    const place = (aktion: "dazu" | "heraus") =>
      reach(erna, `${situationsPath}/family/leistungen`, {
        leistung: id,
        aktion,
      });
    const asked = await mailsOf(() => place("dazu"));
    assert.match(asked.to, /getan=wartet/);
    assert.deepEqual(asked.told, ["approval-asked otto@schwerin.example"]);
    const inTopic = () => textOf(erna, "/leistungen?thema=familie");
    assert.doesNotMatch(await inTopic(), /href="\/leistungen\/veranstaltung"/);
    const list = await textOf(otto, `${editorPath}?nur=freigaben`);
    assert.match(list, new RegExp(`href="${approvalPath(id)}"`));
    assert.match(
      await textOf(otto, `${situationsPath}/family?q=Veranstaltung`),
      /wartet auf Freigabe/,
    );
    const again = asPage(await place("dazu"));
    assert.match(again.text, /wartet schon etwas anderes auf Freigabe/);
    assert.doesNotMatch(
      await textOf(erna, approvalPath(id)),
      /value="freigeben"/,
    );
    const page = await textOf(otto, approvalPath(id));
    assert.match(page, /Zweites Thema/);
    assert.match(page, /<ins>Familie und Kinder<\/ins>/);
    const given = await mailsOf(() =>
      decide(otto, id, { aktion: "freigeben" }),
    );
    assert.deepEqual(given.told, ["approval-given erna@schwerin.example"]);
    assert.match(await inTopic(), /href="\/leistungen\/veranstaltung"/);

    assert.match(wentTo(await place("heraus")), /getan=wartet/);
    const back = {
      aktion: "zurueckgeben",
      "freigabe-grund": "Bitte drin lassen.",
    };
    const returned = await mailsOf(() => decide(otto, id, back));
    assert.deepEqual(returned.told, [
      "approval-returned erna@schwerin.example",
    ]);
    assert.match(await textOf(erna, approvalPath(id)), /Bitte drin lassen\./);
    assert.match(await inTopic(), /href="\/leistungen\/veranstaltung"/);
    assert.match(wentTo(await place("heraus")), /getan=wartet/);
    const restored = asPage(
      await reach(erna, versionsPath(id), { zurueck: "1", fassung: "2" }),
    );
    assert.equal(restored.status, 409);
    assert.match(restored.text, /wartet schon etwas anderes auf Freigabe/);
    assert.match(restored.text, /Vorher gibt eine andere Person sie frei/);
  });

  void test("what was planned before the rule waits, and the others are told", async () => {
    const rule = (fields: Readonly<Record<string, string>>) =>
      reach(otto, rulesPath, fields);
    await rule({});
    const id = await idOf("bewohnerparkausweis");
    const planned = await send(id, {
      aktion: "planen",
      ...moment,
      "notes-de": "Erst ab März",
    });
    assert.match(wentTo(planned), /getan=geplant/);
    const { told } = await mailsOf(() => rule({ "vier-augen": "true" }));
    assert.deepEqual(told, ["approval-asked otto@schwerin.example"]);
    assert.match(await textOf(otto, approvalPath(id)), /Erst ab März/);
  });
});
