import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { admissionTexts } from "../i18n/texts.ts";
import type { CountAtWork } from "../use-cases/enter.ts";
import {
  admissionPermission,
  removeLimit,
  saveLimit,
  viewLimits,
  type LimitRefusal,
  type ShownLimit,
} from "../use-cases/limits.ts";

const limitsPath = "/verwaltung/andrang";
const leistungField = "leistung";
const placesField = "plaetze";

/** For administrators and editors of an authority: where how many may fill in, and who waits. */
export function limitRoutes(countAtWork: CountAtWork): readonly Route[] {
  const route = (
    method: "GET" | "POST",
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({
    method,
    path: `${limitsPath}${path}`,
    audience: "staff",
    permission: admissionPermission,
    handle,
  });
  return [
    route("GET", "", (request) => show(request, countAtWork)),
    route("POST", "", (request) => save(request, countAtWork)),
    route("POST", "/:name/aufheben", remove),
  ];
}

async function save(
  request: PortalRequest,
  countAtWork: CountAtWork,
): Promise<Reply> {
  const typed = typedOf(request);
  const saved = await saveLimit(request.context, typed);
  if (saved.ok) return redirect(`${limitsPath}?gespeichert`);
  if (saved.refusal.kind === "not-permitted") return showError(403);
  return show(request, countAtWork, saved.refusal.kind);
}

async function remove({ context, params }: PortalRequest): Promise<Reply> {
  const isRemoved = await removeLimit(context, params["name"] ?? "");
  return isRemoved ? redirect(`${limitsPath}?aufgehoben`) : showError(404);
}

function typedOf({ fields }: PortalRequest) {
  return {
    leistungSlug: fields.get(leistungField) ?? "",
    places: fields.get(placesField) ?? "",
  };
}

type Fault = Exclude<LimitRefusal["kind"], "not-permitted">;

async function show(
  request: PortalRequest,
  countAtWork: CountAtWork,
  fault?: Fault,
): Promise<Reply> {
  const { context, locale, query } = request;
  const t = admissionTexts(locale);
  const view = await viewLimits(context, countAtWork);
  if (!view) return showError(403);
  const done = query.has("gespeichert")
    ? t("saved")
    : query.has("aufgehoben")
      ? t("removed")
      : undefined;
  return page({
    status: fault ? 422 : 200,
    title: fault ? t("error-title", { title: t("title") }) : t("title"),
    section: limitsPath,
    layout: "wide",
    scripts: fault ? ["focus-error-summary"] : ["select-filter"],
    main: html`${done && alert({ kind: "success", title: done, isAnnounced: true })}
    ${errorSummary({ errors: errorsOf(fault, locale), locale })}
    ${pageHeading({ title: t("title"), lead: t("lead") })}
    ${
      view.limits.length === 0
        ? emptyState({ title: t("none.title"), body: t("none.body") })
        : limitTable(view.limits, locale)
    }
    ${section({ title: t("new.title"), body: limitForm(request, view.leistungen, fault) })}`,
  });
}

function errorsOf(fault: Fault | undefined, locale: Locale) {
  const t = admissionTexts(locale);
  if (fault === "unknown-leistung")
    return [{ fieldId: leistungField, text: t("field.leistung.error") }];
  if (fault === "places-invalid")
    return [{ fieldId: placesField, text: t("field.places.error") }];
  return [];
}

function limitTable(limits: readonly ShownLimit[], locale: Locale): SafeHtml {
  const t = admissionTexts(locale);
  return table({
    caption: t("title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.leistung") },
      { label: t("column.places"), isNumeric: true },
      { label: t("column.at-work"), isNumeric: true },
      { label: t("column.waiting"), isNumeric: true },
      { label: t("column.change") },
    ],
    rows: limits.map((limit) => ({
      cells: [
        html`<span lang="de">${limit.title}</span>`,
        limit.places,
        limit.atWork,
        limit.waiting,
        removeForm(limit, locale),
      ],
    })),
  });
}

function removeForm(
  { leistungSlug, title }: ShownLimit,
  locale: Locale,
): SafeHtml {
  const t = admissionTexts(locale);
  return html`<form
    method="post"
    action="${limitsPath}/${leistungSlug}/aufheben"
  >
    ${button({
      label: t("remove"),
      context: title,
      variant: "secondary",
    })}
  </form>`;
}

function limitForm(
  request: PortalRequest,
  leistungen: readonly { readonly slug: string; readonly title: string }[],
  fault: Fault | undefined,
): SafeHtml {
  const { locale } = request;
  const t = admissionTexts(locale);
  const typed = typedOf(request);
  return html`<form method="post" action="${limitsPath}" novalidate>
    ${select({
      name: leistungField,
      label: t("field.leistung"),
      options: leistungen.map(({ slug, title }) => ({
        value: slug,
        label: title,
      })),
      value: typed.leistungSlug,
      error:
        fault === "unknown-leistung" ? t("field.leistung.error") : undefined,
      locale,
    })}
    ${textInput({
      name: placesField,
      label: t("field.places"),
      hint: t("field.places.hint"),
      value: typed.places,
      error: fault === "places-invalid" ? t("field.places.error") : undefined,
      locale,
    })}
    ${button({ label: t("save") })}
  </form>`;
}
