import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  openRequest,
  type CorrectionRequest,
} from "../domain/correction-request.ts";
import { listRequests } from "../store/correction-request-store.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { readRequest } from "./request-record.ts";

/**
 * What the office waits for in the form of a submission; undefined when it waits for nothing. The caller must have checked the private link,
 * or whose the submission is.
 */
export async function findCorrectionRequest(
  context: Context,
  submissionId: string,
): Promise<CorrectionRequest | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const vorgang = await findVorgangOfSubmission(db, tenantId, submissionId);
    return vorgang && findOpenRequest(context, db, vorgang.id);
  });
}

/** The same of a Vorgang, in the caller's transaction. */
export async function findOpenRequest(
  context: Context,
  db: Db,
  vorgangId: string,
): Promise<CorrectionRequest | undefined> {
  const { tenantId } = context;
  const stored = await listRequests(db, tenantId, vorgangId);
  if (stored.length === 0) return undefined;
  const requests = await Promise.all(
    stored.map((request) => readRequest(context, request)),
  );
  return openRequest(await listEvents(db, tenantId, vorgangId), requests);
}
