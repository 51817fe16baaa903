import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  changeState,
  type ChangeStateRefusal,
} from "../use-cases/change-state.ts";
import { staffRoute } from "./staff-route.ts";
import { stepFields, stepOfChoice, type StepProblem } from "./step-form.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Next step and text to the applicant. */
export function stepRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.step(":id"), (request) =>
      submitStep(request, ports),
    ),
  ];
}

async function submitStep(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, baseUrl } = request;
  const typed = {
    choice: fields.get(stepFields.step) ?? "",
    note: fields.get(stepFields.note) ?? "",
  };
  const step = stepOfChoice(typed.choice);
  if (!step) {
    return showVorgang(request, ports, {
      step: { ...typed, problem: "step-missing" },
    });
  }
  const vorgangId = params["id"] ?? "";
  const result = await changeState(
    context,
    {
      vorgangId,
      step,
      note: typed.note,
      expectedPosition: Number(fields.get(stepFields.position)),
      statusLinkPrefix: `${baseUrl}/status/`,
      tellApplicant: ports.tellApplicantOf?.(request.portal),
      mayDecidePlainly: ports.mayDecidePlainly,
    },
    ports.findNotificationAddress,
  );
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const problem = problemOf(result.refusal);
  if (problem === "not-found") return showError(404);
  return showVorgang(request, ports, { step: { ...typed, problem } });
}

function problemOf(refusal: ChangeStateRefusal): StepProblem | "not-found" {
  switch (refusal.kind) {
    case "not-permitted":
    case "not-found":
      return "not-found";
    // Only what the state allows was offered, so the state is another one now.
    case "step-not-allowed":
    case "changed-meanwhile":
      return "changed-meanwhile";
    case "bescheid-needed":
    case "note-missing":
    case "note-too-long":
      return refusal.kind;
  }
}
