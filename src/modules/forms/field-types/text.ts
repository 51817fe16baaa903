import type { SafeHtml } from "../../../platform/html/html.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { TextField } from "../domain/form-definition.ts";
import type { Control } from "./field-type.ts";
import { textTexts } from "./i18n/text.ts";
import { defineTextType, renderTextInput } from "./text-field.ts";
import { textSamples } from "./text-samples.ts";

/** Any text, in one line or several. */
export const text = defineTextType({
  errors: { de: {}, en: {} },
  render: (field, control) =>
    field.multiline
      ? renderTextarea(field, control)
      : renderTextInput(field, control),
  scripts: ["character-counter"],
  samples: textSamples,
});

function renderTextarea(
  { maxLength, help }: TextField,
  { props, value }: Control,
): SafeHtml {
  if (maxLength === undefined) return textarea({ ...props, value });
  const t = textTexts(props.locale);
  const limit = t("limit", { max: maxLength });
  return textarea({
    ...props,
    hint: help === undefined ? limit : `${help} ${limit}`,
    counter: { max: maxLength, left: t("left"), over: t("over") },
    value,
  });
}
