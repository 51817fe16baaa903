import type { RuleField } from "../domain/read-rule.ts";

/** Pages of administrators and editors. */
export const rulesPath = "/verwaltung/zustaendigkeiten";

export const rulePath = (id: string): string => `${rulesPath}/${id}`;

/** Names of the fields in the form of a rule. */
export const fieldNames: Readonly<Record<RuleField, string>> = {
  name: "name",
  leistungSlug: "leistung",
  position: "reihenfolge",
  places: "orte",
  streets: "strassen",
  from: "von",
  to: "bis",
  answer: "antwort",
  toTenantId: "behoerde",
  officeSlug: "dienststelle",
  teamId: "team",
  destinationId: "ziel",
  validFrom: "gilt-ab",
  validUntil: "gilt-bis",
};
