/** What to do about a BIC. */
export const bicErrors = {
  de: {
    bic: "Geben Sie bei „{label}“ den BIC mit 8 oder 11 Zeichen ein, zum Beispiel NOLADE21LWL. Er steht auf Ihrem Kontoauszug.",
  },
  en: {
    bic: "Enter the BIC at “{label}” with 8 or 11 characters, for example NOLADE21LWL. It is on your statement.",
  },
};

/** What the format is called where people choose one. */
export const bicName = {
  de: "BIC",
  en: "BIC",
};
