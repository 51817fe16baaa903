import type { localDe } from "./local-de.ts";

export const localEn: Record<keyof typeof localDe, string> = {
  "local.email": "E-mail address",
  "local.password": "Password",
  "local.email.missing": "Enter your e-mail address.",
  "local.password.missing": "Enter your password.",
  "local.button": "Sign in",
  "local.title": "With e-mail address and password",
  "local.wrong": "E-mail address or password is not right. Check both.",
  "local.unconfirmed":
    "Your address is not confirmed yet. Open the link in our e-mail, or have it sent once more.",
  "local.too-many": "Too many attempts. Try again in {seconds} seconds.",
  "local.forgotten": "Password forgotten?",
  "local.register": "Create a new account",
  "register.title": "Create a service account",
  "register.lead":
    "You only need an e-mail address and a password. We send you a link to confirm.",
  "register.name": "Your name",
  "register.name.missing": "Enter your name.",
  "register.name.too-long": "Shorten your name to at most {most} characters.",
  "register.email.invalid":
    "Enter the e-mail address like this: name@example.com",
  "register.password.hint":
    "At least 10 characters. Several words that do not belong together are good.",
  "register.button": "Create the account",
  "register.access":
    "If you apply through your account the authority may answer you electronically in that procedure (§ 2 (2) EGovG M-V, § 3a VwVfG M-V).",
  "register.privacy":
    "We store name, e-mail address and a check value of your password until you delete the account. More at",
  "register.privacy.link": "Privacy",
  "too-short": "Choose a password of at least 10 characters.",
  "too-long": "Choose a password of at most 200 characters.",
  "too-common":
    "This password is easy to guess. Take several words that do not belong together.",
  "sent.title": "Look into your e-mail",
  "sent.confirm":
    "We sent a mail to {email}. Open the link in it, then your account is ready. It is valid for 24 hours.",
  "sent.reset":
    "If there is an account for {email} we sent you a mail with a link. It is valid for one hour.",
  "sent.none":
    "No mail? Look into the spam folder. If the address is wrong, begin again.",
  "sent.begin-again": "Begin again",
  "again.title": "Send the confirmation once more",
  "again.lead":
    "Enter the address with which you created the account. Then only the new link counts.",
  "again.button": "Send the link once more",
  "again.sent":
    "If an account of {email} waits to be confirmed, we have sent you the link once more. It is valid for 24 hours.",
  "confirm.title": "Confirm the e-mail address",
  "confirm.lead":
    "Enter the password that you chose. You are signed in afterwards.",
  "confirm.button": "Confirm and sign in",
  "confirm.wrong":
    "This is not the password that this account was created with. You did not create an account? Then you need not do anything.",
  "link-over.title": "This link is over",
  "link-over.lead": "It was used already or is too old. Ask for a new one.",
  "forgotten.title": "Password forgotten",
  "forgotten.lead":
    "Enter the address of your account. We send you a link for a new password.",
  "forgotten.button": "Send the link",
  "reset.title": "Choose a new password",
  "reset.lead":
    "Afterwards you are signed out everywhere and sign in with the new password.",
  "reset.button": "Save the password",
  "reset.done": "Your password is changed. Sign in with it now.",
  "security.title": "Sign-in and security",
  "security.lead":
    "Your e-mail address, your password, and where you are signed in.",
  "security.password": "Change the password",
  "security.current": "Your present password",
  "security.next": "New password",
  "security.current.missing": "Enter your current password.",
  "security.wrong": "The present password is not right.",
  "security.changed":
    "Your password is changed. You are signed out on other devices.",
  "security.no-password":
    "Your account has no password. You sign in with a passkey or a linked proof. “Password forgotten” gives you one if an e-mail address is confirmed.",
  "security.more": "More ways to sign in and to prove who you are",
  "security.sessions": "Where you are signed in",
  "security.portal": "Portal",
  "security.device": "Device",
  "security.unknown-device": "unknown",
  "security.since": "Signed in",
  "security.seen": "Last used",
  "security.action": "Session",
  "security.this": "This session",
  "security.end": "End",
  "security.end-all": "Sign out everywhere else",
};
