/** Texts of the approval by another editor. */
export const approvalEn = {
  "list.kind.waiting": "Waiting for approval",
  "state.approval.waiting": "waiting for approval",
  "state.approval.returned": "not approved",
  "rules.eyes": "Four eyes",
  "rules.eyes.label": "A second person approves",
  "rules.eyes.hint":
    "What somebody writes becomes public only when another person with this right has approved it. What is imported from directories is not meant. Plans without an approval wait from now on.",
  "edit.create-and-ask": "Create and ask for approval",
  "edit.visibility.approval": "This needs an approval.",
  "approval.short": "Approval",
  "approval.title": "Approval: {title}",
  "approval.ask": "Ask for approval",
  "approval.auto":
    "What you type is saved as a draft by itself. It becomes public only when another person has approved it.",
  "approval.plan.body": "Another person approves them before.",
  "approval.plan.act": "Ask for approval for this moment",
  "label.freigabe-notiz": "Note for the approval",
  "hint.freigabe-notiz": "For example what is new and why.",
  "approval.needs-approval":
    "Not published: in your portal a second person approves now. What you typed is still here.",
  "approval.waits-already":
    "Something else of this service is waiting for approval already. It has to be decided first.",
  "approval.waiting": "Waiting for approval",
  "approval.asked": "Approval was asked for on {date}.",
  "approval.asked.by": "{name} asked for approval on {date}.",
  "approval.lapses":
    "If somebody changes the draft, approval has to be asked for again.",
  "approval.look": "Look at the approval",
  "approval.returned": "Not approved on {date}",
  "approval.returned.by": "{name} did not approve on {date}",
  "approval.authors": "Written by: {names}.",
  "approval.wish": "Wished publication: {date}.",
  "approval.note": "Note: {note}",
  "approval.hidden":
    "This service is hidden and stays so. All of its texts are below.",
  "approval.show":
    "This service is hidden. With the approval it is shown. All of its texts are below.",
  "approval.preview": "Look at a preview of the page",
  "approval.preview.alert": "This is what the page looks like after approval",
  "approval.preview.back": "Back to the approval",
  "approval.changes": "What changes",
  "approval.no-changes": "No text changes.",
  "approval.unseen":
    "Details that the form does not show change as well: {parts}.",
  "part.title": "Name",
  "part.officialTitle": "Official name",
  "part.teaser": "In short",
  "part.leikaKey": "Service key",
  "part.furtherLeikaKeys": "further service keys",
  "part.structure": "Structure of the service",
  "part.typing": "Type",
  "part.fees": "Costs",
  "part.deadlines": "Deadlines",
  "part.processingTime": "Duration",
  "part.forms": "Forms",
  "part.onlineServices": "Online services",
  "part.signLanguageVideos": "Films in sign language",
  "part.appointment": "Appointment",
  "part.assuranceLevel": "Level of assurance",
  "part.onlineMaturity": "Maturity",
  "part.situations": "Topics",
  "part.sdgAreas": "SDG areas",
  "part.keywords": "Keywords",
  "part.validFrom": "First day",
  "part.validUntil": "Last day",
  "part.officeSlug": "Responsible office",
  "part.belongsToCommunes": "Task of the communes",
  "approval.decide": "Approve",
  "approval.now": "Approve and publish at once",
  "approval.show-now": "Approve and show",
  "approval.later": "Approve and publish later",
  "approval.later.act": "Approve for this moment",
  "approval.send-back": "Do not approve",
  "label.freigabe-grund": "What is missing or wrong",
  "hint.freigabe-grund": "Everybody who has written in it reads this.",
  "approval.send-back.act": "Send back",
  "approval.own": "Another person approves",
  "approval.own.body":
    "You have written in it or asked for the approval. That is why only somebody else can approve it.",
  "approval.withdraw": "Take back the request for approval",
  "approval.put-away": "Remove this message",
  "approval.refused.gone":
    "This is no longer what you have seen. Please look at it once more.",
  "approval.refused.own":
    "You have written in it. That is why only somebody else can approve it.",
  "approval.refused.changed-since":
    "A new version was published meanwhile. Below is the comparison with it. Please check it once more.",
  "done.approval-asked": "Approval asked for",
  "done.approved": "Approved and published",
  "done.approved-planned": "Approved and planned",
  "done.approved-shown": "Approved. The service is shown",
  "done.sent-back": "Sent back",
  "done.withdrawn": "Request for approval taken back",
  "versions.name.approved":
    "Version {version} of {date} by {name}, approved by {approver}",
  "mail.approval-asked.purpose":
    "For the editors: when changes of a service wait for approval",
  "mail.approval-asked.subject": "A service waits for approval",
  "mail.approval-asked.text": `Hello,

the service “{title}” needs an approval. You find it here:
{url}
`,
  "mail.approval-given.purpose":
    "For the editors: when another person has approved a service",
  "mail.approval-given.subject": "A service was approved",
  "mail.approval-given.text": `Hello,

your change of the service “{title}” was approved. {outcome}
{url}
`,
  "mail.approval-given.published": "It is published:",
  "mail.approval-given.planned": "It will be published on {date}:",
  "mail.approval-given.shown": "The service is public now:",
  "mail.approval-given.hidden": "The service stays hidden:",
  "mail.approval-returned.purpose":
    "For the editors: when another person did not approve a service",
  "mail.approval-returned.subject": "A service was not approved",
  "mail.approval-returned.text": `Hello,

the service “{title}” was not approved. You find the reason here:
{url}
`,
} as const;
