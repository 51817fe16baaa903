/** Time to accept an invitation. */
export const invitationDays = 7;

/** Invitations an account may send in a day: enough for a company, too few to bother strangers with. */
export const invitationsPerDay = 20;

const dayMs = 24 * 60 * 60 * 1_000;

export function endOfInvitation(now: Date): Date {
  return new Date(now.getTime() + invitationDays * dayMs);
}

/** Invitations from this moment on count for the limit. */
export function startOfLimit(now: Date): Date {
  return new Date(now.getTime() - dayMs);
}

/** An invitation that ends now counts for the limit until then. */
export function endOfCounting(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() + dayMs);
}
