import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
  staffWith,
} from "../../../platform/testing/test-database.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { vorgaengeModule } from "../module.ts";
import { queueOffice, type KnownOffice } from "../testing/queue-world.ts";
import { fakePorts } from "../testing/vorgang-fixtures.ts";
import { saveLabel } from "../use-cases/change-labels.ts";
import { runBatch } from "../use-cases/run-batch.ts";

const ports = fakePorts();
const { routes } = vorgaengeModule(ports);

describe("the list as somebody has set it up, and what they do with many", () => {
  let database: TestDatabase;
  let office: KnownOffice;
  before(async () => {
    database = await createTestDatabase();
    office = await queueOffice(database, { count: 60, seed: 3 });
  });
  after(() => database.close());

  const get = (context: Context, path: string) =>
    visit(routes, "GET", { context, path });
  const post = (
    context: Context,
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => visit(routes, "POST", { context, path, fields });

  test("a kept list stands above with its count, for its owner or a team, and can be removed by its owner only", async () => {
    const kevin = office.as("kevin", "caseworker");
    const query = "stand=question&leistung=bewohnerparkausweis";
    const noName = { liste: query, name: " " };
    const refused = asPage(
      await post(kevin, "/arbeitsplatz/ansichten", noName),
    );
    assert.equal(refused.status, 422);
    assert.match(refused.title, /^Fehler: /);
    const long = { liste: query, name: "Rückfragen ".repeat(5) };
    const { text } = asPage(await post(kevin, "/arbeitsplatz/ansichten", long));
    assert.match(text, /href="#name">Kürzen Sie den Namen auf 40 Zeichen/);
    assert.ok(
      text.includes(`name="liste" value="${query.replace("&", "&amp;")}"`),
    );
    assert.match(
      text,
      /<input[^>]*value="(?:Rückfragen ){5}"[^>]*aria-invalid/,
    );
    const kept = { liste: `${query}&fremd=1`, name: "Rückfragen <Parken>" };
    const saved = asRedirect(
      await post(kevin, "/arbeitsplatz/ansichten", kept),
    );
    assert.equal(saved.to, `/arbeitsplatz?${query}`);
    const count = office.vorgaenge.filter(
      ({ slug, state }) =>
        slug === "bewohnerparkausweis" && state === "question",
    ).length;
    const shown = asPage(await get(kevin, `/arbeitsplatz?${query}`)).text;
    const chip = new RegExp(
      `aria-current="page"[^>]*>Rückfragen &lt;Parken&gt; \\(${String(count)}\\)`,
    );
    assert.match(shown, chip);
    const tim = office.as("tim", "caseworker");
    assert.ok(
      !asPage(await get(tim, "/arbeitsplatz")).text.includes("Rückfragen &lt;"),
    );

    const own = asPage(await get(kevin, "/arbeitsplatz/liste")).text;
    const [, removal = assert.fail(own)] =
      /action="(\/arbeitsplatz\/ansichten\/[\w-]+\/entfernen)"/.exec(own) ?? [];
    await post(tim, removal, {});
    assert.match(
      asPage(await get(kevin, "/arbeitsplatz")).text,
      /Rückfragen &lt;/,
    );
    await post(kevin, removal, {});
    assert.doesNotMatch(
      asPage(await get(kevin, "/arbeitsplatz")).text,
      /Rückfragen &lt;/,
    );
  });

  test("columns come in the chosen order, and keys can be switched off for oneself", async () => {
    const mara = office.as("mara", "reader");
    const before = asPage(await get(mara, "/arbeitsplatz")).text;
    assert.match(before, /<dialog[^>]*data-shortcuts/);
    const form = asPage(await get(mara, "/arbeitsplatz/liste")).text;
    assert.match(form, /name="platz-team"/);
    const chosen = { "platz-team": "1", "platz-leistung": "2" };
    const changed = await post(mara, "/arbeitsplatz/liste", chosen);
    assert.equal(asRedirect(changed).to, "/arbeitsplatz");
    const after = asPage(await get(mara, "/arbeitsplatz")).text;
    const heads = [
      ...after.matchAll(/role="columnheader"[^>]*>\s*([^<]+?)\s*</g),
    ];
    assert.deepEqual(
      heads.map(([, head]) => head),
      ["Nummer", "Team", "Leistung"],
    );
    assert.doesNotMatch(after, /data-shortcuts/);
    const others = asPage(
      await get(office.as("kevin", "reader"), "/arbeitsplatz"),
    );
    assert.match(others.text, /data-shortcuts/);
  });

  test("many at once: a preview says what would happen to each, a result what did, and an export comes as a table", async () => {
    const kevin = office.as("kevin", "caseworker");
    const list = "stand=all&leistung=hundesteuer";
    const asked = { liste: list, alle: "ja", aktion: "export" };
    const known = office.vorgaenge.filter(({ slug }) => slug === "hundesteuer");
    const preview = asPage(
      await post(kevin, "/arbeitsplatz/stapel/vorschau", asked),
    ).text;
    for (const { reference } of known) assert.ok(preview.includes(reference));
    const items = [...preview.matchAll(/name="v"\s+value="([^"]+)"/g)];
    assert.equal(items.length, known.length);

    // Labels are made by others; whoever edits Vorgänge may still set them on many.
    const maker = staffWith(kevin.actor.id, "label.manage");
    const label = { id: undefined, name: "Messe", colour: "grey" } as const;
    await saveLabel({ ...kevin, actor: maker }, label);
    const labelling = { ...asked, aktion: "labelled" };
    assert.match(
      asPage(await post(kevin, "/arbeitsplatz/stapel/vorschau", labelling))
        .text,
      /<option[^>]*>\s*Messe/,
    );

    const [, first = assert.fail()] = items[0] ?? [];
    const started = asRedirect(
      await post(kevin, "/arbeitsplatz/stapel", { aktion: "export", v: first }),
    ).to;
    assert.match(asPage(await get(kevin, started)).text, /data-working/);
    const batchId = started.split("/").at(-1) ?? "";
    const signal = new AbortController().signal;
    await runBatch(kevin, batchId, { ports, place: undefined, signal });
    const finished = asPage(await get(kevin, started)).text;
    assert.doesNotMatch(finished, /data-working/);
    assert.match(finished, /liste\.csv/);
    const csv = await get(kevin, `${started}/liste.csv`);
    assert.ok(csv.kind === "download" && Buffer.isBuffer(csv.body));
    const lines = csv.body.toString().trim().split("\r\n");
    assert.equal(lines.length, 2);
    assert.ok(known.some(({ reference }) => lines[1]?.includes(reference)));
    // Somebody else's batch is not there.
    const tim = office.as("tim", "caseworker");
    assert.equal(errorStatusOf(await get(tim, started)), 404);
    assert.equal(errorStatusOf(await get(tim, `${started}/liste.csv`)), 404);
  });

  test("what a batch lacks is said on the list it came from, with what was chosen still chosen", async () => {
    const kevin = office.as("kevin", "caseworker");
    const preview = "/arbeitsplatz/stapel/vorschau";
    const list = "stand=all&leistung=hundesteuer";
    const nothing = await post(kevin, preview, {
      liste: list,
      aktion: "export",
    });
    const { text, status } = asPage(nothing);
    assert.equal(status, 422);
    assert.match(
      text,
      /href="#v-[^"]+"[^>]*>\s*Wählen Sie zuerst Vorgänge aus/,
    );
    assert.match(text, /<option value="export" selected/);

    const [, item = assert.fail()] =
      /name="v" value="([^"]+)"/.exec(text) ?? [];
    const chosen = asPage(await post(kevin, preview, { liste: list, v: item }));
    assert.equal(chosen.status, 422);
    assert.match(chosen.text, /href="#aktion"/);
    assert.equal(chosen.text.split("Wählen Sie aus, was").length, 3);
    assert.equal(chosen.text.match(/name="v"[^>]* checked/g)?.length, 1);
    assert.match(
      chosen.text,
      /name="liste"\s+value="[^"]*leistung=hundesteuer/,
    );
  });

  test("whoever may not read hears nothing of a list either", async () => {
    const admin = office.as("kevin", "admin");
    assert.equal(errorStatusOf(await get(admin, "/arbeitsplatz/neues")), 404);
    const reader = await get(
      office.as("kevin", "reader"),
      "/arbeitsplatz/neues",
    );
    assert.equal(reader.kind, "events");
  });
});
