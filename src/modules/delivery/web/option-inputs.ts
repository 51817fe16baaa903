import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import type { FieldProps } from "../../../ui/field.ts";
import { radios } from "../../../ui/radios.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import {
  isSecret,
  type EnteredOptions,
  type OptionField,
} from "../domain/option-field.ts";
import { destinationTexts } from "../i18n/texts.ts";
import {
  optionInputName,
  type DestinationFaults,
} from "./destination-input.ts";

type OptionsShown = {
  readonly locale: Locale;
  readonly fields: readonly OptionField[];
  readonly options: EnteredOptions;
  readonly storedSecrets: readonly string[];
  readonly faults: DestinationFaults;
};

/** An input for each option of the connector, by its kind. A secret is never filled in. */
export function optionInputs(shown: OptionsShown): readonly SafeHtml[] {
  return shown.fields.map((field) => inputOf(field, shown));
}

/** What an option's fault asks of a person. */
export function optionFault(
  field: OptionField,
  { faults, locale }: Pick<OptionsShown, "faults" | "locale">,
): string | undefined {
  const fault = faults.get(optionInputName(field.name));
  if (fault === undefined) return undefined;
  const key = fault === "missing" ? "option.missing" : "option.wrong";
  return destinationTexts(locale)(key, { label: field.label });
}

function inputOf(field: OptionField, shown: OptionsShown): SafeHtml {
  const props = propsOf(field, shown);
  const given = shown.options[field.name] ?? "";
  const text = typeof given === "string" ? given : "";
  switch (field.kind) {
    case "choice":
      return radios({ ...props, options: field.choices, value: text });
    case "choices":
      return checkboxes({
        ...props,
        options: field.choices,
        values: typeof given === "string" ? [given] : given,
      });
    case "lines":
      return textarea({ ...props, value: text });
    case "secret-lines":
      return textarea({ ...props, value: "" });
    case "secret":
      return textInput({ ...props, type: "password", autocomplete: "off" });
    case "number":
      return textInput({
        ...props,
        inputMode: "numeric",
        value: text,
        width: 10,
      });
    default:
      return textInput({
        ...props,
        value: text,
        type: field.kind,
        autocomplete: "off",
      });
  }
}

function propsOf(field: OptionField, shown: OptionsShown): FieldProps {
  const { locale, storedSecrets } = shown;
  const isStored = isSecret(field) && storedSecrets.includes(field.name);
  return {
    name: optionInputName(field.name),
    label: field.label,
    hint: isStored
      ? html`${field.hint} ${destinationTexts(locale)("secret.stored")}`
      : field.hint,
    error: optionFault(field, shown),
    isOptional: !field.isRequired && field.initial.length === 0,
    locale,
  };
}
