import { oneOf, readEach, type Variables } from "./settings-error.ts";
import { readUrl } from "./url-settings.ts";

export type DatabaseSettings = {
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Past a pooler, for what needs a connection of its own: migrations, back-ups; the same when there is none. */
  readonly databaseDirectUrl: string | undefined;
  /** `transaction`: the server of `databaseUrl` is a pooler (PgBouncer) that gives each transaction another connection. */
  readonly databasePooling: "session" | "transaction";
};

/** `DATABASE_URL`, `DATABASE_DIRECT_URL` and `DATABASE_POOLING`. */
export function readDatabase(variables: Variables): DatabaseSettings {
  return readEach<DatabaseSettings>({
    databaseUrl: () => readAddress(variables, "DATABASE_URL"),
    databaseDirectUrl: () => readAddress(variables, "DATABASE_DIRECT_URL"),
    databasePooling: () =>
      oneOf(variables, {
        name: "DATABASE_POOLING",
        allowed: ["session", "transaction"],
        fallback: "session",
      }),
  });
}

function readAddress(variables: Variables, name: string): string | undefined {
  return readUrl(variables, {
    name,
    protocols: ["postgres:", "postgresql:"],
    example: "postgresql://user:password@db.example.org/openrathaus",
  });
}
