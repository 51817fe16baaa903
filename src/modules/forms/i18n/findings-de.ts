/** What speaks against publishing a form, by code: cause and cure. */
export const findingsDe = {
  "finding.at": "{place}: {text}",
  "finding.of": "{text} (Anpassung von {authority})",
  "finding.whole-form": "Formular",
  "finding.page": "Seite „{key}“",
  "finding.check": "Prüfung „{id}“",
  "finding.rule": "Regel {id}",
  "finding.outcome": "Ergebnis {number} des Vorab-Checks",
  "finding.other-form":
    "Die Anpassung ist für {given} geschrieben, nicht für {key}. Speichern Sie sie bei dem richtigen Formular.",
  "finding.other-version":
    "Die Anpassung wurde für Fassung {given} geschrieben, das Formular ist Fassung {version}. Prüfen Sie, ob sie noch passt.",
  "finding.element-unknown":
    "Dieses Feld gibt es im Formular nicht. Nehmen Sie es aus der Anpassung heraus.",
  "finding.page-unknown":
    "Diese Seite gibt es nicht. Geben Sie ihr Felder oder nehmen Sie sie heraus.",
  "finding.page-element-unknown":
    "„{element}“ gibt es im Formular nicht. Nehmen Sie es von der Seite.",
  "finding.order-unknown":
    "„{key}“ steht in der Reihenfolge, kommt aber nicht vor.",
  "finding.property-of-group":
    "„{property}“ gibt es nur bei Feldern, nicht bei Gruppen.",
  "finding.property-of-field":
    "„{property}“ gibt es nur bei Gruppen, nicht bei Feldern.",
  "finding.type-limits-reversed":
    "Die untere Grenze liegt über der oberen. Tauschen Sie die Werte.",
  "finding.type-options-missing":
    "Eine Auswahl braucht mindestens eine Antwort. Ergänzen Sie die Antworten.",
  "finding.type-options-twice":
    "Zwei Antworten haben denselben Code. Geben Sie jeder einen eigenen.",
  "finding.type-pattern-unreadable":
    "Das Muster kann nicht gelesen werden. Prüfen Sie Klammern und Sonderzeichen.",
  "finding.type-label-for-field":
    "Aus einem Feld kann kein Hinweistext werden. Lassen Sie das Feld weg, wenn Sie es nicht brauchen.",
  "finding.type-field-for-label":
    "Aus einem Hinweistext kann kein Feld werden.",
  "finding.type-other-for-file":
    "Das Schema sieht hier eine Datei vor oder gerade keine. Klären Sie, ob das Fachverfahren das annimmt.",
  "finding.initial-value-not-an-option":
    "Der Anfangswert „{value}“ ist keine der Antworten. Tragen Sie den Code einer Antwort ein.",
  "finding.required-dropped":
    "Dieses Feld ist Pflicht und kann nicht einfach wegfallen. Geben Sie einen festen Wert an oder machen Sie es zuerst freiwillig.",
  "finding.required-loosened":
    "Das Schema verlangt diese Angabe. Klären Sie, ob das Fachverfahren ohne sie auskommt.",
  "finding.cardinality-widened":
    "Das Schema erlaubt diese Angabe seltener. Klären Sie, ob das Fachverfahren mehr davon annimmt.",
  "finding.cardinality-reversed":
    "Es kann nicht mehr Pflicht sein als erlaubt. Prüfen Sie beide Zahlen.",
  "finding.nothing-left":
    "Hier bleibt kein Feld übrig. Lassen Sie die ganze Gruppe weg oder behalten Sie ein Feld.",
  "finding.check-element-unknown":
    "„{element}“ gibt es nicht. Nennen Sie ein Feld, bei dem die Meldung stehen soll.",
  "finding.rule-unknown":
    "Diese Regel gibt es im Formular nicht mehr. Nehmen Sie sie heraus.",
  "finding.rule-applied-by-nothing":
    "Die Regel ist als übersetzt vermerkt, aber nichts wendet sie an. Ergänzen Sie die Bedingung oder nehmen Sie den Vermerk zurück.",
  "finding.translation-unknown":
    "Zu dieser Übersetzung gibt es kein Feld. Nehmen Sie sie heraus.",
  "finding.syntax":
    "Die Bedingung „{rule}“ ist ab Zeichen {position} nicht zu lesen. Prüfen Sie Klammern, Anführungszeichen und Namen.",
  "finding.unsupported":
    "In „{rule}“ steht etwas, das hier nicht geht. Vereinfachen Sie die Bedingung.",
  "finding.unknown-function":
    "In „{rule}“ steht eine Funktion, die es nicht gibt.",
  "finding.unknown-field":
    "In „{rule}“ steht „{name}“, ein solches Feld gibt es hier nicht.",
  "finding.name-ambiguous":
    "Zwei Felder heißen hier gleich, Bedingungen können sie nicht unterscheiden.",
  "finding.name-reserved":
    "„{name}“ ist ein Wort der Regelsprache und kann kein Feld meinen.",
  "finding.wrong-type": "In „{rule}“ passen die Werte nicht zueinander: {what}",
  "finding.wrong-result":
    "„{rule}“ ergibt {found}; hier wird etwas anderes gebraucht.",
  "finding.unknown-place": "Die Stelle dieser Regel gibt es nicht.",
  "finding.cycle":
    "Die Regeln drehen sich im Kreis: {chain}. Nehmen Sie eine davon heraus.",
  "finding.never-visible":
    "Das ist nie zu sehen, gleich was man angibt. Ändern Sie die Bedingung oder lassen Sie es weg.",
  "finding.always-visible": "Die Bedingung gilt immer. Nehmen Sie sie heraus.",
  "finding.never-required":
    "Die Bedingung, unter der das Pflicht ist, gilt nie.",
  "finding.always-required":
    "Die Bedingung gilt immer. Machen Sie das Feld einfach zur Pflicht.",
  "finding.check-never-holds":
    "Diese Prüfung kann niemand bestehen. So kann niemand den Antrag senden.",
  "finding.check-always-holds":
    "Diese Prüfung besteht jeder. Nehmen Sie sie heraus.",
  "finding.outcome-unreachable":
    "Dieses Ergebnis kommt nie vor. Prüfen Sie die Bedingungen davor.",
  "finding.no-outcome":
    "Bei manchen Antworten gibt es kein Ergebnis. Ergänzen Sie am Ende eines, das immer gilt.",
  "finding.not-analysed":
    "Hier gibt es zu viele Möglichkeiten, um sie alle zu prüfen. Schreiben Sie Beispiele.",
} as const;
