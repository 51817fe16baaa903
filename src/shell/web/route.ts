import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { ReadDocument } from "../../platform/multipart/read-documents.ts";
import type { ReceivedFile } from "../../platform/multipart/received-file.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type { Reply } from "./reply.ts";

/**
 * Who may come in, checked before the handler runs:
 * - `public`: everybody, same page for all, may be cached
 * - `guest`: everybody, but the page belongs to one visitor (draft, private link); never cached
 * - `account`: a citizen signed in to the Servicekonto; without a session the sign-in page
 * - `staff`: a signed-in caseworker of this portal; without a session the sign-in page
 * - `operator`: signed-in staff of the installation's own portal (bare host)
 */
export type Audience = "public" | "guest" | "account" | "staff" | "operator";

/** Which portals have the route: those of authorities, the installation's own (bare host), or both. */
export type RouteScope = "authority" | "installation" | "any";

/** All but GET and POST are for protocols with a program on the other side; see `isRaw`. */
export type Method = "GET" | "POST" | "HEAD" | "PATCH" | "DELETE";

export type Route = {
  readonly method: Method;
  /** Fastify path pattern, e.g. `/leistungen/:name`. */
  readonly path: string;
  readonly audience: Audience;
  /** Defaults to `authority`. */
  readonly scope?: RouteScope;
  /** Permission that staff needs besides being signed in; without it 403. */
  readonly permission?: string;
  /** Set where a POST carries files (multipart/form-data): files are checked, encrypted and stored while they stream in. */
  readonly acceptsFiles?: boolean;
  /** Set where a POST of staff carries documents to be read at once (a schema): they come into memory and are stored nowhere. */
  readonly readsDocuments?: boolean;
  /** What is said when there are more documents than fit into memory; by default a general page. The request comes without them. */
  refuseDocuments?(request: PortalRequest): Reply;
  /**
   * Asked before the files of a POST are received, with no fields and files yet: a reply ends the request, and nothing is
   * stored of it. Not asked about a POST without files; `handle` checks all that it needs itself.
   */
  admitFiles?(request: PortalRequest): Promise<Reply | undefined>;
  /**
   * The handler speaks a protocol of its own: it gets headers and unread body in `raw`. As everywhere, portal, origin and audience are
   * checked before.
   */
  readonly isRaw?: true;
  /**
   * A POST from another site is taken, too: the answer of an identity provider. Nothing may depend on cookies there, for the browser sends
   * none along (`SameSite=Lax`).
   */
  readonly acceptsCrossSite?: true;
  /**
   * Whose tenant the handler works in, where that is another authority than the portal's: the one that receives the application. Asked before
   * anything of the request is received; undefined: the portal's own. Permissions of the portal's staff do not count there.
   */
  findAuthority?(visit: RouteVisit): Promise<Portal | undefined>;
  /** The address holds a secret link or number: too many misses from one client are answered with 429. */
  readonly guessable?: boolean;
  handle(request: PortalRequest): Promise<Reply>;
};

/** What is known of a request before its session and its files. */
export type RouteVisit = Pick<
  PortalRequest,
  "portal" | "params" | "cookies" | "fields" | "locale"
>;

/** What a page may know of the HTTP request. Use cases get only `context` and parsed input. */
export type PortalRequest = {
  readonly context: Context;
  /** Whose pages these are: name, look, menu. */
  readonly portal: Portal;
  /** Whose tenant the context is of: the portal's own, or where another authority receives the application, that one. */
  readonly authority: Portal;
  readonly locale: Locale;
  /** Absolute address of this portal without a slash at the end, e.g. `http://schwerin.localhost:8080`. */
  readonly baseUrl: string;
  /** Path without query, for links to the same page. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of a POST; empty on GET. File parts are in `files`. */
  readonly fields: URLSearchParams;
  readonly files: readonly ReceivedFile[];
  /** On routes that read documents. */
  readonly documents?: readonly ReadDocument[];
  /** Only on routes with `isRaw`. */
  readonly raw?: RawRequest | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Network address of the client (of IPv6 its /64 network), for limits only; never stored or logged. */
  readonly clientAddress: string;
  /** What the browser says of itself; only to name a session for its owner. */
  readonly userAgent?: string | undefined;
  /** The signed-in caseworker; present on routes for `staff` and `operator`, and on others when signed in. */
  readonly staff: SignedInStaff | undefined;
  /** The signed-in citizen; present on routes for `account`, and on others that are not `public` when signed in. */
  readonly account: SignedInAccount | undefined;
  /** For what belongs to accounts, which are the same on all portals: the same caller, in the installation's own tenant. */
  readonly accountContext: Context;
};

/** Who is signed in to the Servicekonto, how sure that is, and for whom they act. */
export type SignedInAccount = {
  readonly accountId: string;
  readonly displayName: string;
  /** Name of the session for the list of sessions; does not open it. */
  readonly sessionId: string;
  /** What the sign-in of this session proved. @see eIDAS Art. 8 */
  readonly assuranceLevel: "low" | "substantial" | "high";
  /** How this session was proven: `local` or the key of an identity provider. */
  readonly provider: string;
  /** What the identity provider is called. */
  readonly providerName?: Readonly<Record<Locale, string>> | undefined;
  /** When the identity was proven. */
  readonly signedInAt: Date;
  /** When the session ends if it is used no more, and when it ends at the latest. */
  readonly endsAt: Date;
  readonly endsAtLatest: Date;
  readonly actingFor: ActingFor | undefined;
};

/** The organisation or person that somebody acts for; chosen and checked by the server. */
export type ActingFor = {
  readonly partyId: string;
  readonly kind: "organisation" | "person";
  readonly name: string;
  /** `prepare` fills in and saves; only `sign` sends. */
  readonly may: "prepare" | "sign";
};

export type RawRequest = {
  readonly headers: IncomingHttpHeaders;
  /** Nobody has read it or limited its length. */
  readonly body: Readable;
};

export type SignedInStaff = {
  readonly staffId: string;
  readonly displayName: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
};

export type { ReceivedFile };

export {
  askToWait,
  isLocalPath,
  leave,
  page,
  redirect,
  showError,
} from "./reply.ts";
export type {
  Cookie,
  Download,
  ErrorPage,
  ErrorStatus,
  Events,
  Json,
  Leave,
  Page,
  Raw,
  Redirect,
  Reply,
} from "./reply.ts";
