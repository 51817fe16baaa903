/** Texts of the import of Leistungen and its reports, and words that go out with them. */
export const de = {
  "imports.title": "Leistungen abholen",
  "imports.error": "Fehler: {title}",
  "imports.lead":
    "Texte des Landes kommen von selbst in Ihr Portal. Was Sie selbst geschrieben haben, bleibt.",
  "imports.saved": "Die Einstellung ist gespeichert",
  "imports.saved.body": "Der erste Abruf beginnt gleich.",
  "imports.ended": "Es wird nichts mehr abgeholt",
  "imports.ended.body": "Die Leistungen, die schon da sind, bleiben.",
  "imports.asked": "Der Abruf beginnt gleich",
  "imports.asked.body":
    "Laden Sie die Seite neu, um zu sehen, wie weit er ist.",
  "imports.now": "Jetzt abholen",
  "imports.reload": "Seite neu laden",
  "imports.from": "Woher",
  "imports.none": "Noch wird nichts abgeholt",
  "imports.none.body": "Tragen Sie unten ein, woher die Leistungen kommen.",
  "imports.address": "Adresse",
  "imports.every": "Abstand",
  "imports.every.value": "alle {hours} Stunden",
  "imports.asked-at": "Zuletzt gefragt",
  "imports.next-at": "Nächstes Mal",
  "imports.never": "noch nie",
  "imports.result": "Ergebnis",
  "imports.change": "Einstellung",
  "imports.url": "Adresse der XZuFi-Datei oder des Verzeichnisses (Index)",
  "imports.url.hint":
    "Die Adresse nennt Ihnen die Stelle, die die Texte des Landes pflegt. Lassen Sie das Feld leer, wenn nichts mehr abgeholt werden soll.",
  "imports.hours": "Abstand in Stunden",
  "imports.hours.hint": "Üblich sind 24.",
  "imports.mode": "Was die Adresse liefert",
  "imports.mode.whole": "Den ganzen Bestand",
  "imports.mode.whole.hint":
    "Was nicht mehr geliefert wird, verschwindet auch hier.",
  "imports.mode.delta": "Nur Änderungen",
  "imports.mode.delta.hint":
    "Dateien mit Nummern, jede wird einmal und der Reihe nach übernommen.",
  "imports.save": "Speichern",
  "fault.no-address":
    "Geben Sie eine vollständige Adresse ein, zum Beispiel https://leistungen.example/index.xml.",
  "fault.host-not-released":
    "Von diesem Rechner darf nichts abgeholt werden. Bitten Sie den Betrieb, ihn freizugeben.",
  "fault.no-hours": "Geben Sie eine ganze Zahl von 1 bis 720 ein.",
  "outcome.taken": "Übernommen",
  "outcome.unchanged": "Nichts Neues",
  "outcome.host-not-released":
    "Der Betrieb hat diesen Rechner nicht freigegeben",
  "outcome.redirected":
    "Die Adresse leitet weiter; das wird aus Sicherheitsgründen nicht befolgt",
  "outcome.status": "Die Gegenseite meldet einen Fehler",
  "outcome.network": "Keine vollständige Antwort",
  "outcome.wrong-type": "Die Antwort ist keine XML-Datei",
  "outcome.broken": "Die Datei ist beschädigt oder kein XZuFi",
  "outcome.empty": "Die Lieferung ist leer",
  "outcome.gap": "Eine Datei mit Änderungen fehlt",
  "outcome.nothing": "Nichts wurde geändert. Versuch folgt in einer Stunde.",
  "runs.title": "Berichte",
  "runs.none": "Es gibt noch keinen Bericht.",
  "run.title": "Bericht vom {moment}",
  "run.back": "Alle Berichte",
  "run.started": "Beginn",
  "run.ended": "Ende",
  "run.state": "Stand",
  "run.state.reading": "Wird gelesen",
  "run.state.applied": "Übernommen",
  "run.state.refused": "Nichts geändert",
  "run.added": "Neu",
  "run.changed": "Geändert",
  "run.removed": "Entfernt",
  "run.skipped": "Übergangen",
  "run.progress": "{count} Datensätze sind gelesen",
  "run.progress.body":
    "Erst wenn alle gelesen sind, werden sie übernommen. Bis dahin ändert sich im Portal nichts.",
  "run.refused": "Es wurde nichts geändert",
  "run.detail": "Genauer: {detail}",
  "run.counts": "Was gelesen wurde",
  "run.kind": "Art",
  "run.count": "Anzahl",
  "kind.leistung": "Leistungen",
  "kind.specialisation": "Fassungen für ein Gebiet",
  "kind.organisation": "Stellen",
  "kind.online-service": "Onlinedienste",
  "kind.zustaendigkeit": "Zuständigkeiten",
  "kind.deleted": "Löschungen",
  "problems.title": "Was nicht übernommen wurde",
  "problems.so-far": "Was sonst auffiel",
  "problems.so-far.lead":
    "Diese Datensätze standen vor der Stelle, an der die Lieferung endete. Auch sie sind nicht übernommen.",
  "problems.none": "Kein Datensatz fehlt.",
  "problems.more": "Gezeigt werden die ersten {count} von {all}.",
  "problems.where": "Wo es steht",
  "problems.line": "Zeile {line}",
  "problems.key": "Kennung {key}",
  "problems.element": "Datensatz",
  "problems.why": "Was ist los?",
  "problems.todo": "Was tun?",
  "remarks.title": "Was anders ankam als geschickt",
  "remarks.lead":
    "Diese Datensätze sind im Portal. Etwas daran konnte nicht bleiben, wie es war, oder passt nicht überall.",
  "gone.title": "Was der Absender gelöscht hat",
  "gone.removed":
    "Diese Leistungen sind nicht mehr im Portal. Brauchen Sie eine davon, legen Sie sie selbst an.",
  "gone.more": "Gezeigt werden die ersten {count}.",
  "gone.kept":
    "Diese Leistungen bleiben, weil Sie Teile selbst geschrieben haben oder ein Formular dahintersteht. Sie sind jetzt Ihre eigenen. Prüfen Sie, ob es sie noch gibt.",
  "element.leistung": "Leistung",
  "element.spezialisierung": "Fassung für ein Gebiet",
  "element.organisationseinheit": "Stelle",
  "element.onlinedienst": "Onlinedienst",
  "element.zustaendigkeit": "Zuständigkeit",
  "element.zustaendigkeitTransferObjekt": "Zuständigkeit",
  "element.id": "Löschung",
  "problem.unknown-element":
    "Diese Art Datensatz ist im Standard nicht bekannt.",
  "todo.unknown-element":
    "Nichts. Fehlt Ihnen etwas, fragen Sie den Absender, was das ist.",
  "problem.no-id": "Die Kennung fehlt.",
  "todo.no-id": "Bitten Sie den Absender, die Kennung zu ergänzen.",
  "problem.no-german-name":
    "Der deutsche Name fehlt, oder dem Onlinedienst fehlt die Adresse.",
  "todo.no-german-name": "Bitten Sie den Absender, das zu ergänzen.",
  "problem.too-long": "Die Kennung ist zu lang.",
  "todo.too-long": "Bitten Sie den Absender um eine kürzere Kennung.",
  "problem.not-valid": "Ein Inhalt ist zu lang oder nicht erlaubt.",
  "todo.not-valid":
    "Bitten Sie den Absender, diesen Teil zu ändern. Eilt es, legen Sie die Leistung selbst an.",
  "problem.unsafe-address":
    "Ein Link führt nicht zu einer Seite, Mail oder Telefonnummer. Nur er fehlt.",
  "todo.unsafe-address":
    "Nennen Sie dem Absender den Link, oder tragen Sie den richtigen selbst ein.",
  "problem.hours-not-read":
    "Die Öffnungszeiten sind nur in Schlüsseln angegeben, deren Liste fehlt.",
  "todo.hours-not-read":
    "Bitten Sie den Absender um den Text der Öffnungszeiten.",
  "problem.tag-removed":
    "Im Text steht HTML, das der Portalverbund nicht erlaubt. Die Wörter sind da, die Gestaltung fehlt; was in script oder style stand, fehlt ganz.",
  "todo.tag-removed":
    "Sehen Sie sich die Seite an. Liest sie sich schlecht, schreiben Sie den Teil selbst, und nennen Sie dem Absender die Stelle.",
  "problem.not-latin":
    "Im Text steht ein Zeichen, das nicht zu String.Latin (DIN 91379) gehört. Es ist da, wie es kam.",
  "todo.not-latin":
    "Andere Verzeichnisse nehmen das nicht an. Bitten Sie den Absender, das Zeichen zu ersetzen.",
  "problem.other": "Nicht lesbar.",
  "todo.other": "Fragen Sie den Absender.",
  "todo.broken":
    "Im Portal ist alles wie vorher. Bitten Sie den Absender um eine neue Datei; der nächste Abruf holt sie.",
  "todo.empty":
    "Im Portal ist alles wie vorher. Fragen Sie den Absender, warum nichts in der Lieferung steht.",
  "detail.not-well-formed": "Die Datei ist kein vollständiges XML",
  "detail.not-utf-8": "Die Zeichen sind nicht in UTF-8 geschrieben",
  "detail.doctype-not-allowed": "Ein Dokumenttyp (DOCTYPE) ist nicht erlaubt",
  "detail.entity-not-allowed":
    "Eine eigene Abkürzung (Entity) ist nicht erlaubt",
  "detail.nested-too-deeply": "Die Elemente sind zu tief verschachtelt",
  "detail.too-large": "Die Datei oder ein Datensatz ist zu groß",
  "detail.too-many-elements": "Ein Datensatz hat zu viele Elemente",
  "detail.too-many-attributes": "Ein Element hat zu viele Attribute",
  "detail.not-xzufi": "Es ist XML, aber kein XZuFi",
  "detail.index-line":
    "Im Verzeichnis (Index) steht etwas, das kein Name einer XML-Datei ist",
  "detail.index-leads-elsewhere":
    "Das Verzeichnis (Index) führt zu einem anderen Rechner",
  "export.closed": "geschlossen",
  "export.appointment": "Termin vereinbaren",
};
