import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { reaches, type ProvenLevel } from "../../accounts/index.ts";
import { isDown } from "../domain/health.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type {
  InspectionCheck,
  MappedAttribute,
  ProviderInspection,
} from "../domain/sign-in-protocol.ts";
import { de } from "../i18n/de.ts";
import { setupTexts } from "../i18n/setup-texts.ts";
import { federationTexts } from "../i18n/texts.ts";
import type { ProviderOverview } from "../use-cases/inspect-provider.ts";
import { attributeLabel, failureText } from "./code-texts.ts";

export type ProvidersPageProps = {
  readonly locale: Locale;
  /** Where this keeper's providers are listed. */
  readonly base: string;
  readonly providers: readonly ProviderOverview[];
  /** Short name of a portal. */
  readonly nameOf: (tenantId: string) => string;
};

/** All identity providers that the keeper sees, with what is known of their health. */
export function providersPage(props: ProvidersPageProps): Page {
  const { base, locale, providers } = props;
  const t = federationTexts(locale);
  const add = linkButton({
    label: t("operator.add"),
    href: `${base}/neu`,
    icon: "add",
  });
  return page({
    title: t("operator.title"),
    layout: "wide",
    section: base,
    main: html`${pageHeading({ title: t("operator.title"), lead: t("operator.lead") })}
    ${buttonRow(add)}
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
  { base, locale, nameOf }: ProvidersPageProps,
): readonly (string | SafeHtml)[] {
  const t = federationTexts(locale);
  const { key, kind, name, assuranceLevel, portalTenantId } = provider;
  return [
    link(`${base}/${key}`, name[locale]),
    setupTexts(locale)(`kind.${kind}`),
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

export type ProviderPageProps = ProviderInspection & {
  readonly locale: Locale;
  readonly base: string;
  readonly provider: IdentityProvider;
  readonly mayChange: boolean;
  readonly isSaved: boolean;
};

/** One provider: what a test found, and what can be done with it. */
export function providerPage(props: ProviderPageProps): Page {
  const { attributes, base, checks, facts, isSaved, locale, provider } = props;
  const t = federationTexts(locale);
  const title = provider.name[locale];
  return page({
    title,
    layout: "wide",
    section: base,
    main: html`${backLink({ label: t("operator.back"), href: base })}
    ${isSaved && alert({ kind: "success", title: t("operator.saved"), isAnnounced: true })}
    ${pageHeading({ title, preline: setupTexts(locale)(`kind.${provider.kind}`) })}
    ${deeds(props)} ${checksTable(checks, locale)}
    ${attributesTable(attributes, locale)}
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

/** Try, change, offer. Trying is a way out to the provider, so it is a link. */
function deeds({
  base,
  locale,
  mayChange,
  provider,
}: ProviderPageProps): SafeHtml {
  const t = federationTexts(locale);
  const own = `${base}/${provider.key}`;
  const { isEnabled } = provider;
  return html`<p class="kern-body">
      ${isEnabled ? t("operator.offered") : t("operator.not-offered")}
      ${!mayChange && t("operator.raised")}
    </p>
    ${buttonRow(
      linkButton({ label: t("operator.try"), href: `${own}/probe` }),
      mayChange &&
        linkButton({
          label: t("operator.change"),
          href: `${own}/aendern`,
          variant: "secondary",
        }),
    )}
    <p class="kern-body">
      ${t("operator.try.level")}
      ${triedLevels(provider.assuranceLevel).map(
        (level) =>
          html`${link(`${own}/probe?niveau=${level}`, t(`level.${level}`))} `,
      )}
    </p>
    ${
      mayChange &&
      html`<form method="post" action="${own}/angebot">
        <input type="hidden" name="anbieten" value="${String(!isEnabled)}" />
        ${button({
          label: t(isEnabled ? "operator.withdraw" : "operator.offer"),
          variant: "secondary",
        })}
      </form>`
    }`;
}

const triedLevels = (highest: ProvenLevel) =>
  (["low", "substantial", "high"] as const).filter((level) =>
    reaches(highest, level),
  );

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
    rows: checks.map(({ check, finding, isAdvice }) => ({
      cells: [
        namedText(`check.${check}`, check, locale),
        finding === undefined
          ? badge("success", t("operator.passed"))
          : badge(
              isAdvice ? "warning" : "danger",
              failureText(finding, locale),
            ),
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
      cells: [
        attributeLabel(attribute, locale),
        source,
        t(`operator.offered.${offered(isOffered)}`),
      ],
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
