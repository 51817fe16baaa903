import { correctionDe } from "./correction-de.ts";
import { arrivalDe } from "./arrival-de.ts";
import { intakeDe } from "./intake-de.ts";
import { ownDataDe } from "./own-data-de.ts";

export const de = {
  ...ownDataDe,
  ...intakeDe,
  ...arrivalDe,
  ...correctionDe,
  // before the first step
  "waiting.waiting.title": "Bitte warten Sie einen Moment",
  "waiting.called.title": "Sie sind dran",
  "waiting.missed.title": "Ihr Platz ist weitergegangen",
  "waiting.position": "Ihr Platz in der Reihe: {position}",
  "waiting.minutes": "Voraussichtlich dauert es noch etwa {minutes} Minuten.",
  "waiting.minute": "Voraussichtlich dauert es noch etwa eine Minute.",
  "waiting.unknown": "Wie lange es dauert, lässt sich noch nicht sagen.",
  "waiting.why":
    "Gerade wollen sehr viele Menschen diesen Antrag stellen. Damit er für alle gut läuft, beginnen Sie der Reihe nach.",
  "waiting.rule.order":
    "Wer zuerst kam, ist zuerst dran. Neu laden oder ein zweites Fenster bringen Sie nicht nach vorn, kosten aber auch nichts.",
  "waiting.rule.stay":
    "Lassen Sie diese Seite offen: Sie zeigt von selbst, wenn Sie dran sind.",
  "waiting.rule.begin":
    "Dann haben Sie drei Minuten, um zu beginnen. Zum Ausfüllen haben Sie so viel Zeit, wie Sie brauchen.",
  "waiting.called.body":
    "Beginnen Sie bis {time}. Zum Ausfüllen haben Sie danach so viel Zeit, wie Sie brauchen.",
  "waiting.called.button": "Antrag beginnen",
  "waiting.missed.body":
    "Sie waren dran, haben aber nicht rechtzeitig begonnen. Stellen Sie sich bitte noch einmal an.",
  "waiting.missed.button": "Noch einmal anstellen",
  "start.title": "Antrag stellen",
  "start.lead": "Das sollten Sie wissen, bevor Sie beginnen.",
  "start.who": "Wer kann den Antrag stellen?",
  "start.duration": "So lange dauert das Ausfüllen",
  "start.duration.minutes":
    "Etwa {minutes} Minuten. Der Antrag hat {steps} Schritte.",
  "start.documents": "Das brauchen Sie",
  "start.documents.none": "Sie brauchen keine Unterlagen.",
  "move.title": "Nach Ihren Angaben ist zuständig: {authority}",
  "move.body":
    "Ihr Antrag geht deshalb dorthin. Was Sie eingegeben haben, bleibt erhalten. Es liegt danach nur noch bei dieser Behörde: {authority}. Prüfen Sie dort noch einmal alles und senden Sie dann den Antrag.",
  "move.body.elsewhere":
    "Ihr Antrag kann deshalb nicht von hier gesendet werden. Beantragen Sie die Leistung bei dieser Behörde: {authority}.",
  "move.hint": "Am Ende der Seite steht, wie es weitergeht",
  "move.button": "Weiter mit: {authority}",
  "move.elsewhere": "Zur Leistung bei: {authority}",
  "move.save": "Speichern und später weitermachen",
  "receiver.title": "Wer bekommt Ihren Antrag?",
  "receiver.authority": "Zuständig",
  "receiver.phone": "Telefon",
  "receiver.email": "E-Mail",
  "receiver.address": "Anschrift",
  "receiver.notice.before.title": "Ihr Antrag geht an: {authority}",
  "receiver.notice.before.body":
    "Sie füllen den Antrag hier im Portal aus: {portal}. Zuständig ist eine andere Behörde. Nur sie bekommt Ihren Antrag und antwortet Ihnen.",
  "receiver.notice.before.company":
    "Sie füllen den Antrag hier im Portal aus: {portal}. Die Leistung bietet ein kommunales Unternehmen an. Nur dieses Unternehmen bekommt Ihren Antrag und antwortet Ihnen.",
  "receiver.notice.sent.title": "Ihr Antrag liegt bei: {authority}",
  "receiver.notice.sent.body":
    "Diese Behörde ist zuständig und antwortet Ihnen. Auch den Stand sehen Sie in ihrem Portal. {portal} hat Ihren Antrag nicht.",
  "receiver.notice.sent.company":
    "Dieses Unternehmen bearbeitet ihn und antwortet Ihnen. Auch den Stand sehen Sie in seinem Portal. {portal} hat Ihren Antrag nicht.",
  "start.fee": "Gebühr",
  "start.level": "Anmeldung",
  "start.level.none":
    "Sie brauchen kein Servicekonto. Sie können den Antrag als Gast stellen.",
  "start.after.receipt":
    "Sie bekommen sofort eine Nummer und eine Eingangsbestätigung als PDF.",
  "start.after": "So geht es nach dem Senden weiter",
  "start.privacy":
    "Ihre Angaben werden verschlüsselt gespeichert. Einen Entwurf löschen wir 30 Tage nach der letzten Änderung.",
  "start.privacy.responsible":
    "Verantwortlich für Ihre Daten ist: {authority}.",
  "start.privacy.link": "Hinweise zum Datenschutz",
  "start.device": "Andere benutzen dieses Gerät auch",
  "start.device.hint":
    "Dann schließen wir den Entwurf in diesem Browser, wenn Sie {minutes} Minuten nichts tun. Gespeichert bleibt er auch dann. Sonst finden Sie ihn hier 30 Tage lang wieder.",
  "start.button": "Antrag beginnen",
  "start.resume.title": "Sie haben einen angefangenen Antrag",
  "start.resume.body":
    "Begonnen am {date}. Sie können ihn weiter ausfüllen oder neu beginnen.",
  "start.resume.button": "Weiter ausfüllen",
  "start.again": "Neu beginnen",
  "start.again.hint":
    "Wenn Sie neu beginnen, finden Sie den angefangenen Antrag in diesem Browser nicht mehr.",
  "start.offline.title": "Diesen Antrag gibt es noch nicht online",
  "start.offline.body":
    "Bitte wenden Sie sich an das zuständige Amt. Die Angaben stehen auf der Seite der Leistung.",
  "start.offline.link": "Zur Leistung",

  // steps
  "step.new-questions": "Weitere Fragen sind dazugekommen",
  "step.new-questions.body":
    "Ihre Antworten haben weitere Fragen auf dieser Seite aufgedeckt. Sehen Sie die Seite noch einmal durch.",
  "start.precheck":
    "Sie sind nicht sicher, ob Sie hier richtig sind? Wenige Fragen zeigen es. Wir speichern Ihre Antworten nicht.",
  "start.precheck.link": "Kurz prüfen",
  "start.blank": "Formular ansehen oder drucken",
  "precheck.title": "Bin ich hier richtig?",
  "precheck.lead":
    "Beantworten Sie wenige Fragen. Wir speichern Ihre Antworten nicht.",
  "precheck.button": "Ergebnis zeigen",
  "precheck.more": "Dazu haben wir noch eine Frage",
  "precheck.back": "Neu prüfen",
  "precheck.can-apply": "Sie sind hier richtig",
  "precheck.can-apply.advice": "Sie können den Antrag stellen",
  "precheck.need-first": "Vorher brauchen Sie noch etwas",
  "precheck.need-first.advice": "Das kommt zuerst",
  "precheck.other-authority": "Dafür ist eine andere Behörde zuständig",
  "precheck.other-authority.advice":
    "Wenden Sie sich an die zuständige Behörde",
  "precheck.unknown": "Das lässt sich so nicht sagen",
  "precheck.unknown.advice":
    "Sie können den Antrag stellen. Wir prüfen dann, ob Sie hier richtig sind.",
  "precheck.anyway":
    "Das ist nur ein Hinweis. Den Antrag können Sie trotzdem stellen.",
  "precheck.apply": "Zum Antrag",
  "precheck.change": "Antworten ansehen oder ändern",
  "print.title": "Ihre Angaben",
  "print.link": "Alle Angaben ansehen oder drucken",
  "print.draft": "Entwurf, noch nicht gesendet. Stand: {date}, {time}.",
  "print.sent": "Gesendet am {date} um {time}. Vorgangsnummer {reference}.",
  "blank.title": "Leeres Formular",
  "blank.lead":
    "Alle Fragen zum Lesen und Vorbereiten. Ausfüllen und senden können Sie den Antrag online.",
  "blank.optional": "freiwillig",
  "blank.computed": "rechnen wir aus",
  "blank.several": "mehrere möglich",
  "blank.sometimes": "nur je nach Ihren Antworten",
  "blank.choice": "Eine der folgenden Möglichkeiten:",
  "blank.yes": "Ja",
  "blank.no": "Nein",
  "blank.file": "Datei zum Hochladen",
  "provenance.title": "Woher dieses Formular kommt",
  "provenance.id": "Kennung",
  "provenance.version": "Version",
  "provenance.status": "Freigabestatus",
  "provenance.standard": "Grundlage",
  "provenance.released": "Freigegeben am",
  "provenance.publisher": "Herausgegeben von",
  "provenance.legal-basis": "Rechtsgrundlage",
  "provenance.status.in-preparation": "in Vorbereitung",
  "provenance.status.active": "aktiv",
  "provenance.status.inactive": "inaktiv",
  "provenance.status.planned": "in Planung",
  "provenance.status.in-progress": "in Bearbeitung",
  "provenance.status.draft": "Entwurf",
  "provenance.status.released-methodically": "methodisch freigegeben",
  "provenance.status.released-silver": "fachlich freigegeben (silber)",
  "provenance.status.released-gold": "fachlich freigegeben (gold)",
  "provenance.status.marked-for-deletion": "vorgesehen zum Löschen",
  "provenance.standard.xdatenfelder-2.0": "FIM, XDatenfelder 2.0",
  "provenance.standard.xdatenfelder-3.0.0": "FIM, XDatenfelder 3.0.0",
  "provenance.standard.own": "Eigenes Formular dieses Portals",

  "step.next": "Weiter",
  "step.back": "Zurück",
  "step.save": "Speichern und später weitermachen",
  "step.optional": "Alle Angaben ohne den Zusatz „freiwillig“ brauchen wir.",
  "step.notice-prefix": "Hinweis: {title}",
  "step.error-prefix": "Fehler: {title}",

  // uploads
  "upload.gone":
    "Diese Datei kann hier nicht mehr hochgeladen werden. Laden Sie die Seite neu und wählen Sie die Datei noch einmal aus.",
  "upload.scan-off":
    "Dieses Portal prüft hochgeladene Dateien derzeit nicht auf Schadsoftware.",
  "upload.scan-waiting":
    "Diese Dateien prüfen wir noch auf Schadsoftware: {files}. Sie können trotzdem weitermachen.",
  "upload.malware.title": "Wir haben Schadsoftware gefunden",
  "upload.unfinished.title": "Noch nicht vollständig hochgeladen",
  "upload.unfinished.body":
    "Wählen Sie diese Dateien bei ihrer Frage noch einmal aus. Das Hochladen geht dann dort weiter, wo es abgebrochen ist.",
  "upload.unfinished.state": "{percent} % von {size}",
  "upload.discard": "Verwerfen",
  // {percent} is a number; {left} and {speed} come from below
  "upload.state.waiting": "Wartet",
  "upload.state.progress":
    "{percent} % hochgeladen, {left} ({speed} pro Sekunde)",
  "upload.state.checking": "Hochgeladen. Wir prüfen die Datei.",
  "upload.state.done": "Fertig",
  "upload.state.paused": "Angehalten bei {percent} %",
  "upload.state.broken":
    "Unterbrochen bei {percent} %. Prüfen Sie Ihre Internetverbindung.",
  "upload.state.retrying":
    "Die Verbindung ist unterbrochen. Es geht von selbst weiter, sobald sie wieder da ist.",
  "upload.state.again":
    "{percent} % sind schon da. Wählen Sie die Datei noch einmal aus, dann geht es weiter.",
  "upload.state.failed":
    "Die Datei konnte nicht hochgeladen werden. Versuchen Sie es noch einmal.",
  "upload.left.seconds": "noch wenige Sekunden",
  "upload.left.minute": "noch etwa eine Minute",
  "upload.left.minutes": "noch etwa {minutes} Minuten",
  "upload.pause": "Anhalten",
  "upload.resume": "Fortsetzen",
  "upload.retry": "Noch einmal versuchen",
  "upload.cancel": "Abbrechen",
  "upload.list": "Dateien, die gerade hochgeladen werden",
  "upload.announce.started": "{name} wird hochgeladen.",
  "upload.announce.started-many": "{count} Dateien werden hochgeladen.",
  "upload.announce.half": "{name} ist zur Hälfte hochgeladen.",
  "upload.announce.arrived": "{name} ist hochgeladen.",
  "upload.announce.cancelled": "{name} wird nicht hochgeladen.",
  "upload.send.waiting":
    "Wir warten noch auf Ihre Dateien. Danach geht es von selbst weiter.",
  "upload.send.blocked":
    "Es gibt Dateien, die noch nicht vollständig hochgeladen sind. Setzen Sie das Hochladen fort oder brechen Sie es ab. Drücken Sie danach noch einmal auf die Schaltfläche.",

  // check page
  "texts.simple": "Dieses Formular in Leichter Sprache",
  "texts.everyday": "Dieses Formular in Alltagssprache",
  "steps.show": "Alle Schritte anzeigen",
  "steps.label": "Schritte des Antrags",
  "steps.done": "fertig",
  "steps.incomplete": "unvollständig",
  "steps.untouched": "noch nicht begonnen",
  "steps.optional": "freiwillig, noch leer",

  // the end of a session on a shared device
  "session.hint":
    "Wenn Sie {minutes} Minuten lang nichts tun, schließen wir den Entwurf in diesem Browser. Jede Seite, die Sie öffnen, verlängert die Zeit. Ihre Angaben bleiben gespeichert.",
  "session.title": "Sind Sie noch da?",
  "session.body":
    "Sie haben länger nichts eingegeben. Wir speichern Ihre Angaben und schließen den Entwurf in diesem Browser um",
  "session.prolong": "Weiter ausfüllen",
  "session.end": "Speichern und schließen",
  "session.account.hint":
    "Wenn Sie nichts mehr tun, endet Ihre Anmeldung um {time}, sonst spätestens um {latest}. Auch danach geht nichts verloren: Schicken Sie die Seite ab, dann speichern wir Ihre Angaben. Sie melden sich neu an und machen hier weiter.",
  "session.account.body":
    "Aus Sicherheitsgründen endet Ihre Anmeldung bald. Ihre Angaben speichern wir, und nach der neuen Anmeldung machen Sie hier weiter. Ende:",
  "session.account.last":
    "Diese Anmeldung lässt sich nicht mehr verlängern. Sie können bis dahin weiter ausfüllen.",
  "session.account.end": "Speichern und abmelden",
  "ended.title": "Ihr Entwurf ist in diesem Browser geschlossen",
  "ended.lead":
    "So sieht niemand Ihre Angaben, der dieses Gerät nach Ihnen benutzt. Alles ist gespeichert. 30 Tage nach der letzten Änderung löschen wir den Entwurf.",
  "ended.link":
    "Öffnen Sie Ihren privaten Link, um weiterzumachen. Haben Sie ihn sich schicken lassen? Dann sehen Sie in Ihr E-Mail-Fach.",
  "ended.none":
    "Haben Sie keinen Link? Dann beginnen Sie bitte neu. Den alten Entwurf löschen wir nach Ablauf der Frist.",
  "ended.start": "Zur Antragsseite",

  // the same field changed in two windows
  "overlap.title":
    "Sie haben den Antrag auch in einem anderen Fenster geändert",
  "overlap.body":
    "Gespeichert ist, was Sie zuletzt auf dieser Seite eingegeben haben. Prüfen Sie diese Angaben, dann geht es weiter:",
  "overlap.overwritten": "Im anderen Fenster stand:",
  "overlap.brought-back":
    "Im anderen Fenster haben Sie diesen Eintrag entfernt. Wir haben ihn behalten, weil Sie ihn hier geändert haben.",
  "overlap.kept":
    "Sie haben diesen Eintrag hier entfernt. Wir haben ihn behalten, weil Sie ihn im anderen Fenster geändert haben:",
  "overlap.nothing": "keine Angabe",

  "version.title": "Das Formular hat sich geändert",
  "version.lead.may":
    "Seit Sie den Antrag begonnen haben, gibt es eine neue Fassung. Sie können mit ihr weitermachen oder bei der bisherigen bleiben.",
  "version.lead.must":
    "Seit Sie den Antrag begonnen haben, gibt es eine neue Fassung. Mit der bisherigen können Sie ihn nicht mehr senden.",
  "version.changes": "Das ist anders",
  "version.leftovers": "Das fragen wir nicht mehr",
  "version.leftovers.body":
    "Diese Angaben haben in der neuen Fassung keinen Platz. Wir zeigen sie Ihnen weiter, damit Sie sie übernehmen können. Dateien laden Sie bitte neu hoch.",
  "version.move": "Neue Fassung nehmen",
  "version.stay": "Bei der bisherigen bleiben",
  "version.link": "Ansehen, was anders ist",
  "version.kept": "Angaben aus der früheren Fassung",
  "version.kept.body":
    "Für diese Angaben gibt es im Formular kein Feld mehr. Sie werden nicht gesendet. Übernehmen Sie, was Sie noch brauchen.",
  "version.kept.done": "Nicht mehr zeigen",

  "check.title": "Prüfen Sie Ihre Angaben",
  "check.lead": "Stimmt alles? Sie können jede Angabe noch ändern.",
  "check.incomplete.title": "Es fehlen noch Angaben",
  "check.incomplete.step": "Schritt {step}: {title}",
  "check.incomplete.many": "Hier sind noch {count} Angaben offen.",
  "check.send.title": "Antrag senden",
  "check.warning.title":
    "Nach dem Senden können Sie den Antrag nicht mehr ändern",
  "check.warning.body": "Ihr Antrag geht verbindlich an {authority}.",
  "check.confirm":
    "Ich habe meine Angaben geprüft und möchte den Antrag jetzt verbindlich senden.",
  "check.email.label": "E-Mail-Adresse für Nachrichten",
  "check.email.hint":
    "Wir schreiben Ihnen, wenn es etwas Neues gibt. In der E-Mail steht nur, dass es etwas gibt, nicht was.",
  "check.send": "Antrag senden",
  "check.error.not-confirmed":
    "Bestätigen Sie, dass Sie den Antrag jetzt senden möchten.",
  "check.error.email": "Geben Sie die E-Mail-Adresse so ein: name@beispiel.de",
  "check.unfinished.title": "Dateien sind noch nicht vollständig hochgeladen",
  "check.unfinished.body":
    "Diese Dateien senden wir nicht mit: {files}. Brauchen Sie sie? Dann gehen Sie zurück und laden Sie sie zu Ende hoch.",
  "check.changed.title": "Der Antrag wurde inzwischen geändert",
  "check.changed.body":
    "Sie haben den Antrag in einem anderen Fenster geändert. Prüfen Sie die Angaben noch einmal und senden Sie dann.",

  // sent page
  "sent.title": "Ihr Antrag ist angekommen",
  "sent.body": "Wir haben Ihren Antrag am {date} um {time} erhalten.",
  "sent.body.elsewhere": "Ihr Antrag ist am {date} um {time} eingegangen.",
  "sent.reference": "Ihre Vorgangsnummer",
  "sent.next": "So geht es weiter",
  "sent.next.default":
    "{authority} prüft Ihren Antrag. Wenn etwas fehlt, fragen wir nach.",
  "sent.status.title": "Stand Ihres Antrags",
  "sent.status.body":
    "Auf dieser Seite sehen Sie jederzeit, wie weit Ihr Antrag ist. Der Link ist geheim: Wer ihn kennt, sieht den Stand. Bewahren Sie ihn gut auf.",
  "sent.status.link": "Stand ansehen",
  "sent.status.address": "Ihr privater Link",
  "sent.receipt.title": "Ihre Eingangsbestätigung",
  "sent.receipt.body": "Sie beweist, was Sie wann gesendet haben.",
  "sent.receipt.pdf": "Eingangsbestätigung als PDF herunterladen",
  "sent.receipt.json": "Eingangsbestätigung als Datei für Programme (JSON)",
  "sent.receipt.csv": "Ihre Angaben als Tabelle (CSV)",
  "sent.contact": "Fragen? Wenden Sie sich an {office}, Telefon {phone}.",
  "sent.forget.title": "Nutzen andere dieses Gerät auch?",
  "sent.forget.body":
    "Dieser Browser zeigt diese Seite noch einen Tag lang. Sie können sie hier schon jetzt entfernen. Sichern Sie vorher Ihren privaten Link.",
  "sent.forget.button": "Auf diesem Gerät vergessen",
  "forgotten.title": "Dieses Gerät kennt Ihren Antrag nicht mehr",
  "forgotten.body":
    "Ihr Antrag bleibt gesendet. Den Stand sehen Sie weiter über Ihren privaten Link.",
  "sent.missing.title": "Hier ist kein gesendeter Antrag",
  "sent.missing.body":
    "Ihr Browser kennt keinen Antrag zu dieser Leistung. Den Stand sehen Sie über Ihren privaten Link.",

  // save and come back
  "save.title": "Ihr Entwurf ist gespeichert",
  "save.body":
    "Sie können bis zum {date} weitermachen. Danach löschen wir den Entwurf.",
  "save.continue": "Gleich weiter ausfüllen",
  "save.link.title": "Privater Link",
  "save.link.body":
    "Mit diesem Link machen Sie auch auf einem anderen Gerät weiter. Wir zeigen ihn nur dieses eine Mal. Wer ihn kennt, kann den Entwurf sehen und ändern.",
  "save.link.label": "Ihr Link zum Entwurf",
  "save.link.create": "Privaten Link anzeigen",
  "save.mail.title": "Link per E-Mail schicken",
  "save.mail.label": "E-Mail-Adresse",
  "save.mail.hint":
    "Ohne Erinnerung nutzen wir die Adresse nur für diese eine E-Mail.",
  "save.mail.remind":
    "Erinnern Sie mich per E-Mail, bevor der Entwurf gelöscht wird",
  "save.mail.remind.hint":
    "Dann heben wir die Adresse verschlüsselt mit dem Entwurf auf und schreiben Ihnen 5 Tage vorher. Sie können das jederzeit abstellen.",
  "save.mail.reminder-on":
    "Wir erinnern Sie per E-Mail, bevor wir den Entwurf löschen.",
  "save.mail.reminder-account":
    "Steht in Ihrem Konto eine bestätigte E-Mail-Adresse, schreiben wir Ihnen von selbst, bevor wir den Entwurf löschen.",
  "reminder.stop.title": "Keine Erinnerung mehr?",
  "reminder.stop.lead":
    "Wir schreiben Ihnen dann nicht mehr, bevor wir den Entwurf löschen, und vergessen Ihre E-Mail-Adresse. Der Entwurf bleibt, wie er ist.",
  "reminder.stop.button": "Keine Erinnerung mehr",
  "reminder.stopped.title": "Wir erinnern Sie nicht mehr",
  "reminder.stopped.body": "Ihre E-Mail-Adresse ist gelöscht.",
  "save.mail.button": "Link schicken",
  "save.mail.sent.title": "Die E-Mail ist unterwegs",
  "save.mail.sent.body": "Sehen Sie in ein paar Minuten in Ihr E-Mail-Fach.",
  "save.device.title": "Auf diesem Gerät",
  "save.device.own":
    "In diesem Browser finden Sie den Entwurf auf der Seite der Leistung wieder, solange wir ihn aufheben. Benutzen andere das Gerät? Dann sichern Sie Ihren Link und schließen Sie den Entwurf hier.",
  "save.device.shared":
    "In diesem Browser bleibt der Entwurf noch {minutes} Minuten offen. Danach brauchen Sie Ihren privaten Link.",
  "save.device.close": "Entwurf hier schließen",
  "save.device.keep": "Das ist mein eigenes Gerät: hier 30 Tage merken",
  "save.delete.title": "Entwurf löschen",
  "save.delete.body":
    "Wir löschen alle Angaben und Dateien dieses Entwurfs sofort. Das lässt sich nicht rückgängig machen.",
  "save.delete.button": "Entwurf löschen",
  "no-draft.title": "Diesen Entwurf gibt es hier nicht mehr",
  "no-draft.lead": "Das kann einen von diesen Gründen haben:",
  "no-draft.term":
    "Der Entwurf wurde {days} Tage lang nicht geändert. Dann löschen wir ihn.",
  "no-draft.deleted": "Er wurde gelöscht, vielleicht in einem anderen Fenster.",
  "no-draft.link":
    "Der Browser hat ihn vergessen, oder der Link ist nicht vollständig. Mit dem ganzen privaten Link öffnen Sie den Entwurf wieder.",
  "no-draft.again": "Neu beginnen",
  "deleted.title": "Ihr Entwurf ist gelöscht",
  "deleted.body": "Alle Angaben und Dateien sind entfernt.",
  "deleted.again": "Zur Leistung",

  // a private link where another draft is open
  "switch.title": "Welchen Antrag möchten Sie öffnen?",
  "switch.lead":
    "Der Link gehört zu einem anderen Antrag als dem, der in diesem Browser offen ist.",
  "switch.own": "In diesem Browser",
  "switch.linked": "Antrag zum Link",
  "switch.begun": "Begonnen am {date} um {time}",
  "switch.hint":
    "Wenn Sie wechseln, finden Sie den bisherigen Antrag in diesem Browser nicht mehr. Sichern Sie vorher seinen Link.",
  "switch.keep-link": "Link zum bisherigen Antrag sichern",
  "switch.stay": "Beim bisherigen Antrag bleiben",
  "switch.button": "Zum Antrag des Links wechseln",

  // public check of a receipt
  "verify.title": "Eingangsbestätigung prüfen",
  "verify.authentic.title": "Diese Eingangsbestätigung ist echt",
  "verify.authentic.body":
    "Bei {portal} ist am {date} um {time} ein Antrag mit dieser Nummer eingegangen.",
  "verify.hash": "Prüfsumme (SHA-256)",
  "verify.hash.body":
    "Vergleichen Sie die Prüfsumme mit der auf der Bestätigung. Nur wenn beide gleich sind, ist der Inhalt unverändert.",
  "verify.unknown.title": "Diese Nummer kennen wir nicht",
  "verify.unknown.body":
    "Prüfen Sie, ob Sie die Nummer richtig eingegeben haben. Sie steht oben auf der Eingangsbestätigung.",
  "verify.privacy": "Was beantragt wurde und von wem, zeigen wir hier nicht.",
  "verify.form.label": "Vorgangsnummer",
  "verify.form.hint": "Zum Beispiel: {example}",
  "verify.form.button": "Prüfen",

  // receipt
  "receipt.title": "Eingangsbestätigung",
  "receipt.application-title": "Antrag",
  "receipt.filename": "Eingangsbestaetigung",
  "receipt.answers-filename": "Angaben",

  // mails carry no content
  "mail.draft-link.purpose":
    "Wenn jemand sich den Link zu einem Entwurf schickt",
  "mail.draft-link.subject": "Ihr Entwurf bei {portal}",
  "mail.draft-link.text":
    "Guten Tag,\n\nSie haben auf dem Portal {portal} einen Antrag angefangen. Mit diesem Link machen Sie weiter:\n\n{link}\n\nDer Link ist geheim. Geben Sie ihn nicht weiter.\nHaben Sie diese E-Mail nicht angefordert? Dann löschen Sie sie bitte.\n",
  "mail.reminder.purpose": "Wenn ein Entwurf bald gelöscht wird",
  "mail.reminder.subject": "Ihr Entwurf bei {portal} wird bald gelöscht",
  "mail.reminder.text":
    "Guten Tag,\n\nSie haben auf dem Portal {portal} einen Antrag angefangen und nicht gesendet. Am {date} löschen wir den Entwurf. Mit diesem Link machen Sie weiter:\n\n{link}\n\nMit jeder Änderung heben wir ihn wieder 30 Tage auf. Der Link ist geheim. Geben Sie ihn nicht weiter.\n\nKeine Erinnerung mehr:\n{link}/erinnerung\n",
  "mail.reminder.account.purpose":
    "Wenn ein Entwurf im Servicekonto bald gelöscht wird",
  "mail.reminder.account.subject":
    "Ihr Entwurf bei {portal} wird bald gelöscht",
  "mail.reminder.account.text":
    "Guten Tag,\n\nSie haben auf dem Portal {portal} einen Antrag angefangen und nicht gesendet. Am {date} löschen wir den Entwurf. Melden Sie sich an, um weiterzumachen oder ihn selbst zu löschen:\n\n{link}\n\nMit jeder Änderung heben wir ihn wieder 30 Tage auf.\n",
  "mail.received.purpose": "Wenn ein Antrag eingegangen ist",
  "mail.received.subject": "Ihr Antrag ist angekommen ({portal})",
  "mail.received.text":
    "Guten Tag,\n\nIhr Antrag auf dem Portal {portal} ist angekommen. Den Stand sehen Sie hier:\n\n{link}\n\nDer Link ist geheim. Geben Sie ihn nicht weiter.\n",
  // accounts: whose application, who sends, how sure
  "level.none": "ohne Nachweis",
  "level.low": "niedrig",
  "level.substantial": "substanziell",
  "level.high": "hoch",
  "start.level.low":
    "Für diesen Antrag brauchen Sie ein Servicekonto (Niveau „niedrig“). Ein Konto mit E-Mail-Adresse und Passwort genügt. Sie können es gleich anlegen.",
  "start.level.substantial":
    "Für diesen Antrag weisen Sie sich mit dem Niveau „substanziell“ aus: mit einem ELSTER-Zertifikat, der BundID oder indem Sie Ihr Konto am Schalter bestätigen lassen.",
  "start.level.high":
    "Für diesen Antrag weisen Sie sich mit dem Niveau „hoch“ aus: mit der Online-Funktion Ihres Ausweises, zum Beispiel über die BundID.",
  "start.level.later":
    "Ausfüllen können Sie den Antrag auch vorher. Anmelden müssen Sie sich spätestens vor dem Senden.",
  "start.level.enough":
    "Sie sind mit dem Niveau „{level}“ angemeldet. Das genügt.",
  "start.level.raise":
    "Sie sind mit dem Niveau „{level}“ angemeldet. Das genügt noch nicht.",
  "start.level.link": "Mit dem Niveau „{level}“ anmelden",
  "start.sign-in": "Anmelden",
  "start.sign-in.hint":
    "Mit dem Servicekonto finden Sie den Antrag auf jedem Gerät wieder.",
  "owner.sign-in": "Anmelden",
  "owner.foreign.title": "Dieser Antrag gehört zu einem anderen Konto",
  "owner.foreign.body":
    "Melden Sie sich mit dem Konto an, mit dem der Antrag begonnen wurde. Handeln Sie für eine Organisation oder eine andere Person? Dann wählen Sie diese zuerst in Ihrem Konto aus.",
  "owner.foreign.link": "Zu meinem Konto",
  "owner.ended.title": "Sie handeln hier nicht mehr für andere",
  "owner.ended.body":
    "Diesen Antrag haben Sie für eine andere Person oder eine Organisation ausgefüllt. Er wurde nicht gesendet, und nichts davon ist verloren: Der Entwurf bleibt bei ihr gespeichert.",
  "owner.ended.next":
    "Gilt Ihre Vollmacht oder Mitgliedschaft noch, wählen Sie wieder, für wen Sie handeln, und senden Sie dann. Gilt sie nicht mehr, kann die Person oder Organisation den Entwurf selbst senden oder Ihnen eine neue Vollmacht geben.",
  "owner.ended.link": "Für wen handeln Sie?",
  "owner.take": "In mein Konto übernehmen",
  "owner.take.hint":
    "Dann finden Sie den Antrag unter „Meine Anträge“ auf jedem Gerät, und nur Sie können ihn öffnen.",
  "sender.title": "Wer sendet",
  "sender.name": "Name",
  "sender.acting-for": "Handelt für",
  "right.basis": "Auf Grund von",
  "right.member": "Mitglied der Organisation: {role}",
  "right.role.owner": "Inhaber:in",
  "right.role.signatory": "darf senden",
  "right.role.preparer": "darf vorbereiten",
  "right.basis.membership": "Mitgliedschaft in der Organisation",
  "right.basis.power": "Vollmacht",
  "right.basis.parent": "Elternteil",
  "right.basis.guardian": "Betreuung oder Vormundschaft",
  "right.basis.legal-representative": "andere gesetzliche Vertretung",
  "right.scope": "Vollmacht für",
  "right.scope.all": "alle Leistungen",
  "right.until": "Gilt bis",
  "right.birthday": "Geburtsdatum der vertretenen Person",
  "right.statement": "Angabe zur Vertretung",
  "right.check": "Nachweis der Vertretung",
  "right.check.kept": "beim Senden im Servicekonto geprüft",
  "right.check.stated":
    "nur angegeben, nicht nachgewiesen: Die Behörde kann einen Nachweis verlangen",
  "sender.level": "Vertrauensniveau",
  "sender.proof": "Nachgewiesen durch",
  "sender.proof.value": "{provider} am {date} um {time}",
  "sender.provider.local": "Servicekonto",
  "sender.provider.counter": "Personalausweis, gesehen am Schalter",
  "sender.prepare.title":
    "Sie können diesen Antrag vorbereiten, aber nicht senden",
  "sender.prepare.body":
    "Der Antrag ist gespeichert. Bitten Sie jemanden, der für {party} senden darf, ihn unter „Meine Anträge“ zu öffnen und zu senden.",
  "sender.level.title": "Zum Senden brauchen Sie das Niveau „{level}“",
  "sender.level.sign-in":
    "Melden Sie sich an. Ihre Eingaben bleiben gespeichert, danach geht es hier weiter.",
  "sender.level.higher":
    "Weisen Sie sich einmal mit diesem Niveau aus. Ihre Eingaben bleiben gespeichert, danach geht es hier weiter.",
  "sender.level.button": "Jetzt ausweisen",
  "sender.guest": "Ohne Anmeldung gesendet, die Person ist nicht nachgewiesen.",
  // one's own applications, over all portals
  "own.title": "Meine Anträge",
  "own.lead": "Was Sie in allen Portalen angefangen und gesendet haben.",
  "own.lead.for":
    "Was für {party} angefangen und gesendet wurde, in allen Portalen.",
  "own.none.title": "Noch keine Anträge",
  "own.none.body":
    "Hier steht, was Sie angemeldet beginnen oder in Ihr Konto übernehmen.",
  "own.none.link": "Leistung suchen",
  "own.drafts": "Angefangen",
  "own.sent": "Gesendet",
  "own.service": "Leistung",
  "own.portal": "Portal",
  "own.changed": "Geändert",
  "own.kept-until": "Gespeichert bis",
  "own.action": "Weiter",
  "own.continue": "Weiter ausfüllen",
  "own.continue-there": "Dort weiter ausfüllen",
  "own.sent-at": "Gesendet am",
  "own.state": "Stand",
  "own.state.received": "Eingegangen",
  "own.sent-by": "Gesendet von {name} in Vertretung",
  "own.sent-by.right": "Gesendet von {name} in Vertretung: {basis}, {check}",
  "own.reference": "Vorgangsnummer",
  "mandate.not-covered.title": "Dafür gilt die Vollmacht nicht",
  "mandate.not-covered.lead":
    "Sie handeln für {party}. Ihre Vollmacht gilt nicht oder nicht mehr für diese Leistung. Was Sie eingegeben haben, bleibt gespeichert.",
  "mandate.not-covered.start":
    "Sie handeln für {party}. Ihre Vollmacht gilt nicht für diese Leistung. Wählen Sie, für wen Sie handeln, oder bitten Sie um eine Vollmacht dafür.",
  "mandate.not-covered.link": "Für wen handeln Sie?",
} as const;
