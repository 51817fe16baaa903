/** A setting that cannot be used. The message names the variable and gives an example. */
export class SettingsError extends Error {
  readonly code = "settings-invalid";
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a `SettingsError`. */
export function fail(name: string, problem: string, example: string): never {
  throw new SettingsError(`${name} ${problem}. Example: ${example}`);
}

type Choice<Value extends string> = {
  readonly name: string;
  readonly allowed: readonly Value[];
  readonly fallback: NoInfer<Value>;
};

/** One of a few words. Throws `SettingsError` for any other. */
export function oneOf<Value extends string>(
  variables: Variables,
  { name, allowed, fallback }: Choice<Value>,
): Value {
  const text = variables[name] || fallback;
  const value = allowed.find((candidate) => candidate === text);
  return (
    value ??
    fail(name, `must be one of ${allowed.join(", ")}`, `${name}=${fallback}`)
  );
}
