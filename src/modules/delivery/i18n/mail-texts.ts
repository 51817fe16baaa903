import { mailText } from "../../../platform/mail/mail-text.ts";
import { deliveryTexts } from "./texts.ts";

const overdue = (whom: "office" | "administrator") =>
  mailText(
    {
      kind: `delivery-overdue-${whom}`,
      placeholders: ["count", "destination", "url"],
    },
    (locale, part, values) =>
      deliveryTexts(locale)(`mail.${whom}.${part}`, values),
  );

const expiring = mailText(
  {
    kind: "destination-expiring",
    placeholders: ["destination", "date", "url"],
  },
  (locale, part, values) =>
    deliveryTexts(locale)(`mail.expiring.${part}`, values),
);

/** Applications do not reach their destination: to the office, and after a week to who set it up. */
export const overdueMails = {
  office: overdue("office"),
  administrator: overdue("administrator"),
  /** What a destination is reached with ends soon: to the administrators. */
  expiring,
};
