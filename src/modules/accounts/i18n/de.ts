export const de = {
  "sign-in.title": "Anmelden",
  "sign-in.lead":
    "Mit dem Servicekonto sehen Sie Ihre Anträge, füllen Formulare schneller aus und lesen Ihre Bescheide. Das Konto gilt in allen Portalen.",
  "sign-in.needs": "Für diese Seite müssen Sie angemeldet sein.",
  "sign-in.saved":
    "Sie sind abgemeldet. Was Sie eingegeben haben, ist gespeichert. Melden Sie sich neu an, dann machen Sie dort weiter.",
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
    "Guten Tag,\n\nIhr Servicekonto kann ab jetzt auch mit einem weiteren Nachweis benutzt werden. Sie finden ihn im Servicekonto unter „Nachweise“.\n\nWaren Sie das nicht? Dann melden Sie sich an, trennen Sie den Nachweis und ändern Sie Ihr Passwort.\n",
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
  "mail.unused.subject": "Ihr Servicekonto: lange nicht benutzt ({portal})",
  "mail.unused.text":
    "Guten Tag,\n\nIhr Servicekonto wurde lange nicht benutzt. Wir löschen es am {day}, wie es das Gesetz verlangt. Möchten Sie es behalten? Dann melden Sie sich bis dahin einmal an:\n{address}\n\nWas Sie schon gesendet haben, bleibt bei der Behörde.",
  "error-title": "Fehler: {title}",
  "data.title": "Meine Daten",
  "data.lead": "Nehmen Sie Ihre Daten mit, oder löschen Sie Ihr Konto.",
  "data.back": "Zurück zu „Meine Daten“",
  "export.title": "Alles, was wir zu Ihrem Konto speichern",
  "export.lead":
    "Auch Ihre Entwürfe und gesendeten Anträge. Zum Lesen als PDF, oder maschinenlesbar als JSON. Haben Sie Dateien hochgeladen, bekommen Sie alles in einem Archiv (ZIP).",
  "export.pdf": "Als PDF herunterladen",
  "export.json": "Als JSON herunterladen",
  "export.proof.title": "Meine Daten herunterladen",
  "export.proof.ready":
    "Sie haben gezeigt, dass Sie es sind. Laden Sie die Datei jetzt herunter.",
  "export.proof.lead":
    "In der Datei steht alles über Ihr Konto. Zeigen Sie deshalb noch einmal, dass Sie es sind.",
  "export.pdf.title": "Meine Daten im Servicekonto",
  "export.pdf.lead": "Stand: {at}",
  "export.pdf.page": "Seite {page} von {pages}",
  "export.pdf.nothing": "Dazu ist nichts gespeichert.",
  "export.pdf.replaced":
    "Einzelne Zeichen konnten nicht gedruckt werden. Vollständig sind sie in der JSON-Datei.",
  "export.last-sign-in": "Zuletzt angemeldet",
  "export.profile": "Angaben zur Person",
  "export.value": "Angabe",
  "export.source": "Quelle",
  "export.level": "Niveau",
  "export.at": "Zeit",
  "export.postfach": "Kennung des Postfachs",
  "export.use": "Benutzung",
  "export.session": "Anmeldung",
  "export.device": "Gerät",
  "export.notice": "Hinweis",
  "export.notice.what": "Was geschah",
  "export.consent": "Einwilligung",
  "export.revoked": "Widerrufen",
  "export.attribute.familyName": "Familienname",
  "export.attribute.birthName": "Geburtsname",
  "export.attribute.givenNames": "Vornamen",
  "export.attribute.academicTitle": "Doktorgrad",
  "export.attribute.dateOfBirth": "Geburtsdatum",
  "export.attribute.placeOfBirth": "Geburtsort",
  "export.attribute.nationality": "Staatsangehörigkeit",
  "export.attribute.street": "Straße",
  "export.attribute.houseNumber": "Hausnummer",
  "export.attribute.postcode": "Postleitzahl",
  "export.attribute.town": "Ort",
  "export.attribute.country": "Land",
  "export.attribute.email": "E-Mail-Adresse",
  "export.attribute.phone": "Telefon",
  "delete.title": "Konto löschen",
  "delete.lead": "Das geht jederzeit und sofort.",
  "delete.goes":
    "Gelöscht werden: Ihre Angaben, alle Anmeldungen, Vollmachten und angefangene Anträge.",
  "delete.stays":
    "Was Sie schon gesendet haben, bleibt bei der Behörde in der Akte. Den Stand sehen Sie weiter mit dem Link aus der Bestätigung.",
  "delete.itself":
    "Benutzen Sie das Konto nicht mehr, löschen wir es am {day} von selbst. Zwei Monate vorher kündigen wir das an: per E-Mail, oder ohne bestätigte Adresse hier im Konto.",
  "delete.confirm": "Ja, ich möchte mein Konto löschen.",
  "delete.unconfirmed":
    "Setzen Sie den Haken, wenn Sie Ihr Konto löschen möchten.",
  "delete.proof.title": "Konto wirklich löschen?",
  "delete.proof.ready":
    "Sie haben gezeigt, dass Sie es sind. Mit dem nächsten Schritt ist das Konto sofort gelöscht.",
  "delete.proof.lead":
    "Zeigen Sie noch einmal, dass Sie es sind. Danach ist das Konto sofort gelöscht.",
  "delete.button": "Konto löschen",
  "delete.obstacle": "Das Konto kann noch nicht gelöscht werden",
  "deleted.title": "Ihr Konto ist gelöscht",
  "deleted.lead":
    "Sie können jederzeit ein neues anlegen. Viele Anträge gehen auch ohne Konto.",
  "deleted.start": "Zur Startseite",
  "identities.title": "Verknüpfte Nachweise",
  "identities.lead":
    "Womit Sie sich außer mit dem Passwort ausweisen können. Ein höheres Niveau brauchen Sie nur für manche Anträge.",
  "identities.empty.title": "Noch nichts verknüpft",
  "identities.empty.body": "Ihr Konto hat bisher nur die Anmeldung bei uns.",
  "identities.linked": "Verknüpft am",
  "identities.used": "Zuletzt benutzt",
  "identities.unlink": "Trennen",
  "unlink.title": "Nachweis trennen?",
  "unlink.lead":
    "Danach können Sie sich damit nicht mehr bei diesem Konto anmelden. Alle anderen Anmeldungen Ihres Kontos enden. Sie können den Nachweis später wieder verknüpfen.",
  "unlink.what": "Nachweis",
  "unlink.button": "Nachweis trennen",
  "unlink.cancel": "Nachweis behalten",
  "identities.counter": "Ausweis, am Schalter gezeigt",
  "identities.merged": "Beide Konten sind jetzt eines.",
  "identities.unlinked": "Der Nachweis ist getrennt.",
  "identities.last-means":
    "Das ist Ihre einzige Anmeldung. Richten Sie erst eine andere ein, zum Beispiel ein Passwort.",
  "identities.link.title": "Weiteren Nachweis verknüpfen",
  "identities.link.lead":
    "Sie weisen sich dort aus und kommen hierher zurück. Ihre Angaben von dort bekommen ihre Quelle dazu.",
  "identities.link": "Verknüpfen: {name}",
  "merge.title": "Zwei Konten zu einem machen?",
  "merge.lead":
    "Dieser Nachweis gehört schon zu einem anderen Servicekonto von Ihnen. Sie haben beide gerade nachgewiesen.",
  "merge.other": "Das andere Konto",
  "merge.moves":
    "Anträge, Entwürfe, Nachweise, Organisationen und Vollmachten des anderen Kontos kommen in dieses.",
  "merge.stays":
    "Ihr Passwort und Ihre E-Mail-Adresse hier bleiben, wie sie sind.",
  "merge.final":
    "Das andere Konto gibt es danach nicht mehr. Das lässt sich nicht rückgängig machen.",
  "merge.button": "Konten zusammenführen",
  "merge.cancel": "Nicht zusammenführen",
  "merge.refused.title": "Diese Konten gehören zu zwei Personen",
  "merge.refused.lead":
    "Für das andere Konto ist jemand mit anderem Geburtsdatum oder anderem Vornamen nachgewiesen. Deshalb führen wir die Konten nicht zusammen. Es hat sich nichts geändert.",
  "merge.refused.name":
    "Sind beide Konten Ihre, zum Beispiel nach einer Änderung Ihres Namens? Dann weisen Sie sich zuerst in jedem der beiden Konten neu aus. Möchten Sie für jemanden handeln, brauchen Sie eine Vollmacht.",
  "merge.refused.back": "Zu den Nachweisen",
  "mail.passkey-added.subject": "Ihr Servicekonto: ein Passkey kam hinzu",
  "mail.passkey-added.text":
    "Guten Tag,\n\nin Ihrem Servicekonto wurde ein Passkey eingerichtet. Damit kann man sich ohne Passwort anmelden.\n\nWaren Sie das nicht? Dann melden Sie sich an, entfernen Sie den Passkey unter „Sicherheit“ und ändern Sie Ihr Passwort.\n",
  "mail.passkey-removed.subject":
    "Ihr Servicekonto: ein Passkey wurde entfernt",
  "mail.passkey-removed.text":
    "Guten Tag,\n\naus Ihrem Servicekonto wurde ein Passkey entfernt.\n\nWaren Sie das nicht? Dann melden Sie sich an, beenden Sie unter „Sicherheit“ alle anderen Sitzungen und ändern Sie Ihr Passwort.\n",
  "mail.passkey-copied.subject":
    "Ihr Servicekonto: eine Anmeldung wurde abgelehnt",
  "mail.passkey-copied.text":
    "Guten Tag,\n\nwir haben eine Anmeldung mit einem Ihrer Passkeys abgelehnt, weil jemand eine Kopie davon haben kann.\n\nMelden Sie sich auf anderem Weg an, entfernen Sie den Passkey unter „Sicherheit“ und richten Sie einen neuen ein.\n",
  "hand-over.title": "In diesem Portal weitermachen?",
  "hand-over.lead":
    "Sie kommen von einem anderen Portal und sind hier noch nicht angemeldet: {portal}.",
  "hand-over.other":
    "Hier ist noch jemand angemeldet: {name}. Diese Anmeldung endet dann.",
  "hand-over.button": "Weiter als {name}",
  "hand-over.cancel": "Nein, zur Startseite",
  "hand-over.over": "Dieser Übergang gilt nicht mehr",
  "hand-over.over.lead":
    "Er gilt nur einmal und zwei Minuten lang. Melden Sie sich hier an, Ihr Konto ist dasselbe.",
  "hand-over.portals": "In einem anderen Portal weitermachen",
  "hand-over.portals.lead":
    "Ihr Konto gilt in allen Portalen. Sie müssen sich dort nicht noch einmal anmelden.",
  "hand-over.portal": "Portal",
  "hand-over.ready": "Der Übergang gilt zwei Minuten lang und nur einmal.",
  "hand-over.follow": "Weiter zum anderen Portal",
  "hand-over.go": "Dorthin wechseln",
  "mail.identity-confirmed.subject":
    "Ihr Servicekonto: Ihr Ausweis wurde bestätigt",
  "mail.identity-confirmed.text":
    "Guten Tag,\n\nam Schalter wurde mit einem Code aus Ihrem Servicekonto ein Ausweis bestätigt. Melden Sie sich jetzt mit Ihrem Passkey oder Ihrer App neu an.\n\nWaren Sie das nicht? Dann melden Sie sich an, trennen Sie den Nachweis und ändern Sie Ihr Passwort.\n",
  "consents.title": "Einwilligungen",
  "consents.lead":
    "Wozu Sie ja gesagt haben. Sie können jede Einwilligung jederzeit widerrufen.",
  "consents.in-force": "Gültige Einwilligungen",
  "consents.prefill":
    "Ihre Angaben aus dem Servicekonto werden in Anträge für diese Leistung eingesetzt.",
  "consents.prefill.name": "Angaben in Anträge einsetzen",
  "consents.other": "Sie haben der Nutzung Ihrer Angaben zugestimmt.",
  "consents.granted": "Erteilt am {date}",
  "consents.revoke": "Widerrufen",
  "consents.revoked": "Einwilligung widerrufen",
  "consents.revoked.body":
    "Das gilt ab sofort. In offenen Anträgen bleibt stehen, was schon eingetragen ist; Sie können es ändern. Was Sie schon gesendet haben, bleibt bei der Behörde.",
  "consents.none": "Keine gültige Einwilligung",
  "consents.none.body":
    "Wenn Sie einen Antrag beginnen, fragen wir Sie, ob wir Ihre Angaben aus dem Servicekonto einsetzen dürfen. Sagen Sie ja, steht es danach hier.",
  "consents.profile": "Meine Angaben ansehen",
  "consents.before": "Widerrufene Einwilligungen",
  "consents.what": "Wofür",
  "consents.granted-on": "Erteilt am",
  "consents.revoked-on": "Widerrufen am",
  "profile.title": "Angaben zu mir",
  "profile.lead":
    "Was Ihr Konto über Sie weiß. Freiwillig: Sie können alles leer lassen.",
  "profile.saved": "Gespeichert",
  "profile.confirmed": "Bestätigte Angaben",
  "profile.confirmed.hint":
    "Diese Angaben hat eine andere Stelle bestätigt. Sie ändern sich, wenn Sie sich dort wieder ausweisen.",
  "profile.source": "Aus {source}, Niveau „{level}“, am {date}",
  "profile.source.counter": "Ausweis am Schalter",
  "profile.own": "Eigene Angaben",
  "profile.own.hint":
    "Von Ihnen selbst eingetragen. Leeren Sie ein Feld, löschen wir die Angabe.",
  "profile.date.wrong": "Geben Sie Ihr Geburtsdatum so ein: 31 12 1980.",
  "profile.email.wrong":
    "Geben Sie die E-Mail-Adresse so ein: name@beispiel.de",
  "profile.too-long": "Kürzen Sie „{label}“ auf höchstens {most} Zeichen.",
  "profile.source.self": "von Ihnen selbst",
  "profile.save": "Angaben speichern",
  "mail.second-factor-on.subject":
    "Ihr Servicekonto: zweiter Faktor eingerichtet",
  "mail.second-factor-on.text":
    "Guten Tag,\n\nin Ihrem Servicekonto wurde eine App mit Codes als zweiter Faktor eingerichtet. Nach dem Passwort fragen wir jetzt nach einem Code.\n\nWaren Sie das nicht? Dann rufen Sie uns an.\n",
  "mail.second-factor-off.subject":
    "Ihr Servicekonto: zweiter Faktor abgeschaltet",
  "mail.second-factor-off.text":
    "Guten Tag,\n\nin Ihrem Servicekonto wurde der zweite Faktor abgeschaltet. Zum Anmelden reicht jetzt das Passwort.\n\nWaren Sie das nicht? Dann melden Sie sich an und ändern Sie Ihr Passwort.\n",
  "mail.confirm.subject": "Ihr Servicekonto: Adresse bestätigen ({portal})",
  "mail.confirm.text":
    "Guten Tag,\n\nmit dieser Adresse wurde ein Servicekonto angelegt. Öffnen Sie diesen Link, um es zu bestätigen. Er gilt 24 Stunden:\n{link}\n\nWaren Sie das nicht? Dann müssen Sie nichts tun.\n",
  "mail.reset.subject": "Ihr Servicekonto: neues Passwort ({portal})",
  "mail.reset.text":
    "Guten Tag,\n\nöffnen Sie diesen Link, um ein neues Passwort zu wählen. Er gilt eine Stunde:\n{link}\n\nWaren Sie das nicht? Dann müssen Sie nichts tun, Ihr Passwort gilt weiter.\n",
  "mail.leave-address.subject":
    "Ihr Servicekonto soll eine neue E-Mail-Adresse bekommen ({portal})",
  "mail.leave-address.text":
    "Guten Tag,\n\nIhr Servicekonto soll ab jetzt zu einer anderen E-Mail-Adresse gehören. Öffnen Sie diesen Link, um zuzustimmen oder die Änderung zu stoppen. Er gilt drei Tage:\n{link}\n\nWaren Sie das nicht? Dann wählen Sie dort „Das war ich nicht“.\n",
  "mail.take-address.subject":
    "Ihr Servicekonto: neue E-Mail-Adresse bestätigen ({portal})",
  "mail.take-address.text":
    "Guten Tag,\n\nein Servicekonto soll ab jetzt zu dieser E-Mail-Adresse gehören. Öffnen Sie diesen Link, um zuzustimmen. Er gilt drei Tage:\n{link}\n\nWaren Sie das nicht? Dann wählen Sie dort „Das war ich nicht“, oder löschen Sie diese E-Mail.\n",
  "mail.address-changed.subject": "Ihr Servicekonto: neue E-Mail-Adresse",
  "mail.address-changed.text":
    "Guten Tag,\n\ndie E-Mail-Adresse Ihres Servicekontos wurde geändert. Ab jetzt schreiben wir an die neue Adresse, und Sie melden sich damit an.\n\nWaren Sie das nicht? Dann rufen Sie uns an.\n",
  "mail.address-refused.subject":
    "Ihr Servicekonto: die neue E-Mail-Adresse wurde abgelehnt",
  "mail.address-refused.text":
    "Guten Tag,\n\ndie E-Mail-Adresse Ihres Servicekontos sollte geändert werden. Das wurde mit „Das war ich nicht“ gestoppt. Ihr Konto behält seine Adresse.\n\nWollten Sie die Adresse nicht ändern? Dann wählen Sie auf der Anmeldeseite „Passwort vergessen“ und prüfen Sie danach unter „Anmeldung und Sicherheit“ Ihr Konto.\n",
  "mail.exists.subject": "Sie haben schon ein Servicekonto ({portal})",
  "mail.exists.text":
    "Guten Tag,\n\nmit dieser Adresse sollte ein Servicekonto angelegt werden. Sie haben schon eines. Melden Sie sich damit an, oder wählen Sie dort „Passwort vergessen“:\n{link}\n\nWaren Sie das nicht? Dann müssen Sie nichts tun.\n",
  "mail.new-device.subject": "Ihr Servicekonto: Anmeldung an einem neuen Gerät",
  "mail.new-device.text":
    "Guten Tag,\n\nIhr Servicekonto wurde an einem Gerät benutzt, das wir noch nicht kannten. Waren Sie das nicht? Dann ändern Sie Ihr Passwort und melden Sie sich unter „Anmeldung und Sicherheit“ überall ab.\n",
  "mail.password-changed.subject": "Ihr Servicekonto: Passwort geändert",
  "mail.password-changed.text":
    "Guten Tag,\n\ndas Passwort Ihres Servicekontos wurde geändert. Waren Sie das nicht? Dann wählen Sie auf der Anmeldeseite „Passwort vergessen“.\n",
};
