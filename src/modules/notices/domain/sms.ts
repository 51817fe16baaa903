/** Job that hands one short message to the gateway. */
export const sendSmsJob = "notices.send-sms";

/** What number and words of a short message are encrypted for. */
export const smsPurpose = (smsId: string) => `notices/sms/${smsId}`;

/** What the number of an account is encrypted for. */
export const phonePurpose = (accountId: string) => `notices/phone/${accountId}`;
