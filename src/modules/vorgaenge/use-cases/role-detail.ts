import type { Actor } from "../../../platform/context/context.ts";
import type { AuditDetails } from "../../audit/index.ts";
import { readingRoleOf } from "../domain/reading-role.ts";

/** In which role somebody opens an application, for the log: roles change, and the person it is about may know. */
export function roleDetail({ roles }: Actor): Pick<AuditDetails, "role"> {
  const role = readingRoleOf(roles);
  return role === undefined ? {} : { role };
}
