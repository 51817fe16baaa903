export type {
  AssuranceLevel,
  Leistung,
  LeistungSummary,
  LeistungWithOffice,
  LifeSituation,
} from "./domain/leistung.ts";
export { addSynonym } from "./use-cases/add-synonym.ts";
export { findLeistungBySlug } from "./use-cases/find-leistung-by-slug.ts";
export { getLeistung } from "./use-cases/get-leistung.ts";
export { listLeistungen } from "./use-cases/list-leistungen.ts";
export { saveLeistung } from "./use-cases/save-leistung.ts";
export { searchLeistungen } from "./use-cases/search-leistungen.ts";
export { setFormOfLeistung } from "./use-cases/set-form-of-leistung.ts";
