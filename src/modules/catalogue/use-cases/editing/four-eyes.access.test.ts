import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../../tenants/demo/seed-tenants-demo.ts";
import {
  emptyContent,
  typedLeistung,
} from "../../domain/typed/leistung-form.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { askApproval, withdrawApproval } from "./ask-approval.ts";
import { approve, readApproval, sendBack } from "./decide-approval.ts";
import { createLeistung, readEdited, setHidden } from "./edit-leistung.ts";
import { setEditingRules } from "./editing-rules.ts";
import { findLeistungBySlug } from "../find-leistung-by-slug.ts";
import { discardDraft, keepDraft, readDraft } from "./keep-draft.ts";
import {
  planPublication,
  publishPlanned,
  readPlan,
  takeBackPlan,
} from "./plan-publication.ts";
import { publishContent, publishTyped } from "./publish-content.ts";
import { readVersions } from "./read-editor-desk.ts";

const erna = "00000000-0000-4000-8000-000000000001";
const otto = "00000000-0000-4000-8000-000000000002";
const paula = "00000000-0000-4000-8000-000000000003";
const publishAt = new Date("2099-03-01T07:00:00Z");

const content = (word: string): LeistungContent => ({
  ...emptyContent,
  title: { de: "Hundesteuer" },
  teaser: { de: word },
});

