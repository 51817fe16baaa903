/** What speaks against publishing a form, by code: cause and cure. */
export const findingsDe = {
  "finding.at": "{place}: {text}",
  "finding.of": "{text} (Anpassung von {authority})",
  "finding.whole-form": "Formular",
  "finding.page": "Seite „{key}“",
  "finding.check": "Prüfung „{id}“",
  "finding.rule": "Regel {id}",
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
  "finding.type-file-too-large":
    "Mehr als 100 MB kann das Portal je Datei nicht annehmen. Geben Sie eine kleinere Größe an.",
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
} as const;
