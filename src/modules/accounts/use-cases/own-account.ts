import type { Context } from "../../../platform/context/context.ts";

/** The account of a citizen who is signed in. */
export function ownAccountOf({ actor }: Context): string | undefined {
  return actor.kind === "citizen" ? actor.id : undefined;
}
