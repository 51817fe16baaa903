/** What editors read when a form is imported. Each message says what is wrong and how to cure it. */
export const importDe = {
  "import.place": "{document}, Zeile {line}: {text}",
  "import.place-element": "{document}, Zeile {line}, {element} {id}: {text}",
  "import.xml-not-utf-8":
    "Das Dokument ist nicht in UTF-8 gespeichert. Speichern Sie es als UTF-8.",
  "import.xml-not-well-formed":
    "Das Dokument ist kein wohlgeformtes XML: {detail}",
  "import.xml-doctype-not-allowed":
    "Das Dokument enthält eine DOCTYPE-Angabe. Aus Sicherheitsgründen nehmen wir das nicht an. Entfernen Sie sie.",
  "import.xml-entity-not-allowed":
    "Das Dokument verwendet eine Entität, die nicht zu XML gehört: {detail}",
  "import.xml-nested-too-deeply":
    "Die Elemente sind tiefer als 100 Ebenen verschachtelt. Vereinfachen Sie die Struktur.",
  "import.xml-too-large": "Das Dokument ist größer als 50 MB.",
  "import.xml-too-many-elements": "Das Dokument hat zu viele Elemente.",
  "import.xml-too-many-attributes": "Ein Element hat zu viele Attribute.",
  "import.xdf1-not-supported":
    "Das Dokument ist in XDatenfelder 1 ({namespace}). Diese alte Fassung wird nicht unterstützt. Exportieren Sie das Schema als XDatenfelder 2.0.",
  "import.xdf3-not-yet-supported":
    "Das Dokument ist in XDatenfelder 3 ({namespace}). Diese Fassung wird noch nicht unterstützt. Exportieren Sie das Schema als XDatenfelder 2.0.",
  "import.namespace-unknown":
    "Der Namensraum „{namespace}“ ist unbekannt. Erwartet wird {expected}.",
  "import.message-not-a-schema":
    "Die Nachricht „{name}“ ist kein Stammdatenschema. Erwartet wird xdatenfelder.stammdatenschema.0102.",
  "import.element-missing":
    "Das Pflichtelement „{name}“ fehlt. Ergänzen Sie es.",
  "import.element-repeated":
    "Das Element „{name}“ steht mehrfach hier, erlaubt ist es einmal. Entfernen Sie das zweite.",
  "import.element-unexpected":
    "Das Element „{name}“ darf an dieser Stelle von „{parent}“ nicht stehen. Möglich sind in dieser Reihenfolge: {expected}.",
  "import.text-unexpected":
    "Hier steht Text zwischen den Elementen. Entfernen Sie ihn.",
  "import.id-invalid":
    "Die ID „{value}“ ist nicht verwendbar. Sie beginnt mit einem Buchstaben und enthält nur Buchstaben, Ziffern, - und _.",
  "import.version-invalid": "Die Version „{value}“ hat nicht die Form 1.0.",
  "import.date-invalid":
    "„{value}“ ist kein Datum. Geben Sie es als 2026-12-31 an oder lassen Sie das Element weg.",
  "import.timestamp-invalid":
    "„{value}“ ist kein Zeitpunkt. Geben Sie ihn als 2026-12-31T12:00:00Z an.",
  "import.count-invalid":
    "Die Anzahl „{value}“ hat nicht die Form 0:1 oder 1:*.",
  "import.count-contradictory":
    "Die Anzahl „{value}“ ist nicht erfüllbar: Das Höchste ist kleiner als das Mindeste oder null.",
  "import.count-too-large":
    "Die Anzahl „{value}“ verlangt zu viele Angaben. Möglich sind höchstens {max}.",
  "import.code-unknown":
    "Der Code „{value}“ ist bei „{element}“ nicht bekannt. Möglich sind: {allowed}.",
  "import.precision-not-json":
    "Die Präzisierung ist kein gültiges JSON: {value}. Prüfen Sie Anführungszeichen und Klammern.",
  "import.precision-contradictory":
    "Die Präzisierung ist nicht erfüllbar: {min} bis {max}.",
  "import.group-empty":
    "Die Datenfeldgruppe enthält nichts. Fügen Sie Felder hinzu oder entfernen Sie die Gruppe.",
  "import.form-without-fields":
    "Das Schema enthält kein Feld, das jemand ausfüllen kann. Ergänzen Sie mindestens ein Eingabe- oder Auswahlfeld.",
  "import.form-too-large":
    "Das Formular zeigt von Anfang an mehr als {max} Felder. Verringern Sie die Mindestanzahlen.",
  "import.code-list-missing":
    "Die Codeliste „{list}“ ({id}) fehlt. Geben Sie sie als genericode-Datei mit, oder importieren Sie ausdrücklich mit Freitext statt fehlender Listen.",
  "import.code-list-reference-missing":
    "Das Auswahlfeld nennt keine Codeliste. Ergänzen Sie codelisteReferenz oder ändern Sie die Feldart.",
  "import.code-list-not-genericode":
    "Das Dokument „{name}“ ist keine Codeliste in genericode 1.0.",
  "import.code-list-without-codes": "Die Codeliste enthält keine Codes.",
  "import.code-list-row-without-code":
    "In dieser Zeile der Codeliste fehlt der Code (Spalte „{column}“).",
  "import.code-list-duplicate-code":
    "Der Code „{value}“ steht mehrfach in der Liste.",
  "import.code-list-duplicate":
    "Die Codeliste „{list}“ wurde mehrfach mitgegeben. Lassen Sie eine weg.",
  "import.code-list-as-text":
    "Die Codeliste „{list}“ ({id}) fehlt. Das Feld wird zu einem Textfeld.",
  "import.code-list-unused":
    "Die Codeliste „{list}“ wird im Schema nicht verwendet.",
  "import.precision-ignored":
    "Die Präzisierung „{value}“ ist nicht lesbar und wird nicht geprüft.",
  "import.pattern-ignored":
    "Das Muster {value} kann nicht sicher geprüft werden und wird nicht angewendet.",
  "import.number-for-identifier":
    "„{label}“ ist als Zahl ({type}) angelegt, sieht aber nach einer Kennung aus. Ein Text wäre besser: Buchstaben werden so abgelehnt.",
  "import.given-name-repeatable":
    "„{label}“ ist wiederholbar. Üblich ist ein Feld für alle Vornamen.",
  "import.label-missing":
    "Die Bezeichnung für die Eingabe fehlt. Angezeigt wird der Name des Elements.",
  "import.label-empty-dropped":
    "Der Hinweis „{label}“ hat keinen Inhalt und wird nicht angezeigt.",
  "import.signature-dropped":
    "„{label}“ wird online nicht gebraucht und nicht angezeigt (§ 13 EGovG).",
  "import.object-as-file":
    "„{label}“ ist ein Objekt und wird als Datei erfragt.",
  "import.element-twice":
    "Das Element {id} steht mehrfach in derselben Gruppe. Die weiteren bekommen eine Nummer.",
  "import.rule-untranslated":
    "Diese Regel steht nur als Text da und wird noch nicht geprüft: {text}",
};
