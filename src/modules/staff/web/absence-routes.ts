import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  addOwnAbsence,
  listOwnAbsences,
  removeOwnAbsence,
} from "../use-cases/own-absence.ts";
import { listOffice } from "../use-cases/work-scope.ts";
import { absencePage, type AbsenceInput } from "./absence-page.ts";
import { dateParts, dayText } from "../../../ui/date-input.ts";
import { absencePaths } from "./staff-paths.ts";

/** When the signed-in member is away, and who does the work meanwhile. */
export function absenceRoutes(): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: "vorgang.edit",
    handle,
  });
  return [
    route("GET", absencePaths.start, (request) =>
      show(request, {
        from: dateParts(new URLSearchParams(), "von"),
        until: dateParts(new URLSearchParams(), "bis"),
        substituteId: "",
      }),
    ),
    route("POST", absencePaths.start, add),
    route("POST", absencePaths.end(":id"), end),
  ];
}

async function show(
  { context, locale }: PortalRequest,
  input: AbsenceInput,
): Promise<Reply> {
  const { colleagues } = await listOffice(context);
  return absencePage({
    locale,
    absences: await listOwnAbsences(context),
    colleagues: colleagues.filter(
      ({ staffId }) => staffId !== context.actor.id,
    ),
    input,
  });
}

async function add(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const input: AbsenceInput = {
    from: dateParts(fields, "von"),
    until: dateParts(fields, "bis"),
    substituteId: fields.get("vertretung") ?? "",
  };
  const result = await addOwnAbsence(context, {
    fromDay: dayText(input.from),
    untilDay: dayText(input.until),
    substituteId: input.substituteId,
  });
  if (result.ok) return redirect(absencePaths.start);
  const { kind } = result.refusal;
  return kind === "not-permitted"
    ? showError(403)
    : show(request, { ...input, problem: kind });
}

async function end({ context, params }: PortalRequest): Promise<Reply> {
  await removeOwnAbsence(context, params["id"] ?? "");
  return redirect(absencePaths.start);
}
