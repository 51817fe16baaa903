/** Addresses of the pages on which caseworkers take in applications. */
export const intakePaths = {
  list: "/arbeitsplatz/aufnahme",
  one: (draftId: string) => `/arbeitsplatz/aufnahme/${draftId}`,
  takeOver: (draftId: string) =>
    `/arbeitsplatz/aufnahme/${draftId}/uebernehmen`,
  remove: (draftId: string) => `/arbeitsplatz/aufnahme/${draftId}/loeschen`,
} as const;

/** Sent along from each page of the form: which application it was typed for, should another one be open by now. */
export const intakeField = "_aufnahme";

const prefix = "aufnahme_";

/** In place of a key, in the cookie of a draft: the caseworker's session opens it, and nothing else. */
export const intakeKey = (draftId: string): string => `${prefix}${draftId}`;

/** The draft that such a key stands for; undefined for the key of a citizen. */
export function draftOfIntakeKey(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
