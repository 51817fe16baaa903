import { formatDate } from "../../../platform/i18n/dates.ts";
import type { AskedItem } from "../domain/correction-request.ts";
import { vorgaengeTexts } from "./texts.ts";

/** A request to correct in the words of the Postfach. Offices write German, and the words of the form are German. */
export function correctionMessage(
  items: readonly AskedItem[],
  text: string,
  answerBy: string | undefined,
): string {
  const t = vorgaengeTexts("de");
  const lines = items.map(({ label, text: about }) =>
    about === "" ? `– ${label}` : `– ${label}: ${about}`,
  );
  return [
    ...(text === "" ? [] : [text, ""]),
    t("ask.message.lead"),
    ...lines,
    "",
    ...(answerBy === undefined
      ? []
      : [t("ask.message.by", { date: formatDate(new Date(answerBy), "de") })]),
    t("ask.message.way"),
  ].join("\n");
}
