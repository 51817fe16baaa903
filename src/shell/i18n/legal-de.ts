/**
 * Texts of the pages every portal must have. A `.body` holds paragraphs parted by an empty line; lines beginning with "- " make a list.
 * Leichte Sprache follows DIN SPEC 33429: one thought per sentence, one sentence per line.
 */
export const legalDe = {
  "impressum.title": "Impressum",
  "impressum.provider.title": "Anbieter",
  "impressum.provider.body":
    "Dieses Portal ist ein Angebot von {name}. {name} ist verantwortlich für den Inhalt.",
  "impressum.content.title": "Inhalte",
  "impressum.content.body":
    "Wir prüfen unsere Texte sorgfältig. Verbindlich sind die Gesetze, Satzungen und Bescheide selbst. Wenn Ihnen ein Fehler auffällt, schreiben Sie uns bitte.\n\nFür Seiten anderer Anbieter, zu denen wir verlinken, sind diese Anbieter verantwortlich.",
  "impressum.software.title": "Software",
  "impressum.software.body":
    "Das Portal läuft mit OpenRathaus. Das ist freie Software unter der Lizenz EUPL-1.2. Die Gestaltung folgt KERN, dem UX-Standard der deutschen Verwaltung. Die Schrift ist Fira Sans (SIL Open Font License).",

  "contact.office": "Stelle",
  "contact.address": "Anschrift",
  "contact.phone": "Telefon",
  "contact.email": "E-Mail",
  "contact.website": "Internet",
  "contact.hours": "Öffnungszeiten",

  "datenschutz.title": "Datenschutz",
  "datenschutz.lead":
    "Hier steht, welche Daten dieses Portal verarbeitet, warum, und wie lange.",
  "datenschutz.short.title": "Das Wichtigste in Kürze",
  "datenschutz.short.body":
    "- Sie können alle Seiten lesen, ohne sich anzumelden.\n- Wir verfolgen nicht, was Sie auf dem Portal tun. Es gibt keine Werbung und keine Auswertung durch Dritte.\n- Alles kommt von unserem eigenen Server. Ihr Browser fragt keine fremden Server.\n- Was Sie in einen Antrag eintragen, speichern wir verschlüsselt.\n- Entwürfe, die Sie nicht senden, löschen wir 30 Tage nach der letzten Änderung.",
  "datenschutz.responsible.title": "Wer verantwortlich ist",
  "datenschutz.responsible.body":
    "Verantwortlich im Sinne von Artikel 4 Nummer 7 der Datenschutz-Grundverordnung (DSGVO) ist {name}. Die behördlichen Datenschutzbeauftragten erreichen Sie unter derselben Anschrift mit dem Zusatz „Datenschutz – vertraulich“.",
  "datenschutz.visit.title": "Wenn Sie Seiten ansehen",
  "datenschutz.visit.body":
    "Ihr Browser sendet Ihre IP-Adresse, sonst käme die Antwort nicht an. Wir nutzen sie kurz, um das Portal vor Überlastung zu schützen. In unsere Protokolle schreiben wir sie nicht.\n\nIm Protokoll stehen Zeitpunkt, Nummer der Anfrage, Art der Seite und ob es einen Fehler gab. Das brauchen wir, um Störungen zu beheben.\n\nRechtsgrundlage: Artikel 6 Absatz 1 Buchstabe e DSGVO.",
  "datenschutz.drafts.title": "Wenn Sie einen Antrag ausfüllen",
  "datenschutz.drafts.body":
    "Bei jedem Schritt speichern wir Ihre Angaben und hochgeladenen Dateien als Entwurf. So geht nichts verloren. Der Entwurf ist verschlüsselt. Öffnen kann ihn, wer diesen Browser benutzt oder Ihren privaten Link kennt. Geben Sie den Link deshalb nicht weiter. An einem fremden Gerät können Sie den Entwurf auf der Seite „Speichern und später weitermachen“ löschen.\n\nWenn Sie sich den Link zuschicken lassen, nutzen wir Ihre E-Mail-Adresse dafür. Die E-Mail enthält keine Angaben aus Ihrem Antrag.\n\nSenden Sie den Antrag nicht ab, löschen wir den Entwurf 30 Tage nach der letzten Änderung.",
  "datenschutz.submission.title": "Wenn Sie einen Antrag senden",
  "datenschutz.submission.body":
    "Wir geben Ihre Angaben und Dateien an die Stelle, die den Antrag bearbeitet. Dort darf sie nur sehen, wer dafür zuständig ist. Jeder Zugriff wird aufgezeichnet.\n\nGeben Sie eine E-Mail-Adresse an, nutzen wir sie für Nachrichten zu diesem Antrag. In der E-Mail steht nur, dass es etwas Neues gibt, und der Link dorthin.\n\nDie Daten werden auch im Portal verschlüsselt aufbewahrt, damit Sie den Stand sehen können und der Eingang beweisbar ist. Wie lange die Behörde die Akte aufbewahrt, bestimmt das Gesetz zur jeweiligen Leistung.\n\nRechtsgrundlage: Artikel 6 Absatz 1 Buchstaben c und e DSGVO zusammen mit dem Gesetz, das die Leistung regelt.",
  "datenschutz.cookies.title": "Cookies",
  "datenschutz.cookies.body":
    "Wir setzen nur Cookies, ohne die das Portal nicht geht (§ 25 Absatz 2 Nummer 2 TDDDG):\n- für Ihren Entwurf, wenn Sie einen Antrag ausfüllen: damit dieser Browser ihn wiederfindet, 30 Tage lang\n- für die Sprache, wenn Sie eine wählen\n- für helle oder dunkle Darstellung, wenn Sie eine wählen\n- für die Anmeldung von Beschäftigten",
  "datenschutz.rights.title": "Ihre Rechte",
  "datenschutz.rights.body":
    "Sie können von uns verlangen:\n- Auskunft über Ihre Daten (Artikel 15 DSGVO)\n- Berichtigung falscher Daten (Artikel 16 DSGVO)\n- Löschung (Artikel 17 DSGVO) und Einschränkung (Artikel 18 DSGVO)\n\nSie können der Verarbeitung widersprechen (Artikel 21 DSGVO). Und Sie können sich bei der Datenschutz-Aufsicht des Landes beschweren (Artikel 77 DSGVO).",

  "barrierefreiheit.title": "Erklärung zur Barrierefreiheit",
  "barrierefreiheit.scope.title": "Wofür diese Erklärung gilt",
  "barrierefreiheit.scope.body":
    "Diese Erklärung gilt für das Serviceportal {baseUrl} von {name}. Grundlage sind die Richtlinie (EU) 2016/2102, das Behindertengleichstellungsrecht des Landes und die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0). Maßstab ist die Norm EN 301 549 mit den WCAG, Stufe AA.",
  "barrierefreiheit.state.title": "Wie weit wir sind",
  "barrierefreiheit.state.body":
    "Das Portal ist mit den Anforderungen teilweise vereinbar. Das ist unsere eigene Bewertung. Wir prüfen die Seiten automatisch mit dem Werkzeug axe und die Farben auf genügend Kontrast. Eine Prüfung durch eine unabhängige Stelle steht noch aus.",
  "barrierefreiheit.gaps.title": "Was noch nicht barrierefrei ist",
  "barrierefreiheit.gaps.body":
    "- Es gibt noch kein Video in Deutscher Gebärdensprache. Der Inhalt steht als Text auf der Seite Gebärdensprache.\n- Texte in Leichter Sprache gibt es bisher nur zur Benutzung des Portals, nicht zu jeder Leistung.\n- Dokumente, die Sie selbst hochladen oder die andere Stellen erstellt haben, sind vielleicht nicht barrierefrei.",
  "barrierefreiheit.feedback.title": "Barriere melden",
  "barrierefreiheit.feedback.body":
    "Sind Sie auf eine Barriere gestoßen? Brauchen Sie einen Inhalt in anderer Form? Schreiben Sie uns oder rufen Sie an:",
  "barrierefreiheit.enforcement.title": "Wenn wir nicht helfen konnten",
  "barrierefreiheit.enforcement.body":
    "Sie haben nach sechs Wochen keine oder keine gute Antwort? Dann können Sie sich an die Stelle wenden, die in Ihrem Land dafür zuständig ist (Schlichtungs-, Ombuds- oder Durchsetzungsstelle nach dem Behindertengleichstellungsgesetz des Landes). Das Verfahren kostet nichts, und Sie brauchen keinen Anwalt. Wir nennen Ihnen gern die Anschrift.",
  "barrierefreiheit.date.title": "Datum",
  "barrierefreiheit.date.body":
    "Diese Erklärung wurde am 23. November 2026 erstellt.",

  "leichte-sprache.title": "Leichte Sprache",
  "leichte-sprache.what.title": "Was ist diese Internet-Seite?",
  "leichte-sprache.what.body":
    "Diese Internet-Seite ist von {name}.\n\nSie ist ein Service-Portal.\n\nDas heißt: Sie können hier Sachen für das Amt erledigen.\n\nZum Beispiel:\n- einen Park-Ausweis bestellen\n- einen Hund anmelden\n- eine Urkunde bestellen\n\nDas geht zu Hause am Computer.\nOder unterwegs mit dem Handy.\n\nSie müssen nicht ins Amt kommen.",
  "leichte-sprache.find.title": "So finden Sie etwas",
  "leichte-sprache.find.body":
    "Ganz oben auf der Start-Seite ist ein Feld.\n\nSchreiben Sie dort hinein, was Sie möchten.\n\nZum Beispiel: Hund.\n\nDann drücken Sie auf: Suchen.\n\nDann sehen Sie eine Liste.\nDrücken Sie auf das, was Sie brauchen.",
  "leichte-sprache.apply.title": "So stellen Sie einen Antrag",
  "leichte-sprache.apply.body":
    "Ein Antrag ist eine Bitte an das Amt.\n\nDas Amt prüft die Bitte.\n\nDer Antrag hat mehrere Schritte.\n\nWir stellen Ihnen Fragen.\nSie schreiben die Antworten in die Felder.\n\nHaben Sie etwas vergessen?\nDann sagen wir Ihnen das.\nSie können es dann ändern.\n\nZum Schluss sehen Sie alle Antworten noch einmal.\n\nErst dann senden Sie den Antrag ab.",
  "leichte-sprache.after.title": "Was passiert danach?",
  "leichte-sprache.after.body":
    "Sie bekommen eine Nummer.\n\nSchreiben Sie die Nummer auf.\n\nSie bekommen auch einen Link.\nMit dem Link sehen Sie:\nSo weit ist das Amt mit Ihrem Antrag.\n\nGeben Sie den Link keinem anderen Menschen.",
  "leichte-sprache.help.title": "Brauchen Sie Hilfe?",
  "leichte-sprache.help.body":
    "Dann rufen Sie uns an.\n\nOder schreiben Sie uns eine E-Mail.",

  "gebaerdensprache.title": "Gebärdensprache",
  "gebaerdensprache.lead":
    "Ein Video in Deutscher Gebärdensprache (DGS) gibt es auf diesem Portal noch nicht. Hier steht, was es zeigen wird, und wie Sie Hilfe in Gebärdensprache bekommen.",
  "gebaerdensprache.content.title": "Was Sie auf diesem Portal finden",
  "gebaerdensprache.content.body":
    "- Auf der Startseite suchen Sie nach einer Leistung, zum Beispiel „Hund anmelden“.\n- Jede Leistung hat eine Seite: Sie nennt Gebühr, Unterlagen, Dauer und das zuständige Amt.\n- Viele Anträge können Sie gleich ausfüllen und senden. Danach sehen Sie mit einem privaten Link den Stand.\n- Ganz unten auf jeder Seite stehen Kontakt, Impressum, Datenschutz und die Erklärung zur Barrierefreiheit.",
  "gebaerdensprache.barrier.title": "Barriere melden",
  "gebaerdensprache.barrier.body":
    "Auf der Seite „Barrierefreiheit“ steht, was noch fehlt. Sie können uns eine Barriere melden. Das geht auch mit einem Video in Gebärdensprache, das Sie uns per E-Mail schicken.",
  "gebaerdensprache.request.title": "Gespräch in Gebärdensprache",
  "gebaerdensprache.request.body":
    "Sie haben das Recht, mit dem Amt in Gebärdensprache zu sprechen. Das Amt trägt die Kosten für das Dolmetschen, soweit das Gleichstellungsrecht des Landes es vorsieht. Schreiben Sie uns vor dem Termin eine E-Mail.",

  "hilfe.title": "Hilfe",
  "hilfe.lead": "Antworten auf häufige Fragen. Sonst rufen Sie uns gern an.",
  "hilfe.find.title": "Wie finde ich die richtige Leistung?",
  "hilfe.find.body":
    "Schreiben Sie in das Suchfeld auf der Startseite, was Sie vorhaben. Alltagswörter genügen, Tippfehler schaden nicht. Oder blättern Sie unter „Leistungen“ von A bis Z.",
  "hilfe.account.title": "Brauche ich ein Konto?",
  "hilfe.account.body":
    "Nein. Viele Anträge können Sie als Gast stellen. Auf der Seite der Leistung steht, ob Sie sich ausweisen müssen.",
  "hilfe.later.title": "Kann ich später weitermachen?",
  "hilfe.later.body":
    "Ja. Wählen Sie „Speichern und später weitermachen“. Sie bekommen einen privaten Link. Mit ihm öffnen Sie Ihren Entwurf wieder, 30 Tage lang. Bewahren Sie den Link gut auf.",
  "hilfe.files.title": "Welche Dateien kann ich hochladen?",
  "hilfe.files.body":
    "PDF-Dateien und Fotos (JPEG oder PNG). Fotografieren Sie Papiere bei gutem Licht und ganz. Wie groß eine Datei sein darf, steht am Feld.",
  "hilfe.errors.title": "Das Formular meldet einen Fehler. Was tun?",
  "hilfe.errors.body":
    "Oben auf der Seite steht eine Liste. Jeder Eintrag führt Sie zum Feld und sagt, was Sie ändern können. Ihre übrigen Angaben bleiben erhalten.",
  "hilfe.state.title": "Wie weit ist mein Antrag?",
  "hilfe.state.body":
    "Nach dem Senden bekommen Sie einen privaten Link. Dort sehen Sie den Stand: eingegangen, in Bearbeitung, Rückfrage, entschieden.",
  "hilfe.proof.title": "Woran erkenne ich, dass der Antrag angekommen ist?",
  "hilfe.proof.body":
    "Sie sehen eine Bestätigung mit einer Nummer und können eine Eingangsbestätigung als PDF laden. Wenn Sie die Bestätigung nicht gesehen haben: Senden Sie ruhig noch einmal. Doppelt kommt der Antrag trotzdem nicht an.",
  "hilfe.contact.title": "So erreichen Sie uns",
};
