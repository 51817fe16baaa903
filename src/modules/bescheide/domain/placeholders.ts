/** What every letter may use, whatever the Leistung. As editors write them; case and blanks do not matter. */
export const fixedNames = [
  "Aktenzeichen",
  "Leistung",
  "Eingangsdatum",
  "Datum",
  "Antragstellende Person",
  "Absender",
  "Sachbearbeitung",
  "Telefon",
  "E-Mail",
] as const;

/** Stays until the document is made: nobody knows before on which day that is. */
export const lateName = "Datum" satisfies (typeof fixedNames)[number];

const pattern = /\{\{([^{}]*)\}\}/g;
const modulePattern = /^baustein\s*:\s*(.+)$/i;

/** What a text asks for, in its order, each once. */
export type Placeholders = {
  readonly names: readonly string[];
  /** Names of text modules: `{{Baustein: Auflagen}}`. */
  readonly modules: readonly string[];
};

export function placeholdersIn(text: string): Placeholders {
  const all = [
    ...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name.trim())),
  ];
  const modules = all.flatMap((name) => modulePattern.exec(name)?.[1] ?? []);
  return { names: all.filter((name) => !modulePattern.test(name)), modules };
}

/** Placeholders that nothing stands behind. */
export function unknownPlaceholders(
  text: string,
  known: Placeholders,
): readonly string[] {
  const { names, modules } = placeholdersIn(text);
  const isIn = (list: readonly string[], name: string) =>
    list.some((it) => keyOf(it) === keyOf(name));
  return [
    ...names.filter((name) => !isIn(known.names, name)),
    ...modules
      .filter((name) => !isIn(known.modules, name))
      .map((name) => `Baustein: ${name}`),
  ];
}

/** Puts text modules in the place of their names; a module does not bring others along. */
export function insertModules(
  text: string,
  modules: ReadonlyMap<string, string>,
): string {
  const byKey = keyed(modules);
  return text.replaceAll(pattern, (whole, name: string) => {
    const module = modulePattern.exec(name.trim())?.[1];
    return (module && byKey.get(keyOf(module))) ?? whole;
  });
}

/** Fills in what is known and not empty; everything else stays as it is written, to be seen. */
export function fillPlaceholders(
  text: string,
  values: ReadonlyMap<string, string>,
): string {
  const byKey = keyed(values);
  return text.replaceAll(pattern, (whole, name: string) => {
    const value = byKey.get(keyOf(name)) ?? "";
    return value === "" ? whole : value;
  });
}

function keyed(values: ReadonlyMap<string, string>) {
  return new Map([...values].map(([name, value]) => [keyOf(name), value]));
}

function keyOf(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}
