import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import { typedOfficeOf } from "../domain/typed-office.ts";
import { officeInputs } from "./office-editor-page.ts";
import { officeEditorRoutes } from "./office-editor-routes.ts";

const routes = officeEditorRoutes({
  mapPicture: () => Promise.resolve(undefined),
  listLeistungen: (_context, slug) =>
    Promise.resolve(
      slug === "standesamt" ? [{ slug: "heiraten", title: "Heiraten" }] : [],
    ),
  // As an import of a Land delivers it: some say less than others.
  findDirectoryOffices: (_context, sought) =>
    Promise.resolve(
      ("key" in sought ? sought.key : sought.words) === "Fund"
        ? [
            {
              key: "Fund",
              name: "Fundbüro Große Straße",
              street: "Große Straße 1",
              postcode: "19053",
              town: "Schwerin",
              phone: "0385 545-3333",
              email: "",
              hours: "Di, Do: 09:00-12:00",
              days: "",
              note: "und nach Vereinbarung",
            },
          ]
        : [],
    ),
});
const path = "/verwaltung/aemter/buergerbuero";

describe("what an office says of itself", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
  });
  after(() => testDatabase.close());

  const editor = (
    tenant: "schwerin" | "grabow" = "schwerin",
    permission = "catalogue.edit",
  ) => ({
    ...testDatabase.contextFor({ tenantId: demoTenants[tenant] }),
    actor: {
      kind: "staff" as const,
      id: "00000000-0000-4000-8000-000000000001",
      may: (asked: string) => asked === permission,
    },
  });
  /** Sends the form as it stands, with what was changed. */
  const save = async (changes: Record<string, string>, context = editor()) => {
    const typed = Object.entries(typedOfficeOf(await office()));
    const fields = Object.fromEntries(
      typed.map(([field, value]) => [
        officeInputs[field as keyof typeof officeInputs],
        value,
      ]),
    );
    return visit(routes, "POST", {
      context,
      path,
      fields: { ...fields, ...changes },
    });
  };
  const office = async (context = editor()) =>
    (await listOffices(context)).find(({ slug }) => slug === "buergerbuero") ??
    assert.fail();

  test("is kept for this authority only, and stands in the form again", async () => {
    const tage = "31.12.2026; Silvester\n24.12.2026; Heiligabend; 8:00-10:00";
    const elsewhere = await office(editor("grabow"));
    asRedirect(await save({ tage, anfahrt: "Bus 5", zugang: "", hinweis: "" }));
    const { specialDays, transport, accessibility, openingTimes } =
      await office();
    assert.deepEqual(specialDays, [
      {
        day: "2026-12-24",
        reason: "Heiligabend",
        spans: [{ from: "08:00", to: "10:00" }],
      },
      { day: "2026-12-31", reason: "Silvester", spans: [] },
    ]);
    assert.deepEqual([transport, accessibility], ["Bus 5", null]);
    assert.ok(openingTimes.length > 0, "nothing else changes");
    assert.deepEqual(await office(editor("grabow")), elsewhere);
    const form = await visit(routes, "GET", { context: editor(), path });
    assert.match(asPage(form).text, /24\.12\.2026; Heiligabend; 08:00-10:00/);
  });

  for (const [line, message] of [
    ["30.02.2027; Gibt es nicht", /Zeile 2/],
    ["24.12.2027; Verkehrt; 10:00-08:00", /Zeile 2/],
    ["24.12.2027", /Zeile 2/],
    ["01.01.2027; Noch einmal", /Zeile 2.*schon/],
  ] as const)
    test(`"${line}" is refused at the field and kept`, async () => {
      const before = await office();
      const tage = `01.01.2027; Neujahr\n${line}`;
      const reply = asPage(await save({ tage }));
      assert.equal(reply.status, 422);
      assert.match(reply.text, message);
      assert.ok(reply.text.includes(line));
      assert.deepEqual(await office(), before);
    });

  test("week, contact and place are kept as they were typed, and nothing of another authority changes", async () => {
    const elsewhere = await office(editor("grabow"));
    asRedirect(
      await save({
        zeiten: "Mo-Mi, Fr: 8:00-12:00, 13:00–16:00\nDo: 08:00-18:00",
        telefon: "0385 545-2222",
        lage: "53.6288, 11.4128",
        plz: "19055",
        tage: "24.12.2026; Heiligabend | Christmas Eve",
      }),
    );
    const { openingTimes, location, postcode, phone, specialDays } =
      await office();
    assert.equal(openingTimes.length, 9);
    assert.deepEqual(openingTimes[0], {
      weekday: 1,
      from: "08:00",
      to: "12:00",
    });
    assert.deepEqual(location, { latitude: 53.6288, longitude: 11.4128 });
    assert.deepEqual([postcode, phone], ["19055", "0385 545-2222"]);
    assert.equal(specialDays[0]?.reasonEn, "Christmas Eve");
    const { text } = asPage(
      await visit(routes, "GET", { context: editor(), path }),
    );
    assert.match(
      text,
      /Mo, Di, Mi, Fr: 08:00-12:00, 13:00-16:00\nDo: 08:00-18:00/,
    );
    assert.match(text, /Heiligabend \| Christmas Eve/);
    assert.deepEqual(await office(editor("grabow")), elsewhere);
  });

  test("an office is no department of itself, nor of one below it", async () => {
    const offices = await listOffices(editor());
    const other = offices.find(({ slug }) => slug !== "buergerbuero");
    assert.ok(other);
    const below = `/verwaltung/aemter/${other.slug}`;
    const fields = Object.fromEntries(
      Object.entries(typedOfficeOf(other)).map(([field, value]) => [
        officeInputs[field as keyof typeof officeInputs],
        value,
      ]),
    );
    asRedirect(
      await visit(routes, "POST", {
        context: editor(),
        path: below,
        fields: { ...fields, "teil-von": "buergerbuero" },
      }),
    );
    for (const partOf of ["buergerbuero", other.slug, "gibtesnicht"]) {
      const reply = asPage(await save({ "teil-von": partOf }));
      assert.equal(reply.status, 422, partOf);
      assert.match(reply.text, /id="teil-von-error"/);
    }
  });

  for (const [field, value] of [
    ["name", ""],
    ["plz", "1905"],
    ["telefon", "anrufen"],
    ["mail", "amt"],
    ["lage", "53,6288 11,4128"],
    ["zeiten", "Montag 8-12"],
    ["zeiten", "Mo: 08:00-12:00\nMo: 11:00-13:00"],
    ["zeiten", "Fr-Mo: 08:00-12:00"],
    ["hinweis", "x".repeat(501)],
  ] as const)
    test(`${field} "${value.slice(0, 30)}" is refused at the field and kept`, async () => {
      const before = await office();
      const reply = asPage(await save({ [field]: value }));
      assert.equal(reply.status, 422);
      assert.match(reply.text, new RegExp(`id="${field}-error"`));
      assert.ok(reply.text.includes(value));
      assert.deepEqual(await office(), before);
    });

  test("a new office is taken over from the directory, completed, found at an address of its own, and closed again", async () => {
    const add = "/verwaltung/aemter/neu";
    const ask = (at: string, context = editor()) =>
      visit(routes, "GET", { context, path: at });
    const post = (
      at: string,
      fields: Record<string, string>,
      context = editor(),
    ) => visit(routes, "POST", { context, path: at, fields });
    const found = asPage(await ask(`${add}?suche=Fund`)).text;
    assert.match(found, /neu\?aus=Fund"/);
    assert.match(asPage(await ask(`${add}?suche=Xyz`)).text, /steht kein Amt/);
    const form = asPage(await ask(`${add}?aus=Fund`)).text;
    assert.match(form, /value="Fundbüro Große Straße"/);
    assert.match(form, />\s*Di, Do: 09:00-12:00<\/textarea>/);
    assert.match(form, /und nach Vereinbarung/);
    const fields = {
      name: "Fundbüro Große Straße",
      strasse: "Große Straße 1",
      plz: "19053",
      ort: "Schwerin",
      telefon: "0385 545-3333",
      mail: "",
    };
    const incomplete = asPage(await post(add, fields));
    assert.equal(incomplete.status, 422);
    assert.match(incomplete.text, /id="mail-error"/);
    assert.match(incomplete.text, /id="aufgaben-error"/);
    assert.match(incomplete.text, /value="0385 545-3333"/);
    const whole = {
      ...fields,
      mail: "fund@schwerin.example",
      aufgaben: "Fundsachen",
    };
    const other = editor("schwerin", "vorgang.edit");
    assert.equal(errorStatusOf(await post(add, whole, other)), 403);
    const at = "/verwaltung/aemter/fundbuero-grosse-strasse";
    for (const number of ["", "-2"])
      assert.equal(
        asRedirect(await post(add, whole)).to,
        `${at}${number}?getan=gespeichert`,
      );
    const { authority, phone } =
      (await listOffices(editor())).find(({ slug }) => at.endsWith(slug)) ??
      assert.fail();
    assert.deepEqual([authority, phone], [null, "0385 545-3333"]);
    assert.equal(errorStatusOf(await ask(at, editor("grabow"))), 404);

    asRedirect(await post(`${at}-2`, { ...whole, "teil-von": at.slice(19) }));
    assert.match(asPage(await ask(`${at}/loeschen`)).text, /erst, wenn nichts/);
    assert.equal(
      asRedirect(await post(`${at}/loeschen`, {})).to,
      `${at}/loeschen`,
    );
    for (const context of [other, editor("grabow")])
      assert.notEqual(
        errorStatusOf(await post(`${at}-2/loeschen`, {}, context)),
        undefined,
      );
    for (const gone of [`${at}-2`, at]) {
      assert.match(
        asPage(await ask(`${gone}/loeschen`)).text,
        /Ja, Amt löschen/,
      );
      asRedirect(await post(`${gone}/loeschen`, {}));
      assert.equal(errorStatusOf(await ask(gone)), 404);
    }
  });

  test("an office stays as long as Leistungen lead there", async () => {
    const at = "/verwaltung/aemter/standesamt/loeschen";
    const asked = await visit(routes, "GET", { context: editor(), path: at });
    assert.match(asPage(asked).text, /href="\/leistungen\/heiraten"/);
    const reply = await visit(routes, "POST", {
      context: editor(),
      path: at,
      fields: {},
    });
    assert.equal(asRedirect(reply).to, at);
    const offices = await listOffices(editor());
    assert.ok(offices.some(({ slug }) => slug === "standesamt"));
  });

  test("is changed by nobody without the right", async () => {
    const before = await office();
    const other = editor("schwerin", "vorgang.edit");
    assert.equal(errorStatusOf(await save({ tage: "" }, other)), 403);
    assert.deepEqual(await office(), before);
  });
});
