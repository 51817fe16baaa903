import { html } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { ListSimilar, VorgangSections } from "../ports.ts";
import { listSimilarVorgaenge } from "../use-cases/list-similar-vorgaenge.ts";
import { stateBadge } from "./state-words.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** On the page of a Vorgang: what the same person has applied for before or since. Nothing where there is nothing. */
export function similarSections(listSimilar: ListSimilar): VorgangSections {
  return async (context, place) => {
    const { days, vorgaenge: similar } = await listSimilarVorgaenge(
      context,
      place,
      listSimilar,
    );
    if (similar.length === 0) return {};
    const { locale } = place;
    const t = vorgaengeTexts(locale);
    const entries = similar.map(({ vorgang, stateNames }) => {
      const text = t("similar.entry", {
        leistung: vorgang.leistungTitle,
        reference: vorgang.reference,
        date: formatDate(vorgang.receivedAt, locale),
      });
      return html`<li>
        ${link(vorgaengePaths.vorgang(vorgang.id), text)}
        ${stateBadge(vorgang.state, locale, stateNames)}
      </li>`;
    });
    return {
      content: [
        {
          id: "weitere-antraege",
          title: t("similar.title"),
          body: html`<p class="kern-body">${t("similar.body", { days })}</p>
            <ul class="kern-list kern-list--bullet">
              ${entries}
            </ul>`,
        },
      ],
    };
  };
}
