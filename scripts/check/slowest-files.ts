import path from "node:path";
import type { TestEvent } from "node:test/reporters";

const heading = "slowest test files:";
const shown = 15;

/** Reporter for `node --test`: names the files that took longest, at the end. */
async function* slowestFiles(
  events: AsyncIterable<TestEvent>,
): AsyncGenerator<string> {
  const files = new Map<string, number>();
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.nesting !== 0 || data.file === undefined) continue;
    const seconds = data.details.duration_ms / 1000;
    files.set(data.file, seconds + (files.get(data.file) ?? 0));
  }
  const lines = [...files]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(
      ([file, seconds]) =>
        `${seconds.toFixed(1).padStart(7)} s  ${path.relative(process.cwd(), file)}`,
    );
  yield `${heading}\n${lines.join("\n")}\n\n`;
}

// The test runner takes a reporter by this name.
export { slowestFiles as default };

/** The part of a step's output that the reporter wrote; empty when it is no step of tests. */
export function slowestFilesIn(output: string): string {
  const from = output.lastIndexOf(heading);
  return from === -1 ? "" : (output.slice(from).split("\n\n")[0] ?? "");
}
