import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, readConfirmation, readStand } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signInCitizen } from "./testing/signed-in-citizen.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";
import { installationTenantId, systemActor } from "./services.ts";

const list = "/arbeitsplatz/aufnahme";
const form = "hundesteuer";
const step = (place: number) => antrag(form, `/schritt/${String(place)}`);

const begun = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  leistung: form,
  weg: "counter",
  name,
  ...more,
});

const person = (vorname: string, familienname: string) => ({
  "antragsteller.0.vorname.0": vorname,
  "antragsteller.0.familienname.0": familienname,
  "antragsteller.0.geburtsdatum.0-day": "7",
  "antragsteller.0.geburtsdatum.0-month": "5",
  "antragsteller.0.geburtsdatum.0-year": "1951",
  // Nobody at the counter needs an address of their own.
  "antragsteller.0.email.0": "",
  "anschrift.0.strasse.0": "Am Markt",
  "anschrift.0.hausnummer.0": "3",
  "anschrift.0.postleitzahl.0": "19053",
  "anschrift.0.ort.0": "Schwerin",
});

const dog = {
  "hund.0.rufname.0": "Bello",
  "hund.0.rasse.0": "Dackel",
  "hund.0.geschlecht.0": "huendin",
  "hund.0.seit.0-day": "1",
  "hund.0.seit.0-month": "2",
  "hund.0.seit.0-year": "2026",
};

