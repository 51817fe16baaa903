import { noticeStateAt, type Notice } from "../../domain/notices/notice.ts";

/** Notices of all tenants in memory, because every page asks for them. */
export type NoticeBoard = {
  /** What is to be seen of each tenant's notices at a moment; the last ones read where the database does not answer. */
  visibleOf(
    tenantIds: readonly string[],
    now: Date,
  ): Promise<readonly (readonly Notice[])[]>;
  /** Something of this tenant changed, or of any. */
  forget(tenantId?: string): void;
};

export type NoticeBoardOptions = {
  /** All notices of a tenant that are not over, also planned ones. */
  readonly load: (tenantId: string) => Promise<readonly Notice[]>;
  /** How long notices count where changes are not told. */
  readonly maxAgeMs: () => number;
  readonly onFault: (error: unknown) => void;
};

type Kept = {
  readonly notices: Promise<readonly Notice[]>;
  readonly askedAt: number;
};

/**
 * Those who ask at once share one answer, also where it is that the database does not answer. What was asked before a change was told is
 * not kept: it may be older than the change.
 */
export function createNoticeBoard({
  load,
  maxAgeMs,
  onFault,
}: NoticeBoardOptions): NoticeBoard {
  const kept = new Map<string, Kept>();
  const last = new Map<string, readonly Notice[]>();

  const read = async (tenantId: string) => {
    try {
      const notices = await load(tenantId);
      last.set(tenantId, notices);
      return notices;
    } catch (error) {
      // Pages that need no database still show what does not work.
      onFault(error);
      return last.get(tenantId) ?? [];
    }
  };
  const noticesOf = (tenantId: string, askedAt: number) => {
    const known = kept.get(tenantId);
    if (known && askedAt < known.askedAt + maxAgeMs()) return known.notices;
    const notices = read(tenantId);
    kept.set(tenantId, { notices, askedAt });
    return notices;
  };
  return {
    visibleOf: async (tenantIds, now) => {
      const all = await Promise.all(
        tenantIds.map((tenantId) => noticesOf(tenantId, now.getTime())),
      );
      return all.map((notices) =>
        notices.filter((notice) => noticeStateAt(notice, now) === "visible"),
      );
    },
    forget: (tenantId) => {
      if (tenantId === undefined) kept.clear();
      else kept.delete(tenantId);
    },
  };
}
