import { reviewDe } from "./review-de.ts";
import { teamsDe } from "./teams-de.ts";

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
  "signed-out.title": "Sie sind abgemeldet",
  "signed-out.body":
    "Andere Personen an diesem Gerät sehen Ihre Vorgänge nicht mehr.",
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
  "account.factor.directory":
    "Sie melden sich mit dem Verzeichnis der Verwaltung an. Was dort verlangt wird, gilt auch hier.",
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

  // who has access
  "members.title": "Beschäftigte",
  "members.lead":
    "Wer an diesem Portal arbeitet und was sie oder er darf. Jede Änderung wird protokolliert.",
  "members.add": "Zugang anlegen",
  "members.add.lead":
    "Danach zeigen wir ein Einmalpasswort. Geben Sie es persönlich weiter.",
  "members.add.button": "Zugang anlegen",
  "members.name": "Name",
  "members.roles": "Rollen",
  "members.roles.save": "Rollen speichern",
  "members.state": "Zustand",
  "members.state.disabled": "gesperrt",
  "members.state.invited": "noch nicht angemeldet",
  "members.state.secured": "mit zweitem Faktor",
  "members.state.no-factor": "ohne zweiten Faktor",
  "members.seen": "Zuletzt angemeldet",
  "members.seen.never": "noch nie",
  "members.oneself":
    "Das sind Sie. Ihren eigenen Zugang kann nur jemand anderes ändern.",
  "members.password.title": "Passwort vergessen",
  "members.password.lead":
    "Sie bekommen ein Einmalpasswort. Das bisherige gilt dann nicht mehr, offene Sitzungen enden.",
  "members.password.button": "Einmalpasswort erzeugen",
  "members.password.made": "Einmalpasswort",
  "members.password.once":
    "Wir zeigen es nur dieses eine Mal. Bei der nächsten Anmeldung wird ein eigenes gewählt.",
  "members.factor.title": "Handy verloren",
  "members.factor.lead":
    "Der zweite Faktor und die Wiederherstellungscodes gelten dann nicht mehr. Bei der nächsten Anmeldung wird ein neuer eingerichtet.",
  "members.factor.button": "Zweiten Faktor zurücksetzen",
  "members.disable.title": "Zugang sperren",
  "members.disable.lead":
    "Die Person ist sofort abgemeldet und kommt nicht mehr herein. Was sie getan hat, bleibt unter ihrem Namen.",
  "members.disable.button": "Zugang sperren",
  "members.enable.title": "Zugang öffnen",
  "members.enable.lead": "Die Person kann sich danach wieder anmelden.",
  "members.enable.button": "Zugang öffnen",
  "members.error.login-invalid":
    "Geben Sie die E-Mail-Adresse so ein: name@stadt.de",
  "members.error.login-taken":
    "Mit dieser E-Mail-Adresse gibt es schon einen Zugang.",
  "members.error.name-missing": "Geben Sie den Namen ein.",
  "members.error.role-missing": "Wählen Sie mindestens eine Rolle.",
  "role.caseworker": "Sachbearbeitung",
  "role.caseworker.hint": "liest und bearbeitet Vorgänge",
  "role.team-lead": "Teamleitung",
  "role.team-lead.hint":
    "liest und bearbeitet Vorgänge, sieht den Stand der Zustellungen",
  "role.editor": "Redaktion",
  "role.editor.hint": "pflegt Formulare, sieht keine Anträge",
  "role.admin": "Verwaltung des Portals",
  "role.admin.hint":
    "verwaltet Zugänge, Formulare und Zustellungen, sieht keine Anträge",
  "role.auditor": "Revision",
  "role.auditor.hint": "liest das Protokoll: wer hat was getan",
  "role.identity-officer": "Identitätsprüfung",
  "role.identity-officer.hint":
    "bestätigt am Schalter, wer eine Person ist, und sieht sonst nichts",
  "role.operator": "Betrieb",
  "role.operator.hint": "betreibt die Anlage für alle Portale",

  // the authority's own user directory
  "directory.title": "Anmeldung mit dem Verzeichnis der Verwaltung",
  "directory.lead":
    "Beschäftigte melden sich mit dem Konto an, das sie schon haben (OpenID Connect, zum Beispiel Entra ID oder Keycloak). Gruppen dort werden Rollen hier.",
  "directory.return":
    "Rücksprungadresse: Tragen Sie sie im Verzeichnis für diese Anwendung ein",
  "directory.label": "Name auf der Anmeldeseite",
  "directory.label.hint": "Zum Beispiel: Konto der Stadt Schwerin",
  "directory.issuer": "Adresse des Verzeichnisses (Issuer)",
  "directory.issuer.hint":
    "Genau so, wie das Verzeichnis sich nennt, zum Beispiel https://login.stadt.example/realms/verwaltung",
  "directory.clientId": "Kennung dieser Anwendung (Client-ID)",
  "directory.clientId.hint": "Vergibt das Verzeichnis.",
  "directory.clientSecret": "Geheimnis dieser Anwendung (Client-Secret)",
  "directory.clientSecret.hint":
    "Wird verschlüsselt gespeichert und nie wieder angezeigt.",
  "directory.clientSecret.kept":
    "Ist gespeichert. Lassen Sie das Feld leer, um es zu behalten.",
  "directory.authentication": "So weist sich das Portal aus",
  "directory.authentication.hint":
    "Im Zweifel der erste Weg. Die Prüfung unten zeigt, ob er passt.",
  "directory.secret-basic": "im Kopf der Anfrage (client_secret_basic)",
  "directory.secret-post": "als Feld der Anfrage (client_secret_post)",
  "directory.secret-basic-unencoded":
    "im Kopf, ohne Kodierung (manche ältere Verzeichnisse)",
  "directory.scopes": "Scopes",
  "directory.scopes.hint": "Durch Leerzeichen getrennt, außer openid.",
  "directory.acrValues": "Verlangte Stufen (acr)",
  "directory.acrValues.hint":
    "Zum Beispiel die Stufe für mehrere Faktoren. Leer: Das Verzeichnis entscheidet.",
  "directory.groupsClaim": "Angabe mit den Gruppen (Claim)",
  "directory.groupsClaim.hint": "Zum Beispiel groups oder realm_access.roles.",
  "directory.groups": "Gruppen, die eine Rolle haben",
  "directory.groups.hint":
    "Mehrere durch Komma trennen. Wer in keiner Gruppe ist, kommt nicht herein.",
  "directory.isEnabled": "Auf der Anmeldeseite anbieten",
  "directory.save": "Speichern",
  "directory.saved": "Gespeichert",
  "directory.error.issuer":
    "Geben Sie die Adresse so ein: https://login.stadt.example",
  "directory.error.issuerHost":
    "Diese Adresse ist nicht freigegeben. Bitten Sie den Betrieb, sie freizugeben.",
  "directory.error.groupsClaim":
    "Geben Sie den Namen so ein: groups oder realm_access.roles",
  "directory.error.clientSecret": "Geben Sie das Geheimnis ein.",
  "directory.error.label": "Geben Sie den Namen auf der Anmeldeseite ein.",
  "directory.error.clientId": "Geben Sie die Client-ID ein.",
  "directory.test.title": "Verbindung prüfen",
  "directory.test.lead":
    "Wir fragen das Verzeichnis nach allem, was ohne Anmeldung einer Person geht. Es ändert sich nichts.",
  "directory.test.button": "Jetzt prüfen",
  "directory.test.fine": "Das Verzeichnis antwortet, alles passt",
  "directory.test.wrong": "Etwas passt noch nicht",
  "directory.check.discovery": "Beschreibung des Verzeichnisses",
  "directory.check.keys": "Schlüssel",
  "directory.check.authorization": "Anmeldeseite",
  "directory.check.credentials": "Kennung und Geheimnis",
  "directory.check.passed": "in Ordnung",
  "directory.check.failed": "nicht in Ordnung (Code {code})",
  "directory.offer.scopes": "Angebotene Scopes",
  "directory.offer.claims": "Angebotene Angaben",
  "directory.button": "Weiter mit: {label}",
  "directory.or": "Oder mit E-Mail-Adresse und Passwort",
  "directory.unavailable":
    "Das Verzeichnis antwortet gerade nicht. Versuchen Sie es später noch einmal.",
  "directory.cancelled":
    "Die Anmeldung wurde abgebrochen. Sie können es noch einmal versuchen.",
  "directory.misconfigured":
    "Die Anmeldung mit dem Verzeichnis ist nicht richtig eingerichtet. Wenden Sie sich an die Person, die Zugänge verwaltet.",
  "directory.attempt-unknown":
    "Diese Anmeldung ist abgelaufen oder wurde in einem anderen Browser begonnen. Beginnen Sie noch einmal.",
  "directory.no-role":
    "Ihr Konto ist in keiner Gruppe, die hier arbeiten darf. Wenden Sie sich an die Person, die Zugänge verwaltet.",
  "directory.disabled":
    "Ihr Zugang ist gesperrt. Wenden Sie sich an die Person, die Zugänge verwaltet.",
  "directory.login-taken":
    "Mit Ihrer E-Mail-Adresse gibt es schon einen Zugang mit Passwort. Die Person, die Zugänge verwaltet, kann ihn an das Verzeichnis übergeben.",
  "directory.no-address":
    "Ihr Konto im Verzeichnis hat keine E-Mail-Adresse. Wenden Sie sich an die Person, die Zugänge verwaltet.",
  "directory.level-not-reached":
    "Melden Sie sich im Verzeichnis mit einem zweiten Faktor an.",
  "members.directory": "Anmeldung mit dem Verzeichnis einrichten",
  "members.state.directory": "Verzeichnis der Verwaltung",
  "members.roles.none": "keine",
  "members.of-directory":
    "Diese Person meldet sich mit dem Verzeichnis der Verwaltung an. Ihre Rollen kommen aus den Gruppen dort.",
  "members.hand-over.title": "An das Verzeichnis übergeben",
  "members.hand-over.lead":
    "Wer sich im Verzeichnis mit dieser E-Mail-Adresse anmeldet, übernimmt den Zugang. Das Passwort gilt dann nicht mehr. Tun Sie das nur, wenn das Verzeichnis die Adressen selbst vergibt.",
  "members.hand-over.button": "An das Verzeichnis übergeben",
  "members.hand-over.waiting":
    "Wartet auf die nächste Anmeldung mit dem Verzeichnis.",

  // teams and absence
  ...reviewDe,
  ...teamsDe,
  "absence.title": "Abwesenheit und Vertretung",
  "absence.lead":
    "Sind Sie im Urlaub? Tragen Sie ein, wer Sie vertritt. Die Vertretung sieht und bearbeitet dann Ihre Vorgänge.",
  "absence.link": "Abwesenheit und Vertretung eintragen",
  "absence.none": "Es ist keine Abwesenheit eingetragen.",
  "absence.add.title": "Neue Abwesenheit",
  "absence.from": "Erster Tag",
  "absence.until": "Letzter Tag",
  "absence.substitute": "Vertretung",
  "absence.add": "Abwesenheit eintragen",
  "absence.remove": "Löschen",
  "absence.absence-days-missing":
    "Geben Sie den ersten und den letzten Tag mit Tag, Monat und Jahr ein.",
  "absence.absence-days-reversed":
    "Der letzte Tag liegt vor dem ersten. Ändern Sie einen der beiden.",
  "absence.absence-over":
    "Der letzte Tag ist schon vorbei. Geben Sie einen späteren ein.",
  "absence.absence-substitute-missing": "Wählen Sie, wer Sie vertritt.",
};
