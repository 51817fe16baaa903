import { z } from "zod";
import type { SafeHtml } from "../../../platform/html/html.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { radios } from "../../../ui/radios.ts";
import { select as selectList } from "../../../ui/select.ts";
import type { SelectField } from "../domain/form-definition.ts";
import { checkChoice, withNoAnswer } from "./choices.ts";
import { fieldShape, optional } from "./field-shape.ts";
import { defineFieldType, type Control } from "./field-type.ts";

/** From this many options on a list is easier than radio buttons. */
const minListOptions = 8;

/** More boxes than this nobody looks through: the states of the world are chosen one by one from a list. */
const maxBoxes = 20;

/** From this many options on, looking through them takes longer than typing. */
const minFilteredOptions = 15;

/** One of several options, or any number of them where the field may occur more than once. */
export const select = defineFieldType<SelectField>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("select"),
    options: z
      .array(
        z.strictObject({
          code: z.string(),
          label: z.string(),
          help: optional(z.string()),
        }),
      )
      .min(1),
    codeList: optional(
      z.strictObject({ urn: z.string(), version: z.string() }),
    ),
  }),
  plain: {
    dataType: "select",
    options: [
      { code: "1", label: "1" },
      { code: "2", label: "2" },
    ],
  },
  errors: { de: {}, en: {} },
  read: (field, typed) => codeOf(field, typed()),
  check: ({ options }, value) =>
    checkChoice(
      options.map(({ code }) => code),
      value,
    ),
  missing: ({ options }) => ({
    code: options.length === 1 ? "required-confirmation" : "required-choice",
  }),
  show: ({ options }, value) =>
    options.find(({ code }) => code === value)?.label ?? value,
  render: renderOne,
  scripts: ["select-filter"],
  together: {
    fits: ({ options }) => options.length <= maxBoxes,
    read: (values) => [...new Set(values)],
    render: (field, { props, values }) =>
      checkboxes({ ...props, options: optionsOf(field), values }),
  },
  samples: ({ options }) => ({
    valid: options.map(({ code }) => code),
    invalid: [`${options.map(({ code }) => code).join("")}x`],
  }),
});

/** The code, also of an option named by its label. */
function codeOf({ options }: SelectField, typed: string): string {
  if (options.some(({ code }) => code === typed)) return typed;
  const named = options.filter(({ label }) => label === typed.trim());
  return named.length === 1 ? (named[0]?.code ?? typed) : typed;
}

function renderOne(field: SelectField, { props, value }: Control): SafeHtml {
  const options = optionsOf(field);
  if (options.length === 1)
    return checkboxes({ ...props, options, values: [value] });
  if (options.length >= minListOptions)
    return selectList({
      ...props,
      options,
      isLong: options.length >= minFilteredOptions,
      value,
    });
  return radios({ ...props, options: withNoAnswer(options, props), value });
}

function optionsOf({ options }: SelectField) {
  return options.map(({ code, label, help }) => ({
    value: code,
    label,
    ...(help === undefined ? {} : { hint: help }),
  }));
}
