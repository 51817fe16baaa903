import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ProviderReport } from "../../../platform/openid-connect/inspect-provider.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { copyableLink } from "../../../ui/copyable-link.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";
import { directoryPaths, memberPaths } from "./staff-paths.ts";

/** What stands in the form, as typed. */
export type DirectoryForm = {
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: string;
  readonly scopes: string;
  readonly acrValues: string;
  readonly groupsClaim: string;
  readonly groupsOfRole: Readonly<Record<string, string>>;
  readonly isEnabled: boolean;
};

export type DirectoryPageProps = {
  readonly locale: Locale;
  readonly form: DirectoryForm;
  readonly allowed: readonly Role[];
  /** A secret is stored; an empty field keeps it. */
  readonly hasSecret: boolean;
  readonly errors: readonly string[];
  readonly isSaved: boolean;
  /** To be registered with the directory. */
  readonly returnAddress: string;
  readonly report?: ProviderReport | undefined;
};

/** Set-up of the authority's own user directory, with a test. */
export function directoryPage(props: DirectoryPageProps): Page {
  const { locale, errors, isSaved, report, returnAddress } = props;
  const t = staffTexts(locale);
  const title = t("directory.title");
  const listed = errors.map((field) => ({
    fieldId: fieldOf(field),
    text: errorText(field, locale),
  }));
  const isWrong = listed.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("sign-in.error-title", { title }) : title,
    section: memberPaths.list,
    scripts: isWrong ? ["focus-error-summary"] : ["copy-reference"],
    main: html`${backLink({ label: t("members.title"), href: memberPaths.list })}
    ${errorSummary({ errors: listed, locale })}
    ${isSaved && alert({ kind: "success", title: t("directory.saved"), isAnnounced: true })}
    ${report && reportSection(report, locale)}
    ${pageHeading({ title, lead: t("directory.lead") })}
    ${copyableLink({ label: t("directory.return"), href: returnAddress, locale })}
    ${settingsForm(props)}
    ${
      props.hasSecret &&
      section({
        title: t("directory.test.title"),
        body: html`<p>${t("directory.test.lead")}</p>
          <form method="post" action="${directoryPaths.test}">
            ${button({ label: t("directory.test.button"), variant: "secondary" })}
          </form>`,
      })
    }`,
  });
}

function settingsForm(props: DirectoryPageProps): SafeHtml {
  const { locale, form, hasSecret } = props;
  const t = staffTexts(locale);
  return html`<form
    method="post"
    action="${directoryPaths.settings}"
    novalidate
  >
    ${inputs(props, ["label", "issuer", "clientId"])}
    ${textInput({
      name: "clientSecret",
      label: t("directory.clientSecret"),
      hint: t(
        hasSecret
          ? "directory.clientSecret.kept"
          : "directory.clientSecret.hint",
      ),
      type: "password",
      autocomplete: "off",
      error: errorOf(props, "clientSecret"),
      locale,
    })}
    ${radios({
      name: "authentication",
      label: t("directory.authentication"),
      hint: t("directory.authentication.hint"),
      value: form.authentication,
      options: [
        { value: "secret-basic", label: t("directory.secret-basic") },
        { value: "secret-post", label: t("directory.secret-post") },
        {
          value: "secret-basic-unencoded",
          label: t("directory.secret-basic-unencoded"),
        },
      ],
      error: errorOf(props, "authentication"),
      locale,
    })}
    ${inputs(props, ["scopes", "acrValues", "groupsClaim"])}
    ${roleInputs(props)}
    ${checkbox({
      name: "isEnabled",
      label: t("directory.isEnabled"),
      isChecked: form.isEnabled,
      locale,
    })}
    ${button({ label: t("directory.save") })}
  </form>`;
}

type TextField =
  | "label"
  | "issuer"
  | "clientId"
  | "scopes"
  | "acrValues"
  | "groupsClaim";

const optional: readonly TextField[] = ["scopes", "acrValues"];

function inputs(
  props: DirectoryPageProps,
  names: readonly TextField[],
): readonly SafeHtml[] {
  const t = staffTexts(props.locale);
  return names.map((name) =>
    textInput({
      name,
      label: t(`directory.${name}`),
      hint: t(`directory.${name}.hint`),
      value: props.form[name],
      autocomplete: "off",
      spellCheck: false,
      isOptional: optional.includes(name),
      error: errorOf(props, name),
      locale: props.locale,
    }),
  );
}

function roleInputs(props: DirectoryPageProps): SafeHtml {
  const { locale, allowed, form } = props;
  const t = staffTexts(locale);
  return fieldset({
    id: "groups",
    label: t("directory.groups"),
    hint: t("directory.groups.hint"),
    locale,
    body: allowed.map((role) =>
      textInput({
        name: `group-${role}`,
        label: t(`role.${role}`),
        value: form.groupsOfRole[role] ?? "",
        autocomplete: "off",
        spellCheck: false,
        isOptional: true,
        locale,
      }),
    ),
  });
}

function errorOf(
  { errors, locale }: DirectoryPageProps,
  field: string,
): string | undefined {
  const found = errors.find((error) => fieldOf(error) === field);
  return found === undefined ? undefined : errorText(found, locale);
}

/** Two things can be wrong with the address. */
const fieldOf = (error: string) => (error === "issuerHost" ? "issuer" : error);

function errorText(field: string, locale: Locale): string {
  const t = staffTexts(locale);
  switch (field) {
    case "issuer":
      return t("directory.error.issuer");
    case "issuerHost":
      return t("directory.error.issuerHost");
    case "groupsClaim":
      return t("directory.error.groupsClaim");
    case "clientSecret":
      return t("directory.error.clientSecret");
    default:
      return t(
        field === "clientId"
          ? "directory.error.clientId"
          : "directory.error.label",
      );
  }
}

function reportSection(report: ProviderReport, locale: Locale): SafeHtml {
  const t = staffTexts(locale);
  const isFine = report.findings.every(({ finding }) => finding === undefined);
  return html`${alert({
    kind: isFine ? "success" : "danger",
    title: t(isFine ? "directory.test.fine" : "directory.test.wrong"),
    isAnnounced: true,
  })}
  ${definitionRows(
    report.findings.map(({ check, finding }) => ({
      term: t(`directory.check.${check}`),
      value:
        finding === undefined
          ? t("directory.check.passed")
          : t("directory.check.failed", { code: finding }),
    })),
  )}
  ${
    report.offer &&
    definitionRows([
      {
        term: t("directory.offer.scopes"),
        value: report.offer.scopes.join(" "),
      },
      {
        term: t("directory.offer.claims"),
        value: report.offer.claims.join(" "),
      },
    ])
  }`;
}
