import { z } from "zod";
import type { OpeningTime } from "../domain/opening-times.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const openingTime = z
  .object({
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
    from: timeOfDay,
    to: timeOfDay,
  })
  .refine((time) => time.from < time.to);

/** Opening hours as they stand in the database. */
export const openingTimesSchema: z.ZodType<OpeningTime[]> =
  z.array(openingTime);

const line = z.string().trim().min(1).max(200);

/** Contact of an authority as it stands in the database. */
export const contactSchema = z.object({
  office: line,
  street: line,
  postcode: z.string().regex(/^\d{5}$/),
  town: line,
  phone: line,
  email: z.email(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  openingTimes: openingTimesSchema,
});

export type StoredContact = z.infer<typeof contactSchema>;
