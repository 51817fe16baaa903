import { townErrors, townTexts, townName } from "./i18n/town.ts";
import {
  defineTextType,
  renderTextInput,
  withSingleSpaces,
} from "./text-field.ts";

/** Name of a town or village. A postcode in front of it is what many people type; it has a field of its own. */
export const town = defineTextType({
  format: "town",
  name: townName,
  errors: townErrors,
  tidy: (text) =>
    withSingleSpaces(text.replace(/^(?:DE?-?\s?)?\d{5}\s+(?=\p{L})/iu, "")),
  checkFormat: (value) => (/\p{L}/u.test(value) ? undefined : { code: "town" }),
  render: (field, control) =>
    renderTextInput(field, control, {
      suggest: {
        kind: "town",
        label: townTexts(control.props.locale)("suggestions"),
      },
    }),
  scripts: ["address-suggestions"],
  samples: () => ({
    valid: ["Schwerin", "19053 Schwerin", "Neustadt-Glewe", "Halle (Saale)"],
    invalid: ["19053", "?"],
  }),
});
