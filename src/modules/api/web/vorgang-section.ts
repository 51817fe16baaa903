import type { Context } from "../../../platform/context/context.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { accessTexts } from "../i18n/texts.ts";
import { viewReported } from "../use-cases/reported-states.ts";

/** What the page of a Vorgang shows of the back office: the last state each destination reported, in its own words. */
export async function reportedSections(
  context: Context,
  { submissionId, locale }: { submissionId: string; locale: Locale },
): Promise<{
  content: readonly { id: string; title: string; body: SafeHtml }[];
}> {
  const reported = await viewReported(context, submissionId);
  if (reported.length === 0) return { content: [] };
  const t = accessTexts(locale);
  const body = html`${definitionRows(
    reported.map(({ destinationName, word, meaning, reportedAt }) => ({
      term: destinationName,
      value: t(meaning === undefined ? "section.unknown" : "section.known", {
        word,
        time: formatDateTime(reportedAt, locale),
      }),
    })),
  )}`;
  return {
    content: [{ id: "fachverfahren", title: t("section.title"), body }],
  };
}
