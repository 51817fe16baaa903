export const de = {
  // sign-in
  "sign-in.title": "Anmelden am Arbeitsplatz",
  "sign-in.lead":
    "Diese Seite ist für Beschäftigte der Verwaltung. Für einen Antrag brauchen Sie sie nicht.",
  "sign-in.login": "E-Mail-Adresse",
  "sign-in.password": "Passwort",
  "sign-in.button": "Anmelden",
  "sign-in.wrong":
    "E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beide Angaben.",
  "sign-in.too-many":
    "Zu viele Versuche. Versuchen Sie es in {seconds} Sekunden noch einmal.",
  "sign-in.error-title": "Fehler: {title}",
  "sign-in.help":
    "Passwort vergessen? Wenden Sie sich an die Person, die Ihre Zugänge verwaltet.",

  // second factor
  "code.title": "Code eingeben",
  "code.lead": "Öffnen Sie Ihre Authenticator-App und geben Sie den Code ein.",
  "code.label": "Code aus der App",
  "code.hint":
    "6 Ziffern. Handy nicht zur Hand? Geben Sie einen Ihrer Wiederherstellungscodes ein.",
  "code.button": "Weiter",
  "code.wrong":
    "Dieser Code gilt nicht. Warten Sie auf den nächsten Code in der App und geben Sie ihn ein.",

  // one-time password
  "new-password.title": "Eigenes Passwort wählen",
  "new-password.lead":
    "Ihr bisheriges Passwort galt nur einmal. Wählen Sie jetzt ein eigenes.",
  "new-password.label": "Neues Passwort",
  "new-password.hint":
    "Mindestens 10 Zeichen. Gut sind mehrere Wörter, die nicht zusammengehören.",
  "new-password.button": "Passwort speichern",
  "new-password.too-short":
    "Wählen Sie ein Passwort mit mindestens 10 Zeichen.",
  "new-password.too-long": "Wählen Sie ein Passwort mit höchstens 200 Zeichen.",
  "new-password.too-common":
    "Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.",

  // own account
  "account.title": "Mein Zugang",
  "account.login": "E-Mail-Adresse",
  "account.name": "Name",
  "account.factor.title": "Zweiter Faktor",
  "account.factor.on":
    "Bei jeder Anmeldung geben Sie zusätzlich einen Code aus Ihrer App ein.",
  "account.factor.codes-left":
    "Sie haben noch {count} Wiederherstellungscodes.",
  "account.factor.off.title": "Ihr Zugang ist nur durch das Passwort geschützt",
  "account.factor.off":
    "Richten Sie eine Authenticator-App als zweiten Faktor ein. Dann reicht ein gestohlenes Passwort nicht aus.",
  "account.factor.password": "Ihr Passwort",
  "account.factor.password.hint": "Zur Sicherheit fragen wir noch einmal.",
  "account.factor.wrong-password": "Das Passwort stimmt nicht.",
  "account.factor.start": "Zweiten Faktor einrichten",
  "account.factor.restart": "Neue App einrichten",
  "account.sessions.title": "Wo Sie angemeldet sind",
  "account.sessions.since": "Angemeldet",
  "account.sessions.seen": "Zuletzt benutzt",
  "account.sessions.action": "Sitzung",
  "account.sessions.this": "Diese Sitzung",
  "account.sessions.end": "Beenden",

  // setting up the app
  "setup.title": "Zweiten Faktor einrichten",
  "setup.required":
    "Für diesen Arbeitsplatz brauchen Sie außer dem Passwort einen zweiten Faktor. Richten Sie ihn jetzt ein, danach geht es weiter.",
  "setup.scan.title": "1. Code mit der App scannen",
  "setup.scan.body":
    "Öffnen Sie eine Authenticator-App auf Ihrem Handy und scannen Sie dieses Bild.",
  "setup.scan.alt": "QR-Code für die Authenticator-App",
  "setup.type":
    "Scannen geht nicht? Geben Sie diesen Schlüssel in der App ein:",
  "setup.confirm.title": "2. Code aus der App eingeben",
  "setup.confirm.label": "Code aus der App",
  "setup.confirm.hint": "6 Ziffern",
  "setup.confirm.button": "Einrichtung abschließen",
  "setup.confirm.wrong":
    "Dieser Code gilt nicht. Prüfen Sie die Uhrzeit Ihres Handys und geben Sie den nächsten Code ein.",
  "recovery.title": "Zweiter Faktor ist eingerichtet",
  "recovery.lead":
    "Bewahren Sie diese Wiederherstellungscodes sicher auf. Jeder gilt einmal, wenn Sie Ihr Handy nicht haben.",
  "recovery.once": "Wir zeigen die Codes nur dieses eine Mal.",
  "recovery.list": "Wiederherstellungscodes",
  "recovery.go-on": "Weiter zum Arbeitsplatz",
  "recovery.done": "Weiter zu meinem Zugang",
};
