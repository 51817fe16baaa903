/** What to do about a postcode. */
export const postcodeErrors = {
  de: {
    postcode: "Geben Sie „{label}“ mit fünf Ziffern ein, zum Beispiel 19053.",
  },
  en: { postcode: "Enter “{label}” with five digits, for example 19053." },
};

/** What the format is called where people choose one. */
export const postcodeName = {
  de: "Postleitzahl",
  en: "postcode",
};
