/** What to do about a house number. */
export const houseNumberErrors = {
  de: {
    "house-number":
      "Geben Sie bei „{label}“ die Nummer des Hauses ein, zum Beispiel 12 a.",
  },
  en: {
    "house-number":
      "Enter the number of the house at “{label}”, for example 12 a.",
  },
};

/** What the format is called where people choose one. */
export const houseNumberName = {
  de: "Hausnummer",
  en: "house number",
};
