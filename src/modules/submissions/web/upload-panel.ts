import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { heading } from "../../../ui/heading.ts";
import {
  actionField,
  describeFieldError,
  listFiles,
  type FieldError,
} from "../../forms/index.ts";
import { partBytes } from "../domain/upload-limits.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Draft } from "../domain/draft.ts";
import type { PendingUpload } from "../use-cases/pending-upload.ts";
import type { DraftUploads } from "../use-cases/read-draft-uploads.ts";
import { uploadPath } from "./upload-routes.ts";

/** Scripts of a page with file fields: the client of the protocol, and what uses it. */
export const uploadScripts = ["tus-client", "upload-files"] as const;

const discardPrefix = "discard:";

/** Id of the upload that a button of a step wants to be thrown away. */
export function discardedUpload(action: string | null): string | undefined {
  return action?.startsWith(discardPrefix) === true
    ? action.slice(discardPrefix.length)
    : undefined;
}

export type UploadPanelProps = {
  readonly draft: Draft;
  readonly uploads: DraftUploads;
  readonly malware: readonly FieldError[];
  readonly isScanning: boolean;
  readonly locale: Locale;
};

/**
 * What a page with file fields says about uploads, and what its script needs to know: address, size of a part, words. Without the script
 * it lists what did not arrive completely; with it each entry moves to its field.
 */
export function uploadPanel(props: UploadPanelProps): SafeHtml {
  const { draft, uploads, malware, isScanning, locale } = props;
  const t = submissionsTexts(locale);
  const waiting = listFiles(draft.answers).filter(
    ({ fileId }) => uploads.scans.get(fileId) === "unscanned",
  );
  return html`<div
    id="uploads"
    class="portal-uploads"
    data-endpoint="${uploadPath(draft.leistungSlug)}"
    data-intake="${draft.isIntake ? draft.id : ""}"
    data-part-bytes="${partBytes}"
    data-texts="${JSON.stringify(scriptTexts(locale))}"
  >
    ${
      malware.length > 0 &&
      alert({
        kind: "danger",
        title: t("upload.malware.title"),
        body: html`<ul class="kern-list">
          ${malware.map((error) => html`<li><a class="kern-link" href="#${error.path}">${describeFieldError(error, locale)}</a></li>`)}
        </ul>`,
      })
    }
    ${isScanning && waiting.length > 0 && html`<p class="kern-hint">${t("upload.scan-waiting", { files: waiting.map(({ filename }) => filename).join(", ") })}</p>`}
    ${!isScanning && html`<p class="kern-hint">${t("upload.scan-off")}</p>`}
    ${uploads.pending.length > 0 && unfinished(uploads.pending, locale)}
  </div>`;
}

function unfinished(
  pending: readonly PendingUpload[],
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<div class="portal-unfinished">
    ${heading(2, t("upload.unfinished.title"))}
    <p class="kern-body">${t("upload.unfinished.body")}</p>
    <ul class="portal-list" role="list">
      ${pending.map((upload) => unfinishedEntry(upload, locale))}
    </ul>
  </div>`;
}

function unfinishedEntry(
  {
    id,
    fieldPath,
    filename,
    sizeBytes,
    receivedBytes,
    lastModified,
  }: PendingUpload,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  const percent = Math.floor((receivedBytes / sizeBytes) * 100);
  return html`<li
    class="portal-kept-file"
    data-upload="${id}"
    data-field="${fieldPath}"
    data-filename="${filename}"
    data-size="${sizeBytes}"
    data-received="${receivedBytes}"
    data-last-modified="${lastModified}"
  >
    <span class="portal-kept-file__name"
      >${filename}
      <span class="portal-muted"
        >(${t("upload.unfinished.state", { percent, size: formatSize(sizeBytes, locale) })})</span
      ></span
    >
    ${button({ label: t("upload.discard"), context: filename, variant: "tertiary", icon: "delete", name: actionField, value: `${discardPrefix}${id}` })}
  </li>`;
}

/** Words of the script, by the names it knows them by. */
function scriptTexts(locale: Locale): Record<string, string> {
  const t = submissionsTexts(locale);
  return {
    waiting: t("upload.state.waiting"),
    progress: t("upload.state.progress"),
    checking: t("upload.state.checking"),
    done: t("upload.state.done"),
    paused: t("upload.state.paused"),
    broken: t("upload.state.broken"),
    retrying: t("upload.state.retrying"),
    again: t("upload.state.again"),
    failed: t("upload.state.failed"),
    secondsLeft: t("upload.left.seconds"),
    minuteLeft: t("upload.left.minute"),
    minutesLeft: t("upload.left.minutes"),
    pause: t("upload.pause"),
    resume: t("upload.resume"),
    retry: t("upload.retry"),
    cancel: t("upload.cancel"),
    list: t("upload.list"),
    started: t("upload.announce.started"),
    startedMany: t("upload.announce.started-many"),
    half: t("upload.announce.half"),
    arrived: t("upload.announce.arrived"),
    cancelled: t("upload.announce.cancelled"),
    sendWaiting: t("upload.send.waiting"),
    sendBlocked: t("upload.send.blocked"),
  };
}
