import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { link } from "../../../ui/link.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { Authorities } from "../exchange-ports.ts";
import type { PublicStatus } from "../use-cases/read-public-status.ts";

/** To whom an application was given, and where it is shown there. */
export type Successor = { readonly name: string; readonly href: string };

/** Undefined as long as it lies here. `ownPath`: the application keeps its private link and its id, so it has the same path there. */
export async function successorOf(
  { handedTo }: Pick<PublicStatus, "handedTo">,
  authorities: Authorities,
  ownPath: string,
): Promise<Successor | undefined> {
  if (!handedTo) return undefined;
  const authority = await authorities.find(handedTo.tenantId);
  return {
    name: handedTo.name,
    href: `${authority?.baseUrl ?? ""}${ownPath}`,
  };
}

/** Leads the applicant on, with the reason. */
export function movedNotice(
  status: Pick<PublicStatus, "events">,
  successor: Successor | undefined,
  locale: Locale,
): SafeHtml | false {
  if (!successor) return false;
  const t = vorgaengeTexts(locale);
  const { name, href } = successor;
  const reason = status.events.findLast(
    ({ kind }) => kind === "handed-over",
  )?.note;
  return alert({
    kind: "info",
    title: t("status.moved.title", { name }),
    body: html`<p class="kern-body">${t("status.moved.body")}</p>
      ${
        reason !== undefined &&
        html`<p class="kern-body">
            <strong>${t("status.moved.reason")}:</strong>
          </p>
          <div class="kern-body">${textBlock(reason)}</div>`
      }
      <p class="kern-body">${link(href, t("status.moved.link", { name }))}</p>`,
  });
}

/** From whom it came, and that the first day of receipt still counts. */
export function arrivedNotice(
  { arrival, receivedAt }: PublicStatus,
  locale: Locale,
): SafeHtml | false {
  if (!arrival) return false;
  return html`<p class="kern-body">
    ${vorgaengeTexts(locale)("status.arrived", {
      name: arrival.fromName,
      date: formatDate(arrival.at, locale),
      first: formatDate(receivedAt, locale),
    })}
  </p>`;
}
