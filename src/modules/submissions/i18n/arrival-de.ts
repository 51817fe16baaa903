/** Applications that were sent in another portal. */
export const arrivalDe = {
  "arrival.title": "Aus einem anderen Portal",
  "arrival.from": "Portal von",
  "arrival.service": "Leistung dort",
  "arrival.reference": "Vorgangsnummer dort",
  "arrival.date": "Dort gesendet am",
  "arrival.payment": "Bezahlung",
  "arrival.payment.initial": "begonnen, nicht bezahlt",
  "arrival.payment.booked": "bezahlt",
  "arrival.payment.failed": "fehlgeschlagen",
  "arrival.payment.canceled": "abgebrochen",
  "arrival.payment.reference": "Kassenzeichen {reference}",
  "arrival.reply": "Antwort an",
  "arrival.reply.email": "E-Mail",
  "arrival.reply.none": "kein Weg genannt: bitte mit einem Brief antworten",
  "arrival.schema": "Schema der Daten",
  "arrival.table": "Angaben",
};
