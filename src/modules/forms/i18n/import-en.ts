/** What editors read when a form is imported. */
export const importEn = {
  "import.place": "{document}, line {line}: {text}",
  "import.place-element": "{document}, line {line}, {element} {id}: {text}",
  "import.xml-not-utf-8":
    "The document is not saved as UTF-8. Save it as UTF-8.",
  "import.xml-not-well-formed": "The document is not well-formed XML: {detail}",
  "import.xml-doctype-not-allowed":
    "The document has a DOCTYPE. For safety we do not accept this. Remove it.",
  "import.xml-entity-not-allowed":
    "The document uses an entity that is not part of XML: {detail}",
  "import.xml-nested-too-deeply":
    "The elements are nested deeper than 100 levels. Simplify the structure.",
  "import.xml-too-large": "The document is larger than 50 MB.",
  "import.xml-too-many-elements": "The document has too many elements.",
  "import.xml-too-many-attributes": "An element has too many attributes.",
  "import.xdf1-not-supported":
    "The document is in XDatenfelder 1 ({namespace}). This old version is not supported. Export the schema as XDatenfelder 2.0.",
  "import.xdf3-not-yet-supported":
    "The document is in XDatenfelder 3 ({namespace}). This version is not yet supported. Export the schema as XDatenfelder 2.0.",
  "import.namespace-unknown":
    "The namespace “{namespace}” is unknown. Expected is {expected}.",
  "import.message-not-a-schema":
    "The message “{name}” is not a Stammdatenschema. Expected is xdatenfelder.stammdatenschema.0102.",
  "import.element-missing": "The required element “{name}” is missing. Add it.",
  "import.element-repeated":
    "The element “{name}” stands here more than once; once is allowed. Remove the second.",
  "import.element-unexpected":
    "The element “{name}” must not stand at this place of “{parent}”. Possible in this order: {expected}.",
  "import.text-unexpected": "There is text between the elements. Remove it.",
  "import.id-invalid":
    "The id “{value}” cannot be used. It begins with a letter and has only letters, digits, - and _.",
  "import.version-invalid": "The version “{value}” does not have the form 1.0.",
  "import.date-invalid":
    "“{value}” is not a date. Write it as 2026-12-31 or leave the element out.",
  "import.timestamp-invalid":
    "“{value}” is not a point in time. Write it as 2026-12-31T12:00:00Z.",
  "import.count-invalid":
    "The cardinality “{value}” does not have the form 0:1 or 1:*.",
  "import.count-contradictory":
    "The cardinality “{value}” cannot be met: the maximum is below the minimum or zero.",
  "import.count-too-large":
    "The cardinality “{value}” demands too many entries. At most {max} are possible.",
  "import.code-unknown":
    "The code “{value}” is not known at “{element}”. Possible are: {allowed}.",
  "import.precision-not-json":
    "The Präzisierung is not valid JSON: {value}. Check quotes and brackets.",
  "import.precision-contradictory":
    "The Präzisierung cannot be met: {min} to {max}.",
  "import.group-empty":
    "The group contains nothing. Add fields or remove the group.",
  "import.form-without-fields":
    "The schema has no field anybody could fill in. Add at least one input or select field.",
  "import.form-too-large":
    "The form shows more than {max} fields from the start. Lower the minimum counts.",
  "import.code-list-missing":
    "The code list “{list}” ({id}) is missing. Hand it in as a genericode file, or import explicitly with free text instead of missing lists.",
  "import.code-list-reference-missing":
    "The select field names no code list. Add codelisteReferenz or change the Feldart.",
  "import.code-list-not-genericode":
    "The document “{name}” is not a code list in genericode 1.0.",
  "import.code-list-without-codes": "The code list has no codes.",
  "import.code-list-row-without-code":
    "This row of the code list has no code (column “{column}”).",
  "import.code-list-duplicate-code":
    "The code “{value}” stands in the list more than once.",
  "import.code-list-duplicate":
    "The code list “{list}” was handed in more than once. Leave one out.",
  "import.code-list-as-text":
    "The code list “{list}” ({id}) is missing. The field becomes a text field.",
  "import.code-list-unused":
    "The code list “{list}” is not used by the schema.",
  "import.precision-ignored":
    "The Präzisierung “{value}” cannot be read and is not checked.",
  "import.pattern-ignored":
    "The pattern {value} cannot be checked safely and is not applied.",
  "import.number-for-identifier":
    "“{label}” is modelled as a number ({type}) but looks like an identifier. Text would be better: letters are refused as it is.",
  "import.given-name-repeatable":
    "“{label}” is repeatable. One field for all given names is usual.",
  "import.label-missing":
    "The label for input is missing. The element's name is shown.",
  "import.label-empty-dropped":
    "The note “{label}” has no content and is not shown.",
  "import.signature-dropped":
    "“{label}” is not needed online and not shown (§ 13 EGovG).",
  "import.object-as-file": "“{label}” is an object and asked for as a file.",
  "import.element-twice":
    "The element {id} stands in the same group more than once. The others get a number.",
  "import.rule-untranslated":
    "This rule is only text and not checked yet: {text}",
};
