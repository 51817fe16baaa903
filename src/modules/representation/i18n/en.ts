import type { de } from "./de.ts";

export const en: Record<keyof typeof de, string> = {
  "error-title": "Error: {title}",
  preline: "Service account",
  cancel: "Cancel",

  "role.owner": "Owner",
  "role.owner.hint":
    "May do everything: send applications, invite and remove members, delete the organisation.",
  "role.signatory": "May send",
  "role.signatory.hint":
    "Fills in applications for the organisation and sends them.",
  "role.preparer": "May prepare",
  "role.preparer.hint":
    "Fills in applications and saves them. Somebody else has to send them.",

  "organisations.title": "Organisations",
  "organisations.lead":
    "Act for your company, association or institution, and invite others to do so.",
  "organisations.new": "Create an organisation",
  "organisations.empty.title": "You belong to no organisation",
  "organisations.empty.body":
    "Create your company or association. If the organisation is here already, let its owner invite you.",
  "organisations.name": "Organisation",
  "organisations.own-role": "Your role",

  "organisation.new.title": "Create an organisation",
  "organisation.new.lead":
    "You become its owner. What you enter counts as unverified until an organisation account confirms it.",
  "organisation.new.button": "Create",
  "organisation.edit.title": "Change details",
  "organisation.edit.lead":
    "Whoever is acting for the organisation has to choose it again afterwards.",
  "organisation.edit.button": "Save",
  "organisation.edit.link": "Change details",
  "field.name": "Name of the organisation",
  "field.name.hint": "As it stands in the register or the articles.",
  "field.legalForm": "Legal form",
  "field.legalForm.hint":
    "For example: sole proprietorship, GmbH, registered association.",
  "field.registerCourt": "Register court",
  "field.registerCourt.hint":
    "For example: Amtsgericht Schwerin. Leave court and number empty if there is no entry.",
  "field.registerNumber": "Register number",
  "field.registerNumber.hint": "For example: HRB 1234 or VR 567.",
  "field.street": "Street",
  "field.houseNumber": "House number",
  "field.postcode": "Postcode",
  "field.town": "Town",
  "problem.missing": "Fill in this field: {field}.",
  "problem.too-long": "Shorten to at most 200 characters: {field}.",
  "problem.foreign-character":
    "Use only letters, digits and common punctuation: {field}.",
  "problem.postcode": "Enter the postcode with five digits.",

  "organisation.details": "Details",
  "organisation.register": "Register",
  "organisation.register.none": "no register entry",
  "organisation.address": "Address",
  "organisation.source": "Source",
  "organisation.source.self": "stated by a member on {date}, not verified",
  "organisation.source.asserted":
    "confirmed by an organisation account on {date}, level “{level}”",
  "level.low": "low",
  "level.substantial": "substantial",
  "level.high": "high",
  "organisation.act": "Act for this organisation",

  "members.title": "Members",
  "members.name": "Name",
  "members.role": "Role",
  "organisations.lapsed":
    "Your membership has to be confirmed anew: sign in with the Organisationskonto, or let one of its owners here invite you. Until then you cannot act for the organisation.",
  "members.counts-until": "confirmed until {date}",
  "members.since": "Member since",
  "members.change": "Change",
  "members.leave": "Leave",
  "members.oneself": "{name} (you)",
  "members.invite": "Invite a member",

  "member.role.title": "Change the role",
  "member.role.lead":
    "The new role counts at once. If the member is acting for the organisation, they have to choose it again.",
  "member.role.label": "Role",
  "member.role.button": "Save the role",
  "member.role.missing": "Choose a role.",
  "member.remove.title": "Remove from the organisation",
  "member.remove.lead":
    "{name} stops acting for {organisation} at once, on all portals, and gets an e-mail. What was sent already stays valid.",
  "member.remove.button": "Remove",
  "member.leave.title": "Leave the organisation",
  "member.leave.lead":
    "You stop acting for {organisation} at once, on all portals. You can only come back with a new invitation.",
  "member.leave.button": "Leave",
  "member.last-owner.title": "The organisation needs an owner",
  "member.last-owner":
    "Make another member an owner first, or delete the organisation.",

  "invite.title": "Invite a member",
  "invite.lead":
    "The person gets an e-mail with a link. It counts for 7 days and once.",
  "invite.email": "E-mail address",
  "invite.email.hint":
    "Whoever has the link and signs in can accept the invitation. Check the address. You see the name of the person afterwards.",
  "invite.email.invalid":
    "Enter an e-mail address, for example name@example.org.",
  "invite.too-many": "You have sent 20 invitations today. Try again tomorrow.",
  "invite.sent": "The invitation is on its way. It is valid for seven days.",
  "invite.button": "Send the invitation",
  "invitations.title": "Open invitations",
  "invitations.email": "Sent to",
  "invitations.until": "Valid until",
  "invitations.end": "Take back",

  "delete.link": "Delete the organisation",
  "delete.question": "Delete {name}?",
  "delete.consequence":
    "Nobody acts for this organisation any more; all members get an e-mail. The details are deleted and cannot be restored. What was sent to authorities stays there.",
  "delete.button": "Delete for good",

  "invitation.title": "Invitation",
  "invitation.sign-in.title": "You have an invitation",
  "invitation.sign-in.lead":
    "Sign in to see it. If you have no service account yet, create one first and then open the link in the e-mail again.",
  "invitation.sign-in.button": "Sign in",
  "invitation.organisation.title": "Invitation to {name}",
  "invitation.organisation.lead": "{from} invites you to act for {name}.",
  "invitation.organisation.consequence":
    "The owners see your name afterwards. What you do for the organisation is seen by the owners and the authority. You can leave the organisation at any time.",
  "invitation.mandate.title": "Mandate from {from}",
  "invitation.mandate.lead":
    "{from} gives you a mandate. You may then fill in and send applications in the name of this person.",
  "invitation.mandate.consequence":
    "{from} sees your name afterwards, and everything you do with the mandate. The authority sees, too, that you act as a representative. You can give the mandate back at any time.",
  "invitation.from": "From",
  "invitation.as": "You accept as",
  "invitation.accept": "Accept",
  "invitation.own":
    "This is your own mandate. The other person has to accept it.",
  "invitation.member": "You belong to this organisation already.",
  "invitation.gone.title": "This invitation does not count any more",
  "invitation.gone":
    "It was accepted, taken back, or is older than 7 days. Ask for a new one.",

  "switch.title": "For whom do you act?",
  "switch.lead":
    "Your choice counts in this browser until you change it or sign out. It is shown at the top of each page.",
  "switch.label": "I act",
  "switch.oneself": "for myself",
  "switch.for": "for {name}",
  "switch.hint.owner": "organisation, you are an owner",
  "switch.hint.signatory": "organisation, you may send",
  "switch.hint.preparer": "organisation, you may prepare",
  "switch.hint.power": "with a mandate: {scope}, until {date}",
  "switch.hint.parent": "as a parent: {scope}, until {date}",
  "switch.hint.guardian": "as a guardian: {scope}, until {date}",
  "switch.hint.legal-representative":
    "as a legal representative: {scope}, until {date}",
  "switch.button": "Apply",
  "switch.gone":
    "You may not act for this person or organisation any more. Choose again.",
  "switch.nobody":
    "You act for nobody else yet. Create an organisation, or let somebody give you a mandate.",

  "mandates.title": "Mandates",
  "mandates.lead": "Allow somebody to act for you, or act for somebody.",
  "mandates.new": "Give a mandate",
  "mandates.declare": "State a legal representation",
  "mandates.given": "Given by you",
  "mandates.given.empty": "You have given nobody a mandate.",
  "mandates.received": "You act for others",
  "mandates.received.empty":
    "You have no mandate. Only the person themselves can give one, in their own service account.",
  "mandates.person": "Person",
  "mandates.nobody-yet": "nobody yet",
  "mandates.scope": "For what",
  "mandates.until": "Valid until",
  "mandates.state": "State",
  "mandates.basis": "Ground",
  "state.waiting": "not accepted yet",
  "state.invitation-expired": "invitation expired",
  "state.in-force": "in force",
  "state.expired": "expired",
  "state.revoked": "ended",
  "basis.power": "Mandate",
  "basis.parent": "Parent",
  "basis.guardian": "Guardianship",
  "basis.legal-representative": "Other legal representation",
  "self-declared":
    "Own statement, not verified. The authority sees that and may ask for proof.",

  "scope.label": "What shall the mandate be for?",
  "scope.label.declare": "For what do you represent the person?",
  "scope.missing": "Choose what it shall be for.",
  "scope.all": "For everything",
  "scope.kind": "Everything about “{label}”",
  "scope.leistung": "Only “{label}” ({portal})",
  "scope.hint": "A single service is chosen on the portal that offers it.",
  "until.label": "Last day",
  "until.hint": "Five years at most. You can end it earlier at any time.",
  "until.impossible":
    "Enter a day from today to five years ahead, for example 31 12 2027.",

  "mandate.new.title": "Give a mandate",
  "mandate.new.lead":
    "You allow another person to fill in and send applications in your name (§ 14 of the Administrative Procedure Act). It counts as soon as the person accepts it.",
  "mandate.new.email": "E-mail address of the person",
  "mandate.new.consequence.title": "What this means",
  "mandate.new.consequence":
    "What the person does with the mandate counts as done by you. You see all of it in your account and can end the mandate at any time.",
  "mandate.new.button": "Give the mandate and invite",

  "declare.title": "State a legal representation",
  "declare.lead":
    "For parents, guardians and other legal representatives. The person you represent needs no account.",
  "declare.warning":
    "The authority sees that this is your own statement and may ask for proof. False statements can be a criminal offence.",
  "declare.basis": "You represent the person as",
  "declare.basis.missing": "Choose a ground.",
  "declare.name": "Given and family name of the person",
  "declare.name.missing": "Enter the name of the person, with letters only.",
  "declare.birthday": "Date of birth of the person",
  "declare.birthday.impossible":
    "Enter the date of birth, for example 31 12 2015.",
  "declare.statement": "Where does this come from?",
  "declare.statement.hint":
    "For example: joint custody; order of the Amtsgericht Schwerin of 3 March 2026 with its file number.",
  "declare.statement.missing":
    "Write in at most 1,000 characters where your right to represent comes from.",
  "declare.button": "State",

  "mandate.waiting.title": "Mandate with an open invitation",
  "mandate.given.title": "Mandate for {name}",
  "mandate.received.title": "You act for {name}",
  "mandate.created": "Given on",
  "mandate.statement": "Your statement",
  "mandate.birthday": "Date of birth",
  "mandate.end": "End",
  "mandate.act": "Act for {name}",
  "mandate.end.question.waiting": "End this mandate?",
  "mandate.end.question.given": "End the mandate for {name}?",
  "mandate.end.question.received": "Stop acting for {name}?",
  "mandate.end.consequence":
    "This counts at once, on all portals. What was sent already stays valid. Both sides get an e-mail.",
  "mandate.end.button": "End",

  "actions.title": "What was done",
  "actions.empty": "Nothing so far.",
  "actions.at": "When",
  "actions.by": "Who",
  "actions.what": "What",
  "actions.by.gone": "deleted account",
  "action.acting-began": "began to act as a representative",
  "action.draft-saved": "saved a draft",
  "action.submitted": "sent an application",
  "action.withdrawn": "withdrew an application",

  "obstacle.last-owner":
    "You are the only owner of: {names}. Make another member an owner first, or delete the organisation.",

  "mail.invitation.subject": "Invitation in the service account",
  "mail.invitation.text":
    "Hello,\n\nsomebody has invited you in the service account. See here what it is about:\n\n{link}\n\nThe link counts for {days} days and once. You have to sign in. Do not pass it on.\n\nIf you do not expect an invitation, delete this e-mail.",
  "mail.organisation-changed.subject":
    "Change to an organisation in the service account",
  "mail.organisation-changed.text":
    "Hello,\n\nsomething has changed about an organisation that you belong or belonged to. Sign in to the service account and look under “Organisations”.",
  "mail.mandate-changed.subject": "Change to a mandate in the service account",
  "mail.mandate-changed.text":
    "Hello,\n\nsomething has changed about a mandate that concerns you. Sign in to the service account and look under “Mandates”.",
};
