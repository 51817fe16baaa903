import type { Selectable } from "kysely";
import { z } from "zod";
import { everyLand } from "../../../platform/calendar/land.ts";
import {
  periodUnits,
  questionEffects,
  type ClockRule,
} from "../domain/clock-rule.ts";
import type { VorgaengeTables } from "./tables.ts";

/** What a rule is made of. */
export const ruleColumns = [
  "target_days",
  "period_unit",
  "period_count",
  "legal_basis",
  "approves_by_silence",
  "on_question",
  "warning_days",
  "land",
] as const;

export type ClockRuleRow = Pick<
  Selectable<VorgaengeTables["vorgaenge.clock_rule"]>,
  (typeof ruleColumns)[number]
>;

const landSchema = z.enum(everyLand);

/** A row of the table as the domain knows it. */
export function ruleOf(row: ClockRuleRow): ClockRule {
  const unit = periodUnits.find((known) => known === row.period_unit);
  return {
    targetDays: row.target_days ?? undefined,
    period:
      unit && row.period_count !== null
        ? {
            count: row.period_count,
            unit,
            legalBasis: row.legal_basis,
            approvesBySilence: row.approves_by_silence,
          }
        : undefined,
    onQuestion:
      questionEffects.find((known) => known === row.on_question) ?? "stops",
    warningDays: row.warning_days,
    land: landSchema.parse(row.land),
  };
}
