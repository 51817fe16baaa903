import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import {
  dateInput,
  dateParts,
  type DateParts,
} from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import {
  profileAttributes,
  type ProfileAttribute,
} from "../domain/profile-attributes.ts";
import { longestOwnValue } from "../domain/own-values.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { accountsTexts } from "../i18n/texts.ts";
import {
  ownSource,
  shownValue,
  type ProfileValue,
} from "../use-cases/open-profile.ts";
import { accountPaths } from "./account-paths.ts";

export type ProfilePageProps = {
  readonly values: readonly ProfileValue[];
  readonly isSaved: boolean;
  /** What was sent and not kept, and where it is wrong. */
  readonly typed?: URLSearchParams;
  readonly faults?: readonly ProfileAttribute[];
  /** The name of an identity provider as people know it. */
  readonly nameOfSource: (source: string) => string;
};

/** What the account knows of its person: confirmed values with their source, own ones to change. */
export function profilePage(locale: Locale, props: ProfilePageProps): Page {
  const t = accountsTexts(locale);
  const { faults = [] } = props;
  const confirmed = props.values.filter(({ source }) => source !== ownSource);
  const title = t("profile.title");
  const errors = faults.map((attribute) => ({
    fieldId: attribute,
    text: faultText(attribute, locale),
  }));
  const isWrong = errors.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? factorTexts(locale)("error-title", { title }) : title,
    section: "/konto",
    scripts: isWrong ? [...scripts, "focus-error-summary"] : scripts,
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, lead: t("profile.lead") })}
    ${props.isSaved && alert({ kind: "success", title: t("profile.saved"), isAnnounced: true })}
    ${confirmed.length > 0 && confirmedSection(confirmed, locale, props)}
    ${ownSection(locale, props)}`,
  });
}

function confirmedSection(
  values: readonly ProfileValue[],
  locale: Locale,
  { nameOfSource }: Pick<ProfilePageProps, "nameOfSource">,
): SafeHtml {
  const t = accountsTexts(locale);
  return section({
    title: t("profile.confirmed"),
    body: html`<p class="kern-body">${t("profile.confirmed.hint")}</p>
      ${definitionRows(
        values.map(
          ({ attribute, value, source, assuranceLevel, obtainedAt }) => ({
            term: t(`export.attribute.${attribute}`),
            value: html`${shownValue({ attribute, value }, locale)}<br /><span
                class="portal-muted"
                >${t("profile.source", {
                  source: nameOfSource(source),
                  level: t(`level.${assuranceLevel}`),
                  date: formatDate(obtainedAt, locale),
                })}</span
              >`,
          }),
        ),
      )}`,
  });
}

function ownSection(locale: Locale, props: ProfilePageProps): SafeHtml {
  const { values } = props;
  const t = accountsTexts(locale);
  const valueOf = (attribute: ProfileAttribute) =>
    values.find((known) => known.attribute === attribute);
  const open = profileAttributes.filter((attribute) => {
    const known = valueOf(attribute);
    return !known || known.source === ownSource;
  });
  if (open.length === 0) return html``;
  return section({
    title: t("profile.own"),
    body: html`<p class="kern-body">${t("profile.own.hint")}</p>
      <form method="post" action="${accountPaths.profile}" novalidate>
        ${open.map((attribute) =>
          ownInput(attribute, { locale, known: valueOf(attribute), ...props }),
        )}
        ${buttonRow(button({ label: t("profile.save") }))}
      </form>`,
  });
}

type OwnInput = Pick<ProfilePageProps, "typed" | "faults"> & {
  readonly locale: Locale;
  readonly known: ProfileValue | undefined;
};

function ownInput(
  attribute: ProfileAttribute,
  { locale, known, typed, faults = [] }: OwnInput,
): SafeHtml {
  const common = {
    name: attribute,
    label: accountsTexts(locale)(`export.attribute.${attribute}`),
    isOptional: true,
    error: faults.includes(attribute)
      ? faultText(attribute, locale)
      : undefined,
    locale,
  };
  return attribute === "dateOfBirth"
    ? dateInput({
        ...common,
        isBirthday: true,
        value: typed ? dateParts(typed, attribute) : partsOf(known?.value),
      })
    : textInput({
        ...common,
        ...looks[attribute],
        maxLength: longestOwnValue,
        value: typed?.get(attribute) ?? known?.value ?? "",
      });
}

/** What is no day stands in the first input, where a whole date may be pasted, too. */
function partsOf(value = ""): DateParts {
  const [, year = "", month = "", day = value] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return { day, month, year };
}

function faultText(attribute: ProfileAttribute, locale: Locale): string {
  const t = accountsTexts(locale);
  if (attribute === "dateOfBirth") return t("profile.date.wrong");
  if (attribute === "email") return t("profile.email.wrong");
  return t("profile.too-long", {
    label: t(`export.attribute.${attribute}`),
    most: longestOwnValue,
  });
}

const scripts = ["date-input"] as const;

/** Browsers fill in what they know of the person. @see WCAG 2.2, 1.3.5 */
const looks: Readonly<
  Partial<Record<ProfileAttribute, Partial<TextInputProps>>>
> = {
  familyName: { autocomplete: "family-name" },
  givenNames: { autocomplete: "given-name" },
  academicTitle: { autocomplete: "honorific-prefix" },
  houseNumber: { width: 6, spellCheck: false },
  postcode: { width: 6, autocomplete: "postal-code", inputMode: "numeric" },
  town: { autocomplete: "address-level2" },
  country: { autocomplete: "country-name" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
};
