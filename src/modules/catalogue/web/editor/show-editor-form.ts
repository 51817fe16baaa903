import {
  page,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import {
  emptyContent,
  typedLeistung,
} from "../../domain/typed/leistung-form.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { readDraft } from "../../use-cases/editing/keep-draft.ts";
import { readPlan } from "../../use-cases/editing/plan-publication.ts";
import { readEditingRules } from "../../use-cases/editing/editing-rules.ts";
import { approvalOf } from "./editor-approval.ts";
import { readReview } from "../../use-cases/editing/reviews.ts";
import { choicesFor } from "./choices-for.ts";
import { contentOfBase } from "./content-of-base.ts";
import { editorPath } from "./editor-labels.ts";
import { editorPage, type EditorPageInput } from "./editor-page.ts";
import { portalsAbove, type CataloguePorts } from "../found-leistungen.ts";

/** What a page of the form needs besides the Leistung. */
export type Shown = Partial<
  Pick<
    EditorPageInput,
    | "typed"
    | "errors"
    | "contested"
    | "touched"
    | "base"
    | "revision"
    | "moment"
    | "conflict"
    | "reviewDay"
    | "warning"
    | "note"
  >
> & { readonly status?: 409 | 422 };

const doneKeys: ReadonlyMap<string, EditorKey> = new Map([
  ["veroeffentlicht", "done.published"],
  ["angelegt", "done.created"],
  ["von-oben", "done.taken-over"],
  ["unveraendert", "done.unchanged"],
  ["verborgen", "done.hidden"],
  ["gezeigt", "done.shown"],
  ["wiederhergestellt", "done.restored"],
  ["uebernommen", "done.taken"],
  ["behalten", "done.kept"],
  ["gespeichert", "done.draft-saved"],
  ["geplant", "done.planned"],
  ["zurueckgenommen", "done.taken-back"],
  ["verworfen", "done.draft-discarded"],
  ["pruefung", "done.review-set"],
  ["wartet", "done.approval-asked"],
  ["freigegeben", "done.approved"],
  ["freigegeben-geplant", "done.approved-planned"],
  ["freigegeben-gezeigt", "done.approved-shown"],
  ["zurueckgegeben", "done.sent-back"],
  ["zurueckgezogen", "done.withdrawn"],
  ["geprueft", "done.review-confirmed"],
]);

/** The form as it was sent, or as it stands: with the draft where there is one. */
export async function showForm(
  request: PortalRequest,
  ports: CataloguePorts,
  { edited, ...shown }: Shown & { readonly edited: EditedLeistung | undefined },
): Promise<Reply> {
  const { locale, query } = request;
  const { status, ...rest } = { status: 200, errors: [], ...shown };
  const t = editorTexts(locale);
  const title = edited?.content.title.de ?? t("edit.new");
  const choices = await choicesFor(request);
  return page({
    status,
    title: status === 200 ? title : t("edit.error", { title }),
    main: editorPage({
      edited,
      ...(await asItStands(request, ports, edited)),
      approval: await approvalOf(request, ports, edited),
      needsApproval: (await readEditingRules(request.context))?.needsApproval,
      review: edited && (await readReview(request.context, edited.id)),
      ...rest,
      ...choices,
      hasAbove: (await portalsAbove(request.portal, ports.portals)).length > 0,
      locale,
      done: doneKeys.get(query.get("getan") ?? ""),
    }),
    section: editorPath,
    layout: "wide",
    scripts: edited ? ["autosave"] : [],
  });
}

async function asItStands(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung | undefined,
) {
  const published = typedLeistung(edited?.content ?? emptyContent);
  const none = { base: 0, revision: 0, typed: published, contested: [] };
  if (!edited) return none;
  const { context } = request;
  const plan = await readPlan(context, edited.id);
  const draft = await readDraft(context, edited.id);
  if (!draft)
    return {
      ...none,
      base: plan?.base ?? edited.version,
      typed: plan ? typedLeistung(plan.content) : published,
      plan,
    };
  const names = await ports.listStaffNames?.(context, [draft.savedBy]);
  const before = await contentOfBase(request, edited, draft.base);
  return {
    ...none,
    base: draft.base,
    revision: draft.revision,
    typed: new Map([...typedLeistung(before), ...draft.typed]),
    draft: { ...draft, by: names?.get(draft.savedBy), published },
    plan,
  };
}
