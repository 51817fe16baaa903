import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  profileAttributes,
  type ProfileAttribute,
} from "../domain/profile-attributes.ts";
import { accountsTexts } from "../i18n/texts.ts";
import { ownSource, type ProfileValue } from "../use-cases/open-profile.ts";
import { accountPaths } from "./account-paths.ts";

export type ProfilePageProps = {
  readonly values: readonly ProfileValue[];
  readonly isSaved: boolean;
  /** The name of an identity provider as people know it. */
  readonly nameOfSource: (source: string) => string;
};

/** What the account knows of its person: confirmed values with their source, own ones to change. */
export function profilePage(locale: Locale, props: ProfilePageProps): Page {
  const t = accountsTexts(locale);
  const confirmed = props.values.filter(({ source }) => source !== ownSource);
  return page({
    title: t("profile.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("profile.title"), lead: t("profile.lead") })}
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
            value: html`${shown(attribute, value, locale)}<br /><span
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

/** Providers say dates as ISO 8601. */
function shown(
  attribute: ProfileAttribute,
  value: string,
  locale: Locale,
): string {
  return attribute === "dateOfBirth" && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? formatDay(value, locale)
    : value;
}

function ownSection(locale: Locale, { values }: ProfilePageProps): SafeHtml {
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
      <form method="post" action="${accountPaths.profile}">
        ${open.map((attribute) =>
          textInput({
            name: attribute,
            label: t(`export.attribute.${attribute}`),
            value: valueOf(attribute)?.value ?? "",
            isOptional: true,
            locale,
          }),
        )}
        ${buttonRow(button({ label: t("profile.save") }))}
      </form>`,
  });
}
