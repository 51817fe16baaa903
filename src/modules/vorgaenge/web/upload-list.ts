import { html, type SafeHtml } from "../../../platform/html/html.ts";
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
      const size = sizeWords(file.sizeBytes, locale);
      return html`<li>
        ${link(vorgaengePaths.upload(vorgangId, file.fileId), file.filename)}
        (${t("vorgang.upload.size", { type, size })})
      </li>`;
    })}
  </ul>`;
}

/** `121 kB`, `3,4 MB`. */
function sizeWords(bytes: number, locale: Locale): string {
  const isSmall = bytes < 1_000_000;
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  });
  return format.format(Math.max(bytes / (isSmall ? 1000 : 1_000_000), 1));
}
