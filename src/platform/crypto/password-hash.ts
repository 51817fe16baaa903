import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes, one lane. @see OWASP Password Storage Cheat Sheet */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random text nobody knows: compared against when there is no account, so that both cases take the same time. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$WGjPFa4oFAliwMKCCRmBlg$LpWNcy2xeEo4lXrA40WodfIUq2wnGcN6WVTZI0e1HsI";

/** Hashes a password for storing, with a salt of its own. Runs beside the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** True when the password belongs to the stored hash. Without a hash it does the same work and says no. */
export async function isPasswordOf(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(stored ?? nobodysHash, password);
  return matches && stored !== undefined;
}
