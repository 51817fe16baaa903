/** What to do about a licence plate. */
export const licencePlateErrors = {
  de: {
    "licence-plate":
      "Geben Sie das Kennzeichen bei „{label}“ so ein: SN-AB 123",
    "licence-plate-split":
      "Trennen Sie das Kennzeichen bei „{label}“ nach dem Kürzel für Stadt oder Kreis, zum Beispiel SN-AB 123.",
    "licence-plate-long":
      "Ein Kennzeichen hat höchstens {max} Buchstaben und Ziffern. Prüfen Sie „{label}“.",
  },
  en: {
    "licence-plate":
      "Enter the licence plate at “{label}” like this: SN-AB 123",
    "licence-plate-split":
      "Part the licence plate at “{label}” after the letters of town or district, for example SN-AB 123.",
    "licence-plate-long":
      "A licence plate has at most {max} letters and digits. Check “{label}”.",
  },
};

/** What the format is called where people choose one. */
export const licencePlateName = {
  de: "Kfz-Kennzeichen",
  en: "licence plate",
};
