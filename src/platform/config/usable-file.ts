import { readFileSync } from "node:fs";
import { SettingsError } from "./settings-error.ts";

/** What a setting leads to, loaded. Throws a `SettingsError` that names the setting when it cannot be used. */
export async function usable<Value>(
  name: string,
  load: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await load();
  } catch (cause) {
    throw unusable(name, cause);
  }
}

/** The text of the file that a setting names. Throws as `usable` does. */
export function readSettingFile(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw unusable(name, cause);
  }
}

/** Why what a setting leads to cannot be used, as a sentence that begins with the setting. */
export function unusable(name: string, cause: unknown): SettingsError {
  const why = cause instanceof Error ? cause.message : "cannot be read";
  return new SettingsError(`${name} cannot be used: ${why}`, { cause });
}
