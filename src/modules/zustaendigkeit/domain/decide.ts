import { foldText } from "../../../platform/values/fold-text.ts";
import {
  everyLeistung,
  type RuleConditions,
  type ZustaendigkeitRule,
} from "./rule.ts";

/** What is known of one application. What is undefined may still become known by the answers. */
export type CaseFacts = {
  /** Regionalschlüssel of the place that counts. */
  readonly ars?: string | undefined;
  readonly street?: string | undefined;
  readonly familyName?: string | undefined;
  /** Whether a rule over the answers holds; undefined: not known yet. Absent: nothing was answered yet. */
  readonly holds?: ((rule: string) => boolean | undefined) | undefined;
};

/** What must be known before it can be decided. */
export type NeededFact = "place" | "street" | "name" | "answer";

export type Decision =
  | { readonly kind: "decided"; readonly rule: ZustaendigkeitRule }
  /** It depends on what is not known yet; `likely` counts where none of the open rules holds. */
  | {
      readonly kind: "open";
      readonly needs: readonly NeededFact[];
      readonly likely: ZustaendigkeitRule | undefined;
    }
  | { readonly kind: "no-rule" };

/** The first rule that holds on this day, as far as the facts say. */
export function decide(
  rules: readonly ZustaendigkeitRule[],
  facts: CaseFacts,
  today: string,
): Decision {
  const needs = new Set<NeededFact>();
  let decided: ZustaendigkeitRule | undefined;
  for (const rule of inOrder(rules)) {
    if (!isValidOn(rule, today)) continue;
    const answers = judge(rule.conditions, facts);
    if (answers.includes("no")) continue;
    const missing = answers.filter(
      (answer) => answer !== "yes" && answer !== "no",
    );
    if (missing.length === 0) {
      decided = rule;
      break;
    }
    for (const need of missing) needs.add(need);
  }
  if (needs.size > 0)
    return { kind: "open", needs: [...needs], likely: decided };
  return decided ? { kind: "decided", rule: decided } : { kind: "no-rule" };
}

/** Rules of one Leistung before those of all, each by position. */
function inOrder(rules: readonly ZustaendigkeitRule[]): ZustaendigkeitRule[] {
  const rank = ({ leistungSlug }: ZustaendigkeitRule) =>
    leistungSlug === everyLeistung ? 1 : 0;
  return rules.toSorted(
    (first, second) =>
      rank(first) - rank(second) ||
      first.position - second.position ||
      first.id.localeCompare(second.id),
  );
}

function isValidOn(
  {
    validFrom,
    validUntil,
  }: Pick<ZustaendigkeitRule, "validFrom" | "validUntil">,
  day: string,
): boolean {
  return validFrom <= day && (validUntil === undefined || day <= validUntil);
}

type Judgement = "yes" | "no" | NeededFact;

/** One answer for each condition that is set. */
function judge(
  { places, streets, letters, answer }: RuleConditions,
  facts: CaseFacts,
): Judgement[] {
  return [
    ...(places ? [judgePlace(places, facts.ars)] : []),
    ...(streets ? [judgeStreet(streets, facts.street)] : []),
    ...(letters ? [judgeName(letters, facts.familyName)] : []),
    ...(answer === undefined ? [] : [judgeAnswer(answer, facts.holds)]),
  ];
}

function judgePlace(
  places: readonly string[],
  ars: string | undefined,
): Judgement {
  if (ars === undefined) return "place";
  return said(places.some((beginning) => ars.startsWith(beginning)));
}

function judgeStreet(
  streets: readonly string[],
  street: string | undefined,
): Judgement {
  if (street === undefined) return "street";
  const typed = plainStreet(street);
  return said(streets.some((each) => plainStreet(each) === typed));
}

function judgeName(
  { from, to }: NonNullable<RuleConditions["letters"]>,
  familyName: string | undefined,
): Judgement {
  const letter = firstLetter(familyName ?? "");
  if (letter === undefined) return "name";
  return said(letter >= from.toUpperCase() && letter <= to.toUpperCase());
}

function judgeAnswer(rule: string, holds: CaseFacts["holds"]): Judgement {
  const answer = holds?.(rule);
  return answer === undefined ? "answer" : said(answer);
}

const said = (holds: boolean): Judgement => (holds ? "yes" : "no");

/**
 * By which a name is filed: Ä as A, and without what stands before it, as in directories of names ("von Arnim" is under A).
 * @see DIN 5007-2
 */
export function firstLetter(familyName: string): string | undefined {
  const words = familyName.trim().split(/[\s'’]+/);
  const main = words.find((word, index) => {
    const isLast = index === words.length - 1;
    return isLast || !isPrefix(word);
  });
  const letter = foldText(main ?? "")
    .charAt(0)
    .toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : undefined;
}

/** Small words before a name; written small they are no part of what it is filed by. */
function isPrefix(word: string): boolean {
  return /^(?:von|vom|van|de|der|den|dem|zu|zum|zur|und|da|di|du|del|della|la|le|ten|ter)$/.test(
    word,
  );
}

/** "Lange Str." and "lange Straße" are one street. */
export function plainStreet(name: string): string {
  return foldText(name)
    .replace(/str(?:\.|asse)?(?=\s|$)/g, "strasse")
    .replace(/[\s.-]+/g, "");
}
