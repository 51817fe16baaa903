import { formatTime } from "../../../../platform/i18n/dates.ts";
import { germanDay } from "../../../../platform/values/german-day.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { longestNote } from "../../domain/editing/approval.ts";
import type { FormError } from "../../domain/typed/leistung-form.ts";
import {
  readMoment,
  type TypedMoment,
} from "../../domain/editing/planned-moment.ts";
import { typedDay } from "../../domain/typed/typed-day.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import { withdrawApproval } from "../../use-cases/editing/ask-approval.ts";
import {
  approve,
  readApproval,
  sendBack,
  type Approval,
  type DecideRefusal,
} from "../../use-cases/editing/decide-approval.ts";
import { approvalPage, reasonField } from "./approval-page.ts";
import { choicesFor } from "./choices-for.ts";
import { namesIn } from "./editor-approval.ts";
import {
  approvalPath,
  approvalPreviewPath,
  editorPath,
  editPath,
} from "./editor-labels.ts";
import { plannedIn } from "./editor-plan.ts";
import { approvalPreview } from "./editor-preview.ts";
import { numberOf } from "./editor-version-routes.ts";
import type { CataloguePorts } from "../found-leistungen.ts";

/** What waits for the approval of another editor. */
export function approvalRoutes(ports: CataloguePorts): readonly Route[] {
  const access = { audience: "staff", permission: "catalogue.edit" } as const;
  const path = approvalPath(":id");
  return [
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => show(request, ports),
    },
    {
      method: "GET",
      path: approvalPreviewPath(":id"),
      ...access,
      handle: async (request) => {
        const shown = await readApproval(request.context, idOf(request));
        return shown ? approvalPreview(request, ports, shown) : showError(404);
      },
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => decide(request, ports),
    },
  ];
}

const idOf = ({ params }: PortalRequest) => params["id"] ?? "";

/** What is said on the page besides the request. */
type Told = {
  readonly errors?: readonly FormError[];
  readonly warning?: EditorKey;
};

async function show(
  request: PortalRequest,
  ports: CataloguePorts,
  { errors = [], warning }: Told = {},
): Promise<Reply> {
  const { context, locale, fields } = request;
  const shown = await readApproval(context, idOf(request));
  // Somebody else has decided: the form says what became of it.
  if (!shown)
    return warning ? redirect(editPath(idOf(request))) : showError(404);
  const { approval, current } = shown;
  const t = editorTexts(locale);
  const title = t("approval.title", { title: current.content.title.de });
  return page({
    status: warning ? 409 : 200,
    title: warning ? t("edit.error", { title }) : title,
    ...(errors.length > 0 && {
      status: 422,
      title: t("edit.error", { title }),
      scripts: ["focus-error-summary"],
    }),
    section: editorPath,
    layout: "wide",
    main: approvalPage({
      shown,
      names: await namesIn(context, ports, approval),
      reader: context.actor.id,
      moment: momentIn(request, approval),
      reason: fields.get(reasonField) ?? "",
      errors,
      warning,
      locale,
      ...(await choicesFor(request)),
    }),
  });
}

/** The moment as it was typed, or as the authors wish. */
function momentIn(
  request: PortalRequest,
  { publishAt }: Approval,
): TypedMoment {
  if (request.fields.has("plan-tag")) return plannedIn(request);
  return publishAt
    ? {
        "plan-tag": typedDay(germanDay(publishAt)),
        "plan-zeit": formatTime(publishAt, "de"),
      }
    : { "plan-tag": "", "plan-zeit": "" };
}

function decide(request: PortalRequest, ports: CataloguePorts): Promise<Reply> {
  switch (request.fields.get("aktion")) {
    case "freigeben":
      return give(request, ports, undefined);
    case "freigeben-spaeter":
      return giveLater(request, ports);
    case "zurueckgeben":
      return giveBack(request, ports);
    default:
      return withdraw(request);
  }
}

const seenIn = (request: PortalRequest) => ({
  leistungId: idOf(request),
  approvalId: request.fields.get("freigabe") ?? "",
  version: numberOf(request.fields.get("fassung")) ?? 0,
});

const doneWords = {
  published: "freigegeben",
  planned: "freigegeben-geplant",
  shown: "freigegeben-gezeigt",
} as const;

async function give(
  request: PortalRequest,
  ports: CataloguePorts,
  publishAt: Date | undefined,
): Promise<Reply> {
  const seen = seenIn(request);
  const given = await approve(
    request.context,
    { ...seen, publishAt },
    ports.notices,
  );
  return given.ok
    ? redirect(`${editPath(seen.leistungId)}?getan=${doneWords[given.value]}`)
    : showRefusal(request, ports, given.refusal);
}

async function giveLater(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const read = readMoment(plannedIn(request), request.context.now);
  return "errors" in read
    ? show(request, ports, { errors: read.errors })
    : give(request, ports, read.at);
}

async function giveBack(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const reason = fields.get(reasonField) ?? "";
  const seen = seenIn(request);
  const sent = await sendBack(context, { ...seen, reason }, ports.notices);
  if (sent.ok)
    return redirect(`${editPath(seen.leistungId)}?getan=zurueckgegeben`);
  if (sent.refusal.kind !== "reason")
    return showRefusal(request, ports, sent.refusal);
  const fault = reason.trim() === "" ? "missing" : "too-long";
  const part = String(longestNote);
  return show(request, ports, {
    errors: [{ field: reasonField, fault, part }],
  });
}

async function withdraw(request: PortalRequest): Promise<Reply> {
  const id = idOf(request);
  return (await withdrawApproval(request.context, id))
    ? redirect(`${editPath(id)}?getan=zurueckgezogen`)
    : showError(404);
}

function showRefusal(
  request: PortalRequest,
  ports: CataloguePorts,
  { kind }: DecideRefusal,
): Promise<Reply> | Reply {
  return kind === "not-found"
    ? showError(404)
    : show(request, ports, { warning: `approval.refused.${kind}` });
}
