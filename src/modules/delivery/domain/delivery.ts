/**
 * One submission for one destination, with everything a connector needs and nothing of our records.
 * Small values are there; large ones (PDF, uploads) are made or read when asked for, so that they need not fit in memory.
 */
export type Delivery = {
  /** Idempotency key: the same on every attempt, also after a crash or when a person sends again. */
  readonly deliveryId: string;
  readonly tenantId: string;
  /** Nobody applied for anything: an administrator tries the way. The receiver is told. */
  readonly isTest?: true;
  /** Number the applicant was given, e.g. for the caseworker's telephone. Letters, digits and hyphens. */
  readonly reference: string;
  /** When it was deposited. */
  readonly submittedAt: Date;
  /** The deposit is the first; each correction by the applicant makes the next, with all answers and a delivery of its own. */
  readonly version: number;
  /** When this version was sent. */
  readonly answeredAt: Date;
  readonly leistung: {
    readonly slug: string;
    readonly title: string;
    /** Leistungsschlüssel (LeiKa), 14 digits. */
    readonly leikaKey: string | undefined;
  };
  /** Name of the responsible authority, e.g. "Landeshauptstadt Schwerin". */
  readonly authorityName: string;
  /** Who sent it, as sure as that was, and by what right for whom; undefined: a guest. */
  readonly sender: DeliverySender | undefined;
  /** How a caseworker took it in for somebody; undefined: sent online by the person. */
  readonly intake?: DeliveryIntake | undefined;
  /** What was paid for it, as far as that is known; undefined: nothing was to be paid here. */
  readonly payment?: DeliveryPayment | undefined;
  /** The FIM schema the applicant filled in, in the version they began with. */
  readonly form: { readonly key: string; readonly version: string };
  /** SHA-256 of this version in hex, as printed on the receipt. */
  readonly hash: string;
  /** JSON text by FIM ids. */
  readonly answersJson: string;
  /** XML document by FIM ids, UTF-8. */
  readonly answersXml: string;
  /** The receipt as people read it. Made on each call. */
  pdf(): Promise<Uint8Array>;
  readonly uploads: readonly DeliveryUpload[];
};

/** Kept from the moment of sending; the submission's hash covers it. @see TR-03172-3 A3.18.01 */
export type DeliverySender = {
  readonly name: string;
  /** How sure the sign-in was, and where it was made. */
  readonly level: "low" | "substantial" | "high";
  readonly provider: string;
  readonly signedInAt: Date;
  /** Made for an organisation or another person. */
  readonly actingFor?:
    | {
        readonly kind: "organisation" | "person";
        readonly name: string;
        readonly right?: DeliveryRight | undefined;
      }
    | undefined;
};

/** A transaction of a payment service. @see XBezahldienste, metadata of FIT-Connect 2.1.0 */
export type DeliveryPayment = {
  /** `booked`: authorised by the payer. */
  readonly status: "initial" | "booked" | "failed" | "canceled";
  /** Undefined: not known, or one that has no name here. */
  readonly method:
    | "giropay"
    | "paydirect"
    | "creditcard"
    | "paypal"
    | "invoice"
    | undefined;
  /** Given by the payment service. */
  readonly transactionId: string;
  /** Such as a Kassenzeichen. */
  readonly reference: string;
  /** Where the state of the transaction can be asked for. */
  readonly url?: string | undefined;
  /** When it was booked. */
  readonly bookedAt?: Date | undefined;
  readonly grossCents?: number | undefined;
};

/** Filled in by the office for a person at the counter, on the phone or by letter; the submission's hash covers it. */
export type DeliveryIntake = {
  readonly channel: "counter" | "phone" | "letter";
  /** As the person said it. */
  readonly name: string;
  /** Day a letter reached the office, such as `2027-03-01`. */
  readonly receivedOn?: string | undefined;
  /** The caseworker. */
  readonly takenBy: string;
  readonly isIdentitySeen: boolean;
  /** A signed copy lies at the office. */
  readonly isSigned: boolean;
};

/** What it rests on: membership with a role, a power, or what a representative by law stated. */
export type DeliveryRight = {
  readonly basis: string;
  /** Stated by the representative and proven by nobody. */
  readonly isSelfDeclared: boolean;
  readonly role?: string | undefined;
  /** What a power is for; absent: for everything. */
  readonly scope?: string | undefined;
  /** Last day, such as `2027-03-01`. */
  readonly validUntil?: string | undefined;
  /** Of the represented person, as stated. */
  readonly birthday?: string | undefined;
  readonly statement?: string | undefined;
};

export type DeliveryUpload = {
  readonly fileId: string;
  /** As the applicant's device named it: any letters, no path. Not unique within a submission. */
  readonly filename: string;
  /** Found out from the content. */
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of the content, in hex. */
  readonly sha256: string;
  /** Decrypted content from its beginning; may be called several times. Throws while reading when the stored file was changed. */
  open(): AsyncIterable<Uint8Array>;
};

/** What the submission itself contributes; ids of delivery and tenant are added by the job. */
export type DeliveryContent = Omit<Delivery, "deliveryId" | "tenantId">;
