import type { Context } from "../../../platform/context/context.ts";
import * as store from "../store/rule-store.ts";

/** Whether any rule of the context's authority leads applications for a Leistung to another one, or to an office. One statement. */
export function hasLeadingRule(
  context: Context,
  leistungSlug: string,
): Promise<boolean> {
  return context.read((db) =>
    store.hasLeadingRule(db, context.tenantId, leistungSlug),
  );
}
