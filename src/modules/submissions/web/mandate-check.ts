import { html } from "../../../platform/html/html.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { ActsWithin } from "../ports.ts";

/**
 * Undefined where who is signed in may go on; else the page that says why not. For oneself always; for an organisation the role says it; for a
 * person the mandate must cover this very Leistung, and still be in force.
 */
export async function refusalOfMandate(
  request: PortalRequest,
  slug: string,
  actsWithin: ActsWithin,
): Promise<Page | undefined> {
  const { account, accountContext, context, portal } = request;
  const party = account?.actingFor;
  if (!party || party.kind === "organisation") return undefined;
  const leistung = await findLeistungHead(context, slug);
  const isCovered = await actsWithin(accountContext, {
    accountId: account.accountId,
    partyId: party.partyId,
    leistung: {
      portal: portal.host,
      slug,
      lifeSituation: leistung?.lifeSituation ?? "",
    },
  });
  return isCovered ? undefined : notCoveredPage(request, party.name);
}

function notCoveredPage({ locale }: PortalRequest, party: string): Page {
  const t = submissionsTexts(locale);
  return page({
    status: 403,
    title: t("mandate.not-covered.title"),
    section: "/konto",
    main: html`${pageHeading({
      title: t("mandate.not-covered.title"),
      lead: t("mandate.not-covered.lead", { party }),
    })}
    ${linkButton({
      label: t("mandate.not-covered.link"),
      href: "/konto/handeln-fuer",
    })}`,
  });
}
