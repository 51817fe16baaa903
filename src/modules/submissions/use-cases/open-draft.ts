import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import {
  isSecretToken,
  hashSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  loadFormVersion,
  type Answers,
  type FormDefinition,
  type LeftoverAnswer,
} from "../../forms/index.ts";
import type { OwnDataRecord } from "../domain/own-data.ts";
import { findDraftByKey, type StoredDraft } from "../store/draft-store.ts";
import { keptPurpose, readKept } from "./kept-answers.ts";
import { readOwnDataRecord } from "./own-data-record.ts";
import { answersPurpose, readAnswers } from "./draft-answers.ts";

/** A draft as its owner sees it. */
export type Draft = {
  readonly id: string;
  readonly leistungSlug: string;
  readonly formVersionId: string;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** The day it is, for its rules: `2026-12-31`. */
  readonly today: string;
  readonly revision: number;
  readonly createdAt: Date;
  /** When it is removed if nobody changes it any more. */
  readonly expiresAt: Date;
  /** Sent: nothing can be changed any more. */
  readonly isSubmitted: boolean;
  /** Its owner gets a mail before it is removed. */
  readonly hasReminder: boolean;
  /** What was entered in an older version of the form and has no place in this one. */
  readonly kept: readonly LeftoverAnswer[];
  /** It belongs to an account or whom that acts for; a guest's to nobody. */
  readonly isOwned: boolean;
  /** What it remembers of the applicant's own data. */
  readonly ownData: OwnDataRecord;
};

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
  return {
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
    ownData: await readOwnDataRecord(context, stored.id, stored.own_data),
  };
}
