import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope } from "../../staff/index.ts";
import { listViews } from "../store/view-store.ts";
import { saveView } from "../use-cases/change-worklist.ts";

type Colleague = "kevin" | "samira";

const views = [
  {
    of: "kevin",
    name: "Meine, nach Frist",
    query: "stand=open&wer=ich&reihenfolge=faellig",
  },
  {
    of: "samira",
    name: "Überfällig",
    query: "stand=open&faellig=ueberfaellig&reihenfolge=faellig",
  },
  { of: "samira", name: "Ohne Zuständige", query: "stand=open&wer=niemand" },
] as const satisfies readonly { of: Colleague; name: string; query: string }[];

/** Lists that colleagues have kept; who has any keeps what they have. */
export async function seedViewsDemo(
  contextOf: (who: Colleague) => Context,
): Promise<void> {
  for (const who of ["kevin", "samira"] as const) {
    const context = contextOf(who);
    const { teamIds } = await findWorkScope(context);
    const kept = await context.read((db) =>
      listViews(db, context.tenantId, { staffId: context.actor.id, teamIds }),
    );
    if (kept.length > 0) continue;
    for (const { of, ...view } of views)
      if (of === who) await saveView(context, { ...view, teamId: "" });
  }
}
