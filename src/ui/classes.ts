/** Joins class names and leaves out what is false or undefined. */
export function classes(
  ...names: readonly (string | false | undefined)[]
): string {
  return names.filter((name) => name !== false && name !== undefined).join(" ");
}
