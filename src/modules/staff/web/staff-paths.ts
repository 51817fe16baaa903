/** Steps of signing in. */
export const signInPaths = {
  start: "/arbeitsplatz/anmelden",
  code: "/arbeitsplatz/anmelden/code",
  password: "/arbeitsplatz/anmelden/passwort",
  factor: "/arbeitsplatz/anmelden/zweiter-faktor",
  signOut: "/arbeitsplatz/abmelden",
} as const;

/** Own account of the signed-in member. */
export const accountPaths = {
  start: "/arbeitsplatz/konto",
  secondFactor: "/arbeitsplatz/konto/zweiter-faktor",
  secondFactorConfirmation: "/arbeitsplatz/konto/zweiter-faktor/bestaetigung",
  endSession: (sessionId: string) =>
    `/arbeitsplatz/konto/sitzungen/${sessionId}/ende`,
} as const;
