import type { DatabaseAddress } from "../database/database.ts";

/** As an operator would write it into DATABASE_URL. */
export function connectionString({
  host,
  port,
  user,
  database,
}: DatabaseAddress): string {
  const query = new URLSearchParams({
    host: host ?? "localhost",
    port: String(port ?? 5432),
  });
  return `postgresql://${user ?? "postgres"}@localhost/${database ?? "postgres"}?${query.toString()}`;
}
