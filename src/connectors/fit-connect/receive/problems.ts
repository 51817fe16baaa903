import type { Problem } from "../../../modules/arrivals/index.ts";
import { details, titles } from "./i18n/problems.ts";

const base = "https://schema.fitko.de/fit-connect/events/problems/";

export type ProblemKind = keyof typeof titles;

/** @see documentation of FIT-Connect, "Prüfung von Einreichungen" */
export function problem(kind: ProblemKind, instance: string): Problem {
  const [title, detail] = [titles[kind], details[kind]];
  return { type: `${base}${kind}`, title, detail, instance };
}

/** The data do not follow the schema that they name. */
export const schemaViolation = problem("schema-violation", "data");
