import { mergePath } from "../domain/merge-path.ts";

/** Addresses of the Servicekonto. */
export const accountPaths = {
  signIn: "/anmelden",
  signOut: "/abmelden",
  code: "/anmelden/code",
  signInByPasskey: "/anmelden/passkey",
  askForSignIn: "/anmelden/passkey/anfrage",
  start: "/konto",
  profile: "/konto/angaben",
  security: "/konto/sicherheit",
  passkeys: "/konto/sicherheit/passkeys",
  askForNewPasskey: "/konto/sicherheit/passkeys/anfrage",
  passkeyName: (id: string) => `/konto/sicherheit/passkeys/${id}/name`,
  passkeyRemoval: (id: string) => `/konto/sicherheit/passkeys/${id}/entfernen`,
  askForConfirmation: "/konto/sicherheit/nachweis/anfrage",
  organisations: "/konto/organisationen",
  mandates: "/konto/vollmachten",
  consents: "/konto/einwilligungen",
  data: "/konto/daten",
  exported: "/konto/daten/export",
  deleted: "/konto-geloescht",
  identities: "/konto/nachweise",
  unlink: (id: string) => `/konto/nachweise/${id}/trennen`,
  merge: mergePath,
  toPortal: "/konto/portal",
  handOver: (token: string) => `/anmelden/uebergang/${token}`,
} as const;
