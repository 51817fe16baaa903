import { z } from "zod";
import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { OpeningTime } from "../domain/opening-times.ts";
import type { SpecialDay } from "../domain/special-day.ts";

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

/** Days of an office that are different, as they stand in the database. */
export const specialDaysSchema: z.ZodType<SpecialDay[]> = z.array(
  z.object({
    day: z.string().refine(isCalendarDay),
    reason: z.string().trim().min(1).max(100),
    reasonEn: z.string().trim().min(1).max(100).optional(),
    spans: z.array(
      z
        .object({ from: timeOfDay, to: timeOfDay })
        .refine((span) => span.from < span.to),
    ),
  }),
);

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
