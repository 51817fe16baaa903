/**
 * What an entry says beside who, what and when. A key that is not here cannot be recorded, and each has words for auditors
 * (`i18n/details-de.ts`), so has each word of a list.
 */
export type AuditDetails = Readonly<
  Partial<
    Record<CountKey, number> &
      Record<FactKey, boolean> &
      Record<PlainKey, string> &
      CodedDetails
  >
>;

type CountKey =
  | "added"
  | "count"
  | "documents"
  | "files"
  | "mentioned"
  | "months"
  | "overlayVersion"
  | "places"
  | "removed"
  | "version"
  | "words";

type FactKey =
  | "enabled"
  | "isEnabled"
  | "isIdentitySeen"
  | "isSigned"
  | "needsBescheid"
  | "needsSecondPerson"
  | "replacesDrafts"
  | "understood"
  | "withoutOld";

/** Ids, numbers of Vorgänge, days, names of files' kinds: shown as they are. */
type PlainKey =
  | "accountId"
  | "action"
  | "actorId"
  | "askedTenantId"
  | "assigneeId"
  | "authority"
  | "byTenantId"
  | "connector"
  | "delivery"
  | "deliveryId"
  | "destination"
  | "destinationId"
  | "fault"
  | "fileId"
  | "formVersionId"
  | "format"
  | "from"
  | "fromTenantId"
  | "handOverId"
  | "hash"
  | "holdId"
  | "inbox"
  | "leistung"
  | "leistungen"
  | "noteId"
  | "opinionId"
  | "otherId"
  | "portal"
  | "reference"
  | "restricted"
  | "offices"
  | "roles"
  | "scopes"
  | "secret"
  | "sha256"
  | "signature"
  | "subject"
  | "submissionId"
  | "substituteId"
  | "teamId"
  | "toTenantId"
  | "until"
  | "validUntil"
  | "vorgangId";

/** Read by words. Each module names what it may write. */
type CodedDetails = {
  readonly answer: "delivered" | "rejected";
  readonly basis:
    | "power"
    | "parent"
    | "guardian"
    | "legal-representative"
    | "membership";
  readonly by: "mail" | "notice";
  readonly channel: "counter" | "phone" | "letter";
  readonly consent: "deemed" | "excluded" | "guest";
  readonly law: "general" | "taxes";
  readonly level: "low" | "substantial" | "high";
  readonly locale: "de" | "en";
  readonly message: "at-once" | "daily" | "none";
  readonly progress: "at-once" | "daily" | "none";
  readonly means:
    | "password"
    | "passkey"
    | "app"
    | "new-app"
    | "recovery-code"
    | "directory"
    | "none";
  readonly outcome:
    | "granted"
    | "partly"
    | "refused"
    | "no-decision"
    | "granted-by-silence"
    | "delivered"
    | "accepted"
    | "rejected";
  readonly role:
    | "team-lead"
    | "caseworker"
    | "owner"
    | "signatory"
    | "preparer";
  readonly scope: "kind" | "leistung" | "all";
  readonly seal: "none" | "B-B" | "B-T";
  readonly side: "old" | "new";
  readonly source: "handed-over" | "fit-connect";
  readonly state:
    | "accepted"
    | "rejected"
    | "waiting"
    | "taken"
    | "gone"
    | "contradicted";
  readonly unit: "months" | "years";
  readonly what:
    | "taken-into-work"
    | "closed"
    | "note-to-applicant"
    | "assigned"
    | "unassigned"
    | "moved-to-team"
    | "labelled"
    | "export";
  /** How a log was found, or how many Vorgänge. */
  readonly found:
    | number
    | "intact"
    | "changed"
    | "removed"
    | "cut-off"
    | "rewritten"
    | "seal-invalid";
  /** Of a consent, a text, a message, a link or a sign-in service; of a mail, which there are many of. */
  readonly kind: string;
  /** Ids of a team, or how many belonged to an organisation. */
  readonly members: string | number;
  /** Key of a sign-in service; `local` is the account's own. */
  readonly provider: string;
};

/** Kinds that have words of their own. */
type KnownKind =
  | "prefill"
  | "letter"
  | "module"
  | "remedy"
  | "message"
  | "question"
  | "decision"
  | "receipt"
  | "belongs-to"
  | "follows"
  | "duplicate-of"
  | "oidc"
  | "saml"
  | "bundid"
  | "muk";

type StaffRole =
  | "caseworker"
  | "team-lead"
  | "editor"
  | "admin"
  | "auditor"
  | "identity-officer"
  | "operator";

type CodedWord = {
  [Key in keyof CodedDetails]: WordsOf<Key, CodedDetails[Key]>;
}[keyof CodedDetails];

/** Each word of a list on its own; what may be any text has none. */
type WordsOf<Key extends string, Value> = Value extends string
  ? string extends Value
    ? never
    : `value.${Key}.${Value}`
  : never;

/** What the pages need words for. */
export type DetailTextKey =
  | `detail.${keyof AuditDetails}`
  | CodedWord
  | `value.kind.${KnownKind}`
  | `value.roles.${StaffRole}`
  | "value.provider.local"
  | "value.yes"
  | "value.no";
