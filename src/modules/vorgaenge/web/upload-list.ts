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

type Upload = SubmissionView["uploads"][number];

/** What is known to hold malware, or not known yet, is named without a link. */
function uploadEntry(
  vorgangId: string,
  file: Upload,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const type = typeNames[file.mediaType] ?? file.mediaType;
  const size = formatSize(file.sizeBytes, locale);
  const canOpen = file.scan === "clean" || file.scan === "unscanned";
  return html`<li>
    ${canOpen ? link(vorgaengePaths.upload(vorgangId, file.fileId), file.filename) : file.filename}
    (${t("vorgang.upload.size", { type, size })})
    ${file.scan !== "clean" && html`<br /><span class="portal-muted">${t(`vorgang.upload.scan.${file.scan}`)}</span>`}
  </li>`;
}