void describe("four eyes for Leistungen", () => {
  let testDatabase: TestDatabase;
  let id: string;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
  });
  after(() => testDatabase.close());
  beforeEach(async () => {
    await setRule(false);
    id = await create("Eins");
    await setRule(true);
  });

  const as = (
    who: string,
    {
      tenant = "schwerin",
      permissions = ["catalogue.edit"],
    }: {
      readonly tenant?: "schwerin" | "grabow";
      readonly permissions?: readonly string[];
    } = {},
  ): Context =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(who, ...permissions),
    });
  const worker = (now = publishAt): Context => ({
    ...testDatabase.contextFor({ tenantId: demoTenants.schwerin }),
    now,
  });
  const setRule = async (needsApproval: boolean) => {
    const administrator = as(paula, {
      permissions: ["catalogue.edit", "catalogue.rules"],
    });
    const rules = { needsApproval, reviewMonths: null };
    assert.ok((await setEditingRules(administrator, rules)).ok);
  };
  const create = async (word: string) => {
    const made = { content: content(word), isHidden: false };
    return (await createLeistung(as(erna), made))?.id ?? assert.fail();
  };
  const edited = async (of = id) =>
    (await readEdited(as(erna), of)) ?? assert.fail("is there");
  /** What everybody reads; undefined where nobody sees it. */
  const publicWord = async (of = id) => {
    const { slug } = await edited(of);
    return (await findLeistungBySlug(worker(), slug))?.content.teaser.de;
  };
  /** What somebody has before them who opened the form and typed a word. */
  const typed = async (word: string) => {
    const { version: base, content: shown } = await edited();
    const draft = await readDraft(as(erna), id);
    return {
      given: { id, base, content: content(word) },
      draft: {
        leistungId: id,
        base,
        before: typedLeistung(shown),
        revision: draft?.revision ?? 0,
        typed: typedLeistung(content(word)),
      },
    };
  };
  const write = async (who: string, word: string) => {
    const { draft } = await typed(word);
    assert.ok((await keepDraft(as(who), draft, { merge: "never" })).ok);
  };
  const ask = async (who: string, word: string, at?: Date) => {
    const { given, draft } = await typed(word);
    const asked = { ...given, draft, note: "", publishAt: at };
    return askApproval(as(who), asked, undefined);
  };
  const seen = async (of = id) => {
    const shown =
      (await readApproval(as(erna), of)) ?? assert.fail("nothing waits");
    const { approval, current } = shown;
    return {
      leistungId: of,
      approvalId: approval.id,
      version: current.version,
    };
  };
  const kind = (result: {
    readonly ok: boolean;
    readonly refusal?: { readonly kind: string };
  }) => (result.ok ? "ok" : result.refusal?.kind);

  void test("no way leads to the public past the second person", async () => {
    const { given, draft } = await typed("Zwei");
    assert.equal(
      kind(await publishTyped(as(erna), given, draft)),
      "needs-approval",
    );
    assert.equal(
      kind(await planPublication(as(erna), { ...given, publishAt }, draft)),
      "needs-approval",
    );
    const restored = await publishContent(as(erna), given);
    assert.deepEqual(restored, { ok: true, value: "waiting" });
    assert.equal(await publicWord(), "Eins");
    await setHidden(as(erna), { id, isHidden: true });
    assert.equal(
      kind(await setHidden(as(erna), { id, isHidden: false })),
      "waits-already",
    );
    await withdrawApproval(as(erna), id);
    assert.deepEqual(await setHidden(as(erna), { id, isHidden: false }), {
      ok: true,
      value: "waiting",
    });
    assert.equal(await publicWord(), undefined);
    const made = await createLeistung(as(erna), {
      content: content("Neu"),
      isHidden: false,
    });
    assert.equal(made?.state, "waiting");
    assert.equal(await publicWord(made.id), undefined);
    assert.equal(kind(await approve(as(erna), await seen(made.id))), "own");
    assert.equal(kind(await approve(as(otto), await seen(made.id))), "ok");
    assert.equal(await publicWord(made.id), "Neu");
  });

  void test("another one approves, and the version names both", async () => {
    await ask(erna, "Zwei");
    assert.equal(kind(await approve(as(erna), await seen())), "own");
    assert.equal(await publicWord(), "Eins");
    assert.deepEqual(await approve(as(otto), await seen()), {
      ok: true,
      value: "published",
    });
    assert.equal(await publicWord(), "Zwei");
    const [version] = await readVersions(as(erna), {
      leistungId: id,
      limit: 1,
    });
    assert.equal(version?.publishedBy, erna);
    assert.equal(version.approvedBy, otto);
    assert.equal(await readDraft(as(erna), id), undefined);
    assert.equal(await readApproval(as(erna), id), undefined);
  });

  void test("everybody who wrote in the draft is its author, also who was first and who only asked", async () => {
    await write(erna, "Von Erna");
    await ask(otto, "Von Otto");
    for (const who of [erna, otto])
      assert.equal(kind(await approve(as(who), await seen())), "own");
    await withdrawApproval(as(otto), id);
    await discardDraft(as(otto), id);
    await write(erna, "Nur von Erna");
    await ask(paula, "Nur von Erna");
    assert.equal(kind(await approve(as(paula), await seen())), "own");
    assert.equal(kind(await approve(as(otto), await seen())), "ok");
    assert.equal(await publicWord(), "Nur von Erna");
  });

  void test("a draft that is changed has to be asked for anew, and who changed it may not approve", async () => {
    await ask(erna, "Zwei");
    const before = await seen();
    await write(otto, "Drei");
    assert.equal(await readApproval(as(erna), id), undefined);
    assert.equal(kind(await approve(as(paula), before)), "gone");
    await ask(erna, "Drei");
    assert.equal(
      kind(await approve(as(paula), before)),
      "gone",
      "another request",
    );
    assert.equal(kind(await approve(as(otto), await seen())), "own");
    assert.equal(await publicWord(), "Eins");
    assert.equal(kind(await approve(as(paula), await seen())), "ok");
    assert.equal(await publicWord(), "Drei");
  });

  void test("of approvals and changes at the same time one comes after the other, and nothing unseen is published", async () => {
    for (const round of ["a", "b", "c"]) {
      await ask(erna, `Gesehen ${round}`);
      const what = await seen();
      const results = await Promise.all([
        approve(as(otto), what),
        approve(as(paula), what),
        write(erna, `Ungesehen ${round}`).catch(() => undefined),
      ]);
      const approvals = [results[0], results[1]].filter(({ ok }) => ok);
      assert.ok(approvals.length <= 1);
      const word = await publicWord();
      assert.doesNotMatch(word ?? "", /^Ungesehen/);
      assert.equal(word === `Gesehen ${round}`, approvals.length === 1);
      await discardDraft(as(erna), id);
    }
  });

  void test("it is sent back with a reason, by somebody else only", async () => {
    await ask(erna, "Zwei");
    const back = async (who: string, reason: string) =>
      kind(await sendBack(as(who), { ...(await seen()), reason }, undefined));
    assert.equal(await back(otto, " "), "reason");
    assert.equal(await back(erna, "Doch nicht"), "own");
    assert.equal(await back(otto, "Der Betrag fehlt."), "ok");
    assert.equal(kind(await approve(as(otto), await seen())), "gone");
    const returned = await readApproval(as(erna), id);
    assert.equal(returned?.approval.returned?.reason, "Der Betrag fehlt.");
    assert.equal(await publicWord(), "Eins");
    await ask(erna, "Drei");
    assert.equal(kind(await approve(as(otto), await seen())), "ok");
    assert.equal(await publicWord(), "Drei");
  });

  void test("a plan is approved when it is made, and goes out at its moment", async () => {
    await ask(erna, "Im März", publishAt);
    const approved = await approve(as(otto), { ...(await seen()), publishAt });
    assert.deepEqual(approved, { ok: true, value: "planned" });
    const plan = (await readPlan(as(erna), id)) ?? assert.fail();
    assert.equal(await publicWord(), "Eins");
    await publishPlanned(worker(), { leistungId: id, planId: plan.id });
    assert.equal(await publicWord(), "Im März");
    const [version] = await readVersions(as(erna), {
      leistungId: id,
      limit: 1,
    });
    assert.equal(version?.approvedBy, otto);
  });

  void test("an approved plan that is taken back is a draft of who wrote it", async () => {
    await ask(erna, "Im März", publishAt);
    await approve(as(otto), { ...(await seen()), publishAt });
    await takeBackPlan(as(otto), id);
    assert.deepEqual((await readDraft(as(otto), id))?.authors, [erna]);
    await ask(erna, "Im März");
    assert.equal(kind(await approve(as(erna), await seen())), "own");
  });

  void test("what was planned before the rule waits from then on, and its job publishes nothing", async () => {
    await setRule(false);
    const { given, draft } = await typed("Alt geplant");
    await planPublication(as(erna), { ...given, publishAt }, draft);
    const plan = (await readPlan(as(erna), id)) ?? assert.fail();
    await setRule(true);
    assert.equal(await readPlan(as(erna), id), undefined);
    await publishPlanned(worker(), { leistungId: id, planId: plan.id });
    assert.equal(await publicWord(), "Eins");
    const { approval } = (await readApproval(as(erna), id)) ?? assert.fail();
    assert.deepEqual(approval.publishAt, publishAt);
    assert.equal(kind(await approve(as(erna), await seen())), "own");
    assert.equal(kind(await approve(as(otto), await seen())), "ok");
  });

  void test("a job of an unapproved plan asks instead of publishing", async () => {
    await setRule(false);
    const { given, draft } = await typed("Durchgerutscht");
    await planPublication(as(erna), { ...given, publishAt }, draft);
    const plan = (await readPlan(as(erna), id)) ?? assert.fail();
    await testDatabase.database.inTenant(demoTenants.schwerin, (db) =>
      db
        .$extendTables<{
          "catalogue.editing_rule": { needs_approval: boolean };
        }>()
        .updateTable("catalogue.editing_rule")
        .set({ needs_approval: true })
        .execute(),
    );
    await publishPlanned(worker(), { leistungId: id, planId: plan.id });
    assert.equal(await publicWord(), "Eins");
    assert.equal(await readPlan(as(erna), id), undefined);
    assert.equal(kind(await approve(as(erna), await seen())), "own");
  });

  void test("what was published since it was compared is looked at again", async () => {
    await ask(erna, "Zwei");
    const before = await seen();
    await setRule(false);
    const { given } = await typed("Anders");
    const meanwhile = {
      ...given.content,
      teaser: { de: "Eins" },
      keywords: ["neu"],
    };
    await publishContent(as(paula), { ...given, content: meanwhile });
    await setRule(true);
    assert.equal(kind(await approve(as(otto), before)), "changed-since");
    assert.equal(kind(await approve(as(otto), await seen())), "ok");
    const { content: now } = await edited();
    assert.equal(now.teaser.de, "Zwei");
    assert.deepEqual(now.keywords, ["neu"], "both changes are there");
  });

  void test("who wrote a hidden Leistung cannot approve what somebody else adds to it", async () => {
    const hidden = await createLeistung(as(erna), {
      content: content("Ungeprüft"),
      isHidden: true,
    });
    id = hidden?.id ?? assert.fail();
    await ask(otto, "Ungeprüft und mehr");
    const { before: compared } =
      (await readApproval(as(erna), id)) ?? assert.fail();
    assert.equal(compared.teaser.de, "", "all of it is new to everybody");
    for (const who of [erna, otto])
      assert.equal(kind(await approve(as(who), await seen())), "own");
    assert.equal(kind(await approve(as(paula), await seen())), "ok");
    assert.equal(await publicWord(), undefined, "and it stays hidden");
  });

  void test("another tenant and who may not edit neither see, ask, approve, send back nor take back", async () => {
    await ask(erna, "Zwei");
    const what = await seen();
    const { given, draft } = await typed("Fremd");
    for (const context of [
      as(otto, { tenant: "grabow" }),
      as(otto, { permissions: [] }),
      as(newId(), { permissions: ["vorgang.read", "forms.edit"] }),
    ]) {
      assert.equal(await readApproval(context, id), undefined);
      const asked = await askApproval(
        context,
        { ...given, draft, note: "" },
        undefined,
      );
      assert.equal(kind(asked), "not-found");
      assert.equal(kind(await approve(context, what)), "not-found");
      assert.equal(
        kind(await sendBack(context, { ...what, reason: "x" }, undefined)),
        "not-found",
      );
      assert.equal(await withdrawApproval(context, id), false);
    }
    assert.equal(await withdrawApproval(as(otto), id), false, "not an author");
    assert.equal(kind(await approve(as(otto), what)), "ok");
  });

  void test("the rule of one authority is none of another", async () => {
    const elsewhere = as(erna, { tenant: "grabow" });
    const made = { content: content("Grabow"), isHidden: false };
    assert.equal((await createLeistung(elsewhere, made))?.state, "done");
  });

  void test("without the rule an editor publishes alone, and ends what was asked for", async () => {
    await ask(erna, "Zwei");
    await setRule(false);
    const { given, draft } = await typed("Zwei");
    assert.equal(kind(await publishTyped(as(erna), given, draft)), "ok");
    assert.equal(await readApproval(as(erna), id), undefined);
    assert.equal(await publicWord(), "Zwei");
  });
});
