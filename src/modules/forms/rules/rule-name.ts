/** How rules name an element: its key, with `_` for every character that a name cannot have. */
export function ruleName(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9_]/g, "_");
}
