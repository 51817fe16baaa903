import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { VorgaengePorts } from "../ports.ts";
import { assignVorgang } from "../use-cases/assign-vorgang.ts";
import { assignmentFields, assignmentOf } from "./assignment-form.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Who is responsible. */
export function assignmentRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.assignment(":id"), (request) =>
      submitAssignment(request, ports),
    ),
  ];
}

async function submitAssignment(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields } = request;
  const vorgangId = params["id"] ?? "";
  const typed = { choice: "", note: "" };
  const assignment = assignmentOf(fields);
  if (!assignment) {
    const problem = "assignment-missing";
    return showVorgang(request, ports, { step: { ...typed, problem } });
  }
  const expectedPosition = Number(fields.get(assignmentFields.position));
  const result = await assignVorgang(context, {
    vorgangId,
    assignment,
    expectedPosition,
  });
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const { kind } = result.refusal;
  return kind === "not-permitted" || kind === "not-found"
    ? showError(404)
    : showVorgang(request, ports, { step: { ...typed, problem: kind } });
}
