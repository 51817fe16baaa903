import { mailText } from "../../../platform/mail/mail-text.ts";
import { emailNoticeTexts } from "./texts.ts";

const notice = (kind: "" | "test." | "correction.", suffix: string) =>
  mailText(
    {
      kind: `delivery-notice${suffix}`,
      placeholders: ["reference", "submittedAt", "workplaceUrl"],
      needed: ["workplaceUrl"],
    },
    (locale, part, values) =>
      emailNoticeTexts(locale)(`${kind}${part}`, values),
  );

/** What the office reads of a new application, of a correction, and of a test. */
export const emailNoticeMails = {
  deposit: notice("", ""),
  correction: notice("correction.", "-correction"),
  test: notice("test.", "-test"),
};
