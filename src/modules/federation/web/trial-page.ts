import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { table } from "../../../ui/table.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { TrialReport } from "../domain/outcome.ts";
import { setupTexts } from "../i18n/setup-texts.ts";
import { attributeLabel, failureText } from "./code-texts.ts";

export type TrialPageProps = {
  readonly locale: Locale;
  readonly base: string;
  readonly provider: IdentityProvider;
  readonly report: TrialReport;
};

/** What came of a sign-in that was tried: whether it would have counted, what arrived, and what an account would get of it. */
export function trialPage(props: TrialPageProps): Page {
  const { base, locale, provider, report } = props;
  const t = setupTexts(locale);
  const own = `${base}/${provider.key}`;
  return page({
    title: t("trial.title"),
    layout: "wide",
    section: base,
    main: html`${backLink({ label: provider.name[locale], href: own })}
    ${pageHeading({ title: t("trial.title"), preline: t(`kind.${provider.kind}`), lead: t("trial.lead") })}
    ${verdict(report, locale)} ${mappedTable(report, locale)}
    ${arrivedTable(report, locale)}
    ${buttonRow(
      linkButton({ label: t("trial.again"), href: `${own}/probe` }),
      linkButton({
        label: t("trial.change"),
        href: `${own}/aendern`,
        variant: "secondary",
      }),
    )}`,
  });
}

/** Nothing was begun: the provider was not even asked. */
export function nothingTried(code: string): TrialReport {
  return {
    failed: [code],
    arrived: [],
    mapped: [],
    level: undefined,
    displayName: undefined,
    organisationName: undefined,
  };
}

function verdict(
  { displayName, failed, level, organisationName }: TrialReport,
  locale: Locale,
): SafeHtml {
  const t = setupTexts(locale);
  if (failed.length > 0)
    return alert({
      kind: "danger",
      title: t("trial.refused"),
      body: html`<ul class="kern-list kern-list--bullet">
        ${failed.map((code) => html`<li>${failureText(code, locale)}</li>`)}
      </ul>`,
    });
  return alert({
    kind: "success",
    title: t("trial.accepted"),
    body: html`<p>
      ${t("trial.person", {
        name: displayName ?? "–",
        level: level === undefined ? "–" : t(`level.${level}`),
      })}
      ${
        organisationName !== undefined &&
        t("trial.organisation", { name: organisationName })
      }
    </p>`,
  });
}

function mappedTable({ mapped }: TrialReport, locale: Locale): SafeHtml {
  const t = setupTexts(locale);
  if (mapped.length === 0) return html``;
  return table({
    caption: t("trial.mapped"),
    columns: [
      { label: t("trial.column.attribute") },
      { label: t("trial.column.source") },
      { label: t("trial.column.value") },
      { label: t("trial.column.level") },
    ],
    rows: mapped.map(({ attribute, level, source, value }) => ({
      cells: [
        attributeLabel(attribute, locale),
        source,
        value ?? t("trial.missing"),
        level === undefined ? "–" : t(`level.${level}`),
      ],
    })),
  });
}

function arrivedTable({ arrived }: TrialReport, locale: Locale): SafeHtml {
  const t = setupTexts(locale);
  if (arrived.length === 0)
    return html`<p class="kern-body">${t("trial.nothing")}</p>`;
  return table({
    caption: t("trial.arrived"),
    columns: [
      { label: t("trial.column.source") },
      { label: t("trial.column.value") },
    ],
    rows: arrived.map(({ name, values }) => ({
      cells: [name, values.join(" · ")],
    })),
  });
}
