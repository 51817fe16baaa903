export type { Topic, Way } from "./domain/choice.ts";
export { findChoice } from "./use-cases/choices.ts";
export { keptNotices } from "./use-cases/kept-notices.ts";
export { tellBySms } from "./use-cases/own-phone.ts";
