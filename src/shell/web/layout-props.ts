import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type { PageAbout } from "./about.ts";
import type { SignedInAccount, SignedInStaff } from "./route.ts";

/** An entry of a menu. */
export type NavigationItem = {
  readonly href: string;
  readonly label: string;
  /** How much waits there, in words; stands beside the link. */
  readonly note?: string;
};

/** Entries of a menu that are seen when their name is pressed. */
export type NavigationGroup = {
  readonly label: string;
  readonly items: readonly NavigationItem[];
};

/** Addresses of what a page loads; all on the portal's own host. */
export type LayoutAssets = {
  /** Address with content hash of a file by its plain name, such as `portal.css` or `copy-reference.js`. */
  url(name: string): string;
  /** Addresses of the portal's own style sheet and crest. */
  readonly tenant: {
    readonly stylesheetUrl: string;
    readonly crestUrl: string;
  };
};

export type LayoutProps = {
  readonly portal: Portal;
  readonly locale: Locale;
  /** Path of this page without query, for the language switch. */
  readonly path: string;
  /** Query to keep when the language changes; nothing secret. */
  readonly query: URLSearchParams;
  /** Absolute address of this portal without a slash at the end. */
  readonly baseUrl: string;
  readonly title: string;
  readonly main: SafeHtml;
  /** Names of module scripts without ending, such as `copy-reference`. */
  readonly scripts: readonly string[];
  /** Path of the navigation entry to highlight. */
  readonly section: string | undefined;
  readonly layout: "reading" | "wide";
  readonly refreshSeconds?: number | undefined;
  readonly about?: PageAbout | undefined;
  readonly assets: LayoutAssets;
  /** Present on staff pages: shows the name, the work menu and the way out. */
  readonly staff?:
    | (Pick<SignedInStaff, "displayName"> & {
        readonly navigation: readonly (NavigationItem | NavigationGroup)[];
        /** Page of the own account. */
        readonly accountHref: string;
        /** Where the sign-out form posts to, and its hidden fields (CSRF token). */
        readonly signOut: {
          readonly action: string;
          readonly fields: SafeHtml;
        };
      })
    | undefined;
  /** How much is new in the Postfach, for the menu of the account. */
  readonly unread?: number | undefined;
  /** Present on pages that belong to one visitor: shows the name, whom they act for and the way out. */
  readonly account?:
    | Pick<SignedInAccount, "displayName" | "actingFor">
    | undefined;
  /** Message over the whole width above the content, such as planned maintenance. */
  readonly notice?: SafeHtml | undefined;
};
