export const en = {
  title: "Interface for back-office systems",
  lead: "Back-office systems fetch applications, confirm receipt, report where they stand and write to the applicants. Each sees only what belongs to its destination.",
  address: "Address",
  document: "OpenAPI 3.1",
  token:
    "Identifier and secret come from the administrators of this portal. With them you get a token (OAuth 2.0, client credentials) that is valid for 15 minutes and sent as Authorization: Bearer.",
  keys: "Whoever changes something sends an Idempotency-Key: a new one for each call, the same one when it is repeated. The answer is the same then, and nothing happens twice.",
  operations: "What can be done",
  problems: "What can go wrong",
  answer: "All is well.",
  refusal:
    "Identifier and secret are not right, or something was asked for that there is not.",
  scope: "Right",
  headers: "Headers",
  query: "In the address",
  sent: "What is sent",
  received: "What is answered",
  refused: "Refused with",
  "operation.getToken": "Get a token",
  "operation.findResponsible":
    "Ask who is responsible for a service at a place",
  "operation.listSubmissions": "List applications, the oldest first",
  "operation.getSubmission": "Fetch an application",
  "operation.getReceiptPdf": "Fetch the application as PDF",
  "operation.getUpload": "Fetch a file",
  "operation.getPackage":
    "Fetch all of it as one package (ZIP), in the formats of the destination",
  "operation.refuseSubmission": "Refuse an application, with a reason",
  "operation.confirmReceipt": "Confirm receipt",
  "operation.setState": "Report where it stands",
  "operation.sendMessage": "Write to the applicants",
  "operation.attachDocument": "Send the applicants a document",
  "problem.token-missing":
    "The token is missing. Send it as Authorization: Bearer.",
  "problem.token-invalid":
    "The token is not or no longer valid. Get a new one.",
  "problem.scope-missing": "This access may not do that.",
  "problem.too-many-calls": "Too many calls. Wait as Retry-After says.",
  "problem.not-found": "There is no such thing here.",
  "problem.not-ready":
    "The content is not there: files are still being scanned for malware, or the application was deleted.",
  "problem.query-wrong": "What stands in the address does not fit.",
  "problem.body-too-large": "The body is too large.",
  "problem.body-not-json": "Send JSON with Content-Type application/json.",
  "problem.body-wrong": "The body does not fit the description.",
  "problem.key-missing":
    "The Idempotency-Key is missing: 1 to 200 characters, a new one for each call, the same one when you repeat it.",
  "problem.key-reused":
    "This Idempotency-Key was used for a different call before.",
  "problem.key-busy":
    "The first call with this Idempotency-Key is still running. Repeat it later.",
  "problem.version-missing":
    "If-Match is missing: the ETag that you saw last, or *.",
  "problem.version-changed":
    "The application has changed meanwhile. Read it again, then decide.",
  "problem.step-not-allowed":
    "This is not possible in this state. Read the application again.",
  "problem.bescheid-needed":
    "This service is decided by a Bescheid in the workplace.",
  "problem.note-missing": "This state needs a text to the applicants (note).",
  "problem.nobody-to-tell":
    "There is nobody who would get it: a test submission, or a deleted application.",
  "problem.document-not-allowed":
    "The document is not taken: PDF, pictures, text and office files without macros up to 10 MB are allowed.",
  "problem.fault":
    "There was a fault in the portal. Repeat the call with the same Idempotency-Key.",
  "problem.unavailable":
    "The portal cannot be reached at the moment. Repeat the call later, with the same Idempotency-Key.",
};
