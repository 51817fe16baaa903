import type { Leistung } from "./leistung.ts";
import type { TextModule } from "./leistung-content.ts";
import { linesOf } from "./rich-text.ts";

/** Each paragraph and entry of a text module in German, as plain words; none where the Leistung says nothing. */
export function germanLines(
  leistung: Pick<Leistung, "content"> | undefined,
  module: TextModule,
): readonly string[] {
  return linesOf(leistung?.content[module]?.de ?? "");
}
