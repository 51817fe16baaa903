/** What an account without a confirmed address tells its owner on its own pages. */
export const noticesDe = {
  "no-address.title": "Ihr Konto hat keine bestätigte E-Mail-Adresse",
  "no-address.body":
    "Ohne Adresse können wir Ihnen nicht schreiben, wenn sich jemand neu anmeldet, eine Nachricht im Postfach liegt oder Ihr Konto gelöscht wird. Benutzen Sie es nicht mehr, löschen wir es am {day}. Eine Adresse ist freiwillig.",
  "no-address.link": "E-Mail-Adresse eintragen",
  "undeliverable.title": "Unsere E-Mails erreichen Sie nicht",
  "undeliverable.body":
    "Eine E-Mail an Ihre Adresse kam am {day} zurück. Wir schreiben nicht mehr dorthin. Neue Nachrichten finden Sie bis dahin nur in Ihrem Postfach, Bescheide kommen mit der Post.",
  "undeliverable.link": "E-Mail-Adresse ändern",
  "undeliverable.again": "E-Mails kommen wieder an",
  "notices.title": "Was an Ihrem Konto geschehen ist",
  "notices.lead":
    "Das hätten wir Ihnen per E-Mail geschrieben. Waren Sie etwas davon nicht? Dann sehen Sie unter „Anmeldung und Sicherheit“ nach und beenden Sie alle anderen Anmeldungen.",
  "notices.read": "Gelesen, bitte entfernen",
  "notice.new-device": "Anmeldung an einem neuen Gerät",
  "notice.password-changed": "Passwort geändert",
  "notice.address-changed": "E-Mail-Adresse geändert",
  "notice.address-refused": "Eine neue E-Mail-Adresse wurde abgelehnt",
  "notice.identity-linked": "Nachweis verknüpft",
  "notice.identity-unlinked": "Nachweis getrennt",
  "notice.accounts-merged": "Zwei Konten zusammengeführt",
  "notice.passkey-added": "Passkey eingerichtet",
  "notice.passkey-removed": "Passkey entfernt",
  "notice.passkey-copied":
    "Anmeldung mit einem Passkey abgelehnt, weil es davon eine Kopie geben kann. Entfernen Sie den Passkey.",
  "notice.identity-confirmed": "Ausweis am Schalter bestätigt",
  "notice.second-factor-on": "App mit Codes eingerichtet",
  "notice.second-factor-off": "App mit Codes abgeschaltet",
  "notice.removal-announced":
    "Löschung angekündigt, weil das Konto lange nicht benutzt wurde. Wer sich anmeldet, behält es.",
};
