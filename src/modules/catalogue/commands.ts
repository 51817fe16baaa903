/** What the operator's command writes notices with. */
export { endNotice, postNotice, readNotices } from "./use-cases/notices.ts";
export { readTypedNotice } from "./domain/typed-notice.ts";
export { noticeStateAt, type Notice } from "./domain/notice.ts";
