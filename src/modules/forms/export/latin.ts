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

const replacements: Readonly<Record<string, string>> = {
  "\u201E": '"',
  "\u201C": '"',
  "”": '"',
  "‚": "'",
  "‘": "'",
  "’": "'",
  "‹": "<",
  "›": ">",
  "–": "-",
  "—": "-",
  "‑": "-",
  "−": "-",
  "•": "-",
  "…": "...",
  "→": "->",
  "≤": "<=",
  "≥": ">=",
  "\u00A0": " ",
  "\u202F": " ",
  "\u2009": " ",
  "\u00AD": "",
  "\u200B": "",
  "\u2028": "\n",
};

function replacementOf(character: string): string {
  const known = replacements[character];
  if (known !== undefined) return known;
  const [base = ""] = character.normalize("NFD");
  if (latin.test(base)) return base;
  return /\p{Cc}/u.test(character) ? " " : "?";
}
