import type { Locale } from "../../platform/i18n/texts.ts";
import type { Context } from "../../platform/context/context.ts";
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
