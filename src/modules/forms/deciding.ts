/** The face for deciding by answers. A face of its own, because that of forms is as wide as it may be (docs/adr/0022). */
export { ruleHolds } from "./rules/rule-holds.ts";
export { placeFacts } from "./domain/place-facts.ts";
export { parseRule } from "./rules/parse-rule.ts";
