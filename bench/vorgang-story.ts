import type { VorgangState } from "../src/modules/vorgaenge/domain/states.ts";
import {
  familyNames,
  givenNames,
  leistungen,
  streets,
  town,
  type Kind,
} from "./vorgang-words.ts";
import type { Random } from "./random-numbers.ts";

export type StoryEvent = {
  readonly kind: string;
  readonly at: Date;
  /** `guest`, or who of the staff. */
  readonly actor: string;
  readonly outcome?: string;
  readonly assigneeId?: string;
};

/** What happened to one made-up Vorgang. */
export type Story = {
  readonly reference: string;
  readonly leistung: Kind;
  readonly receivedAt: Date;
  readonly state: VorgangState;
  readonly since: Date;
  readonly assigneeId: string | undefined;
  readonly events: readonly StoryEvent[];
  readonly texts: readonly string[];
  readonly readBy: readonly string[];
};

const yearMs = 365 * 24 * 3_600_000;
const years = 4;
const hourMs = 3_600_000;
const signs = "0123456789CFHJKMNPRTWXY";

type StoryInput = {
  /** 1: received years ago; near 0: a moment ago. */
  readonly age: number;
  readonly now: Date;
  readonly random: Random;
  readonly staffIds: readonly string[];
};

/** Older ones are settled; of the last weeks most are open. */
export function storyOf({ age, now, random, staffIds }: StoryInput): Story {
  const receivedAt = new Date(now.getTime() - Math.floor(age * years * yearMs));
  const staffId = random.pick(staffIds);
  const state = stateFor(age, random);
  const events = eventsTo(state, { receivedAt, now, random, staffId });
  const last = events.findLast(({ kind }) => kind !== "assigned");
  return {
    reference: referenceFrom(random),
    // The square makes the first ones more frequent.
    leistung:
      leistungen[Math.floor(random.next() ** 2 * leistungen.length)] ??
      random.pick(leistungen),
    receivedAt,
    state,
    since: last?.at ?? receivedAt,
    assigneeId: events.some(({ kind }) => kind === "assigned")
      ? staffId
      : undefined,
    events,
    texts: [
      random.pick(givenNames),
      random.pick(familyNames),
      random.pick(streets),
      town,
    ],
    readBy: state === "received" ? [] : [staffId],
  };
}

/** About four of a hundred are open in an office that keeps up. */
function stateFor(age: number, random: Random): VorgangState {
  const luck = random.next();
  if (age > 0.06)
    return luck < 0.005
      ? "in-progress"
      : luck < 0.04
        ? "withdrawn"
        : luck < 0.06
          ? "handed-over"
          : luck < 0.2
            ? "decided"
            : "closed";
  if (luck < 0.35 * (1 - age / 0.06)) return "received";
  if (luck < 0.6) return "in-progress";
  return luck < 0.72 ? "question" : "decided";
}

const outcomes = ["granted", "granted", "granted", "partly", "refused"];

function eventsTo(
  state: VorgangState,
  {
    receivedAt,
    now,
    random,
    staffId,
  }: Omit<StoryInput, "age" | "staffIds"> & {
    readonly receivedAt: Date;
    readonly staffId: string;
  },
): readonly StoryEvent[] {
  let at = receivedAt.getTime();
  const later = (hours: number): Date => {
    at = Math.min(
      now.getTime(),
      at + Math.ceil(random.next() * hours * hourMs),
    );
    return new Date(at);
  };
  const by = (kind: string, hours: number): StoryEvent => ({
    kind,
    at: later(hours),
    actor: staffId,
  });
  const events: StoryEvent[] = [
    { kind: "received", at: receivedAt, actor: "guest" },
  ];
  if (state === "received") return events;
  events.push({ ...by("assigned", 30), assigneeId: staffId });
  events.push(by("taken-into-work", 20));
  if (state === "in-progress") return events;
  if (state === "question" || random.next() < 0.15)
    events.push(by("question-asked", 60));
  if (state === "question") return events;
  if (state === "withdrawn" || state === "handed-over")
    return [...events, by(state, 200)];
  events.push({ ...by("decided", 200), outcome: random.pick(outcomes) });
  return state === "closed" ? [...events, by("closed", 700)] : events;
}

function referenceFrom(random: Random): string {
  const group = (length: number) =>
    Array.from({ length }, () =>
      signs.charAt(Math.floor(random.next() * signs.length)),
    ).join("");
  return `${group(4)}-${group(4)}-${group(3)}`;
}
