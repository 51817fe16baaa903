export type { AssuranceLevel } from "./domain/content/assurance-level.ts";
export type {
  Leistung,
  LeistungSummary,
  LeistungWithOffice,
  LifeSituation,
} from "./domain/leistung.ts";
export {
  createNoticeBoard,
  type NoticeBoard,
} from "./use-cases/notices/notice-board.ts";
export { listPostedNotices } from "./use-cases/notices/notices.ts";
export { noticesAbovePage } from "./web/notices/notice-banner.ts";
export { germanLines } from "./domain/content/german-lines.ts";
export {
  findKeptLeistung,
  findLeistungBySlug,
} from "./use-cases/find-leistung-by-slug.ts";
export { searchLeistungen } from "./use-cases/search/search-leistungen.ts";
export { findCounterpart } from "./use-cases/find-counterpart.ts";
export { isHiddenHere } from "./use-cases/above/leistungen-of-above.ts";
export { findLeistungHead } from "./use-cases/find-leistung-head.ts";
export { setFormOfLeistung } from "./use-cases/set-form-of-leistung.ts";
export {
  listLeistungNames,
  listLeistungenOfOffice,
  listOnlineLeistungen,
  listSituationNames,
} from "./use-cases/list-names.ts";
export { editorMails } from "./i18n/mail-texts.ts";
export { hourlyCatalogueJobs } from "./domain/hourly-jobs.ts";
