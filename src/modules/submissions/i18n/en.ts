import type { de } from "./de.ts";
import { correctionEn } from "./correction-en.ts";
import { arrivalEn } from "./arrival-en.ts";
import { intakeEn } from "./intake-en.ts";
import { ownDataEn } from "./own-data-en.ts";

export const en: Record<keyof typeof de, string> = {
  ...ownDataEn,
  ...intakeEn,
  ...arrivalEn,
  ...correctionEn,
  "waiting.waiting.title": "Please wait a moment",
  "waiting.called.title": "It is your turn",
  "waiting.missed.title": "Your place has gone to somebody else",
  "waiting.position": "Your place in the queue: {position}",
  "waiting.minutes": "It will probably take about {minutes} more minutes.",
  "waiting.minute": "It will probably take about one more minute.",
  "waiting.unknown": "How long it takes cannot be said yet.",
  "waiting.why":
    "Very many people want to make this application right now. So that it works well for everybody, you begin in turn.",
  "waiting.rule.order":
    "First come, first served. Loading again or a second window does not bring you forward, and costs you nothing.",
  "waiting.rule.stay":
    "Leave this page open: it shows by itself when it is your turn.",
  "waiting.rule.begin":
    "Then you have three minutes to begin. For filling in you have as much time as you need.",
  "waiting.called.body":
    "Begin by {time}. For filling in you then have as much time as you need.",
  "waiting.called.button": "Begin the application",
  "waiting.missed.body":
    "It was your turn, but you did not begin in time. Please queue again.",
  "waiting.missed.button": "Queue again",
  "start.title": "Apply",
  "start.lead": "What you should know before you start.",
  "start.who": "Who can apply?",
  "start.duration": "How long it takes to fill in",
  "start.duration.minutes":
    "About {minutes} minutes. The application has {steps} steps.",
  "start.documents": "What you need",
  "start.documents.none": "You need no documents.",
  "move.title": "By what you said, the responsible authority is: {authority}",
  "move.body":
    "That is where your application has to go. What you entered is kept. After that only this authority has it: {authority}. Check everything once more there, and then send the application.",
  "move.body.elsewhere":
    "Your application cannot be sent from here. Apply to this authority: {authority}.",
  "move.hint": "The end of the page says how to go on",
  "move.button": "Continue with: {authority}",
  "move.elsewhere": "To the service at: {authority}",
  "move.save": "Save and continue later",
  "receiver.title": "Who gets your application?",
  "receiver.authority": "Responsible",
  "receiver.phone": "Phone",
  "receiver.email": "E-mail",
  "receiver.address": "Address",
  "receiver.notice.before.title": "Your application goes to: {authority}",
  "receiver.notice.before.body":
    "You fill in the application here in this portal: {portal}. Another authority is responsible. Only that authority gets your application and answers you.",
  "receiver.notice.before.company":
    "You fill in the application here in this portal: {portal}. A municipal company offers the service. Only that company gets your application and answers you.",
  "receiver.notice.sent.title": "Your application is with: {authority}",
  "receiver.notice.sent.body":
    "This authority is responsible and answers you. You see the state in its portal, too. {portal} does not have your application.",
  "receiver.notice.sent.company":
    "This company works on it and answers you. You see the state in its portal, too. {portal} does not have your application.",
  "start.fee": "Fee",
  "start.level": "Sign-in",
  "start.level.none": "You need no service account. You can apply as a guest.",
  "start.after.receipt":
    "You get a number and a confirmation of receipt as a PDF at once.",
  "start.after": "What happens after you send it",
  "start.privacy":
    "Your details are stored encrypted. We delete a draft 30 days after the last change.",
  "start.privacy.responsible": "Responsible for your data is: {authority}.",
  "start.privacy.link": "About data protection",
  "start.device": "Others use this device, too",
  "start.device.hint":
    "Then we close the draft in this browser after {minutes} minutes without activity. It stays saved all the same. Otherwise you find it here for 30 days.",
  "start.button": "Start the application",
  "start.resume.title": "You have an unfinished application",
  "start.resume.body": "Started on {date}. You can go on or start again.",
  "start.resume.button": "Go on",
  "start.again": "Start again",
  "start.again.hint":
    "If you start again, you will no longer find the unfinished application in this browser.",
  "start.offline.title": "You cannot apply for this online yet",
  "start.offline.body":
    "Please contact the responsible office. You find it on the page of the service.",
  "start.offline.link": "To the service",

  "step.new-questions": "More questions have come up",
  "step.new-questions.body":
    "Because of your answers there are more questions on this page. Please look through it once more.",
  "start.precheck":
    "You are not sure whether this is the right place? A few questions show it. We do not store your answers.",
  "start.precheck.link": "Check quickly",
  "start.blank": "Read or print the form",
  "precheck.title": "Is this the right place for me?",
  "precheck.lead": "Answer a few questions. We do not store your answers.",
  "precheck.button": "Show the result",
  "precheck.more": "We have one more question about this",
  "precheck.back": "Check again",
  "precheck.can-apply": "This is the right place",
  "precheck.can-apply.advice": "You can apply",
  "precheck.need-first": "You need something else first",
  "precheck.need-first.advice": "This comes first",
  "precheck.other-authority": "Another authority is responsible",
  "precheck.other-authority.advice": "Contact the responsible authority",
  "precheck.unknown": "We cannot tell from these answers",
  "precheck.unknown.advice":
    "You can apply. We then check whether this is the right place.",
  "precheck.anyway": "This is only advice. You can apply all the same.",
  "precheck.apply": "To the application",
  "precheck.change": "See or change the answers",
  "print.title": "Your answers",
  "print.link": "See or print all answers",
  "print.draft": "Draft, not sent yet. As of {date}, {time}.",
  "print.sent": "Sent on {date} at {time}. Reference number {reference}.",
  "blank.title": "Empty form",
  "blank.lead":
    "All questions, to read and prepare. You fill in and send the application online.",
  "blank.optional": "optional",
  "blank.computed": "we work it out",
  "blank.several": "several possible",
  "blank.sometimes": "only depending on your answers",
  "blank.choice": "One of the following:",
  "blank.yes": "Yes",
  "blank.no": "No",
  "blank.file": "File to upload",
  "provenance.title": "Where this form comes from",
  "provenance.id": "Identifier",
  "provenance.version": "Version",
  "provenance.status": "Release status",
  "provenance.standard": "Basis",
  "provenance.released": "Released on",
  "provenance.publisher": "Published by",
  "provenance.legal-basis": "Legal basis",
  "provenance.status.in-preparation": "in preparation",
  "provenance.status.active": "active",
  "provenance.status.inactive": "inactive",
  "provenance.status.planned": "planned",
  "provenance.status.in-progress": "in progress",
  "provenance.status.draft": "draft",
  "provenance.status.released-methodically": "released methodically",
  "provenance.status.released-silver": "released (silver)",
  "provenance.status.released-gold": "released (gold)",
  "provenance.status.marked-for-deletion": "marked for deletion",
  "provenance.standard.xdatenfelder-2.0": "FIM, XDatenfelder 2.0",
  "provenance.standard.xdatenfelder-3.0.0": "FIM, XDatenfelder 3.0.0",
  "provenance.standard.own": "A form of this portal",

  "step.next": "Continue",
  "step.back": "Back",
  "step.save": "Save and continue later",
  "step.optional": "We need everything that is not marked as optional.",
  "step.notice-prefix": "Note: {title}",
  "step.error-prefix": "Error: {title}",

  "texts.simple": "This form in German Leichte Sprache",
  "texts.everyday": "This form in everyday German",
  "steps.show": "Show all steps",
  "steps.label": "Steps of the application",
  "steps.done": "done",
  "steps.incomplete": "incomplete",
  "steps.untouched": "not started yet",
  "steps.optional": "optional, still empty",

  "session.hint":
    "If you do nothing for {minutes} minutes, we close the draft in this browser. Each page you open extends the time. Your answers stay saved.",
  "session.title": "Are you still there?",
  "session.body":
    "You have not entered anything for a while. We save your answers and close the draft in this browser at",
  "session.prolong": "Go on filling in",
  "session.end": "Save and close",
  "session.account.hint":
    "If you do nothing more, your sign-in ends at {time}, otherwise at {latest} at the latest. Nothing is lost after that: send the page, and we save your answers. You sign in again and go on here.",
  "session.account.body":
    "For security your sign-in ends soon. We save your answers, and after signing in again you go on here. End:",
  "session.account.last":
    "This sign-in cannot be extended any more. Until then you can go on filling in.",
  "session.account.end": "Save and sign out",
  "ended.title": "Your draft is closed in this browser",
  "ended.lead":
    "So nobody who uses this device after you sees your answers. Everything is saved. We delete the draft 30 days after the last change.",
  "ended.link":
    "Open your private link to go on. Did you have it sent to you? Then look into your inbox.",
  "ended.none":
    "You have no link? Then please start again. We delete the old draft when its time is over.",
  "ended.start": "To the start of the application",

  "overlap.title": "You also changed the application in another window",
  "overlap.body":
    "We saved what you entered last on this page. Check these answers, then go on:",
  "overlap.overwritten": "The other window had:",
  "overlap.brought-back":
    "You removed this entry in the other window. We kept it because you changed it here.",
  "overlap.kept":
    "You removed this entry here. We kept it because you changed it in the other window:",
  "overlap.nothing": "no answer",

  // uploads
  "upload.gone":
    "This file can no longer be uploaded here. Reload the page and choose the file again.",
  "upload.scan-off":
    "This portal does not check uploaded files for malware at present.",
  "upload.scan-waiting":
    "We are still checking these files for malware: {files}. You can go on anyway.",
  "upload.malware.title": "We found malware",
  "upload.unfinished.title": "Not completely uploaded yet",
  "upload.unfinished.body":
    "Choose these files again at their question. The upload then goes on where it stopped.",
  "upload.unfinished.state": "{percent} % of {size}",
  "upload.discard": "Discard",
  // {percent} is a number; {left} and {speed} come from below
  "upload.state.waiting": "Waiting",
  "upload.state.progress": "{percent} % uploaded, {left} ({speed} per second)",
  "upload.state.checking": "Uploaded. We are checking the file.",
  "upload.state.done": "Done",
  "upload.state.paused": "Paused at {percent} %",
  "upload.state.broken":
    "Interrupted at {percent} %. Check your internet connection.",
  "upload.state.retrying":
    "The connection is interrupted. It goes on by itself as soon as it is back.",
  "upload.state.again":
    "{percent} % have arrived already. Choose the file again to go on.",
  "upload.state.failed": "The file could not be uploaded. Please try again.",
  "upload.left.seconds": "a few seconds left",
  "upload.left.minute": "about a minute left",
  "upload.left.minutes": "about {minutes} minutes left",
  "upload.pause": "Pause",
  "upload.resume": "Resume",
  "upload.retry": "Try again",
  "upload.cancel": "Cancel",
  "upload.list": "Files being uploaded",
  "upload.announce.started": "{name} is being uploaded.",
  "upload.announce.started-many": "{count} files are being uploaded.",
  "upload.announce.half": "Half of {name} is uploaded.",
  "upload.announce.arrived": "{name} is uploaded.",
  "upload.announce.cancelled": "{name} is not uploaded.",
  "upload.send.waiting":
    "We are still waiting for your files. After that it goes on by itself.",
  "upload.send.blocked":
    "There are files that are not completely uploaded. Resume the upload or cancel it. Then press the button again.",

  "version.title": "The form has changed",
  "version.lead.may":
    "There is a new version since you started the application. You can go on with it or stay with the previous one.",
  "version.lead.must":
    "There is a new version since you started the application. You cannot send it with the previous one any more.",
  "version.changes": "What is different",
  "version.leftovers": "What we do not ask any more",
  "version.leftovers.body":
    "The new version has no place for these answers. We keep showing them so that you can copy them. Please upload files again.",
  "version.move": "Take the new version",
  "version.stay": "Stay with the previous one",
  "version.link": "See what is different",
  "version.kept": "Answers from the earlier version",
  "version.kept.body":
    "The form has no field for these answers any more. They are not sent. Copy what you still need.",
  "version.kept.done": "Do not show again",

  "check.title": "Check your details",
  "check.lead": "Is everything correct? You can still change every answer.",
  "check.incomplete.title": "Something is missing",
  "check.incomplete.step": "Step {step}: {title}",
  "check.incomplete.many": "{count} answers are still open here.",
  "check.send.title": "Send the application",
  "check.warning.title": "You cannot change the application after sending it",
  "check.warning.body": "Your application goes to {authority} and is binding.",
  "check.confirm":
    "I have checked my details and want to send the application now.",
  "check.email.label": "Email address for messages",
  "check.email.hint":
    "We write to you when there is something new. The email only says that there is something, not what.",
  "check.send": "Send the application",
  "check.error.not-confirmed":
    "Confirm that you want to send the application now.",
  "check.error.email": "Enter the email address like this: name@example.org",
  "check.unfinished.title": "Files are not completely uploaded",
  "check.unfinished.body":
    "We do not send these files: {files}. Do you need them? Then go back and finish the upload.",
  "check.changed.title": "The application was changed in the meantime",
  "check.changed.body":
    "You changed the application in another window. Check your details again, then send it.",

  "sent.title": "Your application has arrived",
  "sent.body": "We received your application on {date} at {time}.",
  "sent.body.elsewhere": "Your application arrived on {date} at {time}.",
  "sent.reference": "Your reference number",
  "sent.next": "What happens next",
  "sent.next.default":
    "{authority} checks your application. We ask you if something is missing.",
  "sent.status.title": "State of your application",
  "sent.status.body":
    "This page always shows how far your application is. The link is secret: whoever knows it can see the state. Keep it safe.",
  "sent.status.link": "See the state",
  "sent.status.address": "Your private link",
  "sent.receipt.title": "Your receipt",
  "sent.receipt.body": "It proves what you sent and when.",
  "sent.receipt.pdf": "Download the receipt as PDF",
  "sent.receipt.json": "Receipt as a file for programs (JSON)",
  "sent.receipt.csv": "What you entered, as a table (CSV)",
  "sent.contact": "Questions? Contact {office}, phone {phone}.",
  "sent.forget.title": "Do others use this device, too?",
  "sent.forget.body":
    "This browser shows this page for one more day. You can remove it from here now. Keep your private link first.",
  "sent.forget.button": "Forget on this device",
  "forgotten.title": "This device no longer knows your application",
  "forgotten.body":
    "Your application stays sent. Your private link still shows its state.",
  "sent.missing.title": "There is no application here",
  "sent.missing.body":
    "Your browser knows no application for this service. Use your private link to see the state.",

  "save.title": "Your draft is saved",
  "save.body": "You can go on until {date}. After that we delete the draft.",
  "save.continue": "Go on now",
  "save.link.title": "Private link",
  "save.link.body":
    "With this link you can go on with another device too. We show it only this once. Whoever knows it can see and change the draft.",
  "save.link.label": "Your link to the draft",
  "save.link.create": "Show a private link",
  "save.mail.title": "Send the link by email",
  "save.mail.label": "Email address",
  "save.mail.hint":
    "Without a reminder we use the address for this one email only.",
  "save.mail.remind": "Remind me by email before the draft is deleted",
  "save.mail.remind.hint":
    "Then we keep the address encrypted with the draft and write to you 5 days before. You can stop this at any time.",
  "save.mail.reminder-on": "We remind you by email before we delete the draft.",
  "save.mail.reminder-account":
    "If your account has a confirmed email address, we write to you without being asked before we delete the draft.",
  "reminder.stop.title": "No more reminder?",
  "reminder.stop.lead":
    "Then we do not write to you before we delete the draft, and forget your email address. The draft stays as it is.",
  "reminder.stop.button": "No more reminder",
  "reminder.stopped.title": "We do not remind you any more",
  "reminder.stopped.body": "Your email address is deleted.",
  "save.mail.button": "Send the link",
  "save.mail.sent.title": "The email is on its way",
  "save.mail.sent.body": "Look into your inbox in a few minutes.",
  "save.device.title": "On this device",
  "save.device.own":
    "In this browser you find the draft on the page of the service as long as we keep it. Do others use the device? Then keep your link and close the draft here.",
  "save.device.shared":
    "The draft stays open in this browser for {minutes} more minutes. After that you need your private link.",
  "save.device.close": "Close the draft here",
  "save.device.keep": "This is my own device: keep it here for 30 days",
  "save.delete.title": "Delete the draft",
  "save.delete.body":
    "We delete all answers and files of this draft at once. This cannot be undone.",
  "save.delete.button": "Delete the draft",
  "no-draft.title": "This draft is no longer here",
  "no-draft.lead": "One of these may be the reason:",
  "no-draft.term":
    "The draft was not changed for {days} days. Then we delete it.",
  "no-draft.deleted": "It was deleted, perhaps in another window.",
  "no-draft.link":
    "The browser has forgotten it, or the link is not complete. With the whole private link you open the draft again.",
  "no-draft.again": "Begin anew",
  "deleted.title": "Your draft is deleted",
  "deleted.body": "All answers and files are gone.",
  "deleted.again": "To the service",

  "switch.title": "Which application do you want to open?",
  "switch.lead":
    "The link belongs to another application than the one that is open in this browser.",
  "switch.own": "In this browser",
  "switch.linked": "Application of the link",
  "switch.begun": "Started on {date} at {time}",
  "switch.hint":
    "If you switch, you will no longer find the current application in this browser. Keep its link first.",
  "switch.keep-link": "Keep the link to the current application",
  "switch.stay": "Stay with the current application",
  "switch.button": "Switch to the application of the link",

  "verify.title": "Check a receipt",
  "verify.authentic.title": "This receipt is authentic",
  "verify.authentic.body":
    "{portal} received an application with this number on {date} at {time}.",
  "verify.hash": "Checksum (SHA-256)",
  "verify.hash.body":
    "Compare the checksum with the one on the receipt. The content is unchanged only if both are the same.",
  "verify.unknown.title": "We do not know this number",
  "verify.unknown.body":
    "Check that you entered the number correctly. It is at the top of the receipt.",
  "verify.privacy": "We do not show here what was applied for and by whom.",
  "verify.form.label": "Reference number",
  "verify.form.hint": "For example: {example}",
  "verify.form.button": "Check",

  "receipt.title": "Receipt",
  "receipt.application-title": "Application",
  "receipt.filename": "receipt",
  "receipt.answers-filename": "Answers",

  "mail.draft-link.purpose":
    "When somebody sends themselves the link to a draft",
  "mail.draft-link.subject": "Your draft at {portal}",
  "mail.draft-link.text":
    "Hello,\n\nyou started an application on the portal {portal}. Use this link to go on:\n\n{link}\n\nThe link is secret. Do not share it.\nYou did not ask for this email? Then please delete it.\n",
  "mail.reminder.purpose": "When a draft will be deleted soon",
  "mail.reminder.subject": "Your draft at {portal} will be deleted soon",
  "mail.reminder.text":
    "Hello,\n\nyou started an application on the portal {portal} and did not send it. We delete the draft on {date}. Use this link to go on:\n\n{link}\n\nWith each change we keep it for another 30 days. The link is secret. Do not share it.\n\nNo more reminder:\n{link}/erinnerung\n",
  "mail.reminder.account.purpose":
    "When a draft in an account will be deleted soon",
  "mail.reminder.account.subject":
    "Your draft at {portal} will be deleted soon",
  "mail.reminder.account.text":
    "Hello,\n\nyou started an application on the portal {portal} and did not send it. We delete the draft on {date}. Sign in to go on or to delete it yourself:\n\n{link}\n\nWith each change we keep it for another 30 days.\n",
  "mail.received.purpose": "When an application has arrived",
  "mail.received.subject": "Your application has arrived ({portal})",
  "mail.received.text":
    "Hello,\n\nyour application on the portal {portal} has arrived. See its state here:\n\n{link}\n\nThe link is secret. Do not share it.\n",
  // accounts: whose application, who sends, how sure
  "level.none": "no proof",
  "level.low": "low",
  "level.substantial": "substantial",
  "level.high": "high",
  "start.level.low":
    "For this application you need an account (level “low”). An account with e-mail address and password is enough. You can open one now.",
  "start.level.substantial":
    "For this application you prove who you are at level “substantial”: with an ELSTER certificate, BundID, or by having your account confirmed at the counter.",
  "start.level.high":
    "For this application you prove who you are at level “high”: with the online function of your identity card, for example through BundID.",
  "start.level.later":
    "You can fill in the application before that. You have to sign in before you send it.",
  "start.level.enough": "You are signed in at level “{level}”. That is enough.",
  "start.level.raise":
    "You are signed in at level “{level}”. That is not enough yet.",
  "start.level.link": "Sign in at level “{level}”",
  "start.sign-in": "Sign in",
  "start.sign-in.hint":
    "With an account you find the application again on any device.",
  "owner.sign-in": "Sign in",
  "owner.foreign.title": "This application belongs to another account",
  "owner.foreign.body":
    "Sign in with the account that the application was begun with. Are you acting for an organisation or another person? Then choose them in your account first.",
  "owner.foreign.link": "To my account",
  "owner.ended.title": "You no longer act for others here",
  "owner.ended.body":
    "You filled in this application for another person or an organisation. It was not sent, and nothing of it is lost: the draft stays stored with them.",
  "owner.ended.next":
    "If your mandate or membership still counts, choose again whom you act for, and then send. If it does not, the person or organisation can send the draft themselves or give you a new mandate.",
  "owner.ended.link": "Whom do you act for?",
  "owner.take": "Take into my account",
  "owner.take.hint":
    "Then you find the application under “My applications” on any device, and only you can open it.",
  "sender.title": "Who sends",
  "sender.name": "Name",
  "sender.acting-for": "Acts for",
  "right.basis": "On the ground of",
  "right.member": "Member of the organisation: {role}",
  "right.role.owner": "owner",
  "right.role.signatory": "may send",
  "right.role.preparer": "may prepare",
  "right.basis.membership": "Membership of the organisation",
  "right.basis.power": "Mandate",
  "right.basis.parent": "Parent",
  "right.basis.guardian": "Guardianship",
  "right.basis.legal-representative": "other legal representation",
  "right.scope": "Mandate for",
  "right.scope.all": "all services",
  "right.until": "Valid until",
  "right.birthday": "Date of birth of the represented person",
  "right.statement": "Statement on the representation",
  "right.check": "Proof of the representation",
  "right.check.kept": "checked in the Servicekonto when sent",
  "right.check.stated":
    "stated only, not proven: the authority may ask for proof",
  "sender.level": "Level of assurance",
  "sender.proof": "Proven by",
  "sender.proof.value": "{provider} on {date} at {time}",
  "sender.provider.local": "account",
  "sender.provider.counter": "ID card, seen at the counter",
  "sender.prepare.title": "You can prepare this application, but not send it",
  "sender.prepare.body":
    "The application is saved. Ask somebody who may send for {party} to open it under “My applications” and send it.",
  "sender.level.title": "To send you need level “{level}”",
  "sender.level.sign-in":
    "Sign in. What you entered stays saved, and you continue here.",
  "sender.level.higher":
    "Prove who you are at this level once. What you entered stays saved, and you continue here.",
  "sender.level.button": "Prove it now",
  "sender.guest": "Sent without signing in; the person is not proven.",
  // one's own applications, over all portals
  "own.title": "My applications",
  "own.lead": "What you have begun and sent in all portals.",
  "own.lead.for": "What was begun and sent for {party}, in all portals.",
  "own.none.title": "No applications yet",
  "own.none.body":
    "What you begin while signed in or take into your account is listed here.",
  "own.none.link": "Find a service",
  "own.drafts": "Begun",
  "own.sent": "Sent",
  "own.service": "Service",
  "own.portal": "Portal",
  "own.changed": "Changed",
  "own.kept-until": "Kept until",
  "own.action": "Continue",
  "own.continue": "Continue",
  "own.continue-there": "Continue there",
  "own.sent-at": "Sent on",
  "own.state": "State",
  "own.state.received": "Received",
  "own.sent-by": "Sent by {name} on behalf",
  "own.sent-by.right": "Sent by {name} on behalf: {basis}, {check}",
  "own.reference": "Reference number",
  "mandate.not-covered.title": "The mandate does not cover this",
  "mandate.not-covered.lead":
    "You act for {party}. Your mandate does not cover this service, or not any more. What you entered stays saved.",
  "mandate.not-covered.start":
    "You act for {party}. Your mandate does not cover this service. Choose for whom you act, or ask for a mandate that covers it.",
  "mandate.not-covered.link": "For whom do you act?",
};
