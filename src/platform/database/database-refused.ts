/** The database and this program do not go together as they are. The message says what to do. */
export class DatabaseRefused extends Error {
  readonly code = "database-refused";
}
