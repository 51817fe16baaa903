import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { importXzufi } from "../use-cases/import-xzufi.ts";
import { importRoutes } from "./import-routes.ts";

const path = "/verwaltung/import";

describe("pages of the import", () => {
  let testDatabase: TestDatabase;
  const routes = importRoutes({
    releasedHosts: ["land.example"],
    editor: {
      pathOf: (id) => `/verwaltung/leistungen/${id}`,
      nameOfPart: (part) => `Teil ${part}`,
    },
  });
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  after(() => testDatabase.close());

  const contextAt = (
    tenant: "schwerin" | "grabow",
    ...may: readonly string[]
  ): Context => ({
    ...testDatabase.contextFor({ tenantId: demoTenants[tenant] }),
    actor: {
      kind: "staff",
      id: "00000000-0000-4000-8000-000000000001",
      may: (permission) => may.includes(permission),
    },
  });
  const editor = () => contextAt("grabow", "catalogue.edit");
  const read = async (at = path, context = editor()) =>
    asPage(await visit(routes, "GET", { context, path: at })).main.toString();
  const send = (fields: Readonly<Record<string, string>>, context = editor()) =>
    visit(routes, "POST", { context, path, fields });
  const take = (xml: string) =>
    importXzufi(editor(), {
      source: "land",
      mode: "delta",
      fingerprint: xml,
      ars: "130765657050",
      documents: [
        {
          name: "teil.xml",
          open: async function* () {
            yield new TextEncoder().encode(xml);
          },
        },
      ],
    });
  const jobs = () =>
    editor().transaction(async (db) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from jobs.job where name = 'catalogue.feed' and tenant_id = ${demoTenants.grabow}::uuid`.execute(
        db,
      );
      return rows[0]?.count;
    });

  test("an address is kept and fetched at once; a refused one stays in the input with the reason", async () => {
    const typed = { aktion: "speichern", abstand: "24", art: "delta" };
    const { status, title, ...page } = asPage(
      await send({ ...typed, adresse: "https://anders.example/i.xml" }),
    );
    assert.equal(status, 422);
    assert.match(title, /^Fehler: /);
    const refused = page.text;
    assert.match(refused, /value="https:\/\/anders\.example\/i\.xml"/);
    assert.match(refused, /Bitten Sie den Betrieb/);
    assert.match(refused, /value="delta"[^>]*checked/);
    assert.equal(await jobs(), 0);
    const saved = await send({
      ...typed,
      adresse: "https://land.example/i.xml",
    });
    assert.equal(saved.kind, "redirect");
    assert.equal(await jobs(), 1);
    await send({ aktion: "jetzt" });
    assert.equal(await jobs(), 1, "one that waits is enough");
    assert.match(await read(), /https:\/\/land\.example\/i\.xml/);
    assert.doesNotMatch(
      await read(path, contextAt("schwerin", "catalogue.edit")),
      /land\.example\/i\.xml/,
    );
    await send({ ...typed, adresse: "" });
    assert.match(await read(), /Noch wird nichts abgeholt/);
  });

  test("a report names what was left out in plain words, and nobody else reads it", async () => {
    await take(
      `<x:t xmlns:x="http://xoev.de/schemata/xzufi/2_2_0"><x:schreibe><x:raumschiff/></x:schreibe></x:t>`,
    );
    await take("<x>");
    const list = await read();
    assert.match(list, /Übernommen/);
    assert.match(list, /Nichts geändert/);
    const pages = [...list.matchAll(/href="(\/verwaltung\/import\/[^"]+)"/g)];
    const reports = await Promise.all(pages.map(([, at = ""]) => read(at)));
    const all = reports.join("");
    assert.match(all, /Diese Art Datensatz ist im Standard nicht bekannt/);
    assert.match(all, /teil\.xml, Zeile 1/);
    assert.match(all, /beschädigt oder kein XZuFi/);
    const at = pages[0]?.[1] ?? assert.fail();
    for (const context of [
      contextAt("schwerin", "catalogue.edit"),
      contextAt("grabow"),
    ])
      assert.equal(
        errorStatusOf(await visit(routes, "GET", { context, path: at })),
        404,
      );
    assert.equal(
      errorStatusOf(await send({ aktion: "speichern" }, contextAt("grabow"))),
      403,
    );
  });

  const leistung = (id: string, name: string, text = "") =>
    `<x:schreibe><x:leistung><x:id schemeAgencyID="L1">${id}</x:id>${[
      "02",
      "06",
    ]
      .map(
        (code) =>
          `<x:modulText><x:inhalt languageCode="de"><![CDATA[${code === "02" ? name : text}]]></x:inhalt><x:leikaTextmodul><code>${code}</code></x:leikaTextmodul></x:modulText>`,
      )
      .join("")}</x:leistung></x:schreibe>\n`;
  const message = (...records: readonly string[]) =>
    `<x:t xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">${records.join("")}</x:t>`;
  const newest = async () => {
    const [, at = ""] =
      /href="(\/verwaltung\/import\/[^"]+)"/.exec(await read()) ?? [];
    return (await read(at)).replaceAll(/\s+/g, " ");
  };

  test("among a hundred records the one that is bad is named, with what to do; what arrived otherwise stands apart", async () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      leistung(`M${String(at)}`, `Massenleistung ${String(at)}`),
    );
    many.splice(
      50,
      0,
      leistung("F1", "Falsch", "x".repeat(100_001)),
      leistung(
        "T1",
        "Tabelle",
        "<table><tr><td>Wort</td></tr></table><script>x</script>",
      ),
      leistung("Z1", "Zeichen", "<p>Ruf an \u260E \u{1F600} – „bald“ …</p>"),
    );
    const taken = await take(message(...many));
    assert.ok(taken.ok);
    assert.equal(taken.value.counts["added"], 102);
    const page = await newest();
    const at = page.indexOf("Was anders ankam");
    const [left, remarks] = [page.slice(0, at), page.slice(at)];
    assert.match(
      left,
      /Was nicht übernommen wurde.*Falsch<\/span><br \/?>Leistung.*zu lang oder nicht erlaubt\.<br \/?>Teil description.*legen Sie die Leistung selbst an.*teil\.xml, Zeile 51.*Kennung L1:F1/,
    );
    assert.match(
      remarks,
      /Tabelle<\/span>.*nicht erlaubt.*table, tr, td, script.*Sehen Sie sich die Seite an/,
    );
    assert.match(
      remarks,
      /Zeichen<\/span>.*String\.Latin.*\u260E \(U\+260E\), .{1,2} \(U\+1F600\).*zu ersetzen/,
    );
    assert.doesNotMatch(page, /Massenleistung/);
  });

  test("a deletion names what went, and what stays because the town wrote in it", async () => {
    const tenantId = demoTenants.grabow;
    await take(
      message(leistung("D1", "Geht weg"), leistung("D2", "Bleibt hier")),
    );
    await editor().transaction((db) =>
      sql`update catalogue.inherited set overridden = '{"notes":"x"}' where tenant_id = ${tenantId}::uuid and source_key = 'L1:D2'`.execute(
        db,
      ),
    );
    const gone = (id: string) =>
      `<x:loesche klasse="Leistung"><x:id schemeAgencyID="L1">${id}</x:id></x:loesche>`;
    await take(message(gone("D1"), gone("D2")));
    const page = await newest();
    assert.match(
      page,
      /gelöscht hat.*nicht mehr im Portal.*<li>Geht weg<\/li>/,
    );
    assert.match(
      page,
      /diese Leistungen bleiben.*href="\/verwaltung\/leistungen\/[0-9a-f-]+"[^>]*>Bleibt hier/i,
    );
  });

  test("a broken file says in German what is wrong with it, where, and what to do", async () => {
    const broken = async (xml: string) => {
      assert.equal((await take(xml)).ok, false);
      return newest();
    };
    const cut = await broken(
      `${message(leistung("1", "A", "<div>B</div>")).slice(0, -9)}\n`,
    );
    assert.match(cut, /nicht übernommen\..*div/, "what is before it, too");
    assert.doesNotMatch(cut, /sind im Portal/);
    assert.match(
      cut,
      /kein vollständiges XML, teil\.xml, Zeile \d.*alles wie vorher.*neue Datei/,
    );
    assert.doesNotMatch(cut, /not-well-formed/);
    assert.match(await broken("<x/>"), /XML, aber kein XZuFi/);
    assert.match(await broken(message()), /Lieferung ist leer.*Fragen Sie/);
  });

  test("one that is being read says how far it is", async () => {
    await editor().transaction(async (db) => {
      await sql`insert into exchange.import_run (tenant_id, id, source, fingerprint, state, started_at)
        values (${demoTenants.grabow}::uuid, '00000000-0000-4000-8000-0000000000aa', 'land', 'x', 'reading', now())`.execute(
        db,
      );
      await sql`insert into exchange.import_record (tenant_id, run_id, position, kind, key)
        values (${demoTenants.grabow}::uuid, '00000000-0000-4000-8000-0000000000aa', 1500, 'leistung', 'x')`.execute(
        db,
      );
    });
    const at = `${path}/00000000-0000-4000-8000-0000000000aa`;
    assert.match(await read(at), /1\.500 Datensätze sind gelesen/);
  });
});
