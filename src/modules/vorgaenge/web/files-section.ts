import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { SubmissionView, VorgangSection } from "../ports.ts";
import { canOpen, isShown, uploadList, type Upload } from "./upload-list.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** What was uploaded; what a browser shows opens beside the answers. */
export function filesSection(
  vorgangId: string,
  { uploads }: Pick<SubmissionView, "uploads">,
  locale: Locale,
): VorgangSection {
  return {
    id: "dateien",
    title: vorgaengeTexts(locale)("vorgang.uploads"),
    body: uploadList(uploads, locale, {
      href: (fileId) => vorgaengePaths.upload(vorgangId, fileId),
      besideHref: (fileId) => vorgaengePaths.beside(vorgangId, fileId),
    }),
  };
}

/** The file that is asked for in the address; undefined where it cannot be shown. */
export function shownFile(
  uploads: SubmissionView["uploads"],
  fileId: string | null,
): Upload | undefined {
  const file = uploads.find((upload) => upload.fileId === fileId);
  return file && canOpen(file) && isShown(file.mediaType) ? file : undefined;
}

/** A file beside the answers, with a link for browsers that show none inside of a page. */
export function fileViewer(
  vorgangId: string,
  file: Upload,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const href = vorgaengePaths.upload(vorgangId, file.fileId);
  const picture = file.mediaType !== "application/pdf";
  return html`<section
    class="portal-viewer"
    id="datei"
    aria-label="${t("vorgang.viewer", { filename: file.filename })}"
  >
    <p class="portal-viewer__bar">
      <strong class="portal-break">${file.filename}</strong>
      ${link(href, t("vorgang.viewer.alone"))}
      ${link(`${vorgaengePaths.vorgang(vorgangId)}#dateien`, t("vorgang.viewer.close"))}
    </p>
    ${
      picture
        ? html`<div class="portal-viewer__file">
            <img src="${href}" alt="${file.filename}" />
          </div>`
        : html`<iframe
            class="portal-viewer__file"
            src="${href}"
            title="${file.filename}"
          ></iframe>`
    }
  </section>`;
}
