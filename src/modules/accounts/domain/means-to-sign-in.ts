import { counterProvider } from "./passkey.ts";

/** What would be left of an account's means to sign in. */
export type MeansToSignIn = {
  /** With an address that its owner confirmed: a password alone lets nobody in. */
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly identities: readonly { readonly provider: string }[];
};

/** Whether somebody can still come in. What was confirmed at the counter is no means of its own: it raises a passkey or an app. */
export function canSignIn({
  hasPassword,
  passkeys,
  identities,
}: MeansToSignIn): boolean {
  return (
    hasPassword ||
    passkeys > 0 ||
    identities.some(({ provider }) => provider !== counterProvider)
  );
}
