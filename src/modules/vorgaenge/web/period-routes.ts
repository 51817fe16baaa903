import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { dateParts, dayText } from "../../../ui/date-input.ts";
import { longestNote } from "../domain/note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  changePeriod,
  type ChangePeriodRefusal,
} from "../use-cases/change-period.ts";
import { periodFields } from "./clock-section.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { nothingTyped } from "./vorgang-input.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Stopping, continuing and extending the periods of a Vorgang. */
export function periodRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.period(":id"), (request) =>
      submitPeriod(request, ports),
    ),
  ];
}

async function submitPeriod(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, baseUrl, portal } = request;
  const vorgangId = params["id"] ?? "";
  const result = await changePeriod(
    context,
    {
      vorgangId,
      choice: fields.get(periodFields.step) ?? "",
      untilDay: dayText(dateParts(fields, periodFields.until)),
      note: fields.get(periodFields.note) ?? "",
      expectedPosition: Number(fields.get(periodFields.position)),
      statusLinkPrefix: `${baseUrl}/status/`,
      tellApplicant: ports.tellApplicantOf?.(portal),
    },
    ports.findNotificationAddress,
  );
  if (result.ok) return redirect(vorgaengePaths.vorgang(vorgangId));
  const { kind } = result.refusal;
  if (kind === "not-permitted" || kind === "not-found") return showError(404);
  return showVorgang(request, ports, {
    ...nothingTyped,
    form: {
      typed: Object.fromEntries(fields),
      errors: errorsOf(kind, request),
      ...(isChanged(kind) ? { isChangedMeanwhile: true } : {}),
    },
  });
}

type Fault = Exclude<
  ChangePeriodRefusal["kind"],
  "not-permitted" | "not-found"
>;

function isChanged(kind: Fault): boolean {
  return kind === "changed-meanwhile" || kind === "step-not-allowed";
}

function errorsOf(kind: Fault, { locale }: PortalRequest) {
  const t = vorgaengeTexts(locale);
  const { step, note, until } = periodFields;
  switch (kind) {
    case "period-step-missing":
      return [{ fieldId: step, text: t("clock.period-step-missing") }];
    case "until-day-invalid":
      return [{ fieldId: until, text: t("clock.until-day-invalid") }];
    case "note-missing":
      return [{ fieldId: note, text: t("clock.note-missing") }];
    case "note-too-long": {
      const text = t("step.note-too-long", { count: longestNote });
      return [{ fieldId: note, text }];
    }
    case "changed-meanwhile":
    case "bescheid-needed":
    case "step-not-allowed":
      return [];
  }
}
