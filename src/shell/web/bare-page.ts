import type { Portal } from "../../modules/tenants/index.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import { portalBaseUrl } from "./host.ts";
import { renderPage } from "./render-page.ts";
import type { PageFrame, WebEnvironment } from "./web-environment.ts";

export type BarePage = {
  readonly portal: Portal;
  readonly locale: Locale;
  readonly path: string;
  readonly correlationId: string;
  readonly title: string;
  readonly main: SafeHtml;
};

/** A document for which nobody is asked who they are: while the database is away, or has no time. */
export function renderBarePage(
  environment: WebEnvironment,
  { portal, locale, path, correlationId, title, main }: BarePage,
): string {
  return renderPage(
    environment,
    bareFrame(environment, { portal, locale, path, correlationId }),
    { title, main, scripts: [], section: undefined, layout: "reading" },
  );
}

/** What a page shows around itself to somebody of whom nothing was asked. */
export function bareFrame(
  environment: WebEnvironment,
  shown: Pick<PageFrame, "portal" | "locale" | "path" | "correlationId">,
): PageFrame {
  return {
    ...shown,
    query: new URLSearchParams(),
    baseUrl: portalBaseUrl(shown.portal.host, environment),
    staff: undefined,
    account: undefined,
    notice: undefined,
  };
}
