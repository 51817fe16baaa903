/** What speaks against publishing a form, by code: cause and cure. */
export const findingsEn = {
  "finding.at": "{place}: {text}",
  "finding.of": "{text} (overlay of {authority})",
  "finding.whole-form": "Form",
  "finding.page": "Page “{key}”",
  "finding.check": "Check “{id}”",
  "finding.rule": "Rule {id}",
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
  "finding.type-file-too-large":
    "The portal cannot take more than 100 MB for a file. Give a smaller size.",
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
} as const;
