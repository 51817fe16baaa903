import path from "node:path";
import { z } from "zod";
import { randomNumbers } from "../../../bench/random-numbers.ts";
import { drawFault, faultName, type FaultName } from "./faults.ts";

/** What a receiver's process is told when it is started. */
export const receiverSettings = z.object({
  folder: z.string(),
  port: z.number(),
  seed: z.number(),
  /** Of all calls, so many meet a fault. */
  share: z.number(),
  hangs: z.boolean(),
  /** For the control: makes a record of every call, whatever its key. */
  ignoresKeys: z.boolean(),
  callback: z.object({ url: z.string(), secret: z.string() }).optional(),
});

export type ReceiverSettings = z.infer<typeof receiverSettings>;

/** One record, in the order in which they were stored. */
export const storedRecord = z.object({
  key: z.string(),
  atMs: z.number(),
  reference: z.string(),
  /** What the applicant typed, with the version in it. */
  marker: z.string(),
  isWhole: z.boolean(),
});

export type StoredRecord = z.infer<typeof storedRecord>;

/** One call, and what the receiver did with it. */
export const notedCall = z.object({
  atMs: z.number(),
  call: z.string(),
  fault: faultName.optional(),
});

export const recordsFile = (folder: string) =>
  path.join(folder, "records.ndjson");
export const callsFile = (folder: string) => path.join(folder, "calls.ndjson");

export const markerIn = (text: string): string =>
  /drill-[\w-]+-v\d+/u.exec(text)?.[0] ?? "";

/** The settings of this process, and what is to go wrong with a call; nothing any more after SIGUSR2. */
export function settingsOfReceiver(): ReceiverSettings & {
  readonly draw: () => FaultName | undefined;
} {
  const settings = receiverSettings.parse(JSON.parse(process.argv[2] ?? ""));
  const random = randomNumbers(settings.seed);
  let isCalm = false;
  process.on("SIGUSR2", () => {
    isCalm = true;
  });
  const draw = () => (isCalm ? undefined : drawFault(random, settings));
  return { ...settings, draw };
}
