import type { Context } from "../../../platform/context/context.ts";
import { hasRuleElsewhere } from "../store/rule-store.ts";

/** Whether any rule of the context's authority leads applications for a Leistung to another one. One statement. */
export function leadsElsewhere(
  context: Context,
  leistungSlug: string,
): Promise<boolean> {
  return context.read((db) =>
    hasRuleElsewhere(db, context.tenantId, leistungSlug),
  );
}
