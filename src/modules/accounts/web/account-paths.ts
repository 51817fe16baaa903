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
  exported: "/konto/daten/export",
  deleted: "/konto-geloescht",
  identities: "/konto/nachweise",
  unlink: (id: string) => `/konto/nachweise/${id}/trennen`,
  merge: "/konto/zusammenfuehren",
} as const;
