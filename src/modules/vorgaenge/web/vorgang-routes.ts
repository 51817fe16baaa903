import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { listOffice, listStaffNames } from "../../staff/index.ts";
import type { Authority } from "../domain/authority.ts";
import { askedOf } from "../domain/opinion.ts";
import type {
  VorgaengePorts,
  VorgangContribution,
  VorgangPlace,
} from "../ports.ts";
import { mayCallBack } from "../use-cases/call-back-vorgang.ts";
import { readClockOf } from "../use-cases/read-clock.ts";
import { readVorgang, type OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { opinionFields } from "./opinion-form.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { nothingTyped, type VorgangInput } from "./vorgang-input.ts";
import { vorgangPage } from "./vorgang-page.ts";

/** The page of one Vorgang. */
export function vorgangRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("GET", vorgaengePaths.vorgang(":id"), (request) =>
      showVorgang(request, ports, nothingTyped),
    ),
  ];
}

/** The page, with what was typed into it where an action did not succeed. */
export async function showVorgang(
  request: PortalRequest,
  ports: VorgaengePorts,
  input: VorgangInput,
): Promise<Reply> {
  const { context, locale, params, query } = request;
  const id = params["id"] ?? "";
  const result = await readVorgang(context, id, ports.submissions);
  // Not permitted and not found are one answer: it must not show that it exists.
  if (!result.ok) return showError(404);
  const opened = result.value;
  const { submissionId, leistungSlug } = opened.vorgang;
  const chosenExpert = query.get(opinionFields.asked) ?? "";
  return vorgangPage({
    locale,
    postfach: await ports.postfachSections?.forCaseworker(context, {
      submissionId,
      locale,
    }),
    contributions: await contributionsTo(request, ports, opened),
    clock: await readClockOf(context, { ...opened, leistungSlug }),
    now: context.now,
    opened,
    staffNames: await listStaffNames(context, staffIn(opened)),
    office: await listOffice(context),
    ownId: context.actor.id,
    ownTenantId: context.tenantId,
    ownName: request.portal.name,
    authorities: await authoritiesNamed(ports, opened, chosenExpert),
    chosenExpert,
    mayCallBack: await mayCallBack(context, ports, opened.vorgang),
    mayEdit: mayEdit(context, opened),
    mayManageLabels: context.actor.may("label.manage"),
    input,
    fileId: query.get("datei"),
  });
}

/** What lies with another authority is read here, and changed there. */
function mayEdit(
  { actor }: PortalRequest["context"],
  { vorgang }: Pick<OpenedVorgang, "vorgang">,
): boolean {
  return actor.may("vorgang.edit") && vorgang.handedTo === undefined;
}

/** A few of the many: those that were asked for an opinion, and the one that is chosen to be. */
async function authoritiesNamed(
  { authorities }: VorgaengePorts,
  { collaboration }: OpenedVorgang,
  chosenExpert: string,
): Promise<readonly Authority[]> {
  const chosen = askedOf(chosenExpert);
  const ids = new Set([
    ...collaboration.opinions.map(({ askedTenantId }) => askedTenantId),
    ...(chosen?.kind === "authority" ? [chosen.id] : []),
  ]);
  const found = await Promise.all([...ids].map((id) => authorities.find(id)));
  return found.flatMap((authority) => authority ?? []);
}

function staffIn({ events, collaboration }: OpenedVorgang): readonly string[] {
  const named = collaboration.notes.flatMap(({ authorId, mentionedIds }) => [
    authorId,
    ...mentionedIds,
  ]);
  const acting = events.flatMap(({ actorKind, actorId, assigneeId }) => [
    ...(actorKind === "staff" ? [actorId] : []),
    ...(assigneeId === undefined ? [] : [assigneeId]),
  ]);
  return [...named, ...acting];
}

async function contributionsTo(
  { context, locale, portal }: PortalRequest,
  { sections = [] }: VorgaengePorts,
  { vorgang, hiddenSlugs }: OpenedVorgang,
): Promise<readonly VorgangContribution[]> {
  const place: VorgangPlace = {
    ...vorgang,
    locale,
    portal,
    hiddenSlugs,
    mayEdit: mayEdit(context, { vorgang }),
  };
  return Promise.all(sections.map((contribute) => contribute(context, place)));
}
