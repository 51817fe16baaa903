/** A setting that cannot be used. The message names the variable and gives an example. */
export class SettingsError extends Error {
  readonly code = "settings-invalid";
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a `SettingsError`. */
export function fail(name: string, problem: string, example: string): never {
  throw new SettingsError(`${name} ${problem}. Example: ${example}`);
}
