/** What to do about a date with a time. */
export const datetimeErrors = {
  de: {
    "required-datetime":
      "Geben Sie bei „{label}“ Datum und Uhrzeit ein, zum Beispiel 31.12.2026 und 8:30.",
    "datetime-date":
      "Prüfen Sie das Datum bei „{label}“. Geben Sie es so ein: 31.12.2026",
    "datetime-time": "Geben Sie die Uhrzeit bei „{label}“ so ein: 8:30",
    "datetime-incomplete":
      "Bei „{label}“ fehlt noch die Uhrzeit. Geben Sie sie so ein: 8:30",
  },
  en: {
    "required-datetime":
      "Enter date and time at “{label}”, for example 31 12 2026 and 8:30.",
    "datetime-date":
      "Check the date at “{label}”. Enter it like this: 31 12 2026",
    "datetime-time": "Enter the time at “{label}” like this: 8:30",
    "datetime-incomplete":
      "The time is still missing at “{label}”. Enter it like this: 8:30",
  },
};
