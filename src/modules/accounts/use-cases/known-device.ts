import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { tellOwner } from "./tell-owner.ts";

/** What a device that has signed in to this account keeps in a cookie: a random number and its keyed hash for the account. */
export async function makeKnownDevice(
  context: Context,
  accountId: string,
): Promise<string> {
  const number = newSecretToken();
  return `${number}.${await deviceMark(context, accountId, number)}`;
}

/** Whether the cookie of a device was made for this account. */
export async function isKnownDevice(
  context: Context,
  {
    accountId,
    knownDevice = "",
  }: {
    readonly accountId: string;
    readonly knownDevice: string | undefined;
  },
): Promise<boolean> {
  const [number = "", mark] = knownDevice.split(".");
  if (!isSecretToken(number)) return false;
  return mark === (await deviceMark(context, accountId, number));
}

/**
 * Somebody has just signed in to the account, by whatever means: of a device that was not seen before its owner is told. The value for the
 * cookie that makes it known.
 */
export async function greetDevice(
  context: Context,
  db: Db,
  device: {
    readonly accountId: string;
    readonly knownDevice: string | undefined;
  },
): Promise<string> {
  const { accountId, knownDevice } = device;
  if (knownDevice !== undefined && (await isKnownDevice(context, device)))
    return knownDevice;
  await tellOwner(context, db, { accountId, news: "new-device" });
  return makeKnownDevice(context, accountId);
}

async function deviceMark(
  context: Context,
  accountId: string,
  number: string,
): Promise<string> {
  const mark = await context.cipher.fingerprint(
    `${accountId}\n${number}`,
    "accounts.known-device",
  );
  return mark.toString("base64url");
}
