import { setTimeout as sleep } from "node:timers/promises";
import { antrag, startDraft } from "../../../src/main/testing/applicant.ts";
import type { Answer, Visitor } from "../../../src/main/testing/visitor.ts";
import type { RegisterHistory } from "./check-register.ts";
import {
  insist,
  observe,
  somebody,
  type Places,
  type Progress,
} from "./observe.ts";

const form = "hundesteuer";
const page = antrag(form, "/schritt/2");
const field = "hund.0.rasse.0";

/** Saves of one draft before the next one is begun, and who reads it meanwhile. */
const writesOfOne = 25;
const readers = 3;

/** One answer of a draft: saved by one, read by others in whichever process. */
export async function useRegister(
  { portal, readFrom }: Places,
  name: string,
  progress: Progress,
): Promise<RegisterHistory> {
  const owner = somebody(portal);
  await insist(async () => {
    owner.cookies.clear();
    await startDraft(owner, form);
    await save(owner, 1);
  });
  const writes = [{ begin: 0, end: performance.now(), value: 1 }];
  const reads: RegisterHistory["reads"][number][] = [];
  const written = new AbortController();
  const read = async () => {
    const reader = somebody(readFrom, owner.cookies);
    while (!written.signal.aborted) {
      const { done } = await observe(
        progress,
        () => reader.visit(page),
        readValue,
      );
      if (done) reads.push(done);
    }
  };
  const write = async () => {
    await writeAll(owner, progress, writes);
    // What came last is to be read, too.
    await sleep(20);
    written.abort();
  };
  await Promise.all([write(), ...Array.from({ length: readers }, read)]);
  return { name, writes, reads };
}

async function writeAll(
  owner: Visitor,
  progress: Progress,
  writes: RegisterHistory["writes"][number][],
): Promise<void> {
  for (
    let value = 2;
    value <= writesOfOne && !progress.isEnough();
    value += 1
  ) {
    const { begin, done } = await observe(
      progress,
      () => owner.visit(page, { fields: fieldsOf(value) }),
      ({ status }) => (status === 303 ? value : undefined),
    );
    writes.push({ begin, end: done?.end ?? Infinity, value });
    // Nobody knows whether it was done, and when: another one after it would prove nothing.
    if (!done) return;
  }
}

async function save(owner: Visitor, value: number): Promise<void> {
  const { status } = await owner.visit(page, { fields: fieldsOf(value) });
  if (status !== 303) throw new Error(`drill: a save said ${String(status)}`);
}

const fieldsOf = (value: number) => ({
  "hund.0.rufname.0": "Wuffelinchen",
  [field]: `Dackel ${String(value)}`,
  "hund.0.geschlecht.0": "huendin",
  "hund.0.seit.0-day": "1",
  "hund.0.seit.0-month": "2",
  "hund.0.seit.0-year": "2026",
  _action: "next",
});

/** 0 where the draft, or its answer, is not there. */
function readValue({ status, text }: Answer): number | undefined {
  if (status >= 500) return undefined;
  const found = /value="Dackel (\d+)"/.exec(text);
  return found ? Number(found[1]) : 0;
}
