import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  findHandedOver,
  listHandedOver,
  type Delivery,
  type HandedOver,
  type HandedOverQuery,
} from "../../delivery/index.ts";
import { loadHandedOver, packageOfHandedOver } from "../../delivery/output.ts";
import { findStanding, type Standing } from "../../vorgaenge/index.ts";
import type { ApiPorts } from "../ports.ts";
import type { Caller } from "./authenticate-client.ts";

/** A submission at the caller's destination, with where its Vorgang stands; a test has none. */
export type Found = {
  readonly handed: HandedOver;
  readonly standing: Standing | undefined;
};

export type SubmissionPage = {
  readonly found: readonly Found[];
  /** Place of the next page; undefined on the last. */
  readonly next: HandedOverQuery["after"];
};

/** What lies at the caller's destination, the oldest first. Audited. */
export function listSubmissions(
  { client, context }: Caller,
  query: Omit<HandedOverQuery, "destinationId">,
): Promise<SubmissionPage> {
  const { destinationId } = client;
  return context.transaction(async (db) => {
    const rows = await listHandedOver(context, db, {
      ...query,
      destinationId,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const found: Found[] = [];
    for (const handed of page)
      found.push({ handed, standing: await standingOf(context, db, handed) });
    const last = rows.length > page.length ? page.at(-1) : undefined;
    await recordAudit(context, db, {
      action: "api.submissions-listed",
      subject: { kind: "destination", id: destinationId },
      details: { count: page.length },
    });
    return {
      found,
      next: last?.place,
    };
  });
}

/** One submission at the caller's destination. Undefined for every other one; audited where there is one. */
export function findSubmission(
  caller: Caller,
  submissionId: string,
): Promise<Found | undefined> {
  const { context } = caller;
  return context.transaction(async (db) => {
    const found = await findIn(caller, db, submissionId);
    if (found)
      await recordAudit(context, db, {
        action: "api.submission-read",
        subject: { kind: "delivery", id: found.handed.deliveryId },
      });
    return found;
  });
}

/** All that was sent. Undefined when it is deleted, or its files are not scanned yet. The caller has been given `found`. */
export function loadSubmission(
  { context }: Caller,
  { handed }: Found,
  { source }: Pick<ApiPorts, "source">,
): Promise<Delivery | undefined> {
  return loadHandedOver(context, handed, source);
}

/** The same as one archive in the formats of the destination. */
export const loadPackage = (
  { context }: Caller,
  { handed }: Found,
  { source }: Pick<ApiPorts, "source">,
): ReturnType<typeof packageOfHandedOver> =>
  packageOfHandedOver(context, handed, source);

/** The same in the caller's transaction, and not audited: for changes, which are. */
export async function findIn(
  { client, context }: Caller,
  db: Db,
  deliveryId: string,
): Promise<Found | undefined> {
  const { destinationId } = client;
  const handed = await findHandedOver(context, db, {
    destinationId,
    deliveryId,
  });
  return handed && { handed, standing: await standingOf(context, db, handed) };
}

function standingOf(
  context: Context,
  db: Db,
  { isTest, submissionId }: HandedOver,
): Promise<Standing | undefined> {
  return isTest
    ? Promise.resolve(undefined)
    : findStanding(context, db, submissionId);
}
