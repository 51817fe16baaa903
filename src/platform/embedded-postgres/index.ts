export { binariesIn, type PostgresBinaries } from "./binaries.ts";
export {
  connectOrStartEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded-postgres.ts";
export {
  EmbeddedPostgresError,
  type EmbeddedPostgresFault,
} from "./embedded-postgres-error.ts";
export type { ServerEvent } from "./server-session.ts";
