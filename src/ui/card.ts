import {
  html,
  uncheckedHtml,
  type HtmlValue,
  type SafeHtml,
} from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { icon, type IconName } from "./icon.ts";

export type CardProps = {
  readonly title: string;
  /** Language of what is in it, where that is not the page's. */
  readonly lang?: string;
  /** The whole card leads there. */
  readonly href?: string;
  /** Small line above the title. */
  readonly preline?: string;
  readonly body?: HtmlValue;
  readonly footer?: HtmlValue;
  readonly icon?: IconName;
  /** Small picture at the right, such as a crest; says nothing that the title does not say. */
  readonly picture?: SafeHtml;
  /** Level of the title's heading; 2 by default. */
  readonly level?: 2 | 3 | 4;
};

/** One thing among others, with its title as the link. */
export function card(props: CardProps): SafeHtml {
  const classNames = classes(
    "kern-card",
    "kern-card--small",
    "portal-card",
    props.href !== undefined && "kern-card--interactive",
  );
  const given = attributes({ class: classNames, lang: props.lang });
  return html`<article${given}>
    <div class="kern-card__container">
      <header class="kern-card__header">
        ${props.icon !== undefined && icon(props.icon, "large")}
        ${props.preline !== undefined && html`<p class="kern-preline">${props.preline}</p>`}
        ${cardTitle(props)}
      </header>
      ${props.body !== undefined && html`<div class="kern-card__body">${cardBody(props.body)}</div>`}
      ${props.footer !== undefined && html`<footer class="kern-card__footer">${props.footer}</footer>`}
    </div>
    ${props.picture !== undefined && html`<div class="portal-card__picture" aria-hidden="true">${props.picture}</div>`}
  </article>`;
}

/** Cards beside each other, as many as fit; a list, so that screen readers say how many there are. */
export function cardGrid(cards: readonly SafeHtml[]): SafeHtml {
  return html`<ul class="portal-list portal-cards" role="list">
    ${cards.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

function cardTitle(props: CardProps): SafeHtml {
  const tag = uncheckedHtml(`h${String(props.level ?? 2)}`);
  const title =
    props.href === undefined
      ? html`${props.title}`
      : html`<a
          class="kern-link kern-link--stretched kern-link--no-visited-state"
          href="${props.href}"
          >${props.title}</a
        >`;
  return html`<${tag} class="kern-title">${title}</${tag}>`;
}

function cardBody(body: HtmlValue): HtmlValue {
  return typeof body === "string"
    ? html`<p class="kern-body">${body}</p>`
    : body;
}
