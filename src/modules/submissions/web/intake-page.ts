import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { intakeChannels, type IntakeFault } from "../domain/intake.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { ListedIntake } from "../use-cases/intakes.ts";
import { intakePaths } from "./intake-paths.ts";

/** Names of the fields that begin one. */
export const intakeFields = {
  leistung: "leistung",
  channel: "weg",
  receivedOn: "eingang",
  name: "name",
  email: "email",
  phone: "telefon",
  code: "code",
} as const;

export type TypedIntake = {
  readonly leistung: string;
  readonly channel: string;
  readonly receivedOn: DateParts;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly code: string;
};

export type IntakePageProps = {
  readonly leistungen: readonly {
    readonly slug: string;
    readonly title: string;
  }[];
  readonly drafts: readonly ListedIntake[];
  /** Colleagues, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly typed: TypedIntake;
  readonly faults: readonly Fault[];
};

type Fault = IntakeFault | "leistung-missing" | "code-not-valid";

const fieldOfFault: Readonly<Record<Fault, string>> = {
  "leistung-missing": intakeFields.leistung,
  "channel-missing": `${intakeFields.channel}-${intakeChannels[0]}`,
  "name-missing": intakeFields.name,
  "email-invalid": intakeFields.email,
  "received-on-missing": `${intakeFields.receivedOn}-day`,
  "received-on-invalid": `${intakeFields.receivedOn}-day`,
  "code-not-valid": intakeFields.code,
};

type Locale = PortalRequest["locale"];

/** What a caseworker has begun for others, and the form that begins another one. */
export function intakePage(locale: Locale, props: IntakePageProps): Page {
  const t = submissionsTexts(locale);
  const title = t("intake.page.title");
  const hasErrors = props.faults.length > 0;
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("intake.error-prefix", { title }) : title,
    section: intakePaths.list,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${
      hasErrors &&
      errorSummary({
        errors: props.faults.map((fault) => ({
          fieldId: fieldOfFault[fault],
          text: t(`intake.error.${fault}`),
        })),
        locale,
      })
    }
    ${pageHeading({ title, lead: t("intake.page.lead") })}
    ${section({ title: t("intake.begin.title"), body: beginForm(locale, props) })}
    ${section({ title: t("intake.drafts.title"), body: draftList(locale, props) })}`,
  });
}

function beginForm(
  locale: Locale,
  { leistungen, typed, faults }: IntakePageProps,
): SafeHtml {
  const t = submissionsTexts(locale);
  const errorOf: ErrorOf = (...own) => {
    const fault = faults.find((each) => own.includes(each));
    return fault && t(`intake.error.${fault}`);
  };
  return html`<form method="post" action="${intakePaths.list}" novalidate>
    ${select({
      name: intakeFields.leistung,
      label: t("intake.begin.leistung"),
      options: leistungen.map(({ slug, title }) => ({
        value: slug,
        label: title,
      })),
      value: typed.leistung,
      emptyLabel: t("intake.begin.leistung.none"),
      isLong: true,
      error: errorOf("leistung-missing"),
      locale,
    })}
    ${radios({
      name: intakeFields.channel,
      label: t("intake.begin.channel"),
      options: intakeChannels.map((value) => ({
        value,
        label: t(`intake.option.${value}`),
      })),
      value: typed.channel,
      error: errorOf("channel-missing"),
      locale,
    })}
    ${dateInput({
      name: intakeFields.receivedOn,
      label: t("intake.begin.received-on"),
      hint: t("intake.begin.received-on.hint"),
      value: typed.receivedOn,
      isOptional: true,
      error: errorOf("received-on-missing", "received-on-invalid"),
      locale,
    })}
    ${personFields(locale, { typed, errorOf })}
    ${button({ label: t("intake.begin.button"), icon: "arrow-forward" })}
  </form>`;
}

type ErrorOf = (...own: readonly Fault[]) => string | undefined;

/** Whom it is for, and where it goes. */
function personFields(
  locale: Locale,
  {
    typed,
    errorOf,
  }: { readonly typed: TypedIntake; readonly errorOf: ErrorOf },
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`${textInput({
    name: intakeFields.name,
    label: t("intake.begin.name"),
    hint: t("intake.begin.name.hint"),
    value: typed.name,
    autocomplete: "off",
    error: errorOf("name-missing"),
    locale,
  })}
  ${textInput({
    name: intakeFields.email,
    label: t("intake.begin.email"),
    hint: t("intake.begin.email.hint"),
    type: "email",
    value: typed.email,
    autocomplete: "off",
    isOptional: true,
    error: errorOf("email-invalid"),
    locale,
  })}
  ${textInput({
    name: intakeFields.phone,
    label: t("intake.begin.phone"),
    hint: t("intake.begin.phone.hint"),
    type: "tel",
    value: typed.phone,
    autocomplete: "off",
    isOptional: true,
    locale,
  })}
  ${codeField(locale, { typed, errorOf })}`;
}

/** Read out by who has an account. */
function codeField(
  locale: Locale,
  {
    typed,
    errorOf,
  }: { readonly typed: TypedIntake; readonly errorOf: ErrorOf },
): SafeHtml {
  const t = submissionsTexts(locale);
  return textInput({
    name: intakeFields.code,
    label: t("intake.begin.code"),
    hint: t("intake.begin.code.hint"),
    value: typed.code,
    autocomplete: "off",
    autocapitalize: "characters",
    spellCheck: false,
    width: 20,
    isOptional: true,
    error: errorOf("code-not-valid"),
    locale,
  });
}

function draftList(
  locale: Locale,
  { drafts, names }: IntakePageProps,
): SafeHtml {
  const t = submissionsTexts(locale);
  if (drafts.length === 0)
    return html`<p class="kern-body">${t("intake.drafts.none")}</p>`;
  return table({
    caption: t("intake.drafts.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("intake.drafts.leistung") },
      { label: t("intake.drafts.for") },
      { label: t("intake.drafts.staff") },
      { label: t("intake.drafts.changed") },
      { label: t("intake.drafts.until") },
      { label: t("intake.drafts.action") },
    ],
    rows: drafts.map((draft) => ({
      cells: [
        draft.leistungTitle,
        draft.intake?.name ?? t("intake.drafts.hidden"),
        draft.isOwn
          ? t("intake.drafts.you")
          : (names.get(draft.staffId) ?? draft.staffId),
        formatDateTime(draft.updatedAt, locale),
        formatDate(draft.expiresAt, locale),
        draft.isOwn
          ? link(intakePaths.one(draft.draftId), t("intake.drafts.open"))
          : html`<form
              method="post"
              action="${intakePaths.takeOver(draft.draftId)}"
            >
              ${button({ label: t("intake.drafts.take-over"), context: draft.leistungTitle, variant: "tertiary" })}
            </form>`,
      ],
    })),
  });
}
