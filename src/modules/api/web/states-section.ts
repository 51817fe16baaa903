import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { section } from "../../../ui/section.ts";
import { textarea } from "../../../ui/textarea.ts";
import { meanings, type Meaning } from "../domain/meaning.ts";
import { accessTexts } from "../i18n/texts.ts";
import type { AccessView } from "../use-cases/manage-clients.ts";
import type {
  SaveMeaningsRefusal,
  StateMeaning,
} from "../use-cases/save-meanings.ts";
import { accessPath } from "./access-paths.ts";

/** What was typed and does not fit. */
export type StatesInput = {
  readonly meanings: readonly StateMeaning[];
  readonly faults: readonly {
    readonly fieldId: string;
    readonly text: string;
  }[];
};

/** A field for each state of ours, with the words of the back office for it. */
export function statesSection({
  locale,
  view,
  typed,
}: {
  readonly locale: Locale;
  readonly view: AccessView;
  readonly typed: StatesInput | undefined;
}): SafeHtml {
  const t = accessTexts(locale);
  const known = typed?.meanings ?? view.meanings;
  const wordsOf = (meaning: Meaning) =>
    known
      .filter((one) => one.meaning === meaning)
      .map(({ word }) => word)
      .join("\n");
  return section({
    title: t("states.title"),
    id: "zustaende",
    body: html`<p class="kern-body">${t("states.lead")}</p>
      ${unknownWords(view, locale)}
      <form
        method="post"
        action="${accessPath(view.destinationId)}/zustaende"
        novalidate
      >
        ${meanings.map((meaning) =>
          textarea({
            name: meaning,
            label: t(`meaning.${meaning}`),
            value: wordsOf(meaning),
            rows: 2,
            error: typed?.faults.find(({ fieldId }) => fieldId === meaning)
              ?.text,
            isOptional: true,
            locale,
          }),
        )}
        ${button({ label: t("states.save") })}
      </form>`,
  });
}

function unknownWords(
  { unknownWords: unknown }: AccessView,
  locale: Locale,
): SafeHtml | false {
  const t = accessTexts(locale);
  return (
    unknown.length > 0 &&
    alert({
      kind: "warning",
      title: t("states.unknown"),
      body: html`<ul class="kern-body">
        ${unknown.map(
          ({ word, count }) =>
            html`<li>${t("states.unknown.line", { word, count })}</li>`,
        )}
      </ul>`,
    })
  );
}

/** One word in each line of each field. */
export function readMeanings(fields: URLSearchParams): StateMeaning[] {
  return meanings.flatMap((meaning) => {
    const lines = (fields.get(meaning) ?? "")
      .normalize("NFC")
      .split(/\r?\n/u)
      .map((line) => line.trim());
    return [...new Set(lines)]
      .filter((word) => word !== "")
      .map((word) => ({ word, meaning }));
  });
}

/** The refusal at the field that it is about: for a word that stands twice, the second. */
export function faultsOfMeanings(
  refusal: Extract<SaveMeaningsRefusal, { readonly word: string }>,
  typed: readonly StateMeaning[],
  locale: Locale,
): StatesInput {
  const { word } = refusal;
  const kind =
    refusal.kind === "word-twice" ? "states.twice" : "states.too-long";
  const fieldId = typed.findLast((one) => one.word === word)?.meaning ?? "";
  const text = accessTexts(locale)(kind, { word });
  return { meanings: typed, faults: [{ fieldId, text }] };
}
