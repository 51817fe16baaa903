import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { icon, type IconName } from "./icon.ts";

/** `primary` at most once per page: the one thing to do here. */
export type ButtonVariant = "primary" | "secondary" | "tertiary";

export type ButtonProps = {
  readonly label: string;
  /** Said to screen readers after the label, where sight tells what the button belongs to: "Löschen" of which file? */
  readonly context?: string;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  /** Sent with the form when this button was used. */
  readonly name?: string;
  readonly value?: string;
  readonly type?: "submit" | "button";
  /** Sends the form to another address than its own. */
  readonly formAction?: string;
  /** Full width. */
  readonly isBlock?: boolean;
  readonly id?: string;
};

/** Button of a form; `submit` and `primary` unless told otherwise. */
export function button(props: ButtonProps): SafeHtml {
  const given = attributes({
    type: props.type ?? "submit",
    class: buttonClass(props),
    name: props.name,
    value: props.value,
    formaction: props.formAction,
    id: props.id,
  });
  return html`<button${given}>${content(props)}</button>`;
}

export type LinkButtonProps = Pick<
  ButtonProps,
  "label" | "context" | "variant" | "icon" | "isBlock" | "id"
> & {
  readonly href: string;
};

/** A link that looks like a button: leads somewhere, changes nothing. */
export function linkButton(props: LinkButtonProps): SafeHtml {
  const given = attributes({
    href: props.href,
    class: buttonClass(props),
    id: props.id,
  });
  return html`<a${given}>${content(props)}</a>`;
}

/** Buttons side by side; the primary one first. */
export function buttonRow(...buttons: readonly (SafeHtml | false)[]): SafeHtml {
  return html`<div class="kern-btn-wrapper portal-buttons">${buttons}</div>`;
}

function buttonClass(props: Pick<ButtonProps, "variant" | "isBlock">): string {
  return classes(
    "kern-btn",
    `kern-btn--${props.variant ?? "primary"}`,
    props.isBlock === true && "kern-btn--block",
  );
}

function content(
  props: Pick<ButtonProps, "label" | "context" | "icon">,
): SafeHtml {
  return html`${props.icon === undefined ? undefined : icon(props.icon)}<span
      class="kern-label"
      >${props.label}${
        props.context !== undefined &&
        html`<span class="kern-sr-only">: ${props.context}</span>`
      }</span
    >`;
}
