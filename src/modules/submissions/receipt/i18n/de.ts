export const de = {
  "pdf.receipt.title": "Eingangsbestätigung",
  "pdf.application.title": "Antrag",
  "pdf.receipt.lead": "Ihr Antrag ist am {date} bei uns eingegangen.",
  "pdf.application.lead": "Eingegangen am {date}.",
  // {service} is the name of the service, {portal} that of the authority
  "pdf.title": "{kind}: {service}",
  "pdf.footer": "{kind} {reference}",
  "pdf.page": "Seite {page} von {pages}",
  "pdf.crest": "Wappen: {portal}",
  "pdf.reference.receipt": "Ihre Vorgangsnummer",
  "pdf.reference.application": "Vorgangsnummer",
  "pdf.reference.hint":
    "Nennen Sie diese Nummer, wenn Sie uns schreiben oder anrufen.",
  "pdf.next": "So geht es weiter",
  "pdf.office": "Zuständig für Sie",
  "pdf.phone": "Telefon",
  "pdf.email": "E-Mail",
  "pdf.hours": "Öffnungszeiten",
  "pdf.answers.receipt": "Ihre Angaben",
  "pdf.answers.application": "Angaben",
  "pdf.answers.none": "keine Angabe",
  "pdf.uploads": "Hochgeladene Dateien",
  "pdf.uploads.file": "Datei",
  "pdf.uploads.size": "Größe",
  "pdf.uploads.sha256": "Prüfsumme (SHA-256)",
  "pdf.proof": "Echtheit prüfen",
  "pdf.proof.text":
    "Jede Person kann prüfen, ob diese Bestätigung echt ist. Ihre Angaben werden dabei nicht gezeigt. Scannen Sie den Code auf der ersten Seite oder öffnen Sie diese Adresse:",
  "pdf.proof.code": "QR-Code mit der Adresse {url}",
  "pdf.proof.hash": "Prüfsumme des Antrags (SHA-256)",
  "pdf.proof.attached":
    "Die Angaben sind dieser Datei auch maschinenlesbar angehängt: {files}.",
  "pdf.replaced":
    "Das Zeichen {sign} steht für Zeichen, die hier nicht gedruckt werden können. Gespeichert ist, was eingegeben wurde.",
  "pdf.automatic":
    "Diese Bestätigung wurde automatisch erstellt und gilt ohne Unterschrift.",
  "pdf.attachment": "Die Angaben des Antrags, maschinenlesbar",
};
