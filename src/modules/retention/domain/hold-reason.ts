export const longestReason = 500;

/** What a reason is encrypted for: it cannot be moved to another hold. */
export function holdPurpose(holdId: string): string {
  return `retention.hold:${holdId}`;
}
