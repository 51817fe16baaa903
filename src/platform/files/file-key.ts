const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Throws for anything that is no UUID in lower case: names of files are made of them. */
export function requireUuids(...texts: readonly string[]): void {
  if (!texts.every(isUuid))
    throw new TypeError(
      "file key: tenant and file id must be UUIDs in lower case",
    );
}
