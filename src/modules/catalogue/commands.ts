/** What the operator tells in all portals: to be written by a command, and read on the status page. */
export {
  endNotice,
  listToldNotices,
  postNotice,
  readNotices,
} from "./use-cases/notices/notices.ts";
export { readTypedNotice } from "./domain/notices/typed-notice.ts";
export { noticeStateAt, type Notice } from "./domain/notices/notice.ts";
