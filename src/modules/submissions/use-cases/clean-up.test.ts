import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { directoryFileStore } from "../../../platform/files/directory-file-store.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { seedFormsDemo } from "../../forms/demo/seed-forms-demo.ts";
import { findPublishedForm } from "../../forms/index.ts";
import { draftExpiry, draftRetentionDays } from "../domain/draft-term.ts";
import { insertDraft, insertDraftKey } from "../store/draft-store.ts";
import { insertSubmission } from "../store/submission-store.ts";
import { appendUpload } from "./append-upload.ts";
import { beginUpload } from "./begin-upload.ts";
import { removeExpiredUploads } from "./discard-upload.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import type { Draft } from "../domain/draft.ts";
import { openDraft } from "./open-draft.ts";
import { findUpload } from "./pending-upload.ts";
import { removeDraft, removeExpiredDrafts } from "./remove-expired-drafts.ts";
import {
  removeForgottenFiles,
  type FileKeeping,
} from "./remove-forgotten-files.ts";
import { saveDraft } from "./save-draft.ts";

void describe("clean-up", () => {
  const tenantId = newId();
  let database: TestDatabase;
  let folder: string;
  before(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "orh-clean-up-"));
    await seedFormsDemo(database.contextFor({ tenantId }));
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const store = () => directoryFileStore(folder);
  const filesLeft = async () =>
    (await readdir(folder, { recursive: true })).filter(
      (name) => /[0-9a-f-]{36}$/.test(name) && name.split("/").length === 3,
    ).length;

  async function* content() {
    yield await Promise.resolve(Buffer.from("%PDF-1.4 …"));
  }

  async function upload(context: Context): Promise<string> {
    const fileId = newId();
    await store().put(content(), { tenantId, fileId }, context.cipher);
    return fileId;
  }

  async function beginDraft(
    context: Context,
  ): Promise<{ key: string; draft: Draft }> {
    const form = await findPublishedForm(context, "bewohnerparkausweis");
    assert.ok(form);
    const id = newId();
    const key = newSecretToken();
    const answers = await writeAnswers(context, {}, answersPurpose.draft(id));
    await context.transaction(async (db) => {
      const { now } = context;
      await insertDraft(db, tenantId, {
        id,
        leistungSlug: "bewohnerparkausweis",
        formVersionId: form.formVersionId,
        answers,
        now,
        expiresAt: draftExpiry(now),
      });
      await insertDraftKey(db, tenantId, {
        keyHash: hashSecretToken(key),
        draftId: id,
        purpose: "browser",
        now,
      });
    });
    const draft = await openDraft(context, key);
    assert.ok(draft);
    return { key, draft };
  }

  /** Half a file of this draft, in one part. */
  async function beginHalf(context: Context, draft: Draft): Promise<string> {
    const begun = await beginUpload(context, draft, {
      fieldPath: "fahrzeugschein.0",
      filename: "halb.pdf",
      lastModified: 1,
      sizeBytes: 20,
    });
    assert.ok(begun.ok);
    const appended = await appendUpload(
      context,
      {
        draft,
        upload: begun.value,
        content: content(),
        reopen: () => Promise.resolve(draft),
      },
      { files: store(), scanner: undefined },
    );
    assert.deepEqual(appended, { ok: true, value: 12 });
    return begun.value.id;
  }

  void test("keeps what came of an upload for 7 days, and nothing longer", async () => {
    const at = (time: string) =>
      database.contextFor({ tenantId, now: new Date(time) });
    const begun = at("2027-03-01T10:00:00Z");
    const { draft } = await beginDraft(begun);
    const before = await filesLeft();
    const id = await beginHalf(begun, draft);
    assert.equal(await filesLeft(), before + 1);

    const ports = { files: store() };
    const sixDays = at("2027-03-08T09:59:00Z");
    assert.equal(await removeExpiredUploads(sixDays, ports), 0);
    await removeForgottenFiles(
      sixDays,
      keeping(store()),
      new AbortController().signal,
    );
    assert.equal((await findUpload(sixDays, draft, id))?.receivedBytes, 12);
    assert.equal(await filesLeft(), before + 1);

    const due = at("2027-03-08T10:00:00Z");
    assert.equal(await findUpload(due, draft, id), undefined);
    assert.equal(await removeExpiredUploads(due, ports), 1);
    assert.equal(await filesLeft(), before);
    assert.equal(await removeExpiredUploads(due, ports), 0);
  });

  void test("removes half files with their draft", async () => {
    const context = database.contextFor({
      tenantId,
      now: new Date("2027-04-01T10:00:00Z"),
    });
    const { draft } = await beginDraft(context);
    const before = await filesLeft();
    await beginHalf(context, draft);
    assert.ok(await removeDraft(context, store(), draft.id));
    assert.equal(await filesLeft(), before);
  });

  void test("removes a draft and its files 30 days after the last edit, and not before", async () => {
    const begun = database.contextFor({
      tenantId,
      now: new Date("2027-01-01T10:00:00Z"),
    });
    const { key, draft } = await beginDraft(begun);
    const fileId = await upload(begun);
    const file = {
      fileId,
      filename: "a.pdf",
      sizeBytes: 10,
      sha256: "00",
      mediaType: "application/pdf",
    };
    assert.ok(
      (await saveDraft(begun, draft, { answers: { nachweis: [file] } })).ok,
    );

    const dayBefore = database.contextFor({
      tenantId,
      now: new Date("2027-01-31T09:59:00Z"),
    });
    assert.equal(await removeExpiredDrafts(dayBefore, store()), 0);
    assert.ok(await openDraft(dayBefore, key));

    assert.equal(draftRetentionDays, 30);
    const due = database.contextFor({
      tenantId,
      now: new Date("2027-01-31T10:01:00Z"),
    });
    assert.equal(await openDraft(due, key), undefined);
    assert.equal(await removeExpiredDrafts(due, store()), 1);
    assert.equal(await filesLeft(), 0);
    assert.equal(await removeExpiredDrafts(due, store()), 0);
  });

  void test("a draft deleted while another tab sends it keeps its files", async () => {
    const context = database.contextFor({ tenantId });
    const { key, draft } = await beginDraft(context);
    const fileId = await upload(context);
    const file = {
      fileId,
      filename: "a.pdf",
      sizeBytes: 10,
      sha256: "00",
      mediaType: "application/pdf",
    };
    assert.ok(
      (await saveDraft(context, draft, { answers: { nachweis: [file] } })).ok,
    );

    const removing = await context.transaction(async (db) => {
      await insertSubmission(db, tenantId, {
        id: newId(),
        draftId: draft.id,
        draftRevision: draft.revision + 1,
        reference: newId(),
        leistungTitle: "Bewohnerparkausweis",
        answers: Buffer.from("sealed"),
        contentHash: "00",
        statusKeyHash: hashSecretToken(newSecretToken()),
        statusKey: Buffer.from("sealed"),
        notificationEmail: null,
        applicantMarks: [],
        fileIds: [fileId],
        submittedAt: context.now,
      });
      const started = removeDraft(context, store(), draft.id);
      await sleep(200); // Long enough to reach the locked row.
      return { finished: started };
    });
    assert.equal(await removing.finished, false);
    assert.equal((await openDraft(context, key))?.isSubmitted, true);
    await store().open({ tenantId, fileId }, context.cipher);
  });

  void test("removes files that no row knows after a day, and leaves those of drafts and of this minute", async () => {
    const context = database.contextFor({ tenantId });
    const { draft } = await beginDraft(context);
    const [kept, elsewhere, forgotten, young] = [
      await upload(context),
      await upload(context),
      await upload(context),
      await upload(context),
    ];
    const file = {
      fileId: kept,
      filename: "a.pdf",
      sizeBytes: 10,
      sha256: "00",
      mediaType: "application/pdf",
    };
    assert.ok(
      (await saveDraft(context, draft, { answers: { nachweis: [file] } })).ok,
    );
    const old = new Date(Date.now() - 25 * 3_600_000);
    for (const fileId of [kept, elsewhere, forgotten])
      await utimes(join(folder, tenantId, fileId.slice(-2), fileId), old, old);

    assert.equal(
      await removeForgottenFiles(
        context,
        keeping(store(), [elsewhere]),
        new AbortController().signal,
      ),
      1,
    );
    await store().open({ tenantId, fileId: kept }, context.cipher);
    await store().open({ tenantId, fileId: elsewhere }, context.cipher);
    await store().open({ tenantId, fileId: young }, context.cipher);
    await assert.rejects(
      store().open({ tenantId, fileId: forgotten }, context.cipher),
      { code: "not-found" },
    );
  });

  void test("stops looking for forgotten files when the job is told to end, and goes on the next time", async () => {
    const context = database.contextFor({ tenantId: newId() });
    const old = new Date(context.now.getTime() - 25 * 3_600_000);
    const stopping = new AbortController();
    const removed: string[] = [];
    const files: FileStore = {
      ...store(),
      list: async function* (tenantId) {
        for (let count = 1; count <= 500; count += 1) {
          // The first group of 200 is over, and no other is begun.
          if (count === 250) stopping.abort();
          yield await Promise.resolve({
            tenantId,
            fileId: newId(),
            storedAt: old,
          });
        }
      },
      remove: ({ fileId }) => {
        removed.push(fileId);
        return Promise.resolve();
      },
    };
    assert.equal(
      await removeForgottenFiles(context, keeping(files), stopping.signal),
      200,
    );
    assert.equal(
      await removeForgottenFiles(context, keeping(files), stopping.signal),
      0,
    );
    assert.equal(removed.length, 200);
    const next = new AbortController();
    assert.equal(
      await removeForgottenFiles(context, keeping(files), next.signal),
      500,
    );
  });
});

/** A store, and what another module says of these files that it keeps. */
function keeping(
  files: FileStore,
  keptFiles: readonly string[] = [],
): FileKeeping {
  return {
    files,
    keptElsewhere: [
      (_context, fileIds) =>
        Promise.resolve(fileIds.filter((id) => keptFiles.includes(id))),
    ],
  };
}
