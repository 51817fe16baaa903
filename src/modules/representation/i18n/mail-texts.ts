import { mailText } from "../../../platform/mail/mail-text.ts";
import { representationTexts } from "./texts.ts";

const about = (
  name: "invitation" | "organisation-changed" | "mandate-changed",
  named: { readonly kind: string; readonly placeholders: readonly string[] },
) =>
  mailText({ ...named, sender: "installation" }, (locale, part, values) =>
    representationTexts(locale)(
      // The subject says when it goes out.
      `mail.${name}.${part === "purpose" ? "subject" : part}`,
      values,
    ),
  );

/** Somebody is asked to act for others. */
export const invitationMail = about("invitation", {
  kind: "representation-invitation",
  placeholders: ["link", "days"],
});

/** Something changed that the account shows. */
export const newsMails = {
  "organisation-changed": about("organisation-changed", {
    kind: "organisation-changed",
    placeholders: [],
  }),
  "mandate-changed": about("mandate-changed", {
    kind: "mandate-changed",
    placeholders: [],
  }),
};

/** Mails about acting for others whose words the installation may choose. */
export const representationMails = [
  invitationMail,
  ...Object.values(newsMails),
];
