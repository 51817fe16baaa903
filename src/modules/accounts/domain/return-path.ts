/**
 * Where to go after signing in: a page of this portal for citizens, or the account. Anything else is dropped, whatever it looks like: an
 * open redirect after sign-in is how such portals have been switched off.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 300) return "/konto";
  const isOwnPage =
    /^\/(?:[\w-]+(?:\/[\w.~-]+)*)?(?:\?[\w=&%.~:-]*)?$/.test(wanted) &&
    !wanted.includes("/.");
  const isElsewhere =
    /^\/(?:anmelden|abmelden|arbeitsplatz|verwaltung|betrieb)(?:[/?]|$)/.test(
      wanted,
    );
  return isOwnPage && !isElsewhere ? wanted : "/konto";
}
