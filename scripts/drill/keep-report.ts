import { writeFile } from "node:fs/promises";
import { machine } from "./rolling/report.ts";

/** Writes a result where it was asked for: as Markdown for people, and beside it the same for programs, with machine and date. */
export async function keepReport(
  file: string | undefined,
  text: string,
  figures: object,
): Promise<void> {
  if (file === undefined) return;
  await writeFile(file, text);
  const all = {
    date: new Date().toISOString(),
    machine: machine(),
    ...figures,
  };
  await writeFile(besides(file, "json"), `${JSON.stringify(all, null, 2)}\n`);
}

/** The file of the same name with another ending. */
export function besides(file: string, ending: string): string {
  return `${file.replace(/\.md$/, "")}.${ending}`;
}
