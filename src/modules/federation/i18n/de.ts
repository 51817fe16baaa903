export const de = {
  "way.title": "Weiter zu {name}",
  "way.lead": "Sie werden zu {name} geleitet.",
  "way.button": "Weiter zu {name}",
  "too-many.title": "Zu viele Anmeldungen begonnen",
  "too-many.lead":
    "Von Ihrem Anschluss wurden in kurzer Zeit viele Anmeldungen begonnen und nicht beendet. Versuchen Sie es in {minutes} Minuten noch einmal.",
  "failed.title": "Die Anmeldung hat nicht geklappt",
  "failed.preline": "Anmeldung mit {name}",
  "failed.draft": "Was Sie schon eingegeben haben, ist noch da.",
  "failed.unavailable":
    "{name} antwortet gerade nicht. Versuchen Sie es in einigen Minuten noch einmal, oder wählen Sie einen anderen Weg.",
  "failed.cancelled":
    "Sie haben die Anmeldung bei {name} abgebrochen. Sie sind hier nicht angemeldet.",
  "failed.level-not-reached":
    "Ihre Anmeldung bei {name} ist für diese Seite nicht sicher genug. Melden Sie sich dort mit einem sichereren Nachweis an, zum Beispiel mit dem Online-Ausweis, oder wählen Sie einen anderen Weg.",
  "failed.not-valid":
    "Wir konnten die Antwort von {name} nicht bestätigen und haben niemanden angemeldet. Beginnen Sie die Anmeldung bitte noch einmal. Klappt es wieder nicht, rufen Sie uns an.",
  "failed.refused":
    "{name} hat die Anmeldung nicht angenommen. Das liegt nicht an Ihnen. Wählen Sie bitte einen anderen Weg, oder rufen Sie uns an.",
  "failed.no-lasting-account":
    "Sie haben sich bei {name} nur vorübergehend angemeldet. Damit können wir kein Konto führen. Legen Sie bei {name} ein Konto an und melden Sie sich damit an, oder stellen Sie den Antrag ohne Anmeldung, wo das möglich ist.",
  "failed.required-attributes-missing":
    "{name} konnte uns nicht alle Angaben geben, die für die Anmeldung nötig sind. Ergänzen Sie dort Ihre Daten, oder wählen Sie einen anderen Weg.",
  "failed.again": "Andere Wege zeigen",
  "failed.back": "Zurück ohne Anmeldung",
  "over.title": "Diese Anmeldung gilt nicht mehr",
  "over.lead":
    "Eine Anmeldung muss im selben Browser und innerhalb von 15 Minuten beendet werden, und sie gilt nur einmal. Ihr Browser muss dafür Cookies annehmen.",
  "over.again": "Noch einmal anmelden",
  "over.portals": "Zu den Portalen",
  "over.installation":
    "Wählen Sie Ihr Portal und beginnen Sie die Anmeldung dort noch einmal.",
  "session-over.title": "Ihre Sitzung ist inzwischen zu Ende",
  "session-over.lead":
    "Melden Sie sich zuerst wieder so an wie vorher. Danach können Sie sich mit {name} ausweisen.",
  "link.title": "Soll {name} zu Ihrem Konto gehören?",
  "link.lead":
    "Sie sind hier angemeldet als {account}. Bei {name} haben Sie sich gerade ausgewiesen als {person}.",
  "link.effect":
    "Wenn Sie verknüpfen, können Sie sich künftig mit beiden Wegen im selben Konto anmelden.",
  "link.warning":
    "Verknüpfen Sie nur, wenn beides Sie selbst sind. Wollten Sie sich gar nicht bei {name} ausweisen, brechen Sie ab.",
  "link.confirm": "Verknüpfen und weiter",
  "link.separate": "Nicht verknüpfen, nur als {person} anmelden",
  "link.cancel": "Abbrechen",
  "person.title": "Dieser Nachweis gehört einer anderen Person",
  "person.lead":
    "Für das Konto von {account} ist ein anderes Geburtsdatum nachgewiesen als bei {name}. Wir haben nichts verknüpft.",
  "person.what":
    "Benutzen Sie Ihren eigenen Nachweis. Ist das nachgewiesene Geburtsdatum falsch, hilft Ihnen Ihre Behörde.",
  "person.back": "Zurück",
  "other.title": "{name} gehört zu einem anderen Konto",
  "other.lead":
    "Mit diesem Nachweis ist schon ein anderes Konto verknüpft. Sie sind hier weiter angemeldet als {account}.",
  "other.what":
    "Sind beide Konten Ihre? Dann können Sie sie zusammenführen. Oder Sie melden sich mit {name} an. Das Konto, in dem Sie jetzt sind, bleibt dann bestehen.",
  "other.merge": "Beide Konten zusammenführen",
  "other.separate": "Mit {name} anmelden",
  "sign-out.title": "Sie sind hier abgemeldet",
  "sign-out.lead":
    "Bei {name} sind Sie vielleicht noch angemeldet. An einem Gerät, das auch andere benutzen, melden Sie sich auch dort ab.",
  "sign-out.button": "Auch bei {name} abmelden",
  "sign-out.stay": "Zur Startseite",
  "sign-out.unavailable":
    "{name} antwortet gerade nicht. Schließen Sie alle Fenster des Browsers, dann ist niemand mehr angemeldet.",
  "operator.title": "Anmeldedienste",
  "operator.lead":
    "Wo sich Bürgerinnen, Bürger und Unternehmen mit einem anderen Konto anmelden können.",
  "operator.none": "Noch ist kein Anmeldedienst eingerichtet.",
  "operator.none.how":
    "Fügen Sie einen hinzu. Wie es bei bestimmten Diensten geht, steht in docs/how-to/connect-an-identity-provider.md.",
  "operator.add": "Anmeldedienst hinzufügen",
  "operator.saved": "Gespeichert",
  "operator.offered": "Der Dienst wird auf den Anmeldeseiten angeboten.",
  "operator.not-offered": "Der Dienst wird noch nicht angeboten.",
  "operator.raised":
    "Der Betrieb hat ein höheres Niveau freigegeben; Änderungen macht deshalb der Betrieb.",
  "operator.try": "Probe-Anmeldung",
  "operator.try.level": "Probe-Anmeldung mit verlangtem Niveau:",
  "operator.change": "Einstellungen ändern",
  "operator.offer": "Auf den Anmeldeseiten anbieten",
  "operator.withdraw": "Nicht mehr anbieten",
  "operator.list": "Eingerichtete Anmeldedienste",
  "operator.column.name": "Name",
  "operator.column.kind": "Art",
  "operator.column.level": "Höchstes Niveau",
  "operator.column.where": "Wo",
  "operator.column.state": "Zustand",
  "operator.everywhere": "alle Portale",
  "operator.disabled": "abgeschaltet",
  "operator.up": "antwortet",
  "operator.down": "antwortet nicht ({reason})",
  "operator.unknown": "noch nicht gefragt",
  "operator.back": "Zurück zu den Anmeldediensten",
  "operator.checks": "Geprüft",
  "operator.column.check": "Was",
  "operator.column.finding": "Ergebnis",
  "operator.passed": "in Ordnung",
  "operator.attributes": "Werte, die übernommen werden",
  "operator.column.attribute": "Im Konto",
  "operator.column.source": "Beim Anmeldedienst",
  "operator.column.offered": "Wird angeboten",
  "operator.offered.yes": "ja",
  "operator.offered.no": "nein",
  "operator.offered.unknown": "nicht angegeben",
  "operator.facts": "Beim Anmeldedienst einzutragen, und was er angibt",
  "level.low": "niedrig",
  "level.substantial": "substanziell",
  "level.high": "hoch",
  "check.discovery": "Beschreibung des Dienstes (Discovery)",
  "check.keys": "Schlüssel",
  "check.key-length": "Länge der Schlüssel",
  "check.authorization": "Anmeldeseite",
  "check.credentials": "Zugangsdaten des Portals",
  "check.levels": "Niveaus",
  "check.metadata": "Metadaten des Dienstes",
  "check.reachable": "Anmeldeseite antwortet",
  "fact.entity-id": "Unser Name (entityID)",
  "fact.assertion-consumer-service":
    "Rückkehradresse (AssertionConsumerService)",
  "fact.own-metadata": "Unsere Metadaten",
  "fact.provider-entity-id": "Name des Dienstes (entityID)",
  "fact.sign-on-post": "Anmeldeseite (HTTP-POST)",
  "fact.sign-on-redirect": "Anmeldeseite (HTTP-Redirect)",
  "fact.signing-keys": "Schlüssel des Dienstes",
  "fact.redirect-uri": "Rückkehradresse (redirect URI)",
  "fact.signed-out-uri": "Adresse nach dem Abmelden (post-logout redirect URI)",
  "fact.back-channel-logout-uri":
    "Adresse für Abmeldungen (back-channel logout URI)",
  "fact.issuer": "Aussteller (issuer)",
  "fact.acr-values": "Niveaus (acr values)",
  "fact.scopes": "Scopes",
  "fact.pushed-requests": "Anfragen ohne Umweg (PAR)",
  "fact.user-info": "Abfrage von Angaben (userinfo)",
  "fact.sign-out": "Abmelden vom Portal aus",
  "fact.sign-out-notices": "Meldet Abmeldungen (back-channel logout)",
};
