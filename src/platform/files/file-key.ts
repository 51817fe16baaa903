import { isId } from "../values/id.ts";

/** Throws for anything that is no UUID in lower case: names of files are made of them. */
export function requireUuids(...texts: readonly string[]): void {
  if (!texts.every(isId))
    throw new TypeError(
      "file key: tenant and file id must be UUIDs in lower case",
    );
}
