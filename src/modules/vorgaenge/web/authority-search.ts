import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { section } from "../../../ui/section.ts";
import type { Authority } from "../domain/authority.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { Authorities } from "../exchange-ports.ts";

/** Name of the search field. */
const wordsField = "suche";
const mostShown = 12;

export type FoundAuthorities = {
  readonly words: string;
  readonly found: readonly Authority[];
  readonly suggested: readonly Authority[];
};

/** What the address asks for; suggestions until somebody searches. The own authority is never among them. */
export async function findAuthorities(
  authorities: Authorities,
  query: URLSearchParams,
  suggest: () => Promise<readonly Authority[]>,
): Promise<FoundAuthorities> {
  const words = (query.get(wordsField) ?? "").trim().slice(0, 200);
  return {
    words,
    found: await authorities.search(words, mostShown),
    suggested: words === "" ? await suggest() : [],
  };
}

/** An authority of the installation, chosen by its name: a field, and links with how to reach each of them. */
export function authoritySearch(
  { words, found, suggested }: FoundAuthorities,
  place: {
    /** Address of the page. */
    readonly action: string;
    readonly hrefOf: (tenantId: string) => string;
    readonly ownTenantId: string;
    readonly locale: Locale;
  },
): SafeHtml {
  const { action, locale, ownTenantId } = place;
  const t = vorgaengeTexts(locale);
  const others = found.filter(({ tenantId }) => tenantId !== ownTenantId);
  const entries = (them: readonly Authority[]) =>
    html`<ul class="portal-list portal-messages" role="list">
      ${them.map((it) => html`<li>${entry(it, place.hrefOf(it.tenantId))}</li>`)}
    </ul>`;
  return html`${searchForm({
    action,
    name: wordsField,
    label: t("hand-over.search"),
    buttonLabel: t("hand-over.search.button"),
    value: words,
  })}
  ${
    words !== "" &&
    section({
      title: t("hand-over.results"),
      body:
        others.length === 0
          ? html`<p class="kern-body">${t("hand-over.nothing")}</p>`
          : entries(others),
    })
  }
  ${
    suggested.length > 0 &&
    section({
      title: t("hand-over.suggested"),
      body: html`<p class="kern-body">${t("hand-over.suggested.why")}</p>
        ${entries(suggested)}`,
    })
  }`;
}

function entry(authority: Authority, href: string): SafeHtml {
  return html`<p class="kern-body">
    <strong>${link(href, authority.name)}</strong
    ><br />${contactLine(authority)}
  </p>`;
}

/** Place, telephone and address in one line, to make sure that it is the right one. */
export function contactLine({ place, phone, email }: Authority): string {
  return [place, phone, email].join(" · ");
}
