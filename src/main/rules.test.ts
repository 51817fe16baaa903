import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setFormOfLeistung } from "../modules/catalogue/index.ts";
import {
  date,
  form,
  integer,
  optional,
  page,
  text,
  yesNo,
} from "../modules/forms/demo/build-form.ts";
import type { FormDefinition } from "../modules/forms/index.ts";
import { publishDefinition } from "../modules/forms/testing/publish-definition.ts";
import { germanDay } from "../platform/values/german-day.ts";
import { systemActor } from "./services.ts";
import {
  antrag,
  readConfirmation,
  send,
  applicantOf,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Visitor } from "./testing/visitor.ts";

const leistung = "hundesteuer";
const step = (number: number) => antrag(leistung, `/schritt/${String(number)}`);

const definition: FormDefinition = {
  ...form("regeln", "Mit Regeln", {
    description: "",
    legalBasis: "",
    pages: [
      page("eins", "Erste Seite", [
        yesNo("mehr", "Mehr?"),
        text("grund", "Grund", { visibleWhen: "mehr" }),
        text("amt", "Amt", { entry: "locked", initialValue: "Amt Crivitz" }),
        date("tag", "Tag", { entry: "hidden", prefill: { source: "today" } }),
        text("land", "Land", { initialValue: "Deutschland" }),
        integer("zahl", "Zahl"),
        integer("doppelt", "Doppelt", { ...optional, computed: "zahl * 2" }),
      ]),
      {
        ...page("zwei", "Zweite Seite", [text("einzelheiten", "Einzelheiten")]),
        visibleWhen: "mehr",
      },
      page("drei", "Dritte Seite", [
        integer("anteil", "Anteil", { initialValue: "1" }),
      ]),
    ],
  }),
  checks: [
    {
      id: "anteil",
      rule: "anteil <= zahl",
      message: "Der Anteil ist größer als die Zahl.",
      elementPath: "anteil",
    },
  ],
};

void describe("rules of a form decide on the server", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    await publishDefinition(context, definition);
    await setFormOfLeistung(context, leistung, definition.key);
  });
  after(() => portal.close());

  const begun = () => applicantOf(portal, "schwerin", leistung);

  const sentBy = async (visitor: Visitor): Promise<unknown> => {
    const confirmation = await visitor.follow(await send(visitor, leistung));
    const { statusKey } = readConfirmation(confirmation);
    const receipt = await visitor.visit(`/status/${statusKey}/quittung.json`);
    return (JSON.parse(receipt.text) as { readonly data: unknown }).data;
  };

  const first = { "mehr.0": "false", "land.0": "Polen", "zahl.0": "4" };

  void test("what is hidden, locked or computed cannot be forged", async () => {
    const visitor = await begun();
    await visitor.visit(step(1), {
      fields: {
        ...first,
        "grund.0": "trotzdem",
        "amt.0": "Amt Anderswo",
        "tag.0": "1999-01-01",
        "tag.0-day": "1",
        "doppelt.0": "1000",
        "_prefill.0.today.0": "1999-01-01",
        "einzelheiten.0": "von der anderen Seite",
      },
    });
    await visitor.visit(step(3), { fields: { "anteil.0": "2" } });
    const today = germanDay(new Date());
    assert.deepEqual(await sentBy(visitor), {
      mehr: false,
      amt: "Amt Crivitz",
      tag: today,
      land: "Polen",
      zahl: "4",
      doppelt: "8",
      anteil: "2",
    });
  });

  void test("a page that is left out is no step; what was typed comes back with it", async () => {
    const visitor = await begun();
    const on = await visitor.visit(step(1), {
      fields: { ...first, "mehr.0": "true", "grund.0": "Neugier", _live: "1" },
    });
    assert.equal(on.headers.location, step(2));
    await visitor.visit(step(2), { fields: { "einzelheiten.0": "Viele" } });
    const off = await visitor.visit(step(1), {
      fields: { ...first, "grund.0": "Neugier" },
    });
    assert.equal(off.headers.location, step(3));
    const third = await visitor.visit(step(3));
    assert.match(third.text, /Schritt 2 von 3/);
    assert.match(third.text, /name="anteil\.0"[^>]*value="1"/);
    const left = await visitor.visit(step(2));
    assert.equal(left.headers.location, antrag(leistung, "/pruefen"));
    const summary = await visitor.visit(antrag(leistung, "/pruefen"));
    assert.doesNotMatch(summary.text, /Viele|Neugier|Einzelheiten/);
    assert.match(summary.text, /Amt Crivitz/);
    const again = await visitor.visit(step(1), {
      fields: { ...first, "mehr.0": "true", "grund.0": "Neugier", _live: "1" },
    });
    assert.equal(again.headers.location, step(2));
    const second = await visitor.visit(step(2));
    assert.match(second.text, /Viele/);
  });

  void test("without scripts questions that have come up are shown before one goes on", async () => {
    const visitor = await begun();
    const fields = { ...first, "mehr.0": "true", "grund.0": "so" };
    const shown = await visitor.visit(step(1), { fields });
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Weitere Fragen sind dazugekommen/);
    const on = await visitor.visit(step(1), { fields });
    assert.equal(on.headers.location, step(2));
  });

  void test("what must hold between fields stands at its field, with the form's own words", async () => {
    const visitor = await begun();
    await visitor.visit(step(1), { fields: first });
    const wrong = await visitor.visit(step(3), { fields: { "anteil.0": "5" } });
    assert.equal(wrong.status, 422);
    assert.match(
      wrong.text,
      /href="#anteil\.0"[^>]*>\s*Der Anteil ist größer als die Zahl\./,
    );
    const summary = await visitor.visit(antrag(leistung, "/pruefen"));
    assert.match(summary.text, /Der Anteil ist größer als die Zahl\./);
    assert.doesNotMatch(summary.text, /name="bestaetigung"/);
  });

  void test("nothing of it is a fault", () => {
    assertNoFaults(portal);
  });
});
