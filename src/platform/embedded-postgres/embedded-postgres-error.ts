export type EmbeddedPostgresFault =
  | "no-binaries-for-this-system"
  | "data-folder-in-use"
  | "data-folder-busy"
  | "data-folder-not-usable"
  | "no-runtime-folder"
  | "no-system-user"
  | "initdb-failed"
  | "start-failed";

/** The embedded database cannot be used; the message names cause and cure. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresFault;

  constructor(
    code: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`embedded-postgres: ${message}`, options);
    this.name = "EmbeddedPostgresError";
    this.code = code;
  }
}
