import { randomInt } from "node:crypto";
import type pg from "pg";
import {
  antrag,
  fillIn,
  postSend,
  readConfirmation,
  readStand,
} from "../../../src/main/testing/applicant.ts";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import { signInStaff } from "../sign-in-staff.ts";

const racedPortal = "schwerin";
const racedForm = "hundesteuer";

/** Somebody who works on Vorgänge, signed in. */
export type Caseworker = {
  readonly staffId: string;
  readonly visitor: Visitor;
};

/** What a caseworker was told is written: an event after the one that they saw. */
export type Step = {
  readonly vorgangId: string;
  readonly position: number;
  readonly kind: string;
  readonly staffId: string;
};

/** What was acknowledged, kept outside of the portal. */
export type Record = {
  /** One for each draft: all references that its many senders were shown. */
  readonly sent: string[][];
  readonly steps: Step[];
  /** Texts of notes, each with its Vorgang. */
  readonly notes: { readonly vorgangId: string; readonly text: string }[];
  /** A note that was acknowledged and not on the page that was asked for next. */
  readonly stale: string[];
  requests: number;
  /** Told that somebody else was first. */
  refused: number;
  /** Any other answer. */
  readonly surprises: string[];
};

export function newRecord(): Record {
  return {
    sent: [],
    steps: [],
    notes: [],
    stale: [],
    requests: 0,
    refused: 0,
    surprises: [],
  };
}

export type RaceInput = {
  readonly portal: Reachable;
  readonly database: pg.Client;
  readonly caseworkers: readonly Caseworker[];
  /** So many do the same at once. */
  readonly atOnce: number;
  readonly record: Record;
};

/** One application: sent by many at once, then taken, asked about and noted on by all caseworkers at once. */
export async function race(input: RaceInput): Promise<void> {
  const vorgangId = await raceToSend(input);
  if (vorgangId === undefined) return;
  await raceForStep(input, vorgangId);
  await raceForAssignment(input, vorgangId);
  await raceToNote(input, vorgangId);
}

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

async function raceToSend({
  portal,
  database,
  atOnce,
  record,
}: RaceInput): Promise<string | undefined> {
  const headers = {
    "x-forwarded-for": `198.18.${String(randomInt(256))}.${String(randomInt(256))}`,
  };
  const plain = visitorOf(portal, racedPortal);
  const visitor: Visitor = {
    ...plain,
    visit: (path, options) =>
      plain.visit(path, {
        ...options,
        headers: { ...options?.headers, ...headers },
      }),
  };
  await fillIn(visitor, racedForm);
  const stand = readStand(await visitor.visit(antrag(racedForm, "/pruefen")));
  const answers = await Promise.all(
    times(atOnce, async () =>
      visitor.follow(await postSend(visitor, racedForm, stand)),
    ),
  );
  record.requests += atOnce;
  const confirmed = answers.filter(({ status }) => status === 200);
  if (confirmed.length < answers.length)
    record.surprises.push(`sending: ${statusesOf(answers)}`);
  const references = confirmed.map((it) => readConfirmation(it).reference);
  record.sent.push(references);
  const { rows } = await database.query<{ id: string }>(
    "select v.id from vorgaenge.vorgang v join submissions.submission s on s.tenant_id = v.tenant_id and s.id = v.submission_id where s.reference = $1",
    [references[0]],
  );
  return rows[0]?.id;
}

const statusesOf = (answers: readonly Answer[]) =>
  [...new Set(answers.map(({ status }) => status))].join(", ");

/** Half of the caseworkers take it into work, half ask the applicant: one may be first, all others must be told. */
async function raceForStep(input: RaceInput, vorgangId: string): Promise<void> {
  const seen = await positionOf(input, vorgangId);
  await atTheSameTime(input, async (caseworker, index) => {
    const kind = index % 2 === 0 ? "taken-into-work" : "question-asked";
    const answer = await caseworker.visitor.visit(
      `/arbeitsplatz/vorgaenge/${vorgangId}/stand`,
      {
        fields: new URLSearchParams([
          ["gesehen", String(seen)],
          ["schritt", kind],
          ["text", kind === "question-asked" ? "Bitte ergänzen Sie." : ""],
        ]),
      },
    );
    note(input, answer, { vorgangId, position: seen + 1, kind, caseworker });
  });
}

