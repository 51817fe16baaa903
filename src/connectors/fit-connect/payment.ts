import type { Delivery } from "../../modules/delivery/index.ts";

type Payment = NonNullable<Delivery["payment"]>;

/** False when the schema of the metadata has no room for it: the receiver would refuse the whole application. */
export const canBeSaid = (payment: Payment | undefined): boolean =>
  payment === undefined || /^[\w-]{1,36}$/.test(payment.transactionId);

/** What was paid, in the words of the metadata. Nothing is added that is not known. @see metadata schema 2.1.0, paymentInformation */
export function paymentInformationOf(payment: Payment) {
  const { status, method, transactionId, reference, url, bookedAt } = payment;
  const { grossCents = 0 } = payment;
  return {
    transactionId,
    transactionReference: reference,
    status: status.toUpperCase(),
    // The schema demands one, and has this for those that it does not name.
    paymentMethod: method?.toUpperCase() ?? "OTHER",
    ...(url !== undefined && { transactionUrl: url }),
    ...(bookedAt && { transactionTimestamp: bookedAt.toISOString() }),
    // Less than a cent cannot be said.
    ...(grossCents > 0 && { grossAmount: grossCents / 100 }),
  };
}
