import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { button } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { linkKinds, type VorgangLink } from "../domain/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import { stateBadge } from "./state-words.ts";
import { errorAt } from "./vorgang-input.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const linkFields = { reference: "nummer", kind: "art" } as const;

/** Other Vorgänge that this one is tied to, in both directions, and tying more. */
export function linksSection(props: VorgangPageProps): VorgangSection {
  const { locale, opened, mayEdit } = props;
  const t = vorgaengeTexts(locale);
  const { links } = opened.collaboration;
  return {
    id: "verknuepft",
    title: t("links.title"),
    body: html`${
      links.length === 0
        ? html`<p class="portal-muted">${t("links.none")}</p>`
        : html`<ul class="portal-list portal-messages" role="list">
            ${links.map((it) => entry(it, props))}
          </ul>`
    }
    ${mayEdit && form(props)}`,
  };
}

function entry(
  { kind, isOutgoing, other, stateNames }: VorgangLink,
  { locale, opened, mayEdit }: VorgangPageProps,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const words = t(isOutgoing ? `link.${kind}` : `link.reverse.${kind}`);
  return html`<li>
    <p class="kern-body">
      ${words} ${link(vorgaengePaths.vorgang(other.id), other.reference)}
      ${stateBadge(other.state, locale, stateNames)}<br />${other.leistungTitle}
    </p>
    ${
      mayEdit &&
      html`<form
        method="post"
        action="${vorgaengePaths.linkRemoval(opened.vorgang.id, other.id)}"
      >
        ${button({
          label: t("links.remove"),
          context: other.reference,
          variant: "tertiary",
        })}
      </form>`
    }
  </li>`;
}

function form({ locale, opened, input }: VorgangPageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const typed = input.form?.typed ?? {};
  const error = errorAt(input, linkFields.reference);
  return html`<details class="portal-fold" ${error !== undefined && "open"}>
    <summary>${t("links.add")}</summary>
    <form
      method="post"
      action="${vorgaengePaths.links(opened.vorgang.id)}"
      novalidate
    >
      ${select({
        name: linkFields.kind,
        label: t("links.kind"),
        emptyLabel: t("link.belongs-to"),
        options: linkKinds
          .filter((kind) => kind !== "belongs-to")
          .map((kind) => ({ value: kind, label: t(`link.${kind}`) })),
        value: typed[linkFields.kind] ?? "",
        locale,
      })}
      ${textInput({
        name: linkFields.reference,
        label: t("links.reference"),
        value: typed[linkFields.reference] ?? "",
        width: 20,
        spellCheck: false,
        error,
        locale,
      })}
      ${button({ label: t("links.save"), variant: "secondary" })}
    </form>
  </details>`;
}
