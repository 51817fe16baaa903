import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { linkKindOf } from "../domain/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgaengePorts } from "../ports.ts";
import { linkVorgang, unlinkVorgang } from "../use-cases/link-vorgang.ts";
import { linkFields } from "./links-section.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { formProblem } from "./vorgang-input.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Ties to other Vorgänge. */
export function linkRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.links(":id"), (request) =>
      submitLink(request, ports),
    ),
    staffRoute("POST", vorgaengePaths.linkRemoval(":id", ":otherId"), remove),
  ];
}

async function submitLink(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, locale } = request;
  const vorgangId = params["id"] ?? "";
  const result = await linkVorgang(context, {
    vorgangId,
    reference: fields.get(linkFields.reference) ?? "",
    kind: linkKindOf(fields.get(linkFields.kind) ?? "") ?? "belongs-to",
  });
  if (result.ok)
    return redirect(`${vorgaengePaths.vorgang(vorgangId)}#verknuepft`);
  const { kind } = result.refusal;
  if (kind === "not-permitted" || kind === "not-found") return showError(404);
  const text = vorgaengeTexts(locale)(kind);
  return showVorgang(
    request,
    ports,
    formProblem(fields, [{ fieldId: linkFields.reference, text }]),
  );
}

async function remove({ context, params }: PortalRequest): Promise<Reply> {
  const vorgangId = params["id"] ?? "";
  const otherId = params["otherId"] ?? "";
  const result = await unlinkVorgang(context, { vorgangId, otherId });
  return result.ok
    ? redirect(`${vorgaengePaths.vorgang(vorgangId)}#verknuepft`)
    : showError(404);
}
