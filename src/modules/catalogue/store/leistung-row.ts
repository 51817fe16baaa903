import type { Selectable } from "kysely";
import { z } from "zod";
import type {
  AssuranceLevel,
  Leistung,
  LeistungContent,
  LeistungSummary,
} from "../domain/leistung.ts";
import { lifeSituations } from "../domain/leistung.ts";
import type { CatalogueTables } from "./tables.ts";

export type LeistungRow = Selectable<CatalogueTables["catalogue.leistung"]>;

/** Columns of which a `LeistungSummary` is made. */
export const summaryColumns = [
  "leistung.id",
  "leistung.slug",
  "leistung.title",
  "leistung.teaser",
  "leistung.initial",
  "leistung.life_situation",
  "leistung.form_key",
] as const;

export type SummaryRow = Pick<
  LeistungRow,
  "id" | "slug" | "title" | "teaser" | "initial" | "life_situation" | "form_key"
>;

const items = z.array(z.string().trim().min(1).max(1_000)).max(40);

/** Texts as they stand in the database; checked on the way in and out. */
export const contentSchema: z.ZodType<LeistungContent> = z.object({
  whatToDo: items,
  prerequisites: items,
  documents: items,
  feeText: z.string(),
  processingText: z.string(),
  procedure: items,
  afterSending: items,
  legalBases: items,
  remedies: z.string(),
  belongsToCommunes: z.literal(true).optional(),
});

/** The life situation as it lies in the database. */
export const lifeSituationSchema = z.enum(lifeSituations);

export const assuranceLevelSchema: z.ZodType<AssuranceLevel> = z.enum([
  "none",
  "low",
  "substantial",
  "high",
]);

export function summaryOf(row: SummaryRow): LeistungSummary {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    teaser: row.teaser,
    initial: row.initial,
    lifeSituation: lifeSituationSchema.parse(row.life_situation),
    formKey: row.form_key,
  };
}

export function leistungOf(row: LeistungRow): Leistung {
  return {
    ...summaryOf(row),
    ...contentSchema.parse(row.content),
    leikaKey: row.leika_key,
    feeCents: row.fee_cents,
    processingWorkingDays: row.processing_working_days,
    assuranceLevel: assuranceLevelSchema.parse(row.assurance_level),
    onlineMaturity: row.online_maturity,
    officeSlug: row.office_slug,
    keywords: row.keywords,
    updatedAt: row.updated_at,
  };
}
