export { mayDecidePlainly } from "./use-cases/leistung-rules.ts";
export { listFilesOfBescheide } from "./use-cases/read-bescheid.ts";
export { bescheidSection } from "./web/vorgang-section.ts";
export { listSubjectsOfBescheide } from "./use-cases/list-subjects.ts";
export { removeBescheide } from "./use-cases/remove-bescheide.ts";
