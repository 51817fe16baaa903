/** What speaks against publishing a form, by code: cause and cure. */
export const findingsEn = {
  "finding.at": "{place}: {text}",
  "finding.of": "{text} (overlay of {authority})",
  "finding.whole-form": "Form",
  "finding.page": "Page “{key}”",
  "finding.check": "Check “{id}”",
  "finding.rule": "Rule {id}",
  "finding.outcome": "Outcome {number} of the pre-check",
  "finding.other-form":
    "The overlay was written for {given}, not for {key}. Save it with the right form.",
  "finding.other-version":
    "The overlay was written for version {given}, the form is version {version}. Check whether it still fits.",
  "finding.element-unknown":
    "The form has no such field. Take it out of the overlay.",
  "finding.page-unknown":
    "There is no such page. Give it fields or take it out.",
  "finding.page-element-unknown":
    "The form has no “{element}”. Take it off the page.",
  "finding.order-unknown": "“{key}” stands in the order but does not occur.",
  "finding.property-of-group": "Only fields have “{property}”, groups do not.",
  "finding.property-of-field": "Only groups have “{property}”, fields do not.",
  "finding.type-limits-reversed":
    "The lower limit is above the upper one. Swap the values.",
  "finding.type-options-missing":
    "A choice needs at least one answer. Add the answers.",
  "finding.type-options-twice":
    "Two answers have the same code. Give each its own.",
  "finding.type-pattern-unreadable":
    "The pattern cannot be read. Check brackets and special characters.",
  "finding.type-label-for-field":
    "A field cannot become text to read. Drop the field if you do not need it.",
  "finding.type-field-for-label": "Text to read cannot become a field.",
  "finding.type-other-for-file":
    "The schema expects a file here, or expressly none. Ask whether the back-office system takes it.",
  "finding.initial-value-not-an-option":
    "The initial value “{value}” is none of the answers. Enter the code of an answer.",
  "finding.required-dropped":
    "This field is required and cannot simply go. Give a fixed value or make it optional first.",
  "finding.required-loosened":
    "The schema requires this. Ask whether the back-office system can do without it.",
  "finding.cardinality-widened":
    "The schema allows fewer of these. Ask whether the back-office system takes more.",
  "finding.cardinality-reversed":
    "No more can be required than allowed. Check both numbers.",
  "finding.nothing-left":
    "No field is left here. Drop the whole group or keep a field.",
  "finding.check-element-unknown":
    "There is no “{element}”. Name a field at which the message should stand.",
  "finding.rule-unknown": "The form no longer has this rule. Take it out.",
  "finding.rule-applied-by-nothing":
    "The rule is marked as translated, but nothing applies it. Add the condition or take the mark back.",
  "finding.translation-unknown":
    "There is no field for this translation. Take it out.",
  "finding.syntax":
    "The condition “{rule}” cannot be read from character {position} on. Check brackets, quotes and names.",
  "finding.unsupported":
    "“{rule}” uses something that does not work here. Simplify the condition.",
  "finding.unknown-function": "“{rule}” uses a function that does not exist.",
  "finding.unknown-field":
    "“{rule}” names “{name}”; there is no such field here.",
  "finding.name-ambiguous":
    "Two fields have the same name here; conditions cannot tell them apart.",
  "finding.name-reserved":
    "“{name}” is a word of the rule language and cannot mean a field.",
  "finding.wrong-type": "In “{rule}” the values do not fit: {what}",
  "finding.wrong-result":
    "“{rule}” gives {found}; something else is needed here.",
  "finding.unknown-place": "The place of this rule does not exist.",
  "finding.cycle": "The rules go in circles: {chain}. Take one of them out.",
  "finding.never-visible":
    "This is never shown, whatever is entered. Change the condition or drop it.",
  "finding.always-visible": "The condition always holds. Take it out.",
  "finding.never-required":
    "The condition under which this is required never holds.",
  "finding.always-required":
    "The condition always holds. Simply make the field required.",
  "finding.check-never-holds":
    "Nobody can pass this check. Nobody could send the application.",
  "finding.check-always-holds": "Everybody passes this check. Take it out.",
  "finding.outcome-unreachable":
    "This outcome never occurs. Check the conditions before it.",
  "finding.no-outcome":
    "For some answers there is no outcome. Add one at the end that always holds.",
  "finding.not-analysed":
    "There are too many possibilities here to try them all. Write examples.",
} as const;
