import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { operationLimits } from "../domain/destination.ts";
import type { ConnectorDescription } from "../domain/option-field.ts";
import { destinationTexts, type DestinationText } from "../i18n/texts.ts";
import {
  optionInputName,
  type DestinationFaults,
  type DestinationInput,
} from "./destination-input.ts";
import { leistungChoice, type LeistungName } from "./leistung-choice.ts";
import { destinationAdminPath } from "./list-address.ts";
import { optionFault, optionInputs } from "./option-inputs.ts";

export type DestinationFormProps = {
  readonly locale: Locale;
  /** Undefined for a new one. */
  readonly destinationId: string | undefined;
  readonly connectorKey: string;
  readonly connector: ConnectorDescription;
  readonly leistungen: readonly LeistungName[];
  readonly input: DestinationInput;
  readonly storedSecrets: readonly string[];
  readonly faults: DestinationFaults;
  /** Where it is found out what to enter; undefined where nobody knows. */
  readonly findHref?: string | undefined;
  /** What is wrong with what was asked below the form. */
  readonly problem?: string | undefined;
  /** What stands below the form of one that exists. */
  readonly more?: HtmlValue;
};

/** The form of one destination. */
export function destinationFormPage(props: DestinationFormProps): Page {
  const { locale, destinationId, connector, connectorKey } = props;
  const t = destinationTexts(locale);
  const title =
    destinationId === undefined
      ? t("new", { connector: connector.title })
      : t("edit");
  const errors = summaryOf(props, t);
  const hasErrors = errors.length > 0;
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("error-title", { title }) : title,
    section: destinationAdminPath,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("back"), href: destinationAdminPath })}
      ${errorSummary({ errors, locale })}
      ${pageHeading({ title, lead: connector.about })}
      ${
        props.findHref !== undefined &&
        html`<p class="kern-body">${link(props.findHref, t("find.link"))}</p>`
      }
      <form
        method="post"
        action="${destinationAdminPath}/${destinationId ?? "neu"}"
        enctype="multipart/form-data"
        novalidate
      >
        ${
          destinationId === undefined &&
          html`<input type="hidden" name="anbindung" value="${connectorKey}" />`
        }
        ${whatInputs(props, t)}
        ${section({
          title: t("connection"),
          body: optionInputs({
            ...props,
            ...props.input,
            fields: connector.fields,
            takesFiles: true,
          }),
        })}
        ${section({ title: t("operation"), body: operationInputs(props, t) })}
        ${button({ label: t("save") })}
      </form>
      ${props.more}`,
  });
}

function whatInputs(props: DestinationFormProps, t: DestinationText): SafeHtml {
  const { locale, input, leistungen } = props;
  return html`${textInput({
    name: "name",
    label: t("name"),
    hint: t("name.hint"),
    value: input.name,
    autocomplete: "off",
    maxLength: 120,
    error: faultText(props, t, "name"),
    locale,
  })}
  ${checkbox({
    name: "eingeschaltet",
    label: t("enabled"),
    hint: t("enabled.hint"),
    isChecked: input.isEnabled,
    locale,
  })}
  ${leistungChoice({ leistungen, chosenSlugs: input.leistungSlugs, locale })}`;
}

function operationInputs(
  props: DestinationFormProps,
  t: DestinationText,
): SafeHtml {
  const { locale, input } = props;
  const number = (name: "gleichzeitig" | "geduld", value: string) =>
    textInput({
      name,
      label: t(name === "geduld" ? "patience" : "concurrency"),
      hint: t("number.hint", limitsOf(name)),
      value,
      inputMode: "numeric",
      width: 6,
      error: faultText(props, t, name),
      locale,
    });
  return html`${number("gleichzeitig", input.concurrency)}
  ${number("geduld", input.patienceHours)}
  ${textInput({
    name: "stoerungen",
    label: t("office"),
    hint: t("office.hint"),
    type: "email",
    value: input.officeEmail,
    autocomplete: "off",
    isOptional: true,
    error: faultText(props, t, "stoerungen"),
    locale,
  })}`;
}

const limitsOf = (name: "gleichzeitig" | "geduld") =>
  name === "geduld"
    ? operationLimits.patienceHours
    : operationLimits.concurrency;

type OwnInput = "name" | "gleichzeitig" | "geduld" | "stoerungen";

const ownInputs: readonly OwnInput[] = [
  "name",
  "gleichzeitig",
  "geduld",
  "stoerungen",
];

function faultText(
  { faults }: DestinationFormProps,
  t: DestinationText,
  name: OwnInput,
): string | undefined {
  const fault = faults.get(name);
  if (fault === undefined) return undefined;
  if (name === "stoerungen") return t("office.wrong");
  if (name !== "name") return t("number.wrong", limitsOf(name));
  return t(fault === "taken" ? "name.taken" : "name.missing");
}

/** In the order of the form. */
function summaryOf(props: DestinationFormProps, t: DestinationText) {
  const [name, ...operation] = ownInputs.map((fieldId) => ({
    fieldId,
    text: faultText(props, t, fieldId),
  }));
  const options = props.connector.fields.map((field) => ({
    fieldId: optionInputName(field.name),
    text: optionFault(field, props),
  }));
  const below = { fieldId: "ziel", text: props.problem };
  return [...(name ? [name] : []), ...options, ...operation, below].flatMap(
    ({ fieldId, text }) => (text === undefined ? [] : [{ fieldId, text }]),
  );
}
