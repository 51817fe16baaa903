/** An authority of this installation. */
export type Authority = {
  readonly tenantId: string;
  readonly name: string;
  /** Regionalschlüssel, for the holidays of its Land. */
  readonly ars: string;
  /** Of its portal, without a slash at the end. */
  readonly baseUrl: string;
  /** Where it is told of what is new. */
  readonly email: string;
  readonly phone: string;
  /** Postcode and town of its seat. */
  readonly place: string;
};
