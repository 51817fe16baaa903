import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import type { FormFault } from "../../domain/typed/leistung-form.ts";
import { dayOf } from "../../domain/typed/typed-day.ts";
import {
  readEdited,
  type EditedLeistung,
} from "../../use-cases/editing/edit-leistung.ts";
import {
  chooseReviewDay,
  confirmReview,
} from "../../use-cases/editing/reviews.ts";
import { editPath } from "./editor-labels.ts";
import { reviewField } from "./editor-review.ts";
import { numberOf } from "./editor-version-routes.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { showForm } from "./show-editor-form.ts";

/** What an editor does about the next look at a Leistung; undefined when that is not what was asked. */
export async function takeReview(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung,
): Promise<Reply | undefined> {
  switch (request.fields.get("aktion")) {
    case "pruefung-setzen":
      return setDay(request, ports, edited);
    case "geprueft":
      return confirm(request, ports, edited);
    default:
      return undefined;
  }
}

async function setDay(
  request: PortalRequest,
  ports: CataloguePorts,
  edited: EditedLeistung,
): Promise<Reply> {
  const { id } = edited;
  const typed = (request.fields.get(reviewField) ?? "").trim();
  const refused = (fault: FormFault) =>
    showForm(request, ports, {
      edited,
      reviewDay: typed,
      errors: [{ field: reviewField, fault, part: "" }],
      status: 422,
    });
  const day = dayOf(typed);
  if (typed !== "" && day === undefined) return refused("day");
  const chosen = await chooseReviewDay(request.context, { id, day });
  if (chosen.ok) return redirect(`${editPath(id)}?getan=pruefung`);
  return chosen.refusal.kind === "past" ? refused("past-day") : showError(404);
}

async function confirm(
  request: PortalRequest,
  ports: CataloguePorts,
  { id }: EditedLeistung,
): Promise<Reply> {
  const { context, fields } = request;
  const version = numberOf(fields.get("fassung")) ?? 0;
  const confirmed = await confirmReview(context, { id, version });
  if (confirmed.ok) return redirect(`${editPath(id)}?getan=geprueft`);
  const edited = await readEdited(context, id);
  return edited && confirmed.refusal.kind === "changed-since"
    ? showForm(request, ports, {
        edited,
        warning: "review.outdated",
        status: 409,
      })
    : showError(404);
}
