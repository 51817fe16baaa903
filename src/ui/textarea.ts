import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { describedBy, fieldFrame, fieldId, type FieldProps } from "./field.ts";

export type TextareaProps = FieldProps & {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  /** Texts of the counter below, with `{count}`, where scripts run. Nothing is cut off. */
  readonly counter?: {
    readonly max: number;
    readonly left: string;
    readonly over: string;
  };
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
    "data-counter-max": props.counter?.max,
    "data-counter-left": props.counter?.left,
    "data-counter-over": props.counter?.over,
  });
  // A browser drops the first line break inside <textarea>; one of ours goes before the visitor's text so that theirs stays.
  return fieldFrame(
    props,
    html`<textarea${given}>${"\n"}${props.value}</textarea>`,
  );
}
