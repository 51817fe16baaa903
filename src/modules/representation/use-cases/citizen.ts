import type { Context } from "../../../platform/context/context.ts";

/** The account that acts; undefined for everybody who is not a citizen signed in. Nothing here belongs to anybody else. */
export function citizenIn({ actor }: Context): string | undefined {
  return actor.kind === "citizen" ? actor.id : undefined;
}
