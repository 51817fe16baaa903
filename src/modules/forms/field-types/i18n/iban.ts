/** What to do about an IBAN. */
export const ibanErrors = {
  de: {
    iban: "Geben Sie bei „{label}“ die IBAN ein, zum Beispiel DE89 3704 0044 0532 0130 00. Sie steht auf Ihrer Bankkarte und auf dem Kontoauszug.",
    "iban-country":
      "Die IBAN bei „{label}“ beginnt mit {country}. Diese Länderkennung gibt es nicht. Eine deutsche IBAN beginnt mit DE.",
    "iban-length":
      "Eine IBAN, die mit {country} beginnt, hat {expected} Zeichen. Bei „{label}“ stehen {length}. Vergleichen Sie die IBAN mit Ihrer Bankkarte.",
    "iban-check":
      "Die Prüfziffer der IBAN bei „{label}“ stimmt nicht, vermutlich ist eine Ziffer vertauscht. Vergleichen Sie die IBAN mit Ihrer Bankkarte oder Ihrem Kontoauszug.",
  },
  en: {
    iban: "Enter the IBAN at “{label}”, for example DE89 3704 0044 0532 0130 00. It is on your bank card and your statement.",
    "iban-country":
      "The IBAN at “{label}” begins with {country}. There is no such country code. A German IBAN begins with DE.",
    "iban-length":
      "An IBAN that begins with {country} has {expected} characters. At “{label}” there are {length}. Compare the IBAN with your bank card.",
    "iban-check":
      "The check digits of the IBAN at “{label}” do not fit; probably two digits are swapped. Compare the IBAN with your bank card or your statement.",
  },
};

/** What the format is called where people choose one. */
export const ibanName = {
  de: "IBAN",
  en: "IBAN",
};
