import type { de } from "./de.ts";

export const en: Record<keyof typeof de, string> = {
  "sign-in.title": "Sign in",
  "sign-in.lead":
    "With the service account you see your applications, fill in forms faster and read your decisions. It works on all portals.",
  "sign-in.needs": "You have to be signed in for this page.",
  "sign-in.saved":
    "You are signed out. What you entered is saved. Sign in again to go on where you were.",
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
    "Hello,\n\nyour service account can now be used with one more proof of identity, too. You find it in the service account under “Proofs”.\n\nWas that not you? Then sign in, remove the proof and change your password.\n",
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
  "mail.unused.subject": "Your service account: not used for long ({portal})",
  "mail.unused.text":
    "Hello,\n\nyour service account has not been used for long. We delete it on {day}, as the law demands. You want to keep it? Then sign in once before:\n{address}\n\nWhat you have sent stays with the authority.",
  "error-title": "Error: {title}",
  "data.title": "My data",
  "data.lead": "Take your data along, or delete your account.",
  "data.back": "Back to “My data”",
  "export.title": "All that we store of your account",
  "export.lead":
    "Your drafts and sent applications, too. To read as PDF, or machine-readable as JSON. If you have uploaded files you get everything in an archive (ZIP).",
  "export.pdf": "Download as PDF",
  "export.json": "Download as JSON",
  "export.proof.title": "Download my data",
  "export.proof.ready": "You have shown that it is you. Download the file now.",
  "export.proof.lead":
    "The file holds everything about your account. So please show once more that it is you.",
  "export.pdf.title": "My data in the service account",
  "export.pdf.lead": "As of {at}",
  "export.pdf.page": "Page {page} of {pages}",
  "export.pdf.nothing": "Nothing is stored of this.",
  "export.pdf.replaced":
    "Some characters could not be printed. They are complete in the JSON file.",
  "export.last-sign-in": "Last signed in",
  "export.profile": "Personal details",
  "export.value": "Value",
  "export.source": "Source",
  "export.level": "Level",
  "export.at": "Time",
  "export.postfach": "Handle of the mailbox",
  "export.use": "Use",
  "export.session": "Sign-in",
  "export.device": "Device",
  "export.notice": "Notice",
  "export.notice.what": "What happened",
  "export.consent": "Consent",
  "export.revoked": "Revoked",
  "export.attribute.familyName": "Family name",
  "export.attribute.birthName": "Name at birth",
  "export.attribute.givenNames": "Given names",
  "export.attribute.academicTitle": "Academic degree",
  "export.attribute.dateOfBirth": "Date of birth",
  "export.attribute.placeOfBirth": "Place of birth",
  "export.attribute.nationality": "Nationality",
  "export.attribute.street": "Street",
  "export.attribute.houseNumber": "House number",
  "export.attribute.postcode": "Postcode",
  "export.attribute.town": "Town",
  "export.attribute.country": "Country",
  "export.attribute.email": "E-mail address",
  "export.attribute.phone": "Phone",
  "delete.title": "Delete the account",
  "delete.lead": "You can do this at any time, and at once.",
  "delete.goes":
    "Deleted are: your details, all sign-ins, mandates and applications you began.",
  "delete.stays":
    "What you have sent stays in the authority's files. You still see its state with the link of the confirmation.",
  "delete.itself":
    "If you do not use the account any more we delete it on {day} by ourselves. We announce that two months before: by e-mail, or without a confirmed address here in the account.",
  "delete.confirm": "Yes, I want to delete my account.",
  "delete.unconfirmed": "Tick the box if you want to delete your account.",
  "delete.proof.title": "Really delete the account?",
  "delete.proof.ready":
    "You have shown that it is you. With the next step the account is deleted at once.",
  "delete.proof.lead":
    "Show once more that it is you. After that the account is deleted at once.",
  "delete.button": "Delete the account",
  "delete.obstacle": "The account cannot be deleted yet",
  "deleted.title": "Your account is deleted",
  "deleted.lead":
    "You can open a new one at any time. Many applications need no account.",
  "deleted.start": "To the start page",
  "identities.title": "Linked proofs",
  "identities.lead":
    "What else you can prove yourself with. A higher level is needed for some applications only.",
  "identities.empty.title": "Nothing linked yet",
  "identities.empty.body": "Your account has only the sign-in with us so far.",
  "identities.linked": "Linked on",
  "identities.used": "Last used",
  "identities.unlink": "Unlink",
  "unlink.title": "Unlink the proof?",
  "unlink.lead":
    "After that you can no longer sign in to this account with it. All other sessions of your account end. You can link the proof again later.",
  "unlink.what": "Proof",
  "unlink.button": "Unlink the proof",
  "unlink.cancel": "Keep the proof",
  "identities.counter": "ID card, shown at the counter",
  "identities.merged": "The two accounts are one now.",
  "identities.unlinked": "The proof is unlinked.",
  "identities.last-means":
    "This is your only way to sign in. Set up another one first, such as a password.",
  "identities.link.title": "Link another proof",
  "identities.link.lead":
    "You prove yourself there and come back here. What is said of you there keeps its source.",
  "identities.link": "Link: {name}",
  "merge.title": "Make one of two accounts?",
  "merge.lead":
    "This proof belongs to another service account of yours. You have just proven both.",
  "merge.other": "The other account",
  "merge.moves":
    "Applications, drafts, proofs, organisations and mandates of the other account come into this one.",
  "merge.stays": "Your password and your e-mail address here stay as they are.",
  "merge.final": "The other account is gone afterwards. This cannot be undone.",
  "merge.button": "Merge the accounts",
  "merge.cancel": "Do not merge",
  "merge.refused.title": "These accounts belong to two people",
  "merge.refused.lead":
    "For the other account somebody with another date of birth or another given name was proven. So we do not merge the accounts. Nothing has changed.",
  "merge.refused.name":
    "Are both accounts yours, for example after your name has changed? Then first prove anew who you are in each of the two accounts. If you want to act for somebody, you need a mandate.",
  "merge.refused.back": "To the proofs",
  "mail.passkey-added.subject": "Your service account: a passkey was added",
  "mail.passkey-added.text":
    "Hello,\n\na passkey was set up in your service account. It signs in without a password.\n\nWas that not you? Then sign in, remove the passkey under “Security” and change your password.\n",
  "mail.passkey-removed.subject": "Your service account: a passkey was removed",
  "mail.passkey-removed.text":
    "Hello,\n\na passkey was removed from your service account.\n\nWas that not you? Then sign in, end all other sessions under “Security” and change your password.\n",
  "mail.passkey-copied.subject": "Your service account: a sign-in was refused",
  "mail.passkey-copied.text":
    "Hello,\n\nwe refused a sign-in with one of your passkeys, because somebody may have a copy of it.\n\nSign in another way, remove the passkey under “Security” and set up a new one.\n",
  "hand-over.title": "Go on in this portal?",
  "hand-over.lead":
    "You come from another portal and are not signed in here yet: {portal}.",
  "hand-over.other":
    "Somebody is signed in here: {name}. That sign-in ends then.",
  "hand-over.button": "Go on as {name}",
  "hand-over.cancel": "No, to the start page",
  "hand-over.over": "This passage is over",
  "hand-over.over.lead":
    "It counts once and for two minutes. Sign in here, your account is the same.",
  "hand-over.portals": "Go on in another portal",
  "hand-over.portals.lead":
    "Your account works on all portals. You need not sign in again there.",
  "hand-over.portal": "Portal",
  "hand-over.ready": "The passage counts once and for two minutes.",
  "hand-over.follow": "Continue to the other portal",
  "hand-over.go": "Go there",
  "mail.identity-confirmed.subject":
    "Your service account: your ID card was confirmed",
  "mail.identity-confirmed.text":
    "Hello,\n\nan ID card was confirmed at the counter with a code from your service account. Now sign in anew with your passkey or your app.\n\nWas that not you? Then sign in, unlink the proof and change your password.\n",
  "consents.title": "Consents",
  "consents.lead":
    "What you said yes to. You can withdraw each consent at any time.",
  "consents.in-force": "Consents in force",
  "consents.prefill":
    "Your details from the service account are put into applications for this service.",
  "consents.prefill.name": "Putting details into applications",
  "consents.other": "You agreed to the use of your details.",
  "consents.granted": "Given on {date}",
  "consents.revoke": "Withdraw",
  "consents.revoked": "Consent withdrawn",
  "consents.revoked.body":
    "This counts from now on. What is entered in open applications stays there, and you can change it. What you have sent stays with the authority.",
  "consents.none": "No consent in force",
  "consents.none.body":
    "When you begin an application, we ask you whether we may put in your details from the service account. If you say yes, you will find it here.",
  "consents.profile": "See my details",
  "consents.before": "Withdrawn consents",
  "consents.what": "What for",
  "consents.granted-on": "Given on",
  "consents.revoked-on": "Withdrawn on",
  "profile.title": "About me",
  "profile.lead":
    "What your account knows of you. It is up to you: you can leave everything empty.",
  "profile.saved": "Saved",
  "profile.confirmed": "Confirmed details",
  "profile.confirmed.hint":
    "Somebody else has confirmed these. They change when you prove who you are there again.",
  "profile.source": "From {source}, level “{level}”, on {date}",
  "profile.source.counter": "ID card at the counter",
  "profile.own": "Your own details",
  "profile.own.hint": "Entered by yourself. Empty a field and we delete it.",
  "profile.date.wrong": "Enter your date of birth like this: 31 12 1980.",
  "profile.email.wrong": "Enter the e-mail address like this: name@example.com",
  "profile.too-long": "Shorten “{label}” to at most {most} characters.",
  "profile.source.self": "yourself",
  "profile.save": "Save details",
  "mail.second-factor-on.subject": "Your service account: second factor set up",
  "mail.second-factor-on.text":
    "Hello,\n\nan app with codes was set up as second factor of your service account. After the password we now ask for a code.\n\nWas that not you? Then call us.\n",
  "mail.second-factor-off.subject":
    "Your service account: second factor switched off",
  "mail.second-factor-off.text":
    "Hello,\n\nthe second factor of your service account was switched off. The password is now enough to sign in.\n\nWas that not you? Then sign in and change your password.\n",
  "mail.confirm.subject":
    "Your service account: confirm your address ({portal})",
  "mail.confirm.text":
    "Hello,\n\na service account was created with this address. Open this link to confirm it. It is valid for 24 hours:\n{link}\n\nIt was not you? Then you need not do anything.\n",
  "mail.reset.subject": "Your service account: new password ({portal})",
  "mail.reset.text":
    "Hello,\n\nopen this link to choose a new password. It is valid for one hour:\n{link}\n\nIt was not you? Then you need not do anything, your password stays.\n",
  "mail.leave-address.subject":
    "Your service account is to get a new e-mail address ({portal})",
  "mail.leave-address.text":
    "Hello,\n\nyour service account is to belong to another e-mail address from now on. Open this link to agree or to stop the change. It is valid for three days:\n{link}\n\nIt was not you? Then choose “That was not me” there.\n",
  "mail.take-address.subject":
    "Your service account: confirm the new e-mail address ({portal})",
  "mail.take-address.text":
    "Hello,\n\na service account is to belong to this e-mail address from now on. Open this link to agree. It is valid for three days:\n{link}\n\nIt was not you? Then choose “That was not me” there, or delete this e-mail.\n",
  "mail.address-changed.subject": "Your service account: new e-mail address",
  "mail.address-changed.text":
    "Hello,\n\nthe e-mail address of your service account was changed. From now on we write to the new address, and you sign in with it.\n\nIt was not you? Then call us.\n",
  "mail.address-refused.subject":
    "Your service account: the new e-mail address was refused",
  "mail.address-refused.text":
    "Hello,\n\nthe e-mail address of your service account was to be changed. This was stopped with “That was not me”. Your account keeps its address.\n\nYou did not want to change the address? Then choose “Forgotten password” on the sign-in page and check your account afterwards under “Sign-in and security”.\n",
  "mail.exists.subject": "You have a service account already ({portal})",
  "mail.exists.text":
    "Hello,\n\nsomebody wanted to create a service account with this address. You have one already. Sign in with it, or choose “Password forgotten” there:\n{link}\n\nIt was not you? Then you need not do anything.\n",
  "mail.new-device.subject": "Your service account: sign-in on a new device",
  "mail.new-device.text":
    "Hello,\n\nyour service account was used on a device that we did not know. It was not you? Then change your password and sign out everywhere under “Sign-in and security”.\n",
  "mail.password-changed.subject": "Your service account: password changed",
  "mail.password-changed.text":
    "Hello,\n\nthe password of your service account was changed. It was not you? Then choose “Password forgotten” on the sign-in page.\n",
};
