/** No file is larger, whatever its field says. A megabyte has a million bytes. */
export const maxFileBytes = 100_000_000;
/** All files of one draft together; several times what the forms ask for. */
export const maxDraftBytes = 500_000_000;
/** Uploads of one draft that have begun and are not finished. */
export const maxUnfinishedUploads = 20;
/** What arrives of an upload is kept this long, counted from its beginning. */
export const uploadTermMs = 7 * 86_400_000;
/** At most so much is lost when the process is killed: parts are stored durably one by one. */
export const partBytes = 4_000_000;
