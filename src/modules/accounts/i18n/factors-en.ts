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
  "passkey.remove.title": "Remove the passkey?",
  "passkey.remove.lead":
    "After that nobody can sign in with it any more. All other sessions of your account end.",
  "passkey.remove.button": "Remove passkey",
  "passkey.remove.cancel": "Keep passkey",
  "passkey.removed": "The passkey is removed.",
  "passkey.renamed": "The name is saved.",
  "passkey.added":
    "The passkey is set up. From now on you can sign in with it.",
  "passkey.last-means":
    "This is your only way to sign in. First set up a second passkey or a password.",
  "passkey.add.title": "Set up a passkey",
  "passkey.add.label": "Name of the passkey",
  "passkey.add.hint": "It helps you to recognise it, for example “My phone”.",
  "passkey.add.lead":
    "Give it a name. After that your device asks for your fingerprint, your face or its PIN.",
  "passkey.add.button": "Set up passkey",
  "passkey.add.now": "Set up passkey now",
  "passkey.add.cancel": "Set up no passkey",
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
  "counter.title": "Confirm your ID card at the counter",
  "counter.lead":
    "Show your ID card at an office once. After that you can also send applications that need the level “substantial”.",
  "counter.done": "Confirmed at the counter on {at}",
  "counter.done.body":
    "You have the level “substantial” when you sign in with the confirmed passkey, or with your password and the confirmed app.",
  "counter.steps.title": "How it works",
  "counter.steps.1":
    "Go to an office that takes part in this portal, with your ID card and your device.",
  "counter.steps.2":
    "Open this page there and have the code shown. It is valid for {minutes} minutes.",
  "counter.steps.3":
    "Say the code. We compare you with your ID card and take over four details: family name, given names, date and place of birth.",
  "counter.steps.4":
    "Then sign in anew with your passkey or your app. You are told of the confirmation by e-mail, too.",
  "counter.code.title": "Code for the counter",
  "counter.code.body":
    "First confirm with your passkey or a code of your app that it is you. This very passkey or app is your proof afterwards.",
  "counter.code.button": "Show code",
  "counter.code.button.app": "Confirm with the app and show the code",
  "counter.code.show": "Say this code at the counter.",
  "counter.code.until": "It is valid until {at}, and once only.",
  "counter.code.secret":
    "Say the code at the office only. We never ask for it on the phone or by e-mail.",
  "counter.code.back": "Back",
  "counter.needs-address":
    "First confirm your e-mail address. Then we can tell you when your ID card was confirmed.",
  "counter.needs-factor":
    "You need a passkey or an app with codes first: a password alone is not safe enough for this level.",
  "counter.after.title": "What changes",
  "counter.after.1":
    "With the confirmed passkey, or with password and confirmed app, you are signed in with the level “substantial”. With the password alone the level stays “low”.",
  "counter.after.2":
    "Another passkey counts as well if you set it up while signed in that way. Otherwise bring it to the counter once more.",
  "officer.title": "Confirm an identity",
  "officer.lead":
    "Confirm for the service account who stands before you. You see nothing of the account itself.",
  "officer.check": "Compare first, then confirm",
  "officer.check.body":
    "Take the ID card, passport or residence permit into your hands. Check that it is genuine and valid and that the picture shows the person. Make no copy.",
  "officer.code": "Code from the service account",
  "officer.code.hint": "10 characters, for example ABCDE-FGHJK",
  "officer.code.error": "This code is not valid. Have a new one shown.",
  "officer.familyName": "Family name",
  "officer.familyName.error":
    "Enter the family name as it is written on the ID card.",
  "officer.givenNames": "Given names",
  "officer.givenNames.error":
    "Enter all given names as they are written on the ID card.",
  "officer.dateOfBirth": "Date of birth",
  "officer.dateOfBirth.error":
    "Enter the date of birth with day, month and year.",
  "officer.placeOfBirth": "Place of birth",
  "officer.placeOfBirth.error":
    "Enter the place of birth as it is written on the ID card.",
  "officer.button": "Confirm identity",
  "officer.done": "The identity is confirmed.",
  "officer.done.body":
    "The person is told by e-mail and now signs in anew with their passkey or app.",
  "factor.title": "Second factor",
  "factor.lead":
    "After the password we ask for a code from an app on your phone. A stolen password is not enough then.",
  "factor.on": "The second factor is set up.",
  "factor.codes-left": "You have {count} recovery codes left.",
  "factor.no-password":
    "You sign in without a password. You need no second factor.",
  "factor.passkey-hint":
    "With a passkey you need no code: it protects you twice already.",
  "factor.password": "Your password",
  "factor.password.hint": "We ask once more, to be sure.",
  "factor.not-proven": "The password is not right.",
  "factor.start": "Set up an app",
  "factor.restart": "Set up a new app",
  "factor.end.title": "Switch off",
  "factor.end.body":
    "After that the password is enough to sign in. The recovery codes are no longer valid.",
  "factor.end": "Switch off the second factor",
  "factor.ended": "The second factor is switched off.",
  "factor.with-passkey": "Confirm with a passkey",
  "proof.missing": "Confirm that it is you, for example with your password.",
  "proof.provider": "Confirm with {name}",
  "proof.provider.only":
    "Sign in once more, so that we can be sure it is you. After that you come back here.",
  "proof.provider.or": "Or sign in once more like this:",
  "proof.provider.down": "{name} does not answer right now. Try again later.",
  "proof.none": "Sign out and in again, so that we can be sure it is you.",
  "setup.title": "Set up an app",
  "setup.scan.title": "1. Scan the code with the app",
  "setup.scan.body":
    "Open an authenticator app on your phone and scan this picture.",
  "setup.scan.alt": "QR code for the authenticator app",
  "setup.type": "Scanning does not work? Type this key into the app:",
  "setup.confirm.title": "2. Enter the code from the app",
  "setup.confirm.hint": "6 digits",
  "setup.confirm.button": "Finish setting up",
  "setup.wrong":
    "This code is not valid. Check the time of your phone and enter the next code.",
  "recovery.title": "The second factor is set up",
  "recovery.lead":
    "Print these recovery codes or write them down. Each counts once, when you do not have your phone.",
  "recovery.once": "We show the codes this one time only.",
  "recovery.list": "Recovery codes",
  "recovery.done": "Go on",
  "code.title": "Enter the code",
  "code.lead": "Open your authenticator app and enter the code.",
  "code.label": "Code from the app",
  "code.hint": "6 digits. Phone not at hand? Enter one of your recovery codes.",
  "code.button": "Go on",
  "code.wrong":
    "This code is not valid. Wait for the next code in the app and enter it.",
};
