import { certificateFacts } from "../../../platform/crypto/certificate-text.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import type { FieldProps } from "../../../ui/field.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { radios } from "../../../ui/radios.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import {
  isSecret,
  type EnteredOptions,
  type OptionField,
} from "../domain/option-field.ts";
import { deliveryTexts, destinationTexts } from "../i18n/texts.ts";
import { causeText } from "./cause-text.ts";
import {
  optionFileName,
  optionInputName,
  type DestinationFaults,
} from "./destination-input.ts";

type OptionsShown = {
  readonly locale: Locale;
  readonly fields: readonly OptionField[];
  readonly options: EnteredOptions;
  readonly storedSecrets: readonly string[];
  readonly faults: DestinationFaults;
  /** The form around them is multipart. */
  readonly takesFiles?: true;
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
  if (typeof fault === "object")
    return causeText(deliveryTexts(locale), fault.reason);
  const { kind, label } = field;
  const t = destinationTexts(locale);
  // Boxes cannot be ticked wrongly: none is, where one has to be.
  if (kind === "choices") return t("option.not-chosen", { label });
  return t(fault === "missing" ? "option.missing" : "option.wrong", { label });
}

/** As text, and where the form takes files, as a file; what is there already is named so that it can be compared. */
function certificateInput(
  { name }: OptionField,
  {
    shown: { locale, takesFiles },
    props,
    text,
  }: {
    readonly shown: OptionsShown;
    readonly props: FieldProps;
    readonly text: string;
  },
): SafeHtml {
  const t = destinationTexts(locale);
  const facts = certificateFacts(text);
  return html`${textarea({ ...props, value: text })}
  ${
    facts &&
    definitionRows([
      { term: t("certificate.subject"), value: facts.subject },
      {
        term: t("certificate.until"),
        value: formatDate(facts.validUntil, locale),
      },
      { term: t("certificate.fingerprint"), value: facts.fingerprint },
      ...(facts.shortKey === undefined
        ? []
        : [
            {
              term: t("certificate.key"),
              value: t("certificate.short-key", { key: facts.shortKey }),
            },
          ]),
    ])
  }
  ${
    takesFiles &&
    fileInput({
      name: optionFileName(name),
      label: t("certificate.file"),
      hint: t("certificate.file.hint"),
      accept: ".pem,.crt,.cer,.der",
      isOptional: true,
      locale,
    })
  }`;
}

function inputOf(field: OptionField, shown: OptionsShown): SafeHtml {
  const props = propsOf(field, shown);
  const given = shown.options[field.name] ?? "";
  const { choices: options } = field;
  if (field.kind === "choices") {
    const values = typeof given === "string" ? [given] : given;
    return checkboxes({ ...props, options, values });
  }
  const text = typeof given === "string" && !isSecret(field) ? given : "";
  if (field.kind === "choice")
    return radios({ ...props, options, value: text });
  if (field.kind === "certificate")
    return certificateInput(field, { shown, props, text });
  return typedInput(field.kind, { ...props, value: text });
}

type TypedKind = Exclude<
  OptionField["kind"],
  "choice" | "choices" | "certificate"
>;

function typedInput(
  kind: TypedKind,
  props: FieldProps & { readonly value: string },
): SafeHtml {
  switch (kind) {
    case "lines":
    case "secret-lines":
      return textarea(props);
    case "secret":
      return textInput({ ...props, type: "password", autocomplete: "off" });
    case "number":
      return textInput({ ...props, inputMode: "numeric", width: 10 });
    default:
      return textInput({ ...props, type: kind, autocomplete: "off" });
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
