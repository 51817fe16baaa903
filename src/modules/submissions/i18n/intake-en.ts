/** Applications that a caseworker fills in for somebody. */
export const intakeEn = {
  "intake.title": "Taken in",
  "intake.channel": "How it came",
  "intake.channel.counter": "at the counter",
  "intake.channel.phone": "on the phone",
  "intake.channel.letter": "from a letter",
  "intake.by": "Entered by",
  "intake.at": "Entered on",
  "intake.received-on": "Letter received on",
  "intake.name": "For",
  "intake.identity": "Identity",
  "intake.identity.seen": "ID card seen",
  "intake.identity.not": "not checked",
  "intake.signature": "Signature",
  "intake.signature.there": "is with the authority",
  "intake.signature.not": "is not there",

  "intake.page.title": "Take in an application",
  "intake.page.lead":
    "Fill in the form for somebody at the counter, on the phone, or from a letter. They get the same receipt as online.",
  "intake.error-prefix": "Error: {title}",
  "intake.drafts.title": "What was begun",
  "intake.drafts.none": "You have begun nothing.",
  "intake.drafts.leistung": "Service",
  "intake.drafts.for": "For",
  "intake.drafts.staff": "Lies with",
  "intake.drafts.you": "you",
  "intake.drafts.changed": "Last changed",
  "intake.drafts.until": "Will be deleted on",
  "intake.drafts.action": "Action",
  "intake.drafts.hidden": "shown once you take it over",
  "intake.drafts.open": "Continue",
  "intake.drafts.take-over": "Take over",
  "intake.begin.title": "Begin",
  "intake.begin.leistung": "Service",
  "intake.begin.leistung.none": "Please choose",
  "intake.begin.channel": "How does the application reach you?",
  "intake.option.counter": "At the counter",
  "intake.option.phone": "On the phone",
  "intake.option.letter": "By letter",
  "intake.begin.received-on": "Letter received on",
  "intake.begin.received-on.hint":
    "For a letter only. Deadlines count from this day. It is on the date stamp.",
  "intake.begin.name": "Name of the person",
  "intake.begin.name.hint": "For whom you take in the application.",
  "intake.begin.email": "E-mail address",
  "intake.begin.email.hint":
    "We send the private link to the application there. Without an address you print it.",
  "intake.begin.phone.hint":
    "For asking back until you send. It does not go into the application.",
  "intake.begin.phone": "Telephone number",
  "intake.begin.code": "Code from the account",
  "intake.begin.code.hint":
    "If the person has an account, they read out a code from “Confirm your ID card at the counter”. The application then lies in their account. You see nothing of it.",
  "intake.begin.button": "Begin",
  "intake.error.leistung-missing": "Choose the service.",
  "intake.error.channel-missing": "Choose how the application reaches you.",
  "intake.error.name-missing": "Enter the name of the person.",
  "intake.error.email-invalid":
    "Enter an e-mail address like this: name@example.org. Or leave the field empty.",
  "intake.error.received-on-missing":
    "Enter the day on which the letter was received.",
  "intake.error.received-on-invalid":
    "Enter a day of the last year that is not in the future.",
  "intake.error.code-not-valid":
    "This code is not valid. Codes count for 30 minutes and only once. Ask for a new one, or leave the field empty.",
  "intake.one.title": "Application for {name}",
  "intake.one.saved":
    "What you have entered is saved. Only you see it, and the team lead once they take it over.",
  "intake.one.account": "Account",
  "intake.one.account.linked":
    "linked; the application lies there once it is sent",
  "intake.one.account.none": "none; the person gets a private link",
  "intake.one.open": "Continue in the form",
  "intake.one.delete": "Delete this draft",
  "intake.one.delete.hint":
    "What you have entered for it is gone then. This cannot be undone.",
  "intake.one.signed-in.title":
    "An account of a citizen is signed in in this browser, too",
  "intake.one.signed-in.body":
    "Sign the account out. Otherwise the browser fills in the form for that account.",
  "intake.one.signed-in.link": "To the account",
  "intake.notice": "You enter this {channel}, for {name}.",
  "intake.notice.link": "To the draft",
  "intake.check.lead":
    "Read out to the person what you have entered, or print it for them to read and sign.",
  "intake.check.lead.letter": "Compare what you have entered with the letter.",
  "intake.check.send.title": "What you confirm",
  "intake.check.identity": "I have compared the person with their ID card",
  "intake.check.identity.hint":
    "Only when the card lies before you. The case then notes the level of assurance “substantial”, otherwise none.",
  "intake.check.identity.not-permitted":
    "The level of assurance stays “no proof”: ID cards are confirmed by those responsible for it.",
  "intake.check.signed": "The signed version is here",
  "intake.check.signed.hint": "On paper, with a signature by hand.",
  "intake.check.level.title":
    "For this service we ask for the level “{level}” online",
  "intake.check.level.body":
    "If the proof does not reach it, you need the signed version. The case notes what is proven, and no more.",
  "intake.check.error.level":
    "The proof is not enough for this service. Have the printed version signed, and tick that it is here.",
  "intake.check.confirm.counter":
    "The person has read or heard what was entered and confirms that it is correct and complete.",
  "intake.check.confirm.phone":
    "I have read out what was entered. The person confirms that it is correct and complete.",
  "intake.check.confirm.letter": "What was entered agrees with the letter.",
  "intake.check.error.confirm": "Confirm this before you send.",
  "intake.check.button": "Send application",
  "intake.print.signature": "Signature",
  "intake.print.statement":
    "What is stated is correct and complete. Entered by {staff} for {name}.",
  "intake.print.place": "Place, date",
  "intake.print.sign": "Signature ({name})",
  "intake.sent.title": "The application is taken in",
  "intake.sent.body": "Received on {date} at {time}",
  "intake.sent.account":
    "The application lies in the person's account, with the receipt in their mailbox.",
  "intake.sent.link.title": "Private link for the person",
  "intake.sent.link.body":
    "With it they see how far it is, read messages and answer. Print this page, and give or send it to them. We show the link here for one day only.",
  "intake.sent.link.print":
    "At this address you see how far your application is, read messages and answer. Give it to nobody: whoever knows it sees that, too.",
  "intake.sent.receipt": "Receipt for the person (PDF)",
  "intake.sent.vorgang": "To the case",
  "intake.sent.next": "Take in the next one",
} as const;
