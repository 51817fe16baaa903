import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OverlayFinding } from "../../domain/overlay/finding.ts";
import type { FormDefinition } from "../../domain/form-definition.ts";
import { findElement } from "../../domain/overlay/element-paths.ts";
import type { RuleFinding } from "../../rules/analysis/finding.ts";
import {
  describeExampleDifference,
  describeRuleFinding,
} from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";

/** What was found about a form, as sentences. */
export type ReportLine = {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** Path of the element it is about, where it is about one. */
  readonly elementPath?: string;
};

/** Everything found about a form. */
export function describeReport(form: OpenedForm, locale: Locale): ReportLine[] {
  const { report, definition, base } = form;
  const naming = { locale, definitions: [definition, base.definition] };
  return [
    ...report.findings.map((finding) => overlayLine(finding, form, naming)),
    ...report.ruleFindings.map((finding) =>
      ruleLine(finding, definition, locale),
    ),
    ...report.examples.results.flatMap(({ title, differences }) =>
      differences.map((difference) => ({
        severity: "error" as const,
        text: editorTexts(locale)("overview.example", {
          title,
          text: describeExampleDifference(definition, difference, locale),
        }),
      })),
    ),
  ];
}

/** Lines as a list; those about an element lead to it. */
export function reportList(
  lines: readonly ReportLine[],
  linkOf: (path: string) => string,
): SafeHtml {
  return html`<ul class="kern-list kern-list--bullet">
    ${lines.map(
      ({ text, elementPath }) =>
        html`<li>
          ${elementPath === undefined ? text : html`<a class="kern-link" href="${linkOf(elementPath)}">${text}</a>`}
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
  const [self] = line;
  const other = line.find(({ slug }) => slug === authority);
  const text = t("finding.at", {
    place: placeName(place, naming),
    text: t(`finding.${code}`, params),
  });
  return {
    severity,
    text:
      other === undefined || other === self
        ? text
        : t("finding.of", { text, authority: other.name }),
    ...(isElement(place, naming) ? { elementPath: place } : {}),
  };
}

function ruleLine(
  finding: RuleFinding,
  definition: FormDefinition,
  locale: Locale,
): ReportLine {
  const { severity, place } = finding;
  return {
    severity,
    text: describeRuleFinding(definition, finding, locale),
    ...(place.kind === "element" ? { elementPath: place.at } : {}),
  };
}

function isElement(place: string, { definitions }: Naming): boolean {
  return definitions.some(({ pages }) =>
    findElement(
      pages.flatMap(({ elements }) => elements),
      place,
    ),
  );
}

function placeName(place: string, { locale, definitions }: Naming): string {
  const t = editorTexts(locale);
  const [, kind, key = ""] = /^(page|check|rule):(.*)$/.exec(place) ?? [];
  switch (kind) {
    case "page":
      return t("finding.page", { key: pageName(key, definitions) });
    case "check":
      return t("finding.check", { id: key });
    case "rule":
      return t("finding.rule", { id: key });
    default:
      return place === ""
        ? t("finding.whole-form")
        : labelPath(place, definitions);
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
