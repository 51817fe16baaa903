import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  title: "Applications from other portals",
  lead: "Here you say where applications for your authority are collected. Accepted ones stand with all others under “Vorgänge”.",
  back: "Back to: applications from other portals",
  "error-title": "Error: {title}",
  "done.saved": "Saved",
  "done.asked": "We look in a moment",
  "none.title": "No source yet",
  "none.body":
    "If other portals are to send you applications by FIT-Connect, set up your Zustellpunkt here.",
  accepted: "Accepted in the last {days} days: {count}",
  never: "never",

  "column.name": "Source",
  "column.way": "Way",
  "column.asked": "Last looked",
  "column.condition": "Condition",
  "column.seen": "First seen",
  "column.number": "Id at the delivery service",
  "column.state": "State",
  "condition.off": "switched off",
  "condition.fine": "fine",
  "condition.failed": "disturbed",

  "open.title": "Not taken, or still on the way",
  "to-vorgang": "To the Vorgang",
  "state.waiting": "waiting",
  "state.waiting.body":
    "The application could not be collected yet. We keep trying. If nobody collects it, the delivery service rejects it after 14 days.",
  "state.taken": "taken",
  "state.taken.body":
    "The application stands under “Vorgänge”. The sender does not know yet; we keep trying.",
  "state.accepted": "accepted",
  "state.accepted.body": "The sender knows.",
  "state.rejecting": "being rejected",
  "state.rejecting.body":
    "The application cannot be taken. The sender does not know yet; we keep trying.",
  "state.rejected": "rejected",
  "state.rejected.body":
    "The application cannot be taken. The sender was told why and has to send again. Talk to them if it happens more often.",
  "state.gone": "not there any more",
  "state.gone.body": "The application was withdrawn or answered elsewhere.",
  "state.contradicted": "contradictory",
  "state.contradicted.body":
    "The application stands under “Vorgänge”, but the sender was told before that it is not accepted. Please clear this up with the sender.",

  "answer.title": "Answering the person",
  "answer.no-postfach": "Messages in the Postfach do not reach this person",
  "answer.no-postfach.body":
    "They applied in another portal and read nothing here. Answer by the way that stands under “Answer to” in the application.",

  "source.new": "Set up a source",
  "source.edit": "Change the source",
  "source.name": "Name",
  "source.name.hint": "What the source is called in this list.",
  "source.name.missing": "Enter a name",
  "source.name.taken": "This name is taken. Choose another one.",
  "source.enabled": "Collect applications",
  "source.enabled.hint":
    "Switched off, applications stay at the delivery service.",
  "source.connection": "Connection",
  "source.save": "Save",
  "source.call": "Notification",
  "source.call.body":
    "Enter this address with the secret for the Zustellpunkt. Then we look as soon as something is new; otherwise every five minutes.",
  "source.actions": "Try it",
  "source.check": "Check the connection",
  "source.ask": "Look now",

  "check.title": "Result of the check",
  "check.lead": "We only looked and changed nothing.",
  "check.back": "Back to the source",
  "check.what": "Checked",
  "check.result": "Result",
  "check.finding": "Finding",
  "check.settings": "Settings",
  "check.reachability": "Reachability",
  "check.credentials": "Credentials",
  "check.passed": "passed",
  "check.failed": "failed",
  "check.fine": "fine",
};
