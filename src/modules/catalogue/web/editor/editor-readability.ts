import { html, type HtmlValue } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { accordion } from "../../../../ui/accordion.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { readabilityOf } from "../../domain/editing/readability.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";

const shownSentences = 5;
const shownWords = 10;

/** How easily the German texts are read, and what would make them easier. */
export function readabilityAdvice(
  content: LeistungContent,
  locale: Locale,
): HtmlValue {
  const found = readabilityOf(content);
  if (!found) return undefined;
  const t = editorTexts(locale);
  const { score, longSentences, longWords } = found;
  const list = (label: EditorKey, entries: readonly string[]) =>
    entries.length > 0 &&
    html`<p>${t(label)}</p>
      <ul>
        ${entries.map((entry) => html`<li lang="de">${entry}</li>`)}
      </ul>`;
  return accordion({
    title: t("readability.title", { score }),
    body: html`<p>${t(levelOf(score))} ${t("readability.how")}</p>
      ${list("readability.sentences", longSentences.slice(0, shownSentences))}
      ${list("readability.words", longWords.slice(0, shownWords))}`,
  });
}

function levelOf(score: number): EditorKey {
  if (score >= 60) return "readability.easy";
  return score >= 30 ? "readability.medium" : "readability.hard";
}
