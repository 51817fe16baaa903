/** Figures of which a sample is taken. A new one needs no migration; a name is never used for something else. */
export const figureNames = [
  "jobs.waiting",
  "jobs.running",
  "jobs.dead",
  "jobs.overdue",
  "deliveries.waiting",
  "deliveries.held",
  "deliveries.overdue",
  "mails.waiting",
  "mails.failed",
  "database.bytes",
  "disk.free",
  "processes",
] as const;

export type FigureName = (typeof figureNames)[number];

/** What was measured at one moment; what could not be measured is missing. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>;

const sampleEveryMs = 5 * 60_000;

/** The moment that a sample taken now stands for: the same for all workers. */
export function stepOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / sampleEveryMs) * sampleEveryMs);
}

const dayMs = 24 * 3_600_000;

export const keptMs = 30 * dayMs;

/** How far back plots go, and how much time one point of them stands for. */
export const spans = {
  tag: { lengthMs: dayMs, stepMs: dayMs / 48 },
  woche: { lengthMs: 7 * dayMs, stepMs: dayMs / 8 },
  monat: { lengthMs: keptMs, stepMs: dayMs / 2 },
} as const;

export type SpanName = keyof typeof spans;

export const spanNames: readonly SpanName[] = ["tag", "woche", "monat"];

export function readSpan(text: string | null): SpanName {
  return spanNames.find((name) => name === text) ?? "tag";
}

/** The beginnings of a span's steps up to now, the oldest first. */
export function stepsOf(span: SpanName, now: Date): readonly number[] {
  const { lengthMs, stepMs } = spans[span];
  const last = Math.floor(now.getTime() / stepMs) * stepMs;
  const count = Math.round(lengthMs / stepMs);
  return Array.from(
    { length: count },
    (_, index) => last - (count - 1 - index) * stepMs,
  );
}
