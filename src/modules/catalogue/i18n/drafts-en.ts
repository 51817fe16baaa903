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
} as const;
