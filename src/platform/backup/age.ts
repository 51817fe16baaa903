import { Readable } from "node:stream";
import type { Encrypter } from "age-encryption";
import { BackupError } from "./backup-error.ts";

/** Loaded when it is needed: the portal itself, which has this command on board too, never does. */
const age = () => import("age-encryption");

/** A new pair of keys: the recipient makes back-ups, the identity opens them. */
export async function newKeyPair(): Promise<{
  readonly identity: string;
  readonly recipient: string;
}> {
  const { generateIdentity, identityToRecipient } = await age();
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Throws `BackupError` when one of them is no public key: before anything is written. */
export async function requireRecipients(
  recipients: readonly string[],
): Promise<void> {
  if (recipients.length === 0) return;
  const { Encrypter } = await age();
  for (const recipient of recipients) addRecipient(new Encrypter(), recipient);
}

/**
 * The bytes encrypted for all recipients (`age1…`), at constant memory. Whoever makes back-ups needs no secret.
 * Files open with the program `age` too: https://age-encryption.org/v1
 */
export async function encryptFor(
  recipients: readonly string[],
  source: Readable,
): Promise<Readable> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  return Readable.fromWeb(await encrypter.encrypt(Readable.toWeb(source)));
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new BackupError(
      "no-identity",
      `"${recipient}" is no public age key. It begins with age1; "portal backup key" makes one.`,
      { cause },
    );
  }
}

/** The plain bytes again. Throws `BackupError` when the identity is not one of the recipients; the stream fails when a bit differs. */
export async function decryptWith(
  identity: string,
  source: Readable,
): Promise<Readable> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    return Readable.fromWeb(await decrypter.decrypt(Readable.toWeb(source)));
  } catch (cause) {
    throw new BackupError(
      "no-identity",
      "The key does not open this back-up: it is another one than the back-up was made for, or the back-up is damaged.",
      { cause },
    );
  }
}
