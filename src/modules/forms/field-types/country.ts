import { z } from "zod";
import { select } from "../../../ui/select.ts";
import type { CountryField } from "../domain/form-definition.ts";
import { checkChoice } from "./choices.ts";
import { countriesIn, countryCodeOf, countryCodes } from "./country-names.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";

/** A country of the world. @see ISO 3166-1 */
export const country = defineFieldType<CountryField>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("country") }),
  plain: { dataType: "country" },
  errors: { de: {}, en: {} },
  read: (_field, typed) => countryCodeOf(typed()) ?? typed().trim(),
  check: (_field, value) => checkChoice(countryCodes, value),
  missing: () => ({ code: "required-choice" }),
  show: (_field, value, locale) =>
    countriesIn(locale).find(({ code }) => code === value)?.name ?? value,
  render: ({ autocomplete }, { props, value }) =>
    select({
      ...props,
      ...(autocomplete === undefined ? {} : { autocomplete }),
      options: countriesIn(props.locale).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
      isLong: true,
      value,
    }),
  scripts: ["select-filter"],
  samples: () => ({
    valid: ["DE", "at", "Polen", "Cote d’Ivoire", "Austria"],
    invalid: ["XX", "Preussen", "D-E"],
  }),
});
