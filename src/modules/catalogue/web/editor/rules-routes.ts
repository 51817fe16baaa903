import { html } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { reviewIntervals } from "../../domain/editing/review.ts";
import { editorTexts } from "../../i18n/texts.ts";
import {
  readEditingRules,
  rulesPermission,
  setEditingRules,
  type EditingRules,
} from "../../use-cases/editing/editing-rules.ts";
import { editorPath, rulesPath } from "./editor-labels.ts";
import type { CataloguePorts } from "../found-leistungen.ts";

const eyesField = "vier-augen";
const monthsField = "pruefung-nach";

/** How the editors of a portal work, for its administrator. */
export function rulesRoutes(ports: CataloguePorts): readonly Route[] {
  const access = {
    path: rulesPath,
    audience: "staff",
    permission: rulesPermission,
  } as const;
  return [
    {
      method: "GET",
      ...access,
      handle: async (request) => {
        const rules = await readEditingRules(request.context);
        return rules ? show(request, rules) : showError(403);
      },
    },
    { method: "POST", ...access, handle: (request) => save(request, ports) },
  ];
}

async function save(
  request: PortalRequest,
  { notices }: CataloguePorts,
): Promise<Reply> {
  const months = request.fields.get(monthsField) ?? "";
  const rules: EditingRules = {
    needsApproval: request.fields.get(eyesField) === "true",
    reviewMonths: months === "" ? null : Number(months),
  };
  const saved = await setEditingRules(request.context, rules, notices);
  if (saved.ok) return redirect(`${rulesPath}?gespeichert`);
  return saved.refusal.kind === "not-permitted"
    ? showError(403)
    : show(request, rules, "interval-unknown");
}

function show(
  { locale, query }: PortalRequest,
  rules: EditingRules,
  fault?: "interval-unknown",
): Reply {
  const t = editorTexts(locale);
  const error = fault && t("rules.review.error");
  const errors =
    error === undefined ? [] : [{ fieldId: monthsField, text: error }];
  return page({
    status: fault ? 422 : 200,
    title: fault
      ? t("edit.error", { title: t("rules.title") })
      : t("rules.title"),
    section: editorPath,
    scripts: fault ? ["focus-error-summary"] : [],
    main: html`${breadcrumb({
        parents: [{ label: t("list.title"), href: editorPath }],
        current: t("rules.title"),
        locale,
      })}
      ${errorSummary({ errors, locale })}
      ${query.has("gespeichert") && alert({ kind: "success", title: t("rules.saved"), isAnnounced: true })}
      ${pageHeading({ title: t("rules.title"), lead: t("rules.lead") })}
      <form method="post" action="${rulesPath}" novalidate>
        ${section({
          title: t("rules.eyes"),
          body: checkbox({
            name: eyesField,
            label: t("rules.eyes.label"),
            hint: t("rules.eyes.hint"),
            isChecked: rules.needsApproval,
            locale,
          }),
        })}
        ${section({
          title: t("rules.review"),
          body: html`<p>${t("rules.review.body")}</p>
            ${monthsInput(rules, { error, locale })}`,
        })}
        ${button({ label: t("rules.save") })}
      </form>`,
  });
}

function monthsInput(
  { reviewMonths }: EditingRules,
  {
    error,
    locale,
  }: { readonly error: string | undefined; readonly locale: Locale },
) {
  const t = editorTexts(locale);
  return select({
    name: monthsField,
    label: t("rules.review.months"),
    emptyLabel: t("rules.review.never"),
    options: reviewIntervals.map((months) => ({
      value: String(months),
      label: t("rules.review.after", { months }),
    })),
    value: reviewMonths === null ? "" : String(reviewMonths),
    error,
    locale,
  });
}
