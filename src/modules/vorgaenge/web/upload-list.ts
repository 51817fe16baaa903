import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { SubmissionView } from "../ports.ts";

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

/** Where a file opens alone, and where beside the answers. */
export type FileLinks = {
  readonly href: (fileId: string) => string;
  readonly besideHref?: (fileId: string) => string;
};

/** Uploaded files with type and size. */
export function uploadList(
  uploads: SubmissionView["uploads"],
  locale: Locale,
  links: FileLinks,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  if (uploads.length === 0) {
    return html`<p class="kern-body">${t("vorgang.uploads.none")}</p>`;
  }
  return html`<ul class="kern-list">
    ${uploads.map((file) => uploadEntry(file, locale, links))}
  </ul>`;
}

export type Upload = SubmissionView["uploads"][number];

/** False for what holds malware, and what the scanner has not looked at. */
export function canOpen({ scan }: Pick<Upload, "scan">): boolean {
  return scan === "clean" || scan === "unscanned";
}

/** What is known to hold malware, or not known yet, is named without a link. */
function uploadEntry(
  file: Upload,
  locale: Locale,
  { href, besideHref }: FileLinks,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const type = typeNames[file.mediaType] ?? file.mediaType;
  const size = formatSize(file.sizeBytes, locale);
  const isOpen = canOpen(file);
  return html`<li>
    ${isOpen ? link(href(file.fileId), file.filename) : file.filename}
    (${t("vorgang.upload.size", { type, size })})
    ${isOpen && besideHref !== undefined && isShown(file.mediaType) && besideLink(besideHref(file.fileId), file, locale)}
    ${file.scan !== "clean" && html`<br /><span class="portal-muted">${t(`vorgang.upload.scan.${file.scan}`)}</span>`}
  </li>`;
}

function besideLink(
  href: string,
  { filename }: Upload,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<br /><a class="kern-link" href="${href}"
      >${t("vorgang.upload.beside")}<span class="kern-sr-only"
        >: ${filename}</span
      ></a
    >`;
}

/** Shown in the browser only when showing cannot run anything. */
export function isShown(mediaType: string): boolean {
  return ["application/pdf", "image/jpeg", "image/png"].includes(mediaType);
}
