export { binariesIn } from "./binaries.ts";
export {
  connectOrStartEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "./embedded-postgres.ts";
export { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
export type { ServerEvent } from "./server-session.ts";
