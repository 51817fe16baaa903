import type { Context } from "../../../platform/context/context.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { arrivalsTexts } from "../i18n/texts.ts";
import { findArrivalState } from "../use-cases/find-arrival-state.ts";

/**
 * For the page of a Vorgang: who applied in another portal has no Postfach here, and what is written into it reaches nobody; and whether the
 * sender knows that it was taken. Nothing for what was sent here.
 */
export async function answerSections(
  context: Context,
  { submissionId, locale }: { submissionId: string; locale: Locale },
): Promise<{
  content: readonly { id: string; title: string; body: SafeHtml }[];
  applicantReads?: "elsewhere";
}> {
  const state = await findArrivalState(context, submissionId);
  if (state === undefined) return { content: [] };
  const t = arrivalsTexts(locale);
  const body = html`${alert({
      kind: "warning",
      title: t("answer.no-postfach"),
      body: t("answer.no-postfach.body"),
    })}
    <p class="kern-body">${t(`state.${state}.body`)}</p>`;
  return {
    content: [{ id: "antwort", title: t("answer.title"), body }],
    applicantReads: "elsewhere",
  };
}
