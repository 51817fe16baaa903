import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { sql } from "kysely";
import { mailPurpose } from "../../../platform/mail/mail.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { seedFormsDemo } from "../../forms/demo/seed-forms-demo.ts";
import { findPublishedForm } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { deleteDraft } from "../store/delete-draft.ts";
import { insertDraft, insertDraftKey } from "../store/draft-store.ts";
import { insertSubmission } from "../store/submission-store.ts";
import { mailDraftLink } from "./create-draft-link.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { forgetAddress } from "./draft-reminder.ts";
import type { Draft } from "../domain/draft.ts";
import { openDraft } from "./open-draft.ts";
import { remindOfDrafts, type ReminderPortal } from "./remind-of-drafts.ts";
import { saveDraft } from "./save-draft.ts";

const begun = new Date("2026-03-02T10:00:00Z");
const day = (days: number) => new Date(begun.getTime() + days * 86_400_000);
const email = "ada@example.org";
const reachable = newId();
const portal: ReminderPortal = {
  portalName: "Musterstadt",
  linkPrefix: "https://m/antrag/",
  applicationsUrl: "https://m/antraege",
  findContact: (id) =>
    Promise.resolve(id === reachable ? { email, locale: "en" } : undefined),
};

void describe("reminders of drafts", () => {
  const tenantId = newId();
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
    await seedFormsDemo(database.contextFor({ tenantId }));
  });
  after(() => database.close());

  const at = (now: Date): Context => database.contextFor({ tenantId, now });
  const asCitizen = (id: string): Context =>
    database.contextFor({
      tenantId,
      now: begun,
      actor: { kind: "citizen", id, ownerId: id, may: () => false },
    });

  async function open(key: string, now = begun): Promise<Draft> {
    return (await openDraft(at(now), key)) ?? assert.fail("no draft");
  }

  async function begin(isReminderWanted = true, accountId?: string) {
    const context = accountId === undefined ? at(begun) : asCitizen(accountId);
    const opened = async (key: string) =>
      (await openDraft(context, key)) ?? assert.fail("no draft");
    const id = newId();
    const key = newSecretToken();
    const answers = await writeAnswers(context, {}, answersPurpose.draft(id));
    const form = await findPublishedForm(context, "hundesteuer");
    await context.transaction(async (db) => {
      await insertDraft(db, tenantId, {
        id,
        leistungSlug: "hundesteuer",
        formVersionId: form?.formVersionId ?? assert.fail(),
        answers,
        now: begun,
        expiresAt: draftExpiry(begun),
        owner:
          accountId === undefined
            ? undefined
            : {
                ownerId: accountId,
                accountId,
                leistungTitle: "Hund anmelden",
              },
      });
      await insertDraftKey(db, tenantId, {
        keyHash: hashSecretToken(key),
        draftId: id,
        purpose: "browser",
        now: begun,
      });
    });
    const draft = await opened(key);
    await mailDraftLink(context, draft, {
      email,
      isReminderWanted,
      linkOf: (key) => `https://m/antrag/${key}`,
      ...portal,
    });
    return { key, draft: await opened(key) };
  }

  /** Reminders written so far, newest last; removes them, so that each test counts its own. */
  async function takeMails(): Promise<{ to: string; text: string }[]> {
    const context = at(begun);
    const rows = await context.transaction(async (db) => {
      const taken = await sql<{ id: string; content: Buffer }>`
        delete from mail.message
        where tenant_id = ${tenantId} and kind like 'draft-reminder%'
        returning id, content
      `.execute(db);
      return taken.rows;
    });
    return Promise.all(
      rows.map(async ({ id, content }) => {
        const plain = await context.cipher.decrypt(content, mailPurpose(id));
        return JSON.parse(plain.toString("utf8")) as {
          to: string;
          text: string;
        };
      }),
    );
  }

  const remind = (now: Date) => remindOfDrafts(at(now), portal);

  void test("come five days before the end, once, with a fresh link", async () => {
    const { draft } = await begin();
    await remind(day(24));
    assert.deepEqual(await takeMails(), []);
    await Promise.all([remind(day(26)), remind(day(26)), remind(day(26))]);
    await remind(day(27));
    const mails = await takeMails();
    assert.equal(mails.length, 1);
    assert.equal(mails[0]?.to, email);
    const key = /antrag\/([\w-]{43})\n/.exec(mails[0].text)?.[1] ?? "";
    const opened = await openDraft(at(day(27)), key);
    assert.equal(opened?.id, draft.id);
    assert.match(mails[0].text, /Am 1\. April 2026 löschen/);
    await removeDraftNow(draft);
  });

  void test("come again in a new term", async () => {
    const { key, draft } = await begin();
    await remind(day(26));
    const saved = await saveDraft(at(day(27)), await open(key, day(27)), {
      answers: { andere: ["Antwort"] },
    });
    assert.ok(saved.ok);
    await remind(day(28));
    assert.equal((await takeMails()).length, 1);
    await remind(day(53));
    assert.equal((await takeMails()).length, 1);
    await removeDraftNow(draft);
  });

  void test("come by themselves for an account with an address, in its language and without a key", async () => {
    const own = await begin(false, reachable);
    const unreachable = await begin(false, newId());
    const elsewhere = await begin(true, reachable);
    await remind(day(26));
    assert.equal(await remind(day(26)), 0, "whoever has no address, too");
    const mails = await takeMails();
    assert.equal(mails.length, 2);
    const [mail] = mails.filter(({ text }) => text.startsWith("Hello"));
    assert.match(mail?.text ?? "", /https:\/\/m\/antraege\n/);
    assert.doesNotMatch(mail?.text ?? "", /antrag\/|Hund/);
    assert.equal(mail?.to, email);
    for (const { draft } of [own, unreachable, elsewhere])
      await removeDraftNow(draft);
  });

  void test("do not come without consent, after it was withdrawn, and past the end", async () => {
    const without = await begin(false);
    const withdrawn = await begin();
    await forgetAddress(at(begun), withdrawn.draft);
    assert.equal((await open(withdrawn.key)).hasReminder, false);
    await remind(day(26));
    const late = await begin();
    await remind(day(30));
    assert.deepEqual(await takeMails(), []);
    for (const { draft } of [without, withdrawn, late])
      await removeDraftNow(draft);
  });

  void test("do not come after sending or deletion, and the address is gone", async () => {
    const sent = await begin();
    const deleted = await begin();
    await submit(sent.draft);
    await removeDraftNow(deleted.draft);
    await remind(day(26));
    assert.deepEqual(await takeMails(), []);
    const left = await at(begun).transaction(async (db) => {
      const { rows } = await sql`
        select id from submissions.draft
        where tenant_id = ${tenantId} and reminder_email is not null
      `.execute(db);
      return rows;
    });
    assert.deepEqual(left, []);
  });

  async function removeDraftNow(draft: Draft): Promise<void> {
    await at(begun).transaction((db) =>
      deleteDraft(db, tenantId, { draftId: draft.id, now: begun }),
    );
  }

  async function submit(draft: Draft): Promise<void> {
    await at(begun).transaction((db) =>
      insertSubmission(db, tenantId, {
        id: newId(),
        draftId: draft.id,
        draftRevision: draft.revision,
        reference: "7K4M-29CF-X3T",
        leistungTitle: "Hund anmelden",
        answers: Buffer.from("x"),
        contentHash: "x",
        statusKeyHash: Buffer.from("x"),
        statusKey: Buffer.from("x"),
        notificationEmail: null,
        applicantMarks: [],
        fileIds: [],
        submittedAt: begun,
      }),
    );
  }
});
