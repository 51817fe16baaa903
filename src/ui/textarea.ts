import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { describedBy, fieldFrame, fieldId, type FieldProps } from "./field.ts";

export type TextareaProps = FieldProps & {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
};

/** Several lines of text. */
export function textarea(props: TextareaProps): SafeHtml {
  const id = fieldId(props);
  const given = attributes({
    class: classes(
      "kern-form-input__input",
      props.error !== undefined && "kern-form-input__input--error",
    ),
    id,
    name: props.name,
    rows: props.rows ?? 5,
    maxlength: props.maxLength,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.error === undefined ? undefined : "true",
  });
  // A browser drops the first line break inside <textarea>; one of ours goes before the visitor's text so that theirs stays.
  return fieldFrame(
    props,
    html`<textarea${given}>${"\n"}${props.value}</textarea>`,
  );
}