void describe("taking in an application for somebody", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let kevin: Visitor;
  before(async () => {
    portal = await startTestPortal();
    owner = openAsOwner(portal.databaseAddress);
    kevin = await signedIn(portal, "schwerin");
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  /** Begins one; gives the id of its draft, which its pages send along. */
  const begin = async (
    visitor: Visitor,
    fields: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const answer = await visitor.visit(list, { fields });
    assert.equal(answer.headers.location, step(1), answer.text);
    const { text } = await visitor.visit(step(1));
    return /name="_aufnahme" value="([^"]+)"/.exec(text)?.[1] ?? assert.fail();
  };

  const send = async (
    visitor: Visitor,
    mark: string,
    ticks: Readonly<Record<string, string>>,
  ) => {
    const stand = readStand(await visitor.visit(antrag(form, "/pruefen")));
    return visitor.visit(antrag(form, "/senden"), {
      fields: { _aufnahme: mark, stand, bestaetigung: "true", ...ticks },
    });
  };

  void test("says what is missing, and nothing of codes that do not count", async () => {
    const empty = await kevin.visit(list, { fields: {} });
    assert.equal(empty.status, 422);
    for (const word of ["Leistung aus", "erreicht", "Namen der Person"])
      assert.match(empty.text, new RegExp(word));
    const letter = await kevin.visit(list, {
      fields: begun("Erika Muster", { weg: "letter" }),
    });
    assert.match(letter.text, /an welchem Tag der Brief/);
    const code = await kevin.visit(list, {
      fields: begun("Erika Muster", { code: "abcde-fghjk" }),
    });
    assert.match(code.text, /Dieser Code gilt nicht/);
  });

  void test("keeps two people apart in two tabs, whichever was opened last", async () => {
    const erika = await begin(kevin, begun("Erika Muster"));
    const hans = await begin(kevin, begun("Hans Beispiel"));
    await kevin.visit(step(1), {
      fields: { ...person("Erika", "Muster"), _aufnahme: erika },
    });
    await kevin.visit(`${list}/${hans}`, { fields: {} });
    assert.equal(
      (
        await owner.query(
          "select 1 from audit.entry where action = 'intake.opened' and subject_id = $1",
          [hans],
        )
      ).length,
      1,
    );
    const shown = await kevin.visit(step(1));
    assert.match(shown.text, /für Hans Beispiel/);
    assert.doesNotMatch(shown.text, /Erika/);
    // A page that says of nobody for whom it was typed writes into nobody's.
    const stray = await kevin.visit(step(1), {
      fields: { ...person("Streuner", "Fremd"), _seite: "1" },
    });
    assert.equal(stray.status, 404);
    assert.match(stray.text, /Diesen Entwurf gibt es hier nicht mehr/);
    assert.doesNotMatch((await kevin.visit(step(1))).text, /Streuner/);
  });

  void test("lies with its caseworker alone, until the team lead takes it over", async () => {
    const draft = await begin(kevin, begun("Gerda Geheim"));
    const heike = await signedIn(portal, "schwerin", "verwaltung");
    const guest = visitorOf(portal, "schwerin");
    const lup = await signedIn(portal, "lup");
    for (const visitor of [heike, lup])
      assert.equal((await visitor.visit(`${list}/${draft}`)).status, 404);
    assert.doesNotMatch((await heike.visit(list)).text, /Gerda/);
    for (const visitor of [heike, guest, lup]) {
      visitor.cookies.set(`antrag-${form}`, `aufnahme_${draft}`);
      const answer = await visitor.visit(step(1));
      assert.equal(answer.status, 303);
      const stolen = await visitor.visit(step(1), {
        fields: { ...person("Fremd", "Hand"), _aufnahme: draft },
      });
      assert.notEqual(stolen.status, 200);
    }
    await heike.visit(`${list}/${draft}/uebernehmen`, { fields: {} });
    const samira = await signedIn(portal, "schwerin", "samira");
    const seen = await samira.visit(list);
    assert.match(seen.text, /Kevin Krause/);
    assert.doesNotMatch(seen.text, /Gerda/);
    await samira.visit(`${list}/${draft}/uebernehmen`, { fields: {} });
    assert.match((await samira.visit(list)).text, /Gerda Geheim/);
    assert.equal((await kevin.visit(`${list}/${draft}`)).status, 404);
    assert.doesNotMatch((await samira.visit(step(1))).text, /Fremd/);
    await samira.visit(`${list}/${draft}/loeschen`, { fields: {} });
    assert.doesNotMatch((await samira.visit(list)).text, /Gerda/);
  });

  void test("gives the same receipt and link as online, and is marked in the Vorgang; nobody raises the level silently", async () => {
    const samira = await signedIn(portal, "schwerin", "samira");
    for (const [visitor, proof] of [
      [kevin, "none"],
      [samira, "substantial"],
    ] as const) {
      const mark = await begin(visitor, begun("Erika Muster"));
      for (const [index, fields] of [person("Erika", "Muster"), dog].entries())
        assert.equal(
          (
            await visitor.visit(step(index + 1), {
              fields: { ...fields, _aufnahme: mark },
            })
          ).status,
          303,
        );
      assert.match(
        (await visitor.visit(antrag(form, "/druck"))).text,
        /Unterschrift \(Erika Muster\)/,
      );
      const unconfirmed = await send(visitor, mark, { bestaetigung: "" });
      assert.equal(
        unconfirmed.text.split("Bestätigen Sie das, bevor Sie senden").length,
        3,
        "said on top and at the box",
      );
      if (visitor === kevin)
        assert.equal(
          (await send(kevin, mark, { ausweis: "true" })).status,
          403,
        );
      const sent = await visitor.follow(
        await send(
          visitor,
          mark,
          visitor === samira ? { ausweis: "true" } : {},
        ),
      );
      assert.match(sent.text, /Der Antrag ist aufgenommen/);
      const { reference, statusKey } = readConfirmation(sent);
      const pdf = await visitor.visit(antrag(form, "/quittung.pdf"));
      assert.equal(pdf.headers["content-type"], "application/pdf");
      const status = await visitorOf(portal, "schwerin").visit(
        `/status/${statusKey}`,
      );
      assert.match(status.text, new RegExp(reference));
      const [row] = await owner.query<{
        assurance_level: string;
        id: string;
        details: unknown;
      }>(
        `select submission.assurance_level, vorgang.id, entry.details from submissions.submission
         join vorgaenge.vorgang on vorgang.submission_id = submission.id
         join audit.entry on entry.subject_id = submission.id::text and entry.action = 'submission.taken-in'
         where submission.reference = $1`,
        [reference],
      );
      assert.equal(row?.assurance_level, proof);
      assert.deepEqual(row.details, {
        channel: "counter",
        isIdentitySeen: proof === "substantial",
        isSigned: false,
      });
      const vorgang = await kevin.visit(`/arbeitsplatz/vorgaenge/${row.id}`);
      assert.match(vorgang.text, /am Schalter/);
      assert.match(vorgang.text, /Kevin Krause|Samira Yilmaz/);
    }
  });

  void test("goes into the account whose owner reads out a code, from the day the letter came", async () => {
    const citizen = visitorOf(portal, "schwerin");
    const accountId = await signInCitizen(portal, "schwerin", {
      visitor: citizen,
      subject: "erna",
    });
    const accounts = portal.services.contextFor({
      tenantId: await installationTenantId(portal.services),
      actor: systemActor,
    });
    const code = "abcde-fghjk";
    await owner.query(
      `insert into accounts.counter_code (tenant_id, code_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '5 minutes')`,
      [
        accounts.tenantId,
        await accounts.cipher.fingerprint(code, "accounts.counter-code"),
        accountId,
      ],
    );
    const yesterday = new Date(Date.now() - 86_400_000);
    const mark = await begin(
      kevin,
      begun("Erna Konto", {
        weg: "letter",
        code: "ABCDE-FGHJK",
        "eingang-day": String(yesterday.getUTCDate()),
        "eingang-month": String(yesterday.getUTCMonth() + 1),
        "eingang-year": String(yesterday.getUTCFullYear()),
      }),
    );
    assert.doesNotMatch((await citizen.visit("/antraege")).text, /Hundesteuer/);
    for (const [index, fields] of [person("Erna", "Konto"), dog].entries())
      await kevin.visit(step(index + 1), {
        fields: { ...fields, _aufnahme: mark },
      });
    const sent = await kevin.follow(await send(kevin, mark, {}));
    assert.match(sent.text, /liegt im Servicekonto/);
    assert.doesNotMatch(sent.text, /\/status\//);
    const [reference = ""] =
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(sent.text) ?? [];
    assert.match(
      (await citizen.visit("/antraege")).text,
      new RegExp(reference),
    );
    const [row] = await owner.query<{
      assurance_level: string;
      received_at: Date;
      submitted_at: Date;
    }>(
      `select assurance_level, received_at, submitted_at from submissions.submission
       join vorgaenge.vorgang on vorgang.submission_id = submission.id where submission.reference = $1`,
      [reference],
    );
    assert.equal(row?.assurance_level, "none");
    assert.equal(
      row.received_at.toISOString().slice(0, 10),
      yesterday.toISOString().slice(0, 10),
    );
    assert.ok(row.submitted_at > row.received_at);
  });
});
