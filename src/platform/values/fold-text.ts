/**
 * Text as people type it in a hurry: lower case, umlauts and accents as plain letters, everything else as single spaces.
 * "Führerschein", "Fuehrerschein" and "Fuhrerschein" become the same.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replaceAll("ß", "ss")
      .normalize("NFD")
      .replaceAll(/\p{Mn}/gu, "")
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .replaceAll("ae", "a")
      .replaceAll("oe", "o")
      // not in "neue", "Steuer", "Bauen", "Quelle": there it never was an umlaut
      .replaceAll(/(?<![aeiouq])ue/g, "u")
  );
}
