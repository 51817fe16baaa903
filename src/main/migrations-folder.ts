import { fileURLToPath } from "node:url";

/** Where the migrations of this program lie. */
export const migrationsFolder = fileURLToPath(
  new URL("../../migrations", import.meta.url),
);
