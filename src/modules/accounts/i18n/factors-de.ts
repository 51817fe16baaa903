/** Texts of passkeys, codes and the confirmation at the counter. */
export const factorsDe = {
  "error-title": "Fehler: {title}",
  "too-many":
    "Zu viele Versuche. Versuchen Sie es in {seconds} Sekunden noch einmal.",
  "passkey.title": "Passkeys",
  "passkey.lead":
    "Mit einem Passkey melden Sie sich ohne Passwort an: mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts.",
  "passkey.what.title": "Was ist ein Passkey?",
  "passkey.what.1":
    "Ein Passkey ist ein Schlüssel auf Ihrem Handy, Computer oder Sicherheitsschlüssel. Er verlässt das Gerät nicht oder liegt verschlüsselt in Ihrem Passwortmanager.",
  "passkey.what.2":
    "Fingerabdruck, Gesicht und PIN bleiben auf Ihrem Gerät. Wir bekommen nur den Nachweis, dass Sie das Gerät entsperrt haben.",
  "passkey.what.3":
    "Gefälschte Seiten können einen Passkey nicht stehlen. Deshalb fragen wir nach einem Passkey keinen weiteren Code ab.",
  "passkey.what.4":
    "Haben Sie mehrere Geräte, richten Sie auf jedem einen Passkey ein. Geht ein Gerät verloren, entfernen Sie seinen Passkey hier.",
  "passkey.where.one-host":
    "Ein Passkey gilt auf dieser Adresse nur in diesem Portal.",
  "passkey.list.title": "Ihre Passkeys",
  "passkey.list.none": "Sie haben noch keinen Passkey.",
  "passkey.created": "Eingerichtet",
  "passkey.used": "Zuletzt benutzt",
  "passkey.used.never": "noch nie",
  "passkey.confirmed": "Nachweis",
  "passkey.confirmed.yes": "am Schalter bestätigt",
  "passkey.rename.title": "Umbenennen",
  "passkey.rename.label": "Name",
  "passkey.rename.button": "Namen speichern",
  "passkey.remove": "Entfernen",
  "passkey.remove.title": "Passkey entfernen?",
  "passkey.remove.lead":
    "Danach kann sich damit niemand mehr anmelden. Alle anderen Anmeldungen Ihres Kontos enden.",
  "passkey.remove.button": "Passkey entfernen",
  "passkey.remove.cancel": "Passkey behalten",
  "passkey.removed": "Der Passkey ist entfernt.",
  "passkey.renamed": "Der Name ist gespeichert.",
  "passkey.added":
    "Der Passkey ist eingerichtet. Ab jetzt können Sie sich damit anmelden.",
  "passkey.last-means":
    "Das ist Ihr einziger Weg, sich anzumelden. Richten Sie zuerst einen zweiten Passkey oder ein Passwort ein.",
  "passkey.add.title": "Passkey einrichten",
  "passkey.add.label": "Name des Passkeys",
  "passkey.add.hint":
    "Daran erkennen Sie ihn wieder, zum Beispiel „Mein Handy“.",
  "passkey.add.lead":
    "Geben Sie ihm einen Namen. Danach fragt Ihr Gerät nach Fingerabdruck, Gesicht oder PIN.",
  "passkey.add.button": "Passkey einrichten",
  "passkey.add.now": "Passkey jetzt einrichten",
  "passkey.add.cancel": "Keinen Passkey einrichten",
  "passkey.add.name-missing": "Geben Sie dem Passkey einen Namen.",
  "passkey.add.too-many":
    "Mehr als 20 Passkeys gehen nicht. Entfernen Sie zuerst einen, den Sie nicht mehr brauchen.",
  "passkey.add.refused":
    "Das hat nicht geklappt. Versuchen Sie es noch einmal. Auf einem Gerät, das schon einen Passkey für dieses Konto hat, brauchen Sie keinen zweiten.",
  "passkey.failed":
    "Das hat nicht geklappt oder wurde abgebrochen. Versuchen Sie es noch einmal.",
  "passkey.unsupported":
    "Dieser Browser kann hier keine Passkeys. Sie brauchen einen aktuellen Browser mit eingeschaltetem JavaScript. Die Anmeldung mit Passwort geht weiterhin.",
  "passkey.sign-in.title": "Mit Passkey anmelden",
  "passkey.sign-in.body":
    "Mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts. Ein Passwort brauchen Sie nicht.",
  "passkey.sign-in.button": "Mit Passkey anmelden",
  "passkey.sign-in.refused":
    "Die Anmeldung mit diesem Passkey hat nicht geklappt. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.",
  "counter.title": "Ausweis am Schalter bestätigen",
  "counter.lead":
    "Zeigen Sie einmal im Amt Ihren Ausweis. Danach können Sie auch Anträge stellen, die das Niveau „substanziell“ brauchen.",
  "counter.done": "Am Schalter bestätigt am {at}",
  "counter.done.body":
    "Das Niveau „substanziell“ haben Sie, wenn Sie sich mit dem bestätigten Passkey anmelden, oder mit Passwort und der bestätigten App.",
  "counter.steps.title": "So geht es",
  "counter.steps.1":
    "Gehen Sie mit Ihrem Ausweis und Ihrem Gerät in ein Amt, das an diesem Portal teilnimmt.",
  "counter.steps.2":
    "Rufen Sie dort diese Seite auf und lassen Sie sich den Code zeigen. Er gilt {minutes} Minuten.",
  "counter.steps.3":
    "Nennen Sie den Code. Wir vergleichen Sie mit Ihrem Ausweis und übernehmen vier Angaben: Familienname, Vornamen, Geburtsdatum und Geburtsort.",
  "counter.steps.4":
    "Melden Sie sich danach mit Ihrem Passkey oder Ihrer App neu an. Von der Bestätigung erfahren Sie auch per E-Mail.",
  "counter.code.title": "Code für den Schalter",
  "counter.code.body":
    "Bestätigen Sie zuerst mit Ihrem Passkey oder einem Code Ihrer App, dass Sie es sind. Genau dieser Passkey oder diese App gilt danach als Nachweis.",
  "counter.code.button": "Code anzeigen",
  "counter.code.button.app": "Mit der App bestätigen und Code anzeigen",
  "counter.code.show": "Nennen Sie diesen Code am Schalter.",
  "counter.code.until": "Er gilt bis {at} und nur einmal.",
  "counter.code.secret":
    "Nennen Sie den Code nur im Amt. Wir fragen nie am Telefon oder per E-Mail danach.",
  "counter.code.back": "Zurück",
  "counter.needs-address":
    "Bestätigen Sie zuerst Ihre E-Mail-Adresse. Dann können wir Ihnen Bescheid geben, wenn Ihr Ausweis bestätigt wurde.",
  "counter.needs-factor":
    "Sie brauchen zuerst einen Passkey oder eine App mit Codes: Ein Passwort allein ist für dieses Niveau nicht sicher genug.",
  "counter.after.title": "Was sich ändert",
  "counter.after.1":
    "Mit dem bestätigten Passkey, oder mit Passwort und bestätigter App, sind Sie mit dem Niveau „substanziell“ angemeldet. Mit dem Passwort allein bleibt es beim Niveau „niedrig“.",
  "counter.after.2":
    "Ein weiterer Passkey gilt ebenso, wenn Sie ihn in einer solchen Anmeldung einrichten. Sonst kommen Sie mit ihm noch einmal an den Schalter.",
  "officer.title": "Identität bestätigen",
  "officer.lead":
    "Bestätigen Sie für das Servicekonto, wer vor Ihnen steht. Vom Konto selbst sehen Sie nichts.",
  "officer.check": "Erst vergleichen, dann bestätigen",
  "officer.check.body":
    "Nehmen Sie Personalausweis, Pass oder Aufenthaltstitel in die Hand. Prüfen Sie, ob er echt und gültig ist und das Bild zur Person passt. Machen Sie keine Kopie.",
  "officer.code": "Code aus dem Servicekonto",
  "officer.code.hint": "10 Zeichen, zum Beispiel ABCDE-FGHJK",
  "officer.code.error":
    "Dieser Code gilt nicht. Lassen Sie sich einen neuen zeigen.",
  "officer.familyName": "Familienname",
  "officer.familyName.error":
    "Geben Sie den Familiennamen ein, wie er auf dem Ausweis steht.",
  "officer.givenNames": "Vornamen",
  "officer.givenNames.error":
    "Geben Sie alle Vornamen ein, wie sie auf dem Ausweis stehen.",
  "officer.dateOfBirth": "Geburtsdatum",
  "officer.dateOfBirth.error":
    "Geben Sie das Geburtsdatum mit Tag, Monat und Jahr ein.",
  "officer.placeOfBirth": "Geburtsort",
  "officer.placeOfBirth.error":
    "Geben Sie den Geburtsort ein, wie er auf dem Ausweis steht.",
  "officer.button": "Identität bestätigen",
  "officer.done": "Die Identität ist bestätigt.",
  "officer.done.body":
    "Die Person erfährt es per E-Mail und meldet sich jetzt mit ihrem Passkey oder ihrer App neu an.",
  "factor.title": "Zweiter Faktor",
  "factor.lead":
    "Nach dem Passwort fragen wir nach einem Code aus einer App auf Ihrem Handy. Ein gestohlenes Passwort reicht dann nicht aus.",
  "factor.on": "Der zweite Faktor ist eingerichtet.",
  "factor.codes-left": "Sie haben noch {count} Wiederherstellungscodes.",
  "factor.no-password":
    "Sie melden sich ohne Passwort an. Einen zweiten Faktor brauchen Sie nicht.",
  "factor.passkey-hint":
    "Mit einem Passkey brauchen Sie keinen Code: Er schützt schon doppelt.",
  "factor.password": "Ihr Passwort",
  "factor.password.hint": "Zur Sicherheit fragen wir noch einmal.",
  "factor.not-proven": "Das Passwort stimmt nicht.",
  "factor.start": "App einrichten",
  "factor.restart": "Neue App einrichten",
  "factor.end.title": "Abschalten",
  "factor.end.body":
    "Danach reicht das Passwort zum Anmelden. Die Wiederherstellungscodes gelten nicht mehr.",
  "factor.end": "Zweiten Faktor abschalten",
  "factor.ended": "Der zweite Faktor ist abgeschaltet.",
  "factor.with-passkey": "Mit Passkey bestätigen",
  "proof.missing":
    "Bestätigen Sie, dass Sie es sind, zum Beispiel mit Ihrem Passwort.",
  "proof.provider": "Mit {name} bestätigen",
  "proof.provider.only":
    "Melden Sie sich noch einmal an. So sind wir sicher, dass Sie es sind. Sie kommen danach hierher zurück.",
  "proof.provider.or": "Oder melden Sie sich noch einmal so an:",
  "proof.provider.down":
    "{name} antwortet gerade nicht. Versuchen Sie es später noch einmal.",
  "proof.none":
    "Melden Sie sich ab und neu an. So sind wir sicher, dass Sie es sind.",
  "setup.title": "App einrichten",
  "setup.scan.title": "1. Code mit der App scannen",
  "setup.scan.body":
    "Öffnen Sie eine Authenticator-App auf Ihrem Handy und scannen Sie dieses Bild.",
  "setup.scan.alt": "QR-Code für die Authenticator-App",
  "setup.type":
    "Scannen geht nicht? Geben Sie diesen Schlüssel in der App ein:",
  "setup.confirm.title": "2. Code aus der App eingeben",
  "setup.confirm.hint": "6 Ziffern",
  "setup.confirm.button": "Einrichtung abschließen",
  "setup.wrong":
    "Dieser Code gilt nicht. Prüfen Sie die Uhrzeit Ihres Handys und geben Sie den nächsten Code ein.",
  "recovery.title": "Der zweite Faktor ist eingerichtet",
  "recovery.lead":
    "Drucken Sie diese Wiederherstellungscodes aus oder schreiben Sie sie ab. Jeder gilt einmal, wenn Sie Ihr Handy nicht haben.",
  "recovery.once": "Wir zeigen die Codes nur dieses eine Mal.",
  "recovery.list": "Wiederherstellungscodes",
  "recovery.done": "Weiter",
  "code.title": "Code eingeben",
  "code.lead": "Öffnen Sie Ihre Authenticator-App und geben Sie den Code ein.",
  "code.label": "Code aus der App",
  "code.hint":
    "6 Ziffern. Handy nicht zur Hand? Geben Sie einen Ihrer Wiederherstellungscodes ein.",
  "code.button": "Weiter",
  "code.wrong":
    "Dieser Code gilt nicht. Warten Sie auf den nächsten Code in der App und geben Sie ihn ein.",
};
