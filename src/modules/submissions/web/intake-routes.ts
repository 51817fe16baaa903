import type { FileStore } from "../../../platform/files/file-store.ts";
import type { Context } from "../../../platform/context/context.ts";
import { dateParts, dayText } from "../../../ui/date-input.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { listOnlineLeistungen } from "../../catalogue/index.ts";
import type { Draft } from "../domain/draft.ts";
import type { Intake } from "../domain/intake.ts";
import type { StaffNames, TakeAccountAtCounter } from "../ports.ts";
import { findNewerForm } from "../use-cases/find-form-change.ts";
import {
  beginIntake,
  listIntakes,
  removeIntake,
  noteIntakeOpened,
  takeOverIntake,
} from "../use-cases/intakes.ts";
import { openIntake } from "../use-cases/open-draft.ts";
import { antragPath } from "./antrag-request.ts";
import { intakeCookie, noDraftCookie } from "./draft-cookie.ts";
import {
  intakeFields,
  intakePage,
  type IntakePageProps,
  type TypedIntake,
} from "./intake-page.ts";
import { intakePaths } from "./intake-paths.ts";
import { isCitizenSignedIn, oneIntakePage } from "./one-intake-page.ts";
import { resumePath } from "./resume-path.ts";
import { versionPath } from "./version-page.ts";

export type IntakePorts = {
  readonly files: FileStore;
  readonly staffNames: StaffNames;
  readonly takeAccountAtCounter: TakeAccountAtCounter;
};

/** Applications that a caseworker takes in at the counter, on the phone or from a letter: begun, found again, taken over. */
export function intakeRoutes(ports: IntakePorts): readonly Route[] {
  const staff = { audience: "staff", permission: "intake.edit" } as const;
  const one = intakePaths.one(":id");
  return [
    {
      ...staff,
      method: "GET",
      path: intakePaths.list,
      handle: (request) => showList(request, ports),
    },
    {
      ...staff,
      method: "POST",
      path: intakePaths.list,
      handle: (request) => begin(request, ports),
    },
    { ...staff, method: "GET", path: one, handle: showOne },
    { ...staff, method: "POST", path: one, handle: goOn },
    {
      ...staff,
      method: "POST",
      path: intakePaths.takeOver(":id"),
      permission: "intake.take-over",
      handle: takeOver,
    },
    {
      ...staff,
      method: "POST",
      path: intakePaths.remove(":id"),
      handle: (request) => remove(request, ports),
    },
  ];
}

const idOf = ({ params }: PortalRequest) => params["id"] ?? "";

async function showList(
  request: PortalRequest,
  ports: IntakePorts,
  again?: Pick<IntakePageProps, "faults">,
): Promise<Reply> {
  const { context, locale } = request;
  const [leistungen, drafts] = await Promise.all([
    listOnlineLeistungen(context),
    listIntakes(context),
  ]);
  return intakePage(locale, {
    leistungen,
    drafts,
    names: await namesOf(context, ports, drafts),
    typed: typedIn(request.fields),
    faults: again?.faults ?? [],
  });
}

/** Of the colleagues that the drafts lie with. */
async function namesOf(
  context: Context,
  { staffNames }: IntakePorts,
  drafts: IntakePageProps["drafts"],
): Promise<ReadonlyMap<string, string>> {
  const ids = drafts.filter(({ isOwn }) => !isOwn).map((it) => it.staffId);
  return ids.length === 0 ? new Map() : staffNames(context, ids);
}

async function begin(
  request: PortalRequest,
  ports: IntakePorts,
): Promise<Reply> {
  const { context, accountContext, staff, fields } = request;
  const typed = typedIn(fields);
  const result = await beginIntake(
    context,
    {
      ...typed,
      leistungSlug: typed.leistung,
      receivedOn: dayText(typed.receivedOn),
      accountCode: typed.code,
      staffName: staff?.displayName ?? "",
    },
    (at, code) => ports.takeAccountAtCounter(at, accountContext, code),
  );
  if (result.ok) {
    const { draftId } = result.value;
    return redirect(
      isCitizenSignedIn(request)
        ? intakePaths.one(draftId)
        : antragPath(typed.leistung, "/schritt/1"),
      [intakeCookie(typed.leistung, draftId)],
    );
  }
  switch (result.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "incomplete":
      return showList(request, ports, { faults: result.refusal.faults });
    case "code-not-valid":
      return showList(request, ports, { faults: ["code-not-valid"] });
  }
}

function typedIn(fields: URLSearchParams): TypedIntake {
  const of = (name: string) => fields.get(name) ?? "";
  return {
    leistung: of(intakeFields.leistung),
    channel: of(intakeFields.channel),
    receivedOn: dateParts(fields, intakeFields.receivedOn),
    name: of(intakeFields.name),
    email: of(intakeFields.email),
    phone: of(intakeFields.phone),
    code: of(intakeFields.code),
  };
}

async function withIntake(
  request: PortalRequest,
  handle: (own: {
    readonly draft: Draft;
    readonly intake: Intake;
  }) => Promise<Reply>,
): Promise<Reply> {
  const draft = await openIntake(request.context, idOf(request));
  if (draft?.isSubmitted === true)
    return redirect(antragPath(draft.leistungSlug, "/gesendet"), [
      intakeCookie(draft.leistungSlug, draft.id),
    ]);
  return draft?.intake
    ? handle({ draft, intake: draft.intake })
    : showError(404);
}

function showOne(request: PortalRequest): Promise<Reply> {
  return withIntake(request, (own) =>
    Promise.resolve(oneIntakePage(request, own)),
  );
}

/** Opens it in this browser; another one for the same Leistung stays in the list. */
function goOn(request: PortalRequest): Promise<Reply> {
  return withIntake(request, async ({ draft }) => {
    await noteIntakeOpened(request.context, draft.id);
    const newer = await findNewerForm(request.context, draft);
    return redirect(
      newer ? versionPath(draft.leistungSlug) : resumePath(draft),
      [intakeCookie(draft.leistungSlug, draft.id)],
    );
  });
}

async function takeOver(request: PortalRequest): Promise<Reply> {
  const draftId = idOf(request);
  await takeOverIntake(request.context, draftId);
  return redirect(intakePaths.one(draftId));
}

function remove(request: PortalRequest, { files }: IntakePorts) {
  return withIntake(request, async ({ draft }) => {
    await removeIntake(request.context, files, draft.id);
    return redirect(intakePaths.list, [noDraftCookie(draft.leistungSlug)]);
  });
}
