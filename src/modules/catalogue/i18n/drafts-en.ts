/** Texts of drafts of Leistungen. */
export const draftsEn = {
  "list.kind.draft": "With a draft",
  "state.draft": "unpublished changes",
  "draft.title": "Unpublished changes",
  "draft.body":
    "You see the draft of {date}. The public page still shows version {version}.",
  "draft.body.by":
    "You see the draft by {name} of {date}. The public page still shows version {version}.",
  "draft.changes": "What the draft changes",
  "draft.save": "Save draft",
  "draft.discard": "Discard draft",
  "draft.discard.body":
    "All unpublished changes are lost then. The public page stays as it is.",
  "draft.auto":
    "What you type is saved as a draft by itself. It becomes public only when you publish it.",
  "draft.saved-at": "Saved at {time}",
  "draft.not-saved":
    "Not saved. What you typed is still here. Choose “Save draft”.",
  "draft.other-saved":
    "Somebody else has saved this draft meanwhile. What you typed is still here. Choose “Save draft” to put both together.",
  "done.draft-saved": "Draft saved",
  "done.draft-discarded": "Draft discarded",
  "draft.conflict.title": "Somebody has saved this draft meanwhile",
  "draft.conflict.by": "Saved by {name} on {date}.",
  "draft.conflict.body":
    "What you typed is still here. What you did not touch is already up to date. Check the fields, then save or publish again.",
  "list.kind.planned": "Planned",
  "state.planned": "will be published on {date}",
  "plan.title": "Planned for {date}",
  "plan.body":
    "You see what will be published then. What you change now is not part of it: take the plan back for that. If you publish at once, the plan is dropped.",
  "plan.body.draft":
    "You see a draft that was begun later. It is not part of it. If you publish at once, the plan is dropped.",
  "plan.take-back": "Take the plan back",
  "plan.take-back.body": "Nothing is lost: the texts become a draft again.",
  "plan.later": "Publish later",
  "plan.later.body":
    "The texts are published by themselves at the moment you choose. Until then only editors see them. A hidden service stays hidden.",
  "plan.act": "Publish at this moment",
  "label.plan-tag": "Day",
  "hint.plan-tag": "For example 1.9.2027.",
  "label.plan-zeit": "Time",
  "hint.plan-zeit": "For example 8:00. It is the time in Germany.",
  "fault.time": "Write “{field}” like this: 8:00.",
  "fault.past": "Choose a moment that is still to come.",
  "done.planned": "Publication planned",
  "done.taken-back": "Plan taken back",
} as const;
