import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  "list.title": "Postfach (mailbox)",
  "list.lead":
    "All messages and decisions from the authorities, from all portals.",
  "list.lead.for":
    "All messages and decisions from the authorities to {party}, from all portals.",
  "list.folder": "Folders",
  "list.inbox": "Inbox",
  "list.archive": "Archive",
  "list.search": "Search messages",
  "list.search.button": "Search",
  "list.search.hint":
    "For example service, reference number or a word of the message",
  "list.label.chosen": "Only with the label “{label}”.",
  "list.all": "Show all messages",
  "list.found": "{count} found",
  "list.none": "No messages yet",
  "list.none.body":
    "When you send an application while signed in, the authority answers here. We tell you by e-mail.",
  "list.none.archive": "The archive is empty",
  "list.none.archive.body":
    "Put away here what is done. If a new message comes, it is in the inbox again.",
  "list.none.found": "Nothing found",
  "list.none.found.body": "Check the spelling, or search with fewer words.",
  "list.subject": "Subject",
  "list.portal": "Authority",
  "list.newest": "Latest",
  "list.reference": "Reference number",
  "list.labels": "Labels",
  "list.unread": "new",
  "list.pages": "Pages of the mailbox",

  "thread.back": "To the mailbox",
  "thread.reference": "Reference number",
  "thread.portal": "Authority",
  "thread.messages": "Messages",
  "thread.application": "To the application",
  "thread.download": "Download everything (ZIP)",
  "thread.archive": "Move to the archive",
  "thread.restore": "Back to the inbox",
  "thread.labels": "Labels",
  "thread.labels.hint":
    "Your own words to sort by, parted by commas. The authority does not see them.",
  "thread.labels.save": "Save labels",
  "thread.organise": "Organise",
  "thread.new": "new",
  "thread.archived": "This conversation is in the archive.",
  "thread.labelled": "The labels are saved.",
  "thread.saved": "Your draft is saved",
  "thread.saved.body": "The authority sees it only when you send it.",
  "thread.sent": "Your answer is sent",
  "thread.sent.body": "{portal} has received it.",
  "thread.removed": "The file is removed.",

  "kind.message": "Message from the authority",
  "kind.question": "Question from the authority",
  "kind.decision": "Decision (Bescheid)",
  "kind.receipt": "Receipt confirmed",
  "kind.answer": "Your answer",
  "empty.receipt":
    "Your application has arrived at the authority. You will read about the next steps here.",
  "empty.other": "Without text.",

  "document.list": "Files",
  "document.waiting": "still being checked for malware",
  "document.infected": "contains malware and is blocked",
  "document.unscanned": "not checked for malware",

  "answer.title": "Answer",
  "answer.text.for": "Your message to {portal}",
  "answer.files": "Attach files",
  "answer.files.hint":
    "PDF, pictures, text and office files, at most {count} files and {size} together",
  "answer.send": "Send answer",
  "answer.save": "Save draft",
  "answer.prepare-only":
    "You may prepare for {party}. Somebody who may sign has to send it.",
  "thread.moved": "Your application is now with: {name}",
  "thread.moved.body": "Please write there. You can still read what is here.",
  "thread.moved.link": "To the application at {name}",
  "error-title": "Error: {title}",
  "answer.error.moved":
    "Your application is now with another authority. Your message was not sent.",
  "answer.error.nothing-to-send": "Write a message, or attach a file.",
  "answer.error.too-long": "Shorten the message to at most {max} characters.",
  "answer.error.prepare-only":
    "Your draft is saved. Ask somebody who may sign for {party} to send it.",
  "answer.error.files-waiting":
    "A file is still being checked for malware. Your draft is saved. Send it in a few minutes.",
  "file.too-large":
    "“{filename}” is too large. Split the file or make it smaller.",
  "file.too-many":
    "“{filename}” does not fit: at most {count} files are possible.",
  "file.no-room":
    "“{filename}” does not fit: all files together may have {size}.",
  "file.type-not-allowed":
    "“{filename}” is not a file that we take. Attach it as PDF, for example.",
  "file.empty": "“{filename}” is empty. Choose the file again.",
  "file.infected": "“{filename}” contains malware. Attach a clean file.",

  "guest.title": "Messages",
  "guest.open": "Read messages and answer",
  "guest.unreachable": "Our e-mails do not reach you",
  "guest.unreachable.body":
    "An e-mail to you came back. Please look at this page from time to time for news. Or send us a phone number in a message.",
  "guest.in-account":
    "Messages and decisions on this application are in your mailbox. Sign in to read them.",
  "guest.in-own-account":
    "Messages and decisions about this application are in your mailbox.",
  "guest.in-account.link": "To the mailbox",
  "sent.title": "Postfach (mailbox)",
  "sent.none": "There is no message about this Vorgang yet.",
  "sent.provided": "provided {at}",
  "sent.received": "arrived {at}",
  "sent.retrieved": "first retrieved {at}",
  "sent.not-retrieved": "not retrieved yet",
  "sent.kind.message": "Message",
  "sent.kind.question": "Question",
  "sent.kind.decision": "Decision (Bescheid)",
  "sent.kind.receipt": "Receipt",
  "sent.kind.answer": "Answer",
  "bescheid.provided": "Provided on",
  "bescheid.posted": "Sent by post on",
  "bescheid.known": "Counts as delivered on",
  "bescheid.objection": "Objection (Widerspruch) possible until",
  "bescheid.copy":
    "This is a copy. The decision comes by post. The period for an objection begins only then.",
  "paper.wished":
    "You want decisions on this application on paper. You find only a copy here.",
  "paper.not-wished":
    "A decision on this application is delivered to you here. It counts as delivered on the fourth day after it was provided, even if you do not open it.",
  "paper.wish": "Get decisions on paper",
  "paper.take-back": "Get decisions in the mailbox",
  "tasks.title": "Mailbox: to do",
  "tasks.lead":
    "What does not arrive electronically, so that somebody has to take it in hand.",
  "tasks.paper": "Decisions by post",
  "tasks.paper.lead":
    "Somebody has to print and send these decisions. With “Sent today” the periods begin.",
  "contact.title": "E-mails that do not arrive",
  "contact.lead":
    "The notice came back. Call or write a letter, so that the person reads their message.",
  "contact.none": "All e-mails arrive",
  "contact.none.body": "Here you see whom notices about a case do not reach.",
  "contact.fault": "Reason",
  "contact.fault.address": "The address does not exist (any more)",
  "contact.fault.full": "The e-mail account is full",
  "contact.fault.other": "The mail server did not accept the e-mail",
  "contact.done": "Reached otherwise",
  "contact.open": "To the case",
  "contact.alert": "E-mails to this person do not arrive",
  "contact.alert.body":
    "{fault}. The notice of {day} came back: the person may not know of their messages. Reach them otherwise and note it under “Mailbox”.",
  "contact.alert.link": "To the tasks of the mailbox",
  "mirror.waiting": "Copy for another mailbox: being sent",
  "mirror.sent": "Copy for another mailbox: sent on {at}, not confirmed yet",
  "mirror.acknowledged": "Copy in another mailbox: delivered on {at}",
  "mirror.failed":
    "Copy for another mailbox: failed on {at} (reason: {reason}). What counts is the message here.",
  "mirror.again": "Send copy again",
  "mirror.more": "You find files, periods and answers here: {url}",
  "tasks.none": "Nothing to send",
  "tasks.none.body":
    "Here you see which decisions are wanted on paper or were not retrieved.",
  "tasks.reason": "Reason",
  "tasks.reason.guest": "applied for without an account",
  "tasks.reason.excluded": "wanted on paper",
  "tasks.reason.no-address": "no e-mail address for the notice",
  "tasks.reason.undeliverable": "the notice did not arrive",
  "tasks.reason.not-retrieved": "not retrieved for 14 days",
  "tasks.since": "Since",
  "tasks.action": "Action",
  "tasks.done": "Sent today",
  "mail.new.purpose": "When there is a new message in the mailbox",
  "mail.reminder.purpose": "When a decision was not retrieved after 7 days",
  "mail.new.subject": "New message in your mailbox: {portal}",
  "mail.new.text":
    "Hello,\n\nthere is a new message from {portal} in your mailbox.\n\nHow to read it:\n{url}\n\nTo protect your data this e-mail does not say what it is about.\n",
  "mail.summary.purpose": "Once a day, for who wants messages collected",
  "mail.summary.subject": "News in your mailbox: {portal}",
  "mail.summary.text":
    "Hello,\n\nsince yesterday new messages from {portal} have come into your mailbox. Number: {count}\n\nHow to read them:\n{url}\n",
  "mail.reminder.subject": "Reminder: document in your mailbox: {portal}",
  "mail.reminder.text":
    "Hello,\n\nthere is a document from {portal} in your mailbox that you have not opened yet. A period may be running.\n\nHow to read it:\n{url}\n",
  "zip.texts": "Messages.txt",
  "zip.filename": "Postfach {reference}.zip",
  "export.at": "Time",
  "export.text": "Text",
  "export.documents": "Files",
};
