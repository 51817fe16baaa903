export const de = {
  "list.title": "Zustellungen",
  "list.lead":
    "Hier sehen Sie, ob Anträge in Ihren Fachverfahren angekommen sind. Was wartet, wird von selbst erneut versucht.",
  "list.states": "Stand der Zustellungen",
  "list.caption": "{state}: Zustellungen, neueste zuerst",
  "list.more": "Ältere anzeigen",
  "list.first": "Zurück zu den neuesten",

  "state.rejected": "Abgelehnt",
  "state.dead": "Aufgegeben",
  "state.waiting": "Wartet",
  "state.accepted": "Angenommen",
  "state.delivered": "Zugestellt",
  "state.closed": "Anders erledigt",

  "hint.rejected":
    "Das Ziel hat diese Anträge abgelehnt. Bitte klären Sie die Ursache. Danach kann erneut gesendet werden.",
  "hint.dead":
    "Diese Anträge kamen zu lange nicht an. Sie liegen vollständig in Ihrem Eingang. Bitte rufen Sie die zuständige Stelle an. Danach kann erneut gesendet werden.",
  "hint.waiting":
    "Diese Anträge sind unterwegs oder werden erneut versucht. Sie müssen nichts tun.",
  "hint.accepted":
    "Das Ziel hat diese Anträge angenommen. Die endgültige Bestätigung steht noch aus.",
  "hint.delivered": "Diese Anträge sind angekommen.",
  "hint.closed":
    "Diese Anträge haben Sie anders erledigt: im eigenen Arbeitsplatz oder über ein anderes Ziel.",

  "empty.title": "Hier ist nichts",
  "empty.body": "Zurzeit gibt es keine Zustellungen mit diesem Stand.",

  "column.reference": "Vorgangsnummer",
  "column.destination": "Ziel",
  "column.created": "Eingegangen",
  "column.attempts": "Versuche",
  "column.cause": "Ursache",
  "column.next": "Nächster Versuch",
  "column.receipt": "Bestätigung",
  "column.action": "Aktion",

  // what the portal itself notes as a confirmation
  "receipt.in-mail-outbox": "E-Mail liegt im Postausgang",

  "next.overdue": "überfällig seit {time}",
  "resend.button": "Erneut senden",
  "resend.now": "Jetzt versuchen",
  "resent.title": "Der Antrag wird jetzt erneut gesendet.",
  "resent.body": "Solange er unterwegs ist, steht er unter „Wartet“.",

  "settled.person":
    "Dieser Antrag wird jetzt im Arbeitsplatz bearbeitet und nicht mehr zugestellt.",
  "settled.redirected":
    "Umgeleitet. Was umgeleitet wurde, wird jetzt an das neue Ziel gesendet.",
  "settled.resent":
    "Wird jetzt erneut gesendet. Solange es unterwegs ist, steht es unter „Wartet“.",
  "settled.paused":
    "Das Ziel ist angehalten. Neue Anträge warten, bis Sie es fortsetzen.",
  "settled.continued":
    "Das Ziel ist wieder in Betrieb. Was wartet, wird jetzt gesendet.",

  "destinations.title": "Ziele",
  "destinations.condition": "Zustand",
  "destinations.failed": "Abgelehnt oder aufgegeben",
  "destinations.resend.one": "Erneut senden",
  "destinations.resend": "Alle {count} erneut senden",
  "destinations.pause": "Anhalten",
  "destinations.continue": "Fortsetzen",
  "condition.normal": "In Betrieb",
  "condition.disturbed": "Gestört",
  "condition.paused": "Angehalten",
  "condition.off": "Abgeschaltet",
  "condition.next": "nächster Versuch {time}",

  "check.button": "Prüfen",
  "check.title": "Prüfung: {destination}",
  "check.lead":
    "Geprüft wurden Einstellungen, Erreichbarkeit und Zugangsdaten, soweit das Ziel es zulässt. Am Ziel wurde nichts geändert.",
  "check.what": "Geprüft",
  "check.result": "Ergebnis",
  "check.finding": "Befund",
  "check.settings": "Einstellungen",
  "check.reachability": "Erreichbarkeit",
  "check.credentials": "Zugangsdaten",
  "check.passed": "In Ordnung",
  "check.failed": "Nicht in Ordnung",
  "check.fine": "Alles wie erwartet.",

  "chart.title": "Verlauf",
  "chart.none":
    "Noch nicht gezählt: Hier steht, was je Tag zugestellt wird, sobald zum ersten Mal gezählt ist. Das geschieht stündlich.",
  "chart.summary":
    "In den letzten {days} Tagen: {delivered} zugestellt, {waiting} warten, {failed} abgelehnt oder aufgegeben.",
  "chart.delivered": "Zugestellt",
  "chart.waiting": "Wartet",
  "chart.failed": "Abgelehnt oder aufgegeben",
  "chart.table": "Zahlen als Tabelle",
  "chart.day": "Tag",
  "chart.counted": "Gezählt: {time}. Die Zahlen werden stündlich erneuert.",

  "delivery.title": "Zustellung {reference}",
  "delivery.back": "Zu den Zustellungen",
  "delivery.state": "Stand",
  "delivery.id": "Kennung der Zustellung",
  "delivery.vorgang": "Diesen Vorgang in der Vorgangsliste suchen",
  "delivery.who-settles":
    "Erneut senden oder umleiten kann die Administration Ihrer Behörde. Bearbeiten können Sie den Vorgang trotzdem: Er liegt vollständig im Arbeitsplatz.",
  "delivery.actions": "Was Sie tun können",
  "delivery.redirected.to": "Umgeleitet an",
  "delivery.redirected.from": "Umgeleitet von",
  "delivery.redirect.label": "Anderes Ziel",
  "delivery.redirect.hint":
    "Der Antrag geht vollständig an das gewählte Ziel. An das bisherige wird er nicht mehr gesendet.",
  "delivery.redirect.button": "Umleiten",
  "delivery.overdue":
    "Das Ziel hat den Antrag angenommen, aber nicht in der vereinbarten Zeit geantwortet. Fragen Sie dort nach. Solange die Antwort aussteht, wird der Vorgang nicht gelöscht.",
  "delivery.close.hint":
    "Der Antrag liegt vollständig in Ihrem Arbeitsplatz. Wenn Sie ihn dort bearbeiten, muss er nicht mehr zugestellt werden.",
  "delivery.close.button": "Im Arbeitsplatz bearbeiten",
  "attempts.title": "Versuche",
  "attempts.number": "Versuch",
  "attempts.begun": "Begonnen",
  "attempts.outcome": "Ergebnis",
  "attempts.none": "läuft, oder wurde unterbrochen",

  "installation.title": "Zustellungen aller Portale",
  "installation.lead":
    "Hier sehen Sie, welche Ziele Anträge annehmen und wo etwas klemmt. Angaben aus Anträgen stehen hier nicht.",
  "installation.portal": "Portal",
  "installation.held": "Gestört oder angehalten",
  "installation.empty": "Noch keine Zahlen",
  "installation.empty.body":
    "Sobald ein Portal ein Ziel hat, stehen hier spätestens nach einer Stunde Zahlen.",

  "mail.office.purpose": "Für das Amt: wenn Anträge ihr Ziel nicht erreichen",
  "mail.office.subject": "Anträge erreichen ihr Ziel nicht",
  "mail.office.text": `Guten Tag,

Anträge aus dem Portal kommen nicht an.

Ziel: {destination}
Anzahl: {count}

Die Anträge sind nicht verloren. Sie liegen vollständig im Arbeitsplatz. Bitte sehen Sie nach der Ursache, und senden Sie danach erneut oder wählen Sie ein anderes Ziel:
{url}

Aus Gründen des Datenschutzes enthält diese Nachricht keine Angaben aus den Anträgen.
`,
  "mail.expiring.purpose":
    "Für die Verwaltung: wenn das Zertifikat eines Ziels bald abläuft",
  "mail.expiring.subject": "Das Zertifikat eines Ziels läuft ab",
  "mail.expiring.text": `Guten Tag,

das Zertifikat des Ziels „{destination}“ gilt bis zum {date}. Danach kann das Portal dorthin keine Anträge mehr senden.

Beschaffen Sie ein neues Zertifikat und hinterlegen Sie es hier:
{url}
`,
  "mail.administrator.purpose":
    "Für die Verwaltung des Portals: wenn Anträge ihr Ziel seit einer Woche nicht erreichen",
  "mail.administrator.subject":
    "Seit einer Woche erreichen Anträge ihr Ziel nicht",
  "mail.administrator.text": `Guten Tag,

seit mehr als einer Woche kommen Anträge aus dem Portal nicht an. Das zuständige Amt wurde benachrichtigt.

Ziel: {destination}
Anzahl: {count}

Bitte prüfen Sie die Einstellungen des Ziels, oder klären Sie mit dem Amt, wie die Anträge bearbeitet werden:
{url}
`,

  "evidence.title": "Bestätigungen des Ziels",
  "evidence.when": "Zeitpunkt",
  "evidence.what": "Ereignis",
  "evidence.remarks": "Hinweise des Ziels",
  "evidence.kind.refused": "vom Fachverfahren abgelehnt",
  "evidence.kind.state-pending": "In Arbeit",
  "evidence.kind.state-delivered": "Übernommen",
  "evidence.kind.state-rejected": "Abgelehnt",
  "evidence.kind.state-unknown": "Unbekannter Stand",
  "evidence.kind.create": "Einreichung angelegt",
  "evidence.kind.submit": "Vollständig übergeben",
  "evidence.kind.notify": "Empfänger benachrichtigt",
  "evidence.kind.forward": "Vom Empfänger abgerufen",
  "evidence.kind.accept": "Vom Empfänger angenommen",
  "evidence.kind.reject": "Zurückgewiesen",
  "evidence.kind.delete": "Beim Zustelldienst gelöscht",
  "cause.destination-inactive":
    "Der Zustellpunkt ist nicht in Betrieb. Bitte klären Sie das mit der empfangenden Stelle.",
  "cause.key-invalid":
    "Der Schlüssel des Zustellpunkts ist ungültig. Bitte lassen Sie ihn von der empfangenden Stelle erneuern.",
  "cause.service-not-offered":
    "Der Zustellpunkt nimmt diese Leistung oder dieses Datenformat nicht an. Bitte prüfen Sie die Einstellungen, oder wählen Sie ein anderes Ziel.",
  "cause.refused-by-receiver":
    "Die empfangende Stelle hat den Antrag zurückgewiesen. Ihre Hinweise stehen unter „Bestätigungen des Ziels“. Bitte klären Sie die Ursache und senden Sie dann erneut, oder bearbeiten Sie den Antrag im Arbeitsplatz.",
  "cause.not-fetched":
    "Die empfangende Stelle hat den Antrag nicht rechtzeitig abgerufen. Bitte rufen Sie dort an, und senden Sie dann erneut.",
  "cause.evidence-invalid":
    "Die Bestätigung des Ziels ist nicht echt oder passt nicht zum Antrag. Bitte rufen Sie die empfangende Stelle an.",
  "cause.route-unsigned":
    "Die Signatur stimmt nicht. Die Angabe kann gefälscht sein. Sagen Sie der Behörde Bescheid.",
  "cause.route-other-signer":
    "Unterschrieben hat eine andere Stelle als das Self-Service-Portal dieser Umgebung.",
  "cause.route-expired":
    "Die Signatur gilt nicht mehr oder noch nicht. Die Behörde muss ihre Adressierungsinformationen erneuern.",
  "cause.route-other-destination":
    "Die Signatur gehört zu einem anderen Zustellpunkt.",
  "cause.route-other-host":
    "Der Zustellpunkt gehört zu einer anderen Umgebung von FIT-Connect.",
  "cause.route-other-service":
    "Die Signatur gilt nicht für diese Leistung an diesem Ort.",
  "cause.answer-unreadable":
    "Die Antwort war nicht zu lesen. Prüfen Sie die Adresse.",
  "cause.payment-not-expressible":
    "Die Nummer der Zahlung passt nicht in das Format von FIT-Connect. Geben Sie den Antrag auf einem anderen Weg weiter.",
  "cause.none": "noch nicht versucht",
  "cause.dns": "Die Adresse des Ziels ist im Netz nicht bekannt.",
  "cause.connect": "Das Ziel ist nicht erreichbar.",
  "cause.timeout": "Das Ziel hat nicht rechtzeitig geantwortet.",
  "cause.tls":
    "Die verschlüsselte Verbindung kam nicht zustande. Vielleicht ist ein Zertifikat abgelaufen.",
  "cause.reset": "Die Verbindung brach ab.",
  "cause.answer-too-large": "Die Antwort des Ziels war zu groß.",
  "cause.fault": "Im Portal trat ein Fehler auf. Der Betrieb ist informiert.",
  "cause.destination-disabled": "Das Ziel ist zurzeit abgeschaltet.",
  "cause.directory-missing":
    "Das Verzeichnis des Ziels fehlt. Vielleicht ist das Laufwerk nicht verbunden.",
  "cause.directory-not-writable":
    "Das Portal darf in das Verzeichnis des Ziels nicht schreiben.",
  "cause.directory-not-allowed":
    "Das Verzeichnis liegt außerhalb des erlaubten Bereichs.",
  "cause.host-key-changed":
    "Es meldet sich ein anderer Server als vereinbart. Es wurde nichts gesendet. Fragen Sie den Betrieb des Servers nach dem Fingerabdruck.",
  "cause.credentials-refused": "Das Ziel erkennt die Zugangsdaten nicht an.",
  "cause.sftp-not-offered": "Der Server bietet kein SFTP an.",
  "cause.repository-unknown":
    "Dieses Repository gibt es dort nicht, oder es gibt mehrere. Tragen Sie die Kennung ein.",
  "cause.answer-not-understood":
    "Die Antwort des Ziels ist nicht zu verstehen. Prüfen Sie die Adresse.",
  "cause.mail-server-not-set": "Im Portal ist kein E-Mail-Server eingerichtet.",
  "cause.mail-server-away": "Der E-Mail-Server ist nicht erreichbar ({code}).",
  "cause.mail-server-busy":
    "Der E-Mail-Server nimmt zurzeit nichts an ({code}).",
  "cause.mail-refused":
    "Der E-Mail-Server nimmt die Nachricht nicht an ({code}).",
  "cause.mail-too-large": "Die E-Mail ist für das Postfach zu groß.",
  "cause.no-such-mailbox": "Das Postfach gibt es nicht.",
  "cause.certificate-expired": "Das Zertifikat ist abgelaufen.",
  "cause.certificate-not-yet-valid": "Das Zertifikat gilt noch nicht.",
  "cause.certificate-unreadable":
    "Das ist kein einzelnes Zertifikat. Fügen Sie genau eines als Text ein oder wählen Sie die Datei.",
  "cause.certificate-key-unfit":
    "Der Schlüssel des Zertifikats eignet sich nicht. Nötig ist RSA mit mindestens 2048 Bit.",
  "cause.certificate-not-for-encryption":
    "Das Zertifikat ist nicht zum Verschlüsseln von E-Mails gedacht.",
  "cause.certificate-for-other-address":
    "Das Zertifikat gehört zu einer anderen E-Mail-Adresse.",
  "cause.disk-full": "Der Speicher des Ziels ist voll.",
  "cause.disk-fault": "Der Speicher des Ziels meldet einen Fehler.",
  "cause.address-not-allowed":
    "Die Adresse des Ziels ist nicht erlaubt. Der Betrieb muss sie freigeben.",
  "cause.uploads-not-scanned":
    "Die Dateien werden noch auf Schadsoftware geprüft. Sie gehen danach von selbst hinaus.",
  "cause.uploads-too-large":
    "Die Anlagen sind zusammen größer, als das Ziel erlaubt.",
  "cause.options-invalid":
    "Die Einstellungen des Ziels sind unvollständig oder falsch.",
  "cause.connector-missing":
    "Die Anbindung dieses Ziels ist nicht mehr installiert.",
  "cause.submission-missing": "Der Antrag ist nicht mehr gespeichert.",
  "cause.earlier-first":
    "Eine frühere Fassung desselben Antrags ist noch nicht angekommen.",
  "cause.redirected-by-hand": "An ein anderes Ziel umgeleitet.",
  "cause.by-hand": "Wird im eigenen Arbeitsplatz bearbeitet.",
  "cause.credentials": "Das Ziel erkennt das Portal nicht an (Code {code}).",
  "cause.busy": "Das Ziel ist überlastet (Code {code}).",
  "cause.broken": "Das Ziel meldet einen eigenen Fehler (Code {code}).",
  "cause.redirected":
    "Das Ziel ist umgezogen (Code {code}). Die Adresse muss geändert werden.",
  "cause.address-unknown":
    "Diese Adresse gibt es beim Ziel nicht (Code {code}). Prüfen Sie die Adresse in den Einstellungen des Ziels.",
  "cause.too-large": "Der Antrag ist dem Ziel zu groß (Code {code}).",
  "cause.refused": "Das Ziel nimmt den Antrag nicht an (Code {code}).",
  "cause.unknown": "Unbekannte Ursache (Code {code}).",
};
