// Words and numbers about an upload, in the language of the page.

/** Looks up texts by name and fills in their `{params}`. */
export function createWords(texts) {
  return (key, params = {}) =>
    texts[key].replaceAll(/\{(\w+)\}/g, (_, name) => params[name]);
}

export function percentOf({ received, size }) {
  return size > 0 ? Math.floor((received / size) * 100) : 0;
}

/** What is said about an upload in its place. */
export function stateText(words, upload) {
  const percent = percentOf(upload);
  switch (upload.state) {
    case "waiting":
      return words("waiting");
    case "again":
    case "paused":
      return words(upload.state, { percent });
    case "broken":
      return navigator.onLine
        ? words("broken", { percent })
        : words("retrying");
    case "refused":
      return upload.text;
    case "arrived":
      return words("done");
    default:
      return runningText(words, upload, percent);
  }
}

function runningText(words, upload, percent) {
  if (upload.isRetrying) return words("retrying");
  if (percent === 100) return words("checking");
  const [first] = upload.samples;
  const last = upload.samples.at(-1);
  const seconds = first ? (last.now - first.now) / 1000 : 0;
  const speed = seconds < 0.5 ? 0 : (last.sent - first.sent) / seconds;
  if (speed === 0) return `${percent} %`;
  return words("progress", {
    percent,
    left: leftText(words, (upload.size - last.sent) / speed),
    speed: sizeText(speed),
  });
}

function leftText(words, seconds) {
  if (seconds < 20) return words("secondsLeft");
  return seconds < 90
    ? words("minuteLeft")
    : words("minutesLeft", { minutes: Math.ceil(seconds / 60) });
}

/** A megabyte has a million bytes, as everywhere in the portal. */
function sizeText(bytes) {
  const isLarge = bytes >= 1_000_000;
  const number = new Intl.NumberFormat(document.documentElement.lang, {
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return `${number.format(bytes / (isLarge ? 1_000_000 : 1000))}\u00a0${isLarge ? "MB" : "kB"}`;
}
