export { listFilesOfBescheide } from "./use-cases/read-bescheid.ts";
export { bescheidSection } from "./web/vorgang-section.ts";
