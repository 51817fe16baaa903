import { appendFileSync } from "node:fs";
import { open, readFile, truncate } from "node:fs/promises";
import type { z } from "zod";

/** A file of lines that a killed process finds again as it was. */
export type Journal<Line> = {
  /** What was there when it was opened. */
  readonly lines: readonly Line[];
  /** On the disk when this resolves; in the order of the calls. */
  append(line: Line): Promise<void>;
};

/** Opens a journal or begins one. A line that a killed process had not finished was promised to nobody and goes. */
export async function openJournal<Line>(
  file: string,
  schema: z.ZodType<Line>,
): Promise<Journal<Line>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) await truncate(file, Buffer.byteLength(whole));
  const handle = await open(file, "a");
  let last: Promise<unknown> = Promise.resolve();
  return {
    lines: linesOf(whole, schema),
    append: (line) => {
      const written = last.then(async () => {
        await handle.write(`${JSON.stringify(line)}\n`);
        await handle.sync();
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}

export async function readJournal<Line>(
  file: string,
  schema: z.ZodType<Line>,
): Promise<readonly Line[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return linesOf(text.slice(0, text.lastIndexOf("\n") + 1), schema);
}

/** For what may be lost in a power cut: it is there when the process is killed. */
export function appendLine(file: string, line: unknown): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

function linesOf<Line>(text: string, schema: z.ZodType<Line>): readonly Line[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}
