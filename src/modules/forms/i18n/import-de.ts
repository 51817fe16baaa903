/** What editors read when a form is imported. Each message says what is wrong and how to cure it. */
export const importDe = {
  "import.place": "{document}, Zeile {line}: {text}",
  "import.place-element": "{document}, Zeile {line}, {element} {id}: {text}",
  "import.xml-not-utf-8":
    "Das Dokument ist nicht in UTF-8 gespeichert, sagt aber nicht, wie sonst. Speichern Sie es als UTF-8.",
  "import.namespace-renamed":
    "Der Namensraum „{namespace}“ heißt im Standard „{expected}“. Das Dokument wird so gelesen. Prüfen Sie, ob im Formular etwas fehlt.",
  "import.code-list-repeated-code":
    "Der Code „{value}“ steht mehrfach mit demselben Namen in der Liste. Angeboten wird er einmal.",
  "import.xml-encoding-not-supported":
    "Das Dokument ist als „{detail}“ gespeichert. Diese Zeichenkodierung lesen wir nicht. Speichern Sie es als UTF-8.",
  "import.xml-not-as-declared":
    "Das Dokument ist nicht so gespeichert, wie es von sich sagt ({detail}). Speichern Sie es als UTF-8.",
  "import.xml-not-well-formed":
    "Das Dokument ist kein wohlgeformtes XML: {detail} Speichern oder exportieren Sie es neu.",
  "import.xml-doctype-not-allowed":
    "Das Dokument enthält eine DOCTYPE-Angabe. Aus Sicherheitsgründen nehmen wir das nicht an. Entfernen Sie sie.",
  "import.xml-entity-not-allowed":
    "Das Dokument verwendet eine Entität, die nicht zu XML gehört: {detail} Ersetzen Sie sie durch das Zeichen selbst.",
  "import.xml-nested-too-deeply":
    "Die Elemente sind tiefer als 100 Ebenen verschachtelt. Vereinfachen Sie die Struktur.",
  "import.xml-too-large":
    "Das Dokument ist größer als 50 MB. Prüfen Sie, ob es wirklich ein Stammdatenschema ist, und teilen Sie es sonst auf.",
  "import.xml-too-many-elements":
    "Das Dokument hat zu viele Elemente. Prüfen Sie, ob es wirklich ein Stammdatenschema ist, und teilen Sie es sonst auf.",
  "import.xml-too-many-attributes":
    "Ein Element hat mehr als 50 Attribute. Entfernen Sie die überzähligen.",
  "import.xdf1-not-supported":
    "Das Dokument ist in XDatenfelder 1 ({namespace}). Diese alte Fassung wird nicht unterstützt. Exportieren Sie das Schema als XDatenfelder 2.0 oder 3.0.0.",
  "import.namespace-unknown":
    "Der Namensraum „{namespace}“ ist unbekannt. Erwartet wird einer von: {expected}. Exportieren Sie das Schema als XDatenfelder 2.0 oder 3.0.0.",
  "import.message-not-a-schema":
    "Das Dokument enthält kein Stammdatenschema, sondern die Nachricht „{name}“. Exportieren Sie das Stammdatenschema (xdatenfelder.stammdatenschema.0102).",
  "import.element-missing":
    "Das Pflichtelement „{name}“ fehlt. Ergänzen Sie es.",
  "import.element-repeated":
    "Das Element „{name}“ steht mehrfach hier, erlaubt ist es einmal. Entfernen Sie das zweite.",
  "import.element-unexpected":
    "Das Element „{name}“ darf an dieser Stelle von „{parent}“ nicht stehen. Entfernen oder verschieben Sie es. Möglich sind in dieser Reihenfolge: {expected}.",
  "import.text-unexpected":
    "Hier steht Text zwischen den Elementen. Entfernen Sie ihn.",
  "import.id-invalid":
    "Die ID „{value}“ ist nicht verwendbar. Geben Sie eine an, die mit einem Buchstaben beginnt und nur Buchstaben, Ziffern, - und _ enthält.",
  "import.version-invalid":
    "Die Version „{value}“ hat nicht die Form {example}. Geben Sie sie so an.",
  "import.date-invalid":
    "„{value}“ ist kein Datum. Geben Sie es als 2026-12-31 an oder lassen Sie das Element weg.",
  "import.timestamp-invalid":
    "„{value}“ ist kein Zeitpunkt. Geben Sie ihn als 2026-12-31T12:00:00Z an.",
  "import.count-invalid":
    "Die Anzahl „{value}“ ist nicht lesbar. Geben Sie sie in der Form 0:1 oder 1:* an.",
  "import.count-contradictory":
    "Die Anzahl „{value}“ ist nicht erfüllbar: Das Höchste ist kleiner als das Mindeste. Korrigieren Sie eine der beiden Zahlen.",
  "import.count-too-large":
    "Die Anzahl „{value}“ verlangt zu viele Angaben. Verringern Sie die Mindestanzahl auf höchstens {max}.",
  "import.code-unknown":
    "Der Code „{value}“ ist bei „{element}“ nicht bekannt. Verwenden Sie einen von diesen: {allowed}.",
  "import.precision-not-json":
    "Die Präzisierung ist kein gültiges JSON: {value}. Prüfen Sie Anführungszeichen und Klammern.",
  "import.precision-contradictory":
    "Die Präzisierung ist nicht erfüllbar: {min} bis {max}. Die Grenzen werden nicht geprüft. Setzen Sie sie bei der Bearbeitung neu.",
  "import.group-empty":
    "Die Datenfeldgruppe enthält nichts. Fügen Sie Felder hinzu oder entfernen Sie die Gruppe.",
  "import.form-without-fields":
    "Das Schema enthält kein Feld, das jemand ausfüllen kann. Ergänzen Sie mindestens ein Eingabe- oder Auswahlfeld.",
  "import.form-too-large":
    "Das Formular zeigt von Anfang an mehr als {max} Felder. Verringern Sie die Mindestanzahlen.",
  "import.code-list-missing":
    "Die Codeliste „{list}“{id} fehlt. Laden Sie sie als genericode herunter (im FIM-Portal beim Schema oder unter {address}) und geben Sie sie mit, oder importieren Sie ausdrücklich mit Freitext statt fehlender Listen.",
  "import.code-list-reference-missing":
    "Das Auswahlfeld nennt keine Codeliste. Ergänzen Sie codelisteReferenz oder ändern Sie die Feldart.",
  "import.code-list-not-genericode":
    "Das Dokument „{name}“ ist keine Codeliste in genericode 1.0. Laden Sie die Liste im XRepository als genericode herunter.",
  "import.code-list-without-codes":
    "Die Codeliste enthält keine Codes. Laden Sie die Liste im XRepository neu herunter.",
  "import.code-list-row-without-code":
    "In dieser Zeile der Codeliste fehlt der Code (Spalte „{column}“). Ergänzen Sie ihn oder entfernen Sie die Zeile.",
  "import.code-list-duplicate-code":
    "Der Code „{value}“ steht mehrfach in der Liste. Entfernen Sie die zweite Zeile.",
  "import.code-list-duplicate":
    "Die Codeliste „{list}“ wurde mehrfach mitgegeben. Lassen Sie eine weg.",
  "import.code-list-as-text":
    "Die Codeliste „{list}“{id} fehlt. Das Feld wird zu einem Textfeld.",
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
  "import.group-empty-dropped":
    "Die Datenfeldgruppe „{label}“ enthält nichts, was angezeigt wird, und entfällt.",
  "import.count-beyond-options":
    "Verlangt werden mindestens {min} Antworten, es gibt aber nur {options}. Verlangt werden so viele, wie es gibt. Prüfen Sie Anzahl und Werte.",
  "import.length-contradictory":
    "Keine Zahl in den Grenzen hat {min} bis {max} Stellen. Die Stellen werden nicht geprüft. Setzen Sie die Grenzen bei der Bearbeitung neu.",
  "import.object-as-file":
    "„{label}“ ist ein Objekt und wird als Datei erfragt.",
  "import.element-twice":
    "Das Element {id} steht mehrfach in derselben Gruppe. Die weiteren bekommen eine Nummer.",
  "import.group-in-itself":
    "Die Datenfeldgruppe „{label}“ steht in sich selbst. Sie wird so oft angezeigt, wie sie hier steht. Prüfen Sie, ob innen eine andere gemeint ist.",
  "import.rule-untranslated":
    "Diese Regel steht nur als Text da und wird noch nicht geprüft: {text}",
  "import.xdf-version-not-supported":
    "Das Dokument ist in XDatenfelder {version} ({namespace}). Diese Fassung wird nicht unterstützt. Exportieren Sie das Schema als XDatenfelder 2.0 oder 3.0.0.",
  "import.pattern-unmatchable":
    "Dem Muster {value} kann kein Text mit der erlaubten Länge entsprechen. Es wird nicht angewendet. Prüfen Sie Muster und Länge.",
  "import.label-too-long":
    "Die Bezeichnung hat {length} Zeichen. Kürzen Sie sie auf höchstens {max} und schreiben Sie den Rest in den Hilfetext.",
  "import.label-twice":
    "„{label}“ steht in derselben Gruppe auch bei {other}. Unterscheiden Sie die Bezeichnungen.",
  "import.element-misplaced":
    "Das Element „{name}“ steht an einer anderen Stelle oder in einem anderen Namensraum, als der Standard vorsieht. Es wird trotzdem gelesen. Exportieren Sie das Schema neu, wenn das Formular nicht so aussieht, wie Sie es erwarten.",
  "import.element-unknown":
    "Das Element „{name}“ ist bei „{parent}“ nicht bekannt und wird nicht gelesen. Prüfen Sie, ob im Formular etwas fehlt.",
  "import.xdf-version-newer":
    "Das Dokument ist in XDatenfelder {version}. Es wird als 3.0.0 gelesen. Prüfen Sie, ob im Formular etwas fehlt.",
  "import.element-switched-off":
    "„{label}“ ist mit der Anzahl 0:0 abgeschaltet und erscheint nicht im Formular.",
  "import.date-empty":
    "Das Datum ist leer. Es wird behandelt, als wäre es nicht da.",
  "import.content-ignored":
    "Der vorgegebene Inhalt „{value}“ ist kein gültiger Wert des Feldes und wird nicht eingetragen. Geben Sie bei der Bearbeitung einen Anfangswert an.",
  "import.entry-without-value":
    "„{label}“ kann niemand ausfüllen (versteckt oder gesperrt), hat aber keinen Inhalt. Es wird nicht verlangt. Geben Sie bei der Bearbeitung einen Wert oder eine Berechnung an.",
  "import.file-size-ignored":
    "Die Höchstgröße „{value}“ ist keine Zahl in Byte. Es gelten 10 MB.",
  "import.file-size-small":
    "Die Höchstgröße {value} wäre in Byte zu klein für jede Datei. Sie wird als {value} {unit} gelesen. Prüfen Sie das.",
  "import.media-type-ignored":
    "Dateien der Art „{value}“ nimmt das Portal nicht an. Die Art wird ausgelassen.",
  "import.schema-not-released":
    "Das Schema ist nicht freigegeben (Status {value}). Prüfen Sie, ob Sie diese Fassung verwenden wollen.",
  "import.test-document":
    "Das Dokument ist als Testdaten gekennzeichnet. Veröffentlichen Sie es nicht.",
  "import.code-list-column-unknown":
    "Die Codeliste „{list}“ hat keine Spalte „{column}“. Verwendet wird die übliche. Vorhanden sind: {columns}.",
  "import.options-missing-as-text":
    "Das Auswahlfeld nennt weder Werte noch eine Codeliste. Es wird zu einem Textfeld.",
  "import.options-unused":
    "Das Feld ist ein Eingabefeld und hat trotzdem Werte oder eine Codeliste. Sie werden nicht angeboten. Prüfen Sie die Feldart.",
  "import.option-single":
    "Es gibt nur eine Antwort: „{label}“. Prüfen Sie, ob eine Einwilligung oder ein Ja/Nein-Feld gemeint ist.",
  "import.option-without-code":
    "Der Wert hat keinen Code und wird nicht angeboten. Ergänzen Sie den Code.",
  "import.option-duplicate":
    "Der Code „{value}“ steht mehrfach in den Werten. Angeboten wird der erste.",
  "import.supplement-ignored":
    "Die Ergänzungen dieses Portals (Stichwort {uri}) passen nicht zum Schema und werden nicht übernommen. Exportieren Sie das Formular neu.",
  "export.visibleWhen": "„{label}“ wird nur angezeigt, wenn gilt: {rule}",
  "export.requiredWhen": "„{label}“ ist Pflicht, wenn gilt: {rule}",
  "export.computed": "„{label}“ wird berechnet: {rule}",
};
