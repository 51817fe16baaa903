import { newSecretToken } from "../../../platform/values/secret-token.ts";

/** Short enough to be typed once, 96 bits. */
export function newOneTimePassword(): string {
  return newSecretToken().slice(0, 16);
}
