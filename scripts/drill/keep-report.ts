import { writeFile } from "node:fs/promises";
import path from "node:path";
import { machine } from "./rolling/report.ts";

const clone = `${path.resolve(import.meta.dirname, "../..")}/`;

/** Lines of a log name files of the program: where the clone lies is nobody's concern. */
const withoutPlaces = (text: string): string =>
  text.replaceAll(`file://${clone}`, "").replaceAll(clone, "");

/** Writes a result where it was asked for: as Markdown for people, and beside it the same for programs, with machine and date. */
export async function keepReport(
  file: string | undefined,
  text: string,
  figures: object,
): Promise<void> {
  if (file === undefined) return;
  await writeFile(file, withoutPlaces(text));
  const all = {
    date: new Date().toISOString(),
    machine: machine(),
    ...figures,
  };
  const json = withoutPlaces(JSON.stringify(all, null, 2));
  await writeFile(besides(file, "json"), `${json}\n`);
}

/** The file of the same name with another ending. */
export function besides(file: string, ending: string): string {
  return `${file.replace(/\.md$/, "")}.${ending}`;
}
