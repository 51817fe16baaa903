export const de = {
  "error-title": "Fehler: {title}",
  "outcome.granted": "bewilligt",
  "outcome.partly": "teilweise bewilligt",
  "outcome.refused": "abgelehnt",
  "state.draft": "Entwurf",
  "state.waiting": "Wartet auf Freigabe",
  "state.approved": "Wartet auf das Siegel",
  "state.released": "Freigegeben",
  "state.discarded": "Verworfen",

  // on the page of a Vorgang
  "section.title": "Bescheid",
  "section.begin": "Bescheid schreiben",
  "section.begin.hint":
    "Sie bekommen einen Entwurf, in dem die Angaben aus dem Antrag schon stehen.",
  "section.change": "Bescheid ändern",
  "section.change.hint":
    "Der neue Bescheid ersetzt oder ändert den früheren. Der frühere bleibt erhalten.",
  "section.outcome": "Entscheidung",
  "section.letter": "Vorlage",
  "section.letter.usual": "Die übliche für diese Entscheidung",
  "section.letter.none":
    "Es gibt noch keine Vorlage. Legen Sie zuerst eine an, oder bitten Sie die Redaktion darum.",
  "section.letter.missing": "Wählen Sie eine Vorlage.",
  "section.outcome.missing": "Wählen Sie, wie entschieden wird.",
  "section.continue": "Weiterschreiben",
  "section.check": "Ansehen und freigeben",
  "section.open": "Ansehen",
  "section.none": "Für diesen Vorgang gibt es keinen Bescheid.",
  "section.needed":
    "In dieser Leistung wird nur mit einem Bescheid entschieden.",
  "section.line": "{outcome}, {state} am {date}",
  "section.replaces": "ändert den früheren Bescheid",

  // writing
  "draft.title": "Bescheid schreiben",
  "draft.lead": "{leistung}, Nummer {reference}",
  "draft.back": "Zum Vorgang",
  "draft.returned.title": "Zurückgegeben",
  "draft.outcome": "Entscheidung: {outcome}",
  "draft.addressee": "An wen geht der Bescheid?",
  "draft.addressee.hint": "Name und Anschrift, jede Angabe in eine Zeile.",
  "draft.subject": "Betreff",
  "draft.body": "Text",
  "draft.body.hint":
    "Eine leere Zeile beginnt einen Absatz, „## “ eine Überschrift, „- “ einen Punkt einer Liste, „1. “ einer nummerierten Liste.",
  "draft.remedy": "Rechtsbehelfsbelehrung",
  "draft.remedy.hint":
    "Ohne Belehrung kann man ein Jahr lang widersprechen (§ 58 Abs. 2 VwGO).",
  "draft.open.title": "Hier fehlt noch etwas",
  "draft.open.body": "Ersetzen Sie im Text: {names}",
  "draft.module": "Textbaustein",
  "draft.module.hint": "Er kommt an das Ende des Textes.",
  "draft.module.insert": "Baustein einfügen",
  "draft.save": "Speichern",
  "draft.finish": "Dokument erstellen",
  "draft.preview": "Vorschau des gespeicherten Stands (PDF)",
  "draft.saved": "Gespeichert am {at}",
  "draft.discard": "Entwurf verwerfen",
  "draft.discard.title": "Entwurf verwerfen?",
  "draft.discard.consequence":
    "Der Text geht verloren. Der Vorgang bleibt, wie er ist.",
  "draft.discard.confirm": "Ja, verwerfen",
  "draft.discard.cancel": "Nein, weiterschreiben",
  "draft.addressee-missing":
    "Geben Sie ein, an wen der Bescheid geht. Der Antrag sagt es nicht.",
  "draft.addressee-too-long": "Kürzen Sie die Anschrift auf 400 Zeichen.",
  "draft.subject-missing": "Geben Sie einen Betreff ein.",
  "draft.subject-too-long": "Kürzen Sie den Betreff auf 200 Zeichen.",
  "draft.body-missing": "Schreiben Sie den Text des Bescheids.",
  "draft.body-too-long": "Kürzen Sie den Text auf 20.000 Zeichen.",
  "draft.remedy-missing":
    "Schreiben Sie, wie man dem Bescheid widersprechen kann. Das gehört dazu, wenn nicht alles bewilligt wird.",
  "draft.remedy-too-long": "Kürzen Sie die Belehrung auf 20.000 Zeichen.",
  "draft.remedy-names-none":
    "Nennen Sie in der Belehrung den Widerspruch oder die Klage.",
  "draft.open-placeholders":
    "Ersetzen Sie im Text, was noch in geschweiften Klammern steht: {names}",
  "draft.changed.title": "Jemand war schneller",
  "draft.changed.body":
    "Der Bescheid wurde geändert, während Sie geschrieben haben. Ihr Text steht noch unten. Vergleichen Sie ihn mit dem gespeicherten Stand, und speichern Sie dann noch einmal.",
  "draft.changed.stored": "Gespeicherter Stand",

  // looking at the document, and releasing it
  "check.title": "Bescheid prüfen",
  "check.title.released": "Bescheid",
  "check.state": "Stand",
  "check.outcome": "Entscheidung",
  "check.writers": "Geschrieben von",
  "check.made": "Dokument erstellt",
  "check.made.by": "{at}, {name}",
  "check.approved": "Freigegeben von",
  "check.released": "Bereitgestellt",
  "check.seal": "Siegel",
  "check.seal.by": "{name} (PAdES {level})",
  "check.seal.none":
    "Keines: Für diese Installation ist kein Siegel eingerichtet.",
  "check.hash": "Prüfsumme (SHA-256)",
  "check.pdf": "Dokument öffnen (PDF)",
  "check.text": "Text des Dokuments",
  "check.release": "Freigeben und bereitstellen",
  "check.release.hint":
    "Danach liegt der Bescheid im Postfach, und der Vorgang ist entschieden. Das lässt sich nicht zurücknehmen.",
  "check.second.title": "Eine zweite Person gibt frei",
  "check.second.body":
    "In dieser Leistung gilt das Vier-Augen-Prinzip. Wer am Text geschrieben hat, gibt ihn nicht frei.",
  "check.not-yours": "Sie können diesen Bescheid nicht freigeben.",
  "check.take-back": "Zurück zum Schreiben",
  "check.return": "Mit Begründung zurückgeben",
  "check.return.reason": "Was ist zu ändern?",
  "check.return.hint": "Das sieht, wer den Bescheid geschrieben hat.",
  "check.reason-missing": "Schreiben Sie, was zu ändern ist.",
  "check.reason-too-long": "Kürzen Sie die Begründung auf 2.000 Zeichen.",
  "check.changed.title": "Jemand war schneller",
  "check.changed.body":
    "Der Bescheid wurde geändert, während Sie ihn angesehen haben. Sehen Sie ihn noch einmal an.",
  "check.changed.reason": "Sie haben geschrieben: {reason}",
  "check.changed.on": "Entwurf ansehen",
  "check.retry": "Jetzt noch einmal versuchen",
  "fault.seal-unavailable.title": "Der Siegeldienst ist nicht erreichbar",
  "fault.seal-unavailable.body":
    "Der Bescheid ist freigegeben und noch nicht bereitgestellt. Wir versuchen es von selbst weiter. Sie müssen nichts tun.",
  "fault.seal-refused.title": "Der Siegeldienst lehnt ab",
  "fault.seal-refused.body":
    "Der Bescheid ist freigegeben und noch nicht bereitgestellt. Bitten Sie Ihre Administration, die Einstellungen des Siegels zu prüfen.",
  "fault.changed-meanwhile.title": "Im Vorgang ist etwas geschehen",
  "fault.changed-meanwhile.body":
    "Der Bescheid wurde deshalb nicht bereitgestellt. Sehen Sie im Vorgang nach, und geben Sie den Bescheid dann noch einmal frei.",
  "fault.step-not-allowed.title":
    "Der Vorgang lässt sich nicht mehr entscheiden",
  "fault.step-not-allowed.body":
    "Er wurde inzwischen zurückgenommen, abgegeben oder abgeschlossen. Der Bescheid wurde nicht bereitgestellt.",

  // what waits
  "waiting.title": "Bescheide",
  "waiting.count.one": "1 Bescheid wartet auf Freigabe",
  "waiting.count.many": "{count} Bescheide warten auf Freigabe",
  "waiting.none.title": "Kein Bescheid wartet",
  "waiting.none.body":
    "Sobald jemand einen Bescheid zur Freigabe gibt, steht er hier.",
  "waiting.caption": "Bescheide, die warten",
  "waiting.column.reference": "Nummer",
  "waiting.column.leistung": "Leistung",
  "waiting.column.outcome": "Entscheidung",
  "waiting.column.by": "Geschrieben von",
  "waiting.column.since": "Wartet seit",
  "waiting.column.state": "Stand",
  "waiting.yours": "Sie können freigeben",

  // texts of the authority
  "texts.title": "Vorlagen für Bescheide",
  "texts.lead":
    "Vorlagen, Textbausteine und Rechtsbehelfsbelehrungen. Texte der Installation gelten für alle, bis Sie sie anpassen.",
  "texts.rules": "Leistungen: Freigabe und Vorlagen",
  "texts.kind.letter": "Vorlagen",
  "texts.kind.module": "Textbausteine",
  "texts.kind.remedy": "Rechtsbehelfsbelehrungen",
  "texts.add.letter": "Vorlage anlegen",
  "texts.add.module": "Textbaustein anlegen",
  "texts.add.remedy": "Belehrung anlegen",
  "texts.edit.letter": "Vorlage ändern",
  "texts.edit.module": "Textbaustein ändern",
  "texts.edit.remedy": "Belehrung ändern",
  "texts.none": "Noch nichts angelegt.",
  "texts.column.name": "Name",
  "texts.column.for": "Gilt für",
  "texts.column.version": "Fassung",
  "texts.for.all": "alle Leistungen",
  "texts.is-base": "Text der Installation",
  "texts.is-base.body":
    "Wenn Sie ihn ändern, gilt Ihre Fassung in diesem Portal statt der allgemeinen.",
  "texts.name": "Name",
  "texts.name.hint": "Daran erkennen Kolleginnen und Kollegen den Text.",
  "texts.leistung": "Für welche Leistung?",
  "texts.leistung.hint":
    "Vorlagen für eine Leistung können auch die Angaben aus ihrem Formular verwenden.",
  "texts.subject": "Betreff",
  "texts.body": "Text",
  "texts.placeholders": "Platzhalter",
  "texts.placeholders.always": "Immer: {names}",
  "texts.placeholders.answers": "Aus dem Formular: {names}",
  "texts.placeholders.modules": "Textbausteine: {names}",
  "texts.save": "Speichern",
  "texts.preview": "Vorschau der gespeicherten Fassung (PDF)",
  "texts.preview.sample": "Beispiel: {name}",
  "texts.preview.addressee":
    "Erika Musterfrau\nMusterstraße 1\n12345 Musterstadt",
  "texts.versions":
    "Fassung {version}. Jede Änderung wird eine neue Fassung. Bescheide behalten die, mit der sie begonnen wurden.",
  "texts.remove": "Text nicht mehr verwenden",
  "texts.remove.title": "„{name}“ nicht mehr verwenden?",
  "texts.remove.consequence":
    "Begonnene und freigegebene Bescheide behalten ihn. Stand er für einen Text der Installation, gilt dieser wieder.",
  "texts.remove.confirm": "Ja, nicht mehr verwenden",
  "texts.remove.cancel": "Nein, behalten",
  "texts.name-missing": "Geben Sie einen Namen ein.",
  "texts.name-too-long": "Kürzen Sie den Namen auf {name} Zeichen.",
  "texts.name-taken": "Diesen Namen gibt es schon. Wählen Sie einen anderen.",
  "texts.subject-missing": "Geben Sie einen Betreff ein.",
  "texts.subject-too-long": "Kürzen Sie den Betreff auf {subject} Zeichen.",
  "texts.body-missing": "Geben Sie den Text ein.",
  "texts.body-too-long": "Kürzen Sie den Text auf {body} Zeichen.",
  "texts.remedy-names-none":
    "Eine Belehrung nennt den Widerspruch oder die Klage.",
  "texts.unknown-placeholders":
    "Diese Platzhalter gibt es nicht: {names}. Nehmen Sie einen aus der Liste, oder streichen Sie sie.",
  "texts.changed-meanwhile":
    "Jemand hat den Text inzwischen geändert. Ihr Text steht noch hier. Öffnen Sie die neue Fassung in einem zweiten Fenster und vergleichen Sie.",

  // how a Leistung is decided
  "rules.title": "Leistungen: Freigabe und Vorlagen",
  "rules.lead":
    "Legen Sie für jede Leistung fest, wie entschieden und wer gebraucht wird.",
  "rules.column.leistung": "Leistung",
  "rules.column.eyes": "Freigabe",
  "rules.column.bescheid": "Entscheidung",
  "rules.eyes.two": "zwei Personen",
  "rules.eyes.one": "eine Person",
  "rules.bescheid.always": "nur mit Bescheid",
  "rules.bescheid.free": "auch ohne Bescheid",
  "rules.second": "Eine zweite Person gibt jeden Bescheid frei",
  "rules.second.hint":
    "Wer am Text geschrieben hat, gibt ihn nicht frei. Das dürfen Teamleitungen.",
  "rules.needed": "Entschieden wird nur mit einem Bescheid",
  "rules.needed.hint":
    "Ohne Haken kann auch mit einer Nachricht entschieden werden.",
  "rules.law": "Nach welchem Gesetz?",
  "rules.law.general": "Verwaltungsverfahrensgesetz",
  "rules.law.taxes": "Abgabenordnung (Steuern)",
  "rules.letter.granted": "Vorlage, wenn bewilligt wird",
  "rules.letter.partly": "Vorlage, wenn teilweise bewilligt wird",
  "rules.letter.refused": "Vorlage, wenn abgelehnt wird",
  "rules.remedy": "Rechtsbehelfsbelehrung",
  "rules.any": "Keine Vorauswahl",
  "rules.save": "Speichern",

  // the document; German only, for it is in the official language
  "pdf.title": "{subject} ({reference})",
  "pdf.filename.first": "Bescheid {reference}.pdf",
  "pdf.filename.changed": "Änderungsbescheid {reference}.pdf",
  "pdf.crest": "Wappen: {authority}",
  "pdf.preview": "ENTWURF",
  "pdf.reference": "Aktenzeichen",
  "pdf.date": "Datum",
  "pdf.caseworker": "Bearbeitung",
  "pdf.phone": "Telefon",
  "pdf.email": "E-Mail",
  "pdf.page": "Seite {page} von {pages}",
  "pdf.remedy": "Rechtsbehelfsbelehrung",
  "pdf.sealed":
    "Dieser Bescheid ist elektronisch erstellt und mit einem elektronischen Siegel versehen. Er ist ohne Unterschrift gültig.",
  "pdf.unsealed":
    "Dieser Bescheid ist elektronisch erstellt und ohne Unterschrift gültig.",
  "pdf.seal.reason": "Bescheid: {authority}",
  "message.first.granted":
    "Ihr Antrag ist bewilligt. Den Bescheid finden Sie als Datei in dieser Nachricht.",
  "message.first.partly":
    "Ihr Antrag ist teilweise bewilligt. Den Bescheid finden Sie als Datei in dieser Nachricht.",
  "message.first.refused":
    "Ihr Antrag ist abgelehnt. Den Bescheid mit den Gründen finden Sie als Datei in dieser Nachricht.",
  "message.changed.granted":
    "Der Bescheid über Ihren Antrag ist geändert: Er ist bewilligt. Den neuen Bescheid finden Sie als Datei in dieser Nachricht.",
  "message.changed.partly":
    "Der Bescheid über Ihren Antrag ist geändert: Er ist teilweise bewilligt. Den neuen Bescheid finden Sie als Datei in dieser Nachricht.",
  "message.changed.refused":
    "Der Bescheid über Ihren Antrag ist geändert: Er ist abgelehnt. Den neuen Bescheid finden Sie als Datei in dieser Nachricht.",
};
