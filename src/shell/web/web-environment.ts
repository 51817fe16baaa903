import type { Portal } from "../../modules/tenants/index.ts";
import type { Actor, Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { FastifyRequest } from "fastify";
import type { MissLimiter } from "./miss-limiter.ts";
import type { PageCache } from "./page-cache.ts";
import type {
  ErrorStatus,
  Page,
  PortalRequest,
  ReceivedFile,
  SignedInStaff,
} from "./route.ts";

export type StaffSession = SignedInStaff & {
  readonly permissions: readonly string[];
};

export type ContextRequest = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly correlationId: string;
};

/** A file the portal serves as it is, under a name that changes with its content. */
export type ServedAsset = {
  readonly contentType: string;
  readonly body: Buffer;
  readonly brotli?: Buffer;
  readonly gzip?: Buffer;
  readonly etag: string;
  readonly immutable: boolean;
};

/** What the web shell needs from the rest; put together in main. */
export type WebEnvironment = {
  readonly publicScheme: "http" | "https";
  readonly publicBaseDomain: string;
  readonly trustedProxies: readonly string[];
  readonly logger: Logger;
  readonly pageCache: PageCache;
  readonly missLimiter: MissLimiter;
  /** By the label left of the base domain; empty for the installation's own portal. */
  findPortal(label: string): Promise<Portal | undefined>;
  /** The session behind the cookie, unless it ended. */
  findStaffSession(
    tenantId: string,
    token: string,
  ): Promise<StaffSession | undefined>;
  createContext(request: ContextRequest): Context;
  /** Streams a multipart body: files are checked, encrypted and stored on the way. */
  receiveFiles(
    request: FastifyRequest,
    context: Context,
  ): Promise<{ fields: URLSearchParams; files: readonly ReceivedFile[] }>;
  findAsset(path: string): ServedAsset | undefined;
  renderPage(
    frame: PageFrame,
    page: Pick<Page, "title" | "main" | "scripts" | "section" | "layout">,
  ): string;
  renderErrorMain(
    frame: PageFrame,
    status: ErrorStatus,
  ): { readonly title: string; readonly main: SafeHtml };
};

/** What the frame around a page shows of the request. */
export type PageFrame = Pick<
  PortalRequest,
  "portal" | "locale" | "path" | "baseUrl" | "staff"
> & { readonly correlationId: string };
