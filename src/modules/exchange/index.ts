export { fetchFeedJob } from "./domain/feed.ts";
export { setFeed } from "./use-cases/feeds.ts";
export { findDirectoryOffices } from "./use-cases/find-directory-offices.ts";
export { findResponsibleOrganisation } from "./use-cases/find-responsible-organisation.ts";
export { importXzufi, type XzufiImport } from "./use-cases/import-xzufi.ts";
