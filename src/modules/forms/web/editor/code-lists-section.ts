import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { button } from "../../../../ui/button.ts";
import { heading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import type { Option } from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type {
  NewerCodeList,
  UsedCodeList,
} from "../../use-cases/compare-code-lists.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { labelPath } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Name of the input that says of which fields the list is taken over: the path of the first. */
export const listField = "liste";

type Props = { readonly form: OpenedForm; readonly locale: Locale };

/** The code lists of a form by version, and what a newer one would change. */
export function codeListsSection(
  lists: readonly UsedCodeList[],
  props: Props,
): SafeHtml | false {
  const t = editorTexts(props.locale);
  return (
    lists.length > 0 &&
    section({
      title: t("code-lists.title"),
      body: html`<p class="kern-body">${t("code-lists.lead")}</p>
        ${lists.map((list) => listPart(list, props))}`,
    })
  );
}

function listPart(list: UsedCodeList, { form, locale }: Props): SafeHtml {
  const t = editorTexts(locale);
  const { urn, version, paths, newer } = list;
  const fields = paths.map((path) => labelPath(path, [form.definition]));
  return html`<div class="portal-part">
    ${heading(3, urn)}
    <p class="kern-body">
      ${t("code-lists.used", { version, fields: fields.join(", ") })}
    </p>
    ${newer ? newerPart(list, newer, { form, locale }) : html`<p class="kern-body">${t("code-lists.newest")}</p>`}
  </div>`;
}

function newerPart(
  { urn, paths: [path] }: UsedCodeList,
  { version, added, removed, renamed }: NewerCodeList,
  { form, locale }: Props,
): SafeHtml {
  const t = editorTexts(locale);
  const lines = [
    ...added.map((option) => t("code-lists.added", nameOf(option))),
    ...removed.map((option) => t("code-lists.removed", nameOf(option))),
    ...renamed.map(({ before, after }) =>
      t("code-lists.renamed", { ...nameOf(before), after: after.label }),
    ),
  ];
  return html`<p class="kern-body">
      <strong>${t("code-lists.newer", { version })}</strong>
    </p>
    ${shortList(lines, locale)}
    <form
      method="post"
      action="${editorPaths.section(form.definition.key, "fassungen")}"
    >
      ${seenVersionField(form)}
      <input type="hidden" name="${listField}" value="${path}" />
      ${button({ label: t("code-lists.take", { version }), context: urn, variant: "secondary" })}
    </form>`;
}

function nameOf({ code, label }: Option) {
  return { code, label };
}

/** Lists have up to thousands of codes; nobody reads them all here. */
const mostLines = 50;

function shortList(lines: readonly string[], locale: Locale): SafeHtml {
  const t = editorTexts(locale);
  if (lines.length === 0)
    return html`<p class="kern-body">${t("code-lists.same")}</p>`;
  const more = lines.length - mostLines;
  return html`<ul class="kern-list kern-list--bullet">
    ${lines.slice(0, mostLines).map((line) => html`<li>${line}</li>`)}
    ${more > 0 && html`<li>${t("code-lists.more", { count: more })}</li>`}
  </ul>`;
}
