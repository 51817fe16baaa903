/** What editors read about the rules of a form. */
export const rulesDe = {
  "rule.place.form": "Formular",
  "rule.place.page": "Seite „{label}“",
  "rule.place.element": "„{label}“ ({at})",
  "rule.place.check": "Prüfung „{at}“",
  "rule.place.question": "Frage „{at}“ des Vorab-Checks",
  "rule.place.outcome": "Ergebnis {at} des Vorab-Checks",
  "rule.kind.visibleWhen": "{place}, Sichtbarkeit",
  "rule.kind.requiredWhen": "{place}, Pflicht",
  "rule.kind.computed": "{place}, Berechnung",
  "rule.finding": "{place}: {text}",
  "rule.type.number": "Zahl",
  "rule.type.text": "Text",
  "rule.type.yes/no": "Ja/Nein",
  "rule.type.group": "Gruppe",
  "rule.type.list": "Liste",
  "rule.syntax":
    "Die Regel ist ab Zeichen {position} nicht lesbar. Prüfen Sie dort Klammern, Anführungszeichen und Zeichen wie && und ==. Regel: {rule}",
  "rule.unsupported":
    "Ab Zeichen {position} steht „{name}“. Das gibt es in Regeln nicht. Drücken Sie es mit Vergleichen und den Funktionen der Regelsprache aus. Regel: {rule}",
  "rule.unknown-function":
    "Ab Zeichen {position} steht die Funktion „{name}“. Es gibt sie nicht. Nehmen Sie eine Funktion der Regelsprache. Regel: {rule}",
  "rule.unknown-field":
    "Ab Zeichen {position} steht „{name}“. Von hier aus gibt es kein Feld mit diesem Namen. Nehmen Sie den Namen eines Feldes derselben Gruppe oder weiter außen. Regel: {rule}",
  "rule.suggestion": "{text} Meinten Sie „{suggestion}“?",
  "rule.name-ambiguous":
    "In Regeln heißt dieses Element „{name}“, genau wie „{other}“. Geben Sie einem von beiden einen anderen Schlüssel.",
  "rule.name-reserved":
    "Ab Zeichen {position} steht „{name}“. Dieses Wort gehört zur Regelsprache. Geben Sie dem Feld einen anderen Schlüssel. Regel: {rule}",
  "rule.wrong-type":
    "Ab Zeichen {position} passen die Angaben nicht zusammen: {what}. Vergleichen Sie Text mit Text, Zahl mit Zahl und Datum mit Datum. Regel: {rule}",
  "rule.wrong-result":
    "Die Regel ergibt „{found}“. Das passt nicht hierher: Eine Bedingung ergibt ja oder nein, eine Berechnung einen Wert, der zum Feld passt. Regel: {rule}",
  "rule.unknown-place":
    "Das Element „{path}“, an dem die Meldung stehen soll, gibt es nicht. Nennen Sie ein Element des Formulars.",
  "rule.cycle":
    "Diese Regeln drehen sich im Kreis: {chain}. Nehmen Sie eine davon heraus.",
  "rule.never-visible":
    "Das wird nie sichtbar: Die Bedingung kann mit den möglichen Antworten nicht zutreffen. Prüfen Sie Werte und Schreibweise, oder lassen Sie es weg.",
  "rule.always-visible":
    "Die Bedingung trifft immer zu. Lassen Sie sie weg, oder prüfen Sie, ob etwas anderes gemeint ist.",
  "rule.never-required":
    "Die Bedingung für die Pflicht kann nie zutreffen. Prüfen Sie Werte und Schreibweise, oder lassen Sie sie weg.",
  "rule.always-required":
    "Die Bedingung für die Pflicht trifft immer zu. Machen Sie das Feld zum Pflichtfeld.",
  "rule.check-never-holds":
    "Die Prüfung kann nie bestanden werden. Niemand könnte den Antrag senden. Prüfen Sie die Regel.",
  "rule.check-always-holds":
    "Die Prüfung wird immer bestanden. Lassen Sie sie weg, oder prüfen Sie, ob etwas anderes gemeint ist.",
  "rule.outcome-unreachable":
    "Zu diesem Ergebnis führt keine Antwort. Prüfen Sie die Regel und die Ergebnisse davor.",
  "rule.no-outcome":
    "Im Vorab-Check gibt es Antworten, zu denen kein Ergebnis gehört. Fügen Sie am Ende ein Ergebnis mit der Regel „true“ an.",
  "rule.not-analysed":
    "Ob diese Regel je zutrifft, ließ sich nicht für alle Antworten prüfen. Legen Sie ein Beispiel an, in dem sie zutrifft.",
  "example.not-hidden": "„{at}“ ist sichtbar, soll aber verborgen sein.",
  "example.not-visible": "„{at}“ ist verborgen, soll aber sichtbar sein.",
  "example.error-missing": "Die Meldung „{at}“ fehlt.",
  "example.error-unexpected": "Die Meldung „{at}“ war nicht erwartet.",
  "example.computed":
    "„{at}“ soll „{expected}“ ergeben, ergibt aber „{found}“.",
  "example.not-valid": "Der Antrag soll vollständig sein, es fehlt aber: {at}",
  "example.not-refused":
    "Der Antrag soll unvollständig sein, ist aber vollständig.",
  "example.outcome":
    "Der Vorab-Check soll so enden: „{expected}“. Er endet aber so: „{found}“.",
  "example.outcome.can-apply": "Der Antrag ist möglich",
  "example.outcome.need-first": "Vorher ist noch etwas nötig",
  "example.outcome.other-authority": "Eine andere Behörde ist zuständig",
  "example.outcome.none": "ohne Ergebnis",
  "example.error-at": "{place}: {text}",
  "example.error-other": "{place}: Meldung „{code}“",
  "example.untested.holds":
    "{place}: Kein Beispiel zeigt, dass die Regel zutrifft.",
  "example.untested.does-not-hold":
    "{place}: Kein Beispiel zeigt, dass die Regel nicht zutrifft.",
};
