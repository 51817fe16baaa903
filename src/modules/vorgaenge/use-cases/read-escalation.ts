import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { findWorkScope, listOffice, type Team } from "../../staff/index.ts";
import {
  countedAtMost,
  wholeQueue,
  type QueueNarrowing,
} from "../domain/queue.ts";
import type { VorgaengePorts } from "../ports.ts";
import { countLists } from "../store/queue-counts.ts";
import { listSubmissionsWithin } from "../store/escalation-store.ts";
import { plainScope } from "./queue-scope.ts";

/** Whose: of everybody, one's own, or a team's (its id). */
export type EscalationOf = "all" | "mine" | { readonly teamId: string };

/** A list of the queue, and how much is in it. */
export type EscalationList = {
  readonly kind: "late" | "late-unassigned" | "soon" | "unassigned";
  readonly narrowing: QueueNarrowing;
  readonly count: number;
};

export type Escalation = {
  readonly lists: readonly EscalationList[];
  /** What the office has to do because somebody was not reached. */
  readonly tasks: Readonly<Record<"paper" | "contact", number>>;
  /** Teams of the caller, and of whom they substitute. */
  readonly teams: readonly Team[];
  readonly countedAtMost: number;
};

/** What must not go on lying: late, due soon, nobody's, and people who were not reached. Needs `vorgang.rules`. */
export async function readEscalation(
  context: Context,
  whose: EscalationOf,
  { listOpenTasks }: Pick<VorgaengePorts, "listOpenTasks">,
): Promise<Result<Escalation, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.rules") || !actor.may("vorgang.read"))
    return refuse({ kind: "not-permitted" });
  const work = await findWorkScope(context);
  const { teams } = await listOffice(context);
  const ground = { work, teams };
  const open = (await listOpenTasks?.(context)) ?? [];
  const ids = [...new Set(open.map(({ submissionId }) => submissionId))];
  const wanted = listsOf(whose);
  const { counts, within } = await context.transaction(async (db) => ({
    counts: await countLists(db, tenantId, {
      lists: wanted.map(({ narrowing }) => ({
        filter: "open",
        scope: plainScope(context, narrowing, ground),
      })),
      atMost: countedAtMost,
    }),
    within: await listSubmissionsWithin(db, tenantId, {
      scope: plainScope(context, narrowingOf(whose), ground),
      submissionIds: ids,
    }),
  }));
  const countTasks = (wantedKind: "paper" | "contact") =>
    open.filter(
      ({ kind, submissionId }) =>
        kind === wantedKind && within.has(submissionId),
    ).length;
  return ok({
    lists: wanted.map((list, index) => ({
      ...list,
      count: counts[index] ?? 0,
    })),
    tasks: { paper: countTasks("paper"), contact: countTasks("contact") },
    teams: teams.filter(({ id }) => work.teamIds.includes(id)),
    countedAtMost,
  });
}

function narrowingOf(whose: EscalationOf): QueueNarrowing {
  if (whose === "all") return wholeQueue;
  return whose === "mine"
    ? { ...wholeQueue, assignee: "mine" }
    : { ...wholeQueue, teamId: whose.teamId };
}

/** What is one's own is somebody's. */
function listsOf(
  whose: EscalationOf,
): readonly Omit<EscalationList, "count">[] {
  const base = narrowingOf(whose);
  const nobody = { ...base, assignee: "nobody" };
  const dated = [
    { kind: "late", narrowing: { ...base, due: "late" } },
    { kind: "soon", narrowing: { ...base, due: "soon" } },
  ] as const;
  const [late, soon] = dated;
  return whose === "mine"
    ? dated
    : [
        late,
        { kind: "late-unassigned", narrowing: { ...nobody, due: "late" } },
        soon,
        { kind: "unassigned", narrowing: nobody },
      ];
}
