import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { listStaffNames } from "../../staff/index.ts";
import { isAllowed } from "../domain/states.ts";
import type { VorgaengePorts } from "../ports.ts";
import { callBackVorgang } from "../use-cases/call-back-vorgang.ts";
import { handOverVorgang } from "../use-cases/hand-over-vorgang.ts";
import { readVorgang } from "../use-cases/read-vorgang.ts";
import { findAuthorities } from "./authority-search.ts";
import {
  chooseAuthorityPage,
  handOverFields,
  handOverPage,
  type HandOverTyped,
} from "./hand-over-page.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { nothingTyped } from "./vorgang-input.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Handing a Vorgang over to the authority that is responsible, and calling it back. */
export function handOverRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("GET", vorgaengePaths.handOver(":id"), (request) => {
      const to = request.query.get(handOverFields.to) ?? "";
      const typed = { reason: "", note: "", noteIds: [] };
      return show(request, ports, { to, typed });
    }),
    staffRoute("POST", vorgaengePaths.handOver(":id"), (request) =>
      submit(request, ports),
    ),
    staffRoute("POST", vorgaengePaths.callBack(":id"), (request) =>
      callBack(request, ports),
    ),
  ];
}

type Asked = { readonly to: string; readonly typed: HandOverTyped };

/** Which authority; once it is chosen, why and what goes along. Opening it is opening the Vorgang, and recorded as that. */
async function show(
  request: PortalRequest,
  ports: VorgaengePorts,
  { to, typed }: Asked,
): Promise<Reply> {
  const { context, locale, params, query, portal } = request;
  const { authorities, submissions } = ports;
  const id = params["id"] ?? "";
  if (!context.actor.may("vorgang.edit")) return showError(404);
  const result = await readVorgang(context, id, submissions);
  if (!result.ok) return showError(404);
  const opened = result.value;
  const { vorgang, collaboration } = opened;
  if (!isAllowed(vorgang.state, "handed-over"))
    return redirect(vorgaengePaths.vorgang(id));
  const { tenantId: ownTenantId } = context;
  const shown = { opened, ownTenantId, locale };
  const target =
    to === "" || to === ownTenantId ? undefined : await authorities.find(to);
  if (!target) {
    const suggest = () => authorities.suggest(context, vorgang.leistungSlug);
    const found = await findAuthorities(authorities, query, suggest);
    return chooseAuthorityPage(shown, found);
  }
  const authors = collaboration.notes.map(({ authorId }) => authorId);
  const staffNames = await listStaffNames(context, authors);
  const ownName = portal.name;
  return handOverPage({ ...shown, target, ownName, staffNames, typed });
}

async function submit(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, portal } = request;
  const vorgangId = params["id"] ?? "";
  const to = fields.get(handOverFields.to) ?? "";
  const typed = {
    reason: fields.get(handOverFields.reason) ?? "",
    note: fields.get(handOverFields.note) ?? "",
    noteIds: fields.getAll(handOverFields.notes),
  };
  const result = await handOverVorgang(context, ports, {
    ...typed,
    vorgangId,
    toTenantId: to,
    expectedPosition: Number(fields.get(handOverFields.position)),
    tellApplicant: ports.tellApplicantOf?.(portal),
  });
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const { kind } = result.refusal;
  return kind === "not-permitted" || kind === "not-found"
    ? showError(404)
    : show(request, ports, { to, typed: { ...typed, problem: kind } });
}

async function callBack(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, portal } = request;
  const vorgangId = params["id"] ?? "";
  const tellApplicant = ports.tellApplicantOf?.(portal);
  const wanted = { vorgangId, tellApplicant };
  const result = await callBackVorgang(context, ports, wanted);
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  // The page says why not, as it does not offer it any more.
  return result.refusal.kind === "touched-there"
    ? showVorgang(request, ports, nothingTyped)
    : showError(404);
}
