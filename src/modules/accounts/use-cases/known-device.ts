import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  isDeviceMarkOf,
  makeDeviceMark,
} from "../../../platform/crypto/known-device.ts";
import { tellOwner } from "./tell-owner.ts";

const ownerOf = (accountId: string) => ({
  ownerId: accountId,
  purpose: "accounts.known-device",
});

/** What a device that has signed in to this account keeps in a cookie. */
export function makeKnownDevice(
  { cipher }: Context,
  accountId: string,
): Promise<string> {
  return makeDeviceMark(cipher, ownerOf(accountId));
}

/** Whether the cookie of a device was made for this account. */
export function isKnownDevice(
  { cipher }: Context,
  {
    accountId,
    knownDevice,
  }: {
    readonly accountId: string;
    readonly knownDevice: string | undefined;
  },
): Promise<boolean> {
  return isDeviceMarkOf(cipher, ownerOf(accountId), knownDevice);
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
