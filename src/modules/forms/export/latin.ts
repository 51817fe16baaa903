/**
 * Text of the XÖV type String.Latin 1.1, which XDatenfelder uses for everything that people read: it has neither German quotation marks
 * nor dashes nor an ellipsis. Those become what a typewriter had; letters without a place lose their marks, the rest becomes `?`.
 * @see latinchars.xsd of the standard
 */
export function toLatin(text: string): string {
  return Array.from(text.toWellFormed().normalize("NFC"), (character) =>
    latin.test(character) ? character : replacementOf(character),
  ).join("");
}

const latin =
  /^[\t\n\r -~¡-¬®-ćĊ-ěĞ-ģĦ-ıĴ-śŞ-ūŮ-žƏƠơƯưƷǍ-ǔǞǟǤ-ǰǴǵǺ-ǿȘ-țȞȟȪ-ȫȮ-ȳəʒḂḃḊḋḐḑḞ-ḡḤ-ḧḰḱṀṁṄṅṖ-ṗṠ-ṣṪ-ṫẀ-ẅẌ-ẓẞẠ-ầẪ-ẬẮ-ềỄ-ồỖ-ờỤ-ỹ€]$/u;

const replacements: readonly (readonly [RegExp, string])[] = [
  // Double quotation marks, single ones and the apostrophe.
  [/[\u201C-\u201F]/u, '"'],
  [/[\u2018-\u201B]/u, "'"],
  [/\u2039/u, "<"],
  [/\u203A/u, ">"],
  // Hyphens, dashes, minus, bullet.
  [/[\u2010-\u2015\u2022\u2212]/u, "-"],
  [/\u2026/u, "..."],
  [/\u2192/u, "->"],
  [/\u2264/u, "<="],
  [/\u2265/u, ">="],
  // Spaces of all widths; soft hyphen and space without a width.
  [/[\u00A0\u2000-\u200A\u202F]/u, " "],
  [/[\u00AD\u200B]/u, ""],
  [/[\u2028\u2029]/u, "\n"],
];

function replacementOf(character: string): string {
  const known = replacements.find(([shape]) => shape.test(character));
  if (known) return known[1];
  const [base = ""] = character.normalize("NFD");
  if (latin.test(base)) return base;
  return /\p{Cc}/u.test(character) ? " " : "?";
}
