import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { isDown } from "../domain/health.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type {
  InspectionCheck,
  MappedAttribute,
  ProviderInspection,
} from "../domain/sign-in-protocol.ts";
import { de } from "../i18n/de.ts";
import { federationTexts } from "../i18n/texts.ts";
import type { ProviderOverview } from "../use-cases/inspect-provider.ts";
import { federationPaths } from "./federation-paths.ts";

export type ProvidersPageProps = {
  readonly locale: Locale;
  readonly providers: readonly ProviderOverview[];
  /** Short name of a portal. */
  readonly nameOf: (tenantId: string) => string;
};

/** All identity providers with what is known of their health. */
export function providersPage(props: ProvidersPageProps): Page {
  const { locale, providers } = props;
  const t = federationTexts(locale);
  return page({
    title: t("operator.title"),
    layout: "wide",
    section: federationPaths.operator,
    main: html`${pageHeading({ title: t("operator.title"), lead: t("operator.lead") })}
    ${
      providers.length === 0
        ? emptyState({
            title: t("operator.none"),
            body: t("operator.none.how"),
          })
        : table({
            caption: t("operator.list"),
            columns: [
              { label: t("operator.column.name") },
              { label: t("operator.column.kind") },
              { label: t("operator.column.level") },
              { label: t("operator.column.where") },
              { label: t("operator.column.state") },
            ],
            rows: providers.map((overview) => ({
              cells: providerCells(overview, props),
            })),
          })
    }`,
  });
}

function providerCells(
  { provider, health }: ProviderOverview,
  { locale, nameOf }: ProvidersPageProps,
): readonly (string | SafeHtml)[] {
  const t = federationTexts(locale);
  const { key, kind, name, assuranceLevel, portalTenantId } = provider;
  return [
    link(`${federationPaths.operator}/${key}`, name[locale]),
    kind,
    t(`level.${assuranceLevel}`),
    portalTenantId === undefined
      ? t("operator.everywhere")
      : nameOf(portalTenantId),
    stateBadge({ provider, health }, locale),
  ];
}

function stateBadge(
  { provider, health }: ProviderOverview,
  locale: Locale,
): SafeHtml {
  const t = federationTexts(locale);
  if (!provider.isEnabled) return badge("neutral", t("operator.disabled"));
  if (!health) return badge("neutral", t("operator.unknown"));
  return isDown(health)
    ? badge("danger", t("operator.down", { reason: health.reason ?? "–" }))
    : badge("success", t("operator.up"));
}

/** What a test of one provider found. */
export function inspectionPage(
  locale: Locale,
  inspection: ProviderInspection & { readonly provider: IdentityProvider },
): Page {
  const t = federationTexts(locale);
  const { provider, checks, attributes, facts } = inspection;
  return page({
    title: provider.name[locale],
    layout: "wide",
    section: federationPaths.operator,
    main: html`${backLink({ label: t("operator.back"), href: federationPaths.operator })}
    ${pageHeading({ title: provider.name[locale], preline: t("operator.title") })}
    ${checksTable(checks, locale)} ${attributesTable(attributes, locale)}
    ${section({
      title: t("operator.facts"),
      body: definitionRows(
        facts.map(({ name, value }) => ({
          term: namedText(`fact.${name}`, name, locale),
          value,
        })),
      ),
    })}`,
  });
}

function checksTable(
  checks: readonly InspectionCheck[],
  locale: Locale,
): SafeHtml {
  const t = federationTexts(locale);
  return table({
    caption: t("operator.checks"),
    columns: [
      { label: t("operator.column.check") },
      { label: t("operator.column.finding") },
    ],
    rows: checks.map(({ check, finding }) => ({
      cells: [
        namedText(`check.${check}`, check, locale),
        finding === undefined
          ? badge("success", t("operator.passed"))
          : badge("danger", finding),
      ],
    })),
  });
}

function attributesTable(
  attributes: readonly MappedAttribute[],
  locale: Locale,
): SafeHtml {
  const t = federationTexts(locale);
  return table({
    caption: t("operator.attributes"),
    columns: [
      { label: t("operator.column.attribute") },
      { label: t("operator.column.source") },
      { label: t("operator.column.offered") },
    ],
    rows: attributes.map(({ attribute, source, isOffered }) => ({
      cells: [attribute, source, t(`operator.offered.${offered(isOffered)}`)],
    })),
  });
}

function offered(isOffered: boolean | undefined): "yes" | "no" | "unknown" {
  if (isOffered === undefined) return "unknown";
  return isOffered ? "yes" : "no";
}

/** Protocols name checks and facts by codes; those without a text are shown as they are. */
function namedText(key: string, code: string, locale: Locale): string {
  return isTextKey(key) ? federationTexts(locale)(key) : code;
}

const isTextKey = (key: string): key is keyof typeof de =>
  Object.hasOwn(de, key);
