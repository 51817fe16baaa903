import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { button } from "./button.ts";
import { classes } from "./classes.ts";
import { describedBy, fieldFrame, fieldId, type FieldProps } from "./field.ts";
import { icon } from "./icon.ts";
import { uiTexts } from "./i18n/texts.ts";

/** A file that is already with us. */
export type KeptFile = {
  readonly filename: string;
  /** E.g. "PDF, 240 KB". */
  readonly detail: string;
  /** Name and value of the button that removes it; without it the file stays. */
  readonly remove?: { readonly name: string; readonly value: string };
};

export type FileInputProps = FieldProps & {
  /** Media types and endings for the browser's file dialog; the server checks the content again. */
  readonly accept?: string;
  readonly allowsMany?: boolean;
  readonly kept?: readonly KeptFile[];
};

/** Upload; what was sent before is listed and can be taken away. */
export function fileInput(props: FileInputProps): SafeHtml {
  const id = fieldId(props);
  const input = html`<input${attributes({
    class: classes(
      "kern-form-input__input",
      "portal-file-input",
      props.error !== undefined && "kern-form-input__input--error",
    ),
    id,
    name: props.name,
    type: "file",
    accept: props.accept,
    multiple: props.allowsMany === true,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.error === undefined ? undefined : "true",
  })} />`;
  return html`<div class="portal-file-field">
    ${fieldFrame(props, input)}${keptFiles(props)}
  </div>`;
}

/** A place of its own also when it is empty: what a script uploads appears there. */
function keptFiles(props: FileInputProps): SafeHtml {
  const kept = props.kept ?? [];
  return html`<div data-kept-files>
    ${
      kept.length > 0 &&
      html`<p class="kern-body">${uiTexts(props.locale)("file.kept")}</p>
        <ul class="portal-list" role="list">
          ${kept.map((file) => keptFile(file, props))}
        </ul>`
    }
  </div>`;
}

function keptFile(file: KeptFile, props: FileInputProps): SafeHtml {
  const label = uiTexts(props.locale)("file.remove");
  const context = `${file.filename} (${props.label})`;
  return html`<li class="portal-kept-file">
    ${icon("draft")}<span class="portal-kept-file__name"
      >${file.filename} <span class="portal-muted">(${file.detail})</span></span
    >
    ${
      file.remove !== undefined &&
      button({
        ...file.remove,
        label,
        context,
        variant: "tertiary",
        icon: "delete",
      })
    }
  </li>`;
}
