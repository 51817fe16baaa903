import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import {
  deliveryTexts,
  destinationTexts,
  type DeliveryText,
} from "../i18n/texts.ts";
import type { DeliveryView } from "../use-cases/view-delivery.ts";
import { causeText, evidenceText } from "./cause-text.ts";
import { deliveriesPath, listHref } from "./list-address.ts";

type DeliveryPageInput = {
  readonly locale: Locale;
  readonly view: DeliveryView;
  readonly mayEdit: boolean;
  /** Works on Vorgänge, and so finds this one in the queue. */
  readonly mayWork: boolean;
  /** No other destination was chosen. */
  readonly problem?: string | undefined;
};

/** One delivery: where it is, each attempt, and what a person can do about it. */
export function deliveryPage(input: DeliveryPageInput): SafeHtml {
  const { locale, view, mayWork, problem } = input;
  const t = deliveryTexts(locale);
  const { delivery } = view;
  const { state, reference } = delivery;
  const errors =
    problem === undefined ? [] : [{ fieldId: "ziel", text: problem }];
  return html`${backLink({ label: t("delivery.back"), href: listHref({ state }) })}
  ${errorSummary({ errors, locale })}
  ${pageHeading({ title: t("delivery.title", { reference }) })}
  ${factsOf(view, { locale, t })}
  ${mayWork && !delivery.isTest && vorgangLink(reference, t)}
  ${isOpen(delivery) && whatCanBeDone(input, t)} ${overdueSection(input, t)}
  ${evidenceSection(view, { locale, t })}
  ${attemptsSection(view, { locale, t })}`;
}

const isOpen = ({ state }: DeliveryView["delivery"]) =>
  state === "waiting" || state === "rejected" || state === "dead";

function whatCanBeDone(
  { locale, view, mayEdit, problem }: DeliveryPageInput,
  t: DeliveryText,
): SafeHtml {
  return mayEdit
    ? actionsSection(view, { locale, t, problem })
    : html`<p class="kern-body">${t("delivery.who-settles")}</p>`;
}

/** The other side has accepted it and been silent for too long. */
function overdueSection(
  { view, mayEdit }: DeliveryPageInput,
  t: DeliveryText,
): HtmlValue {
  const { delivery, isAnswerOverdue } = view;
  if (!isAnswerOverdue || !mayEdit || delivery.isTest) return undefined;
  return section({
    title: t("delivery.actions"),
    body: html`<p class="kern-body">${t("delivery.overdue")}</p>
      ${closeForm(delivery, t)}`,
  });
}

function factsOf(
  { delivery, redirections }: DeliveryView,
  { locale, t }: Words,
): SafeHtml {
  const { state, deliveredAt } = delivery;
  return definitionRows([
    {
      term: t("column.destination"),
      value: [
        delivery.destinationName,
        delivery.isTest &&
          html` ${badge("info", destinationTexts(locale)("test.badge"))}`,
      ],
    },
    { term: t("delivery.state"), value: t(`state.${state}`) },
    {
      term: t("column.created"),
      value: formatDateTime(delivery.createdAt, locale),
    },
    deliveredAt
      ? {
          term: t("state.delivered"),
          value: formatDateTime(deliveredAt, locale),
        }
      : { term: t("column.cause"), value: causeText(t, delivery.lastReason) },
    ...redirections.map(({ direction, deliveryId, destinationName }) => ({
      term: t(`delivery.redirected.${direction}`),
      value: link(`${deliveriesPath}/${deliveryId}`, destinationName),
    })),
    { term: t("delivery.id"), value: delivery.deliveryId },
  ]);
}

function vorgangLink(reference: string, t: DeliveryText): SafeHtml {
  const query = new URLSearchParams({ stand: "all", suche: reference });
  return html`<p class="kern-body">
    ${link(`/arbeitsplatz?${query.toString()}`, t("delivery.vorgang"))}
  </p>`;
}

type Words = { readonly locale: Locale; readonly t: DeliveryText };

function actionsSection(
  { delivery, others }: DeliveryView,
  { locale, t, problem }: Words & { readonly problem: string | undefined },
): SafeHtml {
  const path = `${deliveriesPath}/${delivery.deliveryId}`;
  return section({
    title: t("delivery.actions"),
    body: html`<form method="post" action="${path}/wiederholung">
        ${button({ label: t(delivery.state === "waiting" ? "resend.now" : "resend.button") })}
      </form>
      ${
        others.length > 0 &&
        html`<form method="post" action="${path}/umleitung">
          ${select({
            name: "ziel",
            label: t("delivery.redirect.label"),
            hint: t("delivery.redirect.hint"),
            error: problem,
            locale,
            options: others.map(({ destinationId, name }) => ({
              value: destinationId,
              label: name,
            })),
          })}
          ${button({ label: t("delivery.redirect.button"), variant: "secondary" })}
        </form>`
      }
      ${!delivery.isTest && closeForm(delivery, t)}`,
  });
}

function closeForm(
  { deliveryId }: Pick<DeliveryView["delivery"], "deliveryId">,
  t: DeliveryText,
): SafeHtml {
  return html`<form
    method="post"
    action="${deliveriesPath}/${deliveryId}/erledigung"
  >
    <p class="kern-body">${t("delivery.close.hint")}</p>
    ${button({ label: t("delivery.close.button"), variant: "secondary" })}
  </form>`;
}

/** What the other side has confirmed: kept here, because it deletes there. */
function evidenceSection(
  { evidence }: DeliveryView,
  { locale, t }: Words,
): HtmlValue {
  if (evidence.length === 0) return undefined;
  return section({
    title: t("evidence.title"),
    isWide: true,
    body: table({
      caption: t("evidence.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("evidence.when") },
        { label: t("evidence.what") },
        { label: t("evidence.remarks") },
      ],
      rows: evidence.map(({ occurredAt, kind, remarks }) => ({
        cells: [
          formatDateTime(occurredAt, locale),
          evidenceText(t, kind),
          remarks.length === 0 ? "–" : remarks.join("\n"),
        ],
      })),
    }),
  });
}

function attemptsSection(
  { attempts }: DeliveryView,
  { locale, t }: Words,
): HtmlValue {
  if (attempts.length === 0) return undefined;
  return section({
    title: t("attempts.title"),
    isWide: true,
    body: table({
      caption: t("attempts.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("attempts.number") },
        { label: t("attempts.begun") },
        { label: t("attempts.outcome") },
      ],
      rows: attempts.map(({ number, startedAt, outcome, reason }) => ({
        cells: [
          number,
          formatDateTime(startedAt, locale),
          outcome === "delivered" || outcome === "accepted"
            ? t(`state.${outcome}`)
            : outcome === undefined
              ? t("attempts.none")
              : causeText(t, reason),
        ],
      })),
    }),
  });
}
