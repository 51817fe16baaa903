import type { AssignmentKind, VorgangEvent } from "./events.ts";

/** Who is responsible; the team is undefined where it follows from the Leistung. */
export type Responsibility = {
  readonly assigneeId: string | undefined;
  readonly teamId: string | undefined;
};

/** Gives a Vorgang to somebody, back to its team, or to another team. */
export type Assignment =
  | { readonly kind: "assigned"; readonly assigneeId: string }
  | { readonly kind: "unassigned" }
  | { readonly kind: "moved-to-team"; readonly teamId: string };

/** What an assignment makes of a responsibility: a person stays in the queue of the team, another team begins without one. */
export function afterAssignment(
  { teamId }: Responsibility,
  assignment: Assignment,
): Responsibility {
  switch (assignment.kind) {
    case "assigned":
      return { assigneeId: assignment.assigneeId, teamId };
    case "unassigned":
      return { assigneeId: undefined, teamId };
    case "moved-to-team":
      return { assigneeId: undefined, teamId: assignment.teamId };
  }
}

/** True where an assignment would change nothing. */
export function isInVain(
  before: Responsibility,
  assignment: Assignment,
): boolean {
  const { assigneeId, teamId } = afterAssignment(before, assignment);
  return before.assigneeId === assigneeId && before.teamId === teamId;
}

/** Who is responsible after these events. */
export function responsibilityOf(
  events: readonly Pick<VorgangEvent, "kind" | "assigneeId" | "teamId">[],
): Responsibility {
  return events.reduce<Responsibility>(
    (before, event) => {
      const assignment = assignmentOf(event);
      return assignment ? afterAssignment(before, assignment) : before;
    },
    { assigneeId: undefined, teamId: undefined },
  );
}

function assignmentOf({
  kind,
  assigneeId,
  teamId,
}: Pick<VorgangEvent, "kind" | "assigneeId" | "teamId">):
  | Assignment
  | undefined {
  if (kind === "unassigned") return { kind };
  if (kind === "assigned" && assigneeId !== undefined)
    return { kind, assigneeId };
  if (kind === "moved-to-team" && teamId !== undefined) return { kind, teamId };
  return undefined;
}

/** The assignment that takes this one back; undefined where the team was the Leistung's own and cannot be named. */
export function reverseOf(
  before: Responsibility,
  done: AssignmentKind,
): Assignment | undefined {
  if (done === "moved-to-team") {
    return before.teamId === undefined || before.assigneeId !== undefined
      ? undefined
      : { kind: "moved-to-team", teamId: before.teamId };
  }
  return before.assigneeId === undefined
    ? { kind: "unassigned" }
    : { kind: "assigned", assigneeId: before.assigneeId };
}
