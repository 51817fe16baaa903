/** What to do about a name. */
export const personNameErrors = {
  de: {
    "person-name":
      "Schreiben Sie „{label}“ so wie im Ausweis, nur mit Buchstaben. Das Zeichen {character} gehört nicht in einen Namen.",
    "person-name-letters":
      "Schreiben Sie „{label}“ mit Buchstaben, so wie im Ausweis.",
  },
  en: {
    "person-name":
      "Write “{label}” as in your identity card, with letters only. The character {character} does not belong in a name.",
    "person-name-letters":
      "Write “{label}” with letters, as in your identity card.",
  },
};

/** What the format is called where people choose one. */
export const personNameName = {
  de: "Name einer Person",
  en: "name of a person",
};
