import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  optionForm,
  type ConnectorDescription,
  type DestinationFaults,
  type EnteredOptions,
} from "../../delivery/index.ts";
import { arrivalsTexts } from "../i18n/texts.ts";
import { callPath, sourcePath, sourcesPath } from "./arrivals-paths.ts";

export type SourceInput = {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly inboxKey: string;
  /** Undefined: nothing was entered yet. */
  readonly options: EnteredOptions | undefined;
};

export type SourceFormProps = {
  readonly locale: Locale;
  readonly baseUrl: string;
  /** Undefined for a new one. */
  readonly sourceId: string | undefined;
  readonly inbox: ConnectorDescription;
  readonly input: SourceInput;
  readonly storedSecrets: readonly string[];
  readonly faults: DestinationFaults;
};

/** The form of one place outside. */
export function sourceFormPage(props: SourceFormProps): Page {
  const { locale, sourceId, inbox, input } = props;
  const t = arrivalsTexts(locale);
  const title = t(sourceId === undefined ? "source.new" : "source.edit");
  const errors = summaryOf(props);
  const hasErrors = errors.length > 0;
  const options = input.options ?? initialOf(inbox);
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("error-title", { title }) : title,
    section: sourcesPath,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("back"), href: sourcesPath })}
      ${errorSummary({ errors, locale })}
      ${pageHeading({ title, lead: inbox.about })}
      <form method="post" action="${sourcePath(sourceId ?? "neu")}" novalidate>
        <input type="hidden" name="weg" value="${input.inboxKey}" />
        ${textInput({
          name: "name",
          label: t("source.name"),
          hint: t("source.name.hint"),
          value: input.name,
          autocomplete: "off",
          maxLength: 120,
          error: nameFault(props),
          locale,
        })}
        ${checkbox({
          name: "eingeschaltet",
          label: t("source.enabled"),
          hint: t("source.enabled.hint"),
          isChecked: input.isEnabled,
          locale,
        })}
        ${section({
          title: t("source.connection"),
          body: optionForm.inputs({ ...props, options, fields: inbox.fields }),
        })}
        ${button({ label: t("source.save") })}
      </form>
      ${sourceId !== undefined && moreOf(props, sourceId)}`,
  });
}

function moreOf({ locale, baseUrl }: SourceFormProps, id: string): SafeHtml {
  const t = arrivalsTexts(locale);
  const action = (path: string, label: string) =>
    html`<form method="post" action="${sourcePath(id)}/${path}">
      ${button({ label, variant: "secondary" })}
    </form>`;
  return html`${section({
    title: t("source.call"),
    body: html`<p class="kern-body">${t("source.call.body")}</p>
      <p class="kern-body"><code>${baseUrl}${callPath(id)}</code></p>`,
  })}
  ${section({
    title: t("source.actions"),
    body: html`${action("pruefung", t("source.check"))}
    ${action("abruf", t("source.ask"))}`,
  })}`;
}

const initialOf = (inbox: ConnectorDescription): EnteredOptions =>
  Object.fromEntries(
    inbox.fields.map(({ name, initial }) => [name, initial[0] ?? ""]),
  );

function nameFault({ faults, locale }: SourceFormProps): string | undefined {
  const fault = faults.get("name");
  const t = arrivalsTexts(locale);
  if (fault === undefined) return undefined;
  return t(fault === "taken" ? "source.name.taken" : "source.name.missing");
}

function summaryOf(props: SourceFormProps) {
  const options = props.inbox.fields.map((field) => ({
    fieldId: optionForm.inputName(field.name),
    text: optionForm.faultText(field, props),
  }));
  return [{ fieldId: "name", text: nameFault(props) }, ...options].flatMap(
    ({ fieldId, text }) => (text === undefined ? [] : [{ fieldId, text }]),
  );
}
