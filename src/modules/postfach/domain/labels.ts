const maxLabels = 10;
const maxLength = 40;

/** The owner's own words for a thread, typed with commas: without blanks around, without repetition, no more and no longer than a list can show. */
export function readLabels(typed: string): string[] {
  const labels = typed
    .split(",")
    .map((label) => label.replaceAll(/\s+/g, " ").trim().slice(0, maxLength))
    .filter((label) => label !== "");
  const unique = new Map(
    labels.map((label) => [label.toLocaleLowerCase("de"), label]),
  );
  return [...unique.values()].slice(0, maxLabels);
}
