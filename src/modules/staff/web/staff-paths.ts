/** Steps of signing in. */
export const signInPaths = {
  start: "/arbeitsplatz/anmelden",
  code: "/arbeitsplatz/anmelden/code",
  password: "/arbeitsplatz/anmelden/passwort",
  factor: "/arbeitsplatz/anmelden/zweiter-faktor",
  directory: "/arbeitsplatz/anmelden/verzeichnis",
  directoryReturn: "/arbeitsplatz/anmelden/verzeichnis/rueckkehr",
  signOut: "/arbeitsplatz/abmelden",
} as const;

/** Who has access to the workplace of an authority. */
export const memberPaths = {
  list: "/verwaltung/beschaeftigte",
  add: "/verwaltung/beschaeftigte/neu",
  member: (id: string) => `/verwaltung/beschaeftigte/${id}`,
  roles: (id: string) => `/verwaltung/beschaeftigte/${id}/rollen`,
  access: (id: string) => `/verwaltung/beschaeftigte/${id}/zugang`,
  secondFactor: (id: string) =>
    `/verwaltung/beschaeftigte/${id}/zweiter-faktor`,
  password: (id: string) => `/verwaltung/beschaeftigte/${id}/passwort`,
  handOver: (id: string) => `/verwaltung/beschaeftigte/${id}/verzeichnis`,
} as const;

/** Looking through all accesses. */
export const reviewPaths = {
  start: "/verwaltung/zugangspruefung",
  table: "/verwaltung/zugangspruefung/zugaenge.csv",
} as const;

/** Teams of an authority. */
export const teamPaths = {
  list: "/verwaltung/teams",
  add: "/verwaltung/teams/neu",
  team: (id: string) => `/verwaltung/teams/${id}`,
  removal: (id: string) => `/verwaltung/teams/${id}/loeschen`,
} as const;

/** When the signed-in member is away. */
export const absencePaths = {
  start: "/arbeitsplatz/abwesenheit",
  end: (id: string) => `/arbeitsplatz/abwesenheit/${id}/ende`,
} as const;

/** The authority's own user directory. */
export const directoryPaths = {
  settings: "/verwaltung/beschaeftigte/verzeichnis",
  test: "/verwaltung/beschaeftigte/verzeichnis/pruefung",
} as const;

/** Own account of the signed-in member. */
export const accountPaths = {
  start: "/arbeitsplatz/konto",
  secondFactor: "/arbeitsplatz/konto/zweiter-faktor",
  secondFactorConfirmation: "/arbeitsplatz/konto/zweiter-faktor/bestaetigung",
  endSession: (sessionId: string) =>
    `/arbeitsplatz/konto/sitzungen/${sessionId}/ende`,
} as const;
