import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  "form.title": "Write a message",
  "form.title.error": "Error: {title}",
  "form.lead": "Your message goes to: {office}.",
  "form.text": "Your message",
  "form.text.hint":
    "Please do not write about your health, and give no account number.",
  "form.text.left": "{count} characters left",
  "form.text.over": "{count} characters too many",
  "form.text.missing": "Write what it is about.",
  "form.text.too-long": "Shorten your message to {max} characters.",
  "form.name": "Your name",
  "form.name.too-long": "Shorten the name to {max} characters.",
  "form.email": "Your e-mail address",
  "form.email.hint": "Without an address we cannot answer you.",
  "form.email.wrong": "Enter the address like this: name@example.com",
  "form.too-many":
    "Too many messages came from your connection. Please wait some minutes and send it again.",
  "form.term":
    "Only staff of the authority see what you write. We delete it {done} days after it was dealt with, at the latest after {latest} days.",
  "form.privacy": "More on data protection",
  "form.send": "Send message",
  "sent.title": "Your message has arrived",
  "sent.body":
    "{office} has received your message. If you gave your e-mail address, we answer you there.",
  "sent.back": "Back to the office",
  "desk.title": "Messages to the offices",
  "desk.lead": "What people wrote in the contact form of an office.",
  "desk.part": "You do not see all: another team works for some offices.",
  "desk.none": "No messages",
  "desk.none.body":
    "The contact form stands on the page of each office. New messages appear here, and the office gets an e-mail.",
  "desk.message": "Message",
  "desk.message.of": "Message of {time}",
  "desk.office": "Office",
  "desk.state": "State",
  "desk.state.open": "Open",
  "desk.state.done": "Done on {day}",
  "desk.ends": "Is deleted on",
  "message.name": "Name",
  "message.email": "E-mail",
  "message.not-given": "Not given",
  "message.done": "Mark as done",
  "message.done.hint": "A message that is done is deleted after {days} days.",
  "mail.received.purpose":
    "To an office: a message came in by the contact form",
  "mail.received.subject": "New message in the service portal",
  "mail.received.text":
    "Hello,\n\na message for {office} came in at the service portal. You read it here after signing in:\n\n{url}\n",
};
