/** For `ilike`: what is typed stands somewhere within; signs that mean something in a pattern stand for themselves. */
export function patternWithin(typed: string): string {
  return `%${typed.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
