import { streetErrors, streetTexts, streetName } from "./i18n/street.ts";
import {
  defineTextType,
  renderTextInput,
  withSingleSpaces,
} from "./text-field.ts";

/** Name of a street. */
export const street = defineTextType({
  format: "street",
  name: streetName,
  errors: streetErrors,
  tidy: withSingleSpaces,
  checkFormat: (value) =>
    /\p{L}/u.test(value) ? undefined : { code: "street" },
  render: (field, control) =>
    renderTextInput(field, control, {
      suggest: {
        kind: "street",
        label: streetTexts(control.props.locale)("suggestions"),
      },
    }),
  scripts: ["address-suggestions"],
  samples: () => ({
    valid: ["Am  Packhof", "Weg am 17. Juni", "C1"],
    invalid: ["12", "-"],
  }),
});
