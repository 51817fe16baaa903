import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { dayInput } from "../../../ui/day-input.ts";
import { select, type Option } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { auditTexts, listActions } from "../i18n/texts.ts";
import type { AuditPageProps } from "./audit-page-props.ts";
import { auditFields, auditPath } from "./audit-query.ts";

/** What of the log is shown. Sends by GET, so that a search can be kept as a bookmark. */
export function auditFilter(props: AuditPageProps): SafeHtml {
  const { locale, filter } = props;
  const t = auditTexts(locale);
  const { subject } = filter;
  return html`<form
      class="portal-filter-row"
      role="search"
      action="${auditPath}"
      method="get"
    >
      ${textInput({
        name: auditFields.reference,
        label: t("search.reference"),
        value: filter.reference ?? "",
        autocomplete: "off",
        spellCheck: false,
        maxLength: 60,
        isOptional: false,
        locale,
      })}
      ${whoAndWhat(props)}
      ${dayInput(auditFields.from, t("search.from"), filter.from)}
      ${dayInput(auditFields.until, t("search.until"), filter.until)}
      ${
        subject &&
        html`<input
            type="hidden"
            name="${auditFields.subjectKind}"
            value="${subject.kind}"
          />
          <input
            type="hidden"
            name="${auditFields.subject}"
            value="${subject.id}"
          />`
      }
      ${button({ label: t("search.button"), icon: "search" })}
    </form>
    ${stateOf(props)}`;
}

function whoAndWhat({ locale, filter, staff }: AuditPageProps): SafeHtml {
  const t = auditTexts(locale);
  const { actorId, action } = filter;
  const actors = [
    { value: "guest", label: t("search.guests") },
    { value: "system", label: t("kind.system") },
    ...staff.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return html`${select({
    name: auditFields.actor,
    label: t("search.actor"),
    emptyLabel: t("search.everybody"),
    options: withChosen(actors, actorId),
    value: actorId,
    isLong: true,
    locale,
  })}
  ${select({
    name: auditFields.action,
    label: t("search.action"),
    emptyLabel: t("search.everything"),
    options: withChosen(actionsFor(locale), action),
    value: action,
    isLong: true,
    locale,
  })}`;
}

/** Accounts of citizens are not in the list; a link leads to what one of them did. */
function withChosen(
  options: readonly Option[],
  chosen: string | undefined,
): readonly Option[] {
  return chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];
}

function actionsFor(locale: Locale): readonly Option[] {
  return listActions(locale)
    .map(({ action, words }) => ({ value: action, label: words }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

function stateOf({ locale, filter }: AuditPageProps): SafeHtml {
  const t = auditTexts(locale);
  const { before, subject, ...sought } = filter;
  const isNarrowed =
    subject !== undefined ||
    Object.values(sought).some((value) => value !== undefined);
  return html`<p>
    ${subject && html`${t("filter.subject")}: <code>${subject.id}</code>`}
    ${!isNarrowed && t("filter.hint")}
    ${
      (isNarrowed || before !== undefined) &&
      html`<a class="kern-link" href="${auditPath}">${t("filter.off")}</a>`
    }
  </p>`;
}
