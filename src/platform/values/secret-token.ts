import { randomBytes } from "node:crypto";
import { sha256 } from "./sha256.ts";

/** A new link or session secret: 256 random bits as 43 characters that are safe in addresses and cookies. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** True when the text has the shape of a secret token; anything else is refused before it costs a query. */
export function isSecretToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is stored instead of the token. The token has full entropy, so a plain hash cannot be reversed by guessing. */
export function hashSecretToken(token: string): Buffer {
  return sha256(token);
}
