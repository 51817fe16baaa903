import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  "choices.title": "Notices",
  "choices.lead":
    "We tell you that there is something new, and never what. You read the content in your mailbox after signing in.",
  "choices.saved": "Your choice is saved",
  "choices.save": "Save choice",
  "choices.message": "New messages and questions in the mailbox",
  "choices.progress": "When the state of an application changes",
  "way.at-once": "By e-mail, at once",
  "way.daily": "Once a day, collected in the morning",
  "way.none": "No e-mail",
  "way.none.hint":
    "Periods run all the same. Look into your mailbox regularly then.",
  "bescheid.title": "About decisions we always write at once",
  "bescheid.body":
    "A decision counts as delivered on the fourth day after it was provided, even if you do not open it. That is why the law asks us to notify you on the same day (§ 9 (1) OZG). If our e-mail does not arrive, we send the decision by post.",
  "phone.title": "By text message, too",
  "phone.lead":
    "With each e-mail that comes at once you can get a text message, at most five a day. It does not say what it is about either.",
  "phone.now": "Text messages go to {number}.",
  "phone.remove": "No more text messages",
  "phone.number": "Mobile number",
  "phone.number.hint": "A German mobile number, for example 0151 23456789",
  "phone.ask": "Send code to this number",
  "phone.asked": "We have sent a code to {number}",
  "phone.code": "Code from the text message",
  "phone.code.hint": "Six digits, valid for 10 minutes",
  "phone.confirm": "Confirm number",
  "phone.other": "Other number or new code",
  "phone.confirmed": "Your number is confirmed",
  "phone.removed": "You get no more text messages",
  "phone.no-mobile-number":
    "Enter a German mobile number, for example 0151 23456789",
  "phone.limit-reached":
    "No more text messages can be sent today. Try again tomorrow.",
  "phone.too-many-attempts":
    "You have asked for several codes. Wait a few minutes.",
  "phone.wrong-code":
    "The code is wrong or no longer valid. Check the digits or ask for a new code.",
  "sms.code":
    "Your code for notices by text message: {code}. Valid for {minutes} minutes. Do not pass it on.",
  "sms.notice":
    "{portal}: there is a new message in your mailbox. Sign in to read it: {url}",
  "export.title": "Notices",
  "export.phone": "Mobile number",
  "mails.destination": "Example system",
  "mails.title": "E-mail texts",
  "mails.lead":
    "How your authority writes to people. Each e-mail says that there is something and where, and never what.",
  "mails.kind": "When it is sent",
  "mails.language": "Language",
  "mails.state": "Text",
  "mails.own": "own text",
  "mails.standard": "supplied text",
  "mails.de": "German",
  "mails.en": "English",
  "mails.edit": "View and change",
  "mails.back": "All e-mail texts",
  "mails.subject": "Subject",
  "mails.body": "Text",
  "mails.body.hint":
    "Placeholders: {names}. Name and address of your authority stand above and below by themselves.",
  "mails.save": "Save",
  "mails.saved": "The text is saved and used from the next e-mail on",
  "mails.reset": "Use supplied text",
  "mails.test": "Send sample to me",
  "mails.tested": "The sample is on its way to your e-mail address",
  "mails.preview": "What it looks like",
  "mails.preview.subject": "Subject: {subject}",
  "error.empty": "Write something in this field",
  "error.too-long": "Shorten the text",
  "error.unknown-placeholder":
    "There is no placeholder {name} here. Use one of those named.",
  "error.needed":
    "The text must contain {name}: else the e-mail leads nowhere.",
  "error-title": "Error: {title}",
};
