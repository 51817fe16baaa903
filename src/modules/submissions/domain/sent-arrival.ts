import type { FileAnswer } from "../../forms/index.ts";

/** What came with an application that was sent in another portal; what its hash covers, too. */
export type SentArrival = {
  readonly way: "fit-connect";
  /** Who runs the other portal, as it calls itself. */
  readonly from: string;
  /** As the other portal calls the Leistung. */
  readonly serviceName: string;
  /** Number under which the applicant knows it. */
  readonly senderReference?: string | undefined;
  /** Day it was sent there, such as `2027-03-01`. */
  readonly applicationDate?: string | undefined;
  readonly schemaUri: string;
  /** The answers where they fit to no form of this portal; empty otherwise. */
  readonly table: readonly ArrivedTable[];
  readonly payment?: ArrivedPayment | undefined;
  readonly reply?:
    | { readonly kind: string; readonly address?: string | undefined }
    | undefined;
  /** The data as they came, and files that are not the answer to a field. */
  readonly files: readonly FileAnswer[];
};

/** Named values, as the data name them. */
export type ArrivedTable = {
  /** Empty for what stands at the top. */
  readonly heading: string;
  readonly entries: readonly {
    readonly label: string;
    readonly values: readonly string[];
  }[];
};

export type ArrivedPayment = {
  readonly status: "initial" | "booked" | "failed" | "canceled";
  readonly method: string;
  readonly transactionId: string;
  readonly transactionReference: string;
  readonly at?: string | undefined;
  /** In euros. */
  readonly amount?: number | undefined;
};
