import * as saving from "../use-cases/save-leistung.ts";
import * as showing from "../use-cases/editing/turn-visibility.ts";

/** What tests of other modules find in the catalogue. */
export const saveLeistung = (
  ...given: Parameters<typeof saving.saveLeistung>
): Promise<void> => saving.saveLeistung(...given);

export const turnVisibility = (
  ...given: Parameters<typeof showing.turnVisibility>
): Promise<void> => showing.turnVisibility(...given);
