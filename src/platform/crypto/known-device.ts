import { isSecretToken, newSecretToken } from "../values/secret-token.ts";
import type { TenantCipher } from "./tenant-cipher.ts";

/** Whose device it is, and of which sign-in. */
export type DeviceOwner = {
  readonly ownerId: string;
  readonly purpose: string;
};

/** What a device that somebody has signed in with keeps in a cookie: a random number and its keyed hash for them. */
export async function makeDeviceMark(
  cipher: TenantCipher,
  owner: DeviceOwner,
): Promise<string> {
  const number = newSecretToken();
  return `${number}.${await hashFor(cipher, owner, number)}`;
}

/** Whether the cookie of a device was made for them. */
export async function isDeviceMarkOf(
  cipher: TenantCipher,
  owner: DeviceOwner,
  mark = "",
): Promise<boolean> {
  const [number = "", hash] = mark.split(".");
  if (!isSecretToken(number)) return false;
  return hash === (await hashFor(cipher, owner, number));
}

async function hashFor(
  cipher: TenantCipher,
  { ownerId, purpose }: DeviceOwner,
  number: string,
): Promise<string> {
  const hash = await cipher.fingerprint(`${ownerId}\n${number}`, purpose);
  return hash.toString("base64url");
}
