import { foldText } from "../../../../platform/values/fold-text.ts";
import { sha256 } from "../../../../platform/values/sha256.ts";

/** What was searched for in vain, as it is counted. */
export type SearchGap = {
  readonly words: string;
  /** Stands for the words until they were typed on several occasions. */
  readonly hash: string;
};

/** Words are kept from so many occasions on, an hour apart each: what one person typed once is nobody's business. */
export const fewestOccasions = 5;

const longest = 40;
const mostWords = 4;

/**
 * What to count when a search found nothing; undefined for what may be about a person or a case: digits, addresses of mail, sentences.
 */
export function gapOf(query: string): SearchGap | undefined {
  if (/[\d@]/.test(query)) return undefined;
  const words = foldText(query);
  if (words === "" || words.length > longest) return undefined;
  if (words.split(" ").length > mostWords) return undefined;
  return {
    words,
    hash: sha256(words).toString("base64url"),
  };
}
