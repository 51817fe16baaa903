import type pg from "pg";
import {
  antrag,
  fillIn,
  postSend,
  readConfirmation,
  readStand,
} from "../../../src/main/testing/applicant.ts";
import type { Answer, Visitor } from "../../../src/main/testing/visitor.ts";
import type { ListHistory } from "./check-list.ts";
import {
  insist,
  observe,
  somebody,
  type Places,
  type Progress,
} from "./observe.ts";

/** Notes of each caseworker on one Vorgang before the next one is taken. */
const notesOfOne = 8;

export type ListInput = Places & {
  readonly database: pg.Client;
  readonly caseworkers: readonly Visitor[];
};

/** The notes on one Vorgang: written by several caseworkers at once, and after each read by another one. */
export async function useList(
  input: ListInput,
  name: string,
  progress: Progress,
): Promise<ListHistory> {
  const { caseworkers } = input;
  const page = `/arbeitsplatz/vorgaenge/${await insist(() => sendOne(input))}`;
  const history = {
    name,
    appends: [] as ListHistory["appends"][number][],
    reads: [] as ListHistory["reads"][number][],
  };
  const read = async ({ cookies }: Visitor) => {
    const reader = somebody(input.readFrom, cookies);
    const { done } = await observe(
      progress,
      () => reader.visit(page),
      entriesOn,
    );
    if (done) history.reads.push({ ...done, entries: done.value });
    return done?.value;
  };
  await Promise.all(
    caseworkers.map(async (caseworker, index) => {
      const next = caseworkers[(index + 1) % caseworkers.length] ?? caseworker;
      for (let turn = 1; turn <= notesOfOne; turn += 1) {
        const entry = `Notiz-${String(index + 1)}-${String(turn)}-Ende`;
        const { begin, done } = await observe(
          progress,
          () =>
            caseworker.visit(`${page}/notizen`, { fields: { notiz: entry } }),
          ({ status }) => (status === 303 ? entry : undefined),
        );
        history.appends.push({ begin, end: done?.end ?? Infinity, entry });
        await read(next);
      }
    }),
  );
  return {
    ...history,
    final: await insist(() => readAtLast(caseworkers, page)),
  };
}

async function readAtLast(
  [reader]: readonly Visitor[],
  page: string,
): Promise<readonly string[]> {
  const answer = await reader?.visit(page);
  const entries = answer && entriesOn(answer);
  if (!entries) throw new Error(`drill: ${String(answer?.status)}`);
  return entries;
}

/** A new application; gives its Vorgang. */
async function sendOne({ portal, database }: ListInput): Promise<string> {
  const applicant = somebody(portal);
  await fillIn(applicant, "hundesteuer");
  const stand = readStand(
    await applicant.visit(antrag("hundesteuer", "/pruefen")),
  );
  const sent = await postSend(applicant, "hundesteuer", stand);
  const { reference } = readConfirmation(await applicant.follow(sent));
  const { rows } = await database.query<{ id: string }>(
    "select v.id from vorgaenge.vorgang v join submissions.submission s on s.tenant_id = v.tenant_id and s.id = v.submission_id where s.reference = $1",
    [reference],
  );
  const [vorgang] = rows;
  if (!vorgang) throw new Error("drill: an application has no Vorgang");
  return vorgang.id;
}

function entriesOn({ status, text }: Answer): readonly string[] | undefined {
  if (status >= 500) return undefined;
  return [...text.matchAll(/Notiz-\d+-\d+-Ende/g)].map(([entry]) => entry);
}
