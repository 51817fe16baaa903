import type { de } from "./de.ts";

export const en: Record<keyof typeof de, string> = {
  "operation.title": "Operation",
  "queue.title": "Queue",
  "dead.title": "Failed jobs",
  "dead.empty.title": "No job has failed",
  "dead.empty.body":
    "Jobs that did not succeed after all attempts are listed here. They do not get lost.",
  "dead.job": "Job",
  "dead.portal": "Portal",
  "dead.attempts": "Attempts",
  "dead.cause": "Cause",
  "dead.since": "Failed on",
  "dead.action": "Action",
  "dead.revive": "Try again",
  "dead.revived": "The job runs again",
  "mails.title": "Emails",
  "mails.kept":
    "No mail server is set (SMTP_URL). Emails stay here and are not sent.",
  "mails.sent":
    "Emails are sent through the mail server that is set. Their content is deleted afterwards.",
  "mails.empty.title": "No email yet",
  "mails.empty.body": "As soon as a portal writes an email, it is listed here.",
  "mails.subject": "Subject",
  "mails.to": "To",
  "mails.portal": "Portal",
  "mails.written": "Written on",
  "mails.state": "State",
  "mails.state.waiting": "Waiting",
  "mails.state.sent": "Sent",
  "mails.state.kept": "Kept here",
  "mails.state.undeliverable": "undeliverable",
  "mails.state.failed": "Refused",
  "mails.no-content": "Content deleted",
  "mail.title": "Email",
  "mails.back": "Back to the e-mails",
  "mail.back": "Back to operation",
};
