import type { Actor } from "../../../platform/context/context.ts";

/** Whose things an actor looks for; somebody with a mandate sees of the other person's only what they did themselves. */
export function ownedBy({
  id,
  ownerId,
  seesOwnActsOnly,
}: Actor):
  | { readonly ownerId: string; readonly actorId: string | undefined }
  | undefined {
  return ownerId === undefined
    ? undefined
    : { ownerId, actorId: seesOwnActsOnly ? id : undefined };
}
