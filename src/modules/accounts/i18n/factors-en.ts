import type { factorsDe } from "./factors-de.ts";

export const factorsEn: Record<keyof typeof factorsDe, string> = {
  "error-title": "Error: {title}",
  "too-many": "Too many attempts. Try again in {seconds} seconds.",
  "passkey.title": "Passkeys",
  "passkey.lead":
    "With a passkey you sign in without a password: with your fingerprint, your face or the PIN of your device.",
  "passkey.what.title": "What is a passkey?",
  "passkey.what.1":
    "A passkey is a key on your phone, computer or security key. It does not leave the device, or lies encrypted in your password manager.",
  "passkey.what.2":
    "Fingerprint, face and PIN stay on your device. We only get the proof that you have unlocked the device.",
  "passkey.what.3":
    "Fake sites cannot steal a passkey. That is why we ask for no other code after a passkey.",
  "passkey.what.4":
    "If you have several devices, set up a passkey on each. If you lose a device, remove its passkey here.",
  "passkey.where.one-host":
    "At this address a passkey counts on this portal only.",
  "passkey.list.title": "Your passkeys",
  "passkey.list.none": "You have no passkey yet.",
  "passkey.created": "Set up",
  "passkey.used": "Last used",
  "passkey.used.never": "never",
  "passkey.confirmed": "Proof",
  "passkey.confirmed.yes": "confirmed at the counter",
  "passkey.rename.title": "Rename",
  "passkey.rename.label": "Name",
  "passkey.rename.button": "Save name",
  "passkey.remove": "Remove",
  "passkey.removed": "The passkey is removed.",
  "passkey.renamed": "The name is saved.",
  "passkey.added":
    "The passkey is set up. From now on you can sign in with it.",
  "passkey.last-means":
    "This is your only way to sign in. First set up a second passkey or a password.",
  "passkey.add.title": "Set up a passkey",
  "passkey.add.label": "Name of the passkey",
  "passkey.add.hint": "It helps you to recognise it, for example “My phone”.",
  "passkey.add.button": "Set up passkey",
  "passkey.add.name-missing": "Give the passkey a name.",
  "passkey.add.too-many":
    "More than 20 passkeys are not possible. First remove one that you no longer need.",
  "passkey.add.refused":
    "That did not work. Try again. On a device that has a passkey for this account already you need no second one.",
  "passkey.failed": "That did not work or was cancelled. Try again.",
  "passkey.unsupported":
    "This browser cannot use passkeys here. You need a current browser with JavaScript switched on. Signing in with a password still works.",
  "passkey.sign-in.title": "Sign in with a passkey",
  "passkey.sign-in.body":
    "With your fingerprint, your face or the PIN of your device. You need no password.",
  "passkey.sign-in.button": "Sign in with a passkey",
  "passkey.sign-in.refused":
    "Signing in with this passkey did not work. Try again or choose another way.",
  "passkey.card": "Sign in without a password: with fingerprint, face or PIN.",
};
