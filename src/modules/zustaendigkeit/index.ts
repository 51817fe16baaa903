export type { CaseFacts, NeededFact } from "./domain/decide.ts";
export { everyLeistung, type ZustaendigkeitRule } from "./domain/rule.ts";
export {
  removeRule,
  saveTypedRule,
  viewRules,
  type RuleChoices,
} from "./use-cases/edit-rules.ts";
export { hasLeadingRule } from "./use-cases/has-leading-rule.ts";
export { reachResponsible } from "./use-cases/reach-responsible.ts";
export {
  findResponsible,
  type Responsible,
  type ResponsiblePorts,
} from "./use-cases/find-responsible.ts";
