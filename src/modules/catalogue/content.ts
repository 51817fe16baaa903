/** The face for what a Leistung says: for modules that bring texts in or hand them out. A face of its own, because index.ts is for those who only read (docs/adr/0033). */
export {
  textModules,
  type Deadline,
  type Fee,
  type InLanguages,
  type LeistungContent,
  type NamedLink,
  type OnlineService,
  type PeriodUnit,
  type ProcessingTime,
} from "./domain/content/leistung-content.ts";
export { foreignTagsOf } from "./domain/content/parse-markup.ts";
export { linksOf, plainTextOf, richText } from "./domain/content/rich-text.ts";
export { unsafeAddresses } from "./domain/content/safe-address.ts";
export type { OwnLeistung, OwnLeistungen } from "./domain/own-leistung.ts";
export { wrongPart } from "./store/content-schema.ts";
export {
  applyDirectory,
  type Applied,
} from "./use-cases/above/apply-directory.ts";
export { listOwnLeistungen } from "./use-cases/list-own-leistungen.ts";
