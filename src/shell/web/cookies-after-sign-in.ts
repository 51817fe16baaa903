import type { Cookie } from "./route.ts";

const yearSeconds = 31_536_000;

/** What a browser keeps after a sign-in: the session, and for a year that it is known. Half-way through it is not known yet. */
export function cookiesAfterSignIn(
  names: { readonly session: string; readonly device: string },
  {
    token,
    knownDevice,
  }: { readonly token: string; readonly knownDevice: string | undefined },
): readonly Cookie[] {
  const session = { name: names.session, value: token };
  return knownDevice === undefined
    ? [session]
    : [
        session,
        { name: names.device, value: knownDevice, maxAgeSeconds: yearSeconds },
      ];
}
