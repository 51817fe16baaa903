import type { addressDe } from "./address-de.ts";

export const addressEn: Record<keyof typeof addressDe, string> = {
  "error-title": "Error: {title}",
  "section.title": "E-mail address",
  "section.now": "Your account belongs to {email}.",
  "section.none":
    "Your account has no e-mail address. With one we can write to you when something about your account changes.",
  "section.link": "Change e-mail address",
  "section.link.none": "Enter an e-mail address",
  "page.title": "Change e-mail address",
  "page.title.none": "Enter an e-mail address",
  "page.lead":
    "We write to the old and to the new address. The change counts when you have agreed in both e-mails.",
  "page.lead.none":
    "We send you an e-mail. The address counts when you have agreed in it.",
  "page.title.welcome": "Where may we write to you?",
  "page.lead.welcome":
    "Your account has been made. With an e-mail address you hear of messages in your inbox, and when somebody signs in on a new device. The e-mails say nothing about your applications. The address is voluntary; you can also enter it later under “Sign-in and security”.",
  "welcome.take": "Enter this address",
  "welcome.skip": "Continue without an address",
  "welcome.next": "Continue",
  "page.new.none": "E-mail address",
  "page.new": "New e-mail address",
  "page.suggested":
    "This address is in your details already. It counts only once you have confirmed the e-mail.",
  "page.next": "Continue",
  "page.invalid": "Enter the e-mail address like this: name@example.com",
  "page.same": "This is already the address of your account.",
  "page.lost": "I cannot open my old mailbox any more.",
  "page.lost.hint":
    "You are signed in with a reliable proof. So only the new address has to agree. The old one is told and can object.",
  "prove.title": "Is the new address right?",
  "prove.new": "New address",
  "prove.button": "Send e-mails",
  "prove.button.one": "Send e-mail",
  "prove.again": "Correct the address",
  "prove.level":
    "For the way without the old mailbox you have to sign in with the level “substantial”.",
  "sent.done": "The e-mails are on their way.",
  "pending.title": "This change is under way",
  "pending.new": "New address",
  "pending.old-side": "Old address",
  "pending.yes": "has agreed",
  "pending.open": "no answer yet",
  "pending.end": "Valid until",
  "pending.none":
    "No e-mail? Look into the spam folder, or begin again. Then only the new e-mails count.",
  "pending.cancel": "Cancel the change",
  "cancelled.done": "The change is cancelled. Everything stays as it was.",
  "lost.title": "The old mailbox does not exist any more?",
  "lost.1":
    "Sign in with the level “substantial”. Then it is enough that the new address agrees.",
  "lost.2":
    "How to get that level: show your ID card once at an office, or link a proof such as BundID.",
  "lost.3":
    "Until then you can go on using your account. With a passkey you need no mailbox to sign in.",
  "lost.counter": "Confirm your ID card at the counter",
  "lost.identities": "Link a proof",
  "lost.passkeys": "Set up a passkey",
  "question.old.title": "Is your service account to move?",
  "question.old.lead":
    "Your service account is to belong to {email} from now on. Was this you?",
  "question.old.agreed":
    "Whoever wants this has given a reliable proof of identity. You do not have to agree, but you can stop the change.",
  "question.new.title": "Is this your new address?",
  "question.new.lead":
    "A service account is to be used with this e-mail address. Was this you?",
  "question.new.sign-in":
    "Sign in to agree. This makes sure that it is your account.",
  "question.new.sign-in.button": "Sign in and agree",
  "question.agreed": "This address has agreed already.",
  "question.yes": "Yes, I agree",
  "question.no": "That was not me",
  "agreed.title": "Thank you, this address has agreed",
  "agreed.lead":
    "The other address still has to agree. Open the link in the e-mail sent there.",
  "moved.title": "Your service account has a new address",
  "moved.lead":
    "From now on sign in with the new address. Your password stays the same.",
  "first.title": "Your e-mail address is confirmed",
  "first.lead":
    "From now on we write to you when something changes in your account or there is a message in the inbox.",
  "moved.link": "To the service account",
  "taken.title": "This address has a service account already",
  "taken.lead":
    "It is yours, as you opened the link in this mailbox. An address can belong to one account only.",
  "taken.1":
    "You do not need the other account? Sign in to it and delete it. Then open this link again.",
  "taken.2":
    "You would like to keep the other account? Then leave everything here as it is.",
  "refused.title": "The change is stopped",
  "refused.new.lead":
    "This address is not added to any account. You need not do anything else.",
  "refused.old.lead":
    "Your account keeps the old address. We have signed it out on all devices, as somebody else was signed in to it.",
  "refused.old.title": "How to secure your account",
  "refused.old.1": "Choose a new password now.",
  "refused.old.2":
    "Sign in with it and remove passkeys, an app and proofs that you do not know.",
  "refused.old.3":
    "If you cannot get in any more, call us. Whoever knows your password can read your e-mails, too, if it is the same there: change it there as well.",
  "refused.old.button": "Choose a new password",
  "over.title": "This link is not valid any more",
  "over.lead":
    "The change is done, cancelled or too old. Your service account shows what counts under “Sign-in and security”.",
};
