import type {
  Commune,
  RegisterProblem,
  RegisterReader,
} from "../domain/commune.ts";
import { openRegister } from "../domain/register-reader.ts";

/** What a file of the register says. */
export type ReadRegister = {
  /** Each ARS once. */
  readonly communes: readonly Commune[];
  /** Day of the register; undefined where the lines do not say it. */
  readonly asOf: string | undefined;
  readonly skipped: number;
  /** ARS of communes whose line cannot be used. */
  readonly unread: ReadonlySet<string>;
  /** True when there was a line of which nobody can tell whose it is. */
  readonly hasUnnamed: boolean;
};

type Told = {
  readonly skipped: (line: number, problem: RegisterProblem) => void;
  readonly read: (lines: number) => void;
};

const toldEvery = 1000;

/** Reads a file of the register line by line; undefined when it is none. */
export async function readRegister(
  lines: AsyncIterable<string>,
  told: Told,
): Promise<ReadRegister | undefined> {
  const communes = new Map<string, Commune>();
  const unread = new Set<string>();
  const state = { number: 0, skipped: 0, hasUnnamed: false };
  let reader: RegisterReader | undefined;
  const skip = (kind: RegisterProblem, ars: string | undefined) => {
    state.skipped += 1;
    if (ars === undefined) state.hasUnnamed = true;
    else unread.add(ars);
    told.skipped(state.number, kind);
  };
  const take = (commune: Commune | undefined) => {
    if (!commune) return;
    if (communes.has(commune.ars)) skip("twice", commune.ars);
    else communes.set(commune.ars, commune);
  };
  for await (const line of lines) {
    state.number += 1;
    const isFirst = reader === undefined;
    reader ??= openRegister(line);
    if (!reader) return undefined;
    if ((isFirst && reader.hasHead) || line.trim() === "") continue;
    const result = reader.read(line);
    if (result.ok) take(result.value);
    else skip(result.refusal.kind, result.refusal.ars);
    if (state.number % toldEvery === 0) told.read(state.number);
  }
  if (!reader) return undefined;
  return {
    communes: [...communes.values()],
    asOf: reader.asOf(),
    skipped: state.skipped,
    unread,
    hasUnnamed: state.hasUnnamed,
  };
}
