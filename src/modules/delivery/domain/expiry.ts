/** How near the end of something is that a destination is reached with, such as a certificate. */
export type ExpiryStage = "month" | "week" | "expired";

const dayMs = 24 * 3_600_000;
const order: readonly ExpiryStage[] = ["month", "week", "expired"];

/** Undefined: far enough. */
export function expiryStage(
  expiresAt: Date,
  now: Date,
): ExpiryStage | undefined {
  const leftMs = expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return "expired";
  if (leftMs <= 7 * dayMs) return "week";
  return leftMs <= 30 * dayMs ? "month" : undefined;
}

/** Each stage is news once. */
export const isExpiryNews = (
  stage: ExpiryStage,
  told: ExpiryStage | undefined,
): boolean => told === undefined || order.indexOf(stage) > order.indexOf(told);
