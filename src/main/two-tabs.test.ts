import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, fillIn, applicantOf } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Answer } from "./testing/visitor.ts";

const form = "hundesteuer";
const step1 = antrag(form, "/schritt/1");
const step2 = antrag(form, "/schritt/2");
const firstName = "antragsteller.0.vorname.0";
const familyName = "antragsteller.0.familienname.0";

void describe("one application in two tabs", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const begun = () => applicantOf(portal, "schwerin", form);

  void test("a field that only one tab changed is never lost", async () => {
    const visitor = await begun();
    const [one, other] = await Promise.all([
      visitor.visit(step1),
      visitor.visit(step1),
    ]);
    await visitor.visit(step1, { fields: filled(one, { [firstName]: "Ada" }) });
    const second = await visitor.visit(step1, {
      fields: filled(other, { [familyName]: "Lovelace" }),
    });
    assert.doesNotMatch(second.text, /anderen Fenster/);
    assert.deepEqual(
      valuesOf(await visitor.visit(step1), firstName, familyName),
      ["Ada", "Lovelace"],
    );
  });

  void test("a field that both changed keeps the last value, and the page says what the other was", async () => {
    const visitor = await begun();
    await fillIn(visitor, form);
    const [one, other] = await Promise.all([
      visitor.visit(step1),
      visitor.visit(step1),
    ]);
    await visitor.visit(step1, { fields: filled(one, { [firstName]: "Ada" }) });
    const told = await visitor.visit(step1, {
      fields: filled(other, { [firstName]: "Augusta" }),
    });
    assert.equal(told.status, 200);
    assert.match(told.text, /<title>Hinweis: /);
    assert.match(told.text, /Im anderen Fenster stand:\s*<strong>Ada</);
    assert.deepEqual(valuesOf(told, firstName), ["Augusta"]);
    const on = await visitor.visit(step1, { fields: filled(told, {}) });
    assert.equal(on.headers.location, step2);
  });

  void test("the same page sent twice goes on without a word", async () => {
    const visitor = await begun();
    await fillIn(visitor, form);
    const shown = await visitor.visit(step1);
    const fields = filled(shown, { [firstName]: "Ada" });
    for (const answer of await Promise.all([
      visitor.visit(step1, { fields }),
      visitor.visit(step1, { fields }),
    ]))
      assert.equal(answer.headers.location, step2);
  });

  void test("dogs added in both tabs are all there", async () => {
    const visitor = await begun();
    await fillIn(visitor, form);
    const shown = await visitor.visit(step2);
    for (const name of ["Rex", "Luna"]) {
      const added = await visitor.follow(
        await visitor.visit(step2, {
          fields: filled(shown, { _action: "add:hund" }),
        }),
      );
      const last = [...added.text.matchAll(/name="(hund\.\d\.rufname\.0)"/g)]
        .map(([, path]) => path)
        .at(-1);
      await visitor.visit(step2, {
        fields: filled(added, { [last ?? assert.fail()]: name }),
      });
    }
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /Rex/);
    assert.match(summary.text, /Luna/);
    assert.match(summary.text, /Hund 3/);
  });

  void test("what a page tells about itself may be nonsense", async () => {
    const visitor = await begun();
    for (const _stand of [
      "x",
      "bnVsbA",
      "W10",
      "eyJhIjoxfQ",
      "a".repeat(300_000),
    ]) {
      const answer = await visitor.visit(step1, {
        fields: { _stand, [firstName]: "Ada" },
      });
      assert.ok([413, 422].includes(answer.status), String(answer.status));
    }
  });

  void test("the list of steps says how far each is, and leaving by it saves", async () => {
    const visitor = await begun();
    const shown = await visitor.visit(step1);
    assert.match(shown.text, /aria-current="step">1\. Wer hält den Hund\?</);
    assert.deepEqual(statesOf(shown), [
      "noch nicht begonnen",
      "noch nicht begonnen",
    ]);
    const left = await visitor.visit(step1, {
      fields: filled(shown, { [firstName]: "Ada", _action: "goto:2" }),
    });
    assert.equal(left.headers.location, step2);
    assert.deepEqual(statesOf(await visitor.visit(step2)), [
      "unvollständig",
      "noch nicht begonnen",
    ]);
    const back = await visitor.visit(step2, {
      fields: { _action: "goto:1" },
    });
    assert.equal(back.headers.location, step1);
    const nowhere = await visitor.visit(step2, {
      fields: { _action: "goto:99" },
    });
    assert.equal(nowhere.headers.location, step1);
    await fillIn(visitor, form);
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.deepEqual(statesOf(summary), ["fertig", "fertig"]);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});

/** The fields of the page's form as a browser would send them, with changes. */
function filled(
  { text }: Answer,
  changes: Readonly<Record<string, string>>,
): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of text.matchAll(/<input\b[^>]*>/g)) {
    const isLeftOut =
      /type="(?:radio|checkbox)"/.test(tag) && !/\schecked/.test(tag);
    const name = attribute(tag, "name");
    if (name !== "" && !isLeftOut) fields.append(name, attribute(tag, "value"));
  }
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  return fields;
}

function valuesOf(answer: Answer, ...names: readonly string[]) {
  const fields = filled(answer, {});
  return names.map((name) => fields.get(name));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function statesOf({ text }: Answer): readonly string[] {
  return [...text.matchAll(/portal-steps__state--\w+"\s*>([^<]+)</g)].map(
    ([, state = ""]) => state.trim(),
  );
}
