import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { SubmissionView } from "../ports.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

const typeNames: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
};

/** Uploaded files with type and size. */
export function uploadList(
  vorgangId: string,
  uploads: SubmissionView["uploads"],
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  if (uploads.length === 0) {
    return html`<p class="kern-body">${t("vorgang.uploads.none")}</p>`;
  }
  return html`<ul class="kern-list">
    ${uploads.map((file) => {
      const type = typeNames[file.mediaType] ?? file.mediaType;
      const size = formatSize(file.sizeBytes, locale);
      return html`<li>
        ${link(vorgaengePaths.upload(vorgangId, file.fileId), file.filename)}
        (${t("vorgang.upload.size", { type, size })})
      </li>`;
    })}
  </ul>`;
}
