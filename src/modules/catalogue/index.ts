export type {
  AssuranceLevel,
  Leistung,
  LeistungSummary,
  LeistungWithOffice,
  LifeSituation,
} from "./domain/leistung.ts";
export { findLeistungBySlug } from "./use-cases/find-leistung-by-slug.ts";
export { findCounterpart } from "./use-cases/find-counterpart.ts";
export { findLeistungHead } from "./use-cases/find-leistung-head.ts";
export { setFormOfLeistung } from "./use-cases/set-form-of-leistung.ts";
export {
  lifeSituationNames,
  listLeistungNames,
  listOnlineLeistungen,
} from "./use-cases/list-names.ts";
