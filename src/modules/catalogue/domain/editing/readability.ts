import type {
  LeistungContent,
  TextModule,
} from "../content/leistung-content.ts";
import { linesOf } from "../content/rich-text.ts";

/** How easily German text is read. */
type Readability = {
  /** 0 (very hard) to 100 (very easy). */
  readonly score: number;
  readonly words: number;
  /** Sentences of more than 20 words, the longest first. */
  readonly longSentences: readonly string[];
  /** Words of six syllables or more, the longest first, each once. */
  readonly longWords: readonly string[];
};

/** Too little to judge by. */
const fewestWords = 30;
const longSentence = 20;
const longWord = 6;

/** Modules that people read as text; names of laws and addresses are not rewritten by an editor. */
const readModules = [
  "whatToDo",
  "summary",
  "description",
  "prerequisites",
  "documents",
  "feeText",
  "deadlineText",
  "processingText",
  "procedure",
  "afterSending",
  "notes",
] as const satisfies readonly TextModule[];

/** Of all that a Leistung says in German; undefined where that is too little. */
export function readabilityOf(
  content: LeistungContent,
): Readability | undefined {
  return readability(
    readModules.flatMap((module) => linesOf(content[module]?.de ?? "")),
  );
}

/**
 * Flesch's Reading Ease for German: 180 − words per sentence − 58.5 × syllables per word.
 * @see Toni Amstad, Wie verständlich sind unsere Zeitungen? (Zürich 1978)
 */
export function readability(lines: readonly string[]): Readability | undefined {
  const sentences = lines.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length < fewestWords) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const ease =
    180 - words.length / sentences.length - 58.5 * (syllables / words.length);
  return {
    score: Math.round(Math.min(100, Math.max(0, ease))),
    words: words.length,
    longSentences: sentences
      .filter((it) => wordsOf(it).length > longSentence)
      .toSorted((a, b) => wordsOf(b).length - wordsOf(a).length),
    longWords: [...new Set(words)]
      .filter((word) => syllablesOf(word) >= longWord)
      .toSorted((a, b) => syllablesOf(b) - syllablesOf(a)),
  };
}

/** A full stop ends a sentence after three letters or digits and before a capital: not in "z. B." or "Nr. 5". */
export function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[\p{L}\d)]{3}[.!?])\s+(?=[\p{Lu}„])/u)
    .map((it) => it.trim())
    .filter((it) => wordsOf(it).length > 0);
}

const wordsOf = (sentence: string): string[] =>
  sentence.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];

/** Each vowel is one, two that are spoken as one count once. */
export function syllablesOf(word: string): number {
  const spoken = word.toLowerCase().replaceAll("qu", "q");
  const found = spoken.match(/aa|ee|oo|ai|au|äu|ei|eu|ie|[aeiouyäöü]/g) ?? [];
  return Math.max(1, found.length);
}
