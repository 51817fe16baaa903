import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { auditTexts, isAuditKey } from "../i18n/texts.ts";

type DetailProps = {
  readonly locale: Locale;
  /** Names of members of staff and numbers of Vorgänge, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** What an entry says beside who, what and when, in words; what newer or older programs wrote without any stands as it is. */
export function entryDetails(
  details: Readonly<Record<string, unknown>>,
  props: DetailProps,
): SafeHtml | false {
  const said = Object.entries(details).filter(([, value]) => value !== "");
  return (
    said.length > 0 &&
    html`<ul class="portal-list portal-details">
      ${said.map(
        ([key, value]) =>
          html`<li>
            <span class="portal-muted"
              >${word(`detail.${key}`, key, props.locale)}:</span
            >
            ${valueWords(key, value, props)}
          </li>`,
      )}
    </ul>`
  );
}

function valueWords(
  key: string,
  value: unknown,
  { locale, names }: DetailProps,
): string {
  if (typeof value === "boolean")
    return word(value ? "value.yes" : "value.no", String(value), locale);
  if (typeof value !== "string") return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, locale);
  return value
    .split(" ")
    .map((each) => names.get(each) ?? codeWords(key, each, locale))
    .join(listed.has(key) ? ", " : " ");
}

function codeWords(key: string, code: string, locale: Locale): string {
  const action = word(`action.${code}`, code, locale);
  return key === "action" ? action : word(`value.${key}.${code}`, code, locale);
}

/** Several in one text. */
const listed: ReadonlySet<string> = new Set([
  "leistungen",
  "members",
  "restricted",
  "offices",
  "roles",
  "scopes",
]);

function word(key: string, otherwise: string, locale: Locale): string {
  return isAuditKey(key) ? auditTexts(locale)(key) : otherwise;
}
