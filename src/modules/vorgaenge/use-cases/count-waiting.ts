import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope } from "../../staff/index.ts";
import { countedSlowlyAtMost, wholeQueue } from "../domain/queue.ts";
import { countLists } from "../store/queue-counts.ts";
import { plainScope } from "./queue-scope.ts";

/**
 * How many open Vorgänge wait for the caller or whom they substitute, and not for the applicant. Of each state at most a
 * hundred are counted. Two short statements.
 */
export async function countWaiting(context: Context): Promise<number> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return 0;
  const work = await findWorkScope(context);
  const narrowing = { ...wholeQueue, assignee: "mine" };
  const scope = plainScope(context, narrowing, { work, teams: [] });
  const lists = (["received", "in-progress"] as const).map((filter) => ({
    filter,
    scope,
  }));
  const counts = await context.read((db) =>
    countLists(db, tenantId, { lists, atMost: countedSlowlyAtMost }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
