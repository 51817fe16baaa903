import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatMoment } from "../../../../platform/i18n/dates.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { alert } from "../../../../ui/alert.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { togetherWith } from "../../domain/editing/approval.ts";
import { contentChanges } from "../../domain/editing/content-changes.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import type { LeistungVersion } from "../../use-cases/editing/read-editor-desk.ts";
import type { ReviewCheck } from "../../use-cases/editing/reviews.ts";
import { changesOfContent } from "./editor-changes.ts";
import { editorPath, editPath, versionsPath } from "./editor-labels.ts";
import type { ComparedWords } from "./words-of-input.ts";

export type VersionsPageInput = ComparedWords & {
  readonly edited: EditedLeistung;
  /** The newest first; one more than is shown, to compare with. */
  readonly versions: readonly LeistungVersion[];
  /** Of the versions, the newest first. */
  readonly checks: readonly ReviewCheck[];
  readonly names: ReadonlyMap<string, string>;
  /** Why an earlier one was not restored. */
  readonly refused: "changed-since" | "waits-already" | undefined;
  /** Whether another editor must approve first. */
  readonly needsApproval: boolean;
};

export const versionsPerPage = 20;

const refusals = {
  "changed-since": "versions.changed-since",
  "waits-already": "approval.waits-already",
} as const;

/** Every version of a Leistung with what it changed, and the way back to it. */
export function versionsPage(input: VersionsPageInput): SafeHtml {
  const { edited, versions, refused, locale } = input;
  const t = editorTexts(locale);
  const title = edited.content.title.de;
  const older = versions[versionsPerPage];
  return html`${breadcrumb({
      parents: [
        { label: t("list.title"), href: editorPath },
        { label: title, href: editPath(edited.id) },
      ],
      current: t("edit.versions"),
      locale,
    })}
    ${
      refused &&
      alert({
        kind: "warning",
        title: t(refusals[refused]),
        isRefusal: true,
      })
    }
    ${pageHeading({ title: t("versions.title", { title }), lead: t("versions.lead") })}
    <div class="kern-accordion-group portal-wide">
      ${versions.slice(0, versionsPerPage).map((_, index) => oneVersion(input, index))}
    </div>
    ${
      older &&
      html`<p>
        ${link(`${versionsPath(edited.id)}?bis=${String(older.version)}`, t("versions.older"))}
      </p>`
    }`;
}

function oneVersion(input: VersionsPageInput, index: number): SafeHtml {
  const { edited, versions, names, locale } = input;
  const shown = versions[index];
  if (!shown) return html``;
  const { version } = shown;
  const isCurrent = version === edited.version;
  return accordion({
    title: nameOf(shown, { names, locale }),
    isOpen: isCurrent,
    body: html`${changesIn(shown, versions[index + 1], input)}
    ${checksOf(input, version)} ${!isCurrent && restoreForm(input, version)}`,
  });
}

/** The version with who wrote it and who approved it, as far as they are known. */
function nameOf(
  shown: LeistungVersion,
  { names, locale }: Pick<VersionsPageInput, "names" | "locale">,
): string {
  const t = editorTexts(locale);
  const { version, approvedBy } = shown;
  const date = formatMoment(shown.publishedAt, locale);
  const by = shown.publishedBy === null ? [] : [shown.publishedBy];
  const writers = approvedBy === null ? by : togetherWith(by, ...shown.authors);
  const name = writers.flatMap((id) => names.get(id) ?? []).join(", ");
  const approver = names.get(approvedBy ?? "");
  if (name === "") return t("versions.name", { version, date });
  return approver === undefined
    ? t("versions.name.by", { version, date, name })
    : t("versions.name.approved", { version, date, name, approver });
}

/** Who looked at a version and found nothing to change. */
function checksOf(
  { checks, names, locale }: VersionsPageInput,
  version: number,
): readonly SafeHtml[] {
  const t = editorTexts(locale);
  return checks
    .filter((check) => check.version === version)
    .map(({ checkedAt, checkedBy }) => {
      const name = names.get(checkedBy);
      const date = formatMoment(checkedAt, locale);
      return html`<p>
        ${name === undefined ? t("versions.checked", { date }) : t("versions.checked.by", { name, date })}
      </p>`;
    });
}

function changesIn(
  { version, content }: LeistungVersion,
  before: LeistungVersion | undefined,
  words: ComparedWords,
): SafeHtml {
  const t = editorTexts(words.locale);
  if (!before) return html`<p>${t("versions.first")}</p>`;
  const changes = contentChanges(before.content, content);
  return changes.length === 0
    ? html`<p>${t("versions.no-changes")}</p>`
    : changesOfContent(t("versions.changes", { version }), changes, words);
}

function restoreForm(
  {
    edited: { id, version: current },
    needsApproval,
    locale,
  }: VersionsPageInput,
  version: number,
): SafeHtml {
  const t = editorTexts(locale);
  return html`<p>
      ${t("versions.restore.body")} ${needsApproval && t("approval.plan.body")}
    </p>
    <form method="post" action="${versionsPath(id)}">
      <input type="hidden" name="fassung" value="${String(current)}" />
      ${button({
        label: t("versions.restore", { version }),
        name: "zurueck",
        value: String(version),
        variant: "secondary",
      })}
    </form>`;
}
