import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { radios } from "../../../ui/radios.ts";
import { textarea } from "../../../ui/textarea.ts";
import { outcomes, type ChosenOutcome, type Step } from "../domain/events.ts";
import { longestNote, type NoteFault } from "../domain/note.ts";
import { allowedSteps, type NextStep } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { assignmentFields } from "./assignment-form.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const stepFields = {
  step: "schritt",
  note: "text",
  position: "gesehen",
} as const;

/** A step with its outcome as one word of the form. */
export type StepChoice =
  | Exclude<NextStep, "decided">
  | `decided-${ChosenOutcome}`;

export type StepProblem =
  | "step-missing"
  | "changed-meanwhile"
  | "bescheid-needed"
  | "assignment-missing"
  | "assignee-unsuitable"
  | NoteFault;

/** What was typed and what is wrong with it. */
export type StepInput = {
  readonly choice: string;
  readonly note: string;
  readonly problem?: StepProblem;
};

/** Where the applicant reads what is written to them: on the pages of this portal, or nowhere here. */
export type ApplicantReads = "here" | "elsewhere";

/** What may be chosen for this Vorgang now, in order. Handing over has pages of its own; what was handed over can only be put away. */
function stepChoices(vorgang: Vorgang, chosen: string): readonly StepChoice[] {
  if (vorgang.handedTo !== undefined) return ["closed"];
  const steps = allowedSteps(vorgang.state).filter(
    (kind) => kind !== "handed-over" || kind === chosen,
  );
  return steps.flatMap((kind): readonly StepChoice[] =>
    kind === "decided"
      ? outcomes.map((outcome) => `decided-${outcome}` as const)
      : [kind],
  );
}

/** The step a choice means; undefined for anything that was not offered. */
export function stepOfChoice(choice: string): Step | undefined {
  const outcome = outcomes.find((known) => choice === `decided-${known}`);
  if (outcome) return { kind: "decided", outcome };
  const kind = stepsWithoutOutcome.find((known) => known === choice);
  return kind && { kind };
}

const stepsWithoutOutcome = [
  "taken-into-work",
  "question-asked",
  "answered",
  "withdrawn",
  "handed-over",
  "closed",
  "reopened",
  "note-to-applicant",
] as const;

/** Next step and text to the applicant. The page's own error summary links to the fields. */
export function stepForm(
  vorgang: Vorgang,
  input: StepInput,
  {
    locale,
    applicantReads,
  }: { locale: Locale; applicantReads: ApplicantReads },
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<form
    method="post"
    action="${vorgaengePaths.step(vorgang.id)}"
    novalidate
  >
    <input
      type="hidden"
      name="${stepFields.position}"
      value="${vorgang.lastPosition}"
    />
    ${radios({
      name: stepFields.step,
      label: t("step.label"),
      options: stepChoices(vorgang, input.choice).map((choice) => ({
        value: choice,
        label: t(`step.${choice}`),
      })),
      value: input.choice,
      error: choiceError(input, locale),
      locale,
    })}
    ${textarea({
      name: stepFields.note,
      label: t("step.note.label"),
      hint: t(`step.note.hint-${applicantReads}`),
      value: input.note,
      error: noteError(input, locale),
      locale,
    })}
    ${button({ label: t("step.submit") })}
  </form>`;
}

/** The problem of an input as an entry of the error summary. */
export function stepErrors(
  input: StepInput,
  locale: Locale,
): readonly { fieldId: string; text: string }[] {
  const wrongChoice = choiceError(input, locale);
  if (wrongChoice !== undefined)
    return [{ fieldId: stepFields.step, text: wrongChoice }];
  const unassigned = assignmentError(input, locale);
  if (unassigned !== undefined)
    return [{ fieldId: assignmentFields.person, text: unassigned }];
  const text = noteError(input, locale);
  return text === undefined ? [] : [{ fieldId: stepFields.note, text }];
}

function choiceError(
  { problem }: StepInput,
  locale: Locale,
): string | undefined {
  const t = vorgaengeTexts(locale);
  if (problem === "step-missing") return t("step.missing");
  return problem === "bescheid-needed" ? t("step.bescheid-needed") : undefined;
}

/** What is wrong with who should be responsible. */
export function assignmentError(
  { problem }: StepInput,
  locale: Locale,
): string | undefined {
  return problem === "assignment-missing" || problem === "assignee-unsuitable"
    ? vorgaengeTexts(locale)(`assignment.${problem}`)
    : undefined;
}

function noteError({ problem }: StepInput, locale: Locale): string | undefined {
  const t = vorgaengeTexts(locale);
  if (problem === "note-missing") return t("step.note-missing");
  if (problem !== "note-too-long") return undefined;
  return t("step.note-too-long", { count: longestNote });
}
