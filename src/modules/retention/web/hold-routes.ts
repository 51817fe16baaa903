import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { dateParts, dayText } from "../../../ui/date-input.ts";
import type { RetentionPorts } from "../ports.ts";
import {
  liftHold,
  maySeeVorgang,
  placeHold,
} from "../use-cases/change-hold.ts";
import { holdFields, holdPage, type HoldFault } from "./hold-pages.ts";
import { retentionPaths } from "./retention-paths.ts";

type Ports = Pick<RetentionPorts, "vorgaenge">;

/** Anchor of the section on the page of a Vorgang. */
export const retentionAnchor = "aufbewahrung";

/** Keeping a Vorgang beyond its term. */
export function holdRoutes(ports: Ports): readonly Route[] {
  const common = { audience: "staff", permission: "vorgang.edit" } as const;
  return [
    {
      ...common,
      method: "GET",
      path: retentionPaths.hold(":id"),
      handle: (request) => askHold(request, ports),
    },
    {
      ...common,
      method: "POST",
      path: retentionPaths.hold(":id"),
      handle: (request) => submitHold(request, ports),
    },
    {
      ...common,
      method: "POST",
      path: retentionPaths.holdLifting(":id", ":holdId"),
      handle: (request) => submitLifting(request, ports),
    },
  ];
}

async function askHold(request: PortalRequest, ports: Ports): Promise<Reply> {
  const vorgangId = request.params["id"] ?? "";
  return (await maySeeVorgang(request.context, ports, vorgangId))
    ? showHold(request)
    : showError(404);
}

function showHold(
  { locale, params, fields }: PortalRequest,
  fault?: HoldFault,
): Reply {
  return holdPage({
    locale,
    vorgangId: params["id"] ?? "",
    reason: fields.get(holdFields.reason) ?? "",
    until: dateParts(fields, holdFields.until),
    fault,
  });
}

async function submitHold(
  request: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const { context, params, fields } = request;
  const vorgangId = params["id"] ?? "";
  const until = dateParts(fields, holdFields.until);
  const result = await placeHold(context, ports, {
    vorgangId,
    reason: fields.get(holdFields.reason) ?? "",
    untilDay: Object.values(until).every((part) => part.trim() === "")
      ? ""
      : dayText(until),
  });
  if (result.ok) return redirect(backTo(vorgangId));
  const { kind } = result.refusal;
  return kind === "not-found" ? showError(404) : showHold(request, kind);
}

async function submitLifting(
  { context, params }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const vorgangId = params["id"] ?? "";
  const id = params["holdId"] ?? "";
  const result = await liftHold(context, ports, { vorgangId, id });
  return result.ok ? redirect(backTo(vorgangId)) : showError(404);
}

function backTo(vorgangId: string): string {
  return `${retentionPaths.vorgang(vorgangId)}#${retentionAnchor}`;
}
