import type { Settings } from "../platform/config/settings.ts";
import type { Letterhead } from "../platform/mail/mail-html.ts";
import type { Services } from "./services.ts";

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
