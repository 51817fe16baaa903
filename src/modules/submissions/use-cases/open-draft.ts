import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  isSecretToken,
  hashSecretToken,
} from "../../../platform/values/secret-token.ts";
import { loadFormVersion } from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";
import { findDraftByKey, type StoredDraft } from "../store/draft-store.ts";
import { findIntakeDraft } from "../store/intake-store.ts";
import { withOnlyOpen } from "./open-correction.ts";
import { keptPurpose, readKept } from "./kept-answers.ts";
import { readIntakeRecord } from "./intake-record.ts";
import { readOwnDataRecord } from "./own-data-record.ts";
import { answersPurpose, readAnswers } from "./draft-answers.ts";

/** The draft that a secret key opens, or undefined for a wrong, expired or foreign key, and for a draft of somebody else than the caller. */
export async function openDraft(
  context: Context,
  key: string | undefined,
): Promise<Draft | undefined> {
  return open(context, { key, isUnseen: false });
}

/**
 * Whosever draft a key opens, to write into it what was typed on a page whose session ended meanwhile: nothing that was typed gets lost.
 * Nothing of it may be shown.
 */
export async function openDraftUnseen(
  context: Context,
  key: string | undefined,
): Promise<Draft | undefined> {
  return open(context, { key, isUnseen: true });
}

/** A draft that lies with the calling caseworker, by its id; undefined for anybody else's. No key opens it. */
export async function openIntake(
  context: Context,
  draftId: string,
): Promise<Draft | undefined> {
  const { actor, now, tenantId } = context;
  if (!actor.may("intake.edit") || !isId(draftId)) return undefined;
  const stored = await context.read((db) =>
    findIntakeDraft(db, tenantId, { draftId, staffId: actor.id, now }),
  );
  return stored && decryptDraft(context, stored);
}

async function open(
  context: Context,
  {
    key,
    isUnseen,
  }: {
    readonly key: string | undefined;
    readonly isUnseen: boolean;
  },
): Promise<Draft | undefined> {
  if (key === undefined || !isSecretToken(key)) return undefined;
  const keyHash = hashSecretToken(key);
  const stored = await context.read((db) =>
    findDraftByKey(db, context.tenantId, {
      keyHash,
      ownerId: context.actor.ownerId,
      isUnseen,
      now: context.now,
    }),
  );
  return stored && decryptDraft(context, stored);
}

async function decryptDraft(
  context: Context,
  stored: StoredDraft,
): Promise<Draft> {
  const { definition } = await loadFormVersion(context, stored.form_version_id);
  return withOnlyOpen(context, stored, {
    id: stored.id,
    leistungSlug: stored.leistung_slug,
    formVersionId: stored.form_version_id,
    definition,
    answers: await readAnswers(
      context,
      stored.answers,
      answersPurpose.draft(stored.id),
    ),
    today: germanDay(context.now),
    revision: stored.revision,
    createdAt: stored.created_at,
    expiresAt: stored.expires_at,
    isSubmitted: stored.submitted_at !== null,
    hasReminder: stored.reminder_email !== null,
    kept: await readKept(context, stored.kept_answers, keptPurpose(stored.id)),
    isOwned: stored.owner_id !== null,
    begunBy: stored.acting_account_id ?? undefined,
    ownData: await readOwnDataRecord(context, stored.id, stored.own_data),
    isIntake: stored.intake_by !== null,
    intake: await readIntakeRecord(context, stored.id, stored.intake),
  });
}
