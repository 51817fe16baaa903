/** By the codes of refusals and inspections. A code that has a detail behind a colon is found by what is in front of it, too. */
export const failuresDe = {
  other: "Eine Prüfung ist fehlgeschlagen",
  unavailable: "Der Dienst antwortet nicht",
  timeout: "Der Dienst hat zu lange nicht geantwortet",
  cancelled: "Die Anmeldung wurde beim Dienst abgebrochen",
  "level-not-reached":
    "Die Anmeldung war nicht so sicher wie verlangt, oder der Dienst nennt ein Niveau, das hier nicht zugeordnet ist",
  "level-unknown": "Der Dienst nennt kein Niveau, das bekannt ist",
  "level-above-provider":
    "Der Dienst behauptet ein höheres Niveau, als für ihn eingetragen ist",
  levels: "Die Niveaus passen nicht zum Dienst",
  "not-offered": "Der Dienst kennt nicht alles, was hier eingetragen ist",
  replayed: "Diese Antwort wurde schon einmal benutzt",
  "no-question": "Zu dieser Antwort gibt es keine Anfrage mehr",
  "no-lasting-name":
    "Der Dienst nennt keinen Namen, der auf Dauer gilt; tragen Sie ein Attribut dafür ein",
  "no-lasting-account": "Die Person hat beim Dienst kein dauerhaftes Konto",
  "origin-not-set-up":
    "Der Dienst leitet zu einem Host, der hier nicht eingetragen ist",
  "address-not-allowed":
    "Der Dienst nennt eine Adresse, die nicht mit https:// beginnt",
  "no-such-binding": "Der Dienst hat keinen Weg für unsere Anfragen",
  "no-metadata-there": "Unter der Adresse liegen keine Metadaten",
  "metadata-not-xml": "Die Metadaten sind kein XML",
  "metadata-not-identity-provider-metadata":
    "Die Metadaten beschreiben keinen Anmeldedienst",
  "metadata-which-identity-provider":
    "Die Metadaten beschreiben mehrere Dienste; tragen Sie die entityID des richtigen ein",
  "metadata-no-sign-on-address": "In den Metadaten fehlt die Anmeldeadresse",
  "metadata-no-usable-key":
    "In den Metadaten ist kein Schlüssel, der sicher genug ist",
  "client-rejected":
    "Der Dienst nimmt die Zugangsdaten des Portals nicht an: prüfen Sie Client-ID und Secret",
  "provider-refused": "Der Dienst hat die Anfrage abgelehnt",
  misconfigured: "Die Einstellungen passen nicht zum Dienst",
  "status-not-success": "Der Dienst hat die Anmeldung abgelehnt",
  "required-attributes-missing":
    "Dem Dienst fehlen Angaben der Person, die nötig sind",
  "akdb-extension-missing": "Der Anfrage fehlt die Erweiterung der BundID",
  "akdb-extension-v1-deprecated": "Die Erweiterung der BundID ist veraltet",
  "saml-request-not-signed": "Der Dienst hat unsere Signatur nicht erkannt",
  "requested-attributes-empty": "Es wurden keine Angaben angefragt",
  "requested-attributes-missing-name":
    "Einer angefragten Angabe fehlt der Name",
  "organization-display-name-missing": "Der Name der Behörde fehlt",
  "empty-authentication-methods": "Es ist kein Anmeldeweg erlaubt",
  "missing-berca": "Dem Dienst fehlt ein Berechtigungszertifikat",
  "not-base64": "Die Antwort ist nicht lesbar (kein Base64)",
  "not-xml": "Die Antwort ist nicht lesbar (kein XML)",
  "too-large": "Die Antwort ist zu groß",
  "markup-not-allowed":
    "Die Antwort enthält verbotene Teile (DTD, Entitäten oder Kommentare)",
  "duplicate-id": "Zwei Teile der Antwort haben dieselbe ID",
  "unexpected-structure":
    "Die Antwort hat nicht den Aufbau, den SAML vorschreibt",
  "unexpected-version": "Die Antwort ist nicht in SAML 2.0",
  "not-signed": "Die verlangte Signatur fehlt",
  "signature-invalid":
    "Die Signatur ist falsch oder von einem Schlüssel, der nicht in den Metadaten steht",
  "signature-algorithm-not-allowed":
    "Das Signaturverfahren ist nicht sicher genug (SHA-1 oder ein kurzer Schlüssel)",
  "signature-of-something-else":
    "Die Signatur gehört zu einem anderen Teil der Antwort",
  "not-encrypted": "Die Angaben sind nicht verschlüsselt",
  "encryption-algorithm-not-allowed":
    "Das Verschlüsselungsverfahren ist nicht sicher genug (verlangt ist AES-GCM mit RSA-OAEP)",
  "decryption-failed":
    "Die Antwort lässt sich mit unserem Schlüssel nicht öffnen; der Dienst muss unsere Metadaten neu lesen",
  "no-assertion": "In der Antwort steht keine Anmeldung",
  "wrong-issuer": "Die Antwort kommt von einem anderen Aussteller",
  "wrong-destination":
    "Die Antwort ist an eine andere Adresse gerichtet (Destination)",
  "wrong-recipient": "Die Antwort ist für einen anderen Empfänger (Recipient)",
  "wrong-audience": "Die Antwort ist für ein anderes Portal (Audience)",
  "wrong-in-response-to": "Die Antwort gehört zu einer anderen Anfrage",
  "wrong-issue-instant":
    "Der Zeitpunkt der Antwort passt nicht: gehen die Uhren verschieden?",
  "no-bearer-confirmation": "Die Antwort sagt nicht, wer sie vorlegen darf",
  "not-yet-valid": "Die Antwort gilt erst später: gehen die Uhren verschieden?",
  expired: "Die Antwort ist abgelaufen: gehen die Uhren verschieden?",
  "sign-in-too-old":
    "Die Person hat sich nicht neu ausgewiesen, obwohl es verlangt war",
  "authn-context-not-accepted":
    "Das Niveau der Anmeldung wird nicht angenommen",
  "jwt-claim-comparison-failed": "Ein Wert im ID-Token ist nicht der erwartete",
  "jwt-timestamp-check-failed": "Das ID-Token gilt noch nicht oder nicht mehr",
  "id-token-missing": "Der Dienst schickt kein ID-Token",
  "userinfo-refused": "Der Dienst gibt die Angaben zur Person nicht heraus",
  "iat-in-future":
    "Das ID-Token ist aus der Zukunft: gehen die Uhren verschieden?",
  "iat-too-old": "Das ID-Token ist zu alt: gehen die Uhren verschieden?",
  azp: "Das ID-Token ist für einen anderen Client",
  sub: "Das ID-Token nennt keine Person, wie es vorgeschrieben ist",
  "auth-time":
    "Der Zeitpunkt der Anmeldung ist nicht lesbar oder in der Zukunft",
  "auth-time-missing":
    "Der Dienst sagt nicht, wann sich die Person ausgewiesen hat",
  "auth-time-too-old":
    "Die Person hat sich nicht neu ausgewiesen, obwohl es verlangt war",
  "content-type": "Der Dienst antwortet nicht mit JSON",
  keys: "Die Schlüssel des Dienstes sind nicht lesbar",
  "short-key":
    "Ein Schlüssel, mit dem der Dienst unterschreibt, ist kürzer als heute empfohlen (RSA ab 3072). Anmeldungen gehen; sprechen Sie den Betreiber darauf an",
  "no-keys": "Der Dienst veröffentlicht keine Schlüssel",
};
