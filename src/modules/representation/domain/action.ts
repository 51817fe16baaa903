/** What is done on behalf of somebody and shown to both. */
export type ActionKind =
  | "acting-began"
  | "draft-saved"
  | "submitted"
  | "withdrawn";

/** Encrypted part of an action: names for people. */
export type ActionDetails = {
  readonly portalName: string;
  readonly leistung?: string;
  readonly reference?: string;
};
