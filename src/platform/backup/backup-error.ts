export type BackupFault =
  | "not-a-backup"
  | "unfinished"
  | "damaged"
  | "no-identity"
  | "not-permitted"
  | "not-empty"
  | "other-schema"
  | "keys-missing"
  | "target-unusable";

/** A back-up cannot be made, checked or brought back; the message names cause and cure. */
export class BackupError extends Error {
  readonly code: BackupFault;

  constructor(code: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupError";
    this.code = code;
  }
}
