import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, applicantOf, fillIn } from "./testing/applicant.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Answer } from "./testing/visitor.ts";

const form = "hundesteuer";
const check = antrag(form, "/pruefen");
const sending = antrag(form, "/senden");

void describe("an application that is refused where it is sent", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const ready = async () => {
    const visitor = await applicantOf(portal, "schwerin", form);
    await fillIn(visitor, form);
    return { visitor, fields: hiddenFields(await visitor.visit(check)) };
  };

  void test("names everything that is wrong at once, in the order of the page", async () => {
    const { visitor, fields } = await ready();
    const refused = await visitor.visit(sending, {
      fields: { ...fields, email: "jana" },
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<title>Fehler: /);
    assert.match(refused.text, /href="#email"[\s\S]*href="#bestaetigung"/);
    assert.match(refused.text, /value="jana"/);
    assert.doesNotMatch(refused.text, tickedBox);
  });

  void test("keeps the tick of whoever mistyped the address only", async () => {
    const { visitor, fields } = await ready();
    const refused = await visitor.visit(sending, {
      fields: { ...fields, email: "jana", bestaetigung: "true" },
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /href="#email"/);
    assert.doesNotMatch(refused.text, /href="#bestaetigung"/);
    assert.match(refused.text, tickedBox);
  });

  void test("is found again by its address, and in the other language", async () => {
    const { visitor } = await ready();
    assert.equal((await visitor.visit(sending)).headers.location, check);
  });
});

const tickedBox = /<input[^>]*name="bestaetigung"[^>]*checked/;

function hiddenFields({ text }: Answer): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
}
