export const setupDe = {
  back: "Zurück",
  save: "Speichern und prüfen",
  "error-title": "Fehler: {title}",
  "new.title": "Anmeldedienst hinzufügen",
  "change.title": "Anmeldedienst ändern",
  "form.lead":
    "Ein neuer Dienst wird erst angeboten, wenn Sie ihn freigeben. Probieren Sie ihn vorher mit einer Probe-Anmeldung aus.",
  "kind.lead": "Wie spricht der Dienst mit dem Portal?",
  "kind.oidc": "OpenID Connect",
  "kind.oidc.what":
    "Servicekonto des Landes, Keycloak, Entra ID und andere. Sie brauchen die Adresse des Dienstes und die Zugangsdaten, die er dem Portal gegeben hat.",
  "kind.saml": "SAML 2.0",
  "kind.saml.what":
    "Jeder Dienst mit SAML-Metadaten. Sie brauchen die Metadaten als Adresse oder Datei.",
  "kind.bundid": "BundID",
  "kind.bundid.what":
    "Das Nutzerkonto des Bundes. Sie brauchen die Metadaten und die Kennung Ihres Onlinedienstes.",
  "kind.muk": "Organisationskonto",
  "kind.muk.what":
    "Mein Unternehmenskonto (ELSTER). Sie brauchen die Metadaten.",
  "section.shown": "Was man sieht",
  "section.service": "Verbindung zum Dienst",
  "section.more": "Weitere Einstellungen",
  "section.levels": "Vertrauensniveaus",
  "section.attributes": "Werte, die übernommen werden",
  "own.level":
    "Was Ihr Dienst bestätigt, gilt mit dem Niveau „niedrig“, und nur Ihr Portal bietet ihn an. Ein höheres Niveau gibt der Betrieb frei.",
  everywhere: "alle Portale",
  usual: "wie üblich",
  kept: "Bleibt dieses Feld leer, gilt weiter, was gespeichert ist.",
  "field.key": "Kurzname",
  "hint.key":
    "Steht in Adressen und bleibt für immer mit den Konten verbunden: kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel „land“.",
  "field.nameDe": "Name",
  "field.nameEn": "Name auf Englisch",
  "field.descriptionDe": "Ein Satz für die Anmeldeseite",
  "field.descriptionEn": "Der Satz auf Englisch",
  "field.level": "Höchstes Niveau, das der Dienst beweisen kann",
  "hint.level": "Was der Dienst darüber hinaus behauptet, gilt nicht.",
  "field.portal": "Welches Portal bietet ihn an?",
  "level.none": "ungeprüft",
  "level.low": "niedrig",
  "level.substantial": "substanziell",
  "level.high": "hoch",
  "field.issuer": "Adresse des Dienstes (Issuer oder Discovery)",
  "hint.issuer":
    "Genau so, wie der Dienst sich nennt, zum Beispiel https://konto.example.org",
  "field.clientId": "Client-ID",
  "hint.clientId": "So heißt das Portal beim Dienst.",
  "field.clientSecret": "Client-Secret",
  "hint.clientSecret": "Wird verschlüsselt gespeichert und nie wieder gezeigt.",
  "field.authentication": "Wie sich das Portal ausweist",
  "hint.authentication": "Üblich ist client_secret_basic.",
  "field.privateKey": "Privater Schlüssel (JWK)",
  "hint.privateKey":
    "Nur wenn sich das Portal mit einem Schlüssel ausweist. Wird nie wieder gezeigt.",
  "field.decryptionKey": "Schlüssel zum Entschlüsseln (JWK)",
  "hint.decryptionKey":
    "Nur wenn der Dienst seine Antworten verschlüsselt. Wird nie wieder gezeigt.",
  "field.scopes": "Scopes",
  "hint.scopes":
    "Mit Leerzeichen dazwischen, ohne openid. Üblich ist „profile“.",
  "field.origins": "Weitere Adressen, zu denen Personen geleitet werden",
  "hint.origins":
    "Eine je Zeile. Nur nötig, wenn die Anmeldeseite auf einem anderen Host liegt.",
  "field.levelOtherwise": "Niveau ohne bekannten Wert",
  "hint.levelOtherwise":
    "Bleibt es offen, werden Anmeldungen ohne bekanntes Niveau abgelehnt.",
  "field.metadataAddress": "Adresse der Metadaten",
  "hint.metadataAddress":
    "Wird alle zehn Minuten neu gelesen. Sonst laden Sie unten eine Datei hoch.",
  "field.metadata": "Metadaten als Datei",
  "hint.metadata": "XML, höchstens 4 MB.",
  "field.providerEntityId": "entityID des Dienstes",
  "hint.providerEntityId":
    "Nur nötig, wenn die Metadaten mehrere Dienste beschreiben.",
  "field.entityId": "entityID des Portals",
  "hint.entityId":
    "Üblich ist die Adresse unserer Metadaten. Darf sich später nicht ändern.",
  "field.onlineServiceId": "Kennung des Onlinedienstes (OnlineServiceId)",
  "hint.onlineServiceId": "Haben Sie mit der Registrierung bekommen.",
  "field.methods": "Anmeldewege",
  "hint.methods":
    "Mit Leerzeichen dazwischen. Üblich sind eID eIDAS Elster Benutzername.",
  "field.nameIdFormat": "Format des Namens (NameID)",
  "hint.nameIdFormat": "Üblich ist persistent; „any“ fragt nach keinem.",
  "field.subject": "Attribut, das die Person auf Dauer benennt",
  "hint.subject":
    "Nur nötig, wenn der Dienst keine dauerhafte NameID hat, zum Beispiel „uid“.",
  "field.binding": "Weg der Anfragen",
  "hint.binding": "Üblich ist HTTP-Redirect.",
  "field.signatureAlgorithm": "Signatur der Anfragen",
  "hint.signatureAlgorithm": "Üblich ist rsa-sha256.",
  "field.signed": "Was signiert sein muss",
  "hint.signed": "Üblich ist, dass eines von beiden genügt.",
  "field.encrypted": "Antworten",
  "hint.encrypted":
    "Unverschlüsselt gehen die Angaben lesbar durch den Browser.",
  "option.encrypted": "müssen verschlüsselt sein",
  "option.clear": "dürfen unverschlüsselt sein",
  "field.clockSkewSeconds": "Erlaubter Unterschied der Uhren in Sekunden",
  "hint.clockSkewSeconds": "Üblich sind 60, höchstens 180.",
  "field.renewsKey": "Neuen Schlüssel des Portals erzeugen",
  "hint.renewsKey":
    "Der bisherige bleibt gültig, bis der Dienst unsere Metadaten neu gelesen hat.",
  "field.levels": "Was beweist welches Niveau?",
  "hint.levels.oidc": "Werte von acr, einer je Zeile, zum Beispiel „loa-2“.",
  "hint.levels.saml":
    "Werte von AuthnContextClassRef, einer je Zeile. Was nirgends steht, beweist „niedrig“.",
  "field.attributes": "Wie heißen die Werte beim Dienst?",
  "hint.attributes.oidc":
    "Namen der Claims; ein Punkt führt in ein Objekt: address.postal_code. Bleiben alle leer, gelten die üblichen Namen.",
  "hint.attributes.saml":
    "Namen der Attribute (Name, nicht FriendlyName). Was leer bleibt, wird nicht übernommen.",
  "attribute.familyName": "Familienname",
  "attribute.birthName": "Geburtsname",
  "attribute.givenNames": "Vornamen",
  "attribute.academicTitle": "Doktorgrad",
  "attribute.dateOfBirth": "Geburtsdatum",
  "attribute.placeOfBirth": "Geburtsort",
  "attribute.nationality": "Staatsangehörigkeit",
  "attribute.street": "Straße",
  "attribute.houseNumber": "Hausnummer",
  "attribute.postcode": "Postleitzahl",
  "attribute.town": "Ort",
  "attribute.country": "Land",
  "attribute.email": "E-Mail-Adresse",
  "attribute.phone": "Telefon",
  "error.name": "Geben Sie einen Namen ein.",
  "error.description": "Schreiben Sie einen Satz für die Anmeldeseite.",
  "error.key-invalid":
    "Nehmen Sie 2 bis 39 kleine Buchstaben, Ziffern und Bindestriche, vorn einen Buchstaben.",
  "error.key-taken":
    "Diesen Kurznamen gibt es schon. Nehmen Sie einen anderen.",
  "error.key-of-another-kind":
    "Unter diesem Kurznamen gibt es einen Dienst anderer Art. Nehmen Sie einen anderen.",
  "error.host":
    "Diese Hosts sind nicht freigegeben: {hosts}. Bitten Sie den Betrieb, sie freizugeben.",
  "error.attribute": "Geben Sie einen Namen ohne Leerzeichen ein.",
  "error.levels":
    "Nennen Sie mindestens einen Wert, sonst könnte sich niemand anmelden.",
  "error.metadata":
    "Geben Sie die Adresse der Metadaten an oder laden Sie die Metadaten eines Anmeldedienstes als XML-Datei hoch.",
  "error.address":
    "Geben Sie eine vollständige Adresse ein, die mit https:// beginnt.",
  "error.secret":
    "Geben Sie das Geheimnis ein; so, wie sich das Portal ausweist, wird es gebraucht.",
  "error.other": "Prüfen Sie diesen Wert.",
  "trial.title": "Ergebnis der Probe-Anmeldung",
  "trial.lead":
    "Niemand wurde angemeldet, und nichts davon kam in ein Konto. Diese Seite gilt 15 Minuten in diesem Browser.",
  "trial.accepted": "Diese Anmeldung würde gelten",
  "trial.person": "Angemeldet wäre {name} mit dem Niveau „{level}“.",
  "trial.organisation": "Gehandelt würde für {name}.",
  "trial.refused": "Diese Anmeldung würde nicht gelten",
  "trial.mapped": "Was ein Konto davon bekäme",
  "trial.arrived": "Was der Dienst geschickt hat",
  "trial.nothing":
    "Vom Dienst kam nichts an, das sich lesen lässt und dem man trauen kann.",
  "trial.missing": "kam nicht an",
  "trial.column.attribute": "Im Konto",
  "trial.column.source": "Beim Dienst",
  "trial.column.value": "Wert",
  "trial.column.level": "Niveau",
  "trial.again": "Noch einmal probieren",
  "trial.change": "Einstellungen ändern",
};
