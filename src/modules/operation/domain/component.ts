/** Parts of the installation as visitors know them, in the order of the status page. Stored; never used for something else. */
export const components = [
  "pages",
  "applications",
  "uploads",
  "delivery",
  "mail",
] as const;

export type Component = (typeof components)[number];

/** `disturbed`: it works, but slowly or with delay. `down`: it does not. */
export type ComponentState = "up" | "disturbed" | "down";

/** What was found when somebody looked. */
export type Look = {
  readonly component: Component;
  /** The minute in which it was. */
  readonly minute: Date;
  readonly state: ComponentState;
};

const minuteMs = 60_000;

export function minuteOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
}

/** What is older tells nothing of this moment. */
export const looksTellMs = 5 * minuteMs;

/** Seconds of delay from which a part that works off something counts as disturbed, and as down. */
export type DelayLimits = {
  readonly disturbed: number;
  readonly down: number;
};

export function stateOfDelay(
  seconds: number,
  limits: DelayLimits,
): ComponentState {
  if (seconds > limits.down) return "down";
  return seconds > limits.disturbed ? "disturbed" : "up";
}

/** How mails go: nothing of any mail. */
export type MailFlow = {
  /** Have waited for a quarter of an hour. */
  readonly stuck: number;
  /** Went out within the last hour. */
  readonly sent: number;
  /** How long one has been due that nobody tries to send. */
  readonly overdueSeconds: number;
};

/** A few that wait are those whose receivers take none at the moment; when many do, or none goes out, it is the way. */
export function stateOfMail({
  stuck,
  sent,
  overdueSeconds,
}: MailFlow): ComponentState {
  const many = stuck >= 5;
  if (overdueSeconds > 3_600 || (many && sent === 0)) return "down";
  return overdueSeconds > 600 || (many && stuck * 10 > stuck + sent)
    ? "disturbed"
    : "up";
}

/** How many looks of a day found what. */
export type DayCount = {
  readonly up: number;
  readonly disturbed: number;
  readonly down: number;
};

/** Share of looks that found the part working, also where it was disturbed; undefined where nobody looked. */
export function availabilityOf(
  days: readonly (DayCount | undefined)[],
): number | undefined {
  const known = days.filter((day) => day !== undefined);
  const working = known.reduce((sum, day) => sum + day.up + day.disturbed, 0);
  const all = working + known.reduce((sum, day) => sum + day.down, 0);
  return all === 0 ? undefined : working / all;
}

/**
 * Percent with two digits, never rounded up to 100: who was away for a minute was not always there.
 */
export function percentOf(share: number): number {
  return Math.floor(share * 10_000) / 100;
}

export const shownDays = 90;

/** The days up to today, of the German calendar, the oldest first, such as `2027-03-03`. */
export function daysUpTo(today: string, count: number): readonly string[] {
  const last = Date.parse(`${today}T12:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * 86_400_000)
      .toISOString()
      .slice(0, 10),
  );
}
