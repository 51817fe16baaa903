import type { Locale } from "../../platform/i18n/texts.ts";
import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ProvenLevel } from "./domain/assurance-level.ts";

/** A way to sign in that somebody else provides: an identity provider, as the sign-in page shows it. */
export type SignInWay = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** The highest level it can prove. */
  readonly assuranceLevel: ProvenLevel;
  readonly isDown: boolean;
  /** Where to begin; the page adds `zurueck` and `niveau`. */
  readonly path: string;
};

/** Ways to sign in on a portal, the most used first. The context is one of accounts. */
export type ListSignInWays = (
  context: Context,
  where: { readonly portalTenantId: string; readonly locale: Locale },
) => Promise<readonly SignInWay[]>;

/**
 * After a sign-out here: the page that offers to sign out at the identity provider, too; undefined when there is nothing to offer. The
 * context is one of accounts.
 */
export type OfferProviderSignOut = (
  context: Context,
  session: {
    readonly sessionId: string;
    readonly provider: string;
    readonly portalTenantId: string;
  },
) => Promise<string | undefined>;

/** Part of what somebody gets of all that is stored of them. @see DSGVO Art. 15, 20 */
export type ExportedPart = {
  /** Name of the part in the machine-readable export. */
  readonly name: string;
  readonly data: unknown;
  /** The same for people: heading, and each thing with its facts. In the context's language. */
  readonly title: string;
  readonly entries: readonly {
    readonly title: string;
    readonly facts: readonly {
      readonly term: string;
      readonly value: string;
    }[];
  }[];
  /** Files that belong to it; opened when their turn comes. */
  readonly files?: readonly ExportedFile[];
};

export type ExportedFile = {
  /** What it belongs to, such as a reference. */
  readonly folder: string;
  readonly filename: string;
  readonly storedAt: Date;
  open(): Promise<AsyncIterable<Uint8Array>>;
};

/**
 * What another module keeps for accounts beside them, in the installation's tenant. Called within the transaction that changes the account:
 * all of it happens or nothing.
 */
export type AccountKeeper = {
  exportOf(context: Context, accountId: string): Promise<ExportedPart>;
  /**
   * Why the account cannot be deleted yet, in the context's language; undefined when nothing is in the way, and nothing comes in the way until
   * the transaction ends.
   */
  findObstacle(
    context: Context,
    db: Db,
    accountId: string,
  ): Promise<string | undefined>;
  /** Everything of one account becomes the other's. */
  moveTo(context: Context, db: Db, accounts: MovedAccount): Promise<void>;
  remove(context: Context, db: Db, accountId: string): Promise<void>;
};

export type MovedAccount = { readonly from: string; readonly to: string };

/** What the portals keep for accounts, each in its own tenant. Called by a job for each portal, after the account has changed; may run twice. */
export type PortalKeeper = {
  exportOf(context: Context, accountId: string): Promise<ExportedPart>;
  moveTo(context: Context, accounts: MovedAccount): Promise<void>;
  remove(context: Context, accountId: string): Promise<void>;
};
