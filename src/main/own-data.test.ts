import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  actFor,
  findAccountSession,
  type AssertedValue,
} from "../modules/accounts/index.ts";
import { organisationAsserted } from "../modules/representation/index.ts";
import { accountCookie } from "../shell/web/account-cookie.ts";
import { installationTenantId, systemActor } from "./services.ts";
import { antrag, draftKeyOf, readConfirmation } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import {
  signedInCitizen,
  signInCitizen,
  type Citizen,
} from "./testing/signed-in-citizen.ts";
import { openAsOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";
const question = antrag(form, "/angaben");
const step = antrag(form, "/schritt/1");
const consents = "/konto/einwilligungen";

const values = (
  said: Partial<Record<AssertedValue["attribute"], string>>,
  assuranceLevel: AssertedValue["assuranceLevel"] = "high",
): AssertedValue[] =>
  Object.entries(said).map(([attribute, value]) => ({
    attribute: attribute as AssertedValue["attribute"],
    value,
    assuranceLevel,
  }));

const ada = (familyName = "Quittkowski"): Citizen => ({
  subject: "ada",
  level: "high",
  displayName: "Ada Quittkowski",
  values: values({
    familyName,
    givenNames: "Ada",
    dateOfBirth: "1981-05-07",
  }),
});

/** What is typed where nothing is filled in. */
const rest = {
  "antragsteller.0.email.0": "ada@quittkowski.example",
  "anschrift.0.strasse.0": "Zwirbelgasse",
  "anschrift.0.hausnummer.0": "12 a",
  "anschrift.0.postleitzahl.0": "19053",
  "anschrift.0.ort.0": "Schwerin",
};
const dog = {
  "hund.0.rufname.0": "Wuffelinchen",
  "hund.0.rasse.0": "Dackel",
  "hund.0.geschlecht.0": "huendin",
  "hund.0.seit.0-day": "1",
  "hund.0.seit.0-month": "2",
  "hund.0.seit.0-year": "2026",
};

void describe("filling in from the Servicekonto", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const begin = (visitor: Visitor) =>
    visitor.visit(antrag(form), { fields: {} });

  const answer = (visitor: Visitor, antwort: "ja" | "nein") =>
    visitor.visit(question, { fields: { antwort } });

  const agreed = async (citizen: Citizen): Promise<Visitor> => {
    const visitor = await signedInCitizen(portal, "schwerin", citizen);
    const begun = await begin(visitor);
    if (begun.headers.location === question) await answer(visitor, "ja");
    return visitor;
  };

  const hidden = ({ text }: Answer, name: string): string =>
    new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? "";

  const sendAs = (visitor: Visitor, summary: Answer) =>
    visitor.visit(antrag(form, "/senden"), {
      fields: {
        bestaetigung: "true",
        email: "",
        stand: hidden(summary, "stand"),
        angaben: hidden(summary, "angaben"),
      },
    });

  /** Names of fields one can type in, and of confirmed ones with what they show. */
  const typeable = ({ text }: Answer): string[] =>
    [...text.matchAll(/<input[^>]*type="(?:text|email|tel)"[^>]*>/g)].flatMap(
      ([tag]) => /name="([^"]+)"/.exec(tag)?.[1] ?? [],
    );

  void test("shows each value with who says it, asks once, and locks what is confirmed", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", ada());
    await visitor.visit("/konto/angaben", { fields: { phone: "0385 123" } });
    assert.equal((await begin(visitor)).headers.location, question);
    const asked = await visitor.visit(question);
    assert.match(asked.text, /<h1[^>]*>\s*Ihre Angaben einsetzen\?/);
    assert.match(asked.text, /Quittkowski/);
    assert.match(asked.text, /7\. Mai 1981|07\.05\.1981/);
    assert.match(asked.text, /Bestätigt durch bundid, Niveau „hoch“, am/);
    assert.match(asked.text, /selbst angegeben am/);
    assert.match(asked.text, /ohne Anmeldung möglich: Melden Sie sich ab/);
    assert.doesNotMatch(
      (await visitor.visit(step)).text,
      /Quittkowski<\/output/,
    );

    assert.equal((await answer(visitor, "ja")).headers.location, step);
    const shown = await visitor.visit(step);
    assert.match(shown.text, /Quittkowski<\/output\s*>/);
    assert.match(shown.text, /Stimmt eine bestätigte Angabe nicht\?/);
    assert.match(shown.text, /value="0385 123"/);
    const fields = typeable(shown);
    assert.ok(!fields.includes("antragsteller.0.familienname.0"));
    assert.ok(fields.includes("antragsteller.0.telefon.0"));
    // Once for this Leistung: the next application is filled in at once.
    assert.equal((await begin(visitor)).headers.location, step);
    assert.match((await visitor.visit(step)).text, /Quittkowski<\/output\s*>/);
    // Another authority asks anew.
    const grabow = await signedInCitizen(portal, "grabow", ada());
    assert.equal((await begin(grabow)).headers.location, question);
  });

  void test("sends the confirmed value whatever a browser sends, and says so with its source", async () => {
    const visitor = await agreed(ada());
    const crafted = await visitor.visit(step, {
      fields: {
        ...rest,
        "antragsteller.0.familienname.0": "Gefälscht",
        "antragsteller.0.geburtsdatum.0-day": "1",
        "antragsteller.0.geburtsdatum.0-month": "1",
        "antragsteller.0.geburtsdatum.0-year": "1999",
        "antragsteller.0.vorname.0": "",
      },
    });
    assert.equal(crafted.status, 303);
    await visitor.visit(antrag(form, "/schritt/2"), { fields: dog });
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.doesNotMatch(summary.text, /Gefälscht|1999/);
    assert.match(summary.text, /Herkunft der Angaben/);
    // What lies in the draft is not believed either.
    const sent = await sendAs(visitor, summary);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
    const { statusKey } = readConfirmation(await visitor.follow(sent));
    const receipt = await visitor.visit(`/status/${statusKey}/quittung.json`);
    assert.match(receipt.text, /"Quittkowski"/);
    assert.match(receipt.text, /"path":\s*"antragsteller\.0\.familienname\.0"/);
    assert.match(receipt.text, /"assuranceLevel":\s*"high"/);
    assert.doesNotMatch(receipt.text, /Gefälscht/);
    await assertCaseworkerSees(statusKey);
  });

  const assertCaseworkerSees = async (statusKey: string) => {
    const guest = visitorOf(portal, "schwerin");
    const pdf = await guest.visit(`/status/${statusKey}/quittung.pdf`);
    assert.equal(pdf.headers["content-type"], "application/pdf");
    const owner = openAsOwner(portal.databaseAddress);
    const rows = await owner.query<{ own_data: Buffer | null }>(
      "select own_data from submissions.submission where own_data is not null",
    );
    await owner.close();
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]?.own_data?.includes("familienname"));
  };

  void test("tells of a confirmed value that has changed, and sends nothing that was not shown", async () => {
    const visitor = await agreed(ada());
    await visitor.visit(step, { fields: rest });
    await visitor.visit(antrag(form, "/schritt/2"), { fields: dog });
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    // Married meanwhile: signs in anew on another device.
    await signedInCitizen(portal, "schwerin", ada("Neumann"));
    const refused = await sendAs(visitor, summary);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /bisher „Quittkowski“, jetzt „Neumann“/);
    await visitor.visit(step, { fields: rest });
    const again = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(again.text, /bisher „Quittkowski“, jetzt „Neumann“/);
    const sent = await sendAs(visitor, again);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
    await signedInCitizen(portal, "schwerin", ada());
  });

  void test("ends with the consent at once, also in open drafts; what stands there stays", async () => {
    const visitor = await agreed(ada());
    const list = await visitor.visit(consents);
    assert.match(list.text, /Angaben einsetzen: .*Landeshauptstadt Schwerin/);
    const end =
      /action="(\/konto\/einwilligungen\/[^"]+\/widerruf)"/.exec(
        list.text,
      )?.[1] ?? assert.fail();
    // Nobody else can end it, nor see it.
    const bea = await signedInCitizen(portal, "schwerin", { subject: "bea" });
    await bea.visit(end, { fields: {} });
    assert.match(
      (await bea.visit(consents)).text,
      /Keine gültige Einwilligung/,
    );
    assert.match((await visitor.visit(consents)).text, new RegExp(end));

    await visitor.visit(end, { fields: {} });
    const shown = await visitor.visit(step);
    assert.ok(typeable(shown).includes("antragsteller.0.familienname.0"));
    assert.match(shown.text, /value="Quittkowski"/);
    await visitor.visit(step, {
      fields: { ...rest, "antragsteller.0.familienname.0": "Selbst" },
    });
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /Selbst/);
    assert.doesNotMatch(summary.text, /Herkunft der Angaben/);
    assert.equal((await begin(visitor)).headers.location, question);
  });

  void test("is refused for one draft, and offered group by group by a button that keeps what was typed", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      ...ada("Alleine"),
      subject: "cora",
    });
    await begin(visitor);
    await answer(visitor, "nein");
    const shown = await visitor.visit(step);
    assert.doesNotMatch(shown.text, /Alleine/);
    assert.match(shown.text, /willigen Sie ein, dass diese Angaben/);
    const used = await visitor.visit(step, {
      fields: {
        "antragsteller.0.telefon.0": "0385 99",
        "antragsteller.0.familienname.0": "Anders",
        _action: "own:antragsteller.0",
      },
    });
    assert.match(used.headers.location ?? "", /#antragsteller\.0$/);
    const filled = await visitor.visit(step);
    assert.match(filled.text, /value="Alleine"/);
    assert.match(filled.text, /value="0385 99"/);
    assert.ok(typeable(filled).includes("antragsteller.0.familienname.0"));
    assert.doesNotMatch(filled.text, /value="own:antragsteller\.0"/);
    // Once is once: no consent has come into being.
    assert.match((await visitor.visit(consents)).text, /Keine gültige/);
    const owner = openAsOwner(portal.databaseAddress);
    const rows = await owner.query(
      "select 1 from audit.entry where action = 'account.details-used'",
    );
    await owner.close();
    assert.equal(rows.length, 1);
  });

  void test("makes a locked value of an own one when the person proves it in the middle of the form", async () => {
    const dora = { subject: "dora", level: "low" } as const;
    const visitor = await signedInCitizen(portal, "schwerin", dora);
    await visitor.visit("/konto/angaben", {
      fields: { familyName: "Getippt" },
    });
    await begin(visitor);
    await answer(visitor, "ja");
    const before = await visitor.visit(step);
    assert.match(before.text, /value="Getippt"/);
    assert.ok(typeable(before).includes("antragsteller.0.familienname.0"));
    await signInCitizen(portal, "schwerin", {
      ...dora,
      visitor,
      level: "high",
      values: values({ familyName: "Bewiesen" }),
    });
    const locked = await visitor.visit(step);
    assert.match(locked.text, /Bewiesen<\/output\s*>/);
    assert.ok(!typeable(locked).includes("antragsteller.0.familienname.0"));
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /bisher „Getippt“, jetzt „Bewiesen“/);
  });

  void test("knows the organisation's data only for who acts for it, and nothing for another person", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      ...ada("Vorstand"),
      subject: "eva",
    });
    await actForClub(visitor);
    assert.equal((await begin(visitor)).headers.location, question);
    const asked = await visitor.visit(question);
    assert.match(asked.text, /Seeufer/);
    assert.doesNotMatch(asked.text, /Vorstand/);
    await answer(visitor, "ja");
    const shown = await visitor.visit(step);
    assert.match(shown.text, /Seeufer<\/output\s*>/);
    assert.doesNotMatch(shown.text, /Vorstand/);

    const member = await signedInCitizen(portal, "schwerin", {
      ...ada("Kassenwart"),
      subject: "mia",
    });
    await actForClub(member);
    await begin(member);
    await answer(member, "ja");
    const ofMember = await member.visit(step);
    assert.match(ofMember.text, /Seeufer<\/output\s*>/);
    assert.doesNotMatch(ofMember.text, /Vorstand/);

    await actForGrandfather(visitor);
    assert.equal((await begin(visitor)).headers.location, step);
    const other = await visitor.visit(step);
    assert.doesNotMatch(other.text, /Seeufer|Vorstand|own:/);
    assert.doesNotMatch(other.text, /value="[^"]*(?:Otto|Opa|1940)/);
  });

  const actForClub = async (visitor: Visitor) => {
    const { services } = portal;
    const { tenantId: portalTenantId } = await portal.portal("schwerin");
    const context = services.contextFor({
      tenantId: await installationTenantId(services),
      actor: systemActor,
    });
    const token = visitor.cookies.get(accountCookie);
    const session =
      (await findAccountSession(context, { token, portalTenantId })) ??
      assert.fail();
    const { accountId, sessionId } = session;
    await context.transaction(async (db) => {
      const party = await organisationAsserted(context, db, {
        accountId,
        organisation: {
          provider: "muk",
          subject: "club",
          assuranceLevel: "substantial",
          details: {
            name: "Segelclub",
            legalForm: "eingetragener Verein",
            street: "Seeufer",
            houseNumber: "1",
            postcode: "19055",
            town: "Schwerin",
          },
        },
      });
      await actFor(context, db, { sessionId, accountId, party });
    });
  };

  const actForGrandfather = async (visitor: Visitor) => {
    const declared = await visitor.visit("/konto/vollmachten/vertretung", {
      fields: {
        basis: "guardian",
        personName: "Otto Opa",
        "birthday-day": "1",
        "birthday-month": "2",
        "birthday-year": "1940",
        statement: "Amtsgericht Schwerin, Az. 1 XVII 1/26",
        scope: "all",
        "until-day": "1",
        "until-month": "6",
        "until-year": String(new Date().getFullYear() + 1),
      },
    });
    assert.equal(declared.status, 303, declared.text);
    const choices = await visitor.visit("/konto/handeln-fuer");
    const partyId =
      [...choices.text.matchAll(/value="([0-9a-f-]{36})"/g)].at(-1)?.[1] ??
      assert.fail();
    await visitor.visit("/konto/handeln-fuer", { fields: { partyId } });
  };

  void test("shows nobody else's draft, and reads each step with three statements and saves it with four", async () => {
    const visitor = await agreed({ ...ada("Eigen"), subject: "fina" });
    const bea = await signedInCitizen(portal, "schwerin", { subject: "bea" });
    bea.cookies.set(`antrag-${form}`, draftKeyOf(visitor, form));
    assert.doesNotMatch((await bea.visit(step)).text, /Eigen/);
    assert.doesNotMatch((await bea.visit(question)).text, /Eigen/);
    await visitor.visit(step);
    assert.ok((await statementsOf(() => visitor.visit(step))) <= 3);
    const save = () => visitor.visit(step, { fields: rest });
    assert.ok((await statementsOf(save)) <= 4);
  });

  /** The fewer of two: every two seconds one request also asks whether a portal has changed. */
  const statementsOf = async (ask: () => Promise<unknown>) => {
    const counts: number[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      portal.statements.length = 0;
      await ask();
      const sent = portal.statements.filter(
        (sql) => !/^(?:begin|commit|rollback)\b/i.test(sql),
      );
      counts.push(sent.length);
    }
    return Math.min(...counts);
  };

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
