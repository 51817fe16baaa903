import type { Context } from "../../../platform/context/context.ts";
import type { LabelColour } from "../domain/label.ts";
import { saveLabel } from "../use-cases/change-labels.ts";

const labels: readonly (readonly [string, LabelColour])[] = [
  ["Eilt", "red"],
  ["Unterlagen fehlen", "yellow"],
  ["Ortstermin", "blue"],
  ["Widerspruch", "violet"],
  ["Gebühr bezahlt", "green"],
];

/** Labels of a demo authority; those that are there stay as they are. */
export async function seedVorgaengeDemo(context: Context): Promise<void> {
  for (const [name, colour] of labels) {
    const saved = await saveLabel(context, { name, colour });
    if (saved.ok || saved.refusal.kind === "label-name-taken") continue;
    throw new Error(`demo label ${name}: ${saved.refusal.kind}`);
  }
}
