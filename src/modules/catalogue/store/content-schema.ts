import { z } from "zod";
import type {
  InLanguages,
  LeistungContent,
} from "../domain/content/leistung-content.ts";
import { richText } from "../domain/content/rich-text.ts";
import { withSafeAddresses } from "../domain/content/safe-address.ts";

const longestText = 100_000;
const mostItems = 400;

/** A tag of a language: `de`, `en`, `pt-BR`. */
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const text = z.string().max(longestText);
const line = z.string().trim().min(1).max(2_000);

function inLanguages(one: z.ZodType<string>): z.ZodType<InLanguages> {
  return z
    .object({ de: one })
    .catchall(one)
    .refine((texts) =>
      Object.keys(texts).every((tag) => languageTag.test(tag)),
    );
}

const names = inLanguages(line);
const formatted = inLanguages(text);
const address = z.string().max(2_000);
const day = z.iso.date();
const cents = z.int().min(0).max(10_000_000_000);
const assuranceLevel = z.enum(["none", "low", "substantial", "high"]);
const maturity = z.int().min(0).max(4);
const unit = z.enum(["hour", "day", "workingDay", "week", "month", "year"]);
const codes = z.array(line).max(mostItems);
const namedLink = z.object({ name: names, url: address });

const fee = z.intersection(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("free") }),
    z.object({ kind: z.literal("fixed"), cents }),
    z.object({
      kind: z.literal("range"),
      fromCents: cents,
      toCents: cents.optional(),
    }),
  ]),
  z.object({ for: names.optional(), inAdvance: z.literal(true).optional() }),
);

type ModuleSchema = z.ZodType<InLanguages | undefined>;

const modulesAs = (module: ModuleSchema) => ({
  whatToDo: module,
  summary: module,
  description: module,
  prerequisites: module,
  documents: module,
  feeText: module,
  deadlineText: module,
  processingText: module,
  procedure: module,
  afterSending: module,
  legalBases: module,
  remedies: module,
  furtherInformation: module,
  formText: module,
  notes: module,
  contact: module,
  responsibleBody: module,
  author: module,
  easyLanguage: module,
});

const contentAs = (module: ModuleSchema): z.ZodType<LeistungContent> =>
  z.object({
    title: names,
    officialTitle: names.optional(),
    teaser: inLanguages(z.string().trim().max(2_000)),
    ...modulesAs(module),
    leikaKey: z
      .string()
      .regex(/^99\d{12}$/)
      .optional(),
    furtherLeikaKeys: codes.optional(),
    structure: z.enum(["LO", "LOV", "LOVD"]).optional(),
    typing: codes.optional(),
    fees: z.array(fee).max(mostItems).optional(),
    deadlines: z
      .array(z.object({ length: z.int().min(0), unit, for: names.optional() }))
      .max(mostItems)
      .optional(),
    processingTime: z
      .object({ min: z.int().min(0).optional(), max: z.int().min(0), unit })
      .optional(),
    forms: z.array(namedLink).max(mostItems).optional(),
    onlineServices: z
      .array(
        namedLink.extend({
          assuranceLevel: assuranceLevel.optional(),
          maturity: maturity.optional(),
        }),
      )
      .max(mostItems)
      .optional(),
    signLanguageVideos: z.array(namedLink).max(mostItems).optional(),
    appointment: z
      .object({ needed: z.boolean(), url: address.optional() })
      .optional(),
    assuranceLevel,
    onlineMaturity: maturity,
    situations: codes,
    sdgAreas: codes.optional(),
    keywords: codes,
    validFrom: day.optional(),
    validUntil: day.optional(),
    officeSlug: z.string().max(200),
    belongsToCommunes: z.literal(true).optional(),
  });

/** Content as it stands in the database. */
export const contentSchema = contentAs(formatted.optional());

const cleanSchema = contentAs(formatted.optional().transform(cleaned));

/** Content ready to be kept: checked, its markup cleaned, modules without a German text and links to elsewhere than allowed left out. Throws a `ZodError` on what is no content. */
export function parseContent(given: unknown): LeistungContent {
  return withSafeAddresses(cleanSchema.parse(given));
}

/** The part that cannot be kept as content; undefined where all of it can. */
export function wrongPart(given: unknown): string | undefined {
  const { error } = contentSchema.safeParse(given);
  return error && String(error.issues[0]?.path[0] ?? "");
}

function cleaned(texts: InLanguages | undefined): InLanguages | undefined {
  if (!texts) return undefined;
  const { de, ...others } = texts;
  const translated = Object.entries(others)
    .map(([language, markup]) => [language, richText(markup)] as const)
    .filter(([, markup]) => markup !== "");
  const german = richText(de);
  return german === ""
    ? undefined
    : { ...Object.fromEntries(translated), de: german };
}
