/** Texts of the rules of an authority for its editors, and of looking at Leistungen again. */
export const reviewsEn = {
  "list.kind.due": "To be reviewed",
  "list.kind.overdue": "Review overdue",
  "state.due": "to be reviewed by {date}",
  "review.title": "Review",
  "review.none":
    "No day is set on which somebody reviews the texts of this service.",
  "review.chosen": "Somebody should review the texts by {date}.",
  "review.counted":
    "Somebody should review the texts by {date}. The day counts from the last publication or review.",
  "review.due": "Please review: the day for it was {date}",
  "review.due.body":
    "Is everything still right? Then choose “Reviewed, nothing to change” below. Otherwise change the texts and publish them.",
  "label.pruefen-bis": "Review by",
  "hint.pruefen-bis":
    "For example 1.9.2027. The editors get an e-mail on that day. Empty means: no day.",
  "fault.past-day": "Choose today or a day to come for “{field}”.",
  "review.save": "Save the day",
  "review.confirm.body":
    "You have read all texts and they are right? The next day is then {date}. Your name is shown with the versions.",
  "review.confirm": "Reviewed, nothing to change",
  "done.review-set": "Day of the review saved",
  "done.review-confirmed": "Review noted",
  "review.outdated":
    "Not noted: somebody has published a new version meanwhile. Please read that one.",
  "versions.checked": "Reviewed without a change on {date}.",
  "versions.checked.by": "Reviewed without a change by {name} on {date}.",
  "rules.title": "Rules for the editors",
  "rules.lead": "They apply to everybody who edits services of this portal.",
  "rules.review": "Review texts regularly",
  "rules.review.body":
    "Each service that was written or changed here gets a day by which somebody reviews it. When it has come, the editors get an e-mail with all services whose turn it is. A service can have a day of its own.",
  "rules.review.months": "Review after the last publication",
  "rules.review.never": "Not by itself",
  "rules.review.after": "after {months} months",
  "rules.review.error": "Choose an interval from the list.",
  "rules.save": "Save the rules",
  "rules.saved": "Rules saved",
  "mail.reviews.purpose":
    "For the editors: which services are to be reviewed, at most once a day",
  "mail.reviews.subject": "Services are to be reviewed",
  "mail.reviews.text": `Hello,

these services are to be reviewed:

{titles}

Together with those of the next 30 days there are {count}. You find all of them here:
{url}
`,
} as const;
