import { addDays } from "../../../platform/calendar/calendar-day.ts";
import type { Actor, Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { permissionsOf, type Role } from "../domain/roles.ts";
import { listTeamRows, listWorkerRoles } from "../store/team-store.ts";
import { addStaff } from "../use-cases/add-staff.ts";
import { saveTeam } from "../use-cases/change-team.ts";
import { addOwnAbsence, listOwnAbsences } from "../use-cases/own-absence.ts";
import { demoLogins, type DemoLogin } from "./seed-staff-demo.ts";

/** More people of a demo office, whom the guide does not name; they sign in with the same password. */
const colleagues = [
  ["aylin", "Aylin Demir", "caseworker"],
  ["jonas", "Jonas Petersen", "caseworker"],
  ["petra", "Petra Schulz", "caseworker"],
] as const satisfies readonly (readonly [string, string, Role])[];

export type DemoColleague = "kevin" | "samira" | "aylin" | "jonas" | "petra";

type DemoTeam = {
  readonly name: string;
  readonly members: readonly DemoColleague[];
  readonly leistungen: readonly string[];
};

const teams: readonly DemoTeam[] = [
  {
    name: "Verkehr und Parken",
    members: ["kevin", "samira", "aylin"],
    leistungen: ["bewohnerparkausweis"],
  },
  {
    name: "Steuern und Abgaben",
    members: ["kevin", "samira", "jonas"],
    leistungen: ["hundesteuer"],
  },
  {
    name: "Standesamt",
    members: ["petra", "samira"],
    leistungen: ["geburtsurkunde"],
  },
  {
    name: "Ordnung und Veranstaltungen",
    members: ["kevin", "aylin", "samira"],
    leistungen: ["veranstaltung", "jagdschein"],
  },
];

export type DemoOffice = {
  actorOf(name: DemoColleague): Actor;
  teamOf(name: string): string;
};

type PortalName = { readonly kind: string; readonly slug: string };

/** Colleagues and teams of a demo office; Jonas is away, and Kevin stands in for him; Samira has leave later. What is there stays as it is. */
export async function seedOfficeDemo(
  context: Context,
  portal: PortalName,
): Promise<DemoOffice> {
  const logins = [...demoLogins(portal), ...colleaguesOf(portal)];
  for (const login of logins) {
    const added = await addStaff(context, login);
    if (!added.ok && added.refusal.kind !== "login-taken")
      throw new Error(`demo colleague: ${added.refusal.kind}`);
  }
  const actors = await findActors(context, logins);
  const actorOf = (name: DemoColleague): Actor =>
    known(actors.get(loginOf(name, portal)), name);
  await addTeams(context, actorOf);
  const as = (name: DemoColleague) => ({ ...context, actor: actorOf(name) });
  const today = germanDay(context.now);
  await addAbsence(as("jonas"), actorOf("kevin"), [today, addDays(today, 11)]);
  await addAbsence(as("samira"), actorOf("petra"), [
    addDays(today, 25),
    addDays(today, 38),
  ]);
  const { tenantId } = context;
  const rows = await context.transaction((db) => listTeamRows(db, tenantId));
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  return { actorOf, teamOf: (name) => known(ids.get(name), name) };
}

function colleaguesOf(portal: PortalName): readonly DemoLogin[] {
  const [{ password } = { password: "" }] = demoLogins(portal);
  return colleagues.map(([name, displayName, role]) => ({
    login: loginOf(name, portal),
    password,
    displayName,
    roles: [role],
  }));
}

const loginOf = (name: string, { slug }: PortalName) =>
  `${name}@${slug}.example`;

async function findActors(
  context: Context,
  logins: readonly DemoLogin[],
): Promise<ReadonlyMap<string, Actor>> {
  const rows = await context.transaction((db) =>
    listWorkerRoles(db, context.tenantId),
  );
  const ids = new Map(rows.map(({ login, id }) => [login, id]));
  return new Map(
    logins.flatMap(({ login, roles }) => {
      const id = ids.get(login);
      const permissions: readonly string[] = permissionsOf(roles);
      const actor: Actor = {
        kind: "staff",
        id: id ?? "",
        roles,
        may: (permission) => permissions.includes(permission),
      };
      return id === undefined ? [] : [[login, actor] as const];
    }),
  );
}

async function addTeams(
  context: Context,
  actorOf: (name: DemoColleague) => Actor,
): Promise<void> {
  for (const { name, members, leistungen } of teams) {
    const saved = await saveTeam(context, {
      id: undefined,
      name,
      memberIds: members.map((member) => actorOf(member).id),
      officeSlugs: [],
      leistungen: leistungen.map((slug) => ({ slug, isRestricted: false })),
    });
    if (!saved.ok && saved.refusal.kind !== "team-name-taken")
      throw new Error(`demo team ${name}: ${saved.refusal.kind}`);
  }
}

async function addAbsence(
  context: Context,
  substitute: Actor,
  [fromDay, untilDay]: readonly [string, string],
): Promise<void> {
  if ((await listOwnAbsences(context)).length > 0) return;
  const added = await addOwnAbsence(context, {
    substituteId: substitute.id,
    fromDay,
    untilDay,
  });
  if (!added.ok) throw new Error(`demo absence: ${added.refusal.kind}`);
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`demo: nobody is called ${name}`);
  return value;
}
