// Makes a passkey or signs with one, and sends the answer of the device with the form. Without it, the forms stay hidden.
const forms = document.querySelectorAll("form[data-passkey]");
if (window.PublicKeyCredential && window.isSecureContext) {
  for (const form of forms) offer(form);
  for (const part of document.querySelectorAll("[data-passkey-supported]"))
    part.hidden = false;
  for (const note of document.querySelectorAll("[data-passkey-unsupported]"))
    note.hidden = true;
}

/** @param {HTMLFormElement} form */
function offer(form) {
  const answer = form.elements.namedItem("antwort");
  const trouble = form.querySelector("[data-passkey-trouble]");
  // The offer among the suggestions of a field waits until it is taken; the button takes its place.
  let waiting = new AbortController();
  const ask = async (mediation) => {
    waiting.abort();
    waiting = new AbortController();
    const publicKey = toOptions(await optionsOf(form));
    const request = { publicKey, signal: waiting.signal };
    const made =
      form.dataset.passkey === "create"
        ? await navigator.credentials.create(request)
        : await navigator.credentials.get({ ...request, mediation });
    answer.value = JSON.stringify(toJson(made));
    form.submit();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await ask("optional");
    } catch {
      // Cancelled, timed out, no key: browsers do not say which.
      trouble.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
  form.hidden = false;
  if ("autofill" in form.dataset) void offerAmongSuggestions(ask);
}

/** What the device is asked: with the page, or from the server. */
async function optionsOf(form) {
  const { asked, options } = form.dataset;
  if (asked) return JSON.parse(asked);
  const answer = await fetch(options, { method: "POST" });
  if (!answer.ok) throw new Error(`passkey: ${answer.status}`);
  return answer.json();
}

async function offerAmongSuggestions(ask) {
  const canSuggest =
    await window.PublicKeyCredential.isConditionalMediationAvailable?.();
  // Whatever ends the offer, the button is still there.
  if (canSuggest) await ask("conditional").catch(() => undefined);
}

function toOptions(options) {
  const withBytes = (key) => ({ ...key, id: toBytes(key.id) });
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: withBytes(options.user) }),
    excludeCredentials: options.excludeCredentials?.map(withBytes),
    allowCredentials: options.allowCredentials?.map(withBytes),
  };
}

/** @param {PublicKeyCredential} credential */
function toJson({ id, rawId, type, response }) {
  return {
    id,
    rawId: toText(rawId),
    type,
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      ...(response.attestationObject
        ? {
            attestationObject: toText(response.attestationObject),
            transports: response.getTransports?.() ?? [],
          }
        : {
            authenticatorData: toText(response.authenticatorData),
            signature: toText(response.signature),
          }),
    },
  };
}

/** Base64url without padding, as WebAuthn writes bytes in JSON. */
function toBytes(text) {
  const plain = window.atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(bytes) {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return window
    .btoa(plain)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
