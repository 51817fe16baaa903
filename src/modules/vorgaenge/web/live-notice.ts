import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { attributes } from "../../../ui/attributes.ts";
import { formatQueueQuery } from "../domain/queue-query.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import { queueHref } from "./queue-href.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Name in the address: since when, in milliseconds. */
export const sinceField = "seit";

/** Says how much has become new in this list since it was made; stays empty without scripts. Rows never move by themselves. */
export function liveNotice({ locale, query, now }: QueuePageProps): SafeHtml {
  const t = worklistTexts(locale);
  const here = { ...query, after: undefined };
  const asked = new URLSearchParams(formatQueueQuery(here));
  asked.set(sinceField, String(now.getTime()));
  const given = attributes({
    class: "portal-queue-live",
    role: "status",
    "data-live": `${vorgaengePaths.news}?${asked.toString()}`,
    "data-live-one": t("live.one"),
    "data-live-many": t("live.many"),
    "data-live-show": t("live.show"),
    "data-live-href": queueHref(here),
  });
  return html`<div${given}></div>`;
}
