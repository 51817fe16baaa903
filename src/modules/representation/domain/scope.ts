/** One Leistung of one portal, as a mandate names it, and the life situation it belongs to. */
export type MandateLeistung = {
  /** Host label of its portal. */
  readonly portal: string;
  readonly slug: string;
  readonly lifeSituation: string;
};

/** What a mandate is for: everything, Leistungen of a life situation, or one Leistung of one portal. */
export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "kind"; readonly key: string }
  | { readonly kind: "leistung"; readonly key: string };

/** The key of a scope of one Leistung. */
export function leistungKey({
  portal,
  slug,
}: Pick<MandateLeistung, "portal" | "slug">): string {
  return `${portal}/${slug}`;
}

/** True where a mandate of this scope counts for the Leistung. */
export function covers(scope: Scope, leistung: MandateLeistung): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "kind":
      return scope.key === leistung.lifeSituation;
    case "leistung":
      return scope.key === leistungKey(leistung);
  }
}

/** A scope as it comes from a form: `all`, `kind:family`, `leistung:schwerin/hundesteuer`. Undefined for anything else. */
export function parseScope(word: string): Scope | undefined {
  if (word === "all") return { kind: "all" };
  const [kind, key = ""] = word.split(":", 2);
  if (key === "") return undefined;
  return kind === "kind" || kind === "leistung" ? { kind, key } : undefined;
}
