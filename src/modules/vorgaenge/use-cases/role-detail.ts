import type { Actor } from "../../../platform/context/context.ts";
import { readingRoleOf } from "../domain/reading-role.ts";

/** In which role somebody opens an application, for the log: roles change, and the person it is about may know. */
export function roleDetail({ roles }: Actor): { readonly role?: string } {
  const role = readingRoleOf(roles);
  return role === undefined ? {} : { role };
}
