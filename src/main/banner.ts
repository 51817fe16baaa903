import { demoCitizens } from "../modules/accounts/demo/demo-people.ts";
import { demoAccountPassword } from "../modules/accounts/demo/seed-accounts-demo.ts";
import { demoLogins } from "../modules/staff/demo/seed-staff-demo.ts";
import type { Portal } from "../modules/tenants/index.ts";
import type { Settings } from "../platform/config/settings.ts";
import { portalBaseUrl } from "../shell/web/host.ts";

export type BannerInput = {
  readonly settings: Settings;
  readonly portals: readonly Portal[];
  readonly hasDemoData: boolean;
  /** Address of the identity providers of the demo; undefined: they do not run. */
  readonly demoProviders: string | undefined;
};

/** What somebody needs who has just started the portal: where to look, who to sign in as, where mail goes. */
export function printBanner(input: BannerInput): void {
  const { settings, portals, hasDemoData } = input;
  const lines = [
    "",
    "OpenRathaus läuft / is running:",
    "",
    ...portals.map(
      (portal) =>
        `  ${portalBaseUrl(portal.host, settings).padEnd(46)} ${portal.name}`,
    ),
    "",
    ...(hasDemoData ? demoLines(input) : []),
    settings.smtpUrl === undefined
      ? `E-Mails bleiben hier liegen / mail is kept at: ${portalBaseUrl("", settings)}/betrieb/mails`
      : "E-Mails gehen an den eingestellten Mailserver / mail goes to the mail server of SMTP_URL",
    "",
    "Beenden mit Strg+C / stop with Ctrl+C",
    "",
  ];
  console.log(lines.join("\n"));
}

function demoLines(input: BannerInput): string[] {
  const { settings, portals } = input;
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
    "Servicekonten erfundener Personen, an jedem Portal unter /anmelden / accounts of invented people, on each portal:",
    ...demoCitizens.map(
      ({ email, about }) => `  ${email}   ${demoAccountPassword}   (${about})`,
    ),
    providersLine(input),
    "",
  ];
}

const providersLine = ({ demoProviders }: BannerInput): string =>
  demoProviders === undefined
    ? "BundID und Unternehmenskonto der Vorführung laufen nicht: Der Port daneben ist belegt, oder die Pakete der Entwicklung fehlen (npm ci). / The demo's identity providers do not run."
    : `BundID und Unternehmenskonto der Vorführung / the demo's identity providers: ${demoProviders}`;

const startPath = ({ kind }: Portal) =>
  kind === "installation" ? "/betrieb" : "/arbeitsplatz";
