import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ArrivedPayment, SentArrival } from "../domain/sent-arrival.ts";
import { submissionsTexts } from "../i18n/texts.ts";

type Section = {
  readonly heading: string;
  readonly entries: readonly {
    readonly label: string;
    readonly values: readonly string[];
  }[];
};

/** Where it came from and what came with it, then the answers where they fit to no form of ours. */
export function arrivalSections(
  arrival: SentArrival | undefined,
  locale: Locale,
): readonly Section[] {
  if (!arrival) return [];
  const t = submissionsTexts(locale);
  const { senderReference, applicationDate, reply, table } = arrival;
  const rows = [
    [t("arrival.from"), arrival.from],
    [t("arrival.service"), arrival.serviceName],
    [t("arrival.reference"), senderReference],
    [
      t("arrival.date"),
      applicationDate && formatDate(new Date(applicationDate), locale),
    ],
    [t("arrival.payment"), arrival.payment && paid(arrival.payment, locale)],
    [
      t("arrival.reply"),
      reply ? replyText(reply, locale) : t("arrival.reply.none"),
    ],
    [t("arrival.schema"), arrival.schemaUri],
  ] as const;
  return [
    {
      heading: t("arrival.title"),
      entries: rows.flatMap(([label, value]) =>
        value === undefined || value === "" ? [] : [{ label, values: [value] }],
      ),
    },
    ...table.map(({ heading, entries }) => ({
      heading: heading === "" ? t("arrival.table") : heading,
      entries,
    })),
  ];
}

function paid(
  { status, method, amount, transactionReference }: ArrivedPayment,
  locale: Locale,
): string {
  const t = submissionsTexts(locale);
  const money =
    amount === undefined
      ? undefined
      : new Intl.NumberFormat(locale, {
          style: "currency",
          currency: "EUR",
        }).format(amount);
  const parts = [t(`arrival.payment.${status}`), money, method];
  return [
    parts.filter((part) => part !== undefined).join(", "),
    t("arrival.payment.reference", { reference: transactionReference }),
  ].join(" · ");
}

function replyText(
  { kind, address }: NonNullable<SentArrival["reply"]>,
  locale: Locale,
): string {
  const t = submissionsTexts(locale);
  const way = kind === "eMail" ? t("arrival.reply.email") : kind;
  return address === undefined ? way : `${way}: ${address}`;
}
