/** Words of the frame around every page, and of the error pages. */
export const de = {
  "portal.label": "Serviceportal",
  "portals.label": "Alle Portale an einem Ort",
  "portal.of": "Serviceportal {name}",
  "skip.main": "Zum Inhalt springen",
  "nav.main": "Hauptmenü",
  "nav.tools": "Sprache und Darstellung",
  "nav.staff": "Arbeitsplatz",
  "nav.start": "Start",
  "nav.leistungen": "Leistungen",
  "nav.aemter": "Ämter und Kontakt",
  "nav.kontakt": "Kontakt",
  "nav.konto": "Servicekonto",
  "nav.portals": "Alle Portale",
  "nav.hilfe": "Hilfe",
  "nav.status": "Läuft das Portal?",
  "tools.leichte-sprache": "Leichte Sprache",
  "tools.gebaerdensprache": "Gebärdensprache",
  "tools.darstellung": "Hell oder dunkel",
  // The language's own name, so that whoever needs it finds it.
  "tools.other-language": "English",
  "account.signed-in": "Angemeldet als {name}",
  "account.acting-for": "Sie handeln für: {name}",
  "account.sign-out": "Abmelden",
  "account-nav.label": "Servicekonto",
  "account-nav.start": "Übersicht",
  "account-nav.start.purpose": "Wer Sie hier sind und was Sie tun können.",
  "account-nav.postfach": "Postfach",
  "account-nav.postfach.unread": "Postfach ({count} neu)",
  "account-nav.postfach.purpose":
    "Nachrichten und Bescheide der Behörden, von allen Portalen.",
  "account-nav.passkeys": "Passkeys",
  "account-nav.passkeys.purpose":
    "Ohne Passwort anmelden: mit Fingerabdruck, Gesicht oder PIN.",
  "account-nav.factor": "Zweiter Faktor",
  "account-nav.factor.purpose":
    "Nach dem Passwort ein Code aus einer App auf Ihrem Handy.",
  "account-nav.counter": "Ausweis am Schalter bestätigen",
  "account-nav.counter.purpose":
    "Einmal im Amt den Ausweis zeigen, für Anträge mit höherem Niveau.",
  "account-nav.profile": "Angaben zu mir",
  "account-nav.profile.purpose":
    "Name, Anschrift und Erreichbarkeit ansehen und ändern.",
  "account-nav.applications": "Meine Anträge",
  "account-nav.applications.purpose":
    "Angefangenes weiter ausfüllen, Gesendetes verfolgen.",
  "account-nav.identities": "Nachweise",
  "account-nav.identities.purpose":
    "BundID, Landeskonto und andere verknüpfen oder trennen.",
  "account-nav.organisations": "Organisationen",
  "account-nav.organisations.purpose":
    "Für Ihre Firma oder Ihren Verein handeln, Mitglieder einladen.",
  "account-nav.mandates": "Vollmachten",
  "account-nav.mandates.purpose":
    "Jemand anderem erlauben, für Sie zu handeln, oder für jemanden handeln.",
  "account-nav.notices": "Benachrichtigungen",
  "account-nav.notices.purpose": "Wovon Sie per E-Mail oder SMS erfahren",
  "account-nav.consents": "Einwilligungen",
  "account-nav.consents.purpose":
    "Sehen, wo Ihre Angaben eingesetzt werden, und das beenden.",
  "account-nav.data": "Meine Daten",
  "account-nav.data.purpose": "Alles herunterladen, oder das Konto löschen.",
  "account-nav.security": "Anmeldung und Sicherheit",
  "account-nav.security.purpose":
    "Passwort ändern, sehen, wo Sie angemeldet sind, und überall abmelden.",
  "staff.signed-in": "Angemeldet: {name}",
  "staff.sign-out": "Abmelden",
  // Names of the menu's two groups.
  "work.group.tasks": "Aufgaben",
  "work.group.house": "Verwaltung",
  "work.queue": "Vorgänge",
  "work.waiting": "{count} bei Ihnen",
  "work.intake": "Antrag aufnehmen",
  "work.bescheide": "Bescheide",
  "work.leistungen": "Leistungen",
  "work.situations": "Themen",
  "work.notices": "Hinweise und Störungen",
  "work.imports": "Leistungen abholen",
  "work.search": "Suche und Suchlücken",
  "work.mails": "E-Mail-Texte",
  "work.bescheid-texts": "Vorlagen",
  "work.opinions": "Stellungnahmen",
  "work.postfach": "Postfach",
  "work.deliveries": "Zustellungen",
  "work.destinations": "Ziele",
  "work.zustaendigkeit": "Zuständigkeiten",
  "work.admission": "Andrang",
  "work.arrivals": "Andere Portale",
  "work.identity": "Identität bestätigen",
  "work.escalation": "Dringend",
  "work.clocks": "Fristen",
  "work.deletion-calendar": "Löschkalender",
  "work.retention-terms": "Aufbewahrung",
  "work.proofs": "Löschnachweise",
  "work.forms": "Formulare",
  "work.contact": "Nachrichten",
  "work.offices": "Besuch der Ämter",
  "work.feedback": "Rückmeldungen",
  "work.members": "Beschäftigte",
  "work.access-review": "Zugänge überprüfen",
  "work.audit": "Protokoll",
  "work.operation": "Betrieb",
  "work.identity-providers": "Anmeldedienste",
  "work.account": "Mein Zugang",
  "staff.entry": "Für Beschäftigte",
  "footer.contact": "Kontakt",
  "footer.hours": "Öffnungszeiten",
  "footer.phone": "Telefon",
  "footer.email": "E-Mail",
  "footer.help": "Hilfe und Verständlichkeit",
  "footer.legal": "Rechtliches",
  "footer.impressum": "Impressum",
  "footer.datenschutz": "Datenschutz",
  "footer.barrierefreiheit": "Barrierefreiheit",
  "footer.software": "Dieses Portal ist freie Software: OpenRathaus {version}.",

  "darstellung.title": "Hell oder dunkel",
  "darstellung.lead":
    "Wählen Sie, wie dieses Portal auf diesem Gerät aussieht.",
  "darstellung.legend": "Darstellung",
  "darstellung.system": "Wie mein Gerät",
  "darstellung.system.hint": "Wir richten uns nach Ihrem Gerät.",
  "darstellung.light": "Hell",
  "darstellung.dark": "Dunkel",
  "darstellung.save": "Auswahl speichern",
  "darstellung.cookie":
    "Wir merken uns die Auswahl in einem Cookie auf Ihrem Gerät. Es enthält nur diese Auswahl.",

  "error.preline": "Fehler {status}",
  "error.start": "Zur Startseite",
  "error.contact": "Kommen Sie nicht weiter? Wir helfen Ihnen gern:",
  "error.request": "Nummer dieser Anfrage",
  "error.request.hint": "Nennen Sie diese Nummer, wenn Sie uns anrufen.",
  "error.400.title": "Diese Anfrage haben wir nicht verstanden",
  "error.400.body":
    "Gehen Sie eine Seite zurück und versuchen Sie es noch einmal. Ihre Angaben sind nicht verloren, wenn Sie sie gespeichert haben.",
  "error.unreadable.title": "Diese Anfrage haben wir nicht verstanden",
  "error.unreadable.body":
    "Gehen Sie eine Seite zurück und versuchen Sie es noch einmal.",
  "error.408.title": "Das hat zu lange gedauert",
  "error.408.body":
    "Prüfen Sie Ihre Verbindung. Gehen Sie dann eine Seite zurück und versuchen Sie es noch einmal.",
  "error.431.title": "Das ist zu lang",
  "error.431.body":
    "Gehen Sie eine Seite zurück und kürzen Sie, was Sie eingegeben haben. Für eine Suche reichen ein paar Wörter.",
  "error.403.title": "Hier dürfen Sie nicht hinein",
  "error.403.body":
    "Vielleicht waren Sie zu lange nicht aktiv. Laden Sie die Seite davor neu und versuchen Sie es noch einmal. Für manche Seiten brauchen Sie eine Berechtigung.",
  "error.404.title": "Diese Seite gibt es nicht",
  "error.404.body":
    "Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen. Bei einem privaten Link: Prüfen Sie, ob er vollständig ist.",
  "error.409.title": "Das ging nicht mehr",
  "error.409.body":
    "In der Zwischenzeit hat sich etwas geändert, zum Beispiel in einem anderen Fenster. Laden Sie die Seite neu und sehen Sie nach dem Stand.",
  "error.410.title": "Das ist nicht mehr da",
  "error.410.body":
    "Diesen Inhalt gab es, er wurde aber gelöscht. Entwürfe löschen wir nach 30 Tagen. Sie können neu beginnen.",
  "error.413.title": "Das ist zu groß",
  "error.413.body":
    "Die Datei ist zu groß. Gehen Sie zurück und wählen Sie eine kleinere Datei. Ein Foto wird kleiner, wenn Sie es mit geringerer Auflösung speichern.",
  "error.415.title": "Diese Art von Datei können wir nicht lesen",
  "error.415.body":
    "Gehen Sie zurück und wählen Sie eine PDF-Datei oder ein Foto (JPEG oder PNG).",
  "error.429.title": "Bitte warten Sie einen Moment",
  "error.429.body":
    "Von Ihrem Anschluss kamen sehr viele Anfragen. Warten Sie einige Minuten und laden Sie die Seite dann neu.",
  "error.500.title": "Bei uns ist ein Fehler passiert",
  "error.500.body":
    "Es liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal. Was Sie schon gespeichert haben, ist noch da.",
  "error.busy.title": "Gerade sind sehr viele Menschen auf diesem Portal",
  "error.busy.body":
    "Wir lassen zuerst alle zu Ende kommen, die schon etwas ausfüllen. Diese Seite versucht es in einer halben Minute von selbst noch einmal. Was Sie schon gespeichert haben, ist noch da.",
  "error.busy.again": "Noch einmal versuchen",
  "stale.region": "Hinweis zum Betrieb",
  "stale.title": "Einige Funktionen sind im Moment nicht verfügbar",
  "stale.body":
    "Sie sehen diese Seite im Stand von {time}. Anträge und Anmeldung gehen bald wieder. Was Sie schon gespeichert haben, ist noch da.",
  "error.again.503.title": "Wir konnten Ihre Angaben gerade nicht annehmen",
  "error.again.503.body":
    "Das Portal macht eine Pause. Ihre Angaben sind in dieser Seite noch da: Lassen Sie die Seite offen. Senden Sie in einer Minute noch einmal.",
  "error.again.403.title": "Ihre Anmeldung ist abgelaufen",
  "error.again.403.body":
    "Was Sie eingegeben haben, steht noch in dieser Seite. Lassen Sie die Seite offen und melden Sie sich in einem neuen Fenster an. Kommen Sie dann hierher zurück und senden Sie noch einmal.",
  "error.signed-out.body":
    "Melden Sie sich an. Versuchen Sie es danach noch einmal.",
  "error.signed-out.sign-in": "Anmelden",
  "error.again.sign-in": "In einem neuen Fenster anmelden",
  "error.again.files": "Diese Dateien wählen Sie danach bitte noch einmal aus",
  "error.again.send": "Noch einmal senden",
  "error.503.title": "Das Portal macht gerade eine Pause",
  "error.503.body":
    "Wir arbeiten daran. Versuchen Sie es in einigen Minuten noch einmal. Was Sie schon gespeichert haben, ist noch da.",
};
