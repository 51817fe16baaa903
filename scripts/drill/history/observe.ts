import { randomInt } from "node:crypto";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import type { Span } from "./check-register.ts";

/** How far all clients have come. */
export type Progress = {
  readonly target: number;
  /** Reads and writes that were answered. */
  operations: number;
  /** Answers that never came, or said that it could not be done. */
  readonly failures: Map<string, number>;
  isEnough(): boolean;
};

export function newProgress(target: number, withinMs: number): Progress {
  const deadline = performance.now() + withinMs;
  const progress: Progress = {
    target,
    operations: 0,
    failures: new Map(),
    isEnough: () =>
      progress.operations >= target || performance.now() > deadline,
  };
  return progress;
}

export type Observed<Value> = Span & { readonly value: Value };

/** Does it and says when; undefined where no answer came or `read` makes nothing of it. */
export async function observe<Value>(
  progress: Progress,
  ask: () => Promise<Answer>,
  read: (answer: Answer) => Value | undefined,
): Promise<{
  readonly begin: number;
  readonly done: Observed<Value> | undefined;
}> {
  const begin = performance.now();
  try {
    const answer = await ask();
    const end = performance.now();
    const value = read(answer);
    if (value === undefined) {
      note(progress, String(answer.status));
      return { begin, done: undefined };
    }
    progress.operations += 1;
    return { begin, done: { begin, end, value } };
  } catch (error) {
    note(progress, error instanceof Error ? error.message : String(error));
    return { begin, done: undefined };
  }
}

function note({ failures }: Progress, what: string): void {
  failures.set(what, (failures.get(what) ?? 0) + 1);
}

/** Where is written, and where read. */
export type Places = {
  readonly portal: Reachable;
  readonly readFrom: Reachable;
};

export const drilledLabel = "schwerin";

/** Somebody with an address of their own: the portal limits how much comes from one. */
export function somebody(
  portal: Reachable,
  cookies: ReadonlyMap<string, string> = new Map(),
): Visitor {
  const plain = visitorOf(portal, drilledLabel);
  for (const [name, value] of cookies) plain.cookies.set(name, value);
  const headers = {
    "x-forwarded-for": `198.18.${String(randomInt(256))}.${String(randomInt(256))}`,
  };
  return {
    ...plain,
    visit: (path, options) =>
      plain.visit(path, {
        ...options,
        headers: { ...options?.headers, ...headers },
      }),
  };
}

/** Again until somebody answers: processes are killed meanwhile. */
export async function insist<Value>(
  act: () => Promise<Value>,
  tries = 60,
): Promise<Value> {
  for (let left = tries; ; left -= 1)
    try {
      return await act();
    } catch (error) {
      if (left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
}
