import type { de } from "./de.ts";

export const en: Record<keyof typeof de, string> = {
  "sign-in.title": "Sign in",
  "sign-in.lead":
    "With the service account you see your applications, fill in forms faster and read your decisions. It works on all portals.",
  "sign-in.needs": "You have to be signed in for this page.",
  "sign-in.needs-level":
    "This step needs proof of identity at level “{level}”. What you entered stays saved.",
  "sign-in.ways": "Sign in with another account",
  "sign-in.ways.hint": "You sign in there and come back here afterwards.",
  "sign-in.way.down":
    "This way to sign in does not answer at the moment. Try again later or choose another way.",
  "sign-in.way.level": "Level: up to “{level}”",
  "sign-in.way.button": "Continue with {name}",
  "sign-in.guest.title": "Without an account",
  "sign-in.guest":
    "Many applications need no account. Choose the service and then “Apply online”.",
  "sign-in.guest.link": "Find a service",
  "level.none": "without proof",
  "level.low": "low",
  "level.substantial": "substantial",
  "level.high": "high",
  "account.title": "My service account",
  "account.preline": "Service account",
  "account.name": "Name",
  "account.email": "E-mail address",
  "account.email.unconfirmed": "{email} (not confirmed yet)",
  "account.email.none": "none",
  "account.level": "You are signed in with",
  "account.level.value": "level “{level}”",
  "account.since": "Account since",
  "account.organisations": "Organisations",
  "account.organisations.body":
    "Act for your company or association, invite members.",
  "account.mandates": "Mandates",
  "account.mandates.body":
    "Allow somebody else to act for you, or act for somebody.",
  "mail.identity-linked.subject":
    "A sign-in was linked with your service account",
  "mail.identity-linked.text":
    "Hello,\n\nyour service account can now be used with one more proof of identity, too. You find it in the service account under “Security”.\n\nWas that not you? Then sign in, remove the proof and change your password.\n",
  "mail.identity-unlinked.subject":
    "Your service account: a sign-in was unlinked",
  "mail.identity-unlinked.text":
    "Hello,\n\na sign-in was unlinked from your service account. It was not you? Then sign in and check your account under “Sign-in and security”.",
  "mail.accounts-merged.subject":
    "Your service account: two accounts were merged",
  "mail.accounts-merged.text":
    "Hello,\n\ntwo service accounts were merged into one. It was not you? Then sign in and check your account, or call us.",
  "mail.account-deleted.subject": "Your service account was deleted",
  "mail.account-deleted.text":
    "Hello,\n\nyour service account was deleted. What you have sent stays with the authority. It was not you? Then call us.",
};
