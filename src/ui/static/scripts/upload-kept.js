// After an upload: the list of files as the server has it, without loading the page anew.

/** The list of files as the server has it, and what it showed for the next save to compare with. */
export async function showKept(input) {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(
    await answer.text(),
    "text/html",
  );
  const fresh = page.getElementById(input.id);
  const kept = (field) =>
    field?.closest(".portal-file-field").querySelector("[data-kept-files]");
  if (!kept(fresh)) return;
  kept(input).replaceWith(document.adoptNode(kept(fresh)));
  const basis = (from) => from.querySelector("form input[name=_stand]");
  basis(document).value = withFiles(
    basis(document).value,
    basis(page).value,
    input.name,
  );
}

/** The first of two notes on what a page showed, with the files of one field from the second. */
function withFiles(mine, theirs, path) {
  const into = decode(mine);
  const keys = path.split(".").slice(0, -1);
  const last = keys.pop();
  let [target, source] = [into, decode(theirs)];
  for (const key of keys) {
    target[key] ??= /^\d+$/.test(key) ? {} : [];
    [target, source] = [target[key], source?.[key]];
  }
  if (source?.[last]) target[last] = source[last];
  return encode(into);
}

function decode(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function encode(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join(
    "",
  );
  return btoa(binary)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
