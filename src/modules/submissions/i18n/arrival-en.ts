import type { arrivalDe } from "./arrival-de.ts";

export const arrivalEn: Readonly<Record<keyof typeof arrivalDe, string>> = {
  "arrival.title": "From another portal",
  "arrival.from": "Portal of",
  "arrival.service": "Service there",
  "arrival.reference": "Reference there",
  "arrival.date": "Sent there on",
  "arrival.payment": "Payment",
  "arrival.payment.initial": "begun, not paid",
  "arrival.payment.booked": "paid",
  "arrival.payment.failed": "failed",
  "arrival.payment.canceled": "cancelled",
  "arrival.payment.reference": "payment reference {reference}",
  "arrival.reply": "Answer to",
  "arrival.reply.email": "E-mail",
  "arrival.reply.none": "no way named: please answer by letter",
  "arrival.schema": "Schema of the data",
  "arrival.table": "Details",
};
