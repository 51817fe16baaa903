import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OverlayFinding } from "../../domain/overlay/finding.ts";
import type { FormDefinition } from "../../domain/form-definition.ts";
import { findElement } from "../../domain/overlay/element-paths.ts";
import type { RuleFinding } from "../../rules/analysis/finding.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";

/** What was found about a form, as sentences with their place. */
export type ReportLine = {
  readonly severity: "error" | "warning";
  readonly place: string;
  readonly text: string;
  /** Path of the element it is about, where it is about one. */
  readonly elementPath?: string;
};

/** Everything found about a form, errors first. */
export function describeReport(form: OpenedForm, locale: Locale): ReportLine[] {
  const { report, definition, base } = form;
  const place = { locale, definitions: [definition, base.definition] };
  const described = [
    ...report.findings.map((finding) => overlayLine(finding, form, place)),
    ...report.ruleFindings.map((finding) => ruleLine(finding, place)),
  ];
  return described.toSorted(
    (one, other) => rank(one.severity) - rank(other.severity),
  );
}

const rank = (severity: ReportLine["severity"]) =>
  severity === "error" ? 0 : 1;

/** Lines as a list. */
export function reportList(
  lines: readonly ReportLine[],
  linkOf: (path: string) => string,
): SafeHtml {
  return html`<ul class="kern-list kern-list--bullet">
    ${lines.map(
      ({ place, text, elementPath }) =>
        html`<li>
          ${elementPath === undefined ? html`<strong>${place}</strong>` : html`<a class="kern-link" href="${linkOf(elementPath)}">${place}</a>`}:
          ${text}
        </li>`,
    )}
  </ul>`;
}

type Naming = {
  readonly locale: Locale;
  readonly definitions: readonly FormDefinition[];
};

function overlayLine(
  { severity, code, place, authority, params }: OverlayFinding,
  { line }: OpenedForm,
  naming: Naming,
): ReportLine {
  const t = editorTexts(naming.locale);
  const text = t(`finding.${code}`, params);
  const [self] = line;
  const other = line.find(({ slug }) => slug === authority);
  const [kind = "", key = ""] =
    /^(page|check|rule):(.*)$/.exec(place)?.slice(1) ?? [];
  return {
    severity,
    text:
      other === undefined || other === self
        ? text
        : t("finding.of", { text, authority: other.name }),
    ...placeOf(
      kind === "" ? "element" : kind,
      kind === "" ? place : key,
      naming,
    ),
  };
}

function ruleLine(
  { severity, code, place, params }: RuleFinding,
  naming: Naming,
): ReportLine {
  const text = editorTexts(naming.locale)(`finding.${code}`, params);
  return { severity, text, ...placeOf(place.kind, place.at, naming) };
}

function placeOf(
  kind: string,
  at: string,
  { locale, definitions }: Naming,
): Pick<ReportLine, "place" | "elementPath"> {
  const t = editorTexts(locale);
  switch (kind) {
    case "page":
      return { place: t("finding.page", { key: pageName(at, definitions) }) };
    case "check":
      return { place: t("finding.check", { id: at }) };
    case "rule":
      return { place: t("finding.rule", { id: at }) };
    case "outcome":
      return { place: t("finding.outcome", { number: at }) };
    default:
      return at === ""
        ? { place: t("finding.whole-form") }
        : { place: labelPath(at, definitions), elementPath: at };
  }
}

function pageName(key: string, definitions: readonly FormDefinition[]): string {
  const page = definitions
    .flatMap(({ pages }) => pages)
    .find((each) => each.key === key);
  return page?.title ?? key;
}

/** Labels of an element and the groups around it: `Hund, Rasse`. The keys themselves where nothing has them. */
export function labelPath(
  path: string,
  definitions: readonly FormDefinition[],
): string {
  const keys = path.split(".");
  const labels = keys.map((_, index) => {
    const above = keys.slice(0, index + 1).join(".");
    for (const { pages } of definitions) {
      const element = findElement(
        pages.flatMap(({ elements }) => elements),
        above,
      );
      if (element) return element.label;
    }
    return undefined;
  });
  return labels.every((label) => label !== undefined && label !== "")
    ? labels.join(" › ")
    : path;
}
