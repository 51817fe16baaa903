type OptionalKeys<T> = {
  [Key in keyof T]-?: undefined extends T[Key] ? Key : never;
}[keyof T];

/** A value whose properties that may be undefined are optional instead: what `exactOptionalPropertyTypes` asks for. */
export type WithoutUndefined<T> = T extends unknown
  ? Omit<T, OptionalKeys<T>> & {
      [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined>;
    }
  : never;

/** A copy without the properties that are undefined. */
export function withoutUndefined<T extends object>(
  value: T,
): WithoutUndefined<T>;
export function withoutUndefined(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, property]) => property !== undefined),
  );
}
