import type { de } from "./de.ts";

export const en: Record<keyof typeof de, string> = {
  "way.title": "Continue to {name}",
  "way.lead": "You are taken to {name}.",
  "way.button": "Continue to {name}",
  "too-many.title": "Too many sign-ins begun",
  "too-many.lead":
    "Many sign-ins were begun from your connection in a short time and not finished. Try again in {minutes} minutes.",
  "failed.title": "Signing in did not work",
  "failed.preline": "Sign in with {name}",
  "failed.draft": "What you have entered is still there.",
  "failed.unavailable":
    "{name} does not answer at the moment. Try again in a few minutes, or choose another way.",
  "failed.cancelled":
    "You cancelled signing in at {name}. You are not signed in here.",
  "failed.level-not-reached":
    "Your sign-in at {name} is not secure enough for this page. Sign in there with a stronger proof, such as the online ID card, or choose another way.",
  "failed.not-valid":
    "We could not confirm the answer of {name} and have signed in nobody. Please begin again. If it fails again, call us.",
  "failed.refused":
    "{name} did not accept the sign-in. It is not your fault. Please choose another way, or call us.",
  "failed.no-lasting-account":
    "You signed in to {name} for this once only. We cannot keep an account with that. Open an account with {name} and sign in with it, or apply without signing in where that is possible.",
  "failed.required-attributes-missing":
    "{name} could not give us everything that signing in needs. Complete your data there, or choose another way.",
  "failed.again": "Show other ways",
  "failed.back": "Back without signing in",
  "over.title": "This sign-in is no longer valid",
  "over.lead":
    "A sign-in has to be finished in the same browser and within 15 minutes, and it counts only once. Your browser has to accept cookies for it.",
  "over.again": "Sign in again",
  "over.portals": "To the portals",
  "over.installation": "Choose your portal and begin to sign in there again.",
  "session-over.title": "Your session has ended in the meantime",
  "session-over.lead":
    "First sign in again as before. Then you can prove who you are with {name}.",
  "link.title": "Shall {name} belong to your account?",
  "link.lead":
    "You are signed in here as {account}. At {name} you have just proven to be {person}.",
  "link.effect":
    "If you link them, you can sign in to the same account in both ways from now on.",
  "link.warning":
    "Link them only if both are you. If you did not mean to use {name} at all, cancel.",
  "link.confirm": "Link and continue",
  "link.separate": "Do not link, just sign in as {person}",
  "link.cancel": "Cancel",
  "person.title": "This proof belongs to another person",
  "person.lead":
    "For the account of {account} another date of birth was proven than at {name}. We have linked nothing.",
  "person.what":
    "Use your own proof. If the proven date of birth is wrong, your authority can help.",
  "person.back": "Back",
  "other.title": "{name} belongs to another account",
  "other.lead":
    "Another account is linked with this proof already. You are still signed in here as {account}.",
  "other.what":
    "Are both accounts yours? Then you can merge them. Or sign in with {name}; the account you are in now stays then.",
  "other.merge": "Merge both accounts",
  "other.separate": "Sign in with {name}",
  "sign-out.title": "You are signed out here",
  "sign-out.lead":
    "You may still be signed in at {name}. On a device that others use, too, sign out there as well.",
  "sign-out.button": "Sign out at {name}, too",
  "sign-out.stay": "To the start page",
  "sign-out.unavailable":
    "{name} does not answer at the moment. Close all windows of the browser, then nobody is signed in any more.",
  "operator.title": "Identity providers",
  "operator.lead":
    "Where citizens and businesses can sign in with another account.",
  "operator.none": "No identity provider has been set up.",
  "operator.none.how":
    "Add one. How it is done for some providers stands in docs/how-to/connect-an-identity-provider.md.",
  "operator.add": "Add an identity provider",
  "operator.saved": "Saved",
  "operator.offered": "The provider is offered on the sign-in pages.",
  "operator.not-offered": "The provider is not offered yet.",
  "operator.raised":
    "The operator has released a higher level, so the operator makes changes.",
  "operator.try": "Trial sign-in",
  "operator.try.level": "Trial sign-in with a demanded level:",
  "operator.change": "Change settings",
  "operator.offer": "Offer on the sign-in pages",
  "operator.withdraw": "Offer no more",
  "operator.list": "Identity providers",
  "operator.column.name": "Name",
  "operator.column.kind": "Kind",
  "operator.column.level": "Highest level",
  "operator.column.where": "Where",
  "operator.column.state": "State",
  "operator.everywhere": "all portals",
  "operator.disabled": "switched off",
  "operator.up": "answers",
  "operator.down": "does not answer ({reason})",
  "operator.unknown": "not asked yet",
  "operator.back": "Back to the identity providers",
  "operator.checks": "Checked",
  "operator.column.check": "What",
  "operator.column.finding": "Result",
  "operator.passed": "all right",
  "operator.attributes": "Values that are taken over",
  "operator.column.attribute": "In the account",
  "operator.column.source": "At the provider",
  "operator.column.offered": "Offered",
  "operator.offered.yes": "yes",
  "operator.offered.no": "no",
  "operator.offered.unknown": "not told",
  "operator.facts": "To be entered at the provider, and what it says of itself",
  "level.low": "low",
  "level.substantial": "substantial",
  "level.high": "high",
  "check.discovery": "Description of the service (discovery)",
  "check.keys": "Keys",
  "check.key-length": "Length of keys",
  "check.authorization": "Sign-in page",
  "check.credentials": "Credentials of the portal",
  "check.levels": "Levels",
  "check.metadata": "Metadata of the service",
  "check.reachable": "Sign-in page answers",
  "fact.entity-id": "Our name (entityID)",
  "fact.assertion-consumer-service":
    "Return address (AssertionConsumerService)",
  "fact.own-metadata": "Our metadata",
  "fact.provider-entity-id": "Name of the service (entityID)",
  "fact.sign-on-post": "Sign-in page (HTTP-POST)",
  "fact.sign-on-redirect": "Sign-in page (HTTP-Redirect)",
  "fact.signing-keys": "Keys of the service",
  "fact.redirect-uri": "Redirect URI",
  "fact.signed-out-uri": "Post-logout redirect URI",
  "fact.back-channel-logout-uri": "Back-channel logout URI",
  "fact.issuer": "Issuer",
  "fact.acr-values": "Levels (acr values)",
  "fact.scopes": "Scopes",
  "fact.pushed-requests": "Pushed requests (PAR)",
  "fact.user-info": "User info",
  "fact.sign-out": "Sign-out from the portal",
  "fact.sign-out-notices": "Tells of sign-outs (back-channel logout)",
};
