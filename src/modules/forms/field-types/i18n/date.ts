/** What to do about a date. */
export const dateErrors = {
  de: {
    "required-date":
      "Geben Sie bei „{label}“ ein Datum ein, zum Beispiel 31.12.2026.",
    date: "Geben Sie das Datum bei „{label}“ so ein: 31.12.2026",
    "date-incomplete":
      "Geben Sie bei „{label}“ Tag, Monat und Jahr ein, zum Beispiel 31.12.2026.",
    "date-not-real":
      "Dieses Datum gibt es nicht. Prüfen Sie Tag, Monat und Jahr bei „{label}“.",
    "date-early": "Geben Sie bei „{label}“ ein Datum ab dem {date} ein.",
    "date-late": "Geben Sie bei „{label}“ ein Datum bis zum {date} ein.",
    "date-future":
      "Das Datum bei „{label}“ liegt in der Zukunft. Prüfen Sie vor allem das Jahr.",
  },
  en: {
    "required-date": "Enter a date at “{label}”, for example 31 12 2026.",
    date: "Enter the date at “{label}” like this: 31 12 2026",
    "date-incomplete":
      "Enter day, month and year at “{label}”, for example 31 12 2026.",
    "date-not-real":
      "This date does not exist. Check day, month and year at “{label}”.",
    "date-early": "Enter {date} or a later date at “{label}”.",
    "date-late": "Enter {date} or an earlier date at “{label}”.",
    "date-future":
      "The date at “{label}” is in the future. Check the year above all.",
  },
};
