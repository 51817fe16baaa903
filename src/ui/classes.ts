/** Joins class names and leaves out what is false or undefined. */
export function classes(
  ...names: readonly (string | false | undefined)[]
): string {
  let joined = "";
  for (const name of names)
    if (name !== false && name !== undefined)
      joined += joined === "" ? name : ` ${name}`;
  return joined;
}
