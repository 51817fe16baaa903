/** Addresses of the Servicekonto. */
export const accountPaths = {
  signIn: "/anmelden",
  signOut: "/abmelden",
  start: "/konto",
  profile: "/konto/angaben",
  security: "/konto/sicherheit",
  organisations: "/konto/organisationen",
  mandates: "/konto/vollmachten",
  consents: "/konto/einwilligungen",
  data: "/konto/daten",
} as const;
