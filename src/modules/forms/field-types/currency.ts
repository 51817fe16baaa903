import { currencyTexts } from "./i18n/number.ts";
import { defineNumberType } from "./number-field.ts";
import { numberSamples } from "./number-samples.ts";

/** An amount in euros and cents. */
export const currency = defineNumberType({
  dataType: "currency",
  inputMode: "decimal",
  unit: (locale) => {
    const t = currencyTexts(locale);
    return { input: t("unit"), shown: t("symbol") };
  },
  samples: numberSamples,
});
