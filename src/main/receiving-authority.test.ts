import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setFormOfLeistung } from "../modules/catalogue/index.ts";
import { newId } from "../platform/values/id.ts";
import { systemActor } from "./services.ts";
import {
  antrag,
  apply,
  draftKeyOf,
  fillIn,
  xaveria,
  xaveriasWords,
} from "./testing/applicant.ts";
import { readKeptMail } from "./testing/kept-mail.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const slug = "schuelerbefoerderung";
const county = "Landkreis Ludwigslust-Parchim";

void describe("an application for the county, begun in the portal of a town", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    const { tenantId } = await portal.portal("lup");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const set = await setFormOfLeistung(context, slug, "bewohnerparkausweis");
    assert.ok(set.ok);
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  const rowsOf = async (table: string, label: string) => {
    const { tenantId } = await portal.portal(label);
    const [row] = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${table} where tenant_id = $1 and leistung_slug = $2`,
      [tenantId, slug],
    );
    return row?.count;
  };

  void test("is in every town's portal as soon as the county offers it online, and says who receives it", async () => {
    for (const label of ["grabow", "ludwigslust", "parchimer-umland"]) {
      const town = visitorOf(portal, label);
      const page = await town.visit(`/leistungen/${slug}`);
      assert.match(page.text, /Zuständig ist: Landkreis Ludwigslust-Parchim/);
      const start = await town.visit(antrag(slug));
      assert.match(start.text, new RegExp(`Ihr Antrag geht an: ${county}`));
      assert.match(start.text, /Wer bekommt Ihren Antrag\?/);
    }
    const schwerin = visitorOf(portal, "schwerin");
    assert.equal((await schwerin.visit(antrag(slug))).status, 404);
  });

  void test("is received by the county: its queue, its number, its receipt; the town has nothing of it", async () => {
    const guest = visitorOf(portal, "grabow");
    await fillIn(guest, slug);
    const check = await guest.visit(antrag(slug, "/pruefen"));
    assert.match(check.text, new RegExp(`geht verbindlich an ${county}`));
    assert.match(check.text, /<title>[^<]*Serviceportal Grabow/);
    const stand = /name="stand" value="(\d+)"/.exec(check.text)?.[1] ?? "";
    const sent = await guest.follow(
      await guest.visit(antrag(slug, "/senden"), {
        fields: { bestaetigung: "true", email: xaveria.notices, stand },
      }),
    );
    assert.match(sent.text, new RegExp(`Ihr Antrag liegt bei: ${county}`));
    const reference = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(
      sent.text,
    )?.[0];
    assert.ok(reference);
    assert.equal(await rowsOf("submissions.submission", "lup"), 1);
    for (const table of [
      "submissions.draft",
      "submissions.submission",
      "vorgaenge.vorgang",
    ])
      assert.equal(await rowsOf(table, "grabow"), 0, table);

    const receipt = await guest.visit(antrag(slug, "/quittung.json"));
    const { authority, verification } = JSON.parse(receipt.text) as {
      authority: { name: string };
      verification: string;
    };
    assert.equal(authority.name, county);
    const checked = await visitorOf(portal, "lup").visit(
      new URL(verification).pathname,
    );
    assert.match(checked.text, new RegExp(reference));
    assert.equal(
      new URL(verification).host,
      new URL(portal.baseUrl("lup")).host,
    );

    const kevin = await signedIn(portal, "lup");
    assert.match(
      (await kevin.visit("/arbeitsplatz")).text,
      new RegExp(reference),
    );
    const other = await signedIn(portal, "grabow");
    assert.doesNotMatch(
      (await other.visit("/arbeitsplatz")).text,
      new RegExp(reference),
    );

    const status = /href="([^"]*)\/status\/([\w-]{43})"/.exec(sent.text);
    assert.equal(status?.[1], portal.baseUrl("lup"));
    const path = `/status/${status[2] ?? ""}`;
    assert.equal((await visitorOf(portal, "lup").visit(path)).status, 200);
    assert.equal((await visitorOf(portal, "grabow").visit(path)).status, 404);
    const mails = await readKeptMail(portal, xaveria.notices);
    assert.ok(
      mails.some(({ text }) =>
        text.includes(`${portal.baseUrl("lup")}${path}`),
      ),
    );
  });

  void test("the file that was uploaded is the county's, and its caseworker opens it", async () => {
    const sent = await apply(visitorOf(portal, "ludwigslust"), slug);
    const { tenantId } = await portal.portal("lup");
    const [file] = await owner.query<{ file_id: string; vorgang_id: string }>(
      `select upload.file_id, vorgang.id as vorgang_id from submissions.upload
       join vorgaenge.vorgang on vorgang.tenant_id = upload.tenant_id and vorgang.submission_id = upload.submission_id
       where upload.tenant_id = $1 and vorgang.reference = $2`,
      [tenantId, sent.reference],
    );
    assert.ok(file);
    const kevin = await signedIn(portal, "lup");
    const page = await kevin.visit(
      `/arbeitsplatz/vorgaenge/${file.vorgang_id}`,
    );
    assert.match(page.text, new RegExp(xaveria.filename));
    const { tenantId: town } = await portal.portal("ludwigslust");
    const stray = await owner.query(
      "select from submissions.upload where tenant_id = $1 and file_id = $2",
      [town, file.file_id],
    );
    assert.equal(stray.length, 0);
  });

  void test("a private link comes back in the town's portal, and in no other does the key open anything", async () => {
    const guest = visitorOf(portal, "grabow");
    await fillIn(guest, slug);
    const saved = await guest.visit(antrag(slug, "/speichern"), { fields: {} });
    const link = new RegExp(
      `${portal.baseUrl("grabow")}(/antrag/([\\w-]{43})~lup)`,
    ).exec(saved.text);
    assert.ok(link?.[1]);
    const again = visitorOf(portal, "grabow");
    const opened = await again.follow(await again.visit(link[1]));
    assert.equal(opened.status, 200);
    const check = await again.visit(antrag(slug, "/pruefen"));
    assert.match(check.text, new RegExp(xaveria.familienname));

    const key = link[2] ?? "";
    for (const path of [
      `/antrag/${key}`,
      `/antrag/${key}~schwerin`,
      `/antrag/${key}~gibtsnicht`,
      `/antrag/~lup`,
    ]) {
      const answer = await visitorOf(portal, "grabow").visit(path);
      assert.equal(answer.status, 404, path);
    }
  });

  void test("a key of another authority in the cookie opens nothing there, and staff of the town is nobody at the county", async () => {
    const guest = visitorOf(portal, "grabow");
    await fillIn(guest, slug);
    const thief = visitorOf(portal, "grabow");
    const key = draftKeyOf(guest, slug).split("~")[0] ?? "";
    for (const value of [`${key}~schwerin`, `${key}~ludwigslust`, key]) {
      thief.cookies.set(`antrag-${slug}`, value);
      const answer = await thief.visit(antrag(slug, "/pruefen"));
      for (const word of xaveriasWords)
        assert.doesNotMatch(answer.text, new RegExp(word), value);
    }
    const staff = await signedIn(portal, "grabow");
    const begun = await staff.visit(antrag(slug), { fields: {} });
    assert.equal(begun.status, 303);
    const { tenantId } = await portal.portal("lup");
    const rows = await owner.query<{
      owner_id: string | null;
      intake_by: string | null;
    }>(
      "select owner_id, intake_by from submissions.draft where tenant_id = $1 and leistung_slug = $2 order by created_at desc limit 1",
      [tenantId, slug],
    );
    assert.deepEqual(rows, [{ owner_id: null, intake_by: null }]);
  });

  const parking = "bewohnerparkausweis";
  const rule = async (
    label: string,
    values: Readonly<Record<string, unknown>>,
  ) => {
    const { tenantId } = await portal.portal(label);
    const all: Readonly<Record<string, unknown>> = {
      tenant_id: tenantId,
      id: newId(),
      leistung_slug: parking,
      position: 1,
      name: "A rule",
      conditions: "{}",
      valid_from: "2020-01-01",
      changed_at: new Date(),
      changed_by: "system",
      ...values,
    };
    const columns = Object.keys(all);
    await owner.query(
      `insert into zustaendigkeit.rule (${columns.join(", ")}) values (${columns.map((_, index) => `$${String(index + 1)}`).join(", ")})`,
      Object.values(all),
    );
  };

  void test("by the answers another authority may be responsible: nothing is sent to the wrong one, and what was filled in goes along", async () => {
    const schwerin = await portal.portal("schwerin");
    const grabow = await portal.portal("grabow");
    await rule("grabow", {
      conditions: JSON.stringify({ streets: [xaveria.strasse] }),
      to_tenant_id: schwerin.tenantId,
    });
    const [team] = await owner.query<{ id: string }>(
      "insert into staff.team (tenant_id, id, name, created_at) values ($1, gen_random_uuid(), 'Team Q', now()) returning id",
      [schwerin.tenantId],
    );
    await rule("schwerin", {
      conditions: JSON.stringify({ letters: { from: "Q", to: "Q" } }),
      team_id: team?.id,
    });
    const guest = visitorOf(portal, "grabow");
    await fillIn(guest, parking);
    const saved = await guest.visit(antrag(parking, "/speichern"), {
      fields: {},
    });
    const link = /\/antrag\/[\w-]{43}(?=")/.exec(saved.text)?.[0] ?? "";
    const check = await guest.visit(antrag(parking, "/pruefen"));
    assert.match(
      check.text,
      /Nach Ihren Angaben ist zuständig: Landeshauptstadt Schwerin/,
    );
    // Before the answers, and after them.
    assert.match(check.text, /href="#zustaendig".*<dl.*id="zustaendig"/s);
    assert.doesNotMatch(check.text, /name="bestaetigung"/);
    const stand = /name="stand" value="(\d+)"/.exec(check.text)?.[1] ?? "";
    const forced = await guest.visit(antrag(parking, "/senden"), {
      fields: { bestaetigung: "true", email: "", stand },
    });
    assert.equal(forced.headers.location, antrag(parking, "/pruefen"));
    const wrong = await guest.visit(antrag(parking, "/zustaendig"), {
      fields: { stand, behoerde: grabow.tenantId },
    });
    assert.equal(wrong.headers.location, antrag(parking, "/pruefen"));
    assert.match(guest.cookies.get(`antrag-${parking}`) ?? "", /^[\w-]{43}$/);

    const moved = await guest.follow(
      await guest.visit(antrag(parking, "/zustaendig"), {
        fields: { stand, behoerde: schwerin.tenantId },
      }),
    );
    assert.match(moved.text, /geht verbindlich an Landeshauptstadt Schwerin/);
    assert.match(moved.text, new RegExp(xaveria.filename));
    const left = await owner.query(
      "select id from submissions.draft where tenant_id = $1 and leistung_slug = $2",
      [grabow.tenantId, parking],
    );
    assert.deepEqual(left, []);
    const follower = visitorOf(portal, "grabow");
    const opened = await follower.follow(await follower.visit(link));
    assert.equal(opened.status, 200);
    assert.match(
      (await follower.visit(antrag(parking, "/pruefen"))).text,
      new RegExp(xaveria.familienname),
    );

    const sent = await guest.follow(
      await guest.visit(antrag(parking, "/senden"), {
        fields: { bestaetigung: "true", email: "", stand },
      }),
    );
    assert.match(sent.text, /Ihr Antrag liegt bei: Landeshauptstadt Schwerin/);
    const reference =
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(sent.text)?.[0] ?? "";
    const [vorgang] = await owner.query<{
      tenant_id: string;
      team_id: string;
      file: string;
    }>(
      `select vorgang.tenant_id, vorgang.team_id, upload.tenant_id as file from vorgaenge.vorgang
       join submissions.upload using (submission_id) where vorgang.reference = $1`,
      [reference],
    );
    assert.deepEqual(vorgang, {
      tenant_id: schwerin.tenantId,
      team_id: team?.id,
      file: schwerin.tenantId,
    });
    const logs = await owner.query<{ tenant_id: string }>(
      "select tenant_id from audit.entry where action = 'draft.moved-to-authority'",
    );
    assert.deepEqual(
      logs.map(({ tenant_id }) => tenant_id).toSorted(),
      [grabow.tenantId, schwerin.tenantId].toSorted(),
    );
  });

  void test("administrators see, add, try, change and remove the rules of their own authority only, and it is in the log", async () => {
    const admin = await signedIn(portal, "ludwigslust", "verwaltung");
    const path = "/verwaltung/zustaendigkeiten";
    const list = await admin.visit(path);
    assert.match(list.text, /Der Landkreis ist untere Jagdbehörde/);
    const fields = {
      name: "A bis K: Bürgerbüro",
      leistung: "hundesteuer",
      reihenfolge: "1",
      "gilt-ab": "1.1.2020",
      von: "A",
      bis: "",
      antwort: "1 +",
      orte: "130760090090",
      dienststelle: "buergerbuero",
    };
    const wrong = await admin.visit(`${path}/neu`, { fields });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /zwei Buchstaben/);
    assert.match(wrong.text, /lässt sich nicht lesen/);
    assert.match(wrong.text, /A bis K: Bürgerbüro/);
    const good = { ...fields, bis: "K", antwort: "" };
    const unknown = await admin.visit(`${path}/neu`, {
      fields: { ...good, dienststelle: "gibt-es-nicht" },
    });
    assert.equal(unknown.status, 422);
    const saved = await admin.visit(`${path}/neu`, { fields: good });
    assert.equal(saved.headers.location, `${path}?gespeichert=1`);

    const tried = await admin.visit(
      `${path}?leistung=hundesteuer&plz=19288&ort=Ludwigslust&familienname=von+Arnim`,
    );
    assert.match(tried.text, /Der Antrag geht an: Stadt Ludwigslust/);
    assert.match(tried.text, /Nach diesen Regeln: A bis K: Bürgerbüro/);
    const other = await admin.visit(
      `${path}?leistung=hundesteuer&plz=19288&ort=Ludwigslust&familienname=Lange`,
    );
    assert.match(other.text, /Keine Regel trifft zu/);

    const { tenantId } = await portal.portal("ludwigslust");
    const [row] = await owner.query<{ id: string }>(
      "select id from zustaendigkeit.rule where tenant_id = $1 and name = $2",
      [tenantId, fields.name],
    );
    const one = `${path}/${row?.id ?? ""}`;
    assert.match((await admin.visit(one)).text, /130760090090/);
    const foreign = await signedIn(portal, "grabow", "verwaltung");
    for (const each of [one, `${one}/loeschen`])
      assert.equal((await foreign.visit(each)).status, 404);
    assert.equal((await foreign.visit(one, { fields: good })).status, 404);
    const grabow = await portal.portal("grabow");
    const changed = await foreign.visit(one, {
      fields: { ...good, dienststelle: "", behoerde: tenantId },
    });
    assert.equal(changed.status, 404, grabow.name);
    // As an invented one: gone is gone. It stays where it is.
    const none = await foreign.visit(`${one}/loeschen`, { fields: {} });
    assert.equal(none.status, 303);
    assert.match((await admin.visit(one)).text, /130760090090/);
    const kevin = await signedIn(portal, "ludwigslust");
    assert.equal((await kevin.visit(path)).status, 403);

    const removed = await admin.visit(`${one}/loeschen`, { fields: {} });
    assert.equal(removed.headers.location, `${path}?geloescht=1`);
    const logs = await owner.query<{ action: string }>(
      "select action from audit.entry where tenant_id = $1 and subject_id = $2 order by seq",
      [tenantId, row?.id],
    );
    assert.deepEqual(
      logs.map(({ action }) => action),
      ["zustaendigkeit.rule-saved", "zustaendigkeit.rule-removed"],
    );
  });

  void test("everybody may ask who is responsible, by service and place", async () => {
    const mainOf = (text: string) => /<main[^]*<\/main>/u.exec(text)?.[0] ?? "";
    const grabow = visitorOf(portal, "grabow");
    const here = await grabow.visit("/zustaendig?leistung=hundesteuer");
    assert.match(here.text, /Zuständig ist: Stadt Grabow/);
    assert.match(mainOf(here.text), /Kämmerei/, "the office of the service");
    await rule("grabow", {
      leistung_slug: "hundesteuer",
      office_slug: "ordnungsamt",
    });
    const ruled = await grabow.visit("/zustaendig?leistung=hundesteuer");
    assert.match(mainOf(ruled.text), /Ordnungsamt/, "the one of the rule");
    assert.doesNotMatch(mainOf(ruled.text), /Kämmerei/);
    const above = await grabow.visit(
      "/zustaendig?leistung=schuelerbefoerderung",
    );
    assert.match(above.text, /Zuständig ist: Landkreis Ludwigslust-Parchim/);
    const county = visitorOf(portal, "lup");
    const below = await county.visit(
      "/zustaendig?leistung=hundesteuer&plz=19300&ort=Balow",
    );
    assert.match(below.text, /Zuständig ist: Stadt Grabow/);
    const lost = await county.visit(
      "/zustaendig?leistung=hundesteuer&plz=99999&ort=Nirgends",
    );
    assert.match(lost.text, /Diesen Ort haben wir nicht gefunden/);
    const answer = await county.visit(
      "/api/v1/zustaendigkeit?leistung=hundesteuer&ars=130765657003",
    );
    assert.equal(answer.status, 200);
    assert.match(answer.text, /"office":"[^"]*Ordnungsamt/u);
    const {
      authority,
      ars,
      portal: at,
      dependsOn,
    } = JSON.parse(answer.text) as Record<string, unknown>;
    assert.deepEqual(
      { authority, ars, at, dependsOn },
      {
        authority: "Stadt Grabow",
        ars: "130765657050",
        at: portal.baseUrl("grabow"),
        dependsOn: [],
      },
    );
    for (const [query, status] of [
      ["leistung=raumschiff", 404],
      ["leistung=hundesteuer", 404],
      ["leistung=hundesteuer&ars=1", 400],
      ["", 400],
    ] as const) {
      const problem = await county.visit(`/api/v1/zustaendigkeit?${query}`);
      assert.equal(problem.status, status, query);
      assert.match(
        problem.headers["content-type"] ?? "",
        /^application\/problem\+json/,
      );
    }
    const none = await county.visit("/zustaendig?leistung=Raumschiff");
    assert.match(none.text, /keine Leistung gefunden/);
  });
});
