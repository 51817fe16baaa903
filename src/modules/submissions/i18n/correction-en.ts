/** Correcting what was sent, because the office asks for it. */
export const correctionEn = {
  "correction.title": "Correct your details",
  "correction.asked.title": "What the authority asks for",
  "correction.asked.by": "Answer by {date}.",
  "correction.open-only":
    "You see only what you can change. Everything else stays as you sent it.",
  "correction.remark": "The authority writes: {text}",
  "correction.remark.before": "So far: {value}.",
  "correction.changes": "What you change",
  "correction.changes.none": "You have not changed anything yet.",
  "correction.changes.empty": "no answer",
  "correction.check.lead":
    "Is everything right? You can still change every answer before you send.",
  "correction.send.title": "Send the correction",
  "correction.send": "Send the correction",
  "correction.warning.title": "You are about to send a binding correction",
  "correction.warning.body":
    "The new details go to {authority}. The ones before are kept.",
  "correction.confirm": "My details are correct and complete.",
  "correction.not-confirmed":
    "Confirm that your details are correct and complete.",
  "correction.nothing-changed.title": "You have not changed anything",
  "correction.nothing-changed.body":
    "Change the details the authority asks for. If everything is right already, tell the authority in a message.",
  "correction.not-asked.title": "This correction is no longer needed",
  "correction.not-asked.body":
    "Meanwhile the authority has decided or asked something else, or the application was withdrawn. Nothing was sent. Your details are still saved: you can print them.",
  "correction.sent.title": "Your correction has arrived",
  "correction.sent.body": "We received your correction on {date} at {time}.",
  "correction.sent.next":
    "The authority now checks your new details. There is nothing more you have to do.",
  "correction.sent.changes": "What you have changed",
  "correction.section": "Correction of {date}, {time}",
  "correction.section.change": "before: {before} – now: {after}",
  "correction.section.hash": "Checksum after the correction (SHA-256)",
  "correction.mail.purpose": "When a correction has arrived",
  "correction.mail.subject": "Your correction at {portal}",
  "correction.mail.text":
    "Hello,\n\nyour correction has arrived. See here what you have changed:\n{link}\n\nYou have not changed anything? Then please contact the authority.\n\n{portal}",
  "earlier.title": "You have applied for this before",
  "earlier.body":
    "You can send it all the same. Or look first how far your earlier application is:",
  "earlier.link": "See the application of {date}",
};
