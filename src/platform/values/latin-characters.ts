/**
 * The characters of DIN 91379 ("Zeichen und definierte Zeichensequenzen in Unicode für die elektronische Verarbeitung von Namen"),
 * which German authorities must be able to store, print and pass on. Composed (NFC).
 * @see DIN 91379:2022-08; data types A (names of persons), C (free text in Latin) and E (with Greek, Cyrillic and typography)
 */

const letters =
  "A-Za-zÀ-ÖØ-öø-žƇƈƏƗƠơƯưƷǍ-ǜǞǟǢ-ǰǴǵǸ-ǿȒȓȘ-țȞȟȧ-ȳəɨʒ" +
  "Ḃḃ\u1E06\u1E07Ḋ-ḑḜ-ḫḯ-ḷḺḻṀ-ṉṒ-ṛṞ-ṣṪ-ṯẀ-ẇẌ-ẗẞẠ-ỹ";

/** Letters that exist as a sequence only: marks, then the letters that carry them. */
const sequences: readonly (readonly [marks: string, letters: string])[] = [
  ["\u030B", "Aa"],
  ["\u0300", "CFGKMPSTZcfgkmpstz"],
  ["\u0304", "CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ"],
  ["\u0306", "CMNRZcmnrzÇç"],
  ["\u0308", "CTZczẠạỌọỤụ"],
  ["\u0315", "CKPTckptČč"],
  ["\u0323", "CPcpČč"],
  ["\u0326", "CHKLNchklnŽž"],
  ["\u0328\u0306", "Cc"],
  ["\u0302", "DKLMNdklmn"],
  ["\u0331", "HSs"],
  ["\u0301", "JjÿĪī"],
  ["\u030C", "J"],
  ["\u0307", "KUku"],
  ["\u031B", "KTkt"],
  ["\u035Fh", "Kk"],
  ["\u035FH", "K"],
  ["\u0325\u0304", "LRlr"],
  ["\u0325", "LRlr"],
  ["\u0310", "Mm"],
  ["\u031B\u0304", "Ss"],
  ["\u0327", "ZzŽž"],
];

// Non-letters N1: what names of persons need.
const ofNames = " ',\\-.`~¨´·\u02B9\u02BA\u02BE\u02BF\u02C8\u02CC\u2019\u2021";
// N2 to N4: other names and free text, without the controls.
const ofTexts = "!-&(-+/0-@\\[-_{-}¡-£¥§©-¬®-³µ¶¹-»¿×÷€" + "¤¦¸¼-¾" + "\u00A0";
// Extended: Greek, Cyrillic, typography (E1).
const extended =
  "ΆΈ-ΊΌΎ-ΡΣ-ώ" +
  "ЍА-ЪЬЮ-ъьюяѝ" +
  "ƒ\u02B0\u02B3\u02C6\u02DC\u02E2\u1D48\u1D57‘‚“-„†…‰‹›⁰⁴-⁹ⁿ-₉™∞≤≥";

const sequencePattern = sequences
  .map(([marks, carriers]) => `[${carriers}]${marks}`)
  .join("|");

const characters = {
  /** Names of natural persons (data type A). */
  name: new RegExp(`^(?:${sequencePattern}|[${letters}${ofNames}])*`, "u"),
  /** Everything else (data type E). */
  text: new RegExp(
    `^(?:${sequencePattern}|[${letters}${ofNames}${ofTexts}${extended}])*`,
    "u",
  ),
} as const;

/** The first character, with the marks on it, that DIN 91379 does not have; undefined when there is none. `text` must be composed (NFC). */
export function findForeignCharacter(
  text: string,
  kind: keyof typeof characters,
): string | undefined {
  const end = characters[kind].exec(text)?.[0].length ?? 0;
  if (end === text.length) return undefined;
  return (
    /^.\p{M}*/su.exec(text.slice(startOfCharacter(text, end)))?.[0] ?? text
  );
}

/** A mark belongs to the letter before it, also when that letter alone would be welcome. */
function startOfCharacter(text: string, index: number): number {
  const before = /.\p{M}*$/su.exec(text.slice(0, index));
  return before && /^\p{M}/u.test(text.slice(index)) ? before.index : index;
}

/**
 * Writes what keyboards and word processors put in by themselves with the characters of DIN 91379: dashes, special spaces, tabs;
 * takes away what nobody sees. Composes (NFC).
 */
export function withCommonCharacters(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " ")
    .replaceAll(
      /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g,
      "",
    );
}
