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
  "image/tiff": "TIFF",
  "image/heic": "HEIC",
  "text/plain": "TXT",
  "application/vnd.oasis.opendocument.text": "ODT",
  "application/vnd.oasis.opendocument.spreadsheet": "ODS",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    "DOCX",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
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
    ${uploads.map((file) => uploadEntry(vorgangId, file, locale))}
  </ul>`;
}

export type Upload = SubmissionView["uploads"][number];

/** False for what holds malware, and what the scanner has not looked at. */
export function canOpen({ scan }: Pick<Upload, "scan">): boolean {
  return scan === "clean" || scan === "unscanned";
}

/** What is known to hold malware, or not known yet, is named without a link. */
function uploadEntry(
  vorgangId: string,
  file: Upload,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const type = typeNames[file.mediaType] ?? file.mediaType;
  const size = formatSize(file.sizeBytes, locale);
  const isOpen = canOpen(file);
  return html`<li>
    ${isOpen ? link(vorgaengePaths.upload(vorgangId, file.fileId), file.filename) : file.filename}
    (${t("vorgang.upload.size", { type, size })})
    ${isOpen && isShown(file.mediaType) && besideLink(vorgangId, file, locale)}
    ${file.scan !== "clean" && html`<br /><span class="portal-muted">${t(`vorgang.upload.scan.${file.scan}`)}</span>`}
  </li>`;
}

function besideLink(
  vorgangId: string,
  { fileId, filename }: Upload,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<br /><a
      class="kern-link"
      href="${vorgaengePaths.beside(vorgangId, fileId)}"
      >${t("vorgang.upload.beside")}<span class="kern-sr-only"
        >: ${filename}</span
      ></a
    >`;
}

/** Shown in the browser only when showing cannot run anything. */
export function isShown(mediaType: string): boolean {
  return ["application/pdf", "image/jpeg", "image/png"].includes(mediaType);
}
