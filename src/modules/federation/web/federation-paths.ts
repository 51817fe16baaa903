/** Addresses of signing in at others. Those that providers know are on the installation's own host. */
export const federationPaths = {
  begin: "/anmelden/mit/:provider",
  answer: "/anmelden/rueckkehr/:protocol/:provider",
  metadata: "/anmelden/metadaten/:provider",
  completion: "/anmelden/abschluss/:token",
  signOutOffer: "/abmelden/anbieter/:token",
  signOut: "/abmelden/anbieter/:token/weiter",
  signedOut: "/abmelden/rueckkehr/:provider",
  notice: "/abmelden/nachricht/:provider",
  /** Where providers are set up: by the operator, and by an authority's administrators. */
  operator: "/betrieb/anmeldedienste",
  administrator: "/verwaltung/anmeldedienste",
} as const;

/** Cookie with the key of the browser that began: nobody else can end what it began. */
export const browserCookie = "anmeldung";
