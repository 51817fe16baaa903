import { ownAccess } from "./work-navigation.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { html } from "../../platform/html/html.ts";
import { tenantAssets, type TenantAssets } from "../../ui/tenant-assets.ts";
import { renderLayout } from "./layout.ts";
import type { LayoutProps } from "./layout-props.ts";
import type { Page } from "./route.ts";
import type { PageFrame, WebEnvironment } from "./web-environment.ts";

const looks = new WeakMap<Portal, TenantAssets>();

/** Colour and crest of a portal as files; made once for each state of the portal. */
export function lookOf(portal: Portal): TenantAssets {
  const known = looks.get(portal);
  if (known) return known;
  const look = tenantAssets(portal);
  looks.set(portal, look);
  return look;
}

/** The whole document of a page. */
export function renderPage(
  environment: WebEnvironment,
  frame: PageFrame,
  page: Pick<
    Page,
    | "title"
    | "main"
    | "scripts"
    | "section"
    | "layout"
    | "refreshSeconds"
    | "about"
  >,
): string {
  const look = lookOf(frame.portal);
  const { portal, locale, path, query, baseUrl } = frame;
  return renderLayout({
    ...page,
    portal,
    locale,
    path,
    query,
    baseUrl,
    staff: staffMenu(environment, frame),
    account: frame.account,
    unread: frame.unread,
    notice: frame.notice,
    assets: {
      url: (name) => environment.assets.url(name),
      tenant: {
        stylesheetUrl: look.stylesheet.path,
        crestUrl: look.crest.path,
      },
    },
  });
}

function staffMenu(
  environment: WebEnvironment,
  { staff, portal, locale, waiting = 0 }: PageFrame,
): LayoutProps["staff"] {
  return (
    staff && {
      displayName: staff.displayName,
      navigation: environment.staffNavigation(staff, {
        portal,
        locale,
        waiting,
      }),
      accountHref: ownAccess,
      signOut: { action: "/arbeitsplatz/abmelden", fields: html`` },
    }
  );
}
