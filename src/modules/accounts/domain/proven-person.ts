/** What was proven of somebody at level substantial or higher. */
export type ProvenPerson = {
  readonly dateOfBirth?: string | undefined;
  readonly givenNames?: string | undefined;
};

/**
 * True where what is proven of both cannot be one person: another date of birth, or no given name in common. Family names are not compared,
 * for they change with a marriage; what is unknown of one side speaks against nobody.
 */
export function arePeopleApart(
  one: ProvenPerson,
  other: ProvenPerson,
): boolean {
  return (
    differ(one.dateOfBirth, other.dateOfBirth, (a, b) => a === b) ||
    differ(one.givenNames, other.givenNames, shareName)
  );
}

function differ(
  one: string | undefined,
  other: string | undefined,
  isSame: (one: string, other: string) => boolean,
): boolean {
  return one !== undefined && other !== undefined && !isSame(one, other);
}

/** One source knows all given names, another the one that is used; cards have capitals, some registers no umlauts. */
function shareName(one: string, other: string): boolean {
  const others = namesIn(other);
  return namesIn(one).some((name) => others.includes(name));
}

function namesIn(names: string): readonly string[] {
  return names
    .toLowerCase()
    .replaceAll(/\u00df/g, "ss")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([aou])e/g, "$1")
    .split(/[^\p{L}]+/u)
    .filter((name) => name !== "");
}
