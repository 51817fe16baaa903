import { demoLogins } from "../modules/staff/demo/seed-staff-demo.ts";
import type { Portal } from "../modules/tenants/index.ts";
import type { Settings } from "../platform/config/settings.ts";
import { portalBaseUrl } from "../shell/web/host.ts";

export type BannerInput = {
  readonly settings: Settings;
  readonly portals: readonly Portal[];
  readonly hasDemoData: boolean;
};

/** What somebody needs who has just started the portal: where to look, who to sign in as, where mail goes. */
export function printBanner({
  settings,
  portals,
  hasDemoData,
}: BannerInput): void {
  const lines = [
    "",
    "OpenRathaus läuft / is running:",
    "",
    ...portals.map(
      (portal) =>
        `  ${portalBaseUrl(portal.host, settings).padEnd(46)} ${portal.name}`,
    ),
    "",
    ...(hasDemoData ? demoLines(settings, portals) : []),
    settings.smtpUrl === undefined
      ? `E-Mails bleiben hier liegen / mail is kept at: ${portalBaseUrl("", settings)}/betrieb`
      : "E-Mails gehen an den eingestellten Mailserver / mail goes to the mail server of SMTP_URL",
    "",
    "Beenden mit Strg+C / stop with Ctrl+C",
    "",
  ];
  console.log(lines.join("\n"));
}

function demoLines(settings: Settings, portals: readonly Portal[]): string[] {
  const shown = portals.filter(
    (portal) => portal.kind === "installation" || portal.host === "schwerin",
  );
  const logins = shown.flatMap((portal) =>
    demoLogins(portal).map(
      ({ login, password, roles }) =>
        `  ${portalBaseUrl(portal.host, settings)}${startPath(portal)}   ${login}   ${password}   (${roles.join(", ")})`,
    ),
  );
  return [
    "Anmeldungen der Vorführung / demo logins (andere Portale entsprechend / other portals alike):",
    ...logins,
    "",
  ];
}

const startPath = ({ kind }: Portal) =>
  kind === "installation" ? "/betrieb" : "/arbeitsplatz";
