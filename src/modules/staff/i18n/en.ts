import type { de } from "./de.ts";
import { reviewEn } from "./review-en.ts";
import { teamsEn } from "./teams-en.ts";

export const en: Record<keyof typeof de, string> = {
  "sign-in.title": "Sign in to the workplace",
  "sign-in.lead":
    "This page is for staff of the administration. You do not need it for an application.",
  "sign-in.login": "E-mail address",
  "sign-in.password": "Password",
  "sign-in.button": "Sign in",
  "sign-in.wrong": "E-mail address or password is wrong. Check both.",
  "sign-in.too-many": "Too many attempts. Try again in {seconds} seconds.",
  "sign-in.error-title": "Error: {title}",
  "signed-out.title": "You are signed out",
  "signed-out.body":
    "Other people at this device can no longer see your cases.",
  "sign-in.help":
    "Forgot your password? Ask the person who manages your accounts.",

  "code.title": "Enter the code",
  "code.lead": "Open your authenticator app and enter the code.",
  "code.label": "Code from the app",
  "code.hint":
    "6 digits. No phone at hand? Enter one of your recovery codes instead.",
  "code.button": "Continue",
  "code.wrong":
    "This code is not valid. Wait for the next code in the app and enter it.",

  "new-password.title": "Choose your own password",
  "new-password.lead":
    "Your password was valid only once. Choose your own one now.",
  "new-password.label": "New password",
  "new-password.hint":
    "At least 10 characters. Several words that do not belong together are good.",
  "new-password.button": "Save password",
  "new-password.too-short": "Choose a password of at least 10 characters.",
  "new-password.too-long": "Choose a password of at most 200 characters.",
  "new-password.too-common":
    "This password is easy to guess. Take several words that do not belong together.",

  "account.title": "My account",
  "account.login": "E-mail address",
  "account.name": "Name",
  "account.factor.title": "Second factor",
  "account.factor.directory":
    "You sign in with the authority's directory. What it asks for counts here, too.",
  "account.factor.on":
    "Each time you sign in you also enter a code from your app.",
  "account.factor.codes-left": "You have {count} recovery codes left.",
  "account.factor.off.title": "Your account is protected by the password only",
  "account.factor.off":
    "Set up an authenticator app as second factor. Then a stolen password is not enough.",
  "account.factor.password": "Your password",
  "account.factor.password.hint": "We ask once more to be safe.",
  "account.factor.wrong-password": "The password is wrong.",
  "account.factor.start": "Set up second factor",
  "account.factor.restart": "Set up a new app",
  "account.sessions.title": "Where you are signed in",
  "account.sessions.since": "Signed in",
  "account.sessions.seen": "Last used",
  "account.sessions.action": "Session",
  "account.sessions.this": "This session",
  "account.sessions.end": "End",

  "setup.title": "Set up second factor",
  "setup.required":
    "This workplace needs a second factor besides the password. Set it up now, then go on.",
  "setup.scan.title": "1. Scan the code with the app",
  "setup.scan.body":
    "Open an authenticator app on your phone and scan this picture.",
  "setup.scan.alt": "QR code for the authenticator app",
  "setup.type": "Cannot scan? Type this key into the app:",
  "setup.confirm.title": "2. Enter the code from the app",
  "setup.confirm.label": "Code from the app",
  "setup.confirm.hint": "6 digits",
  "setup.confirm.button": "Finish",
  "setup.confirm.wrong":
    "This code is not valid. Check your phone's clock and enter the next code.",
  "recovery.title": "The second factor is set up",
  "recovery.lead":
    "Keep these recovery codes in a safe place. Each is valid once, for when you do not have your phone.",
  "recovery.once": "We show the codes only this once.",
  "recovery.list": "Recovery codes",
  "recovery.go-on": "Continue to the workplace",
  "recovery.done": "Continue to my account",

  // who has access
  "members.title": "Staff",
  "members.lead":
    "Who works with this portal and what they may do. Every change is logged.",
  "members.add": "Add access",
  "members.add.lead":
    "Afterwards we show a one-time password. Hand it over in person.",
  "members.add.button": "Add access",
  "members.name": "Name",
  "members.roles": "Roles",
  "members.roles.save": "Save roles",
  "members.state": "State",
  "members.state.disabled": "locked",
  "members.state.invited": "not signed in yet",
  "members.state.secured": "with second factor",
  "members.state.no-factor": "without second factor",
  "members.seen": "Last signed in",
  "members.seen.never": "never",
  "members.oneself": "This is you. Only somebody else can change your access.",
  "members.password.title": "Password forgotten",
  "members.password.lead":
    "You get a one-time password. The earlier one is void then, open sessions end.",
  "members.password.button": "Make a one-time password",
  "members.password.made": "One-time password",
  "members.password.once":
    "We show it only this once. An own one is chosen at the next sign-in.",
  "members.factor.title": "Phone lost",
  "members.factor.lead":
    "The second factor and the recovery codes are void then. A new one is set up at the next sign-in.",
  "members.factor.button": "Reset the second factor",
  "members.disable.title": "Lock access",
  "members.disable.lead":
    "The person is signed out at once and cannot come in any more. What they did stays under their name.",
  "members.disable.button": "Lock access",
  "members.enable.title": "Open access",
  "members.enable.lead": "The person can sign in again afterwards.",
  "members.enable.button": "Open access",
  "members.error.login-invalid":
    "Enter the e-mail address like this: name@city.example",
  "members.error.login-taken": "Somebody has access with this address already.",
  "members.error.name-missing": "Enter the name.",
  "members.error.role-missing": "Choose at least one role.",
  "role.caseworker": "Casework",
  "role.caseworker.hint": "reads and handles cases",
  "role.team-lead": "Team lead",
  "role.team-lead.hint":
    "reads and handles cases, sees the state of deliveries",
  "role.editor": "Editing",
  "role.editor.hint": "looks after forms, sees no applications",
  "role.admin": "Portal administration",
  "role.admin.hint":
    "manages access, forms and deliveries, sees no applications",
  "role.auditor": "Audit",
  "role.auditor.hint": "reads the log: who did what",
  "role.identity-officer": "Identity check",
  "role.identity-officer.hint":
    "confirms at the counter who a person is, and sees nothing else",
  "role.operator": "Operation",
  "role.operator.hint": "runs the installation for all portals",

  // the authority's own user directory
  "directory.title": "Sign-in with the authority's directory",
  "directory.lead":
    "Staff sign in with the account they have already (OpenID Connect, such as Entra ID or Keycloak). Groups there become roles here.",
  "directory.return":
    "Return address: register it with the directory for this application",
  "directory.label": "Name on the sign-in page",
  "directory.label.hint": "For example: account of the City of Schwerin",
  "directory.issuer": "Address of the directory (issuer)",
  "directory.issuer.hint":
    "Exactly as the directory names itself, such as https://login.city.example/realms/staff",
  "directory.clientId": "Id of this application (client id)",
  "directory.clientId.hint": "Given by the directory.",
  "directory.clientSecret": "Secret of this application (client secret)",
  "directory.clientSecret.hint": "Is stored encrypted and never shown again.",
  "directory.clientSecret.kept": "Is stored. Leave the field empty to keep it.",
  "directory.authentication": "How the portal proves itself",
  "directory.authentication.hint":
    "The first way when in doubt. The check below tells whether it fits.",
  "directory.secret-basic": "in the header (client_secret_basic)",
  "directory.secret-post": "as a field (client_secret_post)",
  "directory.secret-basic-unencoded":
    "in the header, not encoded (some older directories)",
  "directory.scopes": "Scopes",
  "directory.scopes.hint": "Separated by spaces, besides openid.",
  "directory.acrValues": "Levels demanded (acr)",
  "directory.acrValues.hint":
    "For example the level for several factors. Empty: the directory decides.",
  "directory.groupsClaim": "Claim with the groups",
  "directory.groupsClaim.hint": "For example groups or realm_access.roles.",
  "directory.groups": "Groups that have a role",
  "directory.groups.hint":
    "Separate several by commas. Who is in no group does not come in.",
  "directory.isEnabled": "Offer it on the sign-in page",
  "directory.save": "Save",
  "directory.saved": "Saved",
  "directory.error.issuer":
    "Enter the address like this: https://login.city.example",
  "directory.error.issuerHost":
    "This address is not released. Ask the operator to release it.",
  "directory.error.groupsClaim":
    "Enter the name like this: groups or realm_access.roles",
  "directory.error.clientSecret": "Enter the secret.",
  "directory.error.label": "Enter the name on the sign-in page.",
  "directory.error.clientId": "Enter the client id.",
  "directory.test.title": "Check the connection",
  "directory.test.lead":
    "We ask the directory for everything that works without a person signing in. Nothing changes.",
  "directory.test.button": "Check now",
  "directory.test.fine": "The directory answers, everything fits",
  "directory.test.wrong": "Something does not fit yet",
  "directory.check.discovery": "Description of the directory",
  "directory.check.keys": "Keys",
  "directory.check.authorization": "Sign-in page",
  "directory.check.credentials": "Id and secret",
  "directory.check.passed": "fine",
  "directory.check.failed": "not fine (code {code})",
  "directory.offer.scopes": "Scopes offered",
  "directory.offer.claims": "Claims offered",
  "directory.button": "Continue with: {label}",
  "directory.or": "Or with e-mail address and password",
  "directory.unavailable":
    "The directory does not answer at the moment. Try again later.",
  "directory.cancelled": "The sign-in was cancelled. You can try again.",
  "directory.misconfigured":
    "The sign-in with the directory is not set up correctly. Ask the person who manages access.",
  "directory.attempt-unknown":
    "This sign-in is too old or was begun in another browser. Begin again.",
  "directory.no-role":
    "Your account is in no group that may work here. Ask the person who manages access.",
  "directory.disabled":
    "Your access is locked. Ask the person who manages access.",
  "directory.login-taken":
    "There is an access with a password for your e-mail address. The person who manages access can hand it over to the directory.",
  "directory.no-address":
    "Your account in the directory has no e-mail address. Ask the person who manages access.",
  "directory.level-not-reached":
    "Sign in to the directory with a second factor.",
  "members.directory": "Set up sign-in with the directory",
  "members.state.directory": "authority's directory",
  "members.roles.none": "none",
  "members.of-directory":
    "This person signs in with the authority's directory. The roles come from the groups there.",
  "members.hand-over.title": "Hand over to the directory",
  "members.hand-over.lead":
    "Whoever signs in to the directory with this e-mail address takes the access over. The password is void then. Do this only if the directory itself gives the addresses.",
  "members.hand-over.button": "Hand over to the directory",
  "members.hand-over.waiting": "Waits for the next sign-in with the directory.",

  ...reviewEn,
  ...teamsEn,
  "absence.title": "Absence and substitution",
  "absence.lead":
    "Are you on holiday? Say who substitutes you. The substitute then sees your cases and works on them.",
  "absence.link": "Enter absence and substitution",
  "absence.none": "No absence is entered.",
  "absence.add.title": "New absence",
  "absence.from": "First day",
  "absence.until": "Last day",
  "absence.substitute": "Substitute",
  "absence.add": "Enter the absence",
  "absence.remove": "Delete",
  "absence.absence-days-missing":
    "Enter the first and the last day with day, month and year.",
  "absence.absence-days-reversed":
    "The last day is before the first. Change one of them.",
  "absence.absence-over": "The last day is over. Enter a later one.",
  "absence.absence-substitute-missing": "Choose who substitutes you.",
};
