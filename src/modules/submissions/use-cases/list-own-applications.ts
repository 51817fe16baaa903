import type { Context } from "../../../platform/context/context.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { actorLine } from "./describe-sender.ts";
import { readSender } from "./sender-record.ts";
import { insertDraftKey } from "../store/draft-store.ts";
import {
  findDraftOfOwner,
  listDraftsOfOwner,
  listSubmissionsOfOwner,
} from "../store/owner-store.ts";

export type OwnDraft = {
  readonly tenantId: string;
  readonly id: string;
  readonly title: string;
  readonly changedAt: Date;
  readonly expiresAt: Date;
};

export type OwnSubmission = {
  readonly tenantId: string;
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly submittedAt: Date;
  /** Who sent it, encrypted for its tenant. */
  readonly sealedSender: Buffer | null;
};

/** What the signed-in party has begun and sent, in all portals. Two statements. */
export async function listOwnApplications(context: Context): Promise<{
  readonly drafts: readonly OwnDraft[];
  readonly submissions: readonly OwnSubmission[];
}> {
  const owned = ownedBy(context.actor);
  if (!owned) return { drafts: [], submissions: [] };
  const [drafts, submissions] = await context.read((db) =>
    Promise.all([
      listDraftsOfOwner(db, { ...owned, now: context.now }),
      listSubmissionsOfOwner(db, owned),
    ]),
  );
  return {
    drafts: drafts.map((row) => ({
      tenantId: row.tenant_id,
      id: row.id,
      title: row.leistung_title ?? row.leistung_slug,
      changedAt: row.updated_at,
      expiresAt: row.expires_at,
    })),
    submissions: submissions.map((row) => ({
      tenantId: row.tenant_id,
      id: row.id,
      title: row.leistung_title,
      reference: row.reference,
      submittedAt: row.submitted_at,
      sealedSender: row.sender,
    })),
  };
}

/** Of what was sent for another: by whom, and by what right, in words. `contextOf` opens what is encrypted for a portal. */
export async function describeActors(
  submissions: readonly OwnSubmission[],
  contextOf: (tenantId: string) => Context,
): Promise<ReadonlyMap<string, string>> {
  const described = await Promise.all(
    submissions.map(async ({ tenantId, id, sealedSender }) => {
      const context = contextOf(tenantId);
      const sender = await readSender(context, id, sealedSender);
      return [id, sender && actorLine(sender, context.locale)] as const;
    }),
  );
  return new Map(
    described.flatMap(([id, line]) => (line === undefined ? [] : [[id, line]])),
  );
}

/** A key with which this browser opens a draft of the signed-in party on this portal; undefined for anybody else's. */
export async function openOwnDraft(
  context: Context,
  draftId: string,
): Promise<{ readonly key: string } | undefined> {
  const { tenantId, now, actor } = context;
  const owned = ownedBy(actor);
  if (!owned || !isId(draftId)) return undefined;
  return context.transaction(async (db) => {
    const draft = await findDraftOfOwner(db, tenantId, {
      id: draftId,
      ...owned,
      now,
    });
    if (!draft) return undefined;
    const key = newSecretToken();
    await insertDraftKey(db, tenantId, {
      keyHash: hashSecretToken(key),
      draftId,
      purpose: "browser",
      now,
    });
    return { key };
  });
}
