import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  labelColours,
  longestLabelName,
  type Label,
  type LabelFault,
} from "../domain/label.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { labelChip } from "./label-chip.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const labelFormFields = {
  id: "id",
  name: "name",
  colour: "farbe",
} as const;

type UsedLabel = Label & { readonly uses: number };

/** What was typed and is wrong; `id` is empty for a new label. */
export type LabelInput = {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly problem: LabelFault | "label-name-taken";
};

/** The authority's labels: each with a form of its own, and one for a new label. */
export function labelsPage(
  labels: readonly UsedLabel[],
  locale: Locale,
  input?: LabelInput,
): Page {
  const t = vorgaengeTexts(locale);
  const errors = input
    ? [
        {
          fieldId: fieldOf(input.id),
          text: t(input.problem, { count: longestLabelName }),
        },
      ]
    : [];
  const title = t("labels.title");
  return page({
    status: input ? 422 : 200,
    title: input ? t("step.error-title", { title }) : title,
    layout: "wide",
    section: vorgaengePaths.queue,
    scripts: input ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("vorgang.back"), href: vorgaengePaths.queue })}
    ${errorSummary({ errors, locale })}
    ${pageHeading({ title, lead: t("labels.lead") })}
    ${section({ title: t("labels.new"), body: form(newLabel, locale, input) })}
    ${labels.map((label) => entry(label, locale, input))}`,
  });
}

const newLabel = { id: "", name: "", colour: "grey" } as const;

function fieldOf(id: string): string {
  return id === "" ? labelFormFields.name : `${labelFormFields.name}-${id}`;
}

function entry(
  label: UsedLabel,
  locale: Locale,
  input: LabelInput | undefined,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<section class="portal-section">
    <p>${labelChip(label)} ${t("labels.uses", { count: label.uses })}</p>
    <details class="portal-fold" ${input?.id === label.id && "open"}>
      <summary>
        ${t("labels.edit")}<span class="kern-sr-only">: ${label.name}</span>
      </summary>
      ${form(label, locale, input)}
      <p>
        ${linkButton({
          label: t("labels.remove"),
          context: label.name,
          href: vorgaengePaths.labelRemoval(label.id),
          variant: "tertiary",
        })}
      </p>
    </details>
  </section>`;
}

function form(
  label: Pick<Label, "id" | "name" | "colour">,
  locale: Locale,
  input: LabelInput | undefined,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const typed = input?.id === label.id ? input : undefined;
  return html`<form method="post" action="${vorgaengePaths.labels}" novalidate>
    <input type="hidden" name="${labelFormFields.id}" value="${label.id}" />
    ${textInput({
      name: labelFormFields.name,
      id: fieldOf(label.id),
      label: t("labels.name"),
      value: typed?.name ?? label.name,
      width: 20,
      error: typed && t(typed.problem, { count: longestLabelName }),
      locale,
    })}
    ${select({
      name: labelFormFields.colour,
      id: `${labelFormFields.colour}-${label.id}`,
      label: t("labels.colour"),
      options: labelColours.map((colour) => ({
        value: colour,
        label: t(`label.colour.${colour}`),
      })),
      value: typed?.colour ?? label.colour,
      locale,
    })}
    ${button({
      label: t(label.id === "" ? "labels.add" : "labels.save"),
      variant: label.id === "" ? "primary" : "secondary",
    })}
  </form>`;
}

/** Says what goes with it. */
export function removeLabelPage(label: UsedLabel, locale: Locale): Page {
  const t = vorgaengeTexts(locale);
  const { name, uses: count } = label;
  return page({
    title: t("labels.remove.title", { name }),
    section: vorgaengePaths.queue,
    main: confirmation({
      question: t("labels.remove.title", { name }),
      consequence: t("labels.remove.consequence", { count }),
      action: vorgaengePaths.labelRemoval(label.id),
      confirmLabel: t("labels.remove"),
      cancel: { label: t("labels.remove.cancel"), href: vorgaengePaths.labels },
    }),
  });
}
