import { html } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Names of the inputs. */
export const factFields = {
  title: "titel",
  description: "beschreibung",
  documents: "unterlagen",
  minutes: "minuten",
} as const;

export type FactsPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** As it was typed; absent: what is stored. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: ReadonlyMap<string, string>;
  readonly done?: string | undefined;
};

/** What applicants read and answer before they begin. */
export function factsPage({
  locale,
  form,
  typed,
  errors = new Map(),
  done,
}: FactsPageProps): Page {
  const t = editorTexts(locale);
  const values = typed ?? storedFacts(form);
  const common = (name: keyof typeof factFields) => ({
    name: factFields[name],
    label: t(`facts.${name}`),
    hint: t(`facts.${name}.hint`),
    value: values[factFields[name]] ?? "",
    error: errors.get(factFields[name]),
    isOptional: name !== "title",
    locale,
  });
  return formFrame({
    locale,
    form,
    section: "angaben",
    done,
    errors: [...errors].map(([fieldId, text]) => ({ fieldId, text })),
    body: html`<form
      method="post"
      action="${editorPaths.section(form.definition.key, "angaben")}"
      novalidate
    >
      ${seenVersionField(form)}
      ${section({
        title: t("facts.texts"),
        body: html`${textInput(common("title"))}
        ${textarea({ ...common("description"), rows: 3 })}
        ${textarea({ ...common("documents"), rows: 4 })}
        ${textInput({ ...common("minutes"), inputMode: "numeric", width: 4 })}`,
      })}
      ${button({ label: t("save") })}
    </form>`,
  });
}

function storedFacts({ definition }: OpenedForm): Record<string, string> {
  const { title, description, documents, minutes } = definition;
  return {
    [factFields.title]: title,
    [factFields.description]: description ?? "",
    [factFields.documents]: (documents ?? []).join("\n"),
    [factFields.minutes]: minutes === undefined ? "" : String(minutes),
  };
}
