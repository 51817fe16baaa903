import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import type { Office } from "../domain/office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import {
  changeSuccessor,
  type ClosedOffice,
} from "../use-cases/closed-offices.ts";
import { officeEditorPath } from "./office-editor-page.ts";

export const closedOfficesPath = `${officeEditorPath}/geschlossen`;

/** Closed offices, and who took over from each. */
export function closedOffices(
  closed: readonly ClosedOffice[],
  offices: readonly Office[],
  locale: Locale,
): SafeHtml | undefined {
  const t = tenantsTexts(locale);
  if (closed.length === 0) return undefined;
  return section({
    title: t("editor.closed"),
    body: closed.map(
      ({ slug, name, goneAt, successor }) =>
        html`<form method="post" action="${closedOfficesPath}">
          <p>
            <strong lang="de">${name}</strong>,
            ${t("editor.closed.since", { day: formatDate(goneAt, locale) })}
          </p>
          <input type="hidden" name="amt" value="${slug}" />
          ${select({
            name: "nachfolger",
            id: `nachfolger-${slug}`,
            label: t("editor.closed.successor", { name }),
            emptyLabel: t("editor.remove.successor.none"),
            options: offices.map((it) => ({ value: it.slug, label: it.name })),
            value: successor,
            isOptional: true,
            locale,
          })}
          ${button({
            label: t("editor.closed.save"),
            context: name,
            variant: "secondary",
          })}
        </form>`,
    ),
  });
}

/** Takes another successor of a closed office. */
export async function takeSuccessor({
  context,
  fields,
}: PortalRequest): Promise<Reply> {
  const changed = await changeSuccessor(context, {
    slug: fields.get("amt") ?? "",
    successor: fields.get("nachfolger") ?? "",
  });
  return changed
    ? redirect(`${officeEditorPath}?getan=nachfolger`)
    : showError(404);
}
