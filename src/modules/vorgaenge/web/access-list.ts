import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { table } from "../../../ui/table.ts";
import { readingRoles, type ReadingRole } from "../domain/reading-role.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import {
  openingActions,
  type PublicStatus,
} from "../use-cases/read-public-status.ts";

/** When the authority looked at what was sent, folded: one may know, and need not. */
export function accessList(
  { accesses }: PublicStatus,
  authority: string,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return accordion({
    title: t("accesses.title"),
    body: html`${
        accesses.length === 0
          ? html`<p class="kern-body">${t("accesses.none")}</p>`
          : table({
              caption: t("accesses.title"),
              isCaptionHidden: true,
              columns: [
                { label: t("accesses.at") },
                { label: t("accesses.who") },
                { label: t("accesses.what") },
              ],
              rows: accesses.map(({ at, action, role, authority: other }) => ({
                cells: [
                  formatDateTime(at, locale),
                  t(`accesses.${roleOf(role)}`, {
                    authority: other ?? authority,
                  }),
                  wordOf(action, locale),
                ],
              })),
            })
      }
      <p class="kern-body portal-muted">${t("accesses.hint")}</p>`,
  });
}

function roleOf(role: string | undefined): ReadingRole | "staff" {
  return readingRoles.find((it) => it === role) ?? "staff";
}

function wordOf(action: string, locale: Locale): string {
  const known = openingActions.find((it) => it === action);
  return known === undefined
    ? action
    : vorgaengeTexts(locale)(`access.${known}`);
}
