import type { Actor } from "./context.ts";

/** Whose things are looked for; with `actorId` only those that this account has made for them. */
export type OwnedBy = {
  readonly ownerId: string;
  readonly actorId?: string | undefined;
};

/** Whose things an actor looks for; somebody with a mandate sees of the other person's only what they did themselves. */
export function ownedBy({
  id,
  ownerId,
  seesOwnActsOnly,
}: Actor): OwnedBy | undefined {
  return ownerId === undefined
    ? undefined
    : { ownerId, actorId: seesOwnActsOnly ? id : undefined };
}
