import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatMoment } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../../shell/web/route.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import type { FormError } from "../../domain/typed/leistung-form.ts";
import type { TypedMoment } from "../../domain/editing/planned-moment.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import type { Plan } from "../../use-cases/editing/plan-publication.ts";
import { actForm } from "./act-form.ts";
import { editPath, inputProps } from "./editor-labels.ts";

type PlanInput = {
  readonly plan?: Plan | undefined;
  readonly draft?: object | undefined;
  readonly moment?: TypedMoment | undefined;
  readonly needsApproval?: boolean | undefined;
  readonly errors: readonly FormError[];
  readonly locale: Locale;
};

/** The moment as it was sent. */
export function plannedIn({ fields }: PortalRequest): TypedMoment {
  return {
    "plan-tag": fields.get("plan-tag") ?? "",
    "plan-zeit": fields.get("plan-zeit") ?? "",
  };
}

/** Says when it will be published, and whether that is what the form shows. */
export function planNotice({ plan, draft, locale }: PlanInput): HtmlValue {
  if (!plan) return undefined;
  const t = editorTexts(locale);
  return alert({
    kind: "info",
    title: t("plan.title", { date: formatMoment(plan.publishAt, locale) }),
    body: t(draft ? "plan.body.draft" : "plan.body"),
  });
}

type MomentInput = Pick<PlanInput, "moment" | "errors" | "locale">;

/** Day and time of a publication. */
export function momentInputs(input: MomentInput): SafeHtml {
  const line = (name: keyof TypedMoment) =>
    textInput({
      ...inputProps(name, input),
      value: input.moment?.[name] ?? "",
      isOptional: true,
      width: 10,
    });
  return html`<div class="portal-pair">
    ${line("plan-tag")} ${line("plan-zeit")}
  </div>`;
}

/** The same in the form with the texts. */
export function planInputs(input: PlanInput): SafeHtml {
  const { locale, errors } = input;
  const t = editorTexts(locale);
  const asks = input.needsApproval === true;
  return accordion({
    title: t("plan.later"),
    isOpen: errors.some(({ field }) => field.startsWith("plan-")),
    body: html`<p>${t("plan.later.body")} ${asks && t("approval.plan.body")}</p>
      ${momentInputs(input)}
      ${button({
        label: t(asks ? "approval.plan.act" : "plan.act"),
        name: "aktion",
        value: asks ? "freigabe-planen" : "planen",
        variant: "secondary",
      })}`,
  });
}

/** Apart from the form, as for giving up a draft. */
export function takeBackForm(
  { id }: EditedLeistung,
  { plan, locale }: PlanInput,
): HtmlValue {
  if (!plan) return undefined;
  const t = editorTexts(locale);
  return section({
    title: t("plan.take-back"),
    body: html`<p>${t("plan.take-back.body")}</p>
      ${actForm(editPath(id), { label: t("plan.take-back"), value: "zuruecknehmen" })}`,
  });
}
