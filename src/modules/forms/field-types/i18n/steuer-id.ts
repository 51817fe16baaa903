/** What to do about a Steuer-ID. */
export const steuerIdErrors = {
  de: {
    "steuer-id":
      "Geben Sie bei „{label}“ die 11 Ziffern der Steuer-Identifikationsnummer ein. Sie steht auf dem Steuerbescheid und der Lohnsteuerbescheinigung und ist nicht die Steuernummer.",
    "steuer-id-check":
      "Diese Steuer-Identifikationsnummer gibt es nicht, vermutlich ist eine Ziffer falsch. Vergleichen Sie „{label}“ mit Ihrem Steuerbescheid.",
  },
  en: {
    "steuer-id":
      "Enter the 11 digits of the tax identification number (Steuer-ID) at “{label}”. It is on your tax assessment and is not the tax number (Steuernummer).",
    "steuer-id-check":
      "There is no such tax identification number; probably a digit is wrong. Compare “{label}” with your tax assessment.",
  },
};

/** What the format is called where people choose one. */
export const steuerIdName = {
  de: "Steuer-Identifikationsnummer",
  en: "tax id",
};
