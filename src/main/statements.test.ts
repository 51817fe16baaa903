import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pdf } from "../platform/files/testing/sample-files.ts";
import {
  antrag,
  fileField,
  fillIn,
  postSend,
  readStand,
  applicantOf,
  vehicleParts,
  withFile,
} from "./testing/applicant.ts";
import { multipartForm } from "./testing/multipart.ts";
import { tusClient } from "./testing/tus-client.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";

void describe("statements sent to the database", () => {
  let portal: TestPortal;
  let visitor: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    visitor = visitorOf(portal, "schwerin");
    await visitor.visit("/impressum");
    await fillIn(visitor, form);
    // Sent once before: what is kept after the first time is not counted.
    const warm = visitorOf(portal, "schwerin");
    await fillIn(warm, form);
    const summary = await warm.visit(antrag(form, "/pruefen"));
    await warm.follow(await postSend(warm, form, readStand(summary)));
  });
  after(() => portal.close());

  /** Statements of one request without the bounds of its transactions. */
  const count = async (
    ask: () => Promise<Answer>,
    status: number,
  ): Promise<readonly string[]> => {
    portal.statements.length = 0;
    const answer = await ask();
    assert.equal(answer.status, status);
    // Every two seconds one request also asks whether a portal has changed, and now and then it is written down what was looked at.
    return portal.statements.filter(
      (sql) =>
        !/^(?:begin|commit|rollback)\b|from "tenants"."authority"$|insert into catalogue\.demand\b/i.test(
          sql,
        ),
    );
  };

  const assertAtMost = (limit: number, statements: readonly string[]) => {
    assert.ok(statements.length > 0, "it reads something");
    assert.ok(
      statements.length <= limit,
      `${String(statements.length)}:\n${statements.join("\n")}`,
    );
  };

  void test("home page: at most 3, and none when it was shown a moment ago", async () => {
    assertAtMost(3, await count(() => visitor.visit("/"), 200));
    assert.deepEqual(await count(() => visitor.visit("/"), 200), []);
  });

  void test("page of a Leistung: at most 3", async () => {
    assertAtMost(
      3,
      await count(() => visitor.visit(`/leistungen/${form}`), 200),
    );
  });

  void test("list of Leistungen: at most 3, search at most 3", async () => {
    assertAtMost(3, await count(() => visitor.visit("/leistungen"), 200));
    assertAtMost(
      3,
      await count(() => visitor.visit("/leistungen?q=hunt"), 200),
    );
  });

  void test("showing a step: at most 3", async () => {
    assertAtMost(
      3,
      await count(() => visitor.visit(antrag(form, "/schritt/2")), 200),
    );
  });

  void test("who is signed in costs one statement more, whatever the page", async () => {
    const citizen = await signedInCitizen(portal, "schwerin", {
      subject: "Ada",
    });
    await citizen.visit("/konto");
    const asked = () => citizen.visit(antrag(form));
    const asGuest = await count(
      () => visitorOf(portal, "schwerin").visit(antrag(form)),
      200,
    );
    assertAtMost(asGuest.length + 1, await count(asked, 200));
  });

  void test("saving a step: at most 4", async () => {
    const other = await applicantOf(portal, "schwerin", form);
    const save = () =>
      other.visit(antrag(form, "/schritt/1"), {
        fields: { "antragsteller.0.vorname.0": "Ada" },
      });
    assertAtMost(4, await count(save, 422));
  });

  void test("a step with files: shown with at most 3, saved with at most 4, with a new file too", async () => {
    const other = await applicantOf(portal, "schwerin", "bewohnerparkausweis");
    const step = antrag("bewohnerparkausweis", "/schritt/3");
    assertAtMost(3, await count(() => other.visit(step), 200));
    const save = () => other.visit(step, multipartForm(vehicleParts));
    assertAtMost(4, await count(save, 422));
    assertAtMost(4, await count(() => other.visit(step, withFile()), 303));
  });

  void test("an upload: begun with at most 5, a part with at most 4, the last one with at most 10", async () => {
    const other = await applicantOf(portal, "schwerin", "bewohnerparkausweis");
    const tus = tusClient(other, "bewohnerparkausweis");
    const content = pdf(`/Note (${"x".repeat(10_000)})`);
    const field = fileField;
    const file = { name: "a.pdf", field, sizeBytes: content.length };
    const begun = await tus.begin(file);
    const path = begun.headers.location ?? assert.fail();
    assertAtMost(5, await count(() => tus.begin(file), 201));
    const first = content.subarray(0, 100);
    assertAtMost(4, await count(() => tus.bring(path, 0, first), 204));
    const rest = content.subarray(100);
    assertAtMost(10, await count(() => tus.bring(path, 100, rest), 204));
  });

  void test("sending: at most 12 in three round trips, and its confirmation at most 5", async () => {
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assertAtMost(
      12,
      await count(() => postSend(visitor, form, readStand(summary)), 303),
    );
    const begun = portal.statements.filter((sql) =>
      /^begin.*app\.tenant_id/.test(sql),
    );
    assert.equal(begun.length, 3, begun.join("\n"));
    assertAtMost(
      5,
      await count(() => visitor.visit(antrag(form, "/gesendet")), 200),
    );
  });

  void test("the workplace: list at most 18, search one more, a Vorgang 39, preview of a batch 8", async () => {
    const kevin = visitorOf(portal, "schwerin");
    const signIn = await kevin.visit("/arbeitsplatz/anmelden", {
      fields: {
        login: "kevin@schwerin.example",
        password: "Demo Leuchtturm 27",
      },
    });
    assert.equal(signIn.status, 303);
    const { text } = await kevin.visit("/arbeitsplatz");
    const [, vorgang = assert.fail(text)] =
      /href="(\/arbeitsplatz\/vorgaenge\/[\w-]{36})"/.exec(text) ?? [];
    const [, item = assert.fail(text)] =
      /name="v" value="([^"]+)"/.exec(text) ?? [];
    const asked = async (path: string) =>
      (await count(() => kevin.visit(path), 200)).length;
    const list = await asked("/arbeitsplatz");
    assert.ok(list <= 18, `list: ${String(list)}`);
    const filtered =
      "/arbeitsplatz?stand=all&wer=ich&neu=ja&reihenfolge=faellig";
    assert.ok((await asked(filtered)) <= list, "a filter asks nothing more");
    // How frequent the words are; keys of the tenant are kept after the first time.
    await kevin.visit("/arbeitsplatz?suche=Ada");
    assert.ok((await asked("/arbeitsplatz?suche=Ada+Hundesteuer")) <= list + 1);
    await kevin.visit(vorgang);
    // Each section of the page asks for its own; most travel together.
    assertAtMost(39, await count(() => kevin.visit(vorgang), 200));
    const preview = () =>
      kevin.visit("/arbeitsplatz/stapel/vorschau", {
        fields: { v: item, aktion: "assigned", liste: "stand=open" },
      });
    assertAtMost(8, await count(preview, 200));
  });
});
