import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDate } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { button, linkButton } from "../../../../ui/button.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import type { FormChange } from "../../domain/diff-forms.ts";
import type { FormDefinition } from "../../domain/form-definition.ts";
import type { RebaseConflict } from "../../domain/overlay/rebase-overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeFormChange } from "../../use-cases/describe-form-change.ts";
import type { UsedCodeList } from "../../use-cases/compare-code-lists.ts";
import type { ExportedFile } from "../../use-cases/list-export-files.ts";
import type { FormComparison } from "../../use-cases/compare-versions.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { codeListsSection } from "./code-lists-section.ts";
import { labelPath } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";
import { statusName } from "./status-name.ts";

export type VersionsPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** Each other imported version with what is different in it, and what an overlay meets there. */
  readonly comparisons: readonly FormComparison[];
  /** What is different between what is published and what would be. */
  readonly unpublished: readonly FormChange[];
  readonly codeLists: readonly UsedCodeList[];
  /** Empty where the form cannot be exported. */
  readonly files: readonly ExportedFile[];
  readonly error?: string;
  readonly done?: string | undefined;
};

/** Imported versions with their differences, taking one over, and the export. */
export function versionsPage(props: VersionsPageProps): Page {
  const { locale, form, comparisons, unpublished, error, done } = props;
  const t = editorTexts(locale);
  return formFrame({
    locale,
    form,
    section: "fassungen",
    done,
    errors: error === undefined ? [] : [{ fieldId: "main", text: error }],
    body: html`${section({
      title: t("versions.current"),
      body: html`<p class="kern-body">
        ${versionLine(form, form.base.formVersionId, locale)}
      </p>`,
    })}
    ${section({
      title: t("versions.unpublished"),
      body: changeList(
        unpublished,
        t(
          form.publication
            ? "versions.unpublished.none"
            : "versions.unpublished.first",
        ),
        locale,
      ),
    })}
    ${comparisons.map((comparison) => comparisonSection(comparison, props))}
    ${codeListsSection(props.codeLists, props)} ${exportSection(props)}`,
  });
}

function versionLine(
  { versions }: OpenedForm,
  formVersionId: string,
  locale: Locale,
): string {
  const version = versions.find((each) => each.formVersionId === formVersionId);
  return editorTexts(locale)("versions.line", {
    version: version?.version ?? "",
    status: statusName(version?.releaseStatus ?? "", locale),
    date: version ? formatDate(version.importedAt, locale) : "",
  });
}

function changeList(
  changes: readonly FormChange[],
  none: string,
  locale: Locale,
): SafeHtml {
  if (changes.length === 0) return html`<p class="kern-body">${none}</p>`;
  return html`<ul class="kern-list kern-list--bullet">
    ${changes.map((change) => html`<li>${describeFormChange(change, locale)}</li>`)}
  </ul>`;
}

function comparisonSection(
  { version, definition, changes, conflicts }: FormComparison,
  { form, locale }: VersionsPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const title = versionLine(form, version.formVersionId, locale);
  return section({
    title,
    body: html`${changeList(changes, t("versions.same"), locale)}
      ${
        conflicts.length > 0 &&
        alert({
          kind: "warning",
          title:
            conflicts.length === 1
              ? t("versions.conflicts.one")
              : t("versions.conflicts", { count: conflicts.length }),
          body: conflictList(conflicts, [definition, form.definition], {
            form,
            locale,
          }),
        })
      }
      <form
        method="post"
        action="${editorPaths.section(form.definition.key, "fassungen")}"
      >
        ${seenVersionField(form)}
        <input type="hidden" name="fassung" value="${version.formVersionId}" />
        <p class="kern-body">${t("versions.take.hint")}</p>
        ${button({ label: t("versions.take"), context: title, variant: "secondary" })}
      </form>`,
  });
}

function conflictList(
  conflicts: readonly RebaseConflict[],
  definitions: readonly FormDefinition[],
  { form, locale }: { readonly form: OpenedForm; readonly locale: Locale },
): SafeHtml {
  const t = editorTexts(locale);
  return html`<ul class="kern-list kern-list--bullet">
    ${conflicts.map(({ kind, place, change }) => {
      const isElement = place !== "" && !/^\w+:/.test(place);
      const name = isElement
        ? labelPath(place, definitions)
        : namedPlace(place, definitions, locale);
      return html`<li>
        ${isElement ? link(editorPaths.element(form.definition.key, place), name) : html`<strong>${name}</strong>`}:
        ${t(`conflict.${kind}`)} ${change && describeFormChange(change, locale)}
      </li>`;
    })}
  </ul>`;
}

/** A page by its title, a rule or check by its id, the form itself. */
function namedPlace(
  place: string,
  definitions: readonly FormDefinition[],
  locale: Locale,
): string {
  if (place === "") return editorTexts(locale)("finding.whole-form");
  const [, kind, key = place] = /^(\w+):(.*)$/.exec(place) ?? [];
  const page =
    kind === "page"
      ? definitions
          .flatMap(({ pages }) => pages)
          .find((each) => each.key === key)
      : undefined;
  return page?.title ?? key;
}

function exportSection({ form, files, locale }: VersionsPageProps): SafeHtml {
  const t = editorTexts(locale);
  const href = editorPaths.export(form.definition.key);
  const [schema, ...lists] = files;
  return section({
    title: t("export.title"),
    body: schema
      ? html`<p class="kern-body">${t("export.lead")}</p>
          ${linkButton({ label: t("export.schema"), href, variant: "secondary" })}
          <ul class="kern-list kern-list--bullet">
            ${lists.map(({ name }) => html`<li>${link(`${href}?datei=${encodeURIComponent(name)}`, name)}</li>`)}
          </ul>`
      : html`<p class="kern-body">${t("export.refused")}</p>`,
  });
}
