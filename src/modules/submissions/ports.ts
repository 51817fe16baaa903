import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { AssuranceLevel } from "../accounts/index.ts";
import type { AccountSource } from "../forms/own-data.ts";
import type { Db, Writing } from "../../platform/database/database.ts";
import type { PortalRequest, Reply } from "../../shell/web/route.ts";
import type { Portal } from "../tenants/index.ts";
import type { RightToAct } from "./domain/sender.ts";

/** What other modules need to know when something was sent. */
export type SubmittedEvent = {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly submittedAt: Date;
  /** Names and other short texts that the office may search by. Personal: never kept in plain, never in a log. */
  readonly searchTexts: readonly string[];
  /** Undefined: a guest. */
  readonly owner:
    | { readonly ownerId: string; readonly actingAccountId: string }
    | undefined;
  /** When it reached the office, where that was before it was entered: a letter. */
  readonly receivedAt?: Date;
  /** Who it is for within the authority, where its rules say so. */
  readonly within?: Receiver["within"];
};

/**
 * What another module writes along with a submission: all of it is stored, or nothing. Everything goes to the database in one go with the end of
 * the transaction, so what has to be known for it is read beforehand, together with what else is read before sending, by the Leistung.
 * Handed in by main.
 */
export type SubmittedListener = (
  context: Context,
  leistungSlug: string,
) => Promise<PrepareWriting>;

/** Makes what is sent along: encrypts, hashes, computes. */
export type PrepareWriting = (event: SubmittedEvent) => Promise<Writing>;

/** What other modules need to know when a correction was sent. */
export type AmendedEvent = Omit<SubmittedEvent, "owner"> & {
  /** What of the office it answers. */
  readonly requestId: string;
  /** The deposit was the first. */
  readonly version: number;
};

/** Runs in the transaction of a correction. `not-asked`: the office does not wait for it any more, and nothing of it is stored. */
export type AmendedListener = (
  context: Context,
  db: Db,
  event: AmendedEvent,
) => Promise<"not-asked" | undefined>;

/** What is known of an organisation that somebody acts for: nothing for who is no member (any more). The context is one of accounts. */
export type OrganisationValues = (
  context: Context,
  organisationId: string,
) => Promise<
  | readonly {
      readonly source: AccountSource;
      readonly text: string;
      readonly origin: string;
      readonly assuranceLevel: AssuranceLevel;
      readonly obtainedAt: Date;
    }[]
  | undefined
>;

/** What filling in from the account needs of others; wired in main. */
export type OwnDataPorts = {
  readonly organisationValues: OrganisationValues;
  /** What identity providers are called, by their key. The context is one of accounts. */
  readonly providerNames: (
    context: Context,
  ) => Promise<ReadonlyMap<string, Readonly<Record<Locale, string>>>>;
};

/**
 * Which of these files of the context's tenant another module keeps. Every module with files in the store has one: a file that nobody
 * names is taken for forgotten, and removed a day after it was stored.
 */
export type ListKeptFiles = (
  context: Context,
  fileIds: readonly string[],
) => Promise<readonly string[]>;

/** How lists over all portals name one, and where they lead. */
export type PortalOfApplications = {
  readonly name: string;
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
};

/** What the address of a Leistung says that its portal does not show: where it went, that it is gone, or 404. */
export type ShowNoLeistung = (request: PortalRequest) => Promise<Reply>;

/**
 * By what right somebody acts for another in this Leistung; undefined: by none. Asked when an application begins and when it is sent. The
 * context is one of accounts.
 */
export type FindRightToAct = (
  context: Context,
  right: {
    readonly accountId: string;
    readonly partyId: string;
    /** Host label of the portal, and the life situation the Leistung belongs to. */
    readonly leistung: {
      readonly portal: string;
      readonly slug: string;
      readonly lifeSituation: string;
    };
  },
) => Promise<RightToAct | undefined>;

/** The account of a code that its owner reads out, which is used up; undefined: the code does not count. The second context is one of accounts. */
export type TakeAccountAtCounter = (
  context: Context,
  accounts: Context,
  code: string,
) => Promise<string | undefined>;

/** What an application says that may decide who receives it. */
export type ApplicationFacts = {
  readonly familyName: string | undefined;
  /** Regionalschlüssel, where it was asked for. With the next three the place that the form names, else where the applicant lives. */
  readonly ars: string | undefined;
  readonly street: string | undefined;
  readonly postcode: string | undefined;
  readonly town: string | undefined;
  /** Whether a rule over the answers holds (CEL); undefined: not known. */
  holds(rule: string): boolean | undefined;
};

/** Who receives an application, and who it is there. */
export type Receiver = {
  readonly authority: Portal;
  /** What the Leistung is called there. */
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly within: {
    readonly officeSlug?: string | undefined;
    readonly teamId?: string | undefined;
    readonly destinationId?: string | undefined;
  };
};

/** Who receives applications for a Leistung of a portal, by what is known; undefined: nobody known. */
export type FindReceiver = (asked: {
  readonly portal: Portal;
  readonly leistungSlug: string;
  readonly locale: Locale;
  /** Left out before anything is answered. */
  readonly facts?: ApplicationFacts;
}) => Promise<Receiver | undefined>;

/** What colleagues of the context's portal are called, by id. */
export type StaffNames = (
  context: Context,
  staffIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** Writes down for both sides that somebody has sent something for another. Idempotent by the submission. */
export type NoteSentFor = (sent: {
  readonly submissionId: string;
  readonly accountId: string;
  readonly partyId: string;
  /** Portal it was sent in. */
  readonly tenantId: string;
  readonly leistungTitle: string;
}) => Promise<void>;

/** How far an application is, and the language of the words where it is not the one asked for. */
export type StateInWords = {
  readonly text: string;
  readonly lang: "de" | undefined;
};

/** What the list of one's own applications needs of others; wired in main. */
export type ApplicationsPorts = {
  readonly portalOfTenant: (
    tenantId: string,
  ) => Promise<PortalOfApplications | undefined>;
  /** The same request in another portal, to open what is encrypted for it. Whose it is was checked before. */
  readonly contextIn: (where: {
    readonly tenantId: string;
    readonly locale: Locale;
  }) => Context;
  /** How far the offices of a portal are with these submissions, in their words. Whose they are was checked before. */
  readonly describeStates: (
    where: { readonly tenantId: string; readonly locale: Locale },
    submissionIds: readonly string[],
  ) => Promise<ReadonlyMap<string, StateInWords>>;
};
