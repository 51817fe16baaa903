/** What to do about an e-mail address. */
export const emailErrors = {
  de: {
    email:
      "Geben Sie die E-Mail-Adresse bei „{label}“ so ein: name@beispiel.de",
  },
  en: {
    email: "Enter the e-mail address at “{label}” like this: name@beispiel.de",
  },
};

/** What the format is called where people choose one. */
export const emailName = {
  de: "E-Mail",
  en: "e-mail",
};
