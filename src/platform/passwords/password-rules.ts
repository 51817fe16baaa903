import type { BreachedPasswords } from "./breached-passwords.ts";
import { isCommon } from "./common-passwords.ts";

export type PasswordFault = "too-short" | "too-long" | "too-common";

const shortestPassword = 10;
/** Enough for a sentence; longer ones would only cost time to hash. */
const longestPassword = 200;

/** Lists of leaked passwords that the operator gave; those of the packages are always looked at. */
const given = new Set<BreachedPasswords>();

/** From now on nobody may choose a password of this list, until the function that it gives is called. For the start of the program. */
export function refuseBreached(list: BreachedPasswords): () => void {
  given.add(list);
  return () => void given.delete(list);
}

/**
 * What is wrong with a new password, or undefined. Length and lists of common ones, no rules about characters. `login`: what must not be
 * part of it; empty: nothing is known.
 * @see NIST SP 800-63B section 5.1.1.2
 */
export async function faultOfPassword(
  password: string,
  login: string,
): Promise<PasswordFault | undefined> {
  const length = Array.from(password).length;
  if (length < shortestPassword) return "too-short";
  if (length > longestPassword) return "too-long";
  const isRefused =
    (await isEasyToGuess(password.toLowerCase(), login)) ||
    (await isBreached(password));
  return isRefused ? "too-common" : undefined;
}

async function isBreached(password: string): Promise<boolean> {
  for (const list of given) if (await list.holds(password)) return true;
  return false;
}

async function isEasyToGuess(
  password: string,
  login: string,
): Promise<boolean> {
  const [name = login] = login.split("@");
  const words = withoutDecoration(password);
  return (
    (login !== "" && password.includes(login)) ||
    words === withoutDecoration(name) ||
    new Set(password).size <= 3 ||
    isRun(password) ||
    (await isCommon(password)) ||
    (await isCommon(words))
  );
}

/** `Schwerin2027!` is no better than `schwerin`. */
function withoutDecoration(text: string): string {
  return text.replaceAll(/[\d\s!.?#_*$-]+/g, "");
}

/** `1234567890`, `abcdefghij` and the like. */
function isRun(password: string): boolean {
  const codes = Array.from(password, (letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(
    codes.slice(1).map((code, index) => code - (codes[index] ?? 0)),
  );
  return steps.size === 1;
}
