import { readSettings } from "../src/platform/config/settings.ts";

/** Environment variables that the program reads, found by letting it read. */
export function knownSettings(): ReadonlySet<string> {
  const names = new Set<string>();
  readSettings(
    new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_none, name) => {
          names.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return names;
}
