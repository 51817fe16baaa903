import { html, type SafeHtml } from "../../../platform/html/html.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { RightToAct, Sender } from "../domain/sender.ts";
import type { FindRightToAct } from "../ports.ts";

/** Who is signed in may go on, for another by the right that is named; or the page that says why not, and the notice on another page. */
export type RightAnswer =
  | { readonly kind: "may"; readonly right: RightToAct | undefined }
  | {
      readonly kind: "may-not";
      readonly page: Page;
      readonly notice: SafeHtml;
    };

/**
 * Whether somebody may act here: for oneself always, and then by no other right; for an organisation as a member, for a person by a mandate
 * that covers this very Leistung. Looked up at each call, for it ends at any time.
 */
export async function findRight(
  request: PortalRequest,
  slug: string,
  findRightToAct: FindRightToAct,
): Promise<RightAnswer> {
  const { account, accountContext, authority, context, portal } = request;
  const party = account?.actingFor;
  if (!party) return { kind: "may", right: undefined };
  const leistung = await findLeistungHead(context, slug);
  const rightIn = (host: string) =>
    findRightToAct(accountContext, {
      accountId: account.accountId,
      partyId: party.partyId,
      leistung: {
        portal: host,
        slug,
        lifeSituation: leistung?.lifeSituation ?? "",
      },
    });
  // Given for the Leistung as the portal shows it, or for that of the authority which receives it.
  const right =
    (await rightIn(portal.host)) ??
    (authority.host === portal.host
      ? undefined
      : await rightIn(authority.host));
  return right
    ? { kind: "may", right }
    : {
        kind: "may-not",
        page: notCoveredPage(request, party.name),
        notice: notCoveredNotice(request, party.name),
      };
}

/** Whoever sends for another does so by this right, which is kept with what is sent. */
export function senderBy(
  sender: Sender | undefined,
  right: RightToAct | undefined,
): Sender | undefined {
  if (!sender?.actingFor) return sender;
  return { ...sender, actingFor: { ...sender.actingFor, right } };
}

function notCoveredNotice({ locale }: PortalRequest, party: string): SafeHtml {
  const t = submissionsTexts(locale);
  return alert({
    kind: "warning",
    title: t("mandate.not-covered.title"),
    body: html`<p class="kern-body">
        ${t("mandate.not-covered.start", { party })}
      </p>
      ${chooseParty(locale)}`,
  });
}

function chooseParty(locale: PortalRequest["locale"]): SafeHtml {
  return linkButton({
    label: submissionsTexts(locale)("mandate.not-covered.link"),
    href: "/konto/handeln-fuer",
  });
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
    ${chooseParty(locale)}`,
  });
}
