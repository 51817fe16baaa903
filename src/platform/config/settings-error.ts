/** Settings that cannot be used. The message has a line for each: it names the variable and gives an example. */
export class SettingsError extends Error {
  readonly code = "settings-invalid";

  /** One for each thing that is wrong. */
  get problems(): readonly string[] {
    return this.message.split("\n");
  }
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a `SettingsError`. */
export function fail(name: string, problem: string, example: string): never {
  throw new SettingsError(`${name} ${problem}. Example: ${example}`);
}

/** Reads all parts, also past one that is wrong: whoever corrects settings should see every mistake at once. Throws one `SettingsError` for all. */
export function readEach<Parts extends object>(readers: {
  readonly [Name in keyof Parts]: () => Parts[Name];
}): Parts {
  const problems: string[] = [];
  const parts: Record<string, unknown> = {};
  for (const [name, read] of Object.entries<() => unknown>(readers)) {
    try {
      parts[name] = read();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0)
    throw new SettingsError([...new Set(problems)].join("\n"));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- each part was read by the reader of its name
  return parts as Parts;
}

/** For what others are read by: they are read with `assumed` where it is wrong, and it is told beside them. */
export function readOr<Value>(
  read: () => Value,
  assumed: NoInfer<Value>,
): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof SettingsError) return assumed;
    throw error;
  }
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
