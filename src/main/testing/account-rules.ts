import type {
  AccountWorld,
  Citizen,
  OneThing,
  Whose,
} from "./account-world.ts";

/**
 * What somebody signed in gets: `in` the page, or what they asked for is done; `alike` the same answer whether there is such a thing or not,
 * and nothing of others changes.
 */
export type Outcome = "in" | "alike" | 403 | 404 | 409;

export type AccountRule = {
  readonly outcome: (who: Citizen, whose: Whose) => Outcome;
  /** What `:id` stands for. */
  readonly id?: OneThing | "draft" | "submission";
  readonly fields?: Readonly<Record<string, string>>;
  /** Once it was done there is nothing left to do it with: done last, in the order of this table, and by one person only. */
  readonly ends?: true;
};

const isAda = (who: Citizen) => who === "ada" || who === "ada elsewhere";
const isMember = (who: Citizen) =>
  who === "club owner" || who === "signatory" || who === "preparer";

/** About oneself, whoever one is. */
const self = (): Outcome => "in";
const adas = (who: Citizen): Outcome => (isAda(who) ? "in" : 404);
const adasAlike = (who: Citizen): Outcome => (isAda(who) ? "in" : "alike");

/** Of an organisation: its members, and for everybody else there is none. */
const members = (who: Citizen): Outcome => (isMember(who) ? "in" : 404);
const owners = (who: Citizen): Outcome =>
  who === "club owner" ? "in" : isMember(who) ? 403 : 404;
const ownersAndPreparer = (who: Citizen): Outcome =>
  who === "preparer" ? "in" : owners(who);
const newcomers = (who: Citizen): Outcome => (isMember(who) ? 409 : "in");

/** Ada gave it to the holder. */
const bothSides = (who: Citizen): Outcome =>
  isAda(who) || who === "holder" ? "in" : 404;

/**
 * The party sees all that was done for it, in the session in which one acts for it; who has a mandate only what they did themselves.
 */
const parties = (who: Citizen, whose: Whose): Outcome => {
  if (whose === "club") return members(who);
  if (isAda(who)) return "in";
  return whose === "ada by holder" && who === "holder" ? "in" : 404;
};
/** Lies in one portal, and is opened there only. */
const partiesHere = (who: Citizen, whose: Whose): Outcome =>
  who === "ada elsewhere" ? 404 : parties(who, whose);
/** Who only prepares declares nothing. */
const partiesWhoSign = (who: Citizen, whose: Whose): Outcome =>
  who === "preparer" ? 404 : partiesHere(who, whose);
/** Nothing was asked, which only who might answer learns. */
const whoSignsNothing = (who: Citizen, whose: Whose): Outcome =>
  partiesWhoSign(who, whose) === "in" ? 409 : 404;

const konto = "/konto";
const security = `${konto}/sicherheit`;
const mandates = `${konto}/vollmachten`;

