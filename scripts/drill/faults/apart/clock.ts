import { globSync, writeFileSync } from "node:fs";

/** The clock of one process, with libfaketime. Timers go on as they are, as when an administrator sets a machine's clock. */
export type Clock = {
  readonly file: string;
  /** From now on it is so many seconds ahead; less than 0: behind. */
  set(seconds: number): void;
};

/** Reads the clock's file anew that often. */
const cacheSeconds = 1;

/** What Debian's package libfaketime brings. */
export const [clockLibrary] = globSync(
  "/usr/lib/*/faketime/libfaketimeMT.so.1",
);

export const canSetClocks = clockLibrary !== undefined;

export function newClock(prefix: string): Clock {
  const file = `${prefix}.clock`;
  const set = (seconds: number) => {
    writeFileSync(file, `${seconds < 0 ? "" : "+"}${String(seconds)}`);
  };
  set(0);
  return { file, set };
}

/** Makes a program live by such a clock. */
export function clockEnv({ file }: Clock): Readonly<Record<string, string>> {
  if (clockLibrary === undefined) return {};
  return {
    LD_PRELOAD: clockLibrary,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: String(cacheSeconds),
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}
