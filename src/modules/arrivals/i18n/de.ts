export const de = {
  title: "Anträge aus anderen Portalen",
  lead: "Hier legen Sie fest, wo Anträge für Ihre Behörde abgeholt werden. Angenommene Anträge stehen mit allen anderen unter „Vorgänge“.",
  back: "Zurück zu: Anträge aus anderen Portalen",
  "error-title": "Fehler: {title}",
  "done.saved": "Gespeichert",
  "done.asked": "Wir sehen gleich nach",
  "none.title": "Noch keine Quelle",
  "none.body":
    "Wenn andere Portale Ihnen über FIT-Connect Anträge senden sollen, legen Sie hier Ihren Zustellpunkt an.",
  accepted: "In den letzten {days} Tagen angenommen: {count}",
  never: "noch nie",

  "column.name": "Quelle",
  "column.way": "Weg",
  "column.asked": "Zuletzt nachgesehen",
  "column.condition": "Zustand",
  "column.seen": "Zuerst gesehen",
  "column.number": "Kennung beim Zustelldienst",
  "column.state": "Stand",
  "condition.off": "ausgeschaltet",
  "condition.fine": "in Ordnung",
  "condition.failed": "Störung",

  "open.title": "Nicht übernommen oder noch unterwegs",
  "to-vorgang": "Zum Vorgang",
  "state.waiting": "wartet",
  "state.waiting.body":
    "Der Antrag konnte noch nicht abgeholt werden. Wir versuchen es weiter. Holt ihn niemand ab, weist der Zustelldienst ihn nach 14 Tagen zurück.",
  "state.taken": "übernommen",
  "state.taken.body":
    "Der Antrag steht unter „Vorgänge“. Der Absender weiß es noch nicht, wir versuchen es weiter.",
  "state.accepted": "angenommen",
  "state.accepted.body": "Der Absender weiß Bescheid.",
  "state.rejecting": "wird zurückgewiesen",
  "state.rejecting.body":
    "Der Antrag kann nicht übernommen werden. Der Absender weiß es noch nicht, wir versuchen es weiter.",
  "state.rejected": "zurückgewiesen",
  "state.rejected.body":
    "Der Antrag kann nicht übernommen werden. Der Absender hat die Gründe erhalten und muss neu senden. Sprechen Sie ihn an, wenn es öfter vorkommt.",
  "state.gone": "nicht mehr da",
  "state.gone.body":
    "Der Antrag wurde zurückgezogen oder an anderer Stelle beantwortet.",
  "state.contradicted": "widersprüchlich",
  "state.contradicted.body":
    "Der Antrag steht unter „Vorgänge“, aber dem Absender wurde vorher gesagt, dass er nicht angenommen wird. Bitte klären Sie das mit dem Absender.",

  "answer.title": "Antwort an die Person",
  "answer.no-postfach": "Nachrichten im Postfach erreichen diese Person nicht",
  "answer.no-postfach.body":
    "Sie hat den Antrag in einem anderen Portal gestellt und liest hier nichts. Antworten Sie auf dem Weg, der bei den Angaben unter „Antwort an“ steht.",

  "source.new": "Quelle anlegen",
  "source.edit": "Quelle ändern",
  "source.name": "Name",
  "source.name.hint": "So heißt die Quelle in dieser Liste.",
  "source.name.missing": "Geben Sie einen Namen ein",
  "source.name.taken": "Diesen Namen gibt es schon. Wählen Sie einen anderen.",
  "source.enabled": "Anträge abholen",
  "source.enabled.hint": "Ausgeschaltet bleiben Anträge beim Zustelldienst.",
  "source.connection": "Verbindung",
  "source.save": "Speichern",
  "source.call": "Benachrichtigung",
  "source.call.body":
    "Tragen Sie diese Adresse mit dem Geheimnis beim Zustellpunkt ein. Dann sehen wir sofort nach, wenn etwas Neues da ist. Sonst alle fünf Minuten.",
  "source.actions": "Ausprobieren",
  "source.check": "Verbindung prüfen",
  "source.ask": "Jetzt nachsehen",

  "check.title": "Ergebnis der Prüfung",
  "check.lead": "Es wurde nur nachgesehen und nichts verändert.",
  "check.back": "Zurück zur Quelle",
  "check.what": "Geprüft",
  "check.result": "Ergebnis",
  "check.finding": "Befund",
  "check.settings": "Einstellungen",
  "check.reachability": "Erreichbarkeit",
  "check.credentials": "Anmeldung",
  "check.passed": "bestanden",
  "check.failed": "nicht bestanden",
  "check.fine": "in Ordnung",
};
