/** A word that an authority puts on its Vorgänge; the colour is a second sign, the word alone is enough. */
export type Label = {
  readonly id: string;
  readonly name: string;
  readonly colour: LabelColour;
};

export const labelColours = [
  "grey",
  "blue",
  "green",
  "yellow",
  "red",
  "violet",
] as const;

export type LabelColour = (typeof labelColours)[number];

export const longestLabelName = 30;

export type LabelFault = "label-name-missing" | "label-name-too-long";

/** As it is stored: no blanks around, one blank between words. */
export function normaliseLabelName(typed: string): string {
  return typed.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** What is wrong with a name as it would be stored. */
export function faultOfLabelName(name: string): LabelFault | undefined {
  if (name === "") return "label-name-missing";
  return Array.from(name).length > longestLabelName
    ? "label-name-too-long"
    : undefined;
}

/** The colour of a word; grey for anything else. */
export function labelColourOf(word: string): LabelColour {
  return labelColours.find((colour) => colour === word) ?? "grey";
}

/**
 * What somebody who saw these labels and ticked those wants: only what they changed themselves, so that two people at once overwrite nothing
 * of each other.
 */
export function labelChange(
  seen: readonly string[],
  ticked: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: ticked.filter((id) => !seen.includes(id)),
    removed: seen.filter((id) => !ticked.includes(id)),
  };
}
