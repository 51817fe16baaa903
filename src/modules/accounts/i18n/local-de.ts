/** Texts of accounts with address and password. */
export const localDe = {
  "local.email": "E-Mail-Adresse",
  "local.password": "Passwort",
  "local.email.missing": "Geben Sie Ihre E-Mail-Adresse ein.",
  "local.password.missing": "Geben Sie Ihr Passwort ein.",
  "local.button": "Anmelden",
  "local.title": "Mit E-Mail-Adresse und Passwort",
  "local.wrong":
    "E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beide Angaben.",
  "local.unconfirmed":
    "Ihre Adresse ist noch nicht bestätigt. Öffnen Sie den Link in unserer E-Mail, oder lassen Sie ihn sich noch einmal schicken.",
  "local.too-many":
    "Zu viele Versuche. Versuchen Sie es in {seconds} Sekunden noch einmal.",
  "local.forgotten": "Passwort vergessen?",
  "local.register": "Neues Konto anlegen",
  "register.title": "Servicekonto anlegen",
  "register.lead":
    "Sie brauchen nur eine E-Mail-Adresse und ein Passwort. Wir schicken Ihnen einen Link zur Bestätigung.",
  "register.name": "Ihr Name",
  "register.name.missing": "Geben Sie Ihren Namen ein.",
  "register.name.too-long":
    "Kürzen Sie Ihren Namen auf höchstens {most} Zeichen.",
  "register.email.invalid":
    "Geben Sie die E-Mail-Adresse so ein: name@beispiel.de",
  "register.password.hint":
    "Mindestens 10 Zeichen. Gut sind mehrere Wörter, die nicht zusammengehören.",
  "register.button": "Konto anlegen",
  "register.access":
    "Stellen Sie einen Antrag über Ihr Konto, darf die Behörde Ihnen in diesem Verfahren auch elektronisch antworten (§ 2 Abs. 2 EGovG M-V, § 3a VwVfG M-V).",
  "register.privacy":
    "Wir speichern Name, E-Mail-Adresse und Ihr Passwort als Prüfwert, bis Sie das Konto löschen. Mehr unter",
  "register.privacy.link": "Datenschutz",
  "too-short": "Wählen Sie ein Passwort mit mindestens 10 Zeichen.",
  "too-long": "Wählen Sie ein Passwort mit höchstens 200 Zeichen.",
  "too-common":
    "Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.",
  "sent.title": "Sehen Sie in Ihr E-Mail-Postfach",
  "sent.confirm":
    "Wir haben eine E-Mail an {email} geschickt. Öffnen Sie den Link darin, dann ist Ihr Konto fertig. Er gilt 24 Stunden.",
  "sent.reset":
    "Gibt es zu {email} ein Konto, haben wir Ihnen eine E-Mail mit einem Link geschickt. Er gilt eine Stunde.",
  "sent.none":
    "Keine E-Mail da? Sehen Sie im Spam-Ordner nach. Stimmt die Adresse nicht, beginnen Sie noch einmal.",
  "sent.begin-again": "Noch einmal beginnen",
  "again.title": "Bestätigung noch einmal senden",
  "again.lead":
    "Geben Sie die Adresse ein, mit der Sie das Konto angelegt haben. Dann gilt nur noch der neue Link.",
  "again.button": "Link noch einmal senden",
  "again.sent":
    "Wartet zu {email} ein Konto auf die Bestätigung, haben wir Ihnen den Link noch einmal geschickt. Er gilt 24 Stunden.",
  "confirm.title": "E-Mail-Adresse bestätigen",
  "confirm.lead":
    "Geben Sie das Passwort ein, das Sie gewählt haben. Danach sind Sie angemeldet.",
  "confirm.button": "Bestätigen und anmelden",
  "confirm.wrong":
    "Das ist nicht das Passwort, mit dem dieses Konto angelegt wurde. Haben Sie kein Konto angelegt? Dann müssen Sie nichts tun.",
  "link-over.title": "Dieser Link gilt nicht mehr",
  "link-over.lead":
    "Er wurde schon benutzt oder ist zu alt. Fordern Sie einen neuen an.",
  "forgotten.title": "Passwort vergessen",
  "forgotten.lead":
    "Geben Sie die Adresse Ihres Kontos ein. Wir schicken Ihnen einen Link für ein neues Passwort.",
  "forgotten.button": "Link schicken",
  "reset.title": "Neues Passwort wählen",
  "reset.lead":
    "Danach sind Sie überall abgemeldet und melden sich mit dem neuen Passwort an.",
  "reset.button": "Passwort speichern",
  "reset.done": "Ihr Passwort ist geändert. Melden Sie sich jetzt damit an.",
  "security.title": "Anmeldung und Sicherheit",
  "security.lead":
    "Ihre E-Mail-Adresse, Ihr Passwort, und wo Sie angemeldet sind.",
  "security.password": "Passwort ändern",
  "security.current": "Ihr jetziges Passwort",
  "security.next": "Neues Passwort",
  "security.current.missing": "Geben Sie Ihr jetziges Passwort ein.",
  "security.wrong": "Das jetzige Passwort stimmt nicht.",
  "security.changed":
    "Ihr Passwort ist geändert. An anderen Geräten sind Sie abgemeldet.",
  "security.no-password":
    "Ihr Konto hat kein Passwort. Sie melden sich mit einem Passkey oder einem verknüpften Nachweis an. Mit „Passwort vergessen“ bekommen Sie eines, wenn eine E-Mail-Adresse bestätigt ist.",
  "security.more": "Weitere Wege, sich anzumelden und auszuweisen",
  "security.sessions": "Wo Sie angemeldet sind",
  "security.portal": "Portal",
  "security.device": "Gerät",
  "security.unknown-device": "unbekannt",
  "security.since": "Angemeldet",
  "security.seen": "Zuletzt benutzt",
  "security.action": "Sitzung",
  "security.this": "Diese Sitzung",
  "security.end": "Beenden",
  "security.end-all": "Überall sonst abmelden",
};
