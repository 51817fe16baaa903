import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CommandError } from "./command-error.ts";

/** The lines of a file, read while they are asked for. Throws a CommandError where the file cannot be opened. */
export async function readLines(
  file: string,
  encoding: "utf8" | "latin1" = "utf8",
): Promise<AsyncIterable<string>> {
  const stream = createReadStream(file, encoding);
  await new Promise<void>((resolve, reject) => {
    stream.once("open", () => {
      resolve();
    });
    stream.once("error", (error) => {
      reject(new CommandError(`${file} cannot be read: ${error.message}`));
    });
  });
  // Reads nothing before somebody asks: lines that come earlier would be lost.
  return (async function* () {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  })();
}

const mostProblems = 50;

/** Names the lines that an import skips, at most so many of them. */
export function reportSkipped<Problem extends string>(
  cures: Readonly<Record<Problem, string>>,
) {
  const state = { told: 0 };
  return {
    skipped: (line: number, problem: Problem) => {
      state.told += 1;
      if (state.told <= mostProblems)
        console.error(`line ${String(line)} is skipped: ${cures[problem]}`);
    },
    read: (lines: number) => {
      console.log(`${String(lines)} lines …`);
    },
  };
}
