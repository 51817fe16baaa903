/**
 * AES-256-GCM under the tenant's data key (envelope: the data key is stored wrapped by the installation's key ring).
 * `purpose` is authenticated but not stored: data written for one purpose or row cannot be passed off as another.
 */
export type TenantCipher = {
  encrypt(plaintext: Uint8Array, purpose: string): Promise<Buffer>;
  /** Throws when the data was changed, or was written for another tenant or purpose. */
  decrypt(ciphertext: Uint8Array, purpose: string): Promise<Buffer>;
  /**
   * A keyed hash (HMAC-SHA-256), the same for the same value and purpose: for looking up what is stored encrypted. It stays the same when
   * data keys are rotated, and tells nothing to who has the database only.
   */
  fingerprint(value: string, purpose: string): Promise<Buffer>;
};
