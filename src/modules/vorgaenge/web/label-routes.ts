import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { labelColourOf } from "../domain/label.ts";
import {
  labelVorgang,
  readLabels,
  removeLabel,
  saveLabel,
} from "../use-cases/change-labels.ts";
import {
  labelFormFields,
  labelsPage,
  removeLabelPage,
  type LabelInput,
} from "./label-pages.ts";
import { labelFields } from "./labels-section.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** The authority's labels, and putting them on a Vorgang. */
export function labelRoutes(): readonly Route[] {
  return [
    staffRoute("GET", vorgaengePaths.labels, (request) => showLabels(request)),
    staffRoute("POST", vorgaengePaths.labels, submitLabel),
    staffRoute("GET", vorgaengePaths.labelRemoval(":id"), askRemoval),
    staffRoute("POST", vorgaengePaths.labelRemoval(":id"), remove),
    staffRoute("POST", vorgaengePaths.labelled(":id"), submitLabels),
  ];
}

async function showLabels(
  { context, locale }: PortalRequest,
  input?: LabelInput,
): Promise<Reply> {
  const labels = await readLabels(context);
  return labels.ok ? labelsPage(labels.value, locale, input) : showError(404);
}

async function submitLabel(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const id = fields.get(labelFormFields.id) ?? "";
  const name = fields.get(labelFormFields.name) ?? "";
  const colour = labelColourOf(fields.get(labelFormFields.colour) ?? "");
  const result = await saveLabel(context, {
    id: id || undefined,
    name,
    colour,
  });
  if (result.ok) return redirect(vorgaengePaths.labels);
  const { kind } = result.refusal;
  return kind === "not-permitted" || kind === "not-found"
    ? showError(404)
    : showLabels(request, { id, name, colour, problem: kind });
}

async function askRemoval({
  context,
  params,
  locale,
}: PortalRequest): Promise<Reply> {
  const labels = await readLabels(context);
  const label = labels.ok && labels.value.find(({ id }) => id === params["id"]);
  return label ? removeLabelPage(label, locale) : showError(404);
}

async function remove({ context, params }: PortalRequest): Promise<Reply> {
  const result = await removeLabel(context, params["id"] ?? "");
  return result.ok ? redirect(vorgaengePaths.labels) : showError(404);
}

async function submitLabels({
  context,
  params,
  fields,
}: PortalRequest): Promise<Reply> {
  const vorgangId = params["id"] ?? "";
  const result = await labelVorgang(context, {
    vorgangId,
    seen: fields.getAll(labelFields.seen),
    ticked: fields.getAll(labelFields.ticked),
  });
  return result.ok
    ? redirect(vorgaengePaths.vorgang(vorgangId))
    : showError(404);
}