/** Who may do what on every route that asks for an account, by method and pattern. */
export const accountRules: Readonly<Record<string, AccountRule>> = {
  [`GET ${konto}`]: { outcome: self },
  [`GET ${security}`]: { outcome: self },
  [`POST ${security}/passwort`]: { outcome: self },
  [`GET ${security}/adresse`]: { outcome: self },
  [`POST ${security}/adresse`]: { outcome: self },
  [`POST ${security}/adresse/abbruch`]: { outcome: self },
  [`GET ${security}/passkeys`]: { outcome: self },
  [`POST ${security}/passkeys`]: { outcome: self },
  [`GET ${security}/passkeys/neu`]: { outcome: self },
  [`POST ${security}/passkeys/neu`]: { outcome: self },
  // Who has no passkey has none to confirm with.
  [`POST ${security}/nachweis/anfrage`]: { outcome: adas },
  [`POST ${security}/passkeys/:id/name`]: {
    outcome: adasAlike,
    id: "passkey",
    fields: { name: "Umbenannt" },
  },
  [`GET ${security}/passkeys/:id/entfernen`]: {
    outcome: adasAlike,
    id: "passkey",
  },
  [`GET ${security}/ausweis`]: { outcome: self },
  [`POST ${security}/ausweis`]: { outcome: self },
  [`GET ${security}/zweiter-faktor`]: { outcome: self },
  [`POST ${security}/zweiter-faktor`]: { outcome: self },
  [`GET ${security}/zweiter-faktor/einrichten`]: { outcome: self },
  [`POST ${security}/zweiter-faktor/einrichten`]: { outcome: self },
  [`POST ${security}/zweiter-faktor/abschalten`]: { outcome: self },
  [`GET ${konto}/nachweise`]: { outcome: self },
  [`GET ${konto}/nachweise/:id/trennen`]: { outcome: adas, id: "identity" },
  [`GET ${konto}/zusammenfuehren`]: { outcome: self },
  [`POST ${konto}/zusammenfuehren`]: { outcome: self },
  [`GET ${konto}/angaben`]: { outcome: self },
  [`POST ${konto}/angaben`]: { outcome: self, fields: { phone: "0385 1" } },
  [`GET ${konto}/einwilligungen`]: { outcome: self },
  [`POST ${konto}/hinweise`]: { outcome: self },
  [`POST ${konto}/e-mail-kommt-an`]: { outcome: self },
  [`GET ${konto}/benachrichtigungen`]: { outcome: self },
  [`POST ${konto}/benachrichtigungen`]: { outcome: self },
  [`POST ${konto}/benachrichtigungen/nummer`]: { outcome: self },
  [`POST ${konto}/benachrichtigungen/code`]: { outcome: self },
  [`POST ${konto}/benachrichtigungen/nummer/entfernen`]: { outcome: self },
  [`GET ${konto}/daten`]: { outcome: self },
  [`POST ${konto}/daten/export`]: { outcome: self },
  [`POST ${konto}/portal`]: { outcome: self, fields: { portal: "lup" } },

  [`GET ${konto}/organisationen`]: { outcome: self },
  [`GET ${konto}/organisationen/neu`]: { outcome: self },
  [`POST ${konto}/organisationen/neu`]: { outcome: self },
  [`GET ${konto}/organisationen/:id`]: { outcome: members, id: "organisation" },
  [`GET ${konto}/organisationen/:id/angaben`]: {
    outcome: owners,
    id: "organisation",
  },
  [`POST ${konto}/organisationen/:id/angaben`]: {
    outcome: owners,
    id: "organisation",
    fields: { name: "Umbenannt", street: "Seeufer" },
  },
  [`GET ${konto}/organisationen/:id/einladen`]: {
    outcome: owners,
    id: "organisation",
  },
  [`POST ${konto}/organisationen/:id/einladen`]: {
    outcome: owners,
    id: "organisation",
    fields: { email: "a@b.example", role: "owner" },
  },
  [`GET ${konto}/organisationen/:id/loeschen`]: {
    outcome: owners,
    id: "organisation",
  },
  [`GET ${konto}/mitgliedschaften/:id`]: {
    outcome: ownersAndPreparer,
    id: "membership",
  },
  [`GET ${konto}/handeln-fuer`]: { outcome: self },
  // For nobody: the choice is shown again.
  [`POST ${konto}/handeln-fuer`]: { outcome: () => 409 },
  [`GET ${mandates}`]: { outcome: self },
  [`GET ${mandates}/neu`]: { outcome: self },
  [`POST ${mandates}/neu`]: { outcome: self },
  [`GET ${mandates}/vertretung`]: { outcome: self },
  [`POST ${mandates}/vertretung`]: { outcome: self },
  [`GET ${mandates}/:id`]: { outcome: bothSides, id: "mandate" },
  [`GET ${mandates}/:id/ende`]: { outcome: bothSides, id: "mandate" },

  "POST /leistungen/:name/antrag/uebernehmen": { outcome: self },
  "GET /antraege": { outcome: self },
  "POST /antraege/entwuerfe/:id": { outcome: partiesHere, id: "draft" },
  "GET /antraege/:id": { outcome: partiesHere, id: "submission" },
  "GET /antraege/:id/quittung.pdf": { outcome: partiesHere, id: "submission" },
  "GET /antraege/:id/ruecknahme": { outcome: partiesWhoSign, id: "submission" },

  "GET /postfach": { outcome: self },
  "GET /postfach/:thread": { outcome: parties },
  "POST /postfach/:thread/antwort": { outcome: parties },
  "GET /postfach/:thread/dateien/:document": { outcome: parties },
  "GET /postfach/:thread/alles.zip": { outcome: parties },
  "POST /postfach/:thread/ablage": { outcome: parties },
  "POST /postfach/:thread/schlagwoerter": {
    outcome: parties,
    fields: { schlagwoerter: "Boot" },
  },
  "POST /postfach/:thread/bescheide": {
    outcome: parties,
    fields: { bescheide: "papier" },
  },

  "POST /antraege/:id/korrektur": {
    outcome: whoSignsNothing,
    id: "submission",
  },
  "POST /antraege/:id/ruecknahme": {
    outcome: partiesWhoSign,
    id: "submission",
    fields: { gesehen: "1" },
    ends: true,
  },
  [`POST ${konto}/einladungen/:id/ende`]: {
    outcome: owners,
    id: "invitation",
    ends: true,
  },
  "POST /einladung/:schluessel": { outcome: newcomers, ends: true },
  [`POST ${mandates}/:id/ende`]: {
    outcome: bothSides,
    id: "mandate",
    ends: true,
  },
  // Sessions that act for the club stop, for they carry the old role.
  [`POST ${konto}/mitgliedschaften/:id/rolle`]: {
    outcome: owners,
    id: "membership",
    fields: { role: "preparer" },
    ends: true,
  },
  [`POST ${konto}/mitgliedschaften/:id/ende`]: {
    outcome: ownersAndPreparer,
    id: "membership",
    ends: true,
  },
  [`POST ${konto}/organisationen/:id/loeschen`]: {
    outcome: owners,
    id: "organisation",
    ends: true,
  },
  [`POST ${konto}/einwilligungen/:id/widerruf`]: {
    outcome: adasAlike,
    id: "consent",
    ends: true,
  },
  [`POST ${security}/sitzungen/:id`]: {
    outcome: adasAlike,
    id: "session",
    ends: true,
  },
  [`POST ${security}/sitzungen`]: { outcome: self, ends: true },
  [`POST ${security}/passkeys/:id/entfernen`]: {
    outcome: adasAlike,
    id: "passkey",
    ends: true,
  },
  // Not the one she is signed in with: sessions end with their proof.
  [`POST ${konto}/nachweise/:id/trennen`]: {
    outcome: adas,
    id: "identity",
    ends: true,
  },
  [`POST ${konto}/daten`]: {
    outcome: self,
    fields: { confirmed: "true" },
    ends: true,
  },
};

/** The address of a route for one of its things. */
export function addressFor(
  pattern: string,
  { id }: AccountRule,
  { world, whose }: { readonly world: AccountWorld; readonly whose: Whose },
): string {
  const application = world.applications[whose];
  const values: Readonly<Record<string, string>> = {
    name: "hundesteuer",
    thread: application.thread,
    document: application.document,
    schluessel: world.invitationToken,
    ...(id === undefined
      ? {}
      : {
          id:
            id === "draft" || id === "submission"
              ? application[id]
              : world.ids[id],
        }),
  };
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`account rules: what is :${name} of ${pattern}?`);
    return value;
  });
}
