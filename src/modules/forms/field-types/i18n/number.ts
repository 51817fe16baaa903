import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a number, a whole number or an amount of money. */
export const numberErrors = {
  de: {
    number:
      "Geben Sie bei „{label}“ eine Zahl ein, zum Beispiel 1234 oder 12,5.",
    integer: "Geben Sie bei „{label}“ eine ganze Zahl ein, zum Beispiel 12.",
    currency:
      "Geben Sie bei „{label}“ einen Betrag in Euro ein, zum Beispiel 1.234,50.",
  },
  en: {
    number: "Enter a number at “{label}”, for example 1234 or 12.5.",
    integer: "Enter a whole number at “{label}”, for example 12.",
    currency: "Enter an amount in euros at “{label}”, for example 1234.50.",
  },
};

/** Words at an amount of money. */
export const currencyTexts = defineTexts(
  { unit: "Euro", symbol: "€" },
  { unit: "Euro", symbol: "€" },
);
