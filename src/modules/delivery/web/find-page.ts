import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import type { FoundDestination, FoundDestinations } from "../domain/finder.ts";
import type {
  ConnectorDescription,
  EnteredOptions,
} from "../domain/option-field.ts";
import { destinationTexts } from "../i18n/texts.ts";
import { describeCause } from "./cause-text.ts";
import {
  optionInputName,
  type DestinationFaults,
} from "./destination-input.ts";
import { destinationAdminPath, findPath } from "./list-address.ts";
import { optionFault, optionInputs } from "./option-inputs.ts";

export type FindShown = {
  readonly locale: Locale;
  readonly connectorKey: string;
  readonly finder: ConnectorDescription;
  readonly query: EnteredOptions;
  readonly faults: DestinationFaults;
  /** Undefined: nothing was asked yet. */
  readonly found: FoundDestinations | undefined;
};

/** Who takes a Leistung of a place: the question, and what was answered to it. */
export function findPage(shown: FindShown): Page {
  const { locale, finder, query, connectorKey, faults } = shown;
  const t = destinationTexts(locale);
  const errors = finder.fields.flatMap((field) => {
    const text = optionFault(field, { faults, locale });
    return text === undefined
      ? []
      : [{ fieldId: optionInputName(field.name), text }];
  });
  const hasErrors = errors.length > 0;
  const { title } = finder;
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("error-title", { title }) : title,
    section: destinationAdminPath,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${backLink({
        label: t("find.back"),
        href: newDestinationHref(connectorKey, {}),
      })}
      ${errorSummary({ errors, locale })}
      ${pageHeading({ title, lead: finder.about })} ${answerOf(shown)}
      <form method="post" action="${findPath}" novalidate>
        <input type="hidden" name="anbindung" value="${connectorKey}" />
        ${optionInputs({
          locale,
          fields: finder.fields,
          options: query,
          storedSecrets: [],
          faults,
        })}
        ${button({ label: t("find.button") })}
      </form>`,
  });
}

function answerOf(shown: FindShown): SafeHtml | undefined {
  const { locale, found } = shown;
  const t = destinationTexts(locale);
  if (!found) return undefined;
  if (found.kind === "unavailable")
    return alert({
      kind: "danger",
      title: t("find.unavailable"),
      body: describeCause(locale, found.cause),
      isAnnounced: true,
    });
  const { destinations } = found;
  return destinations.length === 0
    ? emptyState({ title: t("find.none"), body: t("find.none.body") })
    : section({
        title: t("find.found", { count: destinations.length }),
        body: html`${destinations.map((one) => foundOne(one, shown))}`,
      });
}

/** One that is not genuine can be read and not be taken. */
function foundOne(
  { name, lines, fault, options }: FoundDestination,
  { locale, connectorKey }: FindShown,
): SafeHtml {
  const t = destinationTexts(locale);
  return html`<div class="portal-summary">
    <h3 class="kern-heading-small">${name}</h3>
    <p class="kern-body">
      ${lines.map((line) => html`${line}<br />`)}
      <code>${options["destinationId"]}</code>
    </p>
    ${
      fault === undefined
        ? html`<p>${badge("success", t("find.genuine"))}</p>
            ${linkButton({
              label: t("find.take"),
              href: newDestinationHref(connectorKey, options, name),
            })}`
        : html`<p class="kern-body">
            ${badge("danger", t("find.refused"))}<br />
            ${describeCause(locale, fault)}
          </p>`
    }
  </div>`;
}

/** The form of a new destination with what is known filled in. */
function newDestinationHref(
  connectorKey: string,
  options: Readonly<Record<string, string>>,
  name?: string,
): string {
  const given = new URLSearchParams([["anbindung", connectorKey]]);
  if (name !== undefined) given.set("name", name.slice(0, 120));
  for (const [option, value] of Object.entries(options))
    given.set(optionInputName(option), value);
  return `${destinationAdminPath}/neu?${given.toString()}`;
}
