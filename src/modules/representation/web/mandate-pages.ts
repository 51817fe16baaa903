import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay, formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { MandateState } from "../domain/mandate.ts";
import { representationTexts } from "../i18n/texts.ts";
import type { ShownAction } from "../use-cases/list-actions.ts";
import type { MandateView } from "../use-cases/read-mandates.ts";
import { actionSection } from "./action-table.ts";
import { scopeText } from "./mandate-words.ts";
import { representationPaths } from "./paths.ts";

/** Mandates given and received. */
export function mandatesPage({
  locale,
  mandates,
}: {
  readonly locale: Locale;
  readonly mandates: readonly MandateView[];
}): Page {
  const t = representationTexts(locale);
  const given = mandates.filter(({ isGiven }) => isGiven);
  const received = mandates.filter(({ isGiven }) => !isGiven);
  return page({
    title: t("mandates.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("mandates.title"), lead: t("mandates.lead") })}
    ${buttonRow(
      linkButton({
        label: t("mandates.new"),
        href: representationPaths.newMandate,
      }),
      linkButton({
        label: t("mandates.declare"),
        href: representationPaths.declaration,
        variant: "secondary",
      }),
    )}
    ${mandateSection("given", { mandates: given, locale })}
    ${mandateSection("received", { mandates: received, locale })}`,
  });
}

function mandateSection(
  side: "given" | "received",
  {
    mandates,
    locale,
  }: { readonly mandates: readonly MandateView[]; readonly locale: Locale },
): SafeHtml {
  const t = representationTexts(locale);
  const title = t(`mandates.${side}`);
  if (mandates.length === 0)
    return section({
      title,
      body: html`<p>${t(`mandates.${side}.empty`)}</p>`,
    });
  return section({
    title,
    body: table({
      caption: title,
      isCaptionHidden: true,
      columns: [
        { label: t("mandates.person") },
        { label: t("mandates.scope") },
        { label: t("mandates.until") },
        { label: t("mandates.state") },
      ],
      rows: mandates.map((mandate) => ({
        cells: [
          html`<a
            class="kern-link"
            href="${representationPaths.mandate(mandate.mandateId)}"
            >${mandate.otherName ?? t("mandates.nobody-yet")}</a
          >`,
          scopeText(mandate.scopeLabel, locale),
          formatDay(mandate.validUntil, locale),
          stateBadge(mandate.state, locale),
        ],
      })),
    }),
  });
}

const badgeOfState: Readonly<Record<MandateState, BadgeKind>> = {
  waiting: "info",
  "invitation-expired": "warning",
  "in-force": "success",
  expired: "neutral",
  revoked: "neutral",
};

function stateBadge(state: MandateState, locale: Locale): SafeHtml {
  return badge(
    badgeOfState[state],
    representationTexts(locale)(`state.${state}`),
  );
}

export type MandatePageProps = {
  readonly locale: Locale;
  readonly mandate: MandateView;
  readonly actions: readonly ShownAction[];
};

/** One mandate as either side sees it, with what was done by it. */
export function mandatePage(props: MandatePageProps): Page {
  const { locale, mandate, actions } = props;
  const t = representationTexts(locale);
  const title = titleOf(mandate, locale);
  return page({
    title,
    section: "/konto",
    main: html`${backLink({ label: t("mandates.title"), href: representationPaths.mandates })}
    ${pageHeading({ title })}
    ${mandate.basis !== "power" && alert({ kind: "info", title: t("self-declared") })}
    ${factsOf(props)} ${buttonsOf(props)} ${actionSection(actions, locale)}`,
  });
}

function titleOf({ isGiven, otherName }: MandateView, locale: Locale): string {
  const t = representationTexts(locale);
  if (otherName === undefined) return t("mandate.waiting.title");
  return t(isGiven ? "mandate.given.title" : "mandate.received.title", {
    name: otherName,
  });
}

function factsOf({ locale, mandate }: MandatePageProps): SafeHtml {
  const t = representationTexts(locale);
  const { personBirthday, statement } = mandate;
  return definitionRows([
    { term: t("mandates.state"), value: stateBadge(mandate.state, locale) },
    { term: t("mandates.basis"), value: t(`basis.${mandate.basis}`) },
    { term: t("mandates.scope"), value: scopeText(mandate.scopeLabel, locale) },
    {
      term: t("mandates.until"),
      value: formatDay(mandate.validUntil, locale),
    },
    {
      term: t("mandate.created"),
      value: formatDate(mandate.createdAt, locale),
    },
    ...(personBirthday === undefined
      ? []
      : [
          {
            term: t("mandate.birthday"),
            value: formatDay(personBirthday, locale),
          },
        ]),
    ...(statement === undefined
      ? []
      : [{ term: t("mandate.statement"), value: statement }]),
  ]);
}

function buttonsOf({ locale, mandate }: MandatePageProps): SafeHtml | false {
  const t = representationTexts(locale);
  const { state, mandateId, isGiven, otherName } = mandate;
  if (state === "expired" || state === "revoked") return false;
  const end = linkButton({
    label: t("mandate.end"),
    href: representationPaths.endOfMandate(mandateId),
    variant: "secondary",
  });
  if (isGiven || state !== "in-force") return buttonRow(end);
  return html`<form method="post" action="${representationPaths.switch}">
    <input type="hidden" name="partyId" value="${mandate.partyId}" />
    ${buttonRow(button({ label: t("mandate.act", { name: otherName ?? "" }) }), end)}
  </form>`;
}

/** Asks before a mandate is ended. */
export function endOfMandatePage({
  locale,
  mandate,
}: Omit<MandatePageProps, "actions">): Page {
  const t = representationTexts(locale);
  const { otherName: name, isGiven } = mandate;
  const question =
    name === undefined
      ? t("mandate.end.question.waiting")
      : t(`mandate.end.question.${isGiven ? "given" : "received"}`, { name });
  return page({
    title: question,
    section: "/konto",
    main: confirmation({
      question,
      consequence: t("mandate.end.consequence"),
      action: representationPaths.endOfMandate(mandate.mandateId),
      confirmLabel: t("mandate.end.button"),
      cancel: {
        label: t("cancel"),
        href: representationPaths.mandate(mandate.mandateId),
      },
    }),
  });
}
