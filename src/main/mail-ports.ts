import type { Settings } from "../platform/config/settings.ts";
import { readSettingFile } from "../platform/config/usable-file.ts";
import type { Letterhead } from "../platform/mail/mail-html.ts";
import { withMailBrake } from "../platform/mail/mail-brake.ts";
import {
  knockAtSmtp,
  smtpTransport,
  type MailTransport,
  type SmtpOptions,
} from "../platform/mail/mail-transport.ts";
import {
  sealedTransport,
  type SealedTransport,
} from "../platform/mail/sealed-mail.ts";
import type { Services } from "./services.ts";

/** How mails of this installation leave it; undefined: no mail server is set, and mails are kept. */
export function openMailTransport(
  settings: Settings,
): MailTransport | undefined {
  const { smtpUrl } = settings;
  return smtpUrl === undefined
    ? undefined
    : withMailBrake(smtpTransport(smtpUrl, smtpOptionsOf(settings)));
}

/** The same for what is encrypted before. */
export function openSealedTransport(
  settings: Settings,
): SealedTransport | undefined {
  const { smtpUrl } = settings;
  return smtpUrl === undefined
    ? undefined
    : sealedTransport(smtpUrl, smtpOptionsOf(settings));
}

/** Why the mail server does not let us in; undefined: it does, or there is none. */
export async function tryMailServer(
  settings: Settings,
): Promise<string | undefined> {
  const { smtpUrl } = settings;
  return smtpUrl === undefined
    ? undefined
    : knockAtSmtp(smtpUrl, smtpOptionsOf(settings));
}

const smtpOptionsOf = ({
  dkim,
  environment,
  smtpCaFile,
}: Settings): SmtpOptions => ({
  requireTls: environment === "production",
  authorities:
    smtpCaFile === undefined
      ? undefined
      : readSettingFile("SMTP_CA_FILE", smtpCaFile),
  dkim: dkim && {
    selector: dkim.selector,
    privateKey: readSettingFile("SMTP_DKIM", dkim.keyFile),
  },
});

/** The address that mails of this installation come from. */
export function mailSender({
  publicBaseDomain,
}: Pick<Settings, "publicBaseDomain">): string {
  return `noreply@${publicBaseDomain.replace(/:\d+$/, "")}`;
}

/** What stands above and below a mail of an authority. */
export async function letterheadOf(
  { portals }: Pick<Services, "portals">,
  tenantId: string,
): Promise<Letterhead> {
  const portal = await portals.findById(tenantId);
  if (!portal) return { name: "OpenRathaus", colour: "#1f2937", lines: [] };
  const { office, street, postcode, town, phone } = portal.contact;
  return {
    name: portal.name,
    colour: portal.accentColour,
    lines: [office, street, `${postcode} ${town}`.trim(), phone].filter(
      (line) => line !== "" && line !== portal.name,
    ),
  };
}
