import { everyLeistung } from "../domain/term.ts";

/** Stands for all Leistungen in addresses. */
const everyWord = "alle";

/** Addresses of retention; the menu leads to calendar, terms and proofs. */
export const retentionPaths = {
  calendar: "/arbeitsplatz/loeschkalender",
  calendarCsv: "/arbeitsplatz/loeschkalender/liste.csv",
  archive: "/arbeitsplatz/loeschkalender/anbietung",
  vorgang: (id: string) => `/arbeitsplatz/vorgaenge/${id}`,
  hold: (id: string) => `/arbeitsplatz/vorgaenge/${id}/loeschsperren`,
  holdLifting: (id: string, holdId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/loeschsperren/${holdId}/aufheben`,
  terms: "/verwaltung/aufbewahrung",
  term: (leistungSlug: string) =>
    `/verwaltung/aufbewahrung/${leistungSlug === everyLeistung ? everyWord : leistungSlug}`,
  proofs: "/verwaltung/loeschnachweise",
  proof: (id: string) => `/verwaltung/loeschnachweise/${id}`,
} as const;

/** The Leistung that an address names. */
export function slugOfAddress(name: string): string {
  return name === everyWord ? everyLeistung : name;
}
