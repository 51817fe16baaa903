import type { LifeSituation } from "../domain/leistung.ts";

/** What stands in the address for a life situation; addresses are German, short and stable. */
const nameInAddress: Readonly<Record<LifeSituation, string>> = {
  papers: "ausweise",
  moving: "wohnen",
  family: "familie",
  mobility: "verkehr",
  work: "arbeit",
  leisure: "freizeit",
  building: "bauen",
  support: "hilfen",
};

export function lifeSituationPath(lifeSituation: LifeSituation): string {
  return `/leistungen?thema=${nameInAddress[lifeSituation]}`;
}

/** The life situation of the address, undefined for anything else. */
export function parseLifeSituation(
  name: string | null,
  known: readonly LifeSituation[],
): LifeSituation | undefined {
  return known.find((candidate) => nameInAddress[candidate] === name);
}
