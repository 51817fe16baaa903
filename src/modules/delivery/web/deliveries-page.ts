import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table, type Column } from "../../../ui/table.ts";
import {
  deliveryTexts,
  destinationTexts,
  type DeliveryText,
} from "../i18n/texts.ts";
import {
  deliveryStates,
  type DeliveryList,
  type DeliverySummary,
} from "../use-cases/list-deliveries.ts";
import type { DestinationsView } from "../use-cases/view-destinations.ts";
import { causeText, receiptText } from "./cause-text.ts";
import { destinationsSection } from "./destinations-section.ts";
import { deliveriesPath, listHref, stateWord } from "./list-address.ts";
import type { Settlement } from "./settled.ts";

type DeliveriesPageInput = {
  readonly locale: Locale;
  readonly now: Date;
  readonly list: DeliveryList;
  readonly mayResend: boolean;
  /** The page answers "send again". */
  readonly wasResent: boolean;
  readonly isFirstPage: boolean;
  /** Something was settled, for one or all of a destination. */
  readonly settled: Settlement | undefined;
  readonly view: DestinationsView;
};

/** Deliveries of one state, with the cause in words and a button to send again. */
export function deliveriesPage(input: DeliveriesPageInput): SafeHtml {
  const { list, locale, wasResent, settled, view, mayResend } = input;
  const t = deliveryTexts(locale);
  return html`${
      wasResent &&
      alert({
        kind: "success",
        title: t("resent.title"),
        body: t("resent.body"),
        isAnnounced: true,
      })
    }
    ${settled && alert({ kind: "success", title: t(`settled.${settled}`), isAnnounced: true })}
    ${pageHeading({ title: t("list.title"), lead: t("list.lead") })}
    ${stateLinks(list, t)}
    <p class="kern-body">${t(`hint.${list.state}`)}</p>
    ${!mayResend && isTroubled(list) && html`<p class="kern-body">${t("delivery.who-settles")}</p>`}
    ${
      list.deliveries.length === 0
        ? emptyState({ title: t("empty.title"), body: t("empty.body") })
        : listTable(input, t)
    }
    ${pageLinks(input, t)}
    ${destinationsSection({ locale, view, mayEdit: mayResend })}`;
}

const isTroubled = ({ state, deliveries }: DeliveryList) =>
  deliveries.length > 0 && (state === "rejected" || state === "dead");

function stateLinks(list: DeliveryList, t: DeliveryText): SafeHtml {
  const items = deliveryStates.map((state) => {
    const label = `${t(`state.${state}`)} (${list.counts[state] ?? 0})`;
    return state === list.state
      ? html`<li>
          <a
            class="portal-chip"
            href="${listHref({ state })}"
            aria-current="page"
            >${label}</a
          >
        </li>`
      : html`<li>
          <a class="portal-chip" href="${listHref({ state })}">${label}</a>
        </li>`;
  });
  return html`<nav aria-label="${t("list.states")}">
    <ul class="portal-list portal-chips" role="list">
      ${items}
    </ul>
  </nav>`;
}

function listTable(input: DeliveriesPageInput, t: DeliveryText): SafeHtml {
  const { list, mayResend } = input;
  const columns = columnsOf(list, t);
  const canBeSent = mayResend && isOpenState(list.state);
  return table({
    caption: t("list.caption", { state: t(`state.${list.state}`) }),
    isCaptionHidden: true,
    columns: canBeSent ? [...columns, { label: t("column.action") }] : columns,
    rows: list.deliveries.map((delivery) => ({
      cells: canBeSent
        ? [...cellsOf(delivery, input, t), resendForm(delivery, t)]
        : cellsOf(delivery, input, t),
    })),
  });
}

const isOpenState = (state: DeliverySummary["state"]) =>
  state === "waiting" || state === "rejected" || state === "dead";

function columnsOf(list: DeliveryList, t: DeliveryText): Column[] {
  const result =
    list.state === "delivered" || list.state === "accepted"
      ? [{ label: t("column.receipt") }]
      : [{ label: t("column.cause") }];
  return [
    { label: t("column.reference") },
    { label: t("column.destination") },
    { label: t("column.created") },
    { label: t("column.attempts"), isNumeric: true },
    ...result,
    ...(list.state === "waiting" ? [{ label: t("column.next") }] : []),
  ];
}

function cellsOf(
  delivery: DeliverySummary,
  { locale, now }: DeliveriesPageInput,
  t: DeliveryText,
): HtmlValue[] {
  const { state } = delivery;
  const isThere = state === "delivered" || state === "accepted";
  return [
    [
      link(`${deliveriesPath}/${delivery.deliveryId}`, delivery.reference),
      delivery.isTest &&
        html` ${badge("info", destinationTexts(locale)("test.badge"))}`,
    ],
    delivery.destinationName,
    formatDateTime(delivery.createdAt, locale),
    delivery.attempts,
    isThere
      ? receiptText(t, delivery.receipt)
      : causeText(t, delivery.lastReason),
    ...(state === "waiting" ? [nextAttempt(delivery, { locale, now }, t)] : []),
  ];
}

/** A waiting delivery that is long due has lost its job or its worker: nobody must have to guess that. */
function nextAttempt(
  { nextAttemptAt }: DeliverySummary,
  { locale, now }: { locale: Locale; now: Date },
  t: DeliveryText,
): string | undefined {
  if (!nextAttemptAt) return undefined;
  const time = formatDateTime(nextAttemptAt, locale);
  const isOverdue = now.getTime() - nextAttemptAt.getTime() > overdueAfterMs;
  return isOverdue ? t("next.overdue", { time }) : time;
}

const overdueAfterMs = 15 * 60_000;

function resendForm(delivery: DeliverySummary, t: DeliveryText): SafeHtml {
  const { deliveryId, state } = delivery;
  const label = t(state === "waiting" ? "resend.now" : "resend.button");
  return html`<form
    class="portal-row-actions"
    method="post"
    action="${deliveriesPath}/${deliveryId}/wiederholung"
  >
    <input type="hidden" name="stand" value="${stateWord(state)}" />
    ${button({ label, context: delivery.reference, variant: "tertiary" })}
  </form>`;
}

function pageLinks(
  { list, isFirstPage }: DeliveriesPageInput,
  t: DeliveryText,
): HtmlValue {
  const { state, next } = list;
  return [
    !isFirstPage &&
      linkButton({
        href: listHref({ state }),
        label: t("list.first"),
        variant: "tertiary",
      }),
    next &&
      linkButton({
        href: listHref({ state, after: next }),
        label: t("list.more"),
        variant: "secondary",
      }),
  ];
}
