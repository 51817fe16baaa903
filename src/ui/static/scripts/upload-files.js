// Uploads chosen files at once, in parts that survive a broken line (tus protocol), while the rest of the page is filled in.
// Without this script the files travel with the form.
import { showKept } from "./upload-kept.js";
import { add, addView, show } from "./upload-view.js";
import { createWords, stateText } from "./upload-words.js";

const maxAtOnce = 3;
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000];

const found = document.getElementById("uploads");
if (found && window.tus) start(found, found.closest("form"));

function start(panel, form) {
  const page = {
    form,
    endpoint: panel.dataset.endpoint,
    /** Of an application that a caseworker fills in for somebody. */
    intake: panel.dataset.intake,
    partBytes: Number(panel.dataset.partBytes),
    words: createWords(JSON.parse(panel.dataset.texts)),
    status: add(panel, "p", "kern-sr-only"),
    notice: add(panel, "p", "kern-body portal-upload-notice"),
    /** Those that are not finished. */
    uploads: new Set(),
    /** The button that was pressed while uploads were running. */
    pressed: undefined,
  };
  page.status.setAttribute("role", "status");
  page.notice.setAttribute("role", "status");
  page.notice.tabIndex = -1;
  for (const entry of panel.querySelectorAll("[data-upload]"))
    if (listUnfinished(page, entry.dataset)) entry.remove();
  if (!panel.querySelector("[data-upload]"))
    panel.querySelector(".portal-unfinished")?.remove();
  for (const input of form.querySelectorAll("input[type=file]"))
    input.addEventListener("change", () => take(page, input));
  form.addEventListener("submit", (event) => waitForUploads(page, event));
  window.addEventListener("online", () => goOn(page));
  window.addEventListener("beforeunload", (event) => {
    if (!page.isEnding && isAny(page, "running", "waiting"))
      event.preventDefault();
  });
}

/** An upload of an earlier visit: only the file itself is missing. False when its field is not on the page (any more). */
function listUnfinished(page, { upload: id, field, filename, ...known }) {
  const input = document.getElementById(field);
  if (!input) return false;
  const upload = newUpload(page, input, filename);
  upload.url = `${page.endpoint}/${id}`;
  upload.size = Number(known.size);
  upload.lastModified = Number(known.lastModified);
  upload.received = Number(known.received);
  become(upload, "again");
  return true;
}

function take(page, input) {
  for (const upload of [...page.uploads])
    if (upload.input === input && upload.state === "refused") remove(upload);
  const files = [...input.files];
  // The files go their own way now, not with the form.
  input.value = "";
  for (const file of files) begin(page, input, file);
  const [only] = files;
  if (files.length === 1)
    announce(page, "started", { name: only.name.normalize("NFC") });
  if (files.length > 1) announce(page, "startedMany", { count: files.length });
  startNext(page);
}

function begin(page, input, file) {
  const known = [...page.uploads].find(
    (other) =>
      other.state === "again" &&
      other.input === input &&
      other.size === file.size &&
      other.lastModified === file.lastModified,
  );
  const upload = known ?? newUpload(page, input, file.name);
  upload.size = file.size;
  upload.tus = new window.tus.Upload(file, {
    endpoint: page.endpoint,
    uploadUrl: upload.url ?? null,
    chunkSize: page.partBytes,
    retryDelays,
    storeFingerprintForResuming: false,
    metadata: {
      filename: upload.name,
      field: input.name,
      lastModified: String(file.lastModified),
      ...(page.intake ? { intake: page.intake } : {}),
    },
    onProgress: (sent) => progress(upload, sent),
    onShouldRetry: (error) => mayRetry(upload, error),
    onSuccess: () => arrived(upload),
    onError: (error) => stopped(upload, error),
  });
  become(upload, "waiting");
}

function newUpload(page, input, name) {
  const upload = {
    page,
    input,
    // macOS writes an umlaut as two characters.
    name: name.normalize("NFC"),
    received: 0,
    size: 0,
    samples: [],
  };
  upload.view = addView(upload, page.words, {
    toggle: () => toggle(upload),
    cancel: () => cancel(upload),
  });
  page.uploads.add(upload);
  return upload;
}

