/**
 * Where to go after signing in: an own page for staff, or the given default. Anything else is dropped, whatever it looks
 * like: an open redirect after sign-in is how such portals have been switched off.
 */
export function returnPath(wanted: string | null, fallback: string): string {
  if (wanted === null || wanted.length > 300) return fallback;
  const isOwnPage =
    /^\/(?:arbeitsplatz|verwaltung|betrieb)(?:\/[\w-]+)*(?:\?[\w=&%.:-]*)?$/.test(
      wanted,
    );
  const isSignIn = /^\/arbeitsplatz\/(?:anmelden|abmelden)/.test(wanted);
  return isOwnPage && !isSignIn ? wanted : fallback;
}
