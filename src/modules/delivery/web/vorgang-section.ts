import type { Context } from "../../../platform/context/context.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { deliveryTexts, type DeliveryText } from "../i18n/texts.ts";
import {
  viewDeliveriesOf,
  type DeliveryOfSubmission,
} from "../use-cases/view-of-submission.ts";
import { causeText } from "./cause-text.ts";

/** What the page of a Vorgang shows of handing over: where it went, and what a person must do where it did not arrive. Nothing without a destination. */
export async function deliverySections(
  context: Context,
  { submissionId, locale }: { submissionId: string; locale: Locale },
): Promise<{
  content: readonly { id: string; title: string; body: SafeHtml }[];
}> {
  const deliveries = await viewDeliveriesOf(context, submissionId);
  if (deliveries.length === 0) return { content: [] };
  const t = deliveryTexts(locale);
  const body = html`${definitionRows(
    deliveries.map((it) => ({
      term: it.delivery.destinationName,
      value: sentenceOf(it, t),
    })),
  )}`;
  return { content: [{ id: "zustellung", title: t("list.title"), body }] };
}

function sentenceOf(
  { delivery, remarks }: DeliveryOfSubmission,
  t: DeliveryText,
): string {
  const { state, lastReason } = delivery;
  const isTroubled = state === "rejected" || state === "dead";
  return [
    `${t(`state.${state}`)}.`,
    ...(isTroubled ? [causeText(t, lastReason)] : []),
    ...remarks,
  ].join(" ");
}
