export const de = {
  "sign-in.title": "Anmelden",
  "sign-in.lead":
    "Mit dem Servicekonto sehen Sie Ihre Anträge, füllen Formulare schneller aus und lesen Ihre Bescheide. Das Konto gilt in allen Portalen.",
  "sign-in.needs": "Für diese Seite müssen Sie angemeldet sein.",
  "sign-in.needs-level":
    "Für diesen Schritt müssen Sie sich mit dem Niveau „{level}“ ausweisen. Ihre Eingaben bleiben gespeichert.",
  "sign-in.ways": "Mit einem anderen Konto anmelden",
  "sign-in.ways.hint":
    "Sie melden sich dort an und kommen danach hierher zurück.",
  "sign-in.way.down":
    "Diese Anmeldung antwortet gerade nicht. Versuchen Sie es später noch einmal oder wählen Sie einen anderen Weg.",
  "sign-in.way.level": "Niveau: bis „{level}“",
  "sign-in.way.button": "Weiter mit {name}",
  "sign-in.guest.title": "Ohne Konto",
  "sign-in.guest":
    "Viele Anträge können Sie auch ohne Konto stellen. Wählen Sie die Leistung und dann „Online beantragen“.",
  "sign-in.guest.link": "Leistung suchen",
  "level.none": "ohne Nachweis",
  "level.low": "niedrig",
  "level.substantial": "substanziell",
  "level.high": "hoch",
  "account.title": "Mein Servicekonto",
  "account.preline": "Servicekonto",
  "account.name": "Name",
  "account.email": "E-Mail-Adresse",
  "account.email.unconfirmed": "{email} (noch nicht bestätigt)",
  "account.email.none": "keine",
  "account.level": "Sie sind jetzt angemeldet mit",
  "account.level.value": "Niveau „{level}“",
  "account.since": "Konto seit",
  "account.organisations": "Organisationen",
  "account.organisations.body":
    "Für Ihre Firma oder Ihren Verein handeln, Mitglieder einladen.",
  "account.mandates": "Vollmachten",
  "account.mandates.body":
    "Jemand anderem erlauben, für Sie zu handeln, oder für jemanden handeln.",
  "mail.identity-linked.subject":
    "An Ihr Servicekonto wurde eine Anmeldung geknüpft",
  "mail.identity-linked.text":
    "Guten Tag,\n\nIhr Servicekonto kann ab jetzt auch mit einem weiteren Nachweis benutzt werden. Sie finden ihn im Servicekonto unter „Sicherheit“.\n\nWaren Sie das nicht? Dann melden Sie sich an, entfernen Sie den Nachweis und ändern Sie Ihr Passwort.\n",
  "mail.identity-unlinked.subject":
    "Ihr Servicekonto: eine Anmeldung wurde getrennt",
  "mail.identity-unlinked.text":
    "Guten Tag,\n\nvon Ihrem Servicekonto wurde eine Anmeldung getrennt. Waren Sie das nicht? Dann melden Sie sich an und prüfen Sie unter „Anmeldung und Sicherheit“ Ihr Konto.",
  "mail.accounts-merged.subject":
    "Ihr Servicekonto: zwei Konten wurden zusammengeführt",
  "mail.accounts-merged.text":
    "Guten Tag,\n\nzwei Servicekonten wurden zu einem zusammengeführt. Waren Sie das nicht? Dann melden Sie sich an und prüfen Sie Ihr Konto, oder rufen Sie uns an.",
  "mail.account-deleted.subject": "Ihr Servicekonto wurde gelöscht",
  "mail.account-deleted.text":
    "Guten Tag,\n\nIhr Servicekonto wurde gelöscht. Was Sie schon gesendet haben, bleibt bei der Behörde. Waren Sie das nicht? Dann rufen Sie uns an.",
};
