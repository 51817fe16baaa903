/** What editors read when a form is imported. */
export const importEn = {
  "import.place": "{document}, line {line}: {text}",
  "import.place-element": "{document}, line {line}, {element} {id}: {text}",
  "import.xml-not-utf-8":
    "The document is not saved as UTF-8. Save it as UTF-8.",
  "import.namespace-renamed":
    "The namespace “{namespace}” is called “{expected}” in the standard. The document is read as that. Check whether the form lacks anything.",
  "import.code-list-repeated-code":
    "The code “{value}” stands in the list several times with the same name. It is offered once.",
  "import.xml-encoding-not-supported":
    "The document is stored as “{detail}”. We do not read this character encoding. Save it as UTF-8.",
  "import.xml-not-as-declared":
    "The document is not stored as it says of itself ({detail}). Save it as UTF-8.",
  "import.xml-not-well-formed":
    "The document is not well-formed XML: {detail} Save or export it again.",
  "import.xml-doctype-not-allowed":
    "The document has a DOCTYPE. For safety we do not accept this. Remove it.",
  "import.xml-entity-not-allowed":
    "The document uses an entity that is not part of XML: {detail} Replace it by the character itself.",
  "import.xml-nested-too-deeply":
    "The elements are nested deeper than 100 levels. Simplify the structure.",
  "import.xml-too-large":
    "The document is larger than 50 MB. Check whether it really is a Stammdatenschema, and split it otherwise.",
  "import.xml-too-many-elements":
    "The document has too many elements. Check whether it really is a Stammdatenschema, and split it otherwise.",
  "import.xml-too-many-attributes":
    "An element has more than 50 attributes. Remove those that are too many.",
  "import.xdf1-not-supported":
    "The document is in XDatenfelder 1 ({namespace}). This old version is not supported. Export the schema as XDatenfelder 2.0 or 3.0.0.",
  "import.namespace-unknown":
    "The namespace “{namespace}” is unknown. Expected is one of: {expected}. Export the schema as XDatenfelder 2.0 or 3.0.0.",
  "import.message-not-a-schema":
    "The document holds no Stammdatenschema, but the message “{name}”. Export the Stammdatenschema (xdatenfelder.stammdatenschema.0102).",
  "import.element-missing": "The required element “{name}” is missing. Add it.",
  "import.element-repeated":
    "The element “{name}” stands here more than once; once is allowed. Remove the second.",
  "import.element-unexpected":
    "The element “{name}” must not stand at this place of “{parent}”. Remove or move it. Possible are, in this order: {expected}.",
  "import.text-unexpected": "There is text between the elements. Remove it.",
  "import.id-invalid":
    "The id “{value}” cannot be used. Give one that begins with a letter and has only letters, digits, - and _.",
  "import.version-invalid":
    "The version “{value}” does not have the form {example}. Give it that way.",
  "import.date-invalid":
    "“{value}” is not a date. Write it as 2026-12-31 or leave the element out.",
  "import.timestamp-invalid":
    "“{value}” is not a point in time. Write it as 2026-12-31T12:00:00Z.",
  "import.count-invalid":
    "The count “{value}” cannot be read. Give it in the form 0:1 or 1:*.",
  "import.count-contradictory":
    "The count “{value}” cannot be met: the highest is below the lowest. Correct one of the two numbers.",
  "import.count-too-large":
    "The count “{value}” asks for too many entries. Reduce the minimum to at most {max}.",
  "import.code-unknown":
    "The code “{value}” is not known for “{element}”. Use one of these: {allowed}.",
  "import.precision-not-json":
    "The Präzisierung is not valid JSON: {value}. Check quotes and brackets.",
  "import.precision-contradictory":
    "The constraint cannot be met: {min} to {max}. The limits are not checked. Set them anew when you edit the form.",
  "import.group-empty":
    "The group contains nothing. Add fields or remove the group.",
  "import.form-without-fields":
    "The schema has no field anybody could fill in. Add at least one input or select field.",
  "import.form-too-large":
    "The form shows more than {max} fields from the start. Lower the minimum counts.",
  "import.code-list-missing":
    "The code list “{list}”{id} is missing. Download it as genericode (in the FIM portal next to the schema, or at {address}) and hand it in, or import explicitly with free text instead of missing lists.",
  "import.code-list-reference-missing":
    "The select field names no code list. Add codelisteReferenz or change the Feldart.",
  "import.code-list-not-genericode":
    "The document “{name}” is no code list in genericode 1.0. Download the list from XRepository as genericode.",
  "import.code-list-without-codes":
    "The code list has no codes. Download the list from XRepository again.",
  "import.code-list-row-without-code":
    "The code is missing in this row of the code list (column “{column}”). Add it or remove the row.",
  "import.code-list-duplicate-code":
    "The code “{value}” is in the list more than once. Remove the second row.",
  "import.code-list-duplicate":
    "The code list “{list}” was handed in more than once. Leave one out.",
  "import.code-list-as-text":
    "The code list “{list}”{id} is missing. The field becomes a text field.",
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
  "import.group-empty-dropped":
    "The group “{label}” contains nothing that is shown, and is left out.",
  "import.count-beyond-options":
    "At least {min} answers are required, but there are only {options}. As many as there are will be required. Check the count and the values.",
  "import.length-contradictory":
    "No number within the limits has {min} to {max} digits. The digits are not checked. Set the limits anew when you edit the form.",
  "import.object-as-file": "“{label}” is an object and asked for as a file.",
  "import.element-twice":
    "The element {id} stands in the same group more than once. The others get a number.",
  "import.group-in-itself":
    "The group “{label}” stands inside itself. It is shown as often as it stands here. Check whether another one is meant inside.",
  "import.rule-untranslated":
    "This rule is only text and not checked yet: {text}",
  "import.xdf-version-not-supported":
    "The document is in XDatenfelder {version} ({namespace}). This version is not supported. Export the schema as XDatenfelder 2.0 or 3.0.0.",
  "import.pattern-unmatchable":
    "No text of the allowed length can match the pattern {value}. It is not applied. Check pattern and length.",
  "import.label-too-long":
    "The label has {length} characters. Shorten it to at most {max} and move the rest to the help text.",
  "import.label-twice":
    "“{label}” is in the same group also at {other}. Make the labels differ.",
  "import.element-misplaced":
    "The element “{name}” stands at another place or in another namespace than the standard says. It is read nevertheless. Export the schema again if the form does not look as you expect.",
  "import.element-unknown":
    "The element “{name}” is not known in “{parent}” and is not read. Check whether anything is missing in the form.",
  "import.xdf-version-newer":
    "The document is in XDatenfelder {version}. It is read as 3.0.0. Check whether anything is missing in the form.",
  "import.element-switched-off":
    "“{label}” is switched off by the count 0:0 and does not appear in the form.",
  "import.date-empty":
    "The date is empty. It is treated as if it were not there.",
  "import.content-ignored":
    "The given content “{value}” is no valid value of the field and is not filled in. Give an initial value when you edit the form.",
  "import.entry-without-value":
    "Nobody can fill in “{label}” (hidden or locked), but it has no content. It is not required. Give a value or a computation when you edit the form.",
  "import.file-size-ignored":
    "The maximum size “{value}” is no number of bytes. 10 MB apply.",
  "import.file-size-small":
    "The maximum size {value} would be too small for any file in bytes. It is read as {value} {unit}. Check that.",
  "import.media-type-ignored":
    "The portal does not take files of the type “{value}”. The type is left out.",
  "import.schema-not-released":
    "The schema is not released (status {value}). Check whether you want to use this version.",
  "import.test-document":
    "The document is marked as test data. Do not publish it.",
  "import.code-list-column-unknown":
    "The code list “{list}” has no column “{column}”. The usual one is taken. There are: {columns}.",
  "import.options-missing-as-text":
    "The select field names neither values nor a code list. It becomes a text field.",
  "import.options-unused":
    "The field is an input field and has values or a code list nevertheless. They are not offered. Check the kind of field.",
  "import.option-single":
    "There is only one answer: “{label}”. Check whether a consent or a yes/no field is meant.",
  "import.option-without-code":
    "The value has no code and is not offered. Add the code.",
  "import.option-duplicate":
    "The code “{value}” is in the values more than once. The first is offered.",
  "import.supplement-ignored":
    "The supplements of this portal (Stichwort {uri}) do not fit the schema and are not taken over. Export the form again.",
  "export.visibleWhen": "“{label}” is shown only when this holds: {rule}",
  "export.requiredWhen": "“{label}” is required when this holds: {rule}",
  "export.computed": "“{label}” is computed: {rule}",
};
