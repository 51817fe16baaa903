import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import { openContext } from "../../../platform/context/open-context.ts";
import { openTenantCiphers } from "../../../platform/crypto/open-tenant-ciphers.ts";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import type {
  Database,
  DatabaseAddress,
  Db,
} from "../../../platform/database/database.ts";
import { openDatabase } from "../../../platform/database/open-database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import {
  hasPgBouncer,
  startPgBouncer,
  type PgBouncer,
} from "../../../platform/testing/pgbouncer.ts";
import {
  createTestDatabase,
  guest,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { form, page, text } from "../../forms/demo/build-form.ts";
import type { Draft } from "../domain/draft.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { fingerprintOf } from "../domain/own-data.ts";
import type { PrepareWriting } from "../ports.ts";
import { deleteDraft } from "../store/delete-draft.ts";
import { insertDraft, insertDraftKey } from "../store/draft-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { saveDraft } from "./save-draft.ts";
import type { SubmitDraftInput } from "./seal-submission.ts";
import { submitDraft } from "./submit-draft.ts";

const definition = form("hund", "Hund anmelden", {
  description: "",
  translations: {},
  legalBasis: "",
  pages: [page("hund", "Hund", [text("rufname", "Rufname")])],
});

/** Two jobs: what another module writes along. */
const twoJobs: PrepareWriting = ({ submissionId }) =>
  Promise.resolve((db) =>
    Promise.all([
      enqueue(db, { name: "test.first", payload: { submissionId } }),
      enqueue(db, { name: "test.last", payload: { submissionId } }),
    ]),
  );

const fault: PrepareWriting = () =>
  Promise.resolve((db) => sql`select 1 / 0`.execute(db));

type Ground = {
  readonly how: string;
  readonly skip?: string | false;
  readonly connect: (
    direct: DatabaseAddress,
    bouncer: PgBouncer | undefined,
  ) => DatabaseAddress;
};

const grounds: readonly Ground[] = [
  { how: "prepared statements", connect: (direct) => direct },
  {
    how: "nothing kept on a connection",
    connect: (direct) => ({ ...direct, pooling: "transaction" }),
  },
  {
    how: "PgBouncer in transaction mode",
    skip: !hasPgBouncer && "pgbouncer is not on PATH",
    connect: (direct, bouncer) => ({
      ...(bouncer?.address ?? direct),
      pooling: "transaction",
    }),
  },
];

for (const { how, skip = false, connect } of grounds)
  void describe(`an application that is sent, with ${how}`, { skip }, () => {
    const tenantId = newId();
    let test_: TestDatabase;
    let bouncer: PgBouncer | undefined;
    let database: Database;
    let contextOf: (tenant: string) => Context;
    let context: Context;
    before(async () => {
      test_ = await createTestDatabase();
      if (hasPgBouncer) bouncer = await startPgBouncer(test_.address);
      database = await openDatabase(connect(test_.address, bouncer));
      const ring = parseKeyRing(generateKeyRing("test"));
      const ciphers = openTenantCiphers(database, ring);
      contextOf = (tenant) =>
        openContext(
          { database, ciphers },
          {
            tenantId: tenant,
            actor: guest,
            locale: "de",
            now: new Date(),
            correlationId: newId(),
          },
        );
      context = contextOf(tenantId);
    });
    after(async () => {
      await database.close();
      await bouncer?.stop();
      await test_.close();
    });

    const inputOf = (
      draft: Draft,
      prepare: readonly PrepareWriting[] = [twoJobs],
    ): SubmitDraftInput => ({
      draft,
      own: undefined,
      checkedOwnData: fingerprintOf([]),
      before: { newerForm: undefined, prepare },
      checkedRevision: draft.revision,
      leistungTitle: "Hund anmelden",
      leikaKey: undefined,
      portalName: "Schwerin",
      isConfirmed: true,
      notificationEmail: "ada@example.org",
      statusLinkPrefix: "https://portal.example/status/",
      sender: undefined,
      neededLevel: "none",
    });

    const beginDraft = async (): Promise<Draft> => {
      const draft = newDraft(context);
      const { id, answers } = draft;
      const sealed = await writeAnswers(
        context,
        answers,
        answersPurpose.draft(id),
      );
      await context.transaction(async (db) => {
        const { now } = context;
        const { leistungSlug, formVersionId, expiresAt } = draft;
        await insertDraft(db, tenantId, {
          ...{ id, leistungSlug, formVersionId, expiresAt, now },
          answers: sealed,
        });
        await insertDraftKey(db, tenantId, {
          keyHash: hashSecretToken(newSecretToken()),
          draftId: id,
          purpose: "browser",
          now,
        });
      });
      return draft;
    };

    /** Rows of a draft's submission, and those of the whole tenant written along with any. */
    const countOf = async (draft: Draft) => {
      const [row] = await context.transaction((db) => count(db, draft.id));
      return row ?? assert.fail();
    };
    const count = async (db: Db, draftId: string) => {
      const { rows } = await sql<Record<string, number>>`
        select
          (select count(*)::int from submissions.submission where draft_id = ${draftId}) as submissions,
          (select count(*)::int from submissions.draft where id = ${draftId} and submitted_at is null) as drafts,
          (select count(*)::int from submissions.submission) as all_submissions,
          (select count(*)::int from jobs.job where tenant_id = ${tenantId} and name = 'test.first') as first_jobs,
          (select count(*)::int from jobs.job where tenant_id = ${tenantId} and name = 'test.last') as last_jobs,
          (select count(*)::int from jobs.job where tenant_id = ${tenantId} and name = 'mail.send') as mail_jobs,
          (select count(*)::int from mail.message where tenant_id = ${tenantId}) as mails
      `.execute(db);
      return rows;
    };

    /** As many of each as there are submissions: nothing was half done. */
    const assertWhole = (row: Readonly<Record<string, number>>) => {
      const { all_submissions: all } = row;
      for (const key of ["first_jobs", "last_jobs", "mail_jobs", "mails"])
        assert.equal(row[key], all, key);
    };

    void test("50 times at once is one submission with what belongs to it, and everybody hears of that one", async () => {
      const draft = await beginDraft();
      const { all_submissions: before = 0 } = await countOf(draft);
      const sent = await Promise.all(
        Array.from({ length: 50 }, () => submitDraft(context, inputOf(draft))),
      );
      const ids = sent.map((each) =>
        each.ok ? each.value.submissionId : assert.fail(each.refusal.kind),
      );
      assert.equal(new Set(ids).size, 1);
      const after = await countOf(draft);
      assert.deepEqual(
        [after["submissions"], after["drafts"], after["all_submissions"]],
        [1, 0, before + 1],
      );
      assertWhole(after);
    });

    void test("is not sent, and leaves nothing, where its draft was removed meanwhile", async () => {
      const draft = await beginDraft();
      const { now } = context;
      const removed = await context.transaction((db) =>
        deleteDraft(db, tenantId, { draftId: draft.id, now }),
      );
      assert.ok(removed);
      await assertNotSent(draft);
      assert.equal((await countOf(draft))["submissions"], 0);
    });

    void test("is not sent where it was saved meanwhile, and is with what was saved", async () => {
      const draft = await beginDraft();
      const { answers } = draft;
      assert.ok((await saveDraft(context, draft, { answers })).ok);
      await assertNotSent(draft);
      const saved = { ...draft, revision: draft.revision + 1 };
      assert.ok((await submitDraft(context, inputOf(saved))).ok);
      assertWhole(await countOf(draft));
    });

    const assertNotSent = async (draft: Draft) => {
      const before = await countOf(draft);
      const refused = await submitDraft(context, inputOf(draft));
      assert.deepEqual(!refused.ok && refused.refusal, {
        kind: "changed-meanwhile",
      });
      assert.deepEqual(await countOf(draft), before);
    };

    void test("is taken back whole by a fault in the middle or at the end, and can be sent then", async () => {
      const draft = await beginDraft();
      const before = await countOf(draft);
      for (const prepare of [
        [twoJobs, fault],
        [fault, twoJobs],
      ]) {
        await assert.rejects(
          submitDraft(context, inputOf(draft, prepare)),
          /division by zero/,
        );
        assert.deepEqual(await countOf(draft), before);
      }
      assert.equal(before["drafts"], 1);
      assert.ok((await submitDraft(context, inputOf(draft))).ok);
      assertWhole(await countOf(draft));
    });

    void test("is nobody else's to send", async () => {
      const draft = await beginDraft();
      const foreign = contextOf(newId());
      const refused = await submitDraft(foreign, inputOf(draft));
      assert.equal(refused.ok, false);
      assert.equal((await countOf(draft))["drafts"], 1);
    });
  });

function newDraft({ now }: Context): Draft {
  return {
    id: newId(),
    leistungSlug: "hund-anmelden",
    formVersionId: newId(),
    definition,
    answers: { rufname: ["Bello"] },
    today: "2026-11-27",
    revision: 0,
    createdAt: now,
    expiresAt: draftExpiry(now),
    isSubmitted: false,
    hasReminder: false,
    kept: [],
    isOwned: false,
    begunBy: undefined,
    ownData: {},
    isIntake: false,
  };
}
