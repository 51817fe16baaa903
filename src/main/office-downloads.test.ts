import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { apply, xaveria } from "./testing/applicant.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("what the office downloads of an application", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  void test("is what was sent: by id as JSON and XML, in words as CSV", async () => {
    const { reference } = await apply(
      visitorOf(portal, "schwerin"),
      "hundesteuer",
    );
    const staff = await signedIn(portal, "schwerin");
    const queue = await staff.visit("/arbeitsplatz");
    const [path = assert.fail()] =
      /\/arbeitsplatz\/vorgaenge\/[0-9a-f-]{36}/.exec(queue.text) ?? [];
    const open = async (format: string) => {
      const answer = await staff.visit(`${path}/angaben.${format}`);
      assert.equal(answer.status, 200);
      assert.match(
        String(answer.headers["content-disposition"]),
        new RegExp(`^attachment;.*${reference}\\.${format}`),
      );
      return answer;
    };

    const json = await open("json");
    assert.match(String(json.headers["content-type"]), /^application\/json/);
    assert.match(json.text, new RegExp(`"rufname":"${xaveria.hund}"`));

    const xml = await open("xml");
    assert.equal(xml.headers["content-type"], "application/xml");
    assert.match(xml.text, new RegExp(`<rufname>${xaveria.hund}</rufname>`));

    const csv = await open("csv");
    assert.match(String(csv.headers["content-type"]), /^text\/csv/);
    assert.match(csv.text, new RegExp(`"[^"]*Rufname","${xaveria.hund}"`));
  });
});
