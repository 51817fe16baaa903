import type { SafeHtml } from "../../../../platform/html/html.ts";
import { checkboxes } from "../../../../ui/checkbox.ts";
import type { FieldProps } from "../../../../ui/field.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { largestFileBytes, mediaTypes } from "../../domain/form-definition.ts";
import { describeTypes } from "../../field-types/describe-types.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";

type Props = FieldProps & { readonly value: string };

/** How large a file may be, in megabytes. */
export function sizeInput(props: Props): SafeHtml {
  const t = editorTexts(props.locale);
  return textInput({
    ...props,
    hint: t("element.maxMegabytes.hint", { max: largestFileBytes / 1_000_000 }),
    isOptional: false,
    inputMode: "decimal",
    width: 6,
    suffix: "MB",
  });
}

/** Which kinds of files are taken; the value has one a line. */
export function mediaTypeBoxes(props: Props): SafeHtml {
  return checkboxes({
    ...props,
    isOptional: false,
    values: props.value.split("\n"),
    options: mediaTypes.map((value) => ({
      value,
      label: describeTypes([value], props.locale),
    })),
  });
}
