import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import type { SummarisedError } from "../../../ui/error-summary.ts";
import { radios } from "../../../ui/radios.ts";
import { select, type Option } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import { declaredBases } from "../domain/mandate.ts";
import { representationTexts } from "../i18n/texts.ts";
import { errorAt, formPage } from "./form-page.ts";
import { representationPaths } from "./paths.ts";

/** What both forms ask for. */
type CommonProps = {
  readonly locale: Locale;
  readonly scopes: readonly Option[];
  readonly scope: string;
  readonly until: DateParts;
  readonly errors: readonly SummarisedError[];
};

export type NewMandateProps = CommonProps & { readonly email: string };

/** Whom to give a power, for what and until when. */
export function newMandatePage(props: NewMandateProps): Page {
  const { locale, errors } = props;
  const t = representationTexts(locale);
  return formPage({
    locale,
    title: t("mandate.new.title"),
    lead: t("mandate.new.lead"),
    back: backToMandates(locale),
    action: representationPaths.newMandate,
    buttonLabel: t("mandate.new.button"),
    errors,
    body: html`${textInput({
      name: "email",
      type: "email",
      label: t("mandate.new.email"),
      hint: t("invite.email.hint"),
      value: props.email,
      autocomplete: "off",
      error: errorAt(errors, "email"),
      locale,
    })}
    ${scopeSelect(props, t("scope.label"))} ${untilInput(props)}
    ${alert({
      kind: "info",
      title: t("mandate.new.consequence.title"),
      body: t("mandate.new.consequence"),
    })}`,
  });
}

export type DeclarationProps = CommonProps & {
  readonly basis: string;
  readonly personName: string;
  readonly birthday: DateParts;
  readonly statement: string;
};

/** Whom somebody represents by law, and where that comes from. */
export function declarationPage(props: DeclarationProps): Page {
  const { locale, errors } = props;
  const t = representationTexts(locale);
  return formPage({
    locale,
    title: t("declare.title"),
    lead: t("declare.lead"),
    back: backToMandates(locale),
    action: representationPaths.declaration,
    buttonLabel: t("declare.button"),
    errors,
    body: html`${alert({ kind: "warning", title: t("declare.warning") })}
    ${radios({
      name: "basis",
      label: t("declare.basis"),
      value: props.basis,
      options: declaredBases.map((basis) => ({
        value: basis,
        label: t(`basis.${basis}`),
      })),
      error: errorAt(errors, "basis"),
      locale,
    })}
    ${personInputs(props)} ${scopeSelect(props, t("scope.label.declare"))}
    ${untilInput(props)}`,
  });
}

function personInputs(props: DeclarationProps): SafeHtml {
  const { locale, errors } = props;
  const t = representationTexts(locale);
  return html`${textInput({
    name: "personName",
    label: t("declare.name"),
    value: props.personName,
    autocomplete: "off",
    error: errorAt(errors, "personName"),
    locale,
  })}
  ${dateInput({
    name: "birthday",
    label: t("declare.birthday"),
    value: props.birthday,
    error: errorAt(errors, "birthday"),
    locale,
  })}
  ${textarea({
    name: "statement",
    label: t("declare.statement"),
    hint: t("declare.statement.hint"),
    value: props.statement,
    error: errorAt(errors, "statement"),
    locale,
  })}`;
}

function scopeSelect(
  { locale, scopes, scope, errors }: CommonProps,
  label: string,
): SafeHtml {
  return select({
    name: "scope",
    label,
    hint: representationTexts(locale)("scope.hint"),
    options: scopes,
    value: scope,
    error: errorAt(errors, "scope"),
    locale,
  });
}

function untilInput({ locale, until, errors }: CommonProps): SafeHtml {
  const t = representationTexts(locale);
  return dateInput({
    name: "until",
    label: t("until.label"),
    hint: t("until.hint"),
    value: until,
    error: errorAt(errors, "until"),
    locale,
  });
}

function backToMandates(locale: Locale) {
  return {
    label: representationTexts(locale)("mandates.title"),
    href: representationPaths.mandates,
  };
}
