import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatClock } from "../../../platform/i18n/dates.ts";
import {
  page,
  redirect,
  type Cookie,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { lookAtQueue, type Standing } from "../../admission/index.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { ShowNoLeistung } from "../ports.ts";
import { countAtWork } from "../use-cases/count-at-work.ts";
import { antragPath } from "./antrag-request.ts";
import { sharedDeviceField } from "./draft-cookie.ts";

/** Without scripts the page asks again so often; with them it is looked at three times as often. */
const refreshSeconds = 30;
const ticketSeconds = 24 * 3600;
const sharedQuery = "geteilt";

const ticketCookie = (leistungSlug: string) => `warten-${leistungSlug}`;

/** The number that this browser holds in the queue before a Leistung. */
export function ticketOf(
  { cookies }: Pick<PortalRequest, "cookies">,
  leistungSlug: string,
): string | undefined {
  return cookies[ticketCookie(leistungSlug)];
}

/** A used number is of no more use. */
export function ticketUsed(leistungSlug: string): Cookie {
  return { name: ticketCookie(leistungSlug), value: "" };
}

/** To the waiting page, with a number. */
export function leadToQueue(
  { fields }: PortalRequest,
  leistungSlug: string,
  ticket: string,
): Reply {
  const isShared = fields.get(sharedDeviceField) === "true";
  const cookie = {
    name: ticketCookie(leistungSlug),
    value: ticket,
    maxAgeSeconds: ticketSeconds,
  };
  return redirect(
    antragPath(leistungSlug, `/warten${isShared ? `?${sharedQuery}` : ""}`),
    [cookie],
  );
}

/** Who waits sees the place in the queue, and begins from here when it is their turn. */
export async function showWaiting(
  request: PortalRequest,
  showNoLeistung: ShowNoLeistung,
): Promise<Reply> {
  const { context, locale } = request;
  const slug = request.params["name"] ?? "";
  const leistung = await findLeistungHead(context, slug);
  if (!leistung) return showNoLeistung(request);
  const standing = await lookAtQueue(context, {
    leistungSlug: slug,
    ticket: ticketOf(request, slug),
    countAtWork,
  });
  if (standing.kind === "open") return redirect(antragPath(slug));
  const t = submissionsTexts(locale);
  const title = t(`waiting.${standing.kind}.title`);
  return page({
    title: `${title}: ${leistung.title}`,
    section: "/leistungen",
    scripts: ["waiting-room"],
    refreshSeconds: standing.kind === "waiting" ? refreshSeconds : undefined,
    main: html`<div data-standing="${standing.kind}">
      ${pageHeading({ title, preline: leistung.title })}
      <div role="status">${told(standing, request)}</div>
      ${standing.kind === "waiting" ? rules(request) : beginForm(request, standing.kind)}
    </div>`,
  });
}

function told(
  standing: Exclude<Standing, { kind: "open" }>,
  { locale }: PortalRequest,
): SafeHtml {
  const t = submissionsTexts(locale);
  if (standing.kind === "missed")
    return html`<p>${t("waiting.missed.body")}</p>`;
  if (standing.kind === "called")
    return html`<p>
      ${t("waiting.called.body", { time: formatClock(standing.until, locale) })}
    </p>`;
  const { position, minutes } = standing;
  return html`<p>
      <strong>${t("waiting.position", { position })}</strong>
    </p>
    <p>${lasting(minutes, t)}</p>`;
}

function lasting(
  minutes: number | undefined,
  t: ReturnType<typeof submissionsTexts>,
): string {
  if (minutes === undefined) return t("waiting.unknown");
  return minutes === 1
    ? t("waiting.minute")
    : t("waiting.minutes", { minutes });
}

function rules({ locale }: PortalRequest): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<p>${t("waiting.why")}</p>
    <ul class="kern-list kern-list--bullet">
      <li>${t("waiting.rule.order")}</li>
      <li>${t("waiting.rule.stay")}</li>
      <li>${t("waiting.rule.begin")}</li>
    </ul>`;
}

function beginForm(
  { locale, params, query }: PortalRequest,
  kind: "called" | "missed",
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form method="post" action="${antragPath(params["name"] ?? "")}">
    ${query.has(sharedQuery) && html`<input type="hidden" name="${sharedDeviceField}" value="true" />`}
    ${button({ label: t(`waiting.${kind}.button`) })}
  </form>`;
}
