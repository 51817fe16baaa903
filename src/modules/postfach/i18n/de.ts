export const de = {
  "list.title": "Postfach",
  "list.lead":
    "Hier finden Sie alle Nachrichten und Bescheide der Behörden, von allen Portalen.",
  "list.lead.for":
    "Hier finden Sie alle Nachrichten und Bescheide der Behörden an {party}, von allen Portalen.",
  "list.folder": "Ordner",
  "list.inbox": "Eingang",
  "list.archive": "Archiv",
  "list.search": "In Nachrichten suchen",
  "list.search.button": "Suchen",
  "list.search.hint":
    "Zum Beispiel Leistung, Vorgangsnummer oder ein Wort aus der Nachricht",
  "list.label.chosen": "Nur mit dem Schlagwort „{label}“.",
  "list.all": "Alle Nachrichten zeigen",
  "list.found": "{count} gefunden",
  "list.none": "Noch keine Nachrichten",
  "list.none.body":
    "Wenn Sie angemeldet einen Antrag senden, antwortet die Behörde hier. Wir sagen Ihnen per E-Mail Bescheid.",
  "list.none.archive": "Das Archiv ist leer",
  "list.none.archive.body":
    "Legen Sie hier ab, was erledigt ist. Kommt eine neue Nachricht, steht sie wieder im Eingang.",
  "list.none.found": "Nichts gefunden",
  "list.none.found.body":
    "Prüfen Sie die Schreibweise, oder suchen Sie mit weniger Wörtern.",
  "list.subject": "Betreff",
  "list.portal": "Behörde",
  "list.newest": "Zuletzt",
  "list.reference": "Vorgangsnummer",
  "list.labels": "Schlagwörter",
  "list.unread": "neu",
  "list.pages": "Seiten des Postfachs",

  "thread.back": "Zum Postfach",
  "thread.reference": "Vorgangsnummer",
  "thread.portal": "Behörde",
  "thread.messages": "Nachrichten",
  "thread.application": "Zum Antrag",
  "thread.download": "Alles herunterladen (ZIP)",
  "thread.archive": "Ins Archiv legen",
  "thread.restore": "Zurück in den Eingang",
  "thread.labels": "Schlagwörter",
  "thread.labels.hint":
    "Eigene Wörter zum Ordnen, mit Komma getrennt. Die Behörde sieht sie nicht.",
  "thread.labels.save": "Schlagwörter speichern",
  "thread.organise": "Ordnen",
  "thread.new": "neu",
  "thread.archived": "Dieser Verlauf liegt im Archiv.",
  "thread.labelled": "Die Schlagwörter sind gespeichert.",
  "thread.saved": "Ihr Entwurf ist gespeichert",
  "thread.saved.body": "Die Behörde sieht ihn erst, wenn Sie ihn senden.",
  "thread.sent": "Ihre Antwort ist gesendet",
  "thread.sent.body": "Die Behörde {portal} hat sie erhalten.",
  "thread.removed": "Die Datei ist entfernt.",

  "kind.message": "Nachricht der Behörde",
  "kind.question": "Rückfrage der Behörde",
  "kind.decision": "Bescheid",
  "kind.receipt": "Eingang bestätigt",
  "kind.answer": "Ihre Antwort",
  "empty.receipt":
    "Ihr Antrag ist bei der Behörde eingegangen. Über die nächsten Schritte lesen Sie hier.",
  "empty.other": "Ohne Text.",

  "document.list": "Dateien",
  "document.waiting": "wird noch auf Schadsoftware geprüft",
  "document.infected": "enthält Schadsoftware und ist gesperrt",
  "document.unscanned": "nicht auf Schadsoftware geprüft",

  "answer.title": "Antworten",
  "answer.text.for": "Ihre Nachricht an {portal}",
  "answer.files": "Dateien anhängen",
  "answer.files.hint":
    "PDF, Bilder, Text- und Office-Dateien, höchstens {count} Dateien und zusammen {size}",
  "answer.send": "Antwort senden",
  "answer.save": "Entwurf speichern",
  "answer.prepare-only":
    "Sie dürfen für {party} vorbereiten. Senden muss jemand, der unterschreiben darf.",
  "thread.moved": "Ihr Antrag liegt jetzt bei: {name}",
  "thread.moved.body":
    "Schreiben Sie bitte dort. Was hier steht, können Sie weiter lesen.",
  "thread.moved.link": "Zum Antrag bei {name}",
  "error-title": "Fehler: {title}",
  "answer.error.moved":
    "Ihr Antrag liegt jetzt bei einer anderen Behörde. Ihre Nachricht wurde nicht gesendet.",
  "answer.error.nothing-to-send":
    "Schreiben Sie eine Nachricht, oder hängen Sie eine Datei an.",
  "answer.error.too-long":
    "Kürzen Sie die Nachricht auf höchstens {max} Zeichen.",
  "answer.error.prepare-only":
    "Ihr Entwurf ist gespeichert. Bitten Sie jemanden, der für {party} unterschreiben darf, ihn zu senden.",
  "answer.error.files-waiting":
    "Eine Datei wird noch auf Schadsoftware geprüft. Ihr Entwurf ist gespeichert. Senden Sie ihn in einigen Minuten.",
  "file.too-large":
    "„{filename}“ ist zu groß. Teilen oder verkleinern Sie die Datei.",
  "file.too-many":
    "„{filename}“ passt nicht mehr dazu: Höchstens {count} Dateien sind möglich.",
  "file.no-room":
    "„{filename}“ passt nicht mehr dazu: Alle Dateien dürfen zusammen {size} haben.",
  "file.type-not-allowed":
    "„{filename}“ ist keine Datei, die wir annehmen. Hängen Sie sie zum Beispiel als PDF an.",
  "file.empty": "„{filename}“ ist leer. Wählen Sie die Datei neu aus.",
  "file.infected":
    "„{filename}“ enthält Schadsoftware. Hängen Sie eine saubere Datei an.",

  "guest.title": "Nachrichten",
  "guest.open": "Nachrichten lesen und antworten",
  "guest.unreachable": "Unsere E-Mails erreichen Sie nicht",
  "guest.unreachable.body":
    "Eine E-Mail an Sie kam zurück. Schauen Sie ab und zu auf dieser Seite nach, ob es etwas Neues gibt. Oder teilen Sie uns in einer Nachricht eine Telefonnummer mit.",
  "guest.in-account":
    "Nachrichten und Bescheide zu diesem Antrag liegen in Ihrem Postfach. Melden Sie sich dafür an.",
  "guest.in-own-account":
    "Nachrichten und Bescheide zu diesem Antrag liegen in Ihrem Postfach.",
  "guest.in-account.link": "Zum Postfach",
  "sent.title": "Postfach",
  "sent.none": "Es gibt noch keine Nachricht zu diesem Vorgang.",
  "sent.provided": "bereitgestellt {at}",
  "sent.received": "eingegangen {at}",
  "sent.retrieved": "zuerst abgerufen {at}",
  "sent.not-retrieved": "noch nicht abgerufen",
  "sent.kind.message": "Nachricht",
  "sent.kind.question": "Rückfrage",
  "sent.kind.decision": "Bescheid",
  "sent.kind.receipt": "Eingangsbestätigung",
  "sent.kind.answer": "Antwort",
  "bescheid.provided": "Bereitgestellt am",
  "bescheid.posted": "Mit der Post versendet am",
  "bescheid.known": "Gilt als bekannt gegeben am",
  "bescheid.objection": "Widerspruch möglich bis",
  "bescheid.copy":
    "Das ist eine Kopie. Der Bescheid kommt mit der Post. Erst dann beginnt die Frist für einen Widerspruch.",
  "paper.wished":
    "Sie möchten Bescheide zu diesem Antrag auf Papier. Hier finden Sie nur eine Kopie.",
  "paper.not-wished":
    "Ein Bescheid zu diesem Antrag wird Ihnen hier bekannt gegeben. Er gilt am vierten Tag nach der Bereitstellung als bekannt gegeben, auch wenn Sie ihn nicht öffnen.",
  "paper.wish": "Bescheide auf Papier bekommen",
  "paper.take-back": "Bescheide im Postfach bekommen",
  "tasks.title": "Postfach: zu erledigen",
  "tasks.lead":
    "Was nicht auf elektronischem Weg ankommt und deshalb jemand in die Hand nehmen muss.",
  "tasks.paper": "Bescheide mit der Post",
  "tasks.paper.lead":
    "Diese Bescheide muss jemand drucken und versenden. Mit „Heute versendet“ beginnen die Fristen.",
  "contact.title": "E-Mails, die nicht ankommen",
  "contact.lead":
    "Die Benachrichtigung kam zurück. Rufen Sie an oder schreiben Sie einen Brief, damit die Person ihre Nachricht liest.",
  "contact.none": "Alle E-Mails kommen an",
  "contact.none.body":
    "Hier steht, wen die Benachrichtigungen zu einem Vorgang nicht erreichen.",
  "contact.fault": "Grund",
  "contact.fault.address": "Die Adresse gibt es nicht (mehr)",
  "contact.fault.full": "Das E-Mail-Postfach ist voll",
  "contact.fault.other": "Der Mailserver hat die E-Mail nicht angenommen",
  "contact.done": "Anders erreicht",
  "contact.open": "Zum Vorgang",
  "contact.alert": "E-Mails an diese Person kommen nicht an",
  "contact.alert.body":
    "{fault}. Die Benachrichtigung vom {day} kam zurück: Die Person weiß vielleicht nichts von ihren Nachrichten. Erreichen Sie sie anders und vermerken Sie es unter „Postfach“.",
  "contact.alert.link": "Zu den Aufgaben des Postfachs",
  "mirror.waiting": "Kopie für ein weiteres Postfach: wird gesendet",
  "mirror.sent":
    "Kopie für ein weiteres Postfach: gesendet am {at}, noch nicht bestätigt",
  "mirror.acknowledged": "Kopie in einem weiteren Postfach: gespiegelt am {at}",
  "mirror.failed":
    "Kopie für ein weiteres Postfach: fehlgeschlagen am {at} (Grund: {reason}). Maßgeblich ist die Nachricht hier.",
  "mirror.again": "Kopie erneut senden",
  "mirror.more": "Dateien, Fristen und Antworten finden Sie hier: {url}",
  "tasks.none": "Nichts zu versenden",
  "tasks.none.body":
    "Hier steht, welche Bescheide auf Papier gewünscht sind oder nicht abgerufen wurden.",
  "tasks.reason": "Grund",
  "tasks.reason.guest": "ohne Servicekonto beantragt",
  "tasks.reason.excluded": "auf Papier gewünscht",
  "tasks.reason.no-address": "keine E-Mail-Adresse für die Benachrichtigung",
  "tasks.reason.undeliverable": "Benachrichtigung kam nicht an",
  "tasks.reason.not-retrieved": "seit 14 Tagen nicht abgerufen",
  "tasks.since": "Seit",
  "tasks.action": "Erledigen",
  "tasks.done": "Heute versendet",
  "mail.new.purpose": "Wenn eine neue Nachricht im Postfach liegt",
  "mail.reminder.purpose": "Wenn ein Bescheid nach 7 Tagen nicht abgerufen ist",
  "mail.new.subject": "Neue Nachricht im Postfach: {portal}",
  "mail.new.text":
    "Guten Tag,\n\nin Ihrem Postfach liegt eine neue Nachricht von {portal}.\n\nSo lesen Sie sie:\n{url}\n\nAus Gründen des Datenschutzes steht der Inhalt nicht in dieser E-Mail.\n",
  "mail.summary.purpose":
    "Einmal am Tag, wenn jemand Nachrichten gesammelt bekommen möchte",
  "mail.summary.subject": "Neues im Postfach: {portal}",
  "mail.summary.text":
    "Guten Tag,\n\nseit gestern sind in Ihrem Postfach neue Nachrichten von {portal} eingegangen. Anzahl: {count}\n\nSo lesen Sie sie:\n{url}\n",
  "mail.reminder.subject": "Erinnerung: Bescheid im Postfach: {portal}",
  "mail.reminder.text":
    "Guten Tag,\n\nin Ihrem Postfach liegt ein Dokument von {portal}, das Sie noch nicht geöffnet haben. Eine Frist kann schon laufen.\n\nSo lesen Sie es:\n{url}\n",
  "zip.texts": "Nachrichten.txt",
  "zip.filename": "Postfach {reference}.zip",
  "export.at": "Zeitpunkt",
  "export.text": "Text",
  "export.documents": "Dateien",
} as const;
