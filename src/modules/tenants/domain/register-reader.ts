import type { RegisterReader } from "./commune.ts";
import { gv100Reader, isGv100Line } from "./gv100.ts";
import { registerCsvReader } from "./register-csv.ts";

/** The reader for a file by its first line: the official GV100AD or a table with a head; undefined for anything else. */
export function openRegister(firstLine: string): RegisterReader | undefined {
  const line = firstLine.replace(/^\uFEFF/, "");
  return isGv100Line(line) ? gv100Reader() : registerCsvReader(line);
}
