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
  "passkey.add.button": "Passkey einrichten",
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
  "passkey.card":
    "Ohne Passwort anmelden: mit Fingerabdruck, Gesicht oder PIN.",
};
