import type { TextKind } from "../domain/text.ts";

/** Bescheide of a Vorgang, and what waits. */
export const bescheidPaths = {
  waiting: "/arbeitsplatz/bescheide",
  vorgang: (vorgangId: string) => `/arbeitsplatz/vorgaenge/${vorgangId}`,
  begin: (vorgangId: string) => `/arbeitsplatz/vorgaenge/${vorgangId}/bescheid`,
  bescheid: (id: string) => `/arbeitsplatz/bescheide/${id}`,
  pdf: (id: string) => `/arbeitsplatz/bescheide/${id}/bescheid.pdf`,
  release: (id: string) => `/arbeitsplatz/bescheide/${id}/freigabe`,
  sealing: (id: string) => `/arbeitsplatz/bescheide/${id}/siegel`,
  returning: (id: string) => `/arbeitsplatz/bescheide/${id}/rueckgabe`,
  discarding: (id: string) => `/arbeitsplatz/bescheide/${id}/verwerfen`,
} as const;

/** How addresses name the kinds of texts. */
export const kindWords: Readonly<Record<TextKind, string>> = {
  letter: "vorlage",
  module: "baustein",
  remedy: "belehrung",
};

/** The words of an authority, and how its Leistungen are decided. */
export const textPaths = {
  list: "/verwaltung/bescheide",
  add: (kind: TextKind) => addPath(kindWords[kind]),
  addPattern: addPath(":art"),
  text: (id: string) => `/verwaltung/bescheide/texte/${id}`,
  preview: (id: string) => `/verwaltung/bescheide/texte/${id}/vorschau.pdf`,
  removal: (id: string) => `/verwaltung/bescheide/texte/${id}/entfernen`,
  rules: "/verwaltung/bescheide/leistungen",
  rule: (slug: string) => `/verwaltung/bescheide/leistungen/${slug}`,
} as const;

function addPath(word: string): string {
  return `/verwaltung/bescheide/neu/${word}`;
}
