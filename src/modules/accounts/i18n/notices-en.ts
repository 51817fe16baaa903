import type { noticesDe } from "./notices-de.ts";

export const noticesEn: Record<keyof typeof noticesDe, string> = {
  "no-address.title": "Your account has no confirmed e-mail address",
  "no-address.body":
    "Without an address we cannot write to you when somebody signs in anew, when there is a message in the inbox or when your account is deleted. If you no longer use it, we delete it on {day}. An address is voluntary.",
  "no-address.link": "Add an e-mail address",
  "undeliverable.title": "Our e-mails do not reach you",
  "undeliverable.body":
    "An e-mail to your address came back on {day}. We do not write there any more. Until then you find new messages only in your mailbox, and decisions come by post.",
  "undeliverable.link": "Change e-mail address",
  "undeliverable.again": "E-mails arrive again",
  "notices.title": "What has happened to your account",
  "notices.lead":
    "We would have written this to you by e-mail. Was something of it not you? Then look under “Sign-in and security” and end all other sessions.",
  "notices.read": "Read, please remove",
  "notice.new-device": "Sign-in on a new device",
  "notice.password-changed": "Password changed",
  "notice.address-changed": "E-mail address changed",
  "notice.address-refused": "A new e-mail address was refused",
  "notice.identity-linked": "Proof linked",
  "notice.identity-unlinked": "Proof unlinked",
  "notice.accounts-merged": "Two accounts merged",
  "notice.passkey-added": "Passkey set up",
  "notice.passkey-removed": "Passkey removed",
  "notice.passkey-copied":
    "Sign-in with a passkey refused, because there may be a copy of it. Remove the passkey.",
  "notice.identity-confirmed": "ID card confirmed at the counter",
  "notice.second-factor-on": "App with codes set up",
  "notice.second-factor-off": "App with codes switched off",
  "notice.removal-announced":
    "Deletion announced, because the account was not used for long. Whoever signs in keeps it.",
};
