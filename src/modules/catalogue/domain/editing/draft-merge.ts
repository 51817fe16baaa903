import type { TypedLeistung } from "../typed/leistung-form.ts";

/** Texts of three: what both began from, what one typed, what the other saved meanwhile. */
export type ThreeTexts = Readonly<
  Record<"before" | "mine" | "theirs", TypedLeistung>
>;

/** Two people's texts put together, input by input. Where both typed something else, `mine` stays and the input is contested. */
export function mergeTyped({ before, mine, theirs }: ThreeTexts): {
  readonly typed: TypedLeistung;
  readonly contested: readonly string[];
} {
  const typed = new Map<string, string>();
  const contested: string[] = [];
  for (const name of new Set([...mine.keys(), ...theirs.keys()])) {
    const [was, is, their] = [before, mine, theirs].map(
      (texts) => texts.get(name) ?? "",
    );
    typed.set(name, (is === was ? their : is) ?? "");
    if (is !== was && their !== was && is !== their) contested.push(name);
  }
  return { typed, contested };
}

/** Inputs whose text differs. */
export function changedInputs(
  one: TypedLeistung,
  other: TypedLeistung,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => (one.get(name) ?? "") !== (other.get(name) ?? ""),
  );
}
