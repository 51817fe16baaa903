import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { link } from "../../../ui/link.ts";
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import type { Leistung } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";

export type HandedOverInput = {
  readonly leistung: Leistung;
  readonly portal: Portal;
  /** Portals of the authorities right below this one. */
  readonly communes: readonly Portal[];
  readonly baseUrl: string;
  readonly locale: Locale;
};

/** Says that the town decides, and leads to the portals of the towns and to the finder. Links search there, because another portal may name the Leistung differently. */
export function handedOver(input: HandedOverInput): SafeHtml {
  const { leistung, portal, communes, baseUrl, locale } = input;
  const t = catalogueTexts(locale);
  const query = new URLSearchParams({ q: leistung.title }).toString();
  const addressOf = (target: Pick<Portal, "host">) =>
    addressOfPortal(baseUrl, portal, target);
  return html`${alert({
      kind: "info",
      title: t("leistung.handed-over.title"),
      body: t("leistung.handed-over.body", { name: portal.name }),
    })}
    <ul>
      ${communes.map(
        (commune) =>
          html`<li>
            ${link(`${addressOf(commune)}/leistungen?${query}`, commune.name)}
          </li>`,
      )}
      <li>
        ${link(`${addressOf({ host: "" })}/`, t("home.responsible.finder-link"))}
      </li>
    </ul>`;
}
