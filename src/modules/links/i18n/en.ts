import type { de } from "./de.ts";

/** Texts of the check of links. */
export const en: Readonly<Record<keyof typeof de, string>> = {
  leistungen: "Services",
  title: "Check links",
  lead: "Every week the portal checks whether the links in your services still lead somewhere.",
  off: "The operator has switched the check off. You see what was known last.",
  never: "Links have never been checked. It begins within the hour.",
  counts:
    "{all} addresses in public texts, last collected on {date}. {fine} of them work, {broken} do not, {moved} have moved, {open} are still open.",
  "broken.title": "Lead nowhere",
  "broken.none": "All links that were checked lead somewhere.",
  "broken.how":
    "An address stands here when its server says that the page is missing, or when it could not be reached on two days.",
  "moved.title": "Moved",
  "moved.how":
    "These addresses lead elsewhere for good. Use the new ones before the old ones disappear.",
  "column.address": "Address",
  "column.fault": "What is wrong",
  "column.where": "Where it stands",
  "column.new": "New address",
  since: "since {date}, last checked on {checked}",
  "fault.404": "There is no such page (404)",
  "fault.410": "The page is gone (410)",
  "fault.status": "The server reports an error ({status})",
  "fault.dns": "There is no server of this name",
  "fault.connect": "The server does not accept connections",
  "fault.timeout": "The server does not answer",
  "fault.tls": "The server’s certificate is not valid",
  "fault.reset": "The server breaks the connection off",
  "fault.redirects": "The address leads in a circle",
  "where.leistung": "Edit {title}",
  "where.provider": "Provider: {title}",
  "where.notice": "Notice: {title}",
  now: "Check now",
  "now.hint":
    "What does not work, has moved or is new is checked. It takes some minutes.",
  "now.done": "The check begins soon. Load this page again in a few minutes.",
  "mail.purpose": "to editors, once a week at most: links lead nowhere",
  "mail.subject": "Links in your portal lead nowhere",
  "mail.text":
    "Hello,\n\nnew since the last message: {count} links in your portal lead nowhere. Which ones, and where they stand, you see here:\n{url}\n",
};
