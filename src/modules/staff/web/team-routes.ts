import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Context } from "../../../platform/context/context.ts";
import { listOffices, type Office } from "../../tenants/index.ts";
import type { ListLeistungen } from "../ports.ts";
import type { TeamLeistung } from "../domain/team.ts";
import {
  removeTeam,
  saveTeam,
  type ChangeTeamRefusal,
} from "../use-cases/change-team.ts";
import { listOffice } from "../use-cases/work-scope.ts";
import { teamPaths } from "./staff-paths.ts";
import {
  removeTeamPage,
  teamPage,
  teamsPage,
  type TeamInput,
} from "./team-pages.ts";

/** Pages for who says which teams an authority has. */
export function teamRoutes(listLeistungen: ListLeistungen): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: "staff.manage",
    handle,
  });
  const save = (request: PortalRequest) => submit(request, listLeistungen);
  return [
    route("GET", teamPaths.list, showTeams),
    route("GET", teamPaths.add, (request) =>
      showForm(request, listLeistungen, noInput),
    ),
    route("POST", teamPaths.add, save),
    route("GET", teamPaths.team(":id"), (request) =>
      showTeam(request, listLeistungen),
    ),
    route("POST", teamPaths.team(":id"), save),
    route("GET", teamPaths.removal(":id"), askRemoval),
    route("POST", teamPaths.removal(":id"), remove),
  ];
}

const noInput: TeamInput = {
  name: "",
  memberIds: [],
  slugs: [],
  restrictedSlugs: [],
  officeSlugs: [],
};

async function showTeams({ context, locale }: PortalRequest): Promise<Reply> {
  return teamsPage({ locale, ...(await listOffice(context)) });
}

async function findTeam({ context, params }: PortalRequest) {
  const { teams } = await listOffice(context);
  return teams.find(({ id }) => id === params["id"]);
}

async function showTeam(
  request: PortalRequest,
  listLeistungen: ListLeistungen,
): Promise<Reply> {
  const team = await findTeam(request);
  if (!team) return showError(404);
  return showForm(request, listLeistungen, {
    name: team.name,
    memberIds: team.memberIds,
    slugs: team.leistungen.map(({ slug }) => slug),
    restrictedSlugs: team.leistungen
      .filter(({ isRestricted }) => isRestricted)
      .map(({ slug }) => slug),
    officeSlugs: team.officeSlugs,
  });
}

async function showForm(
  request: PortalRequest,
  listLeistungen: ListLeistungen,
  input: TeamInput,
): Promise<Reply> {
  const { context, locale, params } = request;
  const { colleagues, teams } = await listOffice(context);
  return teamPage({
    locale,
    teamId: params["id"],
    colleagues,
    teams,
    leistungen: await listLeistungen(context),
    offices: await ownOffices(context),
    input,
  });
}

async function submit(
  request: PortalRequest,
  listLeistungen: ListLeistungen,
): Promise<Reply> {
  const { context, fields, params } = request;
  const id = params["id"];
  if (id !== undefined && !isId(id)) return showError(404);
  const input: TeamInput = {
    name: fields.get("name") ?? "",
    memberIds: fields.getAll("mitglieder"),
    slugs: fields.getAll("leistungen"),
    restrictedSlugs: fields.getAll("nur-team"),
    officeSlugs: fields.getAll("aemter"),
  };
  const known = await listLeistungen(context);
  const leistungen = known
    .filter(({ slug }) => input.slugs.includes(slug))
    .map(({ slug }): TeamLeistung => ({
      slug,
      isRestricted: input.restrictedSlugs.includes(slug),
    }));
  const { name, memberIds } = input;
  const offices = await ownOffices(context);
  const officeSlugs = offices
    .map(({ slug }) => slug)
    .filter((slug) => input.officeSlugs.includes(slug));
  const team = { id, name, memberIds, leistungen, officeSlugs };
  const saved = await saveTeam(context, team);
  if (saved.ok) return redirect(teamPaths.list);
  const problem = problemOf(saved.refusal);
  return typeof problem === "number"
    ? showError(problem)
    : showForm(request, listLeistungen, { ...input, problem });
}

/** Those of other authorities get no messages here. */
async function ownOffices(context: Context): Promise<readonly Office[]> {
  const offices = await listOffices(context);
  return offices.filter(({ authority }) => authority === null);
}

function problemOf({ kind }: ChangeTeamRefusal) {
  switch (kind) {
    case "not-permitted":
      return 403;
    case "not-found":
      return 404;
    case "team-name-missing":
    case "team-name-too-long":
    case "team-name-taken":
      return kind;
  }
}

async function askRemoval(request: PortalRequest): Promise<Reply> {
  const team = await findTeam(request);
  return team ? removeTeamPage(team, request.locale) : showError(404);
}

/** What is gone already, by a second click or a colleague, is removed as well. */
async function remove({ context, params }: PortalRequest): Promise<Reply> {
  const id = params["id"] ?? "";
  if (!isId(id)) return showError(404);
  const removed = await removeTeam(context, id);
  return removed.ok || removed.refusal.kind === "not-found"
    ? redirect(teamPaths.list)
    : showError(404);
}
