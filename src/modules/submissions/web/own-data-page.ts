import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { showPlaced } from "../../forms/own-data.ts";
import {
  isConfirmed,
  type OwnData,
  type OwnValue,
} from "../domain/own-data.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { describeOrigin } from "../use-cases/describe-origin.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";
import { inFormLanguage } from "./form-language.ts";
import { ownDataPath } from "./own-data-path.ts";

export const answerField = "antwort";

export type OwnDataPageProps = {
  readonly draft: Draft;
  readonly own: OwnData;
  /** The Leistung takes applications of guests, too. */
  readonly isForGuests: boolean;
};

/** Exactly what would be filled in, each value with who says it, and the question whether it may be. */
export function ownDataPage(
  request: PortalRequest,
  props: OwnDataPageProps,
): Page {
  const { account, locale } = request;
  const { draft, own } = props;
  const t = submissionsTexts(locale);
  const lead =
    own.party === "organisation"
      ? t("own-data.lead.organisation", {
          party: account?.actingFor?.name ?? "",
        })
      : t("own-data.lead");
  return page({
    title: t("own-data.title"),
    section: "/leistungen",
    main: html`${backLink({ label: t("start.title"), href: antragPath(draft.leistungSlug) })}
    ${pageHeading({ title: t("own-data.title"), preline: draft.definition.title, lead })}
    ${own.isGranted && alert({ kind: "info", title: t("own-data.granted.title"), body: t("own-data.granted") })}
    ${section({ title: t("own-data.list"), body: inFormLanguage(request, draft.definition, values(own, locale)) })}
    ${own.placed.some(isConfirmed) && wrongValue(props, locale)}
    ${question(draft, locale)}`,
  });
}

function values({ placed }: OwnData, locale: Locale): SafeHtml {
  const t = submissionsTexts(locale);
  const isLocking = placed.some(isConfirmed);
  const rows = definitionRows(
    placed.map((value: OwnValue) => ({
      term: value.field.label,
      value: html`${showPlaced(value, locale)}<br /><span class="portal-muted"
          >${describeOrigin(value, locale)}</span
        >`,
    })),
  );
  return html`<p class="kern-body">
      ${t(isLocking ? "own-data.locked" : "own-data.free")}
    </p>
    ${rows}`;
}

function wrongValue(
  { isForGuests }: OwnDataPageProps,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  return accordion({
    title: t("own-data.wrong.title"),
    body: html`<p class="kern-body">${t("own-data.wrong.source")}</p>
      <p class="kern-body">${t("own-data.wrong.by-hand")}</p>
      ${isForGuests && html`<p class="kern-body">${t("own-data.wrong.guest")}</p>`}`,
  });
}

function question({ leistungSlug }: Draft, locale: Locale): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form method="post" action="${ownDataPath(leistungSlug)}">
    <p class="kern-body">
      ${t("own-data.consent")}
      <a class="kern-link" href="/konto/einwilligungen"
        >${t("own-data.consent.link")}</a
      >.
    </p>
    ${buttonRow(
      button({ label: t("own-data.yes"), name: answerField, value: "ja" }),
      button({
        label: t("own-data.no"),
        name: answerField,
        value: "nein",
        variant: "secondary",
      }),
    )}
  </form>`;
}
