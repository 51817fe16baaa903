/** Texts of teams. */
export const teamsDe = {
  "teams.title": "Teams",
  "teams.lead":
    "Ein Team teilt sich eine Liste von Vorgängen. Zu jedem Team gehören Leistungen: Neue Anträge dafür kommen zu ihm.",
  "teams.link": "Teams verwalten",
  "teams.add": "Team anlegen",
  "teams.edit": "Team ändern",
  "teams.none": "Noch kein Team",
  "teams.none.body":
    "Ohne Teams sehen alle aus der Sachbearbeitung alle Vorgänge in einer Liste.",
  "teams.name": "Name",
  "teams.name.hint": "Zum Beispiel „Verkehr“ oder „Bürgerbüro“",
  "teams.members": "Mitglieder",
  "teams.leistungen": "Leistungen dieses Teams",
  "teams.leistungen.count": "Leistungen",
  "teams.leistungen.hint": "Eine Leistung gehört zu höchstens einem Team.",
  "teams.leistungen.other": "Gehört jetzt zum Team „{team}“",
  "teams.leistungen.others": "{letter}: {count} weitere",
  "teams.offices": "Ämter, für die das Team arbeitet",
  "teams.offices.hint":
    "Was Menschen an diese Ämter schreiben, sehen dann nur dieses Team, die Leitung und die Vertretung. Ein Amt ohne Team sehen alle.",
  "teams.restricted": "Nur für dieses Team sichtbar",
  "teams.restricted.hint":
    "Andere sehen diese Vorgänge nicht. Das gilt nur für Leistungen, die Sie oben gewählt haben.",
  "teams.save": "Team speichern",
  "teams.team-name-missing": "Geben Sie dem Team einen Namen.",
  "teams.team-name-too-long":
    "Kürzen Sie den Namen auf höchstens {count} Zeichen.",
  "teams.team-name-taken":
    "Diesen Namen hat schon ein anderes Team. Wählen Sie einen anderen.",
  "teams.remove": "Team löschen …",
  "teams.remove.title": "Team „{team}“ löschen?",
  "teams.remove.consequence":
    "Die Vorgänge bleiben. Alle aus der Sachbearbeitung sehen sie dann, auch die, die nur für dieses Team sichtbar waren. Dasselbe gilt für Nachrichten an die Ämter des Teams.",
  "teams.remove.confirm": "Ja, Team löschen",
  "teams.remove.cancel": "Nein, zurück",
};
