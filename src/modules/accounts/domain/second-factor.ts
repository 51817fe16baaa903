/** Purpose that the secret of the app is encrypted for. */
export const totpPurpose = (accountId: string) => `accounts.totp:${accountId}`;
