import type { EventStreams } from "./event-streams.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type { Actor, Context } from "../../platform/context/context.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import type {
  MultipartRefusal,
  ReceivedForm,
} from "../../platform/multipart/receive-multipart.ts";
import type { Result } from "../../platform/result/result.ts";
import type { Assets } from "../../ui/assets.ts";
import type { FastifyRequest } from "fastify";
import type { NavigationGroup, NavigationItem } from "./layout-props.ts";
import type { MissLimiter } from "./miss-limiter.ts";
import type { Outage } from "./outage.ts";
import type { PageCache } from "./page-cache.ts";
import type { PortalRequest, SignedInAccount, SignedInStaff } from "./route.ts";
import type { RequestWatch } from "./request-log.ts";
import type { TracedRequests } from "./trace-requests.ts";
import type { Turns } from "./turns.ts";

export type StaffSession = SignedInStaff;

export type ContextRequest = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly correlationId: string;
};

/** What the web shell needs from the rest; put together in main. */
export type WebEnvironment = {
  readonly publicScheme: "http" | "https";
  readonly publicBaseDomain: string;
  readonly trustedProxies: readonly string[];
  readonly logger: Logger;
  /** Told of each answered request; undefined: nobody measures. */
  readonly onAnswer?: RequestWatch["onAnswer"];
  /** Undefined: nothing is traced. */
  readonly tracer?: TracedRequests["tracer"];
  readonly pageCache: PageCache;
  readonly outage: Outage;
  readonly turns: Turns;
  readonly eventStreams: EventStreams;
  readonly missLimiter: MissLimiter;
  /** By the label left of the base domain; empty for the installation's own portal. */
  findPortal(label: string): Promise<Portal | undefined>;
  /** The portal's own tenant and all above and below it: their changes may show on its public pages. */
  relatedTenants(portal: Portal): Promise<readonly string[]>;
  /** What the authority, or one above it, tells everybody on this page. From memory. */
  noticeOn(
    portal: Portal,
    place: { readonly path: string; readonly locale: Locale },
  ): Promise<SafeHtml | undefined>;
  /** Ends what runs beside the server. */
  release(): Promise<void>;
  /** The session behind the cookie, unless it ended. */
  findStaffSession(
    tenantId: string,
    token: string,
  ): Promise<StaffSession | undefined>;
  /** The citizen behind the cookie on this portal, unless the session ended. */
  findAccount(
    portal: Portal,
    token: string,
  ): Promise<SignedInAccount | undefined>;
  /** The tenant of the installation itself, which accounts belong to. */
  installationTenantId(): Promise<string>;
  createContext(request: ContextRequest): Context;
  /** How much is new in the Postfach of the party the context acts for. Asked on pages of the account only. */
  countUnread(context: Context): Promise<number>;
  /** How many Vorgänge wait for the member of staff the context acts for. Asked on pages of the work area only. */
  countWaiting(context: Context): Promise<number>;
  /** Streams a multipart body: files are checked, encrypted and stored on the way. */
  receiveFiles(
    request: FastifyRequest,
    context: Context,
  ): Promise<Result<ReceivedForm, MultipartRefusal>>;
  readonly assets: Assets;
  /** Menu of the work area for what this person may do on this portal. */
  staffNavigation(
    staff: StaffSession,
    place: {
      readonly portal: Portal;
      readonly locale: Locale;
      readonly waiting: number;
    },
  ): readonly (NavigationItem | NavigationGroup)[];
};

/** What the frame around a page shows of the request. */
export type PageFrame = Pick<
  PortalRequest,
  "portal" | "locale" | "path" | "query" | "baseUrl"
> & {
  readonly correlationId: string;
  readonly notice: SafeHtml | undefined;
  /** Present on pages of the work area. */
  readonly staff: StaffSession | undefined;
  /** Present on pages that belong to one visitor, when signed in. */
  readonly account: SignedInAccount | undefined;
  /** How much is new in the Postfach; only where the menu of the account is shown. */
  readonly unread?: number;
  /** How many Vorgänge wait for the signed-in member of staff; only on pages of the work area. */
  readonly waiting?: number;
};
