import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { postfachTexts } from "../i18n/texts.ts";
import { canOpen } from "../use-cases/open-document.ts";
import type { ThreadDocument } from "../use-cases/read-thread.ts";
import { below } from "./postfach-paths.ts";

/** Files of a message; what must not be opened is named without a link. */
export function documentList(
  documents: readonly ThreadDocument[],
  { base, locale }: { readonly base: string; readonly locale: Locale },
): SafeHtml | false {
  if (documents.length === 0) return false;
  const t = postfachTexts(locale);
  return html`<p class="kern-label">${t("document.list")}</p>
    <ul class="kern-list">
      ${documents.map(
        (document) =>
          html`<li>
            ${canOpen(document) ? link(`${base}${below.document(document.id)}`, document.filename) : document.filename}
            (${formatSize(document.sizeBytes, locale)})
            ${
              document.scan !== "clean" &&
              html`<span class="portal-muted"
                >${t(`document.${document.scan}`)}</span
              >`
            }
          </li>`,
      )}
    </ul>`;
}
