import type { rulesDe } from "./rules-de.ts";

export const rulesEn: Readonly<Record<keyof typeof rulesDe, string>> = {
  "rule.place.form": "Form",
  "rule.place.page": "Page “{label}”",
  "rule.place.element": "“{label}” ({at})",
  "rule.place.check": "Check “{at}”",
  "rule.place.question": "Question “{at}” of the pre-check",
  "rule.place.outcome": "Outcome {at} of the pre-check",
  "rule.kind.visibleWhen": "{place}, visibility",
  "rule.kind.requiredWhen": "{place}, requirement",
  "rule.kind.computed": "{place}, computation",
  "rule.finding": "{place}: {text}",
  "rule.type.number": "number",
  "rule.type.text": "text",
  "rule.type.yes/no": "yes/no",
  "rule.type.group": "group",
  "rule.type.list": "list",
  "rule.syntax":
    "The rule cannot be read from character {position} on. Check brackets, quotation marks and signs such as && and == there. Rule: {rule}",
  "rule.unsupported":
    "At character {position} there is “{name}”, which rules do not have. Say it with comparisons and the functions of the rule language. Rule: {rule}",
  "rule.unknown-function":
    "At character {position} there is the function “{name}”, which does not exist. Use a function of the rule language. Rule: {rule}",
  "rule.unknown-field":
    "At character {position} there is “{name}”. No field of this name can be seen from here. Use the name of a field of the same group or further out. Rule: {rule}",
  "rule.suggestion": "{text} Did you mean “{suggestion}”?",
  "rule.name-ambiguous":
    "In rules this element is called “{name}”, just as “{other}” is. Give one of them another key.",
  "rule.name-reserved":
    "At character {position} there is “{name}”, a word of the rule language. Give the field another key. Rule: {rule}",
  "rule.wrong-type":
    "From character {position} on, things do not fit together: {what}. Compare text with text, number with number and date with date. Rule: {rule}",
  "rule.wrong-result":
    "The rule comes to “{found}”, which does not fit here: a condition comes to yes or no, a computation to a value that fits the field. Rule: {rule}",
  "rule.unknown-place":
    "The element “{path}” at which the message shall stand does not exist. Name an element of the form.",
  "rule.cycle": "These rules go in a circle: {chain}. Take one of them out.",
  "rule.never-visible":
    "This never becomes visible: no possible answers make the condition hold. Check values and spelling, or leave it out.",
  "rule.always-visible":
    "The condition always holds. Leave it out, or check whether something else was meant.",
  "rule.never-required":
    "The condition for being required can never hold. Check values and spelling, or leave it out.",
  "rule.always-required":
    "The condition for being required always holds. Make the field a required one.",
  "rule.check-never-holds":
    "The check can never be passed. Nobody could send the application. Check the rule.",
  "rule.check-always-holds":
    "The check is always passed. Leave it out, or check whether something else was meant.",
  "rule.outcome-unreachable":
    "No answers lead to this outcome. Check its rule and the outcomes before it.",
  "rule.no-outcome":
    "In the pre-check there are answers without an outcome. Add an outcome with the rule “true” at the end.",
  "rule.not-analysed":
    "Whether this rule ever holds could not be checked for all answers. Add an example in which it holds.",
  "example.not-hidden": "“{at}” is visible but shall be hidden.",
  "example.not-visible": "“{at}” is hidden but shall be visible.",
  "example.error-missing": "The message “{at}” is missing.",
  "example.error-unexpected": "The message “{at}” was not expected.",
  "example.computed":
    "“{at}” shall come to “{expected}” but comes to “{found}”.",
  "example.not-valid": "The application shall be complete but lacks: {at}",
  "example.outcome":
    "The pre-check should end like this: “{expected}”. But it ends like this: “{found}”.",
  "example.outcome.can-apply": "One can apply",
  "example.outcome.need-first": "Something else is needed first",
  "example.outcome.other-authority": "Another authority is responsible",
  "example.outcome.none": "without a result",
  "example.error-at": "{place}: {text}",
  "example.error-other": "{place}: message “{code}”",
  "example.not-refused": "The application shall be incomplete but is complete.",
  "example.untested.holds": "{place}: no example shows that the rule holds.",
  "example.untested.does-not-hold":
    "{place}: no example shows that the rule does not hold.",
};
