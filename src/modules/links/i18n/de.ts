/** Texts of the check of links. */
export const de = {
  leistungen: "Leistungen",
  title: "Links prüfen",
  lead: "Das Portal prüft jede Woche, ob die Links in Ihren Leistungen noch ans Ziel führen.",
  off: "Der Betreiber hat die Prüfung ausgeschaltet. Angezeigt wird der letzte Stand.",
  never:
    "Die Links wurden noch nie geprüft. Das beginnt in der nächsten Stunde.",
  counts:
    "{all} Adressen in öffentlichen Texten, zuletzt gesammelt am {date}. Ans Ziel führen {fine}, ins Leere {broken}, umgezogen sind {moved}, noch offen {open}.",
  "broken.title": "Führen ins Leere",
  "broken.none": "Alle geprüften Links führen ans Ziel.",
  "broken.how":
    "Eine Adresse steht hier, wenn die Seite laut ihrem Server fehlt, oder wenn sie an zwei Tagen nicht zu erreichen war.",
  "moved.title": "Umgezogen",
  "moved.how":
    "Diese Adressen leiten auf Dauer weiter. Setzen Sie die neue ein, bevor die alte verschwindet.",
  "column.address": "Adresse",
  "column.fault": "Was los ist",
  "column.where": "Wo sie steht",
  "column.new": "Neue Adresse",
  since: "seit {date}, zuletzt geprüft am {checked}",
  "fault.404": "Die Seite gibt es nicht (404)",
  "fault.410": "Die Seite gibt es nicht mehr (410)",
  "fault.status": "Der Server meldet einen Fehler ({status})",
  "fault.dns": "Den Namen des Servers gibt es nicht",
  "fault.connect": "Der Server nimmt keine Verbindung an",
  "fault.timeout": "Der Server antwortet nicht",
  "fault.tls": "Das Zertifikat des Servers gilt nicht",
  "fault.reset": "Der Server bricht die Verbindung ab",
  "fault.redirects": "Die Adresse leitet im Kreis weiter",
  "where.leistung": "{title} bearbeiten",
  "where.provider": "Anbieter: {title}",
  "where.notice": "Hinweis: {title}",
  now: "Jetzt prüfen",
  "now.hint":
    "Geprüft wird, was nicht geht oder umgezogen ist, und was neu ist. Das dauert einige Minuten.",
  "now.done":
    "Die Prüfung beginnt gleich. Laden Sie die Seite in ein paar Minuten neu.",
  "mail.purpose":
    "an die Redaktion, höchstens einmal in der Woche: Links führen ins Leere",
  "mail.subject": "Links in Ihrem Portal führen ins Leere",
  "mail.text":
    "Guten Tag,\n\nneu seit der letzten Nachricht: {count} Links in Ihrem Portal führen ins Leere. Welche das sind und wo sie stehen, sehen Sie hier:\n{url}\n",
} as const;
