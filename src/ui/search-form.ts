import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { button } from "./button.ts";

export type SearchFormProps = {
  /** Address that answers `GET ?<name>=…`. */
  readonly action: string;
  readonly name: string;
  /** Visible label, e.g. "Was möchten Sie erledigen?". */
  readonly label: string;
  readonly buttonLabel: string;
  readonly value?: string;
  readonly hint?: HtmlValue;
  /** Sent with it, unseen: what the list is narrowed to. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Ids stay unique when a page has two of them. */
  readonly id?: string;
  readonly autocomplete?: string;
  /** What a script offers while somebody types; `label` names the list for screen readers. */
  readonly suggest?: {
    readonly kind: "leistung" | "place";
    readonly label: string;
  };
};

/** Search field with its button; sends by GET, so that results can be linked and cached. */
export function searchForm(props: SearchFormProps): SafeHtml {
  const id = props.id ?? "search";
  const given = attributes({
    class: "kern-form-input__input",
    type: "search",
    id,
    name: props.name,
    value: props.value,
    autocomplete: props.autocomplete ?? "off",
    maxlength: 200,
    "data-suggest": props.suggest?.kind,
    "data-suggest-label": props.suggest?.label,
    "aria-describedby": props.hint === undefined ? undefined : `${id}-hint`,
  });
  return html`<form
    class="portal-search"
    role="search"
    action="${props.action}"
    method="get"
  >
    ${Object.entries(props.kept ?? {}).map(
      ([name, value]) =>
        html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <label class="kern-label kern-label--large" for="${id}"
      >${props.label}</label
    >
    ${props.hint !== undefined && html`<div class="kern-hint" id="${id}-hint">${props.hint}</div>`}
    <div class="portal-search__row">
      <input${given} />${button({ label: props.buttonLabel, icon: "search" })}
    </div>
  </form>`;
}
