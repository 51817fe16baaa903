import { setTimeout as pause } from "node:timers/promises";

/** Longer than a password's hash and a handful of statements take. */
const evenMs = 150;

/** Answers no sooner than this: how long the work took shall say nothing about what it found, such as an account. */
export async function inEvenTime<Value>(work: Promise<Value>): Promise<Value> {
  const [done] = await Promise.all([work, pause(evenMs)]);
  return done;
}
