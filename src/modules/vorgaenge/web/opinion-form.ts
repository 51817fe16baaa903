import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { button } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import { longestOpinionDays } from "../domain/opinion.ts";
import { longestNote } from "../domain/note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import type { AskOpinionRefusal } from "../use-cases/ask-opinion.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { errorAt } from "./vorgang-input.ts";
import { colleagueOption } from "./colleague-option.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const opinionFields = {
  asked: "stelle",
  question: "frage",
  days: "arbeitstage",
  sections: "abschnitt",
  files: "datei",
} as const;

/** The field a refusal is about, and the number its text names. */
export const opinionProblems = {
  "opinion-nobody": { field: opinionFields.asked, count: 0 },
  "opinion-days": { field: opinionFields.days, count: longestOpinionDays },
  "opinion-question-missing": { field: opinionFields.question, count: 0 },
  "opinion-text-too-long": {
    field: opinionFields.question,
    count: longestNote,
  },
} as const satisfies Partial<Record<AskOpinionRefusal["kind"], unknown>>;

/** Asking for an opinion, folded until somebody wants to. */
export function opinionFormSection(props: VorgangPageProps): VorgangSection {
  const { locale, input } = props;
  const t = vorgaengeTexts(locale);
  const hasChosen = props.chosenExpert !== "";
  const hasErrors = Object.values(opinionFields).some(
    (field) => errorAt(input, field) !== undefined,
  );
  return {
    id: "stellungnahme",
    title: t("opinions.ask"),
    body: html`<details
      class="portal-fold"
      ${(hasChosen || hasErrors) && "open"}
    >
      <summary>${t("opinions.write")}</summary>
      ${form(props)}
    </details>`,
  };
}

function form(props: VorgangPageProps): SafeHtml {
  const { locale, opened, input } = props;
  const t = vorgaengeTexts(locale);
  const typed = input.form?.typed ?? {};
  return html`<form
    method="post"
    action="${vorgaengePaths.askOpinion(opened.vorgang.id)}"
    novalidate
  >
    ${select({
      name: opinionFields.asked,
      label: t("opinion.who"),
      options: whoCouldBeAsked(props),
      value: typed[opinionFields.asked] ?? props.chosenExpert,
      error: errorAt(input, opinionFields.asked),
      locale,
    })}
    <p class="kern-body">
      ${link(vorgaengePaths.askAuthority(opened.vorgang.id), t("opinion.who.authority"))}
    </p>
    ${textarea({
      name: opinionFields.question,
      label: t("opinion.question"),
      rows: 3,
      value: typed[opinionFields.question] ?? "",
      error: errorAt(input, opinionFields.question),
      locale,
    })}
    ${textInput({
      name: opinionFields.days,
      label: t("opinion.days"),
      inputMode: "numeric",
      width: 4,
      value: typed[opinionFields.days] ?? "10",
      error: errorAt(input, opinionFields.days),
      locale,
    })}
    ${shownParts(props)}
    ${button({ label: t("opinion.submit"), variant: "secondary" })}
  </form>`;
}

function whoCouldBeAsked({
  locale,
  office,
  ownId,
  authorities,
  ownTenantId,
}: VorgangPageProps) {
  const t = vorgaengeTexts(locale);
  return [
    ...office.teams.map(({ id, name }) => ({
      value: `team:${id}`,
      label: t("opinion.who.team", { name }),
    })),
    ...office.colleagues
      .filter(({ staffId }) => staffId !== ownId)
      .map((each) => colleagueOption(each, locale))
      .map(({ value, label }) => ({ value: `person:${value}`, label })),
    ...authorities
      .filter(({ tenantId }) => tenantId !== ownTenantId)
      .map(({ tenantId, name }) => ({
        value: `authority:${tenantId}`,
        label: name,
      })),
  ];
}

function shownParts({ locale, opened }: VorgangPageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { sections, uploads } = opened.submission;
  return html`${checkboxes({
    name: opinionFields.sections,
    label: t("opinion.sections"),
    hint: t("opinion.sections.hint"),
    options: sections.map(({ heading }, index) => ({
      value: String(index),
      label: heading,
    })),
    values: [],
    locale,
  })}
  ${
    uploads.length > 0 &&
    checkboxes({
      name: opinionFields.files,
      id: "datei-auswahl",
      label: t("opinion.files"),
      options: uploads.map(({ fileId, filename }) => ({
        value: fileId,
        label: filename,
      })),
      values: [],
      locale,
    })
  }`;
}
