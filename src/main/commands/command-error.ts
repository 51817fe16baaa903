/** A command that cannot be carried out as typed. The message says why and what to do. */
export class CommandError extends Error {
  readonly code = "command-refused";
}
