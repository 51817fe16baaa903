import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import { formatMoment } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { link } from "../../../../ui/link.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { FormError } from "../../domain/typed/leistung-form.ts";
import { editorTexts } from "../../i18n/texts.ts";
import {
  readApproval,
  type Approval,
} from "../../use-cases/editing/decide-approval.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { approvalPath, inputProps } from "./editor-labels.ts";
import { namesOf } from "./editor-version-routes.ts";
import type { CataloguePorts } from "../found-leistungen.ts";

/** Input of the note to who approves. */
export const noteField = "freigabe-notiz";

/** A request with the names of everybody in it. */
export type NamedApproval = {
  readonly approval: Approval;
  readonly names: ReadonlyMap<string, string>;
};

/** What waits of a Leistung, or was sent back. */
export async function approvalOf(
  { context }: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
): Promise<NamedApproval | undefined> {
  if (!edited) return undefined;
  const shown = await readApproval(context, edited.id);
  if (!shown) return undefined;
  const { approval } = shown;
  return { approval, names: await namesIn(context, ports, approval) };
}

/** Names of everybody who has to do with a request. */
export function namesIn(
  context: PortalRequest["context"],
  ports: CataloguePorts,
  { authors, requestedBy, returned }: Approval,
): Promise<ReadonlyMap<string, string>> {
  return namesOf(context, ports, [
    ...authors,
    requestedBy,
    returned?.by ?? null,
  ]);
}

type ApprovalInput = {
  readonly approval?: NamedApproval | undefined;
  readonly note?: string | undefined;
  readonly errors: readonly FormError[];
  readonly locale: Locale;
};

/** Says in the form that something waits for another editor, or why one sent it back. */
export function approvalNotice(
  { id }: EditedLeistung,
  { approval: named, locale }: ApprovalInput,
): HtmlValue {
  if (!named) return undefined;
  const t = editorTexts(locale);
  const { draftRevision, returned } = named.approval;
  const look = html`<p>${link(approvalPath(id), t("approval.look"))}</p>`;
  if (returned) return html`${returnedNotice(named, locale)} ${look}`;
  return alert({
    kind: "info",
    title: t("approval.waiting"),
    body: html`<p>${askedBy(named, locale)}</p>
      ${draftRevision !== null && html`<p>${t("approval.lapses")}</p>`} ${look}`,
  });
}

/** Who asked, and when. */
export function askedBy(
  { approval, names }: NamedApproval,
  locale: Locale,
): string {
  const t = editorTexts(locale);
  const date = formatMoment(approval.requestedAt, locale);
  const name = names.get(approval.requestedBy);
  return name === undefined
    ? t("approval.asked", { date })
    : t("approval.asked.by", { name, date });
}

/** Why it was sent back; nothing while it waits. */
export function returnedNotice(
  { approval: { returned }, names }: NamedApproval,
  locale: Locale,
): HtmlValue {
  if (!returned) return undefined;
  const t = editorTexts(locale);
  const date = formatMoment(returned.at, locale);
  const name = names.get(returned.by);
  return alert({
    kind: "warning",
    title:
      name === undefined
        ? t("approval.returned", { date })
        : t("approval.returned.by", { name, date }),
    body: html`<p>${returned.reason}</p>`,
  });
}

/** What who approves should know. */
export function noteInput({ note, errors, locale }: ApprovalInput): SafeHtml {
  return textarea({
    ...inputProps(noteField, { errors, locale }),
    value: note ?? "",
    rows: 2,
    isOptional: true,
  });
}
