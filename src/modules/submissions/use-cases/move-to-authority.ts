import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { listFiles } from "../../forms/index.ts";
import type { Portal } from "../../tenants/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import type { Draft } from "../domain/draft.ts";
import { deleteDraft } from "../store/delete-draft.ts";
import {
  findMovedKey,
  insertArrivingDraft,
  insertMovedKeys,
  lockDraftRows,
  type ArrivingDraft,
} from "../store/move-store.ts";
import { findReminder } from "../store/reminder-store.ts";
import { copyFiles } from "./copy-files.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { reminderPurpose } from "./draft-reminder.ts";
import { findFormOfLeistung } from "./find-form-of-leistung.ts";
import { keptPurpose, writeKept } from "./kept-answers.ts";
import { writeOwnDataRecord } from "./own-data-record.ts";

export type MoveTarget = {
  readonly authority: Portal;
  readonly leistungSlug: string;
  /** The same caller, in the tenant of that authority. */
  readonly there: Context;
};

export type MoveRefusal =
  /** Saved or sent in another tab meanwhile. */
  | { readonly kind: "changed-meanwhile" }
  /** The authority has another form for it, or none. */
  | { readonly kind: "other-form" };

/** Whether what was filled in can go on at the other authority: it has the same form online. */
export async function isMovable(
  { definition }: Pick<Draft, "definition">,
  { leistungSlug, there }: Pick<MoveTarget, "leistungSlug" | "there">,
): Promise<boolean> {
  const found = await findFormOfLeistung(there, leistungSlug);
  return found?.form?.definition.key === definition.key;
}

/**
 * Moves a draft to another authority, because the applicant wants it after they were told that it is responsible: answers, files, keys and reminder
 * are that authority's from then on, and here remains only where the keys lead. In one transaction; recorded in the logs of both. What was
 * consented to for data of the account counts there no more: it was said to another authority.
 */
export async function moveToAuthority(
  context: Context,
  draft: Draft,
  { files, target }: { readonly files: FileStore; readonly target: MoveTarget },
): Promise<Result<void, MoveRefusal>> {
  const { there } = target;
  if (!(await isMovable(draft, target))) return refuse({ kind: "other-form" });
  await copyFiles(context, there, {
    files,
    fileIds: listFiles(draft.answers).map(({ fileId }) => fileId),
  });
  const sealed = await sealFor(context, draft, target);
  const { tenantId: own, now } = context;
  const left = await context.transaction(async (db) => {
    const rows = await lockDraftRows(db, own, {
      draftId: draft.id,
      revision: draft.revision,
    });
    if (!rows) return undefined;
    const unsent = await deleteDraft(db, own, { draftId: draft.id, now });
    await insertMovedKeys(db, own, {
      hashes: rows.keys.map(({ hash }) => hash),
      toHost: target.authority.host,
      expiresAt: sealed.expiresAt,
    });
    await note(context, db, draft);
    await asTenant(db, { own, other: there.tenantId }, async () => {
      const kept = listFiles(draft.answers).map(({ fileId }) => fileId);
      const uploads = rows.uploads.filter(({ fileId }) =>
        kept.includes(fileId),
      );
      const owner = rows.owner;
      await insertArrivingDraft(db, there.tenantId, {
        ...sealed,
        owner,
        rows: { ...rows, uploads },
      });
      await note(there, db, draft);
    });
    return unsent ?? [];
  });
  if (!left) return refuse({ kind: "changed-meanwhile" });
  for (const fileId of left) await files.remove({ tenantId: own, fileId });
  return ok(undefined);
}

/** Where the draft of a key went from here: the host label of that portal. */
export async function findMoved(
  { now, read, tenantId }: Pick<Context, "now" | "read" | "tenantId">,
  key: string,
): Promise<string | undefined> {
  if (!isSecretToken(key)) return undefined;
  const keyHash = hashSecretToken(key);
  return read((db) => findMovedKey(db, tenantId, { keyHash, now }));
}

function note(context: Context, db: Db, { id }: Draft): Promise<void> {
  return recordAudit(context, db, {
    action: "draft.moved-to-authority",
    subject: { kind: "draft", id },
    details: {},
  });
}

async function sealFor(
  context: Context,
  draft: Draft,
  { leistungSlug, there }: MoveTarget,
): Promise<Omit<ArrivingDraft, "rows" | "owner">> {
  const { id, answers, kept } = draft;
  const { now } = context;
  return {
    id,
    leistungSlug,
    formVersionId: draft.formVersionId,
    answers: await writeAnswers(there, answers, answersPurpose.draft(id)),
    revision: draft.revision,
    createdAt: draft.createdAt,
    now,
    expiresAt: draftExpiry(now),
    reminderEmail: await reminderFor(context, there, id),
    kept:
      kept.length > 0 ? await writeKept(there, kept, keptPurpose(id)) : null,
    ownData: await writeOwnDataRecord(there, id, draft.ownData),
  };
}

async function reminderFor(
  context: Context,
  there: Context,
  draftId: string,
): Promise<Buffer | null> {
  const stored = await context.transaction((db) =>
    findReminder(db, context.tenantId, draftId),
  );
  if (!stored) return null;
  const purpose = reminderPurpose(draftId);
  return there.cipher.encrypt(
    await context.cipher.decrypt(stored, purpose),
    purpose,
  );
}