function become(upload, state) {
  upload.state = state;
  show(upload, upload.page.words);
}

function startNext(page) {
  const uploads = [...page.uploads];
  const running = uploads.filter(({ state }) => state === "running");
  const next = uploads.filter(({ state }) => state === "waiting");
  for (const upload of next.slice(0, maxAtOnce - running.length)) run(upload);
}

function run(upload) {
  upload.samples = [];
  upload.isRetrying = false;
  become(upload, "running");
  upload.tus.start();
}

function progress(upload, sent) {
  const isHalf = upload.received * 2 < upload.size && sent * 2 >= upload.size;
  // Said once: whoever listens to the page is not to be talked over.
  if (isHalf) announce(upload.page, "half", { name: upload.name });
  const now = performance.now();
  upload.received = sent;
  upload.isRetrying = false;
  upload.samples = [...upload.samples, { now, sent }].filter(
    (sample) => now - sample.now < 8000,
  );
  show(upload, upload.page.words);
}

/** What passes by itself: no line, a server that restarts, another request for the same upload. */
function isPassing(error) {
  const code = error.originalResponse?.getStatus() ?? 0;
  return code === 0 || code >= 500 || [408, 409, 423, 429].includes(code);
}

function mayRetry(upload, error) {
  upload.isRetrying = isPassing(error) && navigator.onLine;
  show(upload, upload.page.words);
  return upload.isRetrying;
}

async function arrived(upload) {
  const { page, input, name } = upload;
  become(upload, "arrived");
  await showKept(input).catch(() => undefined);
  announce(page, "arrived", { name });
  remove(upload);
  settle(page);
}

function stopped(upload, error) {
  const { page, name } = upload;
  if (!isPassing(error)) upload.text = refusalOf(error, page.words);
  become(upload, isPassing(error) ? "broken" : "refused");
  page.status.textContent = `${name}: ${stateText(page.words, upload)}`;
  settle(page);
}

function refusalOf({ originalResponse }, words) {
  try {
    return JSON.parse(originalResponse.getBody()).text;
  } catch {
    return words("failed");
  }
}

/** The line is back. */
function goOn(page) {
  for (const upload of page.uploads) if (upload.state === "broken") run(upload);
}

function toggle(upload) {
  if (upload.state !== "running") return run(upload);
  void upload.tus.abort();
  become(upload, "paused");
  settle(upload.page);
}

function cancel(upload) {
  const { page, input, tus, url, name } = upload;
  remove(upload);
  announce(page, "cancelled", { name });
  input.focus();
  const ended = tus
    ? tus.abort(true)
    : window.tus.Upload.terminate(url, { retryDelays });
  // What could not be removed now expires by itself.
  ended.catch(() => undefined);
  settle(page);
}

function remove(upload) {
  upload.page.uploads.delete(upload);
  upload.view.entry.remove();
}

/** After each end: the next file, then the button that was pressed meanwhile. */
function settle(page) {
  startNext(page);
  if (!page.pressed || isAny(page, "running", "waiting")) return;
  const { submitter } = page.pressed;
  page.pressed = undefined;
  page.notice.textContent = "";
  if (isAny(page, "broken", "paused", "refused")) sayBlocked(page);
  else page.form.requestSubmit(submitter);
}

function waitForUploads(page, event) {
  // On a shared device nothing keeps the draft open; what has arrived is stored, and the rest goes on another time.
  page.isEnding = event.submitter?.value === "end";
  if (page.isEnding) return;
  if (isAny(page, "running", "waiting")) {
    event.preventDefault();
    page.pressed = { submitter: event.submitter };
    page.notice.textContent = page.words("sendWaiting");
  } else if (isAny(page, "broken", "paused")) {
    event.preventDefault();
    sayBlocked(page);
  }
}

function sayBlocked(page) {
  page.notice.textContent = page.words("sendBlocked");
  page.notice.focus();
}

function isAny(page, ...states) {
  return [...page.uploads].some(({ state }) => states.includes(state));
}

function announce(page, key, params) {
  page.status.textContent = page.words(key, params);
}