/** Each caseworker takes it for themselves. */
async function raceForAssignment(
  input: RaceInput,
  vorgangId: string,
): Promise<void> {
  const seen = await positionOf(input, vorgangId);
  await atTheSameTime(input, async (caseworker) => {
    const answer = await caseworker.visitor.visit(
      `/arbeitsplatz/vorgaenge/${vorgangId}/zuweisung`,
      { fields: { gesehen: String(seen), person: caseworker.staffId } },
    );
    const kind = "assigned";
    note(input, answer, { vorgangId, position: seen + 1, kind, caseworker });
  });
}

/** Each caseworker appends notes; what was acknowledged is on the next page that anybody gets, from whichever process. */
async function raceToNote(input: RaceInput, vorgangId: string): Promise<void> {
  const { caseworkers, record } = input;
  const page = `/arbeitsplatz/vorgaenge/${vorgangId}`;
  await Promise.all(
    caseworkers.map(async ({ visitor }, index) => {
      for (const turn of [1, 2]) {
        const text = `Notiz ${String(index)}-${String(turn)}-${vorgangId}`;
        const answer = await visitor.visit(`${page}/notizen`, {
          fields: { notiz: text },
        });
        record.requests += 2;
        if (answer.status !== 303) {
          record.surprises.push(`noting: ${String(answer.status)}`);
          continue;
        }
        record.notes.push({ vorgangId, text });
        const reader =
          caseworkers[(index + 1) % caseworkers.length]?.visitor ?? visitor;
        const read = await reader.visit(page);
        if (read.status !== 200)
          record.surprises.push(`reading: ${String(read.status)}`);
        else if (!read.text.includes(text)) record.stale.push(text);
      }
    }),
  );
}

async function atTheSameTime(
  { caseworkers, atOnce, record }: RaceInput,
  act: (caseworker: Caseworker, index: number) => Promise<void>,
): Promise<void> {
  record.requests += atOnce;
  await Promise.all(
    times(atOnce, async (index) => {
      const caseworker = caseworkers[index % caseworkers.length];
      if (caseworker) await act(caseworker, index);
    }),
  );
}

function note(
  { record }: RaceInput,
  { status }: Answer,
  {
    caseworker,
    ...step
  }: Omit<Step, "staffId"> & {
    readonly caseworker: Caseworker;
  },
): void {
  if (status === 303)
    record.steps.push({ ...step, staffId: caseworker.staffId });
  else if (status === 409) record.refused += 1;
  else record.surprises.push(`${step.kind}: ${String(status)}`);
}

async function positionOf(
  { database }: RaceInput,
  vorgangId: string,
): Promise<number> {
  const { rows } = await database.query<{ last_position: number }>(
    "select last_position from vorgaenge.vorgang where id = $1",
    [vorgangId],
  );
  return Number(rows[0]?.last_position);
}

/** Who works in Schwerin in the demo, each signed in. Throws when somebody cannot. */
export async function signInCaseworkers(
  portal: Reachable,
  database: pg.Client,
): Promise<readonly Caseworker[]> {
  return Promise.all(
    ["kevin", "samira"].map(async (name) => {
      const login = `${name}@schwerin.example`;
      const visitor = visitorOf(portal, racedPortal);
      await signInStaff(visitor, login);
      const { rows } = await database.query<{ id: string }>(
        "select id from staff.member where login = $1",
        [login],
      );
      const staffId = rows[0]?.id;
      if (staffId === undefined)
        throw new Error(`drill: ${login} is nobody's login`);
      return { staffId, visitor };
    }),
  );
}
