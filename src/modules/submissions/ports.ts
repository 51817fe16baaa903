import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Db } from "../../platform/database/database.ts";

/** What other modules need to know when something was sent. Ids and names only. */
export type SubmittedEvent = {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly submittedAt: Date;
};

/** Runs in the transaction of the submission, after its row: all of it is stored, or nothing. Handed in by main. */
export type SubmittedListener = (
  context: Context,
  db: Db,
  event: SubmittedEvent,
) => Promise<void>;

/** How lists over all portals name one, and where they lead. */
export type PortalOfApplications = {
  readonly name: string;
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
};

/** What the list of one's own applications needs of others; wired in main. */
export type ApplicationsPorts = {
  readonly portalOfTenant: (
    tenantId: string,
  ) => Promise<PortalOfApplications | undefined>;
  /** How far the offices of a portal are with these submissions, in words. Whose they are was checked before. */
  readonly describeStates: (
    where: { readonly tenantId: string; readonly locale: Locale },
    submissionIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
};
