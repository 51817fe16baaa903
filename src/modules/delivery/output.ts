// What connectors write of a delivery: formats, each with its version, and packages of files.
export { usualFormats, type OutputFormat } from "./domain/output/formats.ts";
export {
  manifestOf,
  metadataOf,
  packageName,
  safeName,
  type PackageFile,
  type WrittenFile,
} from "./domain/output/package-file.ts";
export { outputFiles, xdomeaPackage } from "./use-cases/output-files.ts";
export { loadHandedOver } from "./use-cases/handed-over.ts";
export { packageOfHandedOver } from "./use-cases/package-of-handed-over.ts";
export { isXdomea } from "./domain/output/xdomea.ts";
export { packageOptions } from "./use-cases/package-options.ts";
export { packageWords } from "./i18n/package-words.ts";
export { listDestinationNames } from "./use-cases/list-destination-names.ts";
