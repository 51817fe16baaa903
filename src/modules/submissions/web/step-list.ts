import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { progress } from "../../../ui/progress.ts";
import { actionField, pageState, pageTitle } from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import {
  evaluateDraft,
  type EvaluatedDraft,
} from "../use-cases/evaluate-draft.ts";
import { listSteps, type FormStep } from "../use-cases/form-steps.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";
import { goToAction, stepFormId } from "./step-actions.ts";

export type StepListProps = {
  readonly draft: EvaluatedDraft & Pick<Draft, "leistungSlug">;
  /** The step that is shown; the summary when there is none. */
  readonly current?: FormStep;
  readonly locale: Locale;
};

/**
 * "Schritt 2 von 6", and folded below it all steps with how far each is. On a step they are buttons of its form, so that what was typed
 * is saved before one leaves; on the summary they are links.
 */
export function stepList(props: StepListProps): SafeHtml {
  const { draft, current, locale } = props;
  const t = submissionsTexts(locale);
  const steps = listSteps(draft);
  const total = steps.length + 1;
  return html`<div class="portal-steps">
    ${progress({ current: current?.number ?? total, total, locale })}
    <details>
      <summary>${t("steps.show")}</summary>
      <nav aria-label="${t("steps.label")}">
        <ol class="portal-list" role="list">
          ${steps.map((step) => listedStep(step, props))}
          ${listedSummary(total, props)}
        </ol>
      </nav>
    </details>
  </div>`;
}

function listedStep(step: FormStep, props: StepListProps): SafeHtml {
  const { draft, current, locale } = props;
  const t = submissionsTexts(locale);
  const title = `${String(step.number)}. ${pageTitle(step.formPage, locale)}`;
  const state = pageState(evaluateDraft(draft), step.formPage);
  return html`<li>
    ${
      step.place === current?.place
        ? html`<span aria-current="step">${title}</span>`
        : wayTo(title, { place: String(step.place), props })
    }
    <span class="portal-steps__state portal-steps__state--${state}"
      >${t(`steps.${state}`)}</span
    >
  </li>`;
}

function listedSummary(number: number, props: StepListProps): SafeHtml {
  const title = `${String(number)}. ${submissionsTexts(props.locale)("check.title")}`;
  return html`<li>
    ${
      props.current
        ? wayTo(title, { place: "pruefen", props })
        : html`<span aria-current="step">${title}</span>`
    }
  </li>`;
}

function wayTo(
  title: string,
  { place, props }: { readonly place: string; readonly props: StepListProps },
): SafeHtml {
  if (!props.current)
    return html`<a
      class="kern-link"
      href="${antragPath(props.draft.leistungSlug, `/schritt/${place}`)}"
      >${title}</a
    >`;
  return html`<button
    class="portal-link-button"
    type="submit"
    form="${stepFormId}"
    name="${actionField}"
    value="${goToAction(place)}"
  >
    ${title}
  </button>`;
}
