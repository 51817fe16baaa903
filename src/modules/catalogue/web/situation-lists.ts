import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { heading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import {
  audiences,
  type Audience,
  type Situation,
} from "../domain/situations/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { situationPath } from "./situation-path.ts";

/** Topics, those of citizens and of businesses apart: whoever runs a business looks for other things than whoever lives here. */
export function situationLists(
  found: readonly Situation[],
  locale: Locale,
): SafeHtml | undefined {
  if (found.length === 0) return undefined;
  const t = catalogueTexts(locale);
  return section({
    title: t("home.situations"),
    isWide: true,
    body: html`<div class="portal-apart">
      ${audiences.map((audience) =>
        listOf(
          audience,
          found.filter((it) => it.audience === audience),
          locale,
        ),
      )}
    </div>`,
  });
}

function listOf(
  audience: Audience,
  found: readonly Situation[],
  locale: Locale,
): SafeHtml | false {
  const title = catalogueTexts(locale)(`home.audience.${audience}`);
  return (
    found.length > 0 &&
    html`<div>
      ${heading(3, title)}
      <ul class="portal-list portal-chips" role="list">
        ${found.map(
          (situation) =>
            html`<li>
              <a class="portal-chip" href="${situationPath(situation)}"
                >${inLanguage(situation.names, locale).text}</a
              >
            </li>`,
        )}
      </ul>
    </div>`
  );
}
