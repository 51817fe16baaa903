/** What to do about a telephone number. */
export const phoneErrors = {
  de: {
    phone:
      "Geben Sie bei „{label}“ eine Telefonnummer nur mit Ziffern ein, zum Beispiel 0385 545-1111 oder +49 385 5451111.",
    "phone-short":
      "Bei „{label}“ fehlen Ziffern. Geben Sie die Nummer mit Vorwahl ein, zum Beispiel 0385 545-1111.",
    "phone-long":
      "Bei „{label}“ stehen zu viele Ziffern. Geben Sie nur eine Telefonnummer ein, zum Beispiel 0385 545-1111.",
  },
  en: {
    phone:
      "Enter a telephone number at “{label}” with digits only, for example 0385 545-1111 or +49 385 5451111.",
    "phone-short":
      "Digits are missing at “{label}”. Enter the number with its area code, for example 0385 545-1111.",
    "phone-long":
      "There are too many digits at “{label}”. Enter one telephone number only, for example 0385 545-1111.",
  },
};

/** What the format is called where people choose one. */
export const phoneName = {
  de: "Telefon",
  en: "phone",
};
