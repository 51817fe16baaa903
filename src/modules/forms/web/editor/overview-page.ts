import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDate, formatDay } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { definitionRows, lines } from "../../../../ui/definition-rows.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeUntested } from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { describeReport, reportList } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { nameSome } from "./name-some.ts";
import {
  publicationSection,
  type PublicationProps,
} from "./publication-section.ts";
import { statusName } from "./status-name.ts";

export type OverviewProps = PublicationProps & {
  readonly done?: string | undefined;
};

/** First page of a form: provenance, tasks, publication, usage. */
export function overviewPage(props: OverviewProps): Page {
  const { locale, form, done, refused } = props;
  const t = editorTexts(locale);
  return formFrame({
    locale,
    form,
    section: "uebersicht",
    done,
    status: refused ? 409 : 200,
    body: html`${
      refused &&
      alert({
        kind: "danger",
        title: t("overview.publish.refused.title"),
        body: t("overview.publish.refused.body"),
        isRefusal: true,
      })
    }
    ${tasks(props)} ${publicationSection(props)} ${provenance(props)}
    ${usage(props)}`,
  });
}

function tasks({ form, locale }: OverviewProps): SafeHtml {
  const t = editorTexts(locale);
  const lines = describeReport(form, locale);
  const parts = [
    reportPart(
      t("overview.findings.errors"),
      lines.filter(({ severity }) => severity === "error"),
      form,
    ),
    reportPart(
      t("overview.findings.warnings"),
      lines.filter(({ severity }) => severity === "warning"),
      form,
    ),
    rulesPart(form, locale),
    untestedPart(form, locale),
    newerPart(form, locale),
    form.publication?.isOutdated &&
      html`<p class="kern-body">${t("overview.outdated")}</p>`,
  ].filter((part) => typeof part === "object");
  return section({
    title: t("overview.tasks"),
    body:
      parts.length > 0
        ? parts
        : html`<p class="kern-body">${t("overview.tasks.none.body")}</p>`,
  });
}

function reportPart(
  title: string,
  found: Parameters<typeof reportList>[0],
  form: OpenedForm,
): SafeHtml | false {
  if (found.length === 0) return false;
  return html`<p class="kern-body"><strong>${title}</strong></p>
    ${reportList(found, (path) => editorPaths.element(form.definition.key, path))}`;
}

function rulesPart({ definition }: OpenedForm, locale: Locale) {
  const t = editorTexts(locale);
  const count = definition.untranslatedRules.length;
  if (count === 0) return false;
  return html`<p class="kern-body">
    ${count === 1 ? t("overview.rules.one") : t("overview.rules", { count })}
    ${link(editorPaths.section(definition.key, "regeln"), t("overview.rules.link"))}
  </p>`;
}

function untestedPart({ definition, report }: OpenedForm, locale: Locale) {
  const t = editorTexts(locale);
  const untested = report.examples.untested.flatMap((each) =>
    describeUntested(definition, each, locale),
  );
  if (untested.length === 0) return false;
  return accordion({
    title: t("overview.untested"),
    body: html`<p class="kern-body">${t("overview.untested.lead")}</p>
      <ul class="kern-list kern-list--bullet">
        ${untested.map((text) => html`<li>${text}</li>`)}
      </ul>`,
  });
}

function newerPart({ versions, base, definition }: OpenedForm, locale: Locale) {
  const t = editorTexts(locale);
  const [newest] = versions;
  if (!newest || newest.formVersionId === base.formVersionId) return false;
  return html`<p class="kern-body">
    ${t("overview.newer", { version: newest.version, date: formatDate(newest.importedAt, locale) })}
    ${link(editorPaths.section(definition.key, "fassungen"), t("overview.newer.link"))}
  </p>`;
}

function provenance({ form, locale }: OverviewProps): SafeHtml {
  const t = editorTexts(locale);
  const { key, version, provenance: source } = form.base.definition;
  const optional = (
    label: "publisher" | "legal-basis" | "released",
    value: string | undefined,
  ) => (value === undefined ? [] : [{ term: t(`overview.${label}`), value }]);
  return section({
    title: t("overview.provenance"),
    body: definitionRows([
      {
        term: t(source.standard === "own" ? "overview.key" : "overview.id"),
        value: key,
      },
      { term: t("overview.version"), value: version },
      {
        term: t("overview.standard"),
        value: t(`standard.${source.standard}`),
      },
      { term: t("overview.status"), value: statusName(source.status, locale) },
      ...optional("released", releasedDay(source.releasedOn, locale)),
      ...optional("publisher", source.publisher),
      ...optional("legal-basis", source.legalBasis),
      { term: t("overview.layers"), value: layerLines(form, locale) },
    ]),
  });
}

/** As the document writes it where that is no date: nobody checked it. */
function releasedDay(text: string | undefined, locale: Locale) {
  const isDay = text !== undefined && !Number.isNaN(Date.parse(text));
  return isDay && /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? formatDay(text, locale)
    : text;
}

function layerLines({ layers, line }: OpenedForm, locale: Locale) {
  const t = editorTexts(locale);
  if (layers.length === 0) return t("overview.layers.none");
  return lines(
    layers.map(({ authority, version }) =>
      t("overview.layer", {
        authority:
          line.find(({ slug }) => slug === authority)?.name ?? authority,
        version,
      }),
    ),
  );
}

function usage({ usage: { portals: total, versions }, locale }: OverviewProps) {
  const t = editorTexts(locale);
  const body =
    versions.length === 0
      ? html`<p class="kern-body">${t("overview.usage.none")}</p>`
      : table({
          caption: t("overview.usage.caption"),
          isCaptionHidden: true,
          columns: [
            { label: t("overview.usage.version") },
            { label: t("overview.usage.count"), isNumeric: true },
            { label: t("overview.usage.names") },
          ],
          rows: versions.map(({ version, portals }) => ({
            cells: [
              `${version.title}, ${version.version}`,
              t("overview.usage.of", { count: portals.length, total }),
              nameSome(
                portals.map(({ name }) => name),
                locale,
              ),
            ],
          })),
        });
  return section({ title: t("overview.usage"), isWide: true, body });
}
