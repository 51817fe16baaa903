/** Words of the frame around every page, and of the error pages. */
export const en = {
  "portal.label": "Online services",
  "portals.label": "All portals in one place",
  "portal.of": "Online services of {name}",
  "skip.main": "Skip to content",
  "nav.main": "Main menu",
  "nav.tools": "Language and appearance",
  "nav.staff": "Workplace",
  "nav.start": "Home",
  "nav.leistungen": "Services",
  "nav.aemter": "Offices and contact",
  "nav.konto": "Service account",
  "nav.portals": "All portals",
  "nav.hilfe": "Help",
  "tools.leichte-sprache": "Easy language (German)",
  "tools.gebaerdensprache": "Sign language (German)",
  "tools.darstellung": "Light or dark",
  "tools.other-language": "Deutsch",
  "account.signed-in": "Signed in as {name}",
  "account.acting-for": "You act for: {name}",
  "account.sign-out": "Sign out",
  "account-nav.label": "Service account",
  "account-nav.start": "Overview",
  "account-nav.start.purpose": "Who you are here and what you can do.",
  "account-nav.postfach": "Postfach (mailbox)",
  "account-nav.postfach.unread": "Postfach (mailbox, {count} new)",
  "account-nav.postfach.purpose":
    "Messages and decisions from the authorities, from all portals.",
  "account-nav.passkeys": "Passkeys",
  "account-nav.passkeys.purpose":
    "Sign in without a password: with fingerprint, face or PIN.",
  "account-nav.factor": "Second factor",
  "account-nav.factor.purpose":
    "After the password, a code from an app on your phone.",
  "account-nav.counter": "Confirm your ID card at the counter",
  "account-nav.counter.purpose":
    "Show your ID card at an office once, for applications with a higher level.",
  "account-nav.profile": "About me",
  "account-nav.profile.purpose":
    "See and change name, address and how to reach you.",
  "account-nav.applications": "My applications",
  "account-nav.applications.purpose":
    "Continue what you have begun, follow what you have sent.",
  "account-nav.identities": "Proofs",
  "account-nav.identities.purpose":
    "Link or unlink BundID, the state's account and others.",
  "account-nav.organisations": "Organisations",
  "account-nav.organisations.purpose":
    "Act for your company or association, invite members.",
  "account-nav.mandates": "Mandates",
  "account-nav.mandates.purpose":
    "Allow somebody else to act for you, or act for somebody.",
  "account-nav.consents": "Consents",
  "account-nav.consents.purpose":
    "See where your details are used, and end it.",
  "account-nav.data": "My data",
  "account-nav.data.purpose": "Download everything, or delete the account.",
  "account-nav.security": "Sign-in and security",
  "account-nav.security.purpose":
    "Change the password, see where you are signed in, and sign out everywhere.",
  "staff.signed-in": "Signed in: {name}",
  "staff.sign-out": "Sign out",
  "work.queue": "Cases",
  "work.bescheide": "Decision notices",
  "work.bescheid-texts": "Templates",
  "work.opinions": "Opinions",
  "work.postfach": "Decisions by post",
  "work.deliveries": "Deliveries",
  "work.identity": "Confirm identity",
  "work.forms": "Forms",
  "work.members": "Staff",
  "work.audit": "Log",
  "work.operation": "Operation",
  "work.identity-providers": "Identity providers",
  "work.account": "My account",
  "staff.entry": "For staff",
  "footer.contact": "Contact",
  "footer.hours": "Opening hours",
  "footer.phone": "Telephone",
  "footer.email": "Email",
  "footer.help": "Help and easy reading",
  "footer.legal": "Legal",
  "footer.impressum": "Legal notice",
  "footer.datenschutz": "Privacy",
  "footer.barrierefreiheit": "Accessibility",
  "footer.software": "This portal is free software: OpenRathaus.",

  "darstellung.title": "Light or dark",
  "darstellung.lead": "Choose how this portal looks on this device.",
  "darstellung.legend": "Appearance",
  "darstellung.system": "Like my device",
  "darstellung.system.hint": "We follow the setting of your device.",
  "darstellung.light": "Light",
  "darstellung.dark": "Dark",
  "darstellung.save": "Save choice",
  "darstellung.cookie":
    "We remember your choice in a cookie on your device. It contains nothing but this choice.",

  "error.preline": "Error {status}",
  "error.start": "Go to the home page",
  "error.contact": "Are you stuck? We are happy to help:",
  "error.request": "Number of this request",
  "error.request.hint": "Tell us this number when you call.",
  "error.400.title": "We did not understand this request",
  "error.400.body":
    "Go back one page and try again. Your answers are not lost if you saved them.",
  "error.403.title": "You may not enter here",
  "error.403.body":
    "Perhaps you were inactive for too long. Reload the page before this one and try again. Some pages need a permission.",
  "error.404.title": "This page does not exist",
  "error.404.body":
    "Perhaps the address is misspelled, or the page has moved. With a private link: check whether it is complete.",
  "error.409.title": "That was no longer possible",
  "error.409.body":
    "Something has changed in the meantime, for example in another window. Reload the page and look at the current state.",
  "error.410.title": "This is no longer here",
  "error.410.body":
    "This content existed but was deleted. We delete drafts after 30 days. You can start again.",
  "error.413.title": "That is too large",
  "error.413.body":
    "The file is too large. Go back and choose a smaller file. A photo becomes smaller when you save it with a lower resolution.",
  "error.415.title": "We cannot read this kind of file",
  "error.415.body": "Go back and choose a PDF file or a photo (JPEG or PNG).",
  "error.429.title": "Please wait a moment",
  "error.429.body":
    "Very many requests came from your connection. Wait a few minutes and then reload the page.",
  "error.500.title": "Something went wrong on our side",
  "error.500.body":
    "It is not your fault. Try again in a few minutes. What you have saved is still there.",
  "error.503.title": "The portal is taking a break",
  "error.503.body":
    "We are working on it. Try again in a few minutes. What you have saved is still there.",
};
