import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { VorgangEvent } from "../domain/events.ts";
import type { StateNames } from "../domain/state-names.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { SubmissionReader, SubmissionView } from "../ports.ts";
import { listEvents } from "../store/event-store.ts";
import { saveOpened } from "../store/notice-store.ts";
import { findStateNames } from "../store/state-name-store.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import { decryptNotes } from "./decrypt-notes.ts";
import {
  decryptCollaboration,
  findCollaboration,
  type Collaboration,
} from "./read-collaboration.ts";
import { roleDetail } from "./role-detail.ts";

export type OpenedVorgang = {
  readonly vorgang: Vorgang;
  /** Leistungen that are another team's alone: nothing of them is shown beside it. */
  readonly hiddenSlugs: readonly string[];
  /** The office's own names for the states of this Leistung. */
  readonly stateNames: StateNames;
  readonly events: readonly VorgangEvent[];
  readonly submission: SubmissionView;
  readonly collaboration: Collaboration;
};

export type ReadVorgangRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" };

/**
 * Opens a Vorgang of the caller's own authority with everything in it. The access is recorded and committed before
 * anything is shown, and the Vorgang counts as read for the caller.
 */
export async function readVorgang(
  context: Context,
  vorgangId: string,
  submissions: SubmissionReader,
): Promise<Result<OpenedVorgang, ReadVorgangRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });

  const { hiddenSlugs } = await findWorkScope(context);
  const opened = await context.transaction(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    const vorgang = await findVorgang(db, tenantId, sought);
    if (!vorgang) return undefined;
    const stored = await listEvents(db, tenantId, vorgang.id);
    const { leistungSlug } = vorgang;
    const stateNames = await findStateNames(db, tenantId, leistungSlug);
    const shared = await findCollaboration(context, db, sought);
    const seen = { staffId: actor.id, vorgangId: vorgang.id };
    const position = vorgang.lastPosition;
    await saveOpened(db, tenantId, { ...seen, position, at: context.now });
    await recordAudit(context, db, {
      action: "vorgang.opened",
      subject: { kind: "vorgang", id: vorgang.id },
      details: roleDetail(actor),
    });
    return { vorgang, stateNames, stored, shared };
  });
  if (!opened) return refuse({ kind: "not-found" });
  const { vorgang, stateNames, stored, shared } = opened;
  const { submissionId } = vorgang;
  const submission = await submissions.read(context, submissionId);
  if (!submission) {
    throw new Error(
      `vorgang ${vorgangId}: its submission ${submissionId} is not there; both are written together`,
    );
  }
  const events = await decryptNotes(context, vorgang.id, stored);
  const collaboration = await decryptCollaboration(context, shared);
  return ok({
    vorgang,
    hiddenSlugs,
    stateNames,
    events,
    submission,
    collaboration,
  });
}
