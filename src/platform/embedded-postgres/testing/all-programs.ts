import { existsSync } from "node:fs";

/** The embedded programs and, where the machine has it, PostgreSQL 15: the oldest we support. */
export const allPrograms: readonly {
  readonly name: string;
  readonly programs?: string;
}[] = [
  { name: "the embedded PostgreSQL" },
  ...["/usr/lib/postgresql/15/bin"]
    .filter((folder) => existsSync(folder))
    .map((programs) => ({ name: "PostgreSQL 15 of the machine", programs })),
];
