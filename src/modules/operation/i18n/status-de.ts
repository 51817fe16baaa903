/** Die öffentliche Seite, auf der jeder sieht, ob das Portal läuft. */
export const statusDe = {
  "status.title": "Läuft das Portal?",
  "status.lead":
    "Hier sehen Sie, ob alles funktioniert und wie es in den letzten 90 Tagen war.",
  "status.as-of": "Stand: {time}.",
  "status.all-up": "Alles funktioniert",
  "status.some-disturbed": "Es gibt eine Störung",
  "status.some-down": "Etwas funktioniert im Moment nicht",
  "status.unknown": "Der Zustand wird im Moment nicht gemessen",
  "status.none.title": "Noch nichts gemessen",
  "status.none.body": "Sobald gemessen wird, sehen Sie hier das Ergebnis.",
  "status.now": "So ist es jetzt",
  "status.part": "Bereich",
  "status.state": "Zustand",
  "status.availability": "Verfügbar in 90 Tagen",
  "status.state.up": "Funktioniert",
  "status.state.disturbed": "Gestört",
  "status.state.down": "Funktioniert nicht",
  "status.state.unknown": "Nicht gemessen",
  "component.pages": "Seiten ansehen",
  "component.applications": "Anträge ausfüllen und senden",
  "component.uploads": "Dateien hochladen",
  "component.delivery": "Anträge an die Behörden weitergeben",
  "component.mail": "E-Mails senden",
  "status.days": "So war es",
  "status.days.summary":
    "{part}: in 90 Tagen {percent} verfügbar. Gemessen an {measured} Tagen, gestört an {disturbed}, zeitweise ausgefallen an {down}.",
  "status.days.up": "Funktioniert",
  "status.days.disturbed": "Gestört",
  "status.days.down": "Ausgefallen",
  "status.table": "Als Tabelle: Verfügbarkeit nach Tag",
  "status.table.day": "Tag",
  "status.incidents": "Störungen und Ausfälle",
  "status.incidents.lead":
    "Was die Prüfungen in den letzten 90 Tagen gefunden haben. Was weniger als fünf Minuten auseinanderliegt, steht hier als ein Vorfall.",
  "status.incidents.none":
    "In den letzten 90 Tagen hat keine Prüfung eine Störung gefunden.",
  "status.incidents.none-since":
    "Seit Beginn der Messung am {day} hat keine Prüfung eine Störung gefunden.",
  "status.incidents.older": "Ältere Störungen und Ausfälle",
  "incident.begin": "Beginn",
  "incident.end": "Ende",
  "incident.length": "Dauer",
  "incident.affected": "Was betroffen war",
  "incident.goes-on": "Dauert an",
  "incident.down": "Ausgefallen",
  "incident.disturbed": "Gestört",
  "status.notices": "Hinweise und Wartung",
  "status.notices.planned": "Ab {time}",
  "status.notices.until": "bis {time}",
  "status.how": "So wird gemessen",
  "status.how.minute":
    "Das Programm prüft jeden Bereich einmal in der Minute selbst. Die Prozentzahl sagt, bei wie vielen Prüfungen der Bereich funktioniert hat. Zeiten mit einer Störung zählen als verfügbar, Ausfälle nicht.",
  "status.how.pages":
    "„Seiten ansehen“ und „Anträge ausfüllen und senden“ werden über die öffentliche Adresse geprüft, so wie Sie das Portal aufrufen, aber aus dem Rechenzentrum. Eine Störung Ihrer Internetverbindung sieht die Prüfung nicht. Ist keine Adresse eingestellt, wird nur geprüft, ob die Datenbank antwortet.",
  "status.how.uploads":
    "„Dateien hochladen“: Eine kleine Datei wird gespeichert und wieder gelöscht.",
  "status.how.delivery":
    "„Anträge an die Behörden weitergeben“ ist gestört, wenn ein Antrag länger als zehn Minuten liegen bleibt. Wenn das System einer Behörde nicht antwortet, zählt das hier nicht: Ihr Antrag wartet dann sicher.",
  "status.how.mail":
    "„E-Mails senden“ ist gestört, wenn viele E-Mails länger als eine Viertelstunde liegen bleiben.",
  "status.how.gaps":
    "Zeiten, in denen nicht geprüft wurde, zählen nicht mit. Sie stehen in der Tabelle als „nicht gemessen“.",
} as const;
