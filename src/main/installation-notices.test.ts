import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "../platform/values/id.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const path = "/betrieb/hinweise";

void describe("notices of the operator", () => {
  let portal: TestPortal;
  let operator: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    operator = await signedIn(portal, "");
  });
  after(() => portal.close());

  const notice = (changes: Record<string, string> = {}) => ({
    id: newId(),
    aktion: "speichern",
    art: "info",
    seiten: "everywhere",
    titel: "Wartung am Sonntag",
    text: "Von 6 bis 8 Uhr können Sie nichts senden.",
    "titel-en": "Maintenance on Sunday",
    "text-en": "From 6 to 8 you cannot send anything.",
    ...changes,
  });
  const pageOf = async (label: string, at = "/") =>
    (await visitorOf(portal, label).visit(at)).text;
  /** What is told reaches the other pages by the database: soon, not in the same moment. */
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo()))
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  void test("stand at once above the pages of every portal, in the language of the page, also of those kept in memory, and go at once", async () => {
    const labels = ["", "schwerin", "lup", "grabow"];
    for (const label of labels) await pageOf(label);
    const fields = notice();
    const answer = await operator.visit(`${path}/neu`, { fields });
    assert.equal(answer.headers.location, `${path}?getan=gespeichert`);
    for (const label of labels)
      await until(async () => (await pageOf(label)).includes(fields.titel));
    const english = visitorOf(portal, "grabow");
    english.cookies.set("sprache", "en");
    const page = await english.visit("/impressum");
    assert.match(page.text, /Maintenance on Sunday/);
    assert.doesNotMatch(page.text, /Wartung am Sonntag/);
    await operator.visit(`${path}/${fields.id}/ende`, { fields: {} });
    for (const label of labels)
      await until(async () => !(await pageOf(label)).includes(fields.titel));
  });

  void test("that are planned stand on the status page of every portal before they begin", async () => {
    const fields = notice({
      titel: "Umzug der Datenbank",
      "von-tag": "01.01.2099",
      "bis-tag": "02.01.2099",
    });
    await operator.visit(`${path}/neu`, { fields });
    await until(async () =>
      (await pageOf("grabow", "/verfuegbarkeit")).includes(fields.titel),
    );
    assert.ok(!(await pageOf("grabow")).includes(fields.titel));
    await operator.visit(`${path}/${fields.id}/ende`, { fields: {} });
  });

  void test("are written and ended by nobody but the operator", async () => {
    const posted = notice({ titel: "Nur vom Betrieb" });
    await operator.visit(`${path}/neu`, { fields: posted });
    for (const who of ["verwaltung", "redaktion"] as const) {
      const staff = await signedIn(portal, "schwerin", who);
      const fields = notice({ titel: "Eingeschlichen", orte: "true" });
      for (const [at, typed] of [
        [path, undefined],
        [`${path}/neu`, fields],
        [`${path}/${posted.id}`, fields],
        [`${path}/${posted.id}/ende`, {}],
        [`/verwaltung/hinweise/${posted.id}`, fields],
        [`/verwaltung/hinweise/${posted.id}/ende`, {}],
      ] as const) {
        const { status } = await staff.visit(at, typed && { fields: typed });
        assert.ok(status === 404 || status === 403, `${who} ${at}: ${status}`);
      }
    }
    const list = (await operator.visit(path)).text;
    assert.ok(!list.includes("Eingeschlichen"));
    assert.match(list, /Nur vom Betrieb[^]*Sichtbar/);
    await until(async () =>
      (await pageOf("schwerin")).includes("Nur vom Betrieb"),
    );
  });

  void test("are written, listed and ended by a command, too", async () => {
    const posted = await runCommandBeside(
      portal,
      ...["notice", "post", "--outage"],
      ...["--title", "Bezahlen gestört", "--text", "Zahlen Sie mit Rechnung."],
      ...["--until", "01.01.2099 08:00"],
    );
    assert.equal(posted.exitCode, 0, posted.errors);
    const id = /[\da-f-]{36}/.exec(posted.output)?.[0] ?? "";
    await until(async () =>
      (await pageOf("grabow")).includes("Bezahlen gestört"),
    );
    const listed = await runCommandBeside(portal, "notice", "list");
    assert.match(
      listed.output,
      new RegExp(`${id}  visible  .* until 2099-01-01T07:00:00.000Z  Bezahlen`),
    );
    const ended = await runCommandBeside(portal, "notice", "end", id);
    assert.equal(ended.exitCode, 0, ended.errors);
    await until(
      async () => !(await pageOf("grabow")).includes("Bezahlen gestört"),
    );
    const wrong = await runCommandBeside(
      portal,
      ...["notice", "post", "--title", "x", "--text", "y"],
      ...["--from", "morgen"],
    );
    assert.equal(wrong.exitCode, 1);
    assert.match(wrong.errors, /--from: no-day/);
  });
});
