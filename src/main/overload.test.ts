import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, startDraft, xaveria } from "./testing/applicant.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const slug = "hundesteuer";
/** More than there are connections, and places to wait for one. */
const atWork = 40;

void describe("more visitors than can be served", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  /** Keeps all connections busy, as a database does that cannot keep up. */
  const keepBusy = () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const all = Array.from({ length: atWork }, () =>
      portal.services.database.unscoped(() => promise),
    );
    return async () => {
      resolve(undefined);
      await Promise.all(all);
    };
  };

  void test("are asked to come again when they are new; who saves is waited for", async () => {
    const applicant = visitorOf(portal, "schwerin");
    await startDraft(applicant, slug);
    const visitor = visitorOf(portal, "schwerin");
    await visitor.visit(`/leistungen/${slug}`);
    const free = keepBusy();
    const saved = applicant.visit(antrag(slug, "/schritt/1"), {
      fields: {
        "antragsteller.0.vorname.0": xaveria.vorname,
        _action: "next",
      },
    });
    const [page, begin, kept] = await Promise.all([
      visitor.visit("/leistungen?q=hund"),
      visitor.visit(antrag(slug), { fields: {} }),
      visitor.visit(`/leistungen/${slug}`),
    ]);
    assert.equal(kept.status, 200, "from memory");
    for (const refused of [page, begin]) {
      assert.equal(refused.status, 503);
      const seconds = Number(refused.headers["retry-after"]);
      assert.ok(seconds >= 10 && seconds <= 30, String(seconds));
      assert.equal(refused.headers["cache-control"], "no-store");
    }
    assert.match(page.text, /Gerade sind sehr viele Menschen/);
    assert.ok(page.headers["refresh"], "browsers try again by themselves");
    assert.match(begin.text, /Noch einmal senden/);
    assert.equal(begin.headers["refresh"], undefined);

    await free();
    assert.equal((await saved).status, 422, "asks for the rest");
    assert.match((await saved).text, new RegExp(xaveria.vorname));
    assert.equal((await visitor.visit("/leistungen?q=hund")).status, 200);
    const told = portal.log.filter((line) => line.includes("more visitors"));
    assert.equal(told.length, 1, "one line for all who were refused");
  });

  void test("have gone away meanwhile: nothing is begun for them", async () => {
    const free = keepBusy();
    const gone = new AbortController();
    const asked = fetch(
      `http://127.0.0.1:${String(portal.port)}/leistungen?q=katze`,
      { headers: { host: "schwerin.localhost" }, signal: gone.signal },
    ).catch(() => undefined);
    setTimeout(() => {
      gone.abort();
    }, 200);
    await asked;
    const statementsAfter = async (work: Promise<unknown>) => {
      portal.statements.length = 0;
      await work;
      return portal.statements.filter((one) => one.includes("catalogue."));
    };
    assert.deepEqual(await statementsAfter(free()), []);
    const stayed = visitorOf(portal, "schwerin").visit("/leistungen?q=katze");
    assert.ok((await statementsAfter(stayed)).length > 0);
  });
});
