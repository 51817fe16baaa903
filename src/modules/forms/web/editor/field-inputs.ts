import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import {
  accountSources,
  placeParts,
  textFormats,
  type FormElement,
  type FormField,
  type PrefillSource,
} from "../../domain/form-definition.ts";
import { fieldTypes } from "../../field-types/field-types.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { autocompleteInput } from "./autocomplete-input.ts";
import { mediaTypeBoxes, sizeInput } from "./file-inputs.ts";
import { limitsOf, type TypeInput } from "./type-values.ts";
import type { ElementValues } from "./typed-values.ts";

type Inputs = {
  readonly locale: Locale;
  readonly inherited: FormElement;
  readonly values: ElementValues;
  readonly errors: ReadonlyMap<string, string>;
};

const prefillSources: readonly PrefillSource[] = [
  "none",
  "today",
  ...accountSources,
];

/** Data types an input field may be given. */
const dataTypes = [
  "text",
  "date",
  "time",
  "datetime",
  "number",
  "integer",
  "currency",
  "boolean",
  "select",
  "country",
  "consent",
  "location",
  "file",
] as const satisfies readonly FormField["dataType"][];

/** How a field is filled in: by whom, with what, under which condition. */
export function entryInputs(props: Inputs): SafeHtml {
  const { values, errors, locale } = props;
  const t = editorTexts(locale);
  const rule = (name: "requiredWhen" | "computed") =>
    textarea({
      name,
      label: t(`element.${name}`),
      hint: t(`element.${name}.hint`),
      rows: 2,
      value: values[name] ?? "",
      error: errors.get(name),
      isOptional: true,
      locale,
    });
  return section({
    title: t("element.entry.title"),
    body: html`${rule("requiredWhen")} ${rule("computed")} ${valueInputs(props)}
    ${autocompleteInput(props)}`,
  });
}

function valueInputs({ values, errors, locale }: Inputs): SafeHtml {
  const t = editorTexts(locale);
  return html`${select({
    name: "entry",
    label: t("element.entry"),
    options: (["open", "locked", "hidden"] as const).map((value) => ({
      value,
      label: t(`element.entry.${value}`),
    })),
    value: values["entry"],
    error: errors.get("entry"),
    locale,
  })}
  ${textInput({
    name: "initialValue",
    label: t("element.initialValue"),
    hint: t("element.initialValue.hint"),
    value: values["initialValue"] ?? "",
    error: errors.get("initialValue"),
    isOptional: true,
    locale,
  })}
  ${select({
    name: "prefill",
    label: t("element.prefill"),
    options: prefillSources.map((value) => ({
      value,
      label: t(`prefill.${value}`),
    })),
    value: values["prefill"],
    isOptional: true,
    locale,
  })}
  ${select({
    name: "place",
    label: t("element.placePart"),
    hint: t("element.placePart.hint"),
    options: placeParts.map((value) => ({
      value,
      label: t(`place.${value}`),
    })),
    value: values["place"],
    error: errors.get("place"),
    locale,
  })}`;
}

/** Data type and limits. The limits are those of the type that was chosen before; after a change the page shows those of the new one. */
export function typeInputs(props: Inputs): SafeHtml {
  const { values, errors, locale, inherited } = props;
  const t = editorTexts(locale);
  const before = values["typeBefore"] ?? "";
  const limits =
    Object.entries(limitsOf).find(([name]) => name === before)?.[1] ?? [];
  const isLabel = inherited.kind === "field" && inherited.dataType === "label";
  const types = isLabel ? (["label"] as const) : dataTypes;
  return section({
    title: t("element.type.title"),
    body: html`<input type="hidden" name="typeBefore" value="${before}" />
      ${values["typeRest"] !== undefined && html`<input type="hidden" name="typeRest" value="${values["typeRest"]}" />`}
      ${select({
        name: "dataType",
        label: t("element.type"),
        hint: t("element.type.hint"),
        options: types.map((value) => ({
          value,
          label: t(`type.${value}`),
        })),
        value: values["dataType"],
        error: errors.get("dataType"),
        locale,
      })}
      ${limits.map((name) => limitInput(name, props))}`,
  });
}

function limitInput(
  name: TypeInput,
  { values, errors, locale }: Inputs,
): SafeHtml {
  const t = editorTexts(locale);
  const common = {
    name,
    label: t(`element.${name}`),
    value: values[name] ?? "",
    error: errors.get(name),
    isOptional: true,
    locale,
  };
  switch (name) {
    case "multiline":
      return checkbox({
        ...common,
        isOptional: false,
        value: "true",
        isChecked: common.value === "true",
      });
    case "options":
      return textarea({
        ...common,
        hint: t("element.options.hint"),
        rows: 10,
        isOptional: false,
      });
    case "content":
      return textarea({ ...common, rows: 3, isOptional: false });
    case "format":
      return select({ ...common, options: formatOptions(locale) });
    case "shape":
      return select({
        ...common,
        isOptional: false,
        options: (["point", "area"] as const).map((value) => ({
          value,
          label: t(`element.shape.${value}`),
        })),
      });
    case "maxMegabytes":
      return sizeInput(common);
    case "mediaTypes":
      return mediaTypeBoxes(common);
    default:
      return textInput(common);
  }
}

function formatOptions(locale: Locale) {
  return textFormats.map((value) => ({
    value,
    label: fieldTypes[value].name?.[locale] ?? value,
  }));
}
